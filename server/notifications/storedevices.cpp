// SQL of the devices that news can be pushed to.

#include "server/notifications/store.h"

namespace notifications {

QList<DeviceRow> Store::devices(Tx &tx, Id<Account> account)
{
    return tx.all<DeviceRow>("FROM push_devices WHERE account_id = ? ORDER BY id DESC LIMIT ?", account,
                             pushDevicesMax);
}

bool Store::insertDevice(Tx &tx, const DeviceRow &row)
{
    return tx.insertNew("push_devices", row);
}

void Store::forgetToken(Tx &tx, const QString &token)
{
    tx.run("DELETE FROM push_devices WHERE token = ?", token);
}

bool Store::removeDevice(Tx &tx, Id<Account> account, Id<PushDevice> id)
{
    return tx.run("DELETE FROM push_devices WHERE account_id = ? AND id = ?", account, id) == 1;
}

void Store::forgetDevices(Tx &tx, Id<Account> account, const std::optional<Id<Session>> &session)
{
    if (session)
        tx.run("DELETE FROM push_devices WHERE account_id = ? AND session_id = ?", account, *session);
    else
        tx.run("DELETE FROM push_devices WHERE account_id = ?", account);
}

} // namespace notifications
