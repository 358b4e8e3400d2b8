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
