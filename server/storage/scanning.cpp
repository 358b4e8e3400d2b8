// What the storage does about viruses, and what it counts of itself.

#include "server/audit/service.h"
#include "server/core/clock.h"
#include "server/storage/rules.h"
#include "server/storage/service.h"

#include <QBuffer>
#include <QFile>
#include <QStorageInfo>

namespace storage {

namespace {

Json findingOf(const QString &found, FilePurpose purpose)
{
    return audit::details({{QStringLiteral("found"), found}, {QStringLiteral("purpose"), names::text(purpose)}});
}

} // namespace

Result<ScanState> Service::scanned(const Caller &caller, FilePurpose purpose, const QString &path)
{
    if (!m_scanner.isConfigured())
        return ScanState::Unscanned;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error("cannot read " + path.toStdString());
    LET(found, m_scanner.scan(file));
    if (found.isEmpty())
        return ScanState::Clean;
    MUST(m_db.write([&](Tx &tx) -> Result<> {
        m_audit.record(tx, caller, "file.infected", "account", caller.id.text(), findingOf(found, purpose));
        return {};
    }));
    return failure(ErrorCode::UnacceptableFile, QStringLiteral("A virus was found in this file."),
                   {{QStringLiteral("file"), QStringLiteral("infected")}});
}

Result<bool> Service::noteVerdict(const FileRow &row, const QString &found)
{
    const ScanState state = found.isEmpty() ? ScanState::Clean : ScanState::Quarantined;
    return m_db.write([&](Tx &tx) -> Result<bool> {
        if (!m_store.noteScan(tx, row.id, state, tx.now()))
            return false;
        if (state == ScanState::Quarantined)
            m_audit.record(tx, Caller{}, "file.quarantined", "stored_file", row.id.text(),
                           findingOf(found, row.purpose));
        return true;
    });
}

int Service::rescan()
{
    if (!m_scanner.isConfigured())
        return 0;
    int done = 0;
    for (const FileRow &row : m_db.read([&](Tx &tx) { return m_store.unscanned(tx, rescannedAtOnce); })) {
        QFile file(pathOf(row.id));
        QByteArray plain = isRestricted(row.purpose) && file.exists() ? opened(row) : QByteArray();
        QBuffer document(&plain);
        QIODevice &content = plain.isEmpty() ? static_cast<QIODevice &>(file) : document;
        // A file that is gone can be read by nobody either.
        const Result<QString> found =
            content.open(QIODevice::ReadOnly) ? m_scanner.scan(content) : Result<QString>(QStringLiteral("missing"));
        if (!found)
            break; // it is tried again, in the same order
        done += noteVerdict(row, *found).value_or(false) ? 1 : 0;
    }
    return done;
}

Result<> Service::inspect()
{
    const Instant now = m_clock.now();
    bool isOld = false;
    {
        const std::lock_guard lock(m_counting);
        isOld = !m_countedAt || m_countedAt->after(usageKeptMs) <= now;
    }
    if (isOld) {
        const QList<Usage> counted = m_db.read([&](Tx &tx) { return m_store.usage(tx); });
        const std::lock_guard lock(m_counting);
        m_usage = counted;
        m_countedAt = now;
    }
    return m_scanner.isConfigured() ? m_scanner.answers() : Result<>();
}

QList<Usage> Service::usage() const
{
    const std::lock_guard lock(m_counting);
    return m_usage;
}

qint64 Service::freeBytes() const
{
    return QStorageInfo(m_place.folder).bytesAvailable();
}

} // namespace storage
