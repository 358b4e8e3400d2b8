#pragma once

// A marketplace of real services with one admin, one approved store in Mumbai with copper for 750.00 a kilogram, and
// one buyer nearby.

#include "server/accounts/service.h"
#include "server/audit/service.h"
#include "server/auth/service.h"
#include "server/catalog/service.h"
#include "server/core/secrets.h"
#include "server/kyc/service.h"
#include "server/ledger/service.h"
#include "server/orders/service.h"
#include "server/payments/service.h"
#include "server/payouts/service.h"
#include "server/refunds/service.h"
#include "server/settings/service.h"
#include "server/storage/service.h"
#include "server/tax/service.h"
#include "server/weighing/service.h"
#include "tests/support/testdb.h"

struct Store
{
    Caller caller;
    Id<Vendor> id;
    Id<Product> copper;
};

struct Customer
{
    Caller caller;
    Id<Address> address;
};

// The verified bank account of verifyBank() ends with 6620.
class World
{
public:
    World()
        : World(TestDb::engineOfRow())
    {}
    explicit World(Engine engine);

    TestDb db;
    Ids ids{db.clock};

private:
    QTemporaryDir m_files;
    Secrets m_secrets{{QByteArray(32, 'm')}, cheapestCost};

public:
    audit::Service audit{*db, db.clock, ids, m_secrets};
    settings::Service settings{*db, audit};
    storage::Service storage{*db,
                             db.clock,
                             ids,
                             settings,
                             audit,
                             m_secrets,
                             {.folder = m_files.path(), .undecoded = storage::Undecoded::Taken}};
    ledger::Service ledger{*db, ids};
    accounts::Service accounts{*db, ids, storage};
    auth::Service auth{*db, db.clock, ids, accounts, settings, audit, m_secrets};
    kyc::Service kyc{*db, ids, accounts, auth, storage, audit, settings, m_secrets};
    catalog::Service catalog{*db, db.clock, ids, accounts, settings, audit};
    payments::Service payments{*db, db.clock, ids, accounts, auth, ledger, settings, audit, m_secrets, {}};
    orders::Service orders{*db, db.clock, ids, catalog, ledger, payments, accounts, auth, settings, audit};
    weighing::Service weighing{*db, db.clock, ids, m_secrets, orders, ledger, settings, storage, audit};
    refunds::Service refunds{*db, db.clock, ids, orders, weighing, ledger, accounts, auth, settings, storage, audit};
    tax::Service tax{*db, ids, ledger, orders, accounts, auth, kyc, audit};
    payouts::Service payouts{*db, ids, ledger, orders, tax, kyc, accounts, auth, audit, settings, payments};

    const Secrets &secrets() const { return m_secrets; }

    Caller admin;
    Id<Category> metals;
    Store store;
    Customer buyer;

    Store openStore(const QString &name, GeoPoint place = mumbai);
    Customer addBuyer(const QString &name, Role role = Role::Buyer);
    Id<Product> addProduct(const Store &of, const QString &title, Money price, Quantity stock);
    void fill(const Customer &wallet, Money amount);
    Id<StoredFile> photo(const Caller &of); // handed in for the chat, a dispute or a scale
    void verifyBank(const Store &of);
    Id<Session> prove(Id<Account> who);   // a session in which it was just shown who it is
    Caller addAdmin(const QString &name); // a super-admin who has shown who it is
    void set(const QString &key, const QString &value);

    // Lines of copper from the world's store.
    Result<PlacedOrders> order(Quantity quantity = kilograms(1)) { return order(buyer, quantity); }
    Result<PlacedOrders> order(const Customer &who, Quantity quantity);
    Order placed(Quantity quantity = kilograms(1)); // fails the test when it is refused
    Result<Order> advance(Id<Order> id, OrderStatus status) { return advance(store.caller, id, status); }
    Result<Order> advance(const Caller &who, Id<Order> id, OrderStatus status, const QString &reason = {});
    void walkTo(Id<Order> id, OrderStatus status); // as the store
    Order settled(Quantity quantity = kilograms(1));

    Wallet wallet() { return wallet(buyer); }
    Wallet wallet(const Customer &of);
    ledger::VendorFunds funds();
    Quantity stock(Id<Product> id);
    Quantity stock() { return stock(store.copper); }
    Order read(Id<Order> id);

    // Everything that an order, a payment or a payout leaves behind, to prove that a refusal leaves nothing.
    QList<qint64> traces() const;

    static constexpr Quantity kilograms(qint64 whole) { return {whole * 1000}; }
    static constexpr GeoPoint mumbai{19.076, 72.8777};
    static constexpr GeoPoint pune{18.5204, 73.8567}; // 120 km away
    static constexpr GeoPoint delhi{28.6139, 77.209}; // 1,150 km away
    static constexpr Money copperPrice{75'000};

private:
    Id<StoredFile> upload(const Caller &of, FilePurpose purpose, const QString &name, const QByteArray &content);

    static constexpr int cheapestCost = 4;
};
