#include "console/pages/weighing/outbox.h"

#include "console/kit/display.h"

#include <QDir>
#include <QSaveFile>

namespace weighing {

namespace {

// The server has not said no: it is away, or has trouble of its own, or wants to know first who asks.
bool isToTryAgain(const Error &error)
{
    return statusOf(error.code) >= 500 || error.code == ErrorCode::TooManyRequests ||
           error.code == ErrorCode::Unauthenticated || error.code == ErrorCode::TokenExpired ||
           error.code == ErrorCode::Unavailable;
}

// By account: whoever signs in next at this desk sends nothing in another one's name.
QString folderOf(const kit::Kit &kit)
{
    return kit.keepsakes.folder() + QStringLiteral("/weights/") + kit.me.id;
}

QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
}

} // namespace

bool hasWaiting(const kit::Kit &kit)
{
    return !filesIn(folderOf(kit)).isEmpty();
}

Outbox::Outbox(kit::Kit &kit, QObject *parent)
    : QObject(parent)
    , m_kit(kit)
    , m_folder(folderOf(kit))
{
    m_again.setInterval(againMs);
    connect(&m_again, &QTimer::timeout, this, &Outbox::sendAgain);
    load();
}

bool Outbox::keep(const KeptWeight &weight) const
{
    constexpr auto mine = QFile::ReadOwner | QFile::WriteOwner;
    QDir().mkpath(m_folder);
    QSaveFile file(pathOf(weight.key));
    const QByteArray bytes = json::bytes(weight);
    return file.open(QIODevice::WriteOnly) && file.setPermissions(mine) && file.write(bytes) == bytes.size() &&
           file.commit();
}

// Another window of the same account may have added some.
void Outbox::load()
{
    m_weights.clear();
    const QStringList files = filesIn(m_folder);
    for (const QString &name : files) {
        QFile file(m_folder + u'/' + name);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        if (auto weight = json::parse<KeptWeight>(file.readAll()))
            m_weights += *weight;
    }
    m_weights.isEmpty() ? m_again.stop() : m_again.start();
    Q_EMIT changed();
}

KeptWeight *Outbox::find(const QString &key)
{
    const auto it = std::find_if(m_weights.begin(), m_weights.end(), [&](const auto &each) { return each.key == key; });
    return it == m_weights.end() ? nullptr : &*it;
}

bool Outbox::has(const QString &key) const
{
    return std::any_of(m_weights.begin(), m_weights.end(), [&](const auto &each) { return each.key == key; });
}

// It begins with the time, so that files lie in the order in which they were weighed.
QString Outbox::newKey() const
{
    return QString::number(m_kit.clock.now().ms) + u'-' + kit::Api::freshId();
}

bool Outbox::put(const KeptWeight &weight)
{
    if (m_weights.size() >= weightsMax || !keep(weight))
        return false;
    m_weights += weight;
    m_again.start();
    Q_EMIT changed();
    sendNext();
    return true;
}

void Outbox::drop(const QString &key)
{
    QFile::remove(pathOf(key));
    m_weights.removeIf([&](const KeptWeight &each) { return each.key == key; });
    if (m_weights.isEmpty())
        m_again.stop();
    Q_EMIT changed();
}

void Outbox::sendAgain()
{
    if (m_sending.isEmpty())
        load();
    sendNext();
}

// One at a time: the numbers of a store's tickets stand in the order in which it weighed.
void Outbox::sendNext()
{
    if (!m_sending.isEmpty())
        return;
    const auto next =
        std::find_if(m_weights.begin(), m_weights.end(), [](const KeptWeight &each) { return !each.problem; });
    if (next == m_weights.end())
        return;
    m_sending = next->key;
    kit::whenDone(this, m_kit.api.callUnder(next->key.toLatin1(), api::recordWeighTicket, next->wish, next->orderId),
                  [this, key = next->key](const Result<WeighTicket> &answer) { take(key, answer); });
}

void Outbox::take(const QString &key, const Result<WeighTicket> &answer)
{
    m_sending.clear();
    if (answer) {
        drop(key);
        Q_EMIT sent(key, *answer);
        return sendNext();
    }
    if (isToTryAgain(answer.error())) {
        Q_EMIT changed();
        Q_EMIT waiting();
        return; // the others would wait for the same
    }
    // Another window has sent it meanwhile.
    if (!QFile::exists(pathOf(key))) {
        drop(key);
        return sendNext();
    }
    if (KeptWeight *weight = find(key)) {
        weight->problem = kit::display::trouble(answer.error());
        keep(*weight);
    }
    Q_EMIT changed();
    Q_EMIT refused(key, answer.error());
    sendNext();
}

} // namespace weighing
