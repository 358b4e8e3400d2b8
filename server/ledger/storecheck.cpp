// The books against themselves. All of history is never asked for in one statement: the engine would cut that off when
// it has become long. Each piece is right by itself, because a balance moves in the transaction of its rows.

#include "server/ledger/store.h"

#include <array>

namespace ledger {

namespace {

constexpr int accountsPerPiece = 100;
constexpr int transactionsPerPiece = 5000;

struct AccountSum
{
    Id<Transaction> id;
    QString kind;
    std::optional<Id<Account>> ownerId;
    Money cached;
    Money recomputed;

    FIELDS(AccountSum, FIELD(id), FIELD(kind), FIELD(ownerId), FIELD(cached), FIELD(recomputed))
};

struct TransactionLines
{
    Id<Transaction> id;
    QString kind;
    Id<Account> subjectId; // of whatever kind
    Money lines, found;    // only their number counts

    FIELDS(TransactionLines, FIELD(id), FIELD(kind), FIELD(subjectId), FIELD(lines), FIELD(found))
};

struct WalletOwner
{
    Id<Account> accountId;

    FIELDS(WalletOwner, FIELD(accountId))
};

// A number of a wallet as it is cached and as its entries say it (WAL-16, WAL-19).
struct WalletSums
{
    Money total, held, recharged, spent;
    Money totalOfEntries, heldOfEntries, rechargedOfEntries, spentOfEntries;

    FIELDS(WalletSums, FIELD(total), FIELD(held), FIELD(recharged), FIELD(spent), FIELD(totalOfEntries),
           FIELD(heldOfEntries), FIELD(rechargedOfEntries), FIELD(spentOfEntries))
};

constexpr std::string_view accountSums =
    "FROM (SELECT id, kind, owner_id, balance AS cached,"
    " CAST(coalesce((SELECT sum(amount) FROM ledger_transfers WHERE credit_account_id = a.id), 0)"
    " - coalesce((SELECT sum(amount) FROM ledger_transfers WHERE debit_account_id = a.id), 0) AS BIGINT) AS recomputed"
    " FROM ledger_accounts a WHERE balance IS NOT NULL AND id > ? ORDER BY id LIMIT ?) AS piece ORDER BY id";

constexpr std::string_view transactionLines =
    "FROM (SELECT id, kind, subject_id, lines, (SELECT count(*) FROM ledger_transfers x"
    " WHERE x.transaction_id = t.id) AS found FROM ledger_transactions t WHERE id > ?"
    " ORDER BY id LIMIT ?) AS piece ORDER BY id";

constexpr std::string_view walletSums =
    "FROM (SELECT a.balance + h.balance AS total, h.balance AS held, w.total_recharged AS recharged,"
    " w.total_spent AS spent, e.* FROM wallets w JOIN ledger_accounts a ON a.id = ?2"
    " JOIN ledger_accounts h ON h.id = ?3, (SELECT"
    " CAST(coalesce(sum(CASE WHEN type IN ('recharge', 'refund') THEN amount WHEN type = 'deduct' THEN -amount"
    " ELSE 0 END), 0) AS BIGINT) AS total_of_entries,"
    " CAST(coalesce(sum(CASE WHEN type = 'hold' THEN amount WHEN type IN ('release', 'deduct') THEN -amount"
    " ELSE 0 END), 0) AS BIGINT) AS held_of_entries,"
    " CAST(coalesce(sum(CASE WHEN type = 'recharge' THEN amount ELSE 0 END), 0) AS BIGINT) AS recharged_of_entries,"
    " CAST(coalesce(sum(CASE WHEN type = 'deduct' THEN amount WHEN type = 'refund' THEN -amount ELSE 0 END), 0)"
    " AS BIGINT) AS spent_of_entries FROM wallet_entries WHERE account_id = ?1) AS e WHERE w.account_id = ?1) AS sums";

template <class Row>
void moveOn(Place &place, const QList<Row> &rows, int limit)
{
    place.isAtEnd = rows.size() < limit;
    if (!rows.isEmpty())
        place.after = rows.constLast().id;
}

std::optional<Difference> differenceOf(const WalletSums &sums, Id<Account> owner)
{
    struct Check
    {
        const char *number;
        Money cached, recomputed;
    };
    for (const auto &[number, cached, recomputed] : std::array<Check, 4>{
             Check{"wallet", sums.total, sums.totalOfEntries}, Check{"wallet held", sums.held, sums.heldOfEntries},
             Check{"wallet recharged", sums.recharged, sums.rechargedOfEntries},
             Check{"wallet spent", sums.spent, sums.spentOfEntries}})
        if (cached != recomputed)
            return Difference{QString::fromLatin1(number), owner, cached, recomputed};
    return std::nullopt;
}

} // namespace

std::optional<Difference> Store::wrongAccount(Tx &tx, Place &place)
{
    const auto accounts = tx.all<AccountSum>(accountSums, place.after, accountsPerPiece);
    moveOn(place, accounts, accountsPerPiece);
    for (const AccountSum &each : accounts)
        if (each.cached != each.recomputed)
            return Difference{each.kind, each.ownerId, each.cached, each.recomputed};
    return std::nullopt;
}

std::optional<Difference> Store::wrongTransaction(Tx &tx, Place &place)
{
    const auto transactions = tx.all<TransactionLines>(transactionLines, place.after, transactionsPerPiece);
    moveOn(place, transactions, transactionsPerPiece);
    for (const TransactionLines &each : transactions)
        if (each.lines != each.found)
            return Difference{each.kind, each.subjectId, each.lines, each.found};
    return std::nullopt;
}

std::optional<Difference> Store::wrongWallet(Tx &tx, Place &place)
{
    const auto owners = tx.all<WalletOwner>("FROM wallets WHERE account_id > ? ORDER BY account_id LIMIT ?",
                                            place.after, accountsPerPiece);
    place.isAtEnd = owners.size() < accountsPerPiece;
    for (const WalletOwner &each : owners) {
        place.after = {each.accountId.uuid};
        const Id<Transaction> available{BookAccount{AccountKind::BuyerAvailable, each.accountId.uuid}.id()};
        const Id<Transaction> held{BookAccount{AccountKind::BuyerHeld, each.accountId.uuid}.id()};
        const auto sums = tx.one<WalletSums>(walletSums, each.accountId, available, held);
        if (const auto found = sums ? differenceOf(*sums, each.accountId) : std::nullopt)
            return found;
    }
    return std::nullopt;
}

} // namespace ledger
