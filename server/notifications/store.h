#pragma once

// SQL of the inbox.

#include "server/core/db.h"
#include "shared/contract/notifications.h"

namespace notifications {

class Store
{
public:
    void insert(Tx &tx, Id<Account> account, const Notice &notice);
    bool hasUnread(Tx &tx, Id<Account> account, NoticeKind kind, const QString &objectId);
    bool hasUnread(Tx &tx, Id<Account> account, NoticeKind kind);
    QList<Notice> list(Tx &tx, Id<Account> account, const ListNotices &wish, const std::optional<Id<Notice>> &before,
                       int limit);
    qint64 countUnread(Tx &tx, Id<Account> account);
    Result<Notice> markRead(Tx &tx, Id<Account> account, Id<Notice> id, Instant now);
    void markAboutRead(Tx &tx, Id<Account> account, NoticeKind kind, const QString &objectId);
    QList<Notice> ofAccount(Tx &tx, Id<Account> account, int limit); // newest first
    void erase(Tx &tx, Id<Account> account);
    void markAllRead(Tx &tx, Id<Account> account, Instant now);
};

} // namespace notifications
