#pragma once

// Where a phone that nobody has signs up, and what is mailed about addresses.

#include "tests/people/open.h"

inline const QString freshPhone = QStringLiteral("+919899999999");

struct Counter : Open
{
    enum class SignUp { On, Off };

    explicit Counter(SignUp signUp = SignUp::On, auth::Outside outside = {.sendsSms = true})
        : Open(std::move(outside))
    {
        outbox.tell<EmailCodeIssued>("test.email_codes", [&](const EmailCodeIssued &event) { mailed += event; });
        outbox.tell<EmailChanged>("test.email_changes", [&](const EmailChanged &event) { changed += event; });
        outbox.drain();
        if (signUp == SignUp::On)
            switchTo(QStringLiteral("true"));
    }

    void switchTo(const QString &value)
    {
        if (!settings.changeSetting(keeper, QStringLiteral("auth.phone_sign_up"), {value}))
            qFatal("cannot change the setting");
    }
    OtpChallenge ask(const QString &number = freshPhone) { return doors.askCode(stranger(), {number}).value(); }
    Result<SessionTokens> show(const OtpChallenge &challenge, const QString &code)
    {
        return doors.verifyOtp(stranger(), {challenge.challengeId, code, {}, {}});
    }
    Result<SessionTokens> signUp()
    {
        const OtpChallenge challenge = ask();
        return show(challenge, newestCode());
    }
    Caller callerOf(const SessionTokens &tokens) { return auth.callerOf(tokens.accessToken.toLatin1()).value(); }
    QString newestMailed()
    {
        outbox.drain();
        return mailed.constLast().code;
    }
    Result<Account> takeEmail(const Caller &who, const StartEmail &wish)
    {
        LET(challenge, doors.startEmail(who, wish));
        return doors.confirmEmail(who, {challenge.challengeId, newestMailed()});
    }
    void completeProfile(const Caller &who)
    {
        if (!accounts.updateMe(who, {QStringLiteral("Asha Rao"), freshPhone}) ||
            !accounts.addAddress(who, People::address()) || !accounts.savePreferences(who, {}))
            qFatal("cannot complete the profile");
    }
    qint64 accountsNow() { return db.number("count(*) FROM accounts"); }

    const Caller keeper = callerFor(admin(QStringLiteral("keeper"), {Permission::ManageSettings}));
    QList<EmailCodeIssued> mailed;
    QList<EmailChanged> changed;
};

inline QString other(const QString &code)
{
    return code == u"000000" ? QStringLiteral("000001") : QStringLiteral("000000");
}
