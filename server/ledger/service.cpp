#include "server/ledger/service.h"

#include "server/core/cursor.h"
#include "server/core/permit.h"

#include <map>

namespace ledger {

namespace {

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

struct Shortage
{
    Money missing;

    FIELDS(Shortage, FIELD(missing))
};

struct ShortageWithDebt
{
    Money missing;
    Money owed; // within what is missing

    FIELDS(ShortageWithDebt, FIELD(missing), FIELD(owed))
};

} // namespace

Service::Service(Db &db, const Ids &ids)
    : m_db(db)
    , m_ids(ids)
{}

Result<Wallet> Service::readWallet(const Caller &caller)
{
    MUST(permitBuyer(caller));
    return m_db.read([&](Tx &tx) -> Result<Wallet> { return walletWithTimes(tx, caller.id); });
}

Result<Page<WalletEntry>> Service::listWalletEntries(const Caller &caller, const ListWalletEntries &wish)
{
    MUST(permitBuyer(caller));
    return m_db.read([&](Tx &tx) { return entriesOf(tx, caller.id, wish); });
}

Result<Page<WalletEntry>> Service::entriesOf(Tx &tx, Id<Account> buyer, const ListWalletEntries &wish)
{
    LET(before, cursor::idOf<WalletEntry>(wish.cursor));
    return cursor::pageById(m_store.entries(tx, buyer, wish, before, wish.limit + 1), wish.limit);
}

void Service::openWallet(Tx &tx, Id<Account> buyer)
{
    m_store.openAccounts(tx, {available(buyer), held(buyer), gatewayClearing});
    m_store.openWallet(tx, buyer);
}

Result<std::optional<Id<Transaction>>> Service::post(Tx &tx, Posting posting, const Reason &reason,
                                                     const QList<Transfer> &transfers)
{
    const bool isWorthless =
        std::any_of(transfers.begin(), transfers.end(), [](const Transfer &each) { return each.amount <= Money{}; });
    if (transfers.isEmpty() || isWorthless)
        return failure(ErrorCode::Conflict, QStringLiteral("Only an amount above zero can be moved."));
    const Transaction transaction{.id = m_ids.next<Transaction>(),
                                  .kind = posting,
                                  .step = stepOf(posting),
                                  .subjectId = {reason.subject},
                                  .orderId = reason.order,
                                  .lines = int(transfers.size()),
                                  .note = reason.note,
                                  .createdAt = tx.now()};
    if (!m_store.insertNew(tx, transaction)) {
        const auto earlier = m_store.transaction(tx, reason.subject, transaction.step);
        if (!earlier || earlier->kind != posting || !m_store.consistsOf(tx, earlier->id, transfers))
            return failure(ErrorCode::Conflict, QStringLiteral("This money has been moved already."));
        return std::optional<Id<Transaction>>();
    }
    // What is carried forward is never added up again: a posting that got its id behind it would be in no sum.
    if (m_store.isBehindCarried(tx, transaction.id))
        throw DbFault("the clock of this machine is behind the books: it says " + tx.now().text().toStdString());
    MUST(change(tx, posting, transfers));
    int line = 0;
    for (const Transfer &transfer : transfers)
        m_store.insert(tx, transaction.id, ++line, transfer);
    return std::optional(transaction.id);
}

Result<> Service::change(Tx &tx, Posting posting, const QList<Transfer> &transfers)
{
    for (const auto &[account, delta] : changesOf(transfers)) {
        if (delta == Money{})
            continue;
        const bool isBound = delta < Money{} && mindsFreeze(posting);
        if (isBound ? m_store.changeUnfrozen(tx, account, delta) : m_store.change(tx, account, delta))
            continue;
        if (isBound && m_store.isFrozen(tx, account))
            return failure(ErrorCode::BalanceFrozen,
                           QStringLiteral("This money is frozen: nothing new can be done with it."));
        return failure(ErrorCode::InsufficientFunds, QStringLiteral("There is not enough money."));
    }
    return {};
}

Result<> Service::recharge(Tx &tx, Id<Account> buyer, Money amount, Id<Payment> payment,
                           const QString &gatewayReference)
{
    openWallet(tx, buyer);
    LET(posted, post(tx, Posting::Recharge, {payment.uuid}, {{gatewayClearing, available(buyer), amount}}));
    if (!posted)
        return {};
    m_store.addRecharged(tx, buyer, amount);
    enter(tx, buyer, *posted,
          {.type = WalletEntryType::Recharge,
           .amount = amount,
           .description = QStringLiteral("Wallet recharge"),
           .gatewayReference = gatewayReference},
          wallet(tx, buyer));
    return payDebt(tx, buyer, *posted);
}

Result<> Service::giveBack(Tx &tx, Id<Account> buyer, QUuid closure, const GivenBack &money, const QString &description)
{
    m_store.openAccounts(tx, {bank});
    const Money whole = money.throughGateways + money.byHand;
    LET(posted,
        post(tx, Posting::Closure, {closure},
             between({{available(buyer), whole}}, {{gatewayClearing, money.throughGateways}, {bank, money.byHand}})));
    if (!posted)
        return {};
    enter(tx, buyer, *posted, {.type = WalletEntryType::Closure, .amount = whole, .description = description},
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

Money Service::missingFor(const Wallet &wallet, Money wanted)
{
    return wallet.available >= wanted ? Money{} : wanted - wallet.available + wallet.owed;
}

// Says exactly what is missing, so that the client can offer a recharge of it, and what of it is owed.
Result<> Service::shortage(Tx &tx, Id<Account> buyer, Money wanted)
{
    const Wallet seen = wallet(tx, buyer);
    const Money missing = missingFor(seen, wanted);
    if (seen.owed == Money{})
        return tl::unexpected(Error{.code = ErrorCode::InsufficientFunds,
                                    .message = QStringLiteral("The wallet has %1 too little.").arg(missing.text()),
                                    .details = json::bytes(Shortage{missing})});
    return tl::unexpected(
        Error{.code = ErrorCode::InsufficientFunds,
              .message = QStringLiteral("The wallet has %1 too little; %2 of it is owed, which a recharge pays first.")
                             .arg(missing.text(), seen.owed.text()),
              .details = json::bytes(ShortageWithDebt{missing, seen.owed})});
}

Result<> Service::hold(Tx &tx, Id<Account> buyer, Id<Order> order, Money amount, const QString &description,
                       Money further)
{
    auto posted = post(tx, Posting::Hold, {order.uuid}, {{available(buyer), held(buyer), amount}});
    if (!posted)
        return posted.error().code == ErrorCode::InsufficientFunds ? shortage(tx, buyer, amount + further)
                                                                   : tl::unexpected(posted.error());
    if (*posted)
        enter(tx, buyer, **posted,
              {.type = WalletEntryType::Hold, .amount = amount, .description = description, .orderId = order},
              wallet(tx, buyer));
    return {};
}

Result<> Service::topUp(Tx &tx, Id<Account> buyer, Id<Order> order, QUuid topUp, Money amount,
                        const QString &description)
{
    if (!m_store.transaction(tx, order.uuid, Step::Hold))
        return failure(ErrorCode::Conflict, QStringLiteral("No money is held for this order."));
    auto posted =
        post(tx, Posting::TopUp, {.subject = topUp, .order = order}, {{available(buyer), held(buyer), amount}});
    if (!posted)
        return posted.error().code == ErrorCode::InsufficientFunds ? shortage(tx, buyer, amount)
                                                                   : tl::unexpected(posted.error());
    if (!*posted)
        return {};
    if (m_store.transaction(tx, order.uuid, Step::Close))
        return failure(ErrorCode::Conflict, QStringLiteral("The money of this order is not held any more."));
    enter(tx, buyer, **posted,
          {.type = WalletEntryType::Hold, .amount = amount, .description = description, .orderId = order},
          wallet(tx, buyer));
    return {};
}

Money Service::heldOf(Tx &tx, Id<Order> order)
{
    if (m_store.transaction(tx, order.uuid, Step::Close))
        return {};
    return m_store.escrowOf(tx, order).value_or(Money{});
}

Result<> Service::release(Tx &tx, Id<Account> buyer, Id<Order> order, const QString &description)
{
    const std::optional<Money> amount = m_store.escrowOf(tx, order);
    if (!amount)
        return failure(ErrorCode::Conflict, QStringLiteral("No money is held for this order."));
    LET(posted, post(tx, Posting::Release, {order.uuid}, {{held(buyer), available(buyer), *amount}}));
    if (!posted)
        return {};
    enter(tx, buyer, *posted,
          {.type = WalletEntryType::Release, .amount = *amount, .description = description, .orderId = order},
          wallet(tx, buyer));
    return payDebt(tx, buyer, *posted);
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
            .isActive = row->isActive,
            .owed = row->owed};
}

// Postings ask for a wallet without them.
Wallet Service::walletWithTimes(Tx &tx, Id<Account> buyer)
{
    Wallet out = wallet(tx, buyer);
    if (const auto times = m_store.walletTimes(tx, buyer)) {
        out.createdAt = times->createdAt;
        out.updatedAt = times->updatedAt;
    }
    return out;
}

} // namespace ledger
