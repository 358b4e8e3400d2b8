#include "tests/access/samples.h"

// The other way than it stands, because a rule that is switched so already is refused.
template <>
Sent sample<SwitchTaxRule>(Situation &at)
{
    const auto rules = at.stage.market.tax.listTaxRules(at.stage.root.caller, {});
    bool isOn = false;
    for (const TaxRule &rule : rules.value())
        isOn = isOn || (rule.isOn && rule.key.toLatin1() == at.object);
    return said(SwitchTaxRule{!isOn, QStringLiteral("Enacted on 1 April")});
}

template <>
Sent sample<AskTaxMonth>(Situation &)
{
    return {.query = "?month=2026-09"};
}

template <>
Sent sample<ListTaxMonth>(Situation &)
{
    return {.query = "?month=2026-09"};
}

// Each challan is entered once, and a paisa is due after another settled order.
template <>
Sent sample<DepositTax>(Situation &at)
{
    (void)at.stage.approvedPayout();
    return said(DepositTax{TaxHead::Gst, QStringLiteral("2026-04"), {1}, at.stage.unused("CPIN-")});
}

QByteArray Stage::taxPayment()
{
    (void)approvedPayout();
    return market.tax.depositTax(root.caller, {TaxHead::Gst, QStringLiteral("2026-04"), {1}, unused("CPIN-")})
        .value()
        .id.text()
        .toLatin1();
}

template <>
Sent sample<ReverseTaxDeposit>(Situation &)
{
    return said(ReverseTaxDeposit{QStringLiteral("It was paid under another head")});
}
