// The part of Service that knows where news can be pushed to (NOTIF-20).

#include "server/notifications/service.h"

namespace notifications {

namespace {

PushDevice shown(const DeviceRow &row, Id<Session> session)
{
    return {.id = row.id,
            .platform = row.platform,
            .name = row.name,
            .registeredAt = row.registeredAt,
            .isCurrent = row.sessionId == session};
}

} // namespace

QList<PushDevice> Service::devicesOf(Tx &tx, Id<Account> account, Id<Session> session)
{
    QList<PushDevice> out;
    const QList<DeviceRow> rows = m_store.devices(tx, account);
    for (const DeviceRow &row : rows)
        out += shown(row, session);
    return out;
}

Result<QList<PushDevice>> Service::listDevices(const Caller &caller)
{
    return m_db.read([&](Tx &tx) -> Result<QList<PushDevice>> { return devicesOf(tx, caller.id, caller.sessionId); });
}

// A token is one app on one device: whoever signs in there last hears the news of his own account, and nobody else
// does.
Result<PushDevice> Service::registerDevice(const Caller &caller, const RegisterDevice &wish)
{
    if (caller.sessionId.isNull())
        return failure(ErrorCode::Forbidden, QStringLiteral("Only a session has a device."));
    return m_db.write(caller, [&](Tx &tx) -> Result<PushDevice> {
        m_store.forgetToken(tx, wish.token);
        if (m_store.devices(tx, caller.id).size() >= pushDevicesMax)
            return failure(ErrorCode::Conflict, QStringLiteral("There are too many devices already."));
        const DeviceRow row{.id = m_ids.next<PushDevice>(),
                            .accountId = caller.id,
                            .sessionId = caller.sessionId,
                            .platform = wish.platform,
                            .token = wish.token,
                            .name = wish.name,
                            .registeredAt = tx.now()};
        if (!m_store.insertDevice(tx, row))
            return failure(ErrorCode::Conflict, QStringLiteral("This device is being registered already."));
        return shown(row, caller.sessionId);
    });
}

Result<> Service::removeDevice(const Caller &caller, Id<PushDevice> id)
{
    return m_db.write(caller, [&](Tx &tx) -> Result<> {
        if (!m_store.removeDevice(tx, caller.id, id))
            return notFound(QLatin1StringView("device"));
        return {};
    });
}

// Who has left hears nothing more.
Result<> Service::onSessionsRevoked(Tx &tx, const SessionsRevoked &event)
{
    m_store.forgetDevices(tx, event.accountId, event.sessionId);
    return {};
}

} // namespace notifications
