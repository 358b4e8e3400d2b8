#pragma once

// The real services about people on a fresh database, with what they say to the outside caught: mails are read from the
// events that cause them.

#include "server/accounts/service.h"
#include "server/audit/service.h"
#include "server/auth/service.h"
#include "server/core/ids.h"
#include "server/core/outbox.h"
#include "server/core/secrets.h"
#include "server/kyc/service.h"
#include "server/settings/service.h"
#include "server/storage/service.h"
#include "tests/support/refusal.h"
#include "tests/support/testdb.h"

#include <QTemporaryDir>
#include <QTest>

struct People
{
    static constexpr int quickCost = 4;
    inline static const QString password = QStringLiteral("Kabaad#2026");

    People();

    TestDb db;
    Ids ids{db.clock};
    Secrets secrets{{QByteArray(32, 'm')}, quickCost};
    QTemporaryDir folder;
    audit::Service audit{*db, db.clock, ids, secrets};
    settings::Service settings{*db, audit};
    storage::Service storage{*db,
                             db.clock,
                             ids,
                             settings,
                             audit,
                             secrets,
                             {.folder = folder.path(), .undecoded = storage::Undecoded::Taken}};
    accounts::Service accounts{*db, ids, storage};
    auth::Service auth{*db, db.clock, ids, accounts, settings, audit, secrets};
    kyc::Service kyc{*db, ids, accounts, auth, storage, audit, settings, secrets};
    Outbox outbox{*db};

    QList<ActivationIssued> activations;
    QList<OtpIssued> codes;
    QList<PasswordResetIssued> resets;
    QList<SessionsRevoked> revocations;
    QList<KycDecided> decisions;

    // Somebody without a session. Each call has another address unless one is given.
    Caller stranger(const QString &ip = {});

    // An account that can sign in at once.
    Account person(const QString &username, Role role = Role::Buyer);
    Account admin(const QString &username, QList<Permission> permissions);
    // The caller of a full session, without going through password and code.
    Caller callerFor(const Account &account) const;

    // One who signed in as a client does and has just given the password again.
    Caller freshCallerFor(const Account &account);

    // Through password and code, as a client does it.
    Result<OtpChallenge> askCode(const QString &identifier, const QString &with = password);
    Result<SessionTokens> enter(const QString &identifier, const QString &with = password);
    QString newestCode();

    Result<SessionTokens> guess(const OtpChallenge &challenge, const QString &code);

    // A file of the caller's with these bytes.
    Result<StoredFile> upload(const Caller &caller, FilePurpose purpose, const QByteArray &content,
                              const QString &name = QStringLiteral("paper.jpg"));
    static QByteArray jpeg();
    static QByteArray png();
    static QByteArray pdf();

    static PutAddress address(const QString &pincode = QStringLiteral("400001"));
    static PutVendor store(const QString &name = QStringLiteral("Ramesh Metals"));
    // A vendor whose store is complete but for the documents.
    Account vendorWithStore(const QString &username);
    SubmitKyc documents(const Caller &vendor);

    void change(const std::string &statement)
    {
        (void)db->write([&](Tx &tx) -> Result<> {
            tx.run(statement);
            return {};
        });
    }

private:
    int m_strangers = 0;
};
