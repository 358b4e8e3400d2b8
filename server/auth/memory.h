#pragma once

// What a node remembers about access tokens so that a request needs no database: tokens it has verified, sessions that
// ended before their tokens, and accounts whose profile became complete after their token was made. Tokens and profiles
// may be dropped: a token is verified again, and a client refreshes. A session that ended must not be: when there is no
// room for it, the memory says that it does not know all of them.

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
    // False: there was no room for all of them, so whoever is not revoked here may be so all the same.
    bool knowsAllRevoked(Instant now) const;

    // A profile became complete; the last token that says otherwise ends at this time.
    void complete(Id<Account> account, Instant until);
    bool isComplete(Id<Account> account) const;

    // Forgets notices whose tokens have all ended.
    void forget(Instant now);

private:
    mutable std::shared_mutex m_mutex;
    QHash<QByteArray, Verified> m_young, m_old;
    QHash<Id<Session>, Instant> m_ended;
    Instant m_incompleteUntil; // the last token has ended of a session that found no room
    QHash<Id<Account>, Instant> m_complete;
};

} // namespace auth
