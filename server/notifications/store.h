#pragma once

// SQL of the inbox.

#include "server/core/db.h"
#include "shared/contract/notifications.h"

namespace notifications {

class Store
{
public:
    // False when the same cause already told this account (a delivery that came twice).
    bool insert(Tx &tx, Id<Account> account, const Notice &notice, const QString &cause);
    QList<Notice> list(Tx &tx, Id<Account> account, const ListNotices &wish, const std::optional<Id<Notice>> &before,
                       int limit);
    qint64 countUnread(Tx &tx, Id<Account> account);
    Result<Notice> markRead(Tx &tx, Id<Account> account, Id<Notice> id, Instant now);
    void markAllRead(Tx &tx, Id<Account> account, Instant now);
};

} // namespace notifications
