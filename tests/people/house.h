#pragma once

// People together with the orders they place and the admins who watch over them.

#include "server/catalog/service.h"
#include "server/ledger/service.h"
#include "server/orders/service.h"
#include "server/payments/service.h"
#include "server/people/service.h"
#include "tests/people/people.h"

inline const PersonReason why{QStringLiteral("Sold stolen cable")};

struct House : People
{
    House()
    {
        outbox.tell<AccountBanned>("test.bans", [&](const AccountBanned &event) { bans += event; });
        outbox.tell<DistributorDecided>("test.decided", [&](const DistributorDecided &event) { decided += event; });
        outbox.tell<PersonChanged>("test.changes", [&](const PersonChanged &event) { changes += event; });
        outbox.drain();
        const Account account = auth.createAdmin(QStringLiteral("root"), QStringLiteral("root@example.com"), password,
                                                 auth::AdminKind::Super)
                                    .value();
        root = callerFor(account);
        keeper = callerFor(admin(QStringLiteral("keeper"), {Permission::ManageUsers}));
    }

    catalog::Service catalog{*db, db.clock, ids, accounts, settings, audit};
    ledger::Service ledger{*db, ids};
    payments::Service payments{*db, db.clock, ids, accounts, auth, ledger, settings, audit, secrets, {}};
    orders::Service orders{*db, db.clock, ids, catalog, ledger, payments, accounts, auth, settings, audit};
    people::Service people{*db, accounts, auth, orders, audit};
    QList<AccountBanned> bans;
    QList<DistributorDecided> decided;
    QList<PersonChanged> changes;
    Caller root;   // a super-admin
    Caller keeper; // may manage users

    Account account(Id<Account> id) { return accounts.account(id).value(); }
    Result<Caller> callerOf(const SessionTokens &tokens) { return auth.callerOf(tokens.accessToken.toLatin1()); }

    // Everything that an act may change, so that a refusal can be seen to have changed nothing.
    QByteArray state()
    {
        outbox.drain();
        QByteArray out = QByteArray::number(db.number("count(*) FROM audit_log")) + ' ' +
                         QByteArray::number(db.number("count(*) FROM sessions WHERE revoked_at IS NOT NULL")) + ' ' +
                         QByteArray::number(revocations.size()) + ' ' + QByteArray::number(changes.size()) + ' ' +
                         QByteArray::number(db.number("count(*) FROM mail_tokens"));
        const auto everybody = people.listPeople(root, {.limit = 100});
        for (const Person &each : everybody->items)
            out += json::bytes(each);
        return out;
    }
    QString audited(std::string_view action)
    {
        const auto entries =
            db->read([&](Tx &tx) { return tx.all<audit::AuditRow>("FROM audit_log WHERE action = ?", action); });
        return entries.size() == 1 ? QString::fromUtf8(entries.constFirst().details.text)
                                   : QString::number(entries.size());
    }

    // A store that may sell, with something on its shelf.
    Account seller(const QString &username)
    {
        const Account vendor = vendorWithStore(username);
        const auto approved = db->write(
            [&](Tx &tx) { return accounts.setKycStatus(tx, *vendor.vendorId, KycStatus::Approved, std::nullopt); });
        if (!approved)
            qFatal("cannot approve the store");
        return vendor;
    }
    bool mayStoreSell(const Account &vendor)
    {
        return db->read([&](Tx &tx) { return accounts.vendor(tx, *vendor.vendorId)->canSell; });
    }
    Order bought(const Account &buyer, const Account &vendor);
    // One act by its name: "ban", "powers", or the role that is to be given.
    Result<Person> tried(const Caller &who, const Account &whom, const QString &what);
};
