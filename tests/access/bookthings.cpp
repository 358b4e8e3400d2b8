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
Sent sample<AcknowledgeCustody>(Situation &at)
{
    const bool isOutside = at.stage.market.settings.choice(settings::Key::WalletMode) == u"mirror";
    return said(AcknowledgeCustody{isOutside ? WalletMode::Mirror : WalletMode::Own});
}

// There is something to compare only while somebody else keeps the money.
template <>
Sent sample<EnterCustodyBalance>(Situation &at)
{
    Stage &stage = at.stage;
    (void)stage.market.settings.changeSetting(stage.root.caller, QStringLiteral("wallet.mode"),
                                              {QStringLiteral("mirror")});
    return said(EnterCustodyBalance{.amount = {5'000}, .reference = stage.market.ids.next<CustodyBalance>().text()});
}

// There is something to give back, and nothing else of this wallet.
template <>
Sent sample<CloseWallet>(Situation &at)
{
    Stage &stage = at.stage;
    Asker owner;
    owner.caller.id = Id<Account>::parse(QString::fromLatin1(at.object));
    stage.recharge(owner, {50'00});
    const Money all =
        stage.market.db().read([&](Tx &tx) { return stage.market.ledger.wallet(tx, owner.caller.id).available; });
    return said(CloseWallet{all, all, QStringLiteral("Leaves the market"),
                            stage.market.ids.next<WalletClosure>().text().left(30)});
}

template <>
Sent sample<ReversePosting>(Situation &)
{
    return said(ReversePosting{QStringLiteral("It was right before")});
}
