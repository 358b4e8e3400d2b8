#pragma once

// Makes a call for which the server wants to know first that it is still the same person. Then a dialog asks for the
// password or a code of the app, and the call is made again; whoever leaves the dialog gets the refusal.
//     whenDone(this, proved(m_kit, this, [this] { return m_kit.api.call(api::startTotp); }), …);

#include "console/kit/kit.h"

namespace kit {

// Asks who it is; told says whether the server believes it.
void askProof(Kit &kit, const Error &wish, QWidget *parent, std::function<void(bool)> told);

template <class Make>
auto proved(Kit &kit, QWidget *parent, Make make) -> decltype(make())
{
    using Outcome = decltype(make().result());
    auto done = std::make_shared<QPromise<Outcome>>();
    done->start();
    QFuture<Outcome> future = done->future();
    const auto finish = [done](const Outcome &outcome) {
        done->addResult(outcome);
        done->finish();
    };
    whenDone(parent, make(), [&kit, parent, make, finish](const Outcome &first) {
        if (first || first.error().code != ErrorCode::ReauthenticationNeeded)
            return finish(first);
        askProof(kit, first.error(), parent, [parent, make, finish, first](bool isProved) {
            isProved ? whenDone(parent, make(), finish) : finish(first);
        });
    });
    return future;
}

} // namespace kit
