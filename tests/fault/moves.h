#pragma once

// What can be done with the ledger, as plain values, so that the same move can be made, repeated and foretold.

#include "server/ledger/service.h"

namespace fault {

enum class Kind {
    Recharge,
    Hold,
    TopUp,
    Release,
    Settle,
    Refund,
    Reserve,
    Complete,
    Return,
    Bounce,
    Adjust,
    TakeBack,
    SettleGateway,
    Close
};

struct Move
{
    Kind kind = Kind::Recharge;
    QUuid subject;
    QUuid order;               // when the subject is another
    int buyer = 0, vendor = 0; // places in the shard's lists
    qint64 amount = 0;
    qint64 commission = 0; // or what the gateway keeps, or what of a closed wallet goes back by hand
};

// A move that must be refused and change nothing.
struct Impossible
{
    Move move;
    std::optional<ErrorCode> code; // none: a number that does not fit, which may also end as a fault
};

struct Parties
{
    Id<Account> buyer;
    Id<Vendor> vendor;
};

inline Result<> make(ledger::Service &ledger, Tx &tx, const Move &move, const Parties &parties)
{
    const Id<Order> order{move.subject};
    const Id<Payout> payout{move.subject};
    const Money amount{move.amount};
    switch (move.kind) {
    case Kind::Recharge:
        return ledger.recharge(tx, parties.buyer, amount, {move.subject}, QStringLiteral("pay_simulated"));
    case Kind::Hold: return ledger.hold(tx, parties.buyer, order, amount, QStringLiteral("Order"));
    case Kind::TopUp:
        return ledger.topUp(tx, parties.buyer, {move.order}, move.subject, amount, QStringLiteral("Weighed more"));
    case Kind::Refund:
        return ledger.refund(tx, parties.buyer, {move.order}, parties.vendor, move.subject, {amount, {move.commission}},
                             QStringLiteral("Refund"));
    case Kind::Release: return ledger.release(tx, parties.buyer, order, QStringLiteral("Order cancelled"));
    case Kind::Settle:
        return ledger.settle(tx, parties.buyer, order, parties.vendor, amount, {move.commission},
                             QStringLiteral("Order delivered"));
    case Kind::Reserve: return ledger.reservePayout(tx, parties.vendor, payout, amount);
    case Kind::Complete: return ledger.completePayout(tx, parties.vendor, payout, amount);
    case Kind::Return: return ledger.returnPayout(tx, parties.vendor, payout, amount);
    case Kind::Bounce: return ledger.bouncePayout(tx, parties.vendor, payout, amount);
    case Kind::TakeBack:
        return ledger.rechargeBack(tx, parties.buyer, move.subject, amount, QStringLiteral("Lost to the bank"),
                                   QStringLiteral("pay_simulated"));
    case Kind::SettleGateway: return ledger.settleGateway(tx, move.subject, amount, {move.commission});
    case Kind::Close:
        return ledger.giveBack(tx, parties.buyer, move.subject, {amount - Money{move.commission}, {move.commission}},
                               QStringLiteral("Balance given back"));
    case Kind::Adjust: return ledger.adjust(tx, parties.vendor, move.subject, amount, QStringLiteral("Correction"));
    }
    return {};
}

} // namespace fault
