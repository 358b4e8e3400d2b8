// What stores get and give. Whoever owes gets nothing before the debt is paid, so that a payout can never take money
// that belongs to a buyer.

#include "server/ledger/service.h"

namespace ledger {

void Service::openVendor(Tx &tx, Id<Vendor> vendor)
{
    m_store.openAccounts(tx, {payable(vendor), inPayout(vendor), debt(vendor), commissionIncome, bank});
}

VendorFunds Service::vendorFunds(Tx &tx, Id<Vendor> vendor)
{
    return {.released = m_store.balance(tx, payable(vendor)),
            .inPayouts = m_store.balance(tx, inPayout(vendor)),
            .owed = -m_store.balance(tx, debt(vendor))};
}

QList<Id<Vendor>> Service::storesToPay(Tx &tx, Money least, const std::optional<Id<Vendor>> &after, int limit)
{
    return m_store.storesWith(tx, std::max(least, Money{1}), after, limit);
}

QList<Transfer> Service::towards(Tx &tx, Id<Vendor> vendor, const BookAccount &from, Money amount)
{
    const Money paid = std::min(-m_store.balance(tx, debt(vendor)), amount);
    QList<Transfer> out;
    if (paid > Money{})
        out += {from, debt(vendor), paid};
    if (amount > paid)
        out += {from, payable(vendor), amount - paid};
    return out;
}

QList<Transfer> Service::outOf(Tx &tx, Id<Vendor> vendor, const BookAccount &to, Money amount)
{
    const Money covered = std::min(m_store.balance(tx, payable(vendor)), amount);
    QList<Transfer> out;
    if (covered > Money{})
        out += {payable(vendor), to, covered};
    if (amount > covered)
        out += {debt(vendor), to, amount - covered};
    return out;
}

Result<> Service::settle(Tx &tx, Id<Account> buyer, Id<Order> order, Id<Vendor> vendor, Money gross, Money commission,
                         const QString &description)
{
    const std::optional<Money> inEscrow = m_store.escrowOf(tx, order);
    if (!inEscrow || gross > *inEscrow || gross <= Money{} || commission < Money{} || commission > gross)
        return failure(ErrorCode::Conflict, QStringLiteral("The held money does not cover this settlement."));
    const Money rest = *inEscrow - gross;
    QList<Transfer> transfers = towards(tx, vendor, held(buyer), gross - commission);
    const auto give = [&](const BookAccount &to, Money amount) {
        if (amount > Money{})
            transfers += {held(buyer), to, amount};
    };
    give(commissionIncome, commission);
    give(available(buyer), rest);

    openVendor(tx, vendor);
    LET(posted, post(tx, Posting::Settle, {order.uuid}, transfers));
    if (!posted)
        return {};
    m_store.addSpent(tx, buyer, gross);
    Wallet after = wallet(tx, buyer);
    after.heldAmount = after.heldAmount + rest;
    WalletEntry entry{.type = WalletEntryType::Deduct, .amount = gross, .description = description, .orderId = order};
    enter(tx, buyer, *posted, entry, after);
    if (rest > Money{}) {
        after.heldAmount = after.heldAmount - rest;
        entry.type = WalletEntryType::Release;
        entry.amount = rest;
        enter(tx, buyer, *posted, entry, after);
    }
    return {};
}

Result<> Service::refund(Tx &tx, Id<Account> buyer, Id<Order> order, Id<Vendor> vendor, QUuid refund,
                         const RefundShares &shares, const QString &description)
{
    if (shares.fromVendor < Money{} || shares.fromCommission < Money{})
        return failure(ErrorCode::Conflict, QStringLiteral("Only an amount above zero can be moved."));
    openVendor(tx, vendor);
    QList<Transfer> transfers = outOf(tx, vendor, available(buyer), shares.fromVendor);
    if (shares.fromCommission > Money{})
        transfers += {commissionIncome, available(buyer), shares.fromCommission};
    LET(posted, post(tx, Posting::Refund, {.subject = refund, .order = order}, transfers));
    if (!posted)
        return {};
    if (m_store.spentOn(tx, order) < Money{})
        return failure(ErrorCode::Conflict, QStringLiteral("This order has not brought so much."));
    const Money amount = shares.fromVendor + shares.fromCommission;
    m_store.addSpent(tx, buyer, -amount);
    enter(tx, buyer, *posted,
          {.type = WalletEntryType::Refund, .amount = amount, .description = description, .orderId = order},
          wallet(tx, buyer));
    return {};
}

Result<> Service::reservePayout(Tx &tx, Id<Vendor> vendor, Id<Payout> payout, Money amount)
{
    MUST(post(tx, Posting::PayoutReserve, {payout.uuid}, {{payable(vendor), inPayout(vendor), amount}}));
    return {};
}

Result<> Service::completePayout(Tx &tx, Id<Vendor> vendor, Id<Payout> payout, Money amount)
{
    MUST(post(tx, Posting::PayoutComplete, {payout.uuid}, {{inPayout(vendor), bank, amount}}));
    return {};
}

Result<> Service::returnPayout(Tx &tx, Id<Vendor> vendor, Id<Payout> payout, Money amount)
{
    MUST(post(tx, Posting::PayoutReturn, {payout.uuid}, towards(tx, vendor, inPayout(vendor), amount)));
    return {};
}

Result<> Service::bouncePayout(Tx &tx, Id<Vendor> vendor, Id<Payout> payout, Money amount)
{
    const auto concluded = m_store.transaction(tx, payout.uuid, Step::Conclude);
    if (!concluded || concluded->kind != Posting::PayoutComplete ||
        !m_store.consistsOf(tx, concluded->id, {{inPayout(vendor), bank, amount}}))
        return failure(ErrorCode::Conflict, QStringLiteral("This payout has not gone to the bank."));
    openVendor(tx, vendor);
    MUST(post(tx, Posting::PayoutBounce, {payout.uuid}, towards(tx, vendor, bank, amount)));
    return {};
}

Result<> Service::adjust(Tx &tx, Id<Vendor> vendor, QUuid adjustment, Money signedAmount, const QString &reason)
{
    openVendor(tx, vendor);
    MUST(post(tx, Posting::Adjust, {.subject = adjustment, .note = reason},
              signedAmount > Money{} ? towards(tx, vendor, commissionIncome, signedAmount)
                                     : outOf(tx, vendor, commissionIncome, -signedAmount)));
    return {};
}

} // namespace ledger
