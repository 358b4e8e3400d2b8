#include "tests/access/samples.h"

template <>
Sent sample<TakeStatement>(Situation &at)
{
    return said(at.stage.statement());
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
