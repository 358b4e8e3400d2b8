// What calls about factors ask for, and their samples.

#include "server/core/totp.h"
#include "tests/access/samples.h"

namespace {

QString codeOf(Stage &stage, const QByteArray &secret)
{
    return QString::fromLatin1(totp::code(secret, totp::stepAt(stage.db.clock.now())));
}

// The server's own offer, read from what it would draw.
QByteArray secretOf(const TotpOffer &offer)
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

void markSession(Stage &stage, const Caller &caller)
{
    (void)stage.db->write([&](Tx &tx) -> Result<> {
        tx.run("UPDATE sessions SET confirmed_until = ?2, confirmed_by = 'code' WHERE id = ?1", caller.sessionId,
               tx.now().after(5 * minuteMs));
        return {};
    });
}

void prepareApp(Stage &stage, const Subject &subject, Asker &person, const Caller &caller)
{
    markSession(stage, caller);
    stage.takeAppAway(caller.id);
    if (subject.path == "/api/v1/users/me/totp" && subject.method == "POST")
        return;
    person.appSecret = secretOf(stage.market.auth.startTotp(caller).value());
    if (!subject.path.endsWith("/confirm"))
        (void)stage.market.auth.confirmTotp(caller, {codeOf(stage, person.appSecret)}).value();
}

void preparePhone(Stage &stage, const Subject &subject, Asker &person, const Caller &caller)
{
    const QString number = QStringLiteral("+9198%1").arg(stage.unused("").toInt(), 8, 10, QChar(u'0'));
    (void)stage.db->write([&](Tx &tx) -> Result<> {
        tx.run("UPDATE accounts SET phone = ?2, is_phone_verified = 0 WHERE id = ?1", caller.id, number);
        return {};
    });
    if (!subject.path.endsWith("/confirm"))
        return;
    const auto challenge = stage.market.auth.startPhone(caller).value();
    person.phoneCode = ConfirmPhone{challenge.challengeId, stage.newestCode()};
}

void prepareEmail(Stage &stage, const Subject &subject, Asker &person, const Caller &caller)
{
    markSession(stage, caller);
    if (!subject.path.endsWith("/confirm"))
        return;
    const QString email = stage.unused("address") + QStringLiteral("@example.in");
    const auto challenge = stage.market.auth.startEmail(caller, {.email = email}).value();
    stage.market.outbox.drain();
    person.emailCode = ConfirmEmail{challenge.challengeId, stage.emailCodes.constLast().code};
}

// Those who are needed later keep something that keeps them; somebody new comes in the place of the limited one.
void prepareErasure(Stage &stage, const Subject &subject, const Asker &person, const Caller &caller)
{
    if (subject.method != "POST")
        return;
    markSession(stage, caller);
    if (!caller.limited)
        stage.recharge(person, Money{100});
}

void takePasswordAway(Stage &stage, const Caller &caller)
{
    (void)stage.db->write([&](Tx &tx) -> Result<> {
        tx.run("DELETE FROM credentials WHERE account_id = ?", caller.id);
        tx.run("DELETE FROM password_history WHERE account_id = ?", caller.id);
        return {};
    });
}

} // namespace

void Stage::takeAppAway(Id<Account> account)
{
    (void)db->write([&](Tx &tx) -> Result<> {
        tx.run("DELETE FROM recovery_codes WHERE account_id = ?", account);
        tx.run("DELETE FROM totp_secrets WHERE account_id = ?", account);
        return {};
    });
}

void proveFor(Stage &stage, const Subject &subject, Asker &person)
{
    const auto caller = stage.market.auth.callerOf(person.token);
    if (!caller || !caller->known)
        return;
    if (subject.path.startsWith("/api/v1/users/me/totp"))
        prepareApp(stage, subject, person, *caller);
    else if (subject.path.startsWith("/api/v1/users/me/phone/"))
        preparePhone(stage, subject, person, *caller);
    else if (subject.path.startsWith("/api/v1/users/me/email/"))
        prepareEmail(stage, subject, person, *caller);
    else if (subject.path.endsWith("/reveal") || subject.path.endsWith("/books/adjustments") ||
             subject.path.endsWith("/reverse") || subject.path.endsWith("/closure") ||
             subject.path.startsWith("/api/v1/admin/payout") || subject.path == "/api/v1/vendor/payout-account/link" ||
             subject.path.startsWith("/api/v1/admin/gateways") || subject.path.endsWith("/tax/deposits") ||
             subject.path.startsWith("/api/v1/admin/reconciliation") ||
             subject.path.startsWith("/api/v1/admin/disputes") || subject.path.startsWith("/api/v1/admin/escrow/") ||
             subject.path == "/api/v1/orders/{id}/cancel" || subject.path == "/api/v1/orders/{id}/status")
        markSession(stage, *caller);
    else if (subject.path == "/api/v1/users/me/erase")
        prepareErasure(stage, subject, person, *caller);
    else if (subject.path.endsWith("/setup-password"))
        takePasswordAway(stage, *caller);
}

template <>
Sent sample<Reauthenticate>(Situation &at)
{
    return said(Reauthenticate{.password = at.person.password.isEmpty() ? QStringLiteral("none") : at.person.password});
}

template <>
Sent sample<ConfirmTotp>(Situation &at)
{
    return said(
        ConfirmTotp{at.person.appSecret.isEmpty() ? QStringLiteral("000000") : codeOf(at.stage, at.person.appSecret)});
}

template <>
Sent sample<AskCode>(Situation &at)
{
    return said(AskCode{at.stage.spare().username + QStringLiteral("@example.in")});
}

template <>
Sent sample<SignInWithGoogle>(Situation &at)
{
    const QString nonce = QStringLiteral("a-nonce-of-the-client");
    const qint64 now = at.stage.db.clock.now().ms / 1000;
    const QString username = at.stage.spare().username;
    const QByteArray token = at.stage.google.token({{"iss", "https://accounts.google.com"},
                                                    {"aud", "market.apps.example"},
                                                    {"sub", username},
                                                    {"email", username + QStringLiteral("@example.in")},
                                                    {"email_verified", true},
                                                    {"nonce", nonce},
                                                    {"iat", now},
                                                    {"exp", now + 3600}});
    return said(SignInWithGoogle{QString::fromLatin1(token), nonce});
}

template <>
Sent sample<SetUpPassword>(Situation &at)
{
    return said(SetUpPassword{at.person.password.isEmpty() ? QStringLiteral("Kabaad#2026") : at.person.password});
}

template <>
Sent sample<ConfirmPhone>(Situation &at)
{
    return said(at.person.phoneCode.value_or(ConfirmPhone{{}, QStringLiteral("000000")}));
}

template <>
Sent sample<StartEmail>(Situation &at)
{
    return said(StartEmail{.email = at.stage.unused("address") + QStringLiteral("@example.in")});
}

template <>
Sent sample<ConfirmEmail>(Situation &at)
{
    return said(at.person.emailCode.value_or(ConfirmEmail{{}, QStringLiteral("000000")}));
}
