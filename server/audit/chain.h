#pragma once

// Seals committed entries one after the other and checks what was sealed. The newest seal is also written to a file
// beside the books, the anchor: a chain whose end was cut off still agrees with itself, but no longer with the anchor.
// What the anchor cannot show is a machine whose database and files were both put back to an earlier day; for that,
// the head that "audit verify" prints has to be kept somewhere else.

#include "server/audit/store.h"

#include <functional>
#include <mutex>

class Clock;
class Secrets;

namespace audit {

// The newest seal; without any, the number 0 and no hash.
struct Head
{
    qint64 seq = 0;
    QString hash;
};

class Chain
{
public:
    // No anchor is kept without a path.
    Chain(Db &db, const Clock &clock, const Secrets &secrets, const QString &anchorPath);

    // Lately: what may be new since the last time; the first time that is all of the log.
    enum class Reach { Lately, All };
    // Seals what is not sealed. Refuses when the chain no longer continues its anchor, so that a cut end is not sealed
    // over. Several at once, also on several nodes, do no harm.
    Result<> seal(Reach reach);

    struct Finding
    {
        std::optional<QString> problem; // the first one, in words
        Head head;
    };
    // All of the log in pieces, each a short read; when isToStop says so between two of them, that is said instead.
    Finding verify(const std::function<bool()> &isToStop);

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
    };

    Anchor readAnchor() const;
    void writeAnchor(const Head &head) const;
    Result<> sealPiece(const QList<Standing> &piece);
    Result<> continues(Tx &tx, const Head &last);
    std::optional<QString> problemOf(const SealedEntry &entry, const Head &before) const;
    std::optional<QString> unsealed(const std::function<bool()> &isToStop);

    Db &m_db;
    const Clock &m_clock;
    const QString m_anchorPath;
    QList<Key> m_keys; // the first one seals
    mutable Store m_store;
    std::mutex m_mutex;
    bool m_knowsAnchor = false;
    Head m_anchor;
    Id<AuditEntry> m_from; // what is older is sealed
};

} // namespace audit
