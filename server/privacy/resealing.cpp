// The part of Service that seals copies with the current master.

#include "server/core/secrets.h"
#include "server/privacy/service.h"
#include "server/storage/service.h"

#include <QFile>

namespace privacy {

// A copy that nobody can open any more is left to its end, which comes within days.
bool Service::renew(const CopyRow &row) const
{
    const std::lock_guard lock(m_sealing);
    QFile file(m_keepers.storage.shelfPath(storage::Shelf::Copies, row.id.text()));
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray sealed = file.readAll();
    const auto plain =
        m_secrets.vault().isCurrent(sealed) ? std::nullopt : m_secrets.vault().open(sealed, sealPlace(row.id));
    if (plain)
        shelve(row.id, *plain);
    return plain.has_value();
}

int Service::reseal(int most, const std::function<void(int)> &progress)
{
    int changed = 0;
    for (Id<PersonalCopy> at; changed < most;) {
        const auto rows = m_db.read([&](Tx &tx) { return m_store.readyAfter(tx, at, copiesSweptAtOnce); });
        for (const CopyRow &row : rows)
            if (changed < most && renew(row))
                progress(++changed);
        if (rows.size() < copiesSweptAtOnce)
            break;
        at = rows.constLast().id;
    }
    return changed;
}

} // namespace privacy
