#pragma once

// People where there is more to sign in with: phones, codes alone, Google.

#include "tests/people/people.h"

inline const QString name = QStringLiteral("asha");
inline const QString mail = QStringLiteral("asha@example.com");
inline const QString phone = QStringLiteral("+919812345678");

// The same people with what there is outside.
struct Open : People
{
    explicit Open(auth::Outside outside)
        : doors(*db, db.clock, ids, accounts, settings, audit, secrets, std::move(outside))
    {
        const Caller root = callerFor(admin(QStringLiteral("root"), {Permission::ManageSettings}));
        if (!settings.changeSetting(root, QStringLiteral("auth.passwordless"), {QStringLiteral("true")}))
            qFatal("cannot change the setting");
    }

    auth::Service doors;

    Account withPhone(const QString &username, const QString &number = phone)
    {
        const Account account = person(username);
        if (!accounts.updateMe(callerFor(account), {.fullName = QStringLiteral("Asha Rao"), .phone = number}))
            qFatal("cannot say the phone");
        return account;
    }
    Result<Account> verifyPhone(const Account &account)
    {
        LET(challenge, doors.startPhone(callerFor(account)));
        return doors.confirmPhone(callerFor(account), {challenge.challengeId, newestCode()});
    }
};
