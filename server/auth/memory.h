#pragma once

// What a node remembers about access tokens so that a request needs no database: tokens it has verified, sessions that
// ended before their tokens, and accounts whose profile became complete after their token was made. All of it may be
// lost or dropped: a token is verified again, and a client refreshes.

#include "server/core/caller.h"
#include "shared/contract/auth.h"

#include <QHash>

#include <shared_mutex>

namespace auth {

struct Verified
{
    Caller caller;
    Instant expiresAt;
    bool isForProfile = false; // limited only because the profile is incomplete
};

class Memory
{
public:
    static constexpr int tokensMax = 4096;   // in each of two generations
    static constexpr int noticesMax = 65536; // ended sessions and completed profiles

    std::optional<Verified> verified(QByteArrayView token) const;
    void remember(QByteArrayView token, const Verified &verified);

    // A session ended; its last token ends at this time.
    void revoke(Id<Session> session, Instant until);
    bool isRevoked(Id<Session> session) const;

    // A profile became complete; the last token that says otherwise ends at this time.
    void complete(Id<Account> account, Instant until);
    bool isComplete(Id<Account> account) const;

    // Forgets notices whose tokens have all ended.
    void forget(Instant now);

private:
    mutable std::shared_mutex m_mutex;
    QHash<QByteArray, Verified> m_young, m_old;
    QHash<Id<Session>, Instant> m_ended;
    QHash<Id<Account>, Instant> m_complete;
};

} // namespace auth
