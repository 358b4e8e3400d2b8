#pragma once

// The messages of one room in the order they were said. The same message arrives by more than one way (the reply to
// sending it, the live feed, the history after a reconnect) and stands here once.

#include "shared/contract/chat.h"

#include <QAbstractListModel>

namespace chat {

class Thread : public QAbstractListModel
{
    Q_OBJECT

public:
    // Waiting: not yet with the server. Refused: the server did not take it; the words are kept to be sent again.
    enum class State { Waiting, Refused, Sent, Read };
    struct Entry
    {
        ChatMessage message;
        State state = State::Sent;
        QString trouble = {}; // why it was refused
    };

    using QAbstractListModel::QAbstractListModel;

    // Returns what the server does not have yet, so that it can be put back when the room is opened again.
    QList<Entry> clear();
    void putBack(const QList<Entry> &unsent);
    // Takes in messages in any order; what is known already only changes in place.
    void take(const QList<ChatMessage> &messages);
    void wait(const ChatMessage &draft);
    void refuse(const QString &clientId, const QString &why);
    // Puts a refused message back to waiting and returns what is to be sent again.
    std::optional<ChatMessage> retry(const QString &clientId);
    void readUpTo(const std::optional<Id<ChatMessage>> &message);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    const Entry &at(int row) const { return m_entries.at(row); }
    State stateOf(const Entry &entry) const;
    bool startsDay(int row) const;
    // The newest message that the server has; a resume asks for what came after it.
    std::optional<Id<ChatMessage>> newest() const;
    std::optional<Id<ChatMessage>> newestOfOther() const;
    QList<StoredFile> files() const;

    static bool isMine(const ChatMessage &message) { return message.sender == Actor::Vendor; }

private:
    void take(const ChatMessage &message);
    int rowOfClient(const QString &clientId) const;
    QString spoken(const Entry &entry) const;

    QList<Entry> m_entries; // what the server has, by id; then what waits
    std::optional<Id<ChatMessage>> m_readUpTo;
};

} // namespace chat
