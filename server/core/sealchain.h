#pragma once

// Seals committed rows one after the other and checks what was sealed. Each seal is a keyed hash over the seal before
// it and all of its row, so that whoever changes, removes or reorders rows would need the master secret as well. The
// newest seal is also written to a file beside the books, the anchor: a chain whose end was cut off still agrees with
// itself, but no longer with the anchor. What the anchor cannot show is a machine whose database and files were both
// put back to an earlier day; for that, the head that a check prints has to be kept somewhere else.

#include "server/core/db.h"

#include <mutex>

class Clock;
class Secrets;

namespace seals {

struct Row; // of whatever table is sealed

struct Seal
{
    qint64 seq = 0;
    Id<Row> rowId;
    QString keyId;
    QString hash;

    FIELDS(Seal, FIELD(seq), FIELD(rowId), FIELD(keyId), FIELD(hash))
};

// A row and the number of its seal, if it has one.
struct Standing
{
    Id<Row> id;
    Instant createdAt;
    std::optional<qint64> seq;

    FIELDS(Standing, FIELD(id), FIELD(createdAt), FIELD(seq))
};

// What a seal says of a row. Every part is led by its kind and its length, so that no two different rows read the same.
void append(QByteArray &message, const sql::Value &value);

template <fields::Contract T>
void appendRow(QByteArray &message, const T &row)
{
    for (const sql::Value &value : sql::values(row))
        append(message, value);
}

// The rows and their seals, as the store that owns them knows them.
class Book
{
public:
    virtual ~Book() = default;
    virtual QList<Standing> standingsAfter(Tx &tx, Id<Row> id, int limit) = 0;
    // All of each row; one that is gone has no message.
    virtual QHash<Id<Row>, QByteArray> messagesOf(Tx &tx, const QList<Id<Row>> &ids) = 0;
    virtual QList<Seal> sealsAfter(Tx &tx, qint64 seq, int limit) = 0;
    virtual std::optional<Seal> lastSeal(Tx &tx) = 0;
    // False when the row is sealed already.
    virtual bool insertSeal(Tx &tx, const Seal &seal) = 0;
};

// How a chain calls itself and its rows, and how late those may come.
struct Names
{
    QByteArray chain; // goes into every hash
    QString row;      // "entry"
    // A row gets its id before its transaction commits; no transaction lasts longer than this. What Reach::Lately looks
    // at grows with it.
    qint64 lateMs = 10 * minuteMs;
};

} // namespace seals

class SealChain
{
public:
    // No anchor is kept without a path.
    SealChain(Db &db, const Clock &clock, const Secrets &secrets, const seals::Names &names, const QString &anchorPath,
              seals::Book &book);

    // The newest seal; without any, the number 0 and no hash.
    struct Head
    {
        qint64 seq = 0;
        QString hash;
    };

    // Lately: what may be new since the last time; the first time that is all of the book.
    enum class Reach { Lately, All };
    // Seals what is not sealed. Refuses when the chain no longer continues its anchor, so that a cut end is not sealed
    // over. Several at once, also on several nodes, do no harm: All waits for the other one, Lately leaves it to that.
    Result<> seal(Reach reach);

    // What is known of the chain elsewhere, for where there is no anchor because another node has sealed until now.
    // Without it a chain without its anchor is a problem.
    void recallBy(std::function<Head()> recall) { m_recall = std::move(recall); }

    struct Finding
    {
        std::optional<QString> problem; // the first one, in words
        Head head;
    };
    // All of the book in pieces, each a short read; when isToStop says so between two of them, that is said instead.
    // progress hears the number of the seal it has come to.
    Finding verify(const std::function<bool()> &isToStop, const std::function<void(qint64)> &progress = {});
    // Only the newest seals, and whether the anchor knows the chain: what a server can look at when it starts.
    Finding verifyNewest(int count);

private:
    struct Key
    {
        QString id;
        QByteArray bytes;
    };
    struct Anchor
    {
        std::optional<Head> head;
        std::optional<QString> problem;
        bool isRecalled = false;
    };

    // What the file says, or what is recalled without one.
    Anchor readAnchor() const;
    void writeAnchor(const Head &head) const;
    QString anchorMark(const QByteArray &key, const Head &head) const;
    QString sealOf(const QByteArray &key, const Head &before, const QByteArray &message) const;
    Result<> sealPiece(const QList<seals::Standing> &piece);
    Result<> continues(Tx &tx, const Head &last);
    std::optional<QString> problemOf(const seals::Seal &seal, const Head &before,
                                     const QHash<Id<seals::Row>, QByteArray> &messages) const;
    // Goes on with the piece behind the head of the finding; false at the end or at a problem.
    bool walk(Finding &out, const Anchor &anchor);
    std::optional<QString> problemOfEnd(const Head &head, const Anchor &anchor) const;
    std::optional<QString> unsealed(const std::function<bool()> &isToStop);

    Db &m_db;
    const Clock &m_clock;
    const seals::Names m_names;
    const QString m_anchorPath;
    seals::Book &m_book;
    std::function<Head()> m_recall;
    QList<Key> m_keys; // the first one seals
    std::mutex m_mutex;
    bool m_knowsAnchor = false;
    Head m_anchor;
    Id<seals::Row> m_from; // what is older is sealed
};
