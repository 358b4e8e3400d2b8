// Sums over the books. What was carried forward is never added up again; a full check looks at it piece by piece.

#include "server/ledger/differences.h"
#include "server/ledger/store.h"

#include <map>

namespace ledger {

namespace {

constexpr int accountsPerUnit = 500;
constexpr int carriedPerPiece = 100;
const std::string edition = "(SELECT max(edition) FROM ledger_editions)";

constexpr std::string_view sumOfBoth =
    "CAST(coalesce((SELECT sum(amount) FROM ledger_transfers WHERE credit_account_id = ?1 AND transaction_id >= ?4"
    " AND transaction_id <= ?2 AND (transaction_id < ?2 OR line < ?3)), 0) - coalesce((SELECT sum(amount)"
    " FROM ledger_transfers WHERE debit_account_id = ?1 AND transaction_id >= ?4 AND transaction_id <= ?2"
    " AND (transaction_id < ?2 OR line < ?3)), 0) AS BIGINT)";

// Per kind, how many accounts moved for the first time and what came together. The transfers are read once, in the
// order of their key.
constexpr std::string_view movedSince =
    "FROM (WITH moves AS MATERIALIZED (SELECT debit_account_id, credit_account_id, amount FROM ledger_transfers"
    " WHERE transaction_id >= ?1 AND transaction_id < ?2), sums AS MATERIALIZED (SELECT id, sum(amount) AS amount"
    " FROM (SELECT credit_account_id AS id, amount FROM moves UNION ALL SELECT debit_account_id, -amount FROM moves)"
    " AS sides GROUP BY id) SELECT a.kind, CAST(sum(CASE WHEN EXISTS (SELECT 1 FROM ledger_transfers e"
    " WHERE e.credit_account_id = a.id AND e.transaction_id < ?1) OR EXISTS (SELECT 1 FROM ledger_transfers e"
    " WHERE e.debit_account_id = a.id AND e.transaction_id < ?1) THEN 0 ELSE 1 END) AS BIGINT) AS accounts,"
    " CAST(sum(sums.amount) AS BIGINT) AS balance FROM sums JOIN ledger_accounts a ON a.id = sums.id GROUP BY a.kind)"
    " AS lines ORDER BY kind";

constexpr std::string_view balancesAfter =
    "FROM (SELECT id, CAST(coalesce(carried, 0) + coalesce(credits, 0) - coalesce(debits, 0) AS BIGINT) AS balance,"
    " CASE WHEN credits IS NULL AND debits IS NULL THEN 0 ELSE 1 END AS has_moved FROM (SELECT a.id,"
    " (SELECT c.balance FROM ledger_carried c WHERE c.edition = ?1 AND c.account_id = a.id AND c.before_id <= ?2"
    " ORDER BY c.before_id DESC LIMIT 1) AS carried,"
    " (SELECT sum(amount) FROM ledger_transfers WHERE credit_account_id = a.id AND transaction_id >= ?2"
    " AND transaction_id < ?3) AS credits,"
    " (SELECT sum(amount) FROM ledger_transfers WHERE debit_account_id = a.id AND transaction_id >= ?2"
    " AND transaction_id < ?3) AS debits"
    " FROM (SELECT id FROM ledger_accounts WHERE id > ?4 ORDER BY id LIMIT ?5) AS a) AS sums) AS piece ORDER BY id";

// Each row against the one before it and what was posted between the two.
const std::string carriedAgain =
    "FROM (SELECT c.account_id, c.before_id, c.carried, CAST(coalesce((SELECT p.balance FROM ledger_carried p"
    " WHERE p.edition = c.edition AND p.account_id = c.account_id AND p.before_id = c.since), 0)"
    " + coalesce((SELECT sum(amount) FROM ledger_transfers WHERE credit_account_id = c.account_id"
    " AND transaction_id >= c.since AND transaction_id < c.before_id), 0)"
    " - coalesce((SELECT sum(amount) FROM ledger_transfers WHERE debit_account_id = c.account_id"
    " AND transaction_id >= c.since AND transaction_id < c.before_id), 0) AS BIGINT) AS recomputed"
    " FROM (SELECT r.edition, r.account_id, r.before_id, r.balance AS carried, coalesce((SELECT e.before_id"
    " FROM ledger_carried e WHERE e.edition = r.edition AND e.account_id = r.account_id"
    " AND e.before_id < r.before_id ORDER BY e.before_id DESC LIMIT 1), ?1) AS since FROM ledger_carried r"
    " WHERE r.edition = " +
    edition +
    " AND (r.account_id, r.before_id) > (?2, ?3) ORDER BY r.account_id, r.before_id LIMIT ?4) AS c) AS piece"
    " ORDER BY account_id, before_id";

struct Mark
{
    Id<Transaction> id;

    FIELDS(Mark, FIELD(id))
};

struct MovedAccount
{
    Id<LedgerAccount> id;
    Money balance;
    bool hasMoved = false;

    FIELDS(MovedAccount, FIELD(id), FIELD(balance), FIELD(hasMoved))
};

struct CarriedSum
{
    Id<LedgerAccount> accountId;
    Id<Transaction> beforeId;
    Money carried, recomputed;

    FIELDS(CarriedSum, FIELD(accountId), FIELD(beforeId), FIELD(carried), FIELD(recomputed))
};

std::optional<Id<Transaction>> idOf(const std::optional<Mark> &mark)
{
    return mark ? std::optional(mark->id) : std::nullopt;
}

// By the names of the kinds, as the database sorts them.
using Lines = std::map<QLatin1StringView, TrialLine>;

void add(Lines &lines, const QList<TrialLine> &more)
{
    for (const TrialLine &line : more) {
        TrialLine &sum = lines[names::text(line.kind)];
        sum.kind = line.kind;
        sum.accounts += line.accounts;
        sum.balance = sum.balance + line.balance;
    }
}

} // namespace

Money Store::sumBefore(Tx &tx, Id<LedgerAccount> id, const Before &before)
{
    const auto carried = tx.one<CarriedAccount>("FROM ledger_carried WHERE edition = " + edition +
                                                    " AND account_id = ? AND before_id <= ?"
                                                    " ORDER BY before_id DESC LIMIT 1",
                                                id, before.transaction);
    const Id<Transaction> since = carried ? carried->beforeId : Place().after;
    const Money rest{tx.number(sumOfBoth, id, before.transaction, before.line, since)};
    return carried ? carried->balance + rest : rest;
}

QList<TrialLine> Store::trial(Tx &tx, const Before &before)
{
    Lines lines;
    const auto since = carriedUntil(tx, before.transaction);
    if (since)
        add(lines, carriedKinds(tx, *since));
    add(lines, tx.all<TrialLine>(movedSince, since.value_or(Place().after), before.transaction));
    QList<TrialLine> out;
    for (const auto &[name, line] : lines)
        out += line;
    return out;
}

qint64 Store::carriedEdition(Tx &tx)
{
    return tx.number("max(edition) FROM ledger_editions");
}

std::optional<Id<Transaction>> Store::carriedUntil(Tx &tx, Id<Transaction> latest)
{
    return idOf(tx.one<Mark>("FROM (SELECT before_id AS id FROM ledger_carried_kinds WHERE edition = " + edition +
                                 " AND before_id <= ? ORDER BY before_id DESC LIMIT 1) AS newest",
                             latest));
}

std::optional<Id<Transaction>> Store::oldest(Tx &tx)
{
    return idOf(tx.one<Mark>("FROM ledger_transactions ORDER BY id LIMIT 1"));
}

QList<TrialLine> Store::carriedKinds(Tx &tx, Id<Transaction> before)
{
    return tx.all<TrialLine>(
        "FROM ledger_carried_kinds WHERE edition = " + edition + " AND before_id = ? ORDER BY kind", before);
}

QList<CarriedAccount> Store::toCarry(Tx &tx, const Span &month, Place &place)
{
    const auto piece =
        tx.all<MovedAccount>(balancesAfter, month.edition, month.since, month.before, place.after, accountsPerUnit);
    place.isAtEnd = piece.size() < accountsPerUnit;
    QList<CarriedAccount> out;
    for (const MovedAccount &each : piece) {
        place.after = {each.id.uuid};
        if (each.hasMoved)
            out += {month.edition, each.id, month.before, each.balance};
    }
    return out;
}

QList<CarriedKind> Store::kindsToCarry(Tx &tx, const Span &month)
{
    Lines lines;
    add(lines, carriedKinds(tx, month.since));
    add(lines, tx.all<TrialLine>(movedSince, month.since, month.before));
    QList<CarriedKind> out;
    for (const auto &[name, line] : lines)
        out += {month.edition, month.before, line.kind, line.accounts, line.balance};
    return out;
}

bool Store::insertNew(Tx &tx, const CarriedAccount &row)
{
    return tx.insertNew("ledger_carried", row);
}

bool Store::insertNew(Tx &tx, const CarriedKind &row)
{
    return tx.insertNew("ledger_carried_kinds", row);
}

void Store::beginEdition(Tx &tx)
{
    tx.run("INSERT INTO ledger_editions (edition) SELECT max(edition) + 1 FROM ledger_editions");
}

// Of the newest edition alone: what an older one has carried, by a clock that was wrong, binds nobody any more.
bool Store::isBehindCarried(Tx &tx, Id<Transaction> id)
{
    return tx.number("count(*) FROM (SELECT before_id FROM ledger_carried_kinds WHERE edition = " + edition +
                         " ORDER BY before_id DESC LIMIT 1) AS newest WHERE before_id > ?",
                     id) != 0;
}

std::optional<QString> Store::wrongCarried(Tx &tx, Place &place)
{
    const auto rows = tx.all<CarriedSum>(carriedAgain, Place().after, place.after, place.within, carriedPerPiece);
    place.isAtEnd = rows.size() < carriedPerPiece;
    for (const CarriedSum &each : rows) {
        place.after = {each.accountId.uuid};
        place.within = each.beforeId;
        if (each.carried == each.recomputed)
            continue;
        const AccountRow account = this->account(tx, each.accountId).value_or(AccountRow());
        return differences::unequal(differences::carriedTo(account.kind, each.beforeId.uuid), account.ownerId,
                                    each.carried, each.recomputed);
    }
    return std::nullopt;
}

std::optional<QString> Store::wrongMonth(Tx &tx, Place &place)
{
    const auto before =
        idOf(tx.one<Mark>("FROM (SELECT before_id AS id FROM ledger_carried_kinds WHERE edition = " + edition +
                              " AND before_id > ? ORDER BY before_id LIMIT 1) AS next",
                          place.after));
    place.isAtEnd = !before;
    if (!before)
        return std::nullopt;
    Lines carried, recomputed;
    add(carried, carriedKinds(tx, *before));
    for (const CarriedKind &kind : kindsToCarry(tx, {carriedEdition(tx), place.after, *before}))
        add(recomputed, {{kind.kind, kind.accounts, kind.balance}});
    place.after = *before;
    for (const auto &[name, line] : recomputed)
        if (carried[name].balance != line.balance || carried[name].accounts != line.accounts)
            return differences::unlikeMonth(line, carried[name], before->uuid);
    for (const auto &[name, line] : carried)
        if (!recomputed.contains(name))
            return differences::unlikeMonth({.kind = line.kind}, line, before->uuid);
    return std::nullopt;
}

} // namespace ledger
