#include "tests/people/people.h"

#include "server/auth/reactions.h"

#include <QFile>

People::People()
{
    auth::reactions(outbox, auth);
    outbox.tell<ActivationIssued>("test.activations", [&](const ActivationIssued &event) { activations += event; });
    outbox.tell<OtpIssued>("test.codes", [&](const OtpIssued &event) { codes += event; });
    outbox.tell<PasswordResetIssued>("test.resets", [&](const PasswordResetIssued &event) { resets += event; });
    outbox.tell<SessionsRevoked>("test.revocations", [&](const SessionsRevoked &event) { revocations += event; });
    outbox.tell<KycDecided>("test.decisions", [&](const KycDecided &event) { decisions += event; });
    outbox.drain();
}

Caller People::stranger(const QString &ip)
{
    ++m_strangers;
    return {.ip = ip.isEmpty() ? QStringLiteral("10.1.%1.%2").arg(m_strangers / 250).arg(m_strangers % 250 + 1) : ip,
            .requestId = "request"};
}

Account People::person(const QString &username, Role role)
{
    return auth
        .enrol({.username = username,
                .email = username + QStringLiteral("@example.com"),
                .role = role,
                .isActive = true,
                .isVerified = true},
               password)
        .value();
}

Account People::admin(const QString &username, QList<Permission> permissions)
{
    return auth
        .enrol({.username = username,
                .email = username + QStringLiteral("@example.com"),
                .role = Role::Admin,
                .isActive = true,
                .isVerified = true,
                .permissions = std::move(permissions)},
               password)
        .value();
}

Caller People::callerFor(const Account &account) const
{
    Caller out{.id = account.id,
               .role = account.role,
               .known = true,
               .superAdmin = account.isSuperAdmin,
               .vendorId = account.vendorId,
               .ip = QStringLiteral("192.0.2.7"),
               .requestId = "request"};
    out.permissions =
        (*db).read([&](Tx &tx) { return const_cast<accounts::Service &>(accounts).permissionsOf(tx, account.id); });
    return out;
}

Caller People::freshCallerFor(const Account &account)
{
    Caller out = auth.callerOf(enter(account.username).value().accessToken.toLatin1()).value();
    out.ip = QStringLiteral("192.0.2.7");
    out.requestId = "request";
    if (!auth.reauthenticate(out, {.password = password}))
        qFatal("cannot show who it is");
    return out;
}

Result<OtpChallenge> People::askCode(const QString &identifier, const QString &with)
{
    return auth.signIn(stranger(), {identifier, with});
}

QString People::newestCode()
{
    outbox.drain();
    return codes.constLast().code;
}

Result<SessionTokens> People::guess(const OtpChallenge &challenge, const QString &code)
{
    return auth.verifyOtp(stranger(), {challenge.challengeId, code, QStringLiteral("Test console")});
}

Result<SessionTokens> People::enter(const QString &identifier, const QString &with)
{
    LET(challenge, askCode(identifier, with));
    return guess(challenge, newestCode());
}

Result<StoredFile> People::upload(const Caller &caller, FilePurpose purpose, const QByteArray &content,
                                  const QString &name)
{
    QTemporaryDir inbox;
    const QString path = inbox.filePath(QStringLiteral("body"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write the upload");
    file.close();
    return storage.uploadFile(
        caller,
        {.query = {purpose, name}, .path = path, .size = content.size(), .declaredType = QStringLiteral("a/b")});
}

QByteArray People::jpeg()
{
    return QByteArray::fromHex("ffd8ffe000104a46494600010100000100010000") + QByteArray(200, '\x11');
}

QByteArray People::png()
{
    return QByteArray::fromHex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489") +
           QByteArray(90, 0);
}

QByteArray People::pdf()
{
    return "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
}

PutAddress People::address(const QString &pincode)
{
    return {.recipientName = QStringLiteral("Asha Rao"),
            .recipientPhone = QStringLiteral("+919812345678"),
            .streetAddress = QStringLiteral("12 Marine Drive"),
            .city = QStringLiteral("Mumbai"),
            .pincode = pincode,
            .state = QStringLiteral("Maharashtra")};
}

PutVendor People::store(const QString &name)
{
    return {.storeName = name,
            .ownerName = QStringLiteral("Ramesh Sharma"),
            .businessPhone = QStringLiteral("+919812345678"),
            .streetAddress = QStringLiteral("5 Mill Road"),
            .city = QStringLiteral("Mumbai"),
            .pincode = QStringLiteral("400001"),
            .state = QStringLiteral("Maharashtra")};
}

Account People::vendorWithStore(const QString &username)
{
    const Account account = person(username, Role::Vendor);
    const Caller caller = callerFor(account);
    PutVendor wish = store(username + QStringLiteral(" Metals"));
    wish.logoId = upload(caller, FilePurpose::StoreLogo, png()).value().id;
    wish.bannerId = upload(caller, FilePurpose::StoreBanner, jpeg()).value().id;
    if (!accounts.updateVendorProfile(caller, wish))
        qFatal("cannot make the store");
    return account;
}

SubmitKyc People::documents(const Caller &vendor)
{
    return {.pan = QStringLiteral("AAPFU0939F"),
            .gstin = QStringLiteral("27AAPFU0939F1ZV"),
            .bankAccountNumber = QStringLiteral("50100123456620"),
            .bankIfsc = QStringLiteral("HDFC0000001"),
            .bankAccountHolder = QStringLiteral("Ramesh Sharma"),
            .panFileId = upload(vendor, FilePurpose::Kyc, pdf()).value().id,
            .gstinFileId = upload(vendor, FilePurpose::Kyc, pdf()).value().id,
            .chequeFileId = upload(vendor, FilePurpose::Kyc, jpeg()).value().id};
}
