#include "console/pages/chat/thread.h"

#include "console/kit/display.h"
#include "console/kit/indiaclock.h"

#include <algorithm>

namespace chat {

namespace {

QDate dayOf(const ChatMessage &message)
{
    return kit::inIndia(message.sentAt).date();
}

} // namespace

QList<Thread::Entry> Thread::clear()
{
    QList<Entry> unsent;
    for (const Entry &entry : std::as_const(m_entries)) {
        if (entry.state == State::Waiting || entry.state == State::Refused)
            unsent += entry;
    }
    beginResetModel();
    m_entries.clear();
    m_readUpTo.reset();
    endResetModel();
    return unsent;
}

void Thread::putBack(const QList<Entry> &unsent)
{
    if (unsent.isEmpty())
        return;
    beginInsertRows({}, int(m_entries.size()), int(m_entries.size() + unsent.size()) - 1);
    m_entries += unsent;
    endInsertRows();
}

void Thread::take(const QList<ChatMessage> &messages)
{
    for (const ChatMessage &message : messages)
        take(message);
}

void Thread::take(const ChatMessage &message)
{
    // An own message that was waiting becomes the server's: its place is decided by the server's id.
    // One that was sent already is told again when its words were changed.
    const int waiting = isMine(message) ? rowOfClient(message.clientId) : -1;
    if (waiting >= 0 && m_entries[waiting].state != State::Sent) {
        beginRemoveRows({}, waiting, waiting);
        m_entries.removeAt(waiting);
        endRemoveRows();
    }
    const auto isBefore = [](const Entry &entry, const ChatMessage &wanted) {
        return entry.state == State::Sent && entry.message.id < wanted.id;
    };
    const auto place = std::lower_bound(m_entries.begin(), m_entries.end(), message, isBefore);
    const int row = int(place - m_entries.begin());
    if (place != m_entries.end() && place->state == State::Sent && place->message.id == message.id) {
        place->message = message;
        Q_EMIT dataChanged(index(row), index(row));
        return;
    }
    beginInsertRows({}, row, row);
    m_entries.insert(row, {message});
    endInsertRows();
    // The message below may have lost its day's heading to this one.
    if (row + 1 < m_entries.size())
        Q_EMIT dataChanged(index(row + 1), index(row + 1));
}

void Thread::wait(const ChatMessage &draft)
{
    beginInsertRows({}, int(m_entries.size()), int(m_entries.size()));
    m_entries += {draft, State::Waiting};
    endInsertRows();
}

void Thread::refuse(const QString &clientId, const QString &why)
{
    const int row = rowOfClient(clientId);
    if (row < 0 || m_entries[row].state != State::Waiting)
        return;
    m_entries[row].state = State::Refused;
    m_entries[row].trouble = why;
    Q_EMIT dataChanged(index(row), index(row));
}

std::optional<ChatMessage> Thread::retry(const QString &clientId)
{
    const int row = rowOfClient(clientId);
    if (row < 0 || m_entries[row].state != State::Refused)
        return std::nullopt;
    m_entries[row].state = State::Waiting;
    Q_EMIT dataChanged(index(row), index(row));
    return m_entries[row].message;
}

void Thread::readUpTo(const std::optional<Id<ChatMessage>> &message)
{
    if (!message || (m_readUpTo && *message < *m_readUpTo))
        return;
    m_readUpTo = message;
    if (!m_entries.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_entries.size()) - 1));
}

int Thread::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant Thread::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &entry = m_entries.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return entry.message.content;
    case Qt::AccessibleTextRole: return spoken(entry);
    default: return {};
    }
}

Thread::State Thread::stateOf(const Entry &entry) const
{
    const bool isRead = entry.state == State::Sent && m_readUpTo && !(*m_readUpTo < entry.message.id);
    return isRead ? State::Read : entry.state;
}

QString Thread::spoken(const Entry &entry) const
{
    const ChatMessage &message = entry.message;
    QString what = message.content;
    if (message.attachment)
        what = tr("File %1").arg(message.attachment->name) + (what.isEmpty() ? QString() : QStringLiteral(", ") + what);
    if (message.type == MessageType::System)
        return what;
    const QString when = kit::display::time(message.sentAt);
    if (!isMine(message))
        return tr("%1 at %2: %3").arg(message.senderName, when, what);
    switch (stateOf(entry)) {
    case State::Waiting: return tr("You, being sent: %1").arg(what);
    case State::Refused:
        return tr("You, not sent: %1").arg(what) +
               (entry.trouble.isEmpty() ? QString() : QStringLiteral(". ") + entry.trouble);
    case State::Sent: return tr("You at %1: %2").arg(when, what);
    case State::Read: return tr("You at %1, read: %2").arg(when, what);
    }
    return what;
}

bool Thread::startsDay(int row) const
{
    return row == 0 || dayOf(m_entries.at(row).message) != dayOf(m_entries.at(row - 1).message);
}

std::optional<Id<ChatMessage>> Thread::newest() const
{
    for (auto entry = m_entries.rbegin(); entry != m_entries.rend(); ++entry) {
        if (entry->state == State::Sent)
            return entry->message.id;
    }
    return std::nullopt;
}

std::optional<Id<ChatMessage>> Thread::newestOfOther() const
{
    for (auto entry = m_entries.rbegin(); entry != m_entries.rend(); ++entry) {
        if (entry->state == State::Sent && !isMine(entry->message))
            return entry->message.id;
    }
    return std::nullopt;
}

QList<StoredFile> Thread::files() const
{
    QList<StoredFile> out;
    for (auto entry = m_entries.rbegin(); entry != m_entries.rend(); ++entry) {
        if (entry->message.attachment)
            out += *entry->message.attachment;
    }
    return out;
}

int Thread::rowOfClient(const QString &clientId) const
{
    if (clientId.isEmpty())
        return -1;
    for (int row = int(m_entries.size()) - 1; row >= 0; --row) {
        if (isMine(m_entries.at(row).message) && m_entries.at(row).message.clientId == clientId)
            return row;
    }
    return -1;
}

} // namespace chat
