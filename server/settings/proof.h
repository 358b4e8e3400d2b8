#pragma once

// What moves money is changed by nobody who has only found a session. auth stands above this room, so that whoever
// builds the market says how it is asked.

#include "server/core/caller.h"
#include "shared/base/result.h"
#include "shared/contract/settings.h"

#include <functional>

namespace settings {

class Proof
{
public:
    using Ask = std::function<Result<>(const Caller &)>;

    explicit Proof(Ask ask)
        : m_ask(std::move(ask))
    {}

    // Asks only where one of the settings moves money.
    Result<> wanted(const Caller &caller, const QString &key) const;
    Result<> wanted(const Caller &caller, const ChangeSettings &wish) const;

private:
    Ask m_ask;
};

} // namespace settings
