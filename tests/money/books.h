#pragma once

// The books alone, with one buyer and one store.

#include "server/ledger/service.h"
#include "tests/support/testdb.h"

struct Books
{
    TestDb db;
    Ids ids{db.clock};
    ledger::Service ledger{*db, ids};
    Id<Account> buyer = ids.next<Account>();
    Id<Vendor> vendor = ids.next<Vendor>();

    template <class Work>
    Result<> post(Work &&work)
    {
        return db->write([&](Tx &tx) -> Result<> { return work(tx); });
    }
    Result<> recharge(qint64 paise) { return recharge(paise, ids.next<Payment>()); }
    Result<> recharge(qint64 paise, Id<Payment> payment)
    {
        return post([&](Tx &tx) { return ledger.recharge(tx, buyer, {paise}, payment, QStringLiteral("pay_1")); });
    }
    Result<> hold(Id<Order> order, qint64 paise)
    {
        return post([&](Tx &tx) { return ledger.hold(tx, buyer, order, {paise}, QStringLiteral("Order KW-1")); });
    }
    Result<> release(Id<Order> order)
    {
        return post([&](Tx &tx) { return ledger.release(tx, buyer, order, QStringLiteral("Order KW-1")); });
    }
    Result<> settle(Id<Order> order, qint64 gross, qint64 commission)
    {
        return post([&](Tx &tx) {
            return ledger.settle(tx, buyer, order, vendor, {gross}, {commission}, QStringLiteral("Order KW-1"));
        });
    }
    Wallet wallet()
    {
        return db->read([&](Tx &tx) { return ledger.wallet(tx, buyer); });
    }
    ledger::VendorFunds funds()
    {
        return db->read([&](Tx &tx) { return ledger.vendorFunds(tx, vendor); });
    }
    Result<> topUp(Id<Order> order, QUuid id, qint64 paise)
    {
        return post([&](Tx &tx) {
            return ledger.topUp(tx, buyer, order, id, {paise}, QStringLiteral("Order KW-1 weighs more"));
        });
    }
    Result<> refund(Id<Order> order, QUuid id, qint64 fromVendor, qint64 fromCommission)
    {
        return post([&](Tx &tx) {
            return ledger.refund(tx, buyer, order, vendor, id, {{fromVendor}, {fromCommission}},
                                 QStringLiteral("Refund of KW-1"));
        });
    }
    Result<> adjust(QUuid id, qint64 paise)
    {
        return post([&](Tx &tx) { return ledger.adjust(tx, vendor, id, {paise}, QStringLiteral("a wrong rate")); });
    }
    Result<> reserve(Id<Payout> payout, qint64 paise)
    {
        return post([&](Tx &tx) { return ledger.reservePayout(tx, vendor, payout, {paise}); });
    }
    Result<> complete(Id<Payout> payout, qint64 paise)
    {
        return post([&](Tx &tx) { return ledger.completePayout(tx, vendor, payout, {paise}); });
    }
    Result<> giveBack(Id<Payout> payout, qint64 paise)
    {
        return post([&](Tx &tx) { return ledger.returnPayout(tx, vendor, payout, {paise}); });
    }
    Result<> bounce(Id<Payout> payout, qint64 paise)
    {
        return post([&](Tx &tx) { return ledger.bouncePayout(tx, vendor, payout, {paise}); });
    }
    Money heldOf(Id<Order> order)
    {
        return db->read([&](Tx &tx) { return ledger.heldOf(tx, order); });
    }
    // An order that was paid, delivered and settled.
    Id<Order> settled(qint64 gross, qint64 commission)
    {
        const auto order = ids.next<Order>();
        const Result<> done[] = {recharge(gross), hold(order, gross), settle(order, gross, commission)};
        for (const Result<> &each : done)
            if (!each)
                qFatal("no order was settled");
        return order;
    }
    QList<WalletEntry> entries() { return ledger.listWalletEntries({.id = buyer, .known = true}, {})->items; }
    bool isFaulty(std::string_view statement)
    {
        try {
            return !db->write([&](Tx &tx) -> Result<> {
                tx.run(statement);
                return {};
            });
        } catch (const DbFault &) {
            return true;
        }
    }
};
