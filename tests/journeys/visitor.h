#pragma once

// Somebody who comes over HTTP without a console: the buyer, with a live line of his own.

#include "console/kit/api.h"
#include "console/kit/livefeed.h"
#include "shared/contract/auth.h"
#include "shared/contract/discovery.h"
#include "tests/journeys/recorder.h"

#include <QTest>

// What a call came to; an unreachable server when it takes too long.
template <class T>
Result<T> outcomeOf(QFuture<Result<T>> future)
{
    constexpr int patienceMs = 20'000;
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, patienceMs))
        return failure(ErrorCode::Unavailable, QStringLiteral("no answer in time"));
    return future.result();
}

class Visitor : public kit::Credentials
{
public:
    explicit Visitor(const QUrl &server)
        : m_network(server)
        , m_recorder(m_network)
    {
        api.actFor(this);
    }

    void take(const SessionTokens &tokens) { m_tokens = tokens; }

    // Search is open to everybody, so the console's calls do not say who asks; this one does, and is answered for the
    // buyer's own address.
    QFuture<Result<Page<ProductCard>>> find(const FindProducts &wish)
    {
        const kit::Call call{.method = Method::Get,
                             .target = kit::wire::path(::api::findProducts.path, {}) + kit::wire::query(wish),
                             .bearer = bearer()};
        return m_recorder.send(call).then(
            [](const kit::Reply &reply) { return kit::wire::outcome<Page<ProductCard>>(reply); });
    }

    QByteArray bearer() const override { return m_tokens.accessToken.toUtf8(); }
    QFuture<bool> renew() override { return QtFuture::makeReadyFuture(false); }
    void expire() override {}

private:
    kit::NetworkTransport m_network;
    Recorder m_recorder;
    SessionTokens m_tokens;

public:
    kit::Api api{m_recorder};
};
