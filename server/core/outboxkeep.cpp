// How long the outbox keeps what everybody has heard.

#include "server/core/outbox.h"

namespace {

constexpr int pruneBatch = 1'000;

} // namespace

std::set<QByteArray> Outbox::topics() const
{
    std::set<QByteArray> out;
    for (const Reaction &reaction : m_reactions)
        out.insert(reaction.topic);
    for (const Listener &listener : m_listeners)
        out.insert(listener.topic);
    return out;
}

qint64 Outbox::prune()
{
    qint64 removed = pruneStrangers();
    for (const QByteArray &topic : topics())
        removed += pruneTopic(topic);
    return removed;
}

qint64 Outbox::pruneTopic(const QByteArray &topic)
{
    const Result<qint64> removed = m_db.write([&](Tx &tx) -> Result<qint64> {
        Place slowest{farthest, farthest};
        for (const Reaction &reaction : m_reactions) {
            const Place place = reaction.topic == topic ? placeOf(tx, reaction) : slowest;
            if (std::pair(place.txid, place.seq) < std::pair(slowest.txid, slowest.seq))
                slowest = place;
        }
        return tx.run("DELETE FROM outbox WHERE seq IN (SELECT o.seq FROM outbox o WHERE o.topic = ?"
                      " AND (o.txid, o.seq) <= (?, ?) AND o.created_at <= ?"
                      " AND NOT EXISTS (SELECT 1 FROM outbox_deliveries d WHERE d.seq = o.seq)"
                      " ORDER BY o.txid, o.seq LIMIT ?)",
                      topic, slowest.txid, slowest.seq, tx.now().after(-m_limits.keepMs), pruneBatch);
    });
    return removed.value_or(0);
}

qint64 Outbox::pruneStrangers()
{
    const Result<qint64> removed = m_db.write([&](Tx &tx) -> Result<qint64> {
        std::string marks = "''";
        sql::Values values{sql::value(tx.now().after(-m_limits.keepStrangersMs))};
        for (const QByteArray &topic : topics()) {
            marks += ", ?";
            values.push_back(topic);
        }
        values.push_back(qint64(pruneBatch));
        return tx.run(
            "DELETE FROM outbox WHERE seq IN (SELECT seq FROM outbox WHERE created_at <= ? AND topic NOT IN (" + marks +
                ") AND seq NOT IN (SELECT seq FROM outbox_deliveries) LIMIT ?)",
            values);
    });
    return removed.value_or(0);
}
