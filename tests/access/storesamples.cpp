// The good requests about stores.

#include "tests/access/samples.h"

template <>
Sent sample<VendorReason>(Situation &)
{
    return said(VendorReason{QStringLiteral("Complaints of buyers")});
}

template <>
Sent sample<SetRadius>(Situation &)
{
    return said(SetRadius{40, QStringLiteral("Complaints of buyers")});
}

template <>
Sent sample<SetCommission>(Situation &)
{
    return said(SetCommission{BasisPoints{450}, QStringLiteral("Complaints of buyers")});
}

template <>
Sent sample<SetBusinessEmail>(Situation &)
{
    return said(SetBusinessEmail{QStringLiteral("shop@metals.example")});
}

template <>
Sent sample<ConfirmBusinessEmail>(Situation &at)
{
    const SetBusinessEmail wish{at.stage.unused("shop") + QStringLiteral("@metals.example")};
    if (!at.person.caller.vendorId || !at.stage.market.vendors.setBusinessEmail(at.person.caller, wish))
        return said(ConfirmBusinessEmail{QStringLiteral("000000")});
    at.stage.market.outbox.drain();
    return said(ConfirmBusinessEmail{at.stage.businessCodes.constLast().code});
}

template <>
Sent sample<OverridePrice>(Situation &)
{
    return said(OverridePrice{.price = {70'000}, .reason = QStringLiteral("Above the market"), .version = 1});
}

template <>
Sent sample<ListCities>(Situation &)
{
    return {.query = "?state=IN-MH"};
}

// In the body as good as in the query.
template <>
Sent sample<FindProducts>(Situation &)
{
    return said(FindProducts{});
}

template <>
Sent sample<CheckStock>(Situation &at)
{
    return said(CheckStock{{{at.stage.standing(Who::Vendor).product->id, Quantity{1000}}}});
}
