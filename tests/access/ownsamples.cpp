// The good requests about what people keep for themselves, and about what a store asks of its trade.

#include "tests/access/samples.h"

template <>
Sent sample<SaveMethod>(Situation &at)
{
    // Kept ones go first, because nobody may have many of them.
    const auto kept = at.stage.market.buyers.listSavedMethods(at.person.caller);
    if (kept && kept->size() > 1)
        (void)at.stage.market.buyers.removeSavedMethod(at.person.caller, kept->constLast().id);
    return said(SaveMethod{.kind = SavedMethodKind::Token,
                           .provider = QStringLiteral("razorpay"),
                           .reference = at.stage.unused("token_4lsdksD31GaZ"),
                           .label = QStringLiteral("Blue card")});
}

template <>
Sent sample<RegisterDevice>(Situation &at)
{
    return said(RegisterDevice{.platform = PushPlatform::Ios, .token = at.stage.unused("token-of-a-telephone-")});
}

template <>
Sent sample<CloseStore>(Situation &)
{
    return {.query = "?reason=Complaints+of+buyers"};
}

template <>
Sent sample<MarkShipped>(Situation &)
{
    return said(MarkShipped{QStringLiteral("Blue Dart"), QStringLiteral("7712345")});
}

template <>
Sent sample<ListCustomerOrders>(Situation &)
{
    return {.query = "?customer_id=0192f7a0-0000-7000-8000-00000000dead"};
}

template <>
Sent sample<EditMessage>(Situation &)
{
    return said(EditMessage{QStringLiteral("Is it clean?")});
}

// Who has no store has no picture for a product either, and is refused before it is looked at.
template <>
Sent sample<AddProductImage>(Situation &at)
{
    const Caller &caller = at.person.caller;
    const Id<StoredFile> nobodys = Id<StoredFile>::parse(QStringLiteral("0192f7a0-0000-7000-8000-00000000dead"));
    return said(AddProductImage{
        .fileId = caller.vendorId ? at.stage.upload(caller, FilePurpose::StoreBanner, Stage::jpeg()).id : nobodys,
        .altText = QStringLiteral("A coil of copper wire")});
}
