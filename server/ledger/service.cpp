#include "server/ledger/service.h"

#include "server/core/cursor.h"
#include "server/core/permit.h"

#include <map>

namespace ledger {

namespace {

BookAccount available(Id<Account> buyer)
{
    return {AccountKind::BuyerAvailable, buyer.uuid};
}
BookAccount held(Id<Account> buyer)
{
    return {AccountKind::BuyerHeld, buyer.uuid};
}
BookAccount payable(Id<Vendor> vendor)
{
    return {AccountKind::VendorPayable, vendor.uuid};
}
BookAccount inPayout(Id<Vendor> vendor)
{
    return {AccountKind::VendorPayout, vendor.uuid};
}

constexpr BookAccount commissionIncome{AccountKind::CommissionIncome};
constexpr BookAccount gatewayClearing{AccountKind::GatewayClearing};
constexpr BookAccount bank{AccountKind::Bank};

QString wordsFor(const Difference &found)
{
    return QStringLiteral("%1 of %2 is %3, its rows say %4")
        .arg(found.number, found.ownerId ? found.ownerId->text() : QStringLiteral("the platform"), found.cached.text(),
             found.recomputed.text());
}

// What the transfers add to each account that has a limit. Sorted by id, so that concurrent postings lock in one order.
std::map<QUuid, Money> changesOf(const QList<Transfer> &transfers)
{
    std::map<QUuid, Money> changes;
    const auto add = [&](const BookAccount &account, Money amount) {
        if (account.isPlatforms())
            return;
        Money &sum = changes[account.id()];
        sum = sum + amount;
    };
    for (const Transfer &transfer : transfers) {
        add(transfer.debit, -transfer.amount);
        add(transfer.credit, transfer.amount);
    }
    return changes;
}

} // namespace

Service::Service(Db &db, const Ids &ids)
    : m_db(db)
    , m_ids(ids)
{}

Result<Wallet> Service::readWallet(const Caller &caller)
{
    MUST(permitBuyer(caller));
    return m_db.read([&](Tx &tx) -> Result<Wallet> { return wallet(tx, caller.id); });
}

Result<Page<WalletEntry>> Service::listWalletEntries(const Caller &caller, const ListWalletEntries &wish)
{
    MUST(permitBuyer(caller));
    LET(before, cursor::idOf<WalletEntry>(wish.cursor));
    return cursor::pageById(
        m_db.read([&](Tx &tx) { return m_store.entries(tx, caller.id, wish, before, wish.limit + 1); }), wish.limit);
}

void Service::openWallet(Tx &tx, Id<Account> buyer)
{
    m_store.openAccounts(tx, {available(buyer), held(buyer), gatewayClearing});
    m_store.openWallet(tx, buyer);
}

void Service::openVendor(Tx &tx, Id<Vendor> vendor)
{
    m_store.openAccounts(tx, {payable(vendor), inPayout(vendor), commissionIncome, bank});
}

Result<std::optional<Id<Transaction>>> Service::post(Tx &tx, Posting posting, QUuid subject,
                                                     const QList<Transfer> &transfers)
{
    const bool isWorthless =
        std::any_of(transfers.begin(), transfers.end(), [](const Transfer &each) { return each.amount <= Money{}; });
    if (transfers.isEmpty() || isWorthless)
        return failure(ErrorCode::Conflict, QStringLiteral("Only an amount above zero can be moved."));
    const Transaction transaction{.id = m_ids.next<Transaction>(),
                                  .kind = posting,
                                  .step = stepOf(posting),
                                  .subjectId = {subject},
                                  .createdAt = tx.now()};
    if (!m_store.insertNew(tx, transaction)) {
        const auto earlier = m_store.transaction(tx, subject, transaction.step);
        if (!earlier || earlier->kind != posting || !m_store.consistsOf(tx, earlier->id, transfers))
            return failure(ErrorCode::Conflict, QStringLiteral("This money has been moved already."));
        return std::optional<Id<Transaction>>();
    }
    for (const auto &[account, delta] : changesOf(transfers)) {
        if (delta != Money{} && !m_store.change(tx, account, delta))
            return failure(ErrorCode::InsufficientFunds, QStringLiteral("There is not enough money."));
    }
    int line = 0;
    for (const Transfer &transfer : transfers)
        m_store.insert(tx, transaction.id, ++line, transfer);
    return std::optional(transaction.id);
}

Result<> Service::recharge(Tx &tx, Id<Account> buyer, Money amount, Id<Payment> payment,
                           const QString &gatewayReference)
{
    openWallet(tx, buyer);
    LET(posted, post(tx, Posting::Recharge, payment.uuid, {{gatewayClearing, available(buyer), amount}}));
    if (!posted)
        return {};
    m_store.addRecharged(tx, buyer, amount);
    enter(tx, buyer, *posted,
          {.type = WalletEntryType::Recharge,
           .amount = amount,
           .description = QStringLiteral("Wallet recharge"),
           .gatewayReference = gatewayReference},
          wallet(tx, buyer));
    return {};
}

// Completes the entry from the wallet as it is after it.
void Service::enter(Tx &tx, Id<Account> buyer, Id<Transaction> transaction, WalletEntry entry, const Wallet &after)
{
    entry.id = m_ids.next<WalletEntry>();
    entry.balanceAfter = after.currentBalance;
    entry.balanceBefore = after.currentBalance - effectOf(entry.type, entry.amount);
    entry.heldAfter = after.heldAmount;
    entry.processedAt = tx.now();
    m_store.insert(tx, buyer, transaction, entry);
}

// Says exactly what is missing, so that the client can offer a recharge of it.
Result<> Service::shortage(Tx &tx, Id<Account> buyer, Money wanted)
{
    const Money missing = wanted - wallet(tx, buyer).available;
    return tl::unexpected(Error{.code = ErrorCode::InsufficientFunds,
                                .message = QStringLiteral("The wallet has %1 too little.").arg(missing.text()),
                                .details = "{\"missing\":\"" + missing.text().toLatin1() + "\"}"});
}

Result<> Service::hold(Tx &tx, Id<Account> buyer, Id<Order> order, Money amount, const QString &description,
                       Money further)
{
    auto posted = post(tx, Posting::Hold, order.uuid, {{available(buyer), held(buyer), amount}});
    if (!posted)
        return posted.error().code == ErrorCode::InsufficientFunds ? shortage(tx, buyer, amount + further)
                                                                   : tl::unexpected(posted.error());
    if (!*posted)
        return {};
    const Wallet after = wallet(tx, buyer);
    if (!after.isActive)
        return failure(ErrorCode::BalanceFrozen, QStringLiteral("The wallet is closed for new orders."));
    enter(tx, buyer, **posted,
          {.type = WalletEntryType::Hold, .amount = amount, .description = description, .orderId = order}, after);
    return {};
}

Result<> Service::release(Tx &tx, Id<Account> buyer, Id<Order> order, const QString &description)
{
    const std::optional<Money> amount = m_store.heldFor(tx, order);
    if (!amount)
        return failure(ErrorCode::Conflict, QStringLiteral("No money is held for this order."));
    LET(posted, post(tx, Posting::Release, order.uuid, {{held(buyer), available(buyer), *amount}}));
    if (!posted)
        return {};
    enter(tx, buyer, *posted,
          {.type = WalletEntryType::Release, .amount = *amount, .description = description, .orderId = order},
          wallet(tx, buyer));
    return {};
}

Result<> Service::settle(Tx &tx, Id<Account> buyer, Id<Order> order, Id<Vendor> vendor, Money gross, Money commission,
                         const QString &description)
{
    const std::optional<Money> inEscrow = m_store.heldFor(tx, order);
    if (!inEscrow || gross > *inEscrow || gross <= Money{} || commission < Money{} || commission > gross)
        return failure(ErrorCode::Conflict, QStringLiteral("The held money does not cover this settlement."));
    const Money rest = *inEscrow - gross;
    QList<Transfer> transfers;
    const auto give = [&](const BookAccount &to, Money amount) {
        if (amount > Money{})
            transfers += {held(buyer), to, amount};
    };
    give(payable(vendor), gross - commission);
    give(commissionIncome, commission);
    give(available(buyer), rest);

    openVendor(tx, vendor);
    LET(posted, post(tx, Posting::Settle, order.uuid, transfers));
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

Result<> Service::reservePayout(Tx &tx, Id<Vendor> vendor, Id<Payout> payout, Money amount)
{
    MUST(post(tx, Posting::PayoutReserve, payout.uuid, {{payable(vendor), inPayout(vendor), amount}}));
    return {};
}

Result<> Service::completePayout(Tx &tx, Id<Vendor> vendor, Id<Payout> payout, Money amount)
{
    MUST(post(tx, Posting::PayoutComplete, payout.uuid, {{inPayout(vendor), bank, amount}}));
    return {};
}

Result<> Service::returnPayout(Tx &tx, Id<Vendor> vendor, Id<Payout> payout, Money amount)
{
    MUST(post(tx, Posting::PayoutReturn, payout.uuid, {{inPayout(vendor), payable(vendor), amount}}));
    return {};
}

Wallet Service::wallet(Tx &tx, Id<Account> buyer)
{
    const auto row = m_store.wallet(tx, buyer);
    if (!row)
        return {};
    return {.currentBalance = row->available + row->held,
            .heldAmount = row->held,
            .available = row->available,
            .totalRecharged = row->totalRecharged,
            .totalSpent = row->totalSpent,
            .isActive = row->isActive};
}

VendorFunds Service::vendorFunds(Tx &tx, Id<Vendor> vendor)
{
    return {.released = m_store.balance(tx, payable(vendor)), .inPayouts = m_store.balance(tx, inPayout(vendor))};
}

std::optional<QString> Service::verify(const std::function<bool()> &isToStop)
{
    for (const auto check : {&Store::wrongAccount, &Store::emptyTransaction, &Store::wrongWallet}) {
        for (Place place; !place.isAtEnd;) {
            if (isToStop && isToStop())
                return QStringLiteral("the check was cut off");
            if (const auto found = m_db.read([&](Tx &tx) { return (m_store.*check)(tx, place); }))
                return wordsFor(*found);
        }
    }
    return std::nullopt;
}

} // namespace ledger
