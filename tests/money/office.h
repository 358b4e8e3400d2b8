#pragma once

// The office that pays stores out.

#include "tests/money/world.h"

#include <QtGlobal>

// A store with two settled orders of 750.00 each, 1,470.00 of it released.
struct Office
{
    World world;
    Caller store = world.store.caller;

    Office()
    {
        world.verifyBank(world.store);
        world.fill(world.buyer, {1'000'000});
        world.settled();
        world.settled();
    }
    Result<Payout> request() { return world.payouts.requestPayout(store); }
    Result<Payout> reject(Id<Payout> id)
    {
        return world.payouts.rejectPayout(world.admin, id, {QStringLiteral("wrong holder")});
    }
    Result<Payout> process(Id<Payout> id)
    {
        return world.payouts.processPayout(world.admin, id, {QStringLiteral("UTR-2026-77")});
    }
    Result<Payout> approve(Id<Payout> id) { return approve(world.admin, id); }
    Result<Payout> approve(const Caller &admin, Id<Payout> id) { return world.payouts.approvePayout(admin, id); }
    Id<Payout> approved()
    {
        const Id<Payout> id = request().value().id;
        if (!approve(id))
            qFatal("cannot approve the payout");
        return id;
    }
    Result<Payout> bounce(Id<Payout> id)
    {
        return world.payouts.returnPayout(world.admin, id, {QStringLiteral("account closed")});
    }
    Result<PayoutBatch> batch(const QList<Id<Payout>> &ids, const QString &layout = QStringLiteral("neft"))
    {
        return world.payouts.makePayoutBatch(world.admin, {ids, layout});
    }
    BankAnswer answer(const QString &text) { return world.payouts.enterBankAnswer(world.admin, {text}).value(); }
    // Takes back from the store what an order has brought.
    void refund(const Order &order, Money fromVendor)
    {
        const auto done = world.db->write([&](Tx &tx) {
            return world.ledger.refund(tx, world.buyer.caller.id, order.id, world.store.id, QUuid::createUuid(),
                                       {.fromVendor = fromVendor}, QStringLiteral("Bad copper"));
        });
        if (!done)
            qFatal("cannot refund");
    }
    Payout read(Id<Payout> id) { return world.payouts.readPayout(world.admin, id).value().payout; }
    void stand(StoreStatus status)
    {
        const auto done = world.db->write(
            [&](Tx &tx) { return world.accounts.setStanding(tx, *world.accounts.vendor(tx, world.store.id), status); });
        if (!done)
            qFatal("cannot change the store's standing");
    }
    VendorBalance balance() { return world.payouts.readBalance(store).value(); }
};
