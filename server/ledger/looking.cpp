// What whoever looks into the books asks for, and the few things that are done to them by hand.

#include "server/ledger/service.h"

namespace ledger {

// Behind every id that there can be.
Before Service::until(const std::optional<Instant> &at)
{
    if (at)
        return {Ids::firstOf<Transaction>(at->after(1)), 0};
    return {{QUuid::fromRfc4122(QByteArray(16, '\xff'))}, 0};
}

QList<AccountRow> Service::accounts(Tx &tx, const AccountsQuestion &question)
{
    QList<AccountRow> out = m_store.accounts(tx, question);
    for (AccountRow &row : out)
        if (!row.balance)
            row.balance = m_store.sumBefore(tx, row.id, until({}));
    return out;
}

std::optional<AccountRow> Service::account(Tx &tx, Id<LedgerAccount> id, const std::optional<Instant> &at)
{
    auto row = m_store.account(tx, id);
    if (row && (at || !row->balance))
        row->balance = m_store.sumBefore(tx, id, until(at));
    return row;
}

QList<std::pair<StatementRow, Money>> Service::statement(Tx &tx, Id<LedgerAccount> id, const Before &before, int limit)
{
    QList<std::pair<StatementRow, Money>> out;
    Money balance = m_store.sumBefore(tx, id, before);
    for (const StatementRow &row : m_store.statement(tx, id, before, limit)) {
        out += {row, balance};
        balance = balance - row.amount;
    }
    return out;
}

QList<TrialLine> Service::trial(Tx &tx, const std::optional<Instant> &at)
{
    return m_store.trial(tx, until(at));
}

std::optional<Transaction> Service::posting(Tx &tx, QUuid subject, Step step)
{
    return m_store.transaction(tx, subject, step);
}

std::optional<Escrow> Service::escrowOf(Tx &tx, Id<Order> order)
{
    const auto hold = m_store.transaction(tx, order.uuid, Step::Hold);
    if (!hold)
        return std::nullopt;
    const auto end = m_store.transaction(tx, order.uuid, Step::Close);
    return Escrow{hold->id, hold->createdAt, m_store.escrowOf(tx, order).value_or(Money{}),
                  end ? std::optional(end->createdAt) : std::nullopt};
}

QList<Transaction> Service::postings(Tx &tx, const std::optional<Id<Order>> &order,
                                     const std::optional<Id<Transaction>> &before, int limit)
{
    return order ? m_store.ofOrder(tx, *order, before, limit) : m_store.transactions(tx, before, limit);
}

QList<Transaction> Service::postingsAfter(Tx &tx, Place &place, int limit)
{
    QList<Transaction> out = m_store.transactionsAfter(tx, place.after, limit);
    place.isAtEnd = out.size() < limit;
    if (!out.isEmpty())
        place.after = out.constLast().id;
    return out;
}

Result<> Service::freeze(Tx &tx, Id<LedgerAccount> id, const QString &reason)
{
    const auto row = m_store.account(tx, id);
    if (!row)
        return notFound(QLatin1StringView("account"));
    if (!canFreeze(row->kind))
        return failure(ErrorCode::Conflict,
                       QStringLiteral("Only what a buyer can spend or a store be paid can be frozen."));
    if (!m_store.freeze(tx, id, reason))
        return failure(ErrorCode::Conflict, QStringLiteral("The account is frozen already."));
    return {};
}

Result<> Service::unfreeze(Tx &tx, Id<LedgerAccount> id)
{
    if (!m_store.account(tx, id))
        return notFound(QLatin1StringView("account"));
    if (!m_store.unfreeze(tx, id))
        return failure(ErrorCode::Conflict, QStringLiteral("The account is not frozen."));
    return {};
}

Result<> Service::reverse(Tx &tx, Id<Transaction> posting, const QString &reason)
{
    const auto seen = m_store.transaction(tx, posting);
    if (!seen)
        return notFound(QLatin1StringView("posting"));
    if (!mayReverse(seen->kind))
        return failure(ErrorCode::Conflict,
                       QStringLiteral("Only a correction or a line of a settlement can be taken back."));
    if (seen->kind == Posting::GatewaySettle)
        return turnAround(tx, posting, reason);
    // The platform's accounts get or give what they gave or got, so that the tax goes back with the rest.
    QList<Portion> back;
    Id<Vendor> vendor;
    bool isToStore = false;
    for (const LineRow &line : m_store.lines(tx, {posting})) {
        isToStore = !line.debitOwner;
        vendor = {(isToStore ? line.creditOwner : line.debitOwner).value_or(Id<Account>()).uuid};
        back += Portion{{isToStore ? line.debitKind : line.creditKind}, line.amount};
    }
    MUST(post(tx, Posting::Reverse, {.subject = posting.uuid, .note = reason},
              isToStore ? outOf(tx, vendor, back) : towards(tx, vendor, back)));
    return {};
}

} // namespace ledger
