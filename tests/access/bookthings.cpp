// What there is in the books, and the good requests about it.

#include "tests/access/samples.h"

QByteArray Stage::ofBooks(Thing thing)
{
    const Asker vendor = spare(Role::Vendor);
    const QUuid adjustment = market.ids.next<AdjustCommission>().uuid;
    const auto posting = db->write([&](Tx &tx) -> Result<QUuid> {
        const Id<Vendor> store = *vendor.caller.vendorId;
        MUST(market.ledger.adjust(tx, store, adjustment, {1'000}, QStringLiteral("A wrong rate")));
        const auto account = ledger::key(ledger::payable(store));
        if (thing == Thing::FrozenAccount)
            MUST(market.ledger.freeze(tx, account, QStringLiteral("A complaint")));
        if (thing != Thing::Posting)
            return account.uuid;
        return market.ledger.posting(tx, adjustment, ledger::Step::Adjust)->id.uuid;
    });
    return posting.value().toString(QUuid::WithoutBraces).toLatin1();
}

template <>
Sent sample<FreezeAccount>(Situation &)
{
    return said(FreezeAccount{QStringLiteral("Complaints of buyers")});
}

template <>
Sent sample<AdjustCommission>(Situation &at)
{
    Stage &stage = at.stage;
    return said(AdjustCommission{*stage.standing(Who::Vendor).caller.vendorId, {5'00}, QStringLiteral("A wrong rate")});
}

template <>
Sent sample<ReversePosting>(Situation &)
{
    return said(ReversePosting{QStringLiteral("It was right before")});
}
