#pragma once

// Somebody who signs in with an app that shows codes.

#include "server/core/totp.h"
#include "tests/people/open.h"

inline QByteArray secretOf(const TotpOffer &offer)
{
    constexpr int bitsEach = 5;
    QByteArray out;
    unsigned held = 0;
    int bits = 0;
    for (const char letter : offer.secret.toLatin1()) {
        held = held << bitsEach | unsigned(letter >= 'A' ? letter - 'A' : letter - '2' + 26);
        bits += bitsEach;
        if (bits >= 8)
            out += char(held >> (bits -= 8) & 0xff);
    }
    return out;
}

// Somebody signed in, with an app that shows codes when she has set one up.
struct Insider
{
    explicit Insider(People &people, Role role = Role::Admin)
        : people(people)
        , account(role == Role::Admin ? people.admin(name, {}) : people.person(name, role))
        , caller(people.freshCallerFor(account))
    {}

    QString appCode(qint64 stepsAway = 0) const
    {
        return QString::fromLatin1(totp::code(secret, totp::stepAt(people.db.clock.now()) + stepsAway));
    }
    RecoveryCodes setUp()
    {
        secret = secretOf(people.auth.startTotp(caller).value());
        return people.auth.confirmTotp(caller, {appCode()}).value();
    }
    Result<SessionTokens> enter(const std::optional<QString> &totp)
    {
        LET(challenge, people.askCode(name));
        return people.auth.verifyOtp(people.stranger(),
                                     {challenge.challengeId, people.newestCode(), std::nullopt, totp});
    }
    void nextStep() const { people.db.clock.advance(totp::stepSeconds * 1000); }
    qint64 audited(const char *action) const
    {
        return people.db.number("count(*) FROM audit_log WHERE action = ? AND actor_id = ?", QString(action),
                                account.id);
    }

    People &people;
    Account account;
    Caller caller;
    QByteArray secret;
};
