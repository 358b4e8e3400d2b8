#pragma once

// SQL of the inbox and of the devices.

#include "server/core/db.h"
#include "shared/contract/devices.h"
#include "shared/contract/notifications.h"

namespace notifications {

struct DeviceRow
{
    Id<PushDevice> id;
    Id<Account> accountId;
    Id<Session> sessionId;
    PushPlatform platform = PushPlatform::Android;
    QString token;
    std::optional<QString> name;
    Instant registeredAt;

    FIELDS(DeviceRow, FIELD(id), FIELD(accountId), FIELD(sessionId), FIELD(platform), FIELD(token), FIELD(name),
           FIELD(registeredAt))
};

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

    QList<DeviceRow> devices(Tx &tx, Id<Account> account); // newest first
    bool insertDevice(Tx &tx, const DeviceRow &row);       // false when the token is there
    void forgetToken(Tx &tx, const QString &token);        // whosever it is
    bool removeDevice(Tx &tx, Id<Account> account, Id<PushDevice> id);
    // Of one session, or of all of them.
    void forgetDevices(Tx &tx, Id<Account> account, const std::optional<Id<Session>> &session);
};

} // namespace notifications
