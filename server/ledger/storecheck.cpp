// The books against themselves. All of history is never asked for in one statement: the engine would cut that off when
// it has become long. Each piece is right by itself, because a balance moves in the transaction of its rows.

#include "server/ledger/differences.h"
#include "server/ledger/store.h"

#include <array>

namespace ledger {

namespace {

constexpr int accountsPerPiece = 100;
constexpr int transactionsPerPiece = 5000;

struct AccountSum
{
    Id<Transaction> id;
    AccountKind kind = AccountKind::Bank;
    std::optional<Id<Account>> ownerId;
    std::optional<Money> cached; // nothing of the platform's own
    Money recomputed;

    FIELDS(AccountSum, FIELD(id), FIELD(kind), FIELD(ownerId), FIELD(cached), FIELD(recomputed))
};

struct TransactionLines
{
    Id<Transaction> id;
    QString kind;
    Id<Account> subjectId; // of whatever kind
    qint64 lines = 0, found = 0;

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

const std::string accountSums =
    "FROM (SELECT id, kind, owner_id, balance AS cached, CASE WHEN balance IS NULL THEN 0 ELSE"
    " CAST(coalesce((SELECT sum(amount) FROM ledger_transfers WHERE credit_account_id = a.id), 0)"
    " - coalesce((SELECT sum(amount) FROM ledger_transfers WHERE debit_account_id = a.id), 0) AS BIGINT) END"
    " AS recomputed FROM ledger_accounts a WHERE ";

constexpr std::string_view transactionLines =
    "FROM (SELECT id, kind, subject_id, lines, (SELECT count(*) FROM ledger_transfers x"
    " WHERE x.transaction_id = t.id) AS found FROM ledger_transactions t WHERE id > ?"
    " ORDER BY id LIMIT ?) AS piece ORDER BY id";

constexpr std::string_view walletSums =
    "FROM (SELECT a.balance + h.balance AS total, h.balance AS held, w.total_recharged AS recharged,"
    " w.total_spent AS spent, e.* FROM wallets w JOIN ledger_accounts a ON a.id = ?2"
    " JOIN ledger_accounts h ON h.id = ?3, (SELECT"
    " CAST(coalesce(sum(CASE WHEN type IN ('recharge', 'refund') THEN amount"
    " WHEN type IN ('deduct', 'taken_back', 'closure') THEN -amount ELSE 0 END), 0) AS BIGINT) AS total_of_entries,"
    " CAST(coalesce(sum(CASE WHEN type = 'hold' THEN amount WHEN type IN ('release', 'deduct') THEN -amount"
    " ELSE 0 END), 0) AS BIGINT) AS held_of_entries,"
    " CAST(coalesce(sum(CASE WHEN type = 'recharge' THEN amount WHEN type = 'taken_back' THEN -amount ELSE 0 END), 0)"
    " AS BIGINT) AS recharged_of_entries,"
    " CAST(coalesce(sum(CASE WHEN type = 'deduct' THEN amount WHEN type = 'refund' THEN -amount ELSE 0 END), 0)"
    " AS BIGINT) AS spent_of_entries FROM wallet_entries WHERE account_id = ?1) AS e WHERE w.account_id = ?1) AS sums";

template <class Row>
void moveOn(Place &place, const QList<Row> &rows, int limit)
{
    place.isAtEnd = rows.size() < limit;
    if (!rows.isEmpty())
        place.after = rows.constLast().id;
}

std::optional<QString> problemOf(const AccountSum &account)
{
    const QString kind = names::text(account.kind);
    const QUuid owner = account.ownerId ? account.ownerId->uuid : QUuid();
    if (BookAccount{account.kind, owner}.id() != account.id.uuid)
        return differences::misnamed(account.id.uuid, kind, account.ownerId);
    if (!account.cached || *account.cached == account.recomputed)
        return std::nullopt;
    return differences::unequal(kind, account.ownerId, *account.cached, account.recomputed);
}

std::optional<QString> problemOf(const WalletSums &sums, Id<Account> owner)
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
            return differences::unequal(QLatin1StringView(number), owner, cached, recomputed);
    return std::nullopt;
}

} // namespace

std::optional<QString> Store::wrongAccount(Tx &tx, Place &place)
{
    const auto accounts = tx.all<AccountSum>(accountSums + "id > ? ORDER BY id LIMIT ?) AS piece ORDER BY id",
                                             place.after, accountsPerPiece);
    moveOn(place, accounts, accountsPerPiece);
    for (const AccountSum &each : accounts)
        if (const auto found = problemOf(each))
            return found;
    return std::nullopt;
}

std::optional<QString> Store::wrongLately(Tx &tx, int postings)
{
    const auto accounts = tx.all<AccountSum>(
        accountSums +
            "owner_id IS NOT NULL AND id IN (SELECT CASE side WHEN 1 THEN x.debit_account_id ELSE x.credit_account_id"
            " END FROM (SELECT id FROM ledger_transactions ORDER BY id DESC LIMIT ?) AS newest"
            " JOIN ledger_transfers x ON x.transaction_id = newest.id"
            " JOIN (SELECT 1 AS side UNION ALL SELECT 2) AS sides ON 1 = 1) ORDER BY id LIMIT ?) AS piece ORDER BY id",
        postings, 2 * linesMax * postings);
    for (const AccountSum &each : accounts)
        if (const auto found = problemOf(each))
            return found;
    return std::nullopt;
}

std::optional<QString> Store::wrongTransaction(Tx &tx, Place &place)
{
    const auto transactions = tx.all<TransactionLines>(transactionLines, place.after, transactionsPerPiece);
    moveOn(place, transactions, transactionsPerPiece);
    for (const TransactionLines &each : transactions)
        if (each.lines != each.found)
            return differences::linesMissing(each.kind, each.subjectId, each.found, each.lines);
    return std::nullopt;
}

std::optional<QString> Store::wrongWallet(Tx &tx, Place &place)
{
    const auto owners = tx.all<WalletOwner>("FROM wallets WHERE account_id > ? ORDER BY account_id LIMIT ?",
                                            place.after, accountsPerPiece);
    place.isAtEnd = owners.size() < accountsPerPiece;
    for (const WalletOwner &each : owners) {
        place.after = {each.accountId.uuid};
        const auto sums =
            tx.one<WalletSums>(walletSums, each.accountId, key(available(each.accountId)), key(held(each.accountId)));
        if (!sums)
            return differences::withoutAccounts(each.accountId);
        if (const auto found = problemOf(*sums, each.accountId))
            return found;
    }
    return std::nullopt;
}

} // namespace ledger
