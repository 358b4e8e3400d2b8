#pragma once

// Counts guesses against an identifier and a network address. An attempt is counted as failed before it is looked at
// and taken back when it turns out right, so that parallel guesses cannot slip past the count (AUTH-25, AUTH-26).

#include "server/auth/store.h"

namespace settings {
class Service;
}

namespace auth {

class Guard
{
public:
    explicit Guard(settings::Service &settings)
        : m_settings(settings)
    {}

    // What is counted, and whether this attempt is the one that locks.
    struct Attempt
    {
        QString subject;
        QString network;
        Instant at;
        bool locks = false;
        bool isFirst = false; // since the last right one, or since failures are forgotten
    };

    // Refuses with TooManyRequests or AccountLocked, in this order; a refused attempt is not counted.
    Result<Attempt> begin(Tx &tx, const QString &subject, const QString &ip);
    // Only the network address is asked and counted, for guesses that have their own limit.
    Result<Attempt> beginFrom(Tx &tx, const QString &ip);
    void succeed(Tx &tx, const Attempt &attempt);

    // Mails to one address, known or not, so that nobody can flood somebody else's inbox (AUTH-27).
    Result<> allowMail(Tx &tx, const QString &subject);
    // Sign-ins as somebody from wherever, right ones too, and codes of an account (AUTH-27).
    Result<> allowTry(Tx &tx, const QString &subject);

    Result<> allow(Tx &tx, const QString &counted, int perMinute, const QString &refusal);

    settings::Service &m_settings;
    Store m_store;
};

} // namespace auth
