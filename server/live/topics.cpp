#include "server/live/topics.h"

#include "shared/base/json.h"

#include <algorithm>

namespace live {

Topics::Said Topics::say(const QByteArray &topic, LiveEvent event)
{
    makeRoom();
    event.sequence = ++m_newest;
    Topic &at = m_topics[topic];
    at.kept.push_back({event.sequence, json::bytes(event)});
    if (at.kept.size() > std::size_t(m_keptPerTopic)) {
        at.forgottenUpTo = at.kept.front().sequence;
        at.kept.pop_front();
    }
    return {at.kept.back().text, at.listeners};
}

void Topics::listen(const QByteArray &topic, quint64 listener)
{
    makeRoom();
    m_topics[topic].listeners += listener;
}

void Topics::leave(const QByteArray &topic, quint64 listener)
{
    const auto found = m_topics.find(topic);
    if (found == m_topics.end())
        return;
    found->listeners -= listener;
    if (found->listeners.isEmpty() && found->kept.empty())
        m_topics.erase(found);
}

std::optional<QList<QByteArray>> Topics::since(const QList<QByteArray> &topics, qint64 after) const
{
    if (after < m_first || after > m_newest)
        return std::nullopt;
    QList<const Kept *> missed;
    for (const QByteArray &name : topics) {
        const auto topic = m_topics.constFind(name);
        if (topic == m_topics.cend())
            continue;
        if (after < topic->forgottenUpTo)
            return std::nullopt;
        for (const Kept &kept : topic->kept)
            if (kept.sequence > after)
                missed += &kept;
    }
    std::sort(missed.begin(), missed.end(), [](const Kept *a, const Kept *b) { return a->sequence < b->sequence; });
    QList<QByteArray> out;
    for (const Kept *kept : missed)
        out += kept->text;
    return out;
}

void Topics::makeRoom()
{
    if (m_topics.size() < m_topicsMax)
        return;
    m_topics.removeIf([](const auto &topic) { return topic.value().listeners.isEmpty(); });
    m_first = m_newest;
}

} // namespace live
