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
    // The access token has run out or is about to; a sleeping machine renews too late by itself.
    virtual bool isStale() const { return false; }
    // Becomes another number whenever the session becomes somebody else's or nobody's.
    virtual int sitting() const { return 0; }
    // The server no longer accepts the session.
    virtual void expire() = 0;
};

} // namespace kit
