// What stores get and give. Whoever owes gets nothing before the debt is paid, so that a payout can never take money
// that belongs to a buyer.

#include "server/ledger/service.h"
#include "shared/base/indiatime.h"

namespace ledger {

namespace {

Money sumOf(const QList<Portion> &portions)
{
    Money out;
    for (const Portion &each : portions)
        out = out + each.amount;
    return out;
}

QList<Portion> commissionOf(Money commission, Money tax)
{
    return {{commissionIncome, commission - tax}, {gstDue, tax}};
}

CommissionSums sumsOf(const QList<CommissionPart> &parts)
{
    CommissionSums out;
    for (const CommissionPart &each : parts) {
        if (each.step == Step::Refund) {
            out.refunded = out.refunded + each.amount;
        } else {
            out.commission = out.commission + each.amount;
            out.tax = out.tax + each.tax;
        }
    }
    return out;
}

} // namespace

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

QList<Transfer> Service::towards(Tx &tx, Id<Vendor> vendor, const QList<Portion> &from)
{
    const Money amount = sumOf(from);
    const Money paid = std::min(-m_store.balance(tx, debt(vendor)), amount);
    return between(from, {{debt(vendor), paid}, {payable(vendor), amount - paid}});
}

QList<Transfer> Service::outOf(Tx &tx, Id<Vendor> vendor, const QList<Portion> &to)
{
    const Money amount = sumOf(to);
    const Money covered = std::min(m_store.balance(tx, payable(vendor)), amount);
    return between({{payable(vendor), covered}, {debt(vendor), amount - covered}}, to);
}

QList<Portion> Service::divided(Tx &tx, Money commission)
{
    if (commission <= Money{})
        return {};
    const Money tax = taxWithin(commission, m_store.commissionTaxOn(tx, india::dayNumber(tx.now())));
    if (tax > Money{})
        m_store.openAccounts(tx, {gstDue});
    return commissionOf(commission, tax);
}

void Service::taxCommissionBy(Tx &tx, const QList<CommissionTax> &rates)
{
    if (m_store.commissionTaxes(tx) != rates)
        m_store.replaceCommissionTaxes(tx, rates);
}

Result<> Service::settle(Tx &tx, Id<Account> buyer, Id<Order> order, Id<Vendor> vendor, Money gross, Money commission,
                         const QString &description)
{
    const std::optional<Money> inEscrow = m_store.escrowOf(tx, order);
    if (!inEscrow || gross > *inEscrow || gross <= Money{} || commission < Money{} || commission > gross)
        return failure(ErrorCode::Conflict, QStringLiteral("The held money does not cover this settlement."));
    const Money rest = *inEscrow - gross;
    QList<Transfer> transfers = towards(tx, vendor, {{held(buyer), gross - commission}});
    QList<Portion> others = divided(tx, commission);
    others += Portion{available(buyer), rest};
    transfers += between({{held(buyer), commission + rest}}, others);

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
    return payDebt(tx, buyer, *posted);
}

Result<> Service::chargeCommission(Tx &tx, Id<Vendor> vendor, Id<Order> order, Money commission)
{
    if (commission == Money{})
        return {}; // at a rate of nothing there is nothing to post
    openVendor(tx, vendor);
    MUST(post(tx, Posting::CodCommission, {order.uuid}, outOf(tx, vendor, divided(tx, commission))));
    return {};
}

Result<> Service::refund(Tx &tx, Id<Account> buyer, Id<Order> order, Id<Vendor> vendor, QUuid refund,
                         const RefundShares &shares, const QString &description)
{
    if (shares.fromVendor < Money{} || shares.fromCommission < Money{})
        return failure(ErrorCode::Conflict, QStringLiteral("Only an amount above zero can be moved."));
    openVendor(tx, vendor);
    QList<Transfer> transfers = outOf(tx, vendor, {{available(buyer), shares.fromVendor}});
    const Money tax = taxOf(sumsOf(m_store.commissionParts(tx, order)), shares.fromCommission);
    transfers += between(commissionOf(shares.fromCommission, tax), {{available(buyer), shares.fromCommission}});
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
    return payDebt(tx, buyer, *posted);
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
    MUST(post(tx, Posting::PayoutReturn, {payout.uuid}, towards(tx, vendor, {{inPayout(vendor), amount}})));
    return {};
}

Result<> Service::bouncePayout(Tx &tx, Id<Vendor> vendor, Id<Payout> payout, Money amount)
{
    const auto concluded = m_store.transaction(tx, payout.uuid, Step::Conclude);
    if (!concluded || concluded->kind != Posting::PayoutComplete ||
        !m_store.consistsOf(tx, concluded->id, {{inPayout(vendor), bank, amount}}))
        return failure(ErrorCode::Conflict, QStringLiteral("This payout has not gone to the bank."));
    openVendor(tx, vendor);
    MUST(post(tx, Posting::PayoutBounce, {payout.uuid}, towards(tx, vendor, {{bank, amount}})));
    return {};
}

Result<> Service::adjust(Tx &tx, Id<Vendor> vendor, QUuid adjustment, Money signedAmount, const QString &reason)
{
    openVendor(tx, vendor);
    MUST(post(tx, Posting::Adjust, {.subject = adjustment, .note = reason},
              signedAmount > Money{} ? towards(tx, vendor, divided(tx, signedAmount))
                                     : outOf(tx, vendor, divided(tx, -signedAmount))));
    return {};
}

Result<> Service::withholdTax(Tx &tx, Id<Vendor> vendor, Id<Payout> payout, const Withheld &tax)
{
    m_store.openAccounts(tx, {tcsDue, tdsDue});
    MUST(post(tx, Posting::TaxWithhold, {payout.uuid},
              between({{payable(vendor), tax.whole()}}, {{tcsDue, tax.tcs}, {tdsDue, tax.tds}})));
    return {};
}

Money Service::dueTo(Tx &tx, const BookAccount &due)
{
    return m_store.sumBefore(tx, key(due), until({}));
}

Result<> Service::depositTax(Tx &tx, const BookAccount &due, QUuid deposit, Money amount, const QString &note)
{
    m_store.openAccounts(tx, {due, bank});
    MUST(post(tx, Posting::TaxDeposit, {.subject = deposit, .note = note}, {{due, bank, amount}}));
    return {};
}

Result<> Service::reverseTaxDeposit(Tx &tx, QUuid deposit, const QString &reason)
{
    const auto seen = m_store.transaction(tx, deposit, Step::Deposit);
    if (!seen)
        return notFound(QLatin1StringView("posting"));
    return turnAround(tx, seen->id, reason);
}

// Of a posting between the platform's own accounts.
Result<> Service::turnAround(Tx &tx, Id<Transaction> posting, const QString &reason)
{
    QList<Transfer> back;
    for (const LineRow &line : m_store.lines(tx, {posting}))
        back += Transfer{{line.creditKind}, {line.debitKind}, line.amount};
    MUST(post(tx, Posting::Reverse, {.subject = posting.uuid, .note = reason}, back));
    return {};
}

} // namespace ledger
