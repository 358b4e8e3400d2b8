// The good requests about what buyers keep for themselves, and how people hear of news.

#include "tests/access/samples.h"

template <>
Sent sample<PutPreferences>(Situation &)
{
    return said(PutPreferences{.sms = false, .whatsapp = true});
}

template <>
Sent sample<PutBuyerProfile>(Situation &)
{
    return said(PutBuyerProfile{QStringLiteral("1990-04-17"), Gender::Female});
}

template <>
Sent sample<ChooseStore>(Situation &at)
{
    return said(ChooseStore{*at.stage.standing(Who::Vendor).caller.vendorId});
}

template <>
Sent sample<Reorder>(Situation &at)
{
    const Asker &buyer = at.person.address ? at.person : at.stage.standing(Who::Buyer);
    at.stage.recharge(buyer, {72'000});
    return said(Reorder{.addressId = *buyer.address});
}
