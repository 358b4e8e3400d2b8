#include "server/audit/chain.h"

#include "server/audit/seal.h"
#include "server/core/clock.h"
#include "server/core/ids.h"
#include "server/core/secrets.h"

#include <QFile>
#include <QSaveFile>

namespace audit {

namespace {

constexpr int piece = 1000;
constexpr int sealedAtOnce = 200;
// An entry gets its id before its transaction commits; no transaction lasts longer than this.
constexpr qint64 lateMs = 10 * 60'000;

AuditRow rowOf(const SealedEntry &entry)
{
    return {.id = entry.auditId,
            .actorId = entry.actorId,
            .actorRole = *entry.actorRole,
            .action = *entry.action,
            .objectType = *entry.objectType,
            .objectId = *entry.objectId,
            .details = *entry.details,
            .ip = *entry.ip,
            .requestId = *entry.requestId,
            .createdAt = *entry.createdAt};
}

// Smaller than every id of that time.
Id<AuditEntry> firstIdOf(Instant at)
{
    std::array<uchar, 16> bytes{};
    const quint64 shifted = quint64(std::max<qint64>(at.ms, 0)) << 16;
    qToBigEndian(shifted, bytes.data());
    return {QUuid::fromRfc4122(QByteArrayView(bytes.data(), qsizetype(bytes.size())))};
}

} // namespace

Chain::Chain(Db &db, const Clock &clock, const Secrets &secrets, const QString &anchorPath)
    : m_db(db)
    , m_clock(clock)
    , m_anchorPath(anchorPath)
{
    for (const QByteArray &key : secrets.keys("audit"))
        m_keys += {keyIdOf(key), key};
}

// One line: the number, the hash, and the mark that nobody makes without the master secret.
Chain::Anchor Chain::readAnchor() const
{
    if (m_anchorPath.isEmpty() || !QFile::exists(m_anchorPath))
        return {};
    QFile file(m_anchorPath);
    constexpr qint64 anchorMax = 1024;
    const QList<QByteArray> parts =
        file.open(QIODevice::ReadOnly) ? file.read(anchorMax).trimmed().split(' ') : QList<QByteArray>();
    if (parts.size() == 3) {
        const Head head{parts[0].toLongLong(), QString::fromLatin1(parts[1])};
        for (const Key &key : m_keys)
            if (crypto::equal(anchorMark(key.bytes, head.seq, head.hash), parts[2]))
                return {head, {}};
    }
    return {{}, QStringLiteral("the anchor %1 was not written by this server").arg(m_anchorPath)};
}

void Chain::writeAnchor(const Head &head) const
{
    QSaveFile file(m_anchorPath);
    const QByteArray line = QByteArray::number(head.seq) + ' ' + head.hash.toLatin1() + ' ' +
                            anchorMark(m_keys.constFirst().bytes, head.seq, head.hash) + '\n';
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(line) != line.size() || !file.commit())
        throw std::runtime_error("cannot write " + m_anchorPath.toStdString());
}

Result<> Chain::seal(Reach reach)
{
    const std::unique_lock lock(m_mutex, std::try_to_lock);
    if (!lock.owns_lock())
        return {}; // another thread is at it
    if (!m_knowsAnchor) {
        const Anchor anchor = readAnchor();
        if (anchor.problem)
            return failure(ErrorCode::Conflict, *anchor.problem);
        m_anchor = anchor.head.value_or(Head());
        m_knowsAnchor = true;
    }
    const Instant started = m_clock.now();
    for (Id<AuditEntry> at = reach == Reach::All ? Id<AuditEntry>() : m_from;;) {
        const auto found = m_db.read([&](Tx &tx) { return m_store.standingsAfter(tx, at, piece); });
        MUST(sealPiece(found));
        if (found.size() < piece)
            break;
        at = found.constLast().id;
    }
    m_from = firstIdOf(started.after(-lateMs));
    return {};
}

Result<> Chain::sealPiece(const QList<Standing> &found)
{
    QList<Id<AuditEntry>> open;
    for (const Standing &standing : found)
        if (!standing.seq)
            open += standing.id;
    for (qsizetype at = 0; at < open.size(); at += sealedAtOnce) {
        LET(head, m_db.write([&](Tx &tx) -> Result<Head> {
            const auto last = m_store.lastSeal(tx);
            Head head = last ? Head{last->seq, last->hash} : Head();
            MUST(continues(tx, head));
            for (const Id<AuditEntry> id : open.mid(at, sealedAtOnce)) {
                const auto entry = m_store.find(tx, id);
                const Key &key = m_keys.constFirst();
                const QString hash = entry ? sealOf(key.bytes, head.seq + 1, head.hash, *entry) : QString();
                if (entry && m_store.insertSeal(tx, {head.seq + 1, id, key.id, hash}))
                    head = {head.seq + 1, hash};
            }
            return head;
        }));
        m_anchor = head;
        if (!m_anchorPath.isEmpty())
            writeAnchor(head);
    }
    return {};
}

// Another node may have sealed meanwhile, so the chain may be longer than what is known here, but never shorter.
Result<> Chain::continues(Tx &tx, const Head &last)
{
    if (m_anchor.seq == 0)
        return {};
    const auto known = m_store.sealedAfter(tx, m_anchor.seq - 1, 1);
    if (last.seq < m_anchor.seq || known.isEmpty() || known.constFirst().seq != m_anchor.seq ||
        known.constFirst().hash != m_anchor.hash)
        return failure(
            ErrorCode::Conflict,
            QStringLiteral("the chain does not continue seal %1, nothing is sealed any more").arg(m_anchor.seq));
    return {};
}

std::optional<QString> Chain::problemOf(const SealedEntry &entry, const Head &before) const
{
    if (entry.seq != before.seq + 1)
        return QStringLiteral("seal %1 is missing").arg(before.seq + 1);
    const QString id = entry.auditId.text();
    if (!entry.action)
        return QStringLiteral("entry %1 of seal %2 is missing").arg(id).arg(entry.seq);
    const auto key =
        std::find_if(m_keys.begin(), m_keys.end(), [&](const Key &each) { return each.id == entry.keyId; });
    if (key == m_keys.end())
        return QStringLiteral("the key %1 of seal %2 is not known").arg(entry.keyId).arg(entry.seq);
    const QString hash = sealOf(key->bytes, entry.seq, before.hash, rowOf(entry));
    if (!crypto::equal(hash.toLatin1(), entry.hash.toLatin1()))
        return QStringLiteral("entry %1 is not what was sealed as seal %2").arg(id).arg(entry.seq);
    return std::nullopt;
}

Chain::Finding Chain::verify(const std::function<bool()> &isToStop)
{
    // Read first: until the walk is there, the chain only becomes longer.
    const Anchor anchor = readAnchor();
    Finding out{anchor.problem, {}};
    for (bool isAtEnd = false; !isAtEnd && !out.problem;) {
        const auto found = m_db.read([&](Tx &tx) { return m_store.sealedAfter(tx, out.head.seq, piece); });
        for (const SealedEntry &entry : found) {
            if ((out.problem = problemOf(entry, out.head)))
                return out;
            out.head = {entry.seq, entry.hash};
            if (anchor.head && anchor.head->seq == entry.seq && anchor.head->hash != entry.hash)
                out.problem = QStringLiteral("seal %1 is another one than the anchor knows").arg(entry.seq);
        }
        isAtEnd = found.size() < piece;
        if (!isAtEnd && isToStop && isToStop())
            out.problem = QStringLiteral("the check was cut off");
    }
    if (out.problem)
        return out;
    if (anchor.head && anchor.head->seq > out.head.seq)
        out.problem = QStringLiteral("seal %1 is missing: the chain was cut off, its anchor knows seal %2")
                          .arg(out.head.seq + 1)
                          .arg(anchor.head->seq);
    else if (!anchor.head && !m_anchorPath.isEmpty() && out.head.seq > 0)
        out.problem = QStringLiteral("the anchor %1 is missing").arg(m_anchorPath);
    else
        out.problem = unsealed(isToStop);
    return out;
}

std::optional<QString> Chain::unsealed(const std::function<bool()> &isToStop)
{
    for (Id<AuditEntry> at;;) {
        if (isToStop && isToStop())
            return QStringLiteral("the check was cut off");
        const Instant limit = m_clock.now().after(-sealedWithinMs);
        const auto found = m_db.read([&](Tx &tx) { return m_store.standingsAfter(tx, at, piece); });
        for (const Standing &standing : found)
            if (!standing.seq && standing.createdAt < limit)
                return QStringLiteral("entry %1 is not sealed").arg(standing.id.text());
        if (found.size() < piece)
            return std::nullopt;
        at = found.constLast().id;
    }
}

} // namespace audit
