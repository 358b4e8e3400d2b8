#pragma once

// What was said on each topic lately. A topic keeps its last events until there are too many topics; then those that
// nobody listens to are forgotten, and whoever comes back to one reads everything anew.

#include "shared/contract/live.h"

#include <QHash>
#include <QSet>

#include <deque>

namespace live {

class Topics
{
public:
    // Every number begins with the epoch, which each start of a node draws anew: a number of another node or of an
    // earlier start is recognised and nothing is taken for known that is not. Numbers fit into 53 bits, which is what
    // a client in JavaScript reads exactly.
    static constexpr int countBits = 32;
    static constexpr quint32 epochs = 1 << 20;
    Topics(quint32 epoch, int keptPerTopic, int topicsMax)
        : m_first((qint64(epoch) + 1) << countBits)
        , m_newest(m_first)
        , m_keptPerTopic(keptPerTopic)
        , m_topicsMax(topicsMax)
    {}

    struct Said
    {
        QByteArray text; // of the event, as it is sent
        QSet<quint64> listeners;
    };

    Said say(const QByteArray &topic, LiveEvent event);
    void listen(const QByteArray &topic, quint64 listener);
    void leave(const QByteArray &topic, quint64 listener);
    QSet<quint64> listeners(const QByteArray &topic) const { return m_topics.value(topic).listeners; }

    qint64 newest() const { return m_newest; }
    // What was said on these topics after that number, oldest first; nothing when that is not known any more.
    std::optional<QList<QByteArray>> since(const QList<QByteArray> &topics, qint64 after) const;

private:
    struct Kept
    {
        qint64 sequence;
        QByteArray text;
    };
    struct Topic
    {
        std::deque<Kept> kept;
        qint64 forgottenUpTo = 0;
        QSet<quint64> listeners;
    };

    void makeRoom();

    qint64 m_first; // what was said before is not known here
    qint64 m_newest;
    const int m_keptPerTopic;
    const int m_topicsMax;
    QHash<QByteArray, Topic> m_topics;
};

} // namespace live
