// What the checks of the books have found, and what is sealed: a posting with its lines and wallet entries.

#include "server/ledger/store.h"

#include <QHash>

namespace ledger {

namespace {

constexpr std::string_view allSeals =
    "FROM (SELECT seq, transaction_id AS row_id, key_id, hash FROM ledger_seals) AS seals";

} // namespace

StateRow Store::state(Tx &tx)
{
    return tx.one<StateRow>("FROM books_state WHERE id = 1").value_or(StateRow());
}

bool Store::isInDoubt(Tx &tx)
{
    return tx.number("count(*) FROM books_state WHERE difference IS NOT NULL") != 0;
}

bool Store::doubt(Tx &tx, const QString &difference)
{
    return tx.run("UPDATE books_state SET difference = ?, found_at = ? WHERE difference IS NULL", difference,
                  tx.now()) == 1;
}

bool Store::believe(Tx &tx, qint64 postings, qint64 sealSeq, const QString &sealHash)
{
    tx.run("UPDATE books_state SET checked_at = ?, checked_postings = ?, seal_seq = ?, seal_hash = ?", tx.now(),
           postings, sealSeq, sealHash);
    return tx.run("UPDATE books_state SET difference = NULL, found_at = NULL WHERE difference IS NOT NULL") == 1;
}

bool Store::requestCheck(Tx &tx)
{
    return tx.run("UPDATE books_state SET requested_at = ? WHERE requested_at IS NULL", tx.now()) == 1;
}

void Store::beginCheck(Tx &tx)
{
    tx.run("UPDATE books_state SET started_at = ?, seen_postings = 0, requested_at = NULL", tx.now());
}

void Store::showProgress(Tx &tx, qint64 seenPostings)
{
    tx.run("UPDATE books_state SET seen_postings = ?", seenPostings);
}

void Store::endCheck(Tx &tx)
{
    tx.run("UPDATE books_state SET started_at = NULL, seen_postings = 0");
}

QList<seals::Standing> Store::standingsAfter(Tx &tx, Id<seals::Row> id, int limit)
{
    return tx.all<seals::Standing>("FROM (SELECT id, created_at FROM ledger_transactions WHERE id > ? ORDER BY id"
                                   " LIMIT ?) AS piece LEFT JOIN ledger_seals ON ledger_seals.transaction_id = piece.id"
                                   " ORDER BY id",
                                   sql::idBytes(id.uuid), limit);
}

QHash<Id<seals::Row>, QByteArray> Store::messagesOf(Tx &tx, const QList<Id<seals::Row>> &ids)
{
    std::string marks;
    sql::Values values;
    for (const Id<seals::Row> id : ids) {
        marks += marks.empty() ? "(?" : ", ?";
        values.push_back(sql::value(id));
    }
    QHash<Id<seals::Row>, QByteArray> out;
    if (ids.isEmpty())
        return out;
    marks += ')';
    for (const Transaction &row : tx.all<Transaction>("FROM ledger_transactions WHERE id IN " + marks, values))
        seals::appendRow(out[{row.id.uuid}], row);
    // The text stands between what is of different tables, whose rows may be many or few.
    const auto addAll = [&](const auto &rows, const char *table) {
        for (const auto &row : rows) {
            const auto message = out.find({row.transactionId.uuid});
            if (message == out.end())
                continue;
            seals::append(*message, sql::value(table));
            seals::appendRow(*message, row);
        }
    };
    addAll(tx.all<TransferRow>(
               "FROM ledger_transfers WHERE transaction_id IN " + marks + " ORDER BY transaction_id, line", values),
           "transfer");
    addAll(tx.all<EntryRow>("FROM wallet_entries WHERE transaction_id IN " + marks + " ORDER BY transaction_id, id",
                            values),
           "entry");
    return out;
}

QList<seals::Seal> Store::sealsAfter(Tx &tx, qint64 seq, int limit)
{
    return tx.all<seals::Seal>(std::string(allSeals) + " WHERE seq > ? ORDER BY seq LIMIT ?", seq, limit);
}

std::optional<seals::Seal> Store::lastSeal(Tx &tx)
{
    return tx.one<seals::Seal>(std::string(allSeals) + " ORDER BY seq DESC LIMIT 1");
}

bool Store::insertSeal(Tx &tx, const seals::Seal &seal)
{
    return tx.run("INSERT INTO ledger_seals (seq, transaction_id, key_id, hash) VALUES (?, ?, ?, ?)"
                  " ON CONFLICT DO NOTHING",
                  seal.seq, seal.rowId, seal.keyId, seal.hash) == 1;
}

} // namespace ledger
