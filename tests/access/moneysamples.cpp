#include "server/core/permit.h"
#include "tests/access/samples.h"

template <>
Sent sample<TakeStatement>(Situation &at)
{
    return said(at.stage.statement());
}

template <>
Sent sample<TakeSettlement>(Situation &)
{
    return said(
        TakeSettlement{.provider = QStringLiteral("razorpay"),
                       .csv = QStringLiteral("entity_id,type,debit,credit,amount,currency,payment_id,settlement_id\n"
                                             "pay_nobodys,payment,0.00,490.00,500.00,INR,,setl_1\n")});
}

template <>
Sent sample<ResolveFlag>(Situation &at)
{
    const Caller &payer = at.stage.standing(Who::Buyer).caller;
    const auto payment =
        at.stage.market.payments.rechargeWallet(payer, {.amount = {70'000}, .provider = QStringLiteral("upi")}).value();
    return said(ResolveFlag{
        .action = FlagAction::Credit, .paymentId = payment.id, .reason = QStringLiteral("Seen with the bank")});
}

// Nothing but its place changes, so that buyers of the stage go on paying.
template <>
Sent sample<ChangeGateway>(Situation &at)
{
    const auto all = at.stage.market.payments.listGateways(at.stage.root.caller).value();
    for (const GatewaySetup &each : all)
        if (each.provider == GatewayName::Razorpay)
            return said(ChangeGateway{.mode = each.mode, .isOn = each.isOn, .place = 1, .version = each.version});
    return {};
}

namespace {

// Of whoever asks, when that is somebody who can order.
Id<Order> placedOnline(Situation &at)
{
    const auto session = at.stage.market.auth.callerOf(at.person.token); // nobody orders who was banned
    const bool isBuyer = session && !session->limited && permitBuyer(*session) && at.person.address.has_value();
    const Asker &buyer = isBuyer ? at.person : at.stage.standing(Who::Buyer);
    const PlacedOrders placed =
        at.stage.market.orders
            .placeOrder(buyer.caller,
                        {.addressId = *buyer.address,
                         .lines = {{at.stage.standing(Who::Vendor).product->id, Quantity{1000}, std::nullopt}},
                         .paymentMethod = PaymentMethodKind::Online})
            .value();
    return placed.orders.constFirst().id;
}

} // namespace

template <>
Sent sample<PayOrder>(Situation &at)
{
    return said(PayOrder{placedOnline(at)});
}

template <>
Sent sample<PayInCash>(Situation &at)
{
    (void)at.stage.market.settings
        .changeSetting(at.stage.root.caller, QStringLiteral("orders.cod_enabled"), {QStringLiteral("true")})
        .value();
    return said(PayInCash{placedOnline(at)});
}

template <>
Sent sample<CalculateTotal>(Situation &at)
{
    const Asker &buyer = at.person.address ? at.person : at.stage.standing(Who::Buyer);
    return said(CalculateTotal{.lines = {{at.stage.standing(Who::Vendor).product->id, Quantity{1000}, std::nullopt}},
                               .addressId = *buyer.address});
}
