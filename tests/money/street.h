#pragma once

// A market in which everything has happened once that moves money, and the books beside it.

#include "server/books/service.h"
#include "tests/money/world.h"

#include <type_traits>

struct Street
{
    World world;
    payments::Service payments{*world.db,    world.db.clock, world.ids,   world.accounts,  world.auth,
                               world.ledger, world.settings, world.audit, world.secrets(), {}};
    Secrets secrets{{QByteArray(32, 'b')}, 4};
    books::Service books{*world.db,  world.db.clock, world.ids,      world.ledger, world.accounts,
                         world.auth, world.audit,    world.settings, secrets};
    Order held, cancelled, disputed, settled, refunded, weighed;
    Id<Payment> payment;
    Id<Payout> paid, sentBack, rejected, waiting;

    Street()
    {
        books.compareWith({payments, world.orders, world.weighing, world.refunds, world.payouts, world.tax});
        world.verifyBank(world.store);
        payment = pay({3'000'000});
        held = world.placed();
        cancelled = world.placed();
        must(world.orders.cancelOrder(world.buyer.caller, cancelled.id, {QStringLiteral("Not needed")}));
        disputed = world.placed();
        world.walkTo(disputed.id, OrderStatus::Delivered);
        must(world.refunds.openDispute(
            world.buyer.caller, disputed.id,
            {.kind = DisputeKind::Damaged, .text = QStringLiteral("Half of it is rusty and bent.")}));
        settled = world.settled();
        giveBack(settled, {10'000});
        refunded = world.placed();
        giveBack(refunded, {75'000});
        weigh();
        payOut();
    }
    template <class T>
    static T must(Result<T> result)
    {
        if (!result)
            qFatal("the street cannot be made: %s", qPrintable(result.error().message));
        if constexpr (!std::is_void_v<T>)
            return std::move(*result);
    }
    Id<Payment> pay(Money amount)
    {
        const auto id = world.ids.next<Payment>();
        must(world.db->write([&](Tx &tx) -> Result<> {
            MUST(payments.adopt(tx, {.id = id,
                                     .accountId = world.buyer.caller.id,
                                     .gatewayOrderId = QStringLiteral("order_%1").arg(id.text()),
                                     .gatewayPaymentId = QStringLiteral("pay_%1").arg(id.text()),
                                     .amount = amount,
                                     .createdAt = tx.now(),
                                     .endedAt = tx.now()}));
            return world.ledger.recharge(tx, world.buyer.caller.id, amount, id, QStringLiteral("pay"));
        }));
        return id;
    }
    void giveBack(const Order &order, Money amount)
    {
        world.db.clock.advance(2 * hourMs);
        const auto asked = must(world.refunds.requestRefund(
            world.store.caller, order.id,
            {.amount = amount, .reason = RefundReason::Damaged, .text = QStringLiteral("Half of it is rusty")}));
        for (const RefundStatus status : {RefundStatus::Approved, RefundStatus::Processed})
            must(world.refunds.decideRefund(world.admin, asked.id, {.status = status}));
    }
    // More than was ordered, so that more had to be held.
    void weigh()
    {
        weighed = world.placed();
        world.walkTo(weighed.id, OrderStatus::Packed);
        const auto ticket =
            must(world.weighing.recordWeighTicket(world.store.caller, weighed.id,
                                                  {.lineId = world.read(weighed.id).lines.constFirst().id,
                                                   .gross = {1'500},
                                                   .scaleSerial = QStringLiteral("MT-4711"),
                                                   .operatorName = QStringLiteral("Ravi"),
                                                   .weighedAt = world.db.clock.now()}));
        must(world.weighing.acceptWeighTicket(world.store.caller, ticket.id));
        must(world.weighing.acceptWeighTicket(world.buyer.caller, ticket.id));
        must(world.weighing.payTopUp(world.buyer.caller, weighed.id, {{37'500}}));
    }
    void payOut()
    {
        const auto request = [&] { return must(world.payouts.requestPayout(world.store.caller)).id; };
        rejected = request();
        must(world.payouts.rejectPayout(world.admin, rejected, {QStringLiteral("wrong holder")}));
        const auto process = [&](const char *reference) {
            const auto id = request();
            must(world.payouts.approvePayout(world.admin, id));
            must(world.payouts.processPayout(world.admin, id, {QString::fromLatin1(reference)}));
            return id;
        };
        sentBack = process("UTR-2026-71");
        must(world.payouts.returnPayout(world.admin, sentBack, {QStringLiteral("account closed")}));
        paid = process("UTR-2026-72");
        (void)world.settled();
        waiting = request();
    }
    // Withheld from a payout and paid, and corrections; each of what can be taken back once.
    void tax()
    {
        world.set(QStringLiteral("tax.withhold"), QStringLiteral("true"));
        (void)world.settled();
        must(world.payouts.requestPayout(world.store.caller));
        const auto deposit = [&](const char *challan) {
            return must(world.tax.depositTax(
                            world.admin, {TaxHead::Tds, QStringLiteral("2026-09"), {30}, QString::fromLatin1(challan)}))
                .id;
        };
        (void)deposit("CPIN-1");
        must(world.tax.reverseTaxDeposit(world.admin, deposit("CPIN-2"), {QStringLiteral("Entered twice")}));
        must(world.db->write([&](Tx &tx) -> Result<> {
            const QUuid correction = world.ids.next<Order>().uuid;
            MUST(world.ledger.adjust(tx, world.store.id, correction, {1'000}, QStringLiteral("A wrong rate")));
            const auto posting = world.ledger.posting(tx, correction, ledger::Step::Adjust);
            return world.ledger.reverse(tx, posting->id, QStringLiteral("It was right"));
        }));
    }
    QString problem() { return books.check().problem.value_or(QString()); }
    QString number(Id<Payout> id) { return must(world.payouts.readPayout(world.admin, id)).payout.payoutNumber; }
    QString refundNumber()
    {
        return must(world.refunds.listAllRefunds(world.admin, {})).items.constLast().refundNumber;
    }
    // With the names of what has them.
    QString named(QString text)
    {
        for (const auto &[mark, name] :
             std::initializer_list<std::pair<const char *, QString>>{{"{held}", held.orderNumber},
                                                                     {"{cancelled}", cancelled.orderNumber},
                                                                     {"{settled}", settled.orderNumber},
                                                                     {"{payment}", payment.text()},
                                                                     {"{refund}", refundNumber()},
                                                                     {"{waiting}", number(waiting)},
                                                                     {"{paid}", number(paid)},
                                                                     {"{store}", world.store.id.text()}})
            text.replace(QLatin1StringView(mark), name);
        return text;
    }
    void sql(const QByteArray &statement, const QUuid &about)
    {
        must(world.db->write([&](Tx &tx) -> Result<> {
            if (tx.run({statement.constData(), std::size_t(statement.size())}, Id<Order>{about}) == 0)
                qFatal("nothing was changed");
            return {};
        }));
    }
};
