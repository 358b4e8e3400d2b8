#pragma once

// A store and a buyer with an order of 2 kg of copper and 1 kg of brass at a commission of 2 %, and what both and an
// admin do about its money.

#include "tests/money/world.h"

class Returns
{
public:
    Returns()
        : brass(world.addProduct(world.store, QStringLiteral("Brass taps"), {33'333}, World::kilograms(100)))
    {
        world.fill(world.buyer, {1'000'000});
    }

    World world;
    const Id<Product> brass;
    const Caller &buyer() const { return world.buyer.caller; }
    const Caller &store() const { return world.store.caller; }
    const Caller &admin() const { return world.admin; }

    // 2 x 750.00 + 333.33; its commission is 30.00 + 6.67.
    static constexpr Money total{183'333}, commission{3'667};

    Order placed()
    {
        return world.orders
            .placeOrder(buyer(), {.addressId = world.buyer.address,
                                  .lines = {{world.store.copper, World::kilograms(2), {}}, {brass, {1000}, {}}}})
            .value()
            .orders.constFirst();
    }
    Order at(OrderStatus status)
    {
        const Order order = placed();
        world.walkTo(order.id, status);
        return world.read(order.id);
    }
    Order settled()
    {
        const Order order = at(OrderStatus::Delivered);
        return world.orders.confirmDelivery(buyer(), order.id).value();
    }

    Result<Refund> request(Id<Order> order, std::optional<Money> amount = {})
    {
        return world.refunds.requestRefund(store(), order, wish(amount));
    }
    Result<Refund> decide(Id<Refund> refund, RefundStatus status)
    {
        DecideRefund wish{.status = status};
        if (status == RefundStatus::Rejected)
            wish.reason = QStringLiteral("There is no proof");
        return world.refunds.decideRefund(admin(), refund, wish);
    }
    // Asked for, approved and processed.
    Result<Refund> refunded(Id<Order> order, std::optional<Money> amount = {})
    {
        LET(asked, request(order, amount));
        MUST(decide(asked.id, RefundStatus::Approved));
        return decide(asked.id, RefundStatus::Processed);
    }

    Result<Dispute> dispute(const Caller &who, Id<Order> order)
    {
        return world.refunds.openDispute(who, order, claim());
    }
    Result<DisputeDetail> answer(const Caller &who, Id<Dispute> dispute)
    {
        return world.refunds.addStatement(who, dispute, {.text = QStringLiteral("It left our yard in one piece.")});
    }
    Result<Dispute> resolve(Id<Dispute> dispute, Money toBuyer, Money toVendor)
    {
        return world.refunds.decideDispute(admin(), dispute,
                                           {toBuyer, toVendor, QStringLiteral("Both sides gave in a little.")});
    }

    static RequestRefund wish(std::optional<Money> amount = {})
    {
        return {.amount = amount, .reason = RefundReason::Damaged, .text = QStringLiteral("Half of it is rusty")};
    }
    static OpenDispute claim()
    {
        return {.kind = DisputeKind::Damaged, .text = QStringLiteral("Half of it is rusty and bent.")};
    }

    OrderMoney money(Id<Order> order)
    {
        const auto stake = world.db->read([&](Tx &tx) { return world.orders.stakeOf(tx, order); });
        return {.orderStatus = stake->status,
                .escrowStatus = stake->escrow,
                .paymentStatus = stake->payment,
                .paid = stake->paid,
                .commission = stake->refundedCommission, // here: what went back of it
                .refunded = stake->refunded,
                .left = stake->left(),
                .settledAt = stake->settledAt};
    }
    // What the market has earned with the tax within it, out of the transfers.
    Money commissionIncome()
    {
        const QString accounts =
            QStringLiteral("(SELECT id FROM ledger_accounts WHERE kind IN ('commission_income', 'gst_due'))");
        const auto sum = [&](const char *side) {
            return world.db.number("CAST(coalesce(sum(amount), 0) AS BIGINT) FROM ledger_transfers WHERE " +
                                   std::string(side) + " IN " + accounts.toStdString());
        };
        return {sum("credit_account_id") - sum("debit_account_id")};
    }
};
