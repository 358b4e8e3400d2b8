#include "server/demo/cases.h"

#include "server/demo/caseshape.h"
#include "server/market.h"
#include "shared/base/indiatime.h"

#include <QFile>

#include <algorithm>
#include <memory>
#include <tuple>

namespace demo {

namespace {

constexpr Money rechargeStep{5'000'000}; // a recharge is at most 50,000.00
constexpr Money purseStep{50'000};       // people put in round sums
const QString scaleSerial = QStringLiteral("AV-4711-2024");

// One order on its way through its acts.
class Fate
{
public:
    Fate(const CaseStage &stage, DemoCase wish)
        : m_stage(stage)
        , m_market(stage.market)
        , m_wish(std::move(wish))
    {}

    Result<> begin()
    {
        std::tie(m_buyer, m_address) = m_stage.buyer(m_wish.buyer);
        m_vendor = m_stage.vendor(m_wish.vendor);
        const Product product = m_stage.products(m_wish.vendor).at(m_wish.product);
        MUST(fillPurse(lineTotal(product.price, m_wish.quantity).value_or(Money{})));
        const PlaceOrderLine line{.productId = product.id, .quantity = m_wish.quantity};
        LET(placed, m_market.orders.placeOrder(m_buyer, {.addressId = m_address, .lines = {line}}));
        m_order = placed.orders.constFirst().id;
        return {};
    }

    Result<> act(const DemoAct &act)
    {
        switch (act.deed) {
        case DemoDeed::Confirm: return advance(OrderStatus::Confirmed);
        case DemoDeed::Pack: return advance(OrderStatus::Packed);
        case DemoDeed::Send: return advance(OrderStatus::OutForDelivery);
        case DemoDeed::Arrive: return advance(OrderStatus::Delivered);
        case DemoDeed::Receive: return outcome(m_market.orders.confirmDelivery(m_buyer, m_order));
        case DemoDeed::Weigh: return weigh(act);
        case DemoDeed::TakeBack:
            return outcome(m_market.weighing.voidWeighTicket(m_vendor, m_ticket, {act.text.value_or(QString())}));
        case DemoDeed::Accept:
            MUST(m_market.weighing.acceptWeighTicket(m_vendor, m_ticket));
            return outcome(m_market.weighing.acceptWeighTicket(m_buyer, m_ticket));
        case DemoDeed::Contest:
            return outcome(m_market.weighing.flagWeighTicket(m_buyer, m_ticket, {act.text.value_or(QString())}));
        case DemoDeed::TopUp: return topUp();
        case DemoDeed::AskRefund: return askRefund(act);
        case DemoDeed::ApproveRefund: return decideRefund({RefundStatus::Approved});
        case DemoDeed::ProcessRefund: return decideRefund({RefundStatus::Processed});
        case DemoDeed::RejectRefund: return decideRefund({RefundStatus::Rejected, act.text});
        case DemoDeed::Dispute: return dispute(act);
        case DemoDeed::Answer: return answer(act);
        case DemoDeed::Withdraw: return outcome(m_market.refunds.withdrawDispute(m_buyer, m_dispute));
        case DemoDeed::Decide: return decide(act);
        }
        return {};
    }

private:
    template <class T>
    static Result<> outcome(const Result<T> &result)
    {
        MUST(result);
        return {};
    }

    // Enough for the order, in payments that the books and the gateway know.
    Result<> fillPurse(Money total)
    {
        const qint64 steps = (total.minor + total.minor / 10) / purseStep.minor + 1;
        for (Money left{purseStep.minor * steps}; left > Money{}; left = left - rechargeStep)
            MUST(recharge(std::min(left, rechargeStep)));
        return {};
    }

    Result<> recharge(Money amount)
    {
        return m_market.db().write([&](Tx &tx) -> Result<> {
            const auto id = m_market.ids.next<Payment>();
            const QString name = QString::fromLatin1(id.uuid.toRfc4122().toHex().last(14));
            const QString attempt = QStringLiteral("pay_") + name;
            MUST(m_market.payments.adopt(tx, payments::PastPayment{.id = id,
                                                                   .accountId = m_buyer.id,
                                                                   .gatewayOrderId = QStringLiteral("order_") + name,
                                                                   .gatewayPaymentId = attempt,
                                                                   .amount = amount,
                                                                   .createdAt = tx.now(),
                                                                   .endedAt = tx.now()}));
            return m_market.ledger.recharge(tx, m_buyer.id, amount, id, attempt);
        });
    }

    Result<> advance(OrderStatus status)
    {
        return outcome(m_market.orders.advanceOrder(m_vendor, m_order, {.status = status}));
    }

    Result<> weigh(const DemoAct &act)
    {
        LET(order, m_market.orders.readOrder(m_vendor, m_order));
        LET(ticket,
            m_market.weighing.recordWeighTicket(m_vendor, m_order,
                                                {.lineId = order.lines.constFirst().id,
                                                 .gross = act.gross.value_or(m_wish.quantity),
                                                 .tare = act.tare.value_or(Quantity{}),
                                                 .deductions = act.deductions,
                                                 .scaleSerial = scaleSerial,
                                                 .operatorName = act.text.value_or(QStringLiteral("Ravi Kale")),
                                                 .weighedAt = m_market.db().read([](Tx &tx) { return tx.now(); })}));
        m_ticket = ticket.id;
        return {};
    }

    Result<> topUp()
    {
        LET(settlement, m_market.weighing.readSettlement(m_buyer, m_order));
        return outcome(m_market.weighing.payTopUp(m_buyer, m_order, {settlement.missing}));
    }

    Result<> askRefund(const DemoAct &act)
    {
        LET(refund, m_market.refunds.requestRefund(m_vendor, m_order,
                                                   {.amount = act.amount,
                                                    .lines = {},
                                                    .reason = act.refundFor.value_or(RefundReason::Other),
                                                    .text = act.text.value_or(QString())}));
        m_refund = refund.id;
        return {};
    }

    Result<> decideRefund(const DecideRefund &wish)
    {
        return outcome(
            m_market.db().write([&](Tx &tx) { return m_market.refunds.decidedBy(tx, m_stage.admin, m_refund, wish); }));
    }

    Result<QList<Id<StoredFile>>> evidence(const Caller &owner, const DemoAct &act)
    {
        if (!act.picture)
            return QList<Id<StoredFile>>();
        LET(file, m_stage.handIn(owner, *act.picture));
        return QList<Id<StoredFile>>{file};
    }

    Result<> dispute(const DemoAct &act)
    {
        LET(files, evidence(m_buyer, act));
        LET(opened, m_market.refunds.openDispute(m_buyer, m_order,
                                                 {.kind = act.about.value_or(DisputeKind::Other),
                                                  .wish = act.amount ? DisputeWish::Split : DisputeWish::Refund,
                                                  .amount = act.amount,
                                                  .text = act.text.value_or(QString()),
                                                  .excerpt = {},
                                                  .files = files}));
        m_dispute = opened.id;
        return {};
    }

    // Of a contested weight the dispute began by itself.
    Result<> answer(const DemoAct &act)
    {
        if (m_dispute.isNull()) {
            LET(open, m_market.refunds.listDisputes(m_vendor, {.order = m_order}));
            if (open.items.isEmpty())
                return failure(ErrorCode::Internal, QStringLiteral("There is no dispute to answer."));
            m_dispute = open.items.constFirst().id;
        }
        LET(files, evidence(m_vendor, act));
        return outcome(m_market.refunds.addStatement(
            m_vendor, m_dispute, {.text = act.text.value_or(QString()), .excerpt = {}, .files = files}));
    }

    Result<> decide(const DemoAct &act)
    {
        LET(detail, m_market.refunds.readDispute(m_stage.admin, m_dispute));
        const Money toBuyer = act.amount.value_or(Money{});
        const DecideDispute wish{toBuyer, detail.money.left - toBuyer, act.text.value_or(QString())};
        return outcome(m_market.db().write(
            [&](Tx &tx) { return m_market.refunds.decidedBy(tx, m_stage.admin, m_dispute, wish); }));
    }

    const CaseStage m_stage;
    Market &m_market;
    const DemoCase m_wish;
    Caller m_buyer, m_vendor;
    Id<Address> m_address;
    Id<Order> m_order;
    Id<WeighTicket> m_ticket;
    Id<Refund> m_refund;
    Id<Dispute> m_dispute;
};

void plan(const CaseStage &stage, const DemoCase &wish)
{
    const auto fate = std::make_shared<Fate>(stage, wish);
    qint64 ago = wish.minutesAgo;
    stage.at(ago, [fate] { return fate->begin(); });
    for (const DemoAct &act : wish.acts) {
        ago -= wish.pace;
        stage.at(ago, [fate, act] { return fate->act(act); });
    }
}

void plan(const CaseStage &stage, const DemoRate &wish)
{
    stage.at(wish.minutesAgo, [stage, wish]() -> Result<> {
        AddCommissionRate rate{.level = wish.level, .rate = wish.rate, .reason = wish.reason};
        if (wish.subject)
            rate.subjectId = wish.level == CommissionLevel::Vendor ? stage.vendor(*wish.subject).vendorId->text()
                                                                   : stage.categories.value(*wish.subject).text();
        const qint64 today = india::dayNumber(stage.today);
        if (wish.fromDay)
            rate.validFrom = india::dayText(today + *wish.fromDay);
        if (wish.untilDay)
            rate.validUntil = india::dayText(today + *wish.untilDay);
        MUST(stage.market.catalog.addCommissionRate(stage.admin, rate));
        return {};
    });
}

// One step of a payout's way; those that it does not come to do nothing.
Result<> goOn(const CaseStage &stage, const DemoPayoutCase &wish, Id<Payout> id, int step)
{
    using enum DemoPayoutEnd;
    payouts::Service &payouts = stage.market.payouts;
    const bool isRejected = wish.end == Rejected;
    return stage.market.db().write([&](Tx &tx) -> Result<> {
        if (step == 1 && isRejected)
            MUST(payouts.endedBy(tx, stage.admin, id, PayoutFailure::Rejected, wish.reason.value_or(QString())));
        if (step == 1 && !isRejected && wish.end >= FirstApproved)
            MUST(payouts.approvedBy(tx, stage.admin, id));
        if (step == 2 && !isRejected && wish.end >= InFile)
            MUST(payouts.batchedBy(tx, stage.admin, {{id}, QStringLiteral("neft")}));
        const bool isPaid = wish.end == Paid || wish.end == Returned;
        if (step == 3 && isPaid)
            MUST(payouts.paidBy(tx, stage.admin, id,
                                QStringLiteral("UTIBR5") + id.uuid.toString(QUuid::Id128).last(12).toUpper()));
        if (step == 4 && wish.end == Returned)
            MUST(payouts.endedBy(tx, stage.admin, id, PayoutFailure::Returned, wish.reason.value_or(QString())));
        return {};
    });
}

void plan(const CaseStage &stage, const DemoPayoutCase &wish)
{
    constexpr int steps = 4;
    const auto id = std::make_shared<Id<Payout>>();
    stage.at(wish.minutesAgo, [stage, wish, id]() -> Result<> {
        LET(payout, stage.market.payouts.requestPayout(stage.vendor(wish.vendor)));
        *id = payout.id;
        return {};
    });
    for (int step = 1; step <= steps; ++step)
        stage.at(wish.minutesAgo - step * wish.pace, [stage, wish, id, step] { return goOn(stage, wish, *id, step); });
}

void plan(const CaseStage &stage, const DemoFlag &wish)
{
    stage.at(wish.minutesAgo, [stage, wish] {
        Market &market = stage.market;
        return market.db().write([&](Tx &tx) -> Result<> {
            MoneyFlag flag{.kind = wish.kind,
                           .status = wish.status,
                           .provider = wish.provider,
                           .transactionId = wish.transactionId,
                           .amount = wish.amount,
                           .expectedAmount = wish.expected,
                           .currency = wish.currency,
                           .note = wish.note,
                           .reason = wish.reason,
                           .createdAt = tx.now()};
            if (wish.buyer) {
                const auto payment = market.ids.next<Payment>();
                const QString name = QString::fromLatin1(payment.uuid.toRfc4122().toHex().last(14));
                flag.paymentId = payment;
                flag.reference = QStringLiteral("order_") + name;
                MUST(market.payments.adopt(
                    tx, payments::PastPayment{.id = payment,
                                              .accountId = stage.buyer(*wish.buyer).first.id,
                                              .gatewayOrderId = *flag.reference,
                                              .amount = wish.expected.value_or(wish.amount),
                                              .status = PaymentStatus::Failed,
                                              .failureReason = QStringLiteral("The payment was not completed."),
                                              .createdAt = tx.now(),
                                              .endedAt = tx.now()}));
            }
            if (wish.status != FlagStatus::Open) {
                flag.resolvedBy = QStringLiteral("admin");
                flag.resolvedAt = tx.now();
            }
            return market.payments.adoptFlag(tx, {flag});
        });
    });
}

} // namespace

Result<> planCases(const CaseStage &stage)
{
    QFile file(stage.folder + QStringLiteral("/cases.json"));
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Internal, QStringLiteral("%1 is missing.").arg(file.fileName()));
    LET(wishes, json::parse<DemoCases>(file.readAll()));
    for (const DemoRate &each : wishes.rates)
        plan(stage, each);
    for (const DemoCase &each : wishes.cases)
        plan(stage, each);
    for (const DemoPayoutCase &each : wishes.payouts)
        plan(stage, each);
    for (const DemoFlag &each : wishes.flags)
        plan(stage, each);
    return {};
}

} // namespace demo
