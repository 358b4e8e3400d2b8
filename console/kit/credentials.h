#pragma once

// Who is calling. The session (console/app) keeps the tokens; calls only ask for them.

#include <QByteArray>
#include <QFuture>

namespace kit {

class Credentials
{
public:
    virtual ~Credentials() = default;

    virtual QByteArray bearer() const = 0; // empty: signed out
    // Exchanges the refresh token. Calls that ask while an exchange runs share its outcome.
    virtual QFuture<bool> renew() = 0;
    // The server no longer accepts the session.
    virtual void expire() = 0;
};

} // namespace kit
