#pragma once

// A whole market with a buyer, a store and an admin in it, who have left something everywhere.

#include "server/market.h"
#include "tests/support/testdb.h"

#include <QHash>
#include <QTemporaryDir>

struct Somebody
{
    Caller caller;
    QString username;
    QByteArray token;
};

class Registry
{
public:
    inline static const QString password = QStringLiteral("Kabaad#2026");

    Registry();

    TestDb db;
    QTemporaryDir folder;
    Market market{*db, db.clock, plan()};
    QList<CopyReady> ready;
    QList<OtpIssued> codes;
    QList<ActivationIssued> activations;
    Somebody buyer, vendor, admin;
    Id<Product> copper;
    Id<Address> home;

    Caller stranger() const { return {.ip = QStringLiteral("203.0.113.7"), .requestId = "request"}; }
    Somebody enrol(const QString &username, Role role);
    Somebody signedIn(Somebody who);
    // As somebody who has just given the password again.
    void prove(const Somebody &who);
    void fill(Money amount);
    Order placed();
    void settle(const Order &order);
    void say(const Somebody &who, const Order &order, const QString &text);
    StoredFile upload(const Somebody &who, FilePurpose purpose, const QString &name);
    Id<KycSubmission> handIn(); // the vendor's documents
    void verifyKyc();
    void closeStore();
    void drain();
    void drainAndForgetNews(); // news that were delivered stay for an hour at most

    // A new copy as its owner gets it: content by name.
    Result<QHash<QString, QByteArray>> copyOf(const Somebody &who);
    Result<QHash<QString, QByteArray>> received(const Somebody &who); // the newest one
    QStringList filesIn(const QString &folder) const;                 // of the storage, with their paths
    // Everything of every table as text, but for some.
    QByteArray everything(const QStringList &without = {}) const;
    QList<std::pair<QString, QString>> columns() const; // of every table
    static QStringList blockersIn(const Error &refusal);

    static QByteArray jpeg();
    static PutAddress homeOf(const QString &name);
    PutVendor shop() const;

private:
    MarketPlan plan() const;
    void rememberTastes();
    int m_counter = 0;
};
