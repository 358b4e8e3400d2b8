#pragma once

// The real services of trade over a fresh database, with people in it.

#include "server/accounts/service.h"
#include "server/audit/service.h"
#include "server/catalog/service.h"
#include "server/core/outbox.h"
#include "server/core/secrets.h"
#include "server/discovery/reactions.h"
#include "server/discovery/service.h"
#include "server/settings/service.h"
#include "server/storage/service.h"
#include "tests/support/testdb.h"

#include <QTemporaryDir>

class Bazaar
{
public:
    Bazaar()
    {
        settings.load();
        discovery::reactions(outbox, discovery);
    }

    TestDb db;
    QTemporaryDir folder;
    Ids ids{db.clock};
    Secrets secrets{{QByteArray(32, 's')}, 4};
    Outbox outbox{*db};
    audit::Service audit{*db, db.clock, ids, secrets};
    settings::Service settings{*db, audit};
    storage::Service storage{
        *db,
        db.clock,
        ids,
        settings,
        audit,
        secrets,
        {.folder = folder.filePath(QStringLiteral("files")), .undecoded = storage::Undecoded::Taken}};
    accounts::Service accounts{*db, ids, storage};
    catalog::Service catalog{*db, db.clock, ids, accounts, settings, audit};
    discovery::Service discovery{*db, db.clock, catalog, accounts, settings};

    Caller admin();
    Caller buyer(const QString &name);
    Caller buyerAt(const QString &name, const GeoPoint &home);
    Caller distributor(const QString &name, DistributorStatus status);
    Caller applicant(const QString &name); // a vendor whose store is not approved
    Caller vendor(const QString &name, const GeoPoint &place = {19.0760, 72.8777});

    void decideKyc(const Caller &vendor, KycStatus status);
    // What a hand in the database would do, where no capability has the call yet.
    void sql(std::string_view statement);

    Id<Category> category(const QString &name, const std::optional<Id<Category>> &parent = {});
    PutProduct wish(const QString &title = QStringLiteral("Copper wire"));
    Product product(const Caller &vendor, const PutProduct &wish);
    Product product(const Caller &vendor, const QString &title = QStringLiteral("Copper wire"))
    {
        return product(vendor, wish(title));
    }
    qint64 stockOf(Id<Product> id) { return db.number("stock_quantity FROM products WHERE id = ?", id); }

    Id<Category> metals; // of every product whose wish names no other

private:
    Caller person(const accounts::NewAccount &account);
};
