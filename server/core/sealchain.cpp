#include "server/core/sealchain.h"

#include "server/core/clock.h"
#include "server/core/crypto.h"
#include "server/core/ids.h"
#include "server/core/secrets.h"

#include <QFile>
#include <QHash>
#include <QSaveFile>
#include <QtEndian>

using namespace seals;

namespace {

constexpr int piece = 1000;
constexpr int sealedAtOnce = 200;
constexpr qint64 sealedWithinMs = 60'000; // a row that is older has to be sealed

void appendNumber(QByteArray &out, qint64 number)
{
    std::array<char, 8> bytes;
    qToBigEndian(number, bytes.data());
    out.append(bytes.data(), qsizetype(bytes.size()));
}

void appendPart(QByteArray &out, char kind, QByteArrayView bytes)
{
    out += kind;
    appendNumber(out, bytes.size());
    out += bytes;
}

} // namespace

void seals::append(QByteArray &message, const sql::Value &value)
{
    if (const auto *number = std::get_if<qint64>(&value)) {
        QByteArray bytes;
        appendNumber(bytes, *number);
        appendPart(message, 'n', bytes);
    } else if (const auto *text = std::get_if<QByteArray>(&value)) {
        appendPart(message, 't', *text);
    } else if (const auto *id = std::get_if<sql::IdBytes>(&value)) {
        appendPart(message, 'i', QByteArrayView(id->bytes.data(), qsizetype(id->bytes.size())));
    } else {
        Q_ASSERT(std::holds_alternative<std::monostate>(value));
        appendPart(message, '-', {});
    }
}

SealChain::SealChain(Db &db, const Clock &clock, const Secrets &secrets, const Names &names, const QString &anchorPath,
                     Book &book)
    : m_db(db)
    , m_clock(clock)
    , m_names(names)
    , m_anchorPath(anchorPath)
    , m_book(book)
{
    // Says which master a key comes from and nothing about the key.
    constexpr qsizetype shown = 16;
    for (const QByteArray &key : secrets.keys(m_names.chain))
        m_keys += {QString::fromLatin1(crypto::hmacSha256(key, m_names.chain + " key id").toHex().first(shown)), key};
}

QString SealChain::sealOf(const QByteArray &key, const Head &before, const QByteArray &message) const
{
    QByteArray whole;
    append(whole, sql::value("kabaadwala " + m_names.chain + " seal 1"));
    append(whole, sql::value(before.seq + 1));
    append(whole, sql::value(before.hash));
    return QString::fromLatin1(crypto::hmacSha256(key, whole + message).toHex());
}

QString SealChain::anchorMark(const QByteArray &key, const Head &head) const
{
    QByteArray message;
    append(message, sql::value("kabaadwala " + m_names.chain + " anchor 1"));
    append(message, sql::value(head.seq));
    append(message, sql::value(head.hash));
    return QString::fromLatin1(crypto::hmacSha256(key, message).toHex());
}

// One line: the number, the hash, and the mark that nobody makes without the master secret.
SealChain::Anchor SealChain::readAnchor() const
{
    if (m_anchorPath.isEmpty() || !QFile::exists(m_anchorPath))
        return m_recall ? Anchor{m_recall(), {}, true} : Anchor();
    QFile file(m_anchorPath);
    constexpr qint64 anchorMax = 1024;
    const QList<QByteArray> parts =
        file.open(QIODevice::ReadOnly) ? file.read(anchorMax).trimmed().split(' ') : QList<QByteArray>();
    if (parts.size() == 3) {
        const Head head{parts[0].toLongLong(), QString::fromLatin1(parts[1])};
        for (const Key &key : m_keys)
            if (crypto::equal(anchorMark(key.bytes, head).toLatin1(), parts[2]))
                return {head, {}};
    }
    return {{}, QStringLiteral("the anchor %1 was not written by this server").arg(m_anchorPath)};
}

void SealChain::writeAnchor(const Head &head) const
{
    QSaveFile file(m_anchorPath);
    const QByteArray line = QByteArray::number(head.seq) + ' ' + head.hash.toLatin1() + ' ' +
                            anchorMark(m_keys.constFirst().bytes, head).toLatin1() + '\n';
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(line) != line.size() || !file.commit())
        throw std::runtime_error("cannot write " + m_anchorPath.toStdString());
}

Result<> SealChain::seal(Reach reach)
{
    std::unique_lock lock(m_mutex, std::defer_lock);
    if (reach == Reach::All)
        lock.lock(); // who asks for all of it believes afterwards that all of it is sealed
    else if (!lock.try_lock())
        return {}; // another thread is at it
    if (!m_knowsAnchor) {
        const Anchor anchor = readAnchor();
        if (anchor.problem)
            return failure(ErrorCode::Conflict, *anchor.problem);
        m_anchor = anchor.head.value_or(Head());
        m_knowsAnchor = true;
    }
    const Instant started = m_clock.now();
    for (Id<Row> at = reach == Reach::All ? Id<Row>() : m_from;;) {
        const auto found = m_db.read([&](Tx &tx) { return m_book.standingsAfter(tx, at, piece); });
        MUST(sealPiece(found));
        if (found.size() < piece)
            break;
        at = found.constLast().id;
    }
    m_from = Ids::firstOf<Row>(started.after(-m_names.lateMs));
    return {};
}

Result<> SealChain::sealPiece(const QList<Standing> &found)
{
    QList<Id<Row>> open;
    for (const Standing &standing : found)
        if (!standing.seq)
            open += standing.id;
    for (qsizetype at = 0; at < open.size(); at += sealedAtOnce) {
        LET(head, m_db.write([&](Tx &tx) -> Result<Head> {
            const auto last = m_book.lastSeal(tx);
            Head head = last ? Head{last->seq, last->hash} : Head();
            MUST(continues(tx, head));
            const QList<Id<Row>> ids = open.mid(at, sealedAtOnce);
            const auto messages = m_book.messagesOf(tx, ids);
            const Key &key = m_keys.constFirst();
            for (const Id<Row> id : ids) {
                const auto message = messages.constFind(id);
                const QString hash = message == messages.cend() ? QString() : sealOf(key.bytes, head, *message);
                if (!hash.isEmpty() && m_book.insertSeal(tx, {head.seq + 1, id, key.id, hash}))
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
Result<> SealChain::continues(Tx &tx, const Head &last)
{
    if (m_anchor.seq == 0)
        return {};
    const auto known = m_book.sealsAfter(tx, m_anchor.seq - 1, 1);
    if (last.seq < m_anchor.seq || known.isEmpty() || known.constFirst().seq != m_anchor.seq ||
        known.constFirst().hash != m_anchor.hash)
        return failure(
            ErrorCode::Conflict,
            QStringLiteral("the chain does not continue seal %1, nothing is sealed any more").arg(m_anchor.seq));
    return {};
}

std::optional<QString> SealChain::problemOf(const Seal &seal, const Head &before,
                                            const QHash<Id<Row>, QByteArray> &messages) const
{
    if (seal.seq != before.seq + 1)
        return QStringLiteral("seal %1 is missing").arg(before.seq + 1);
    const QString id = seal.rowId.text();
    const auto message = messages.constFind(seal.rowId);
    if (message == messages.cend())
        return QStringLiteral("%1 %2 of seal %3 is missing").arg(m_names.row, id).arg(seal.seq);
    const auto key = std::find_if(m_keys.begin(), m_keys.end(), [&](const Key &each) { return each.id == seal.keyId; });
    if (key == m_keys.end())
        return QStringLiteral("the key %1 of seal %2 is not known").arg(seal.keyId).arg(seal.seq);
    if (!crypto::equal(sealOf(key->bytes, before, *message).toLatin1(), seal.hash.toLatin1()))
        return QStringLiteral("%1 %2 is not what was sealed as seal %3").arg(m_names.row, id).arg(seal.seq);
    return std::nullopt;
}

bool SealChain::walk(Finding &out, const Anchor &anchor)
{
    QHash<Id<Row>, QByteArray> messages;
    const auto found = m_db.read([&](Tx &tx) {
        const auto seals = m_book.sealsAfter(tx, out.head.seq, piece);
        QList<Id<Row>> ids;
        for (const Seal &seal : seals)
            ids += seal.rowId;
        messages = m_book.messagesOf(tx, ids);
        return seals;
    });
    for (const Seal &seal : found) {
        if ((out.problem = problemOf(seal, out.head, messages)))
            return false;
        out.head = {seal.seq, seal.hash};
        if (anchor.head && anchor.head->seq == seal.seq && anchor.head->hash != seal.hash)
            out.problem = QStringLiteral("seal %1 is another one than the anchor knows").arg(seal.seq);
    }
    return found.size() == piece && !out.problem;
}

// The walk has come to the last seal there is.
std::optional<QString> SealChain::problemOfEnd(const Head &head, const Anchor &anchor) const
{
    if (anchor.head && anchor.head->seq > head.seq)
        return QStringLiteral("seal %1 is missing: the chain was cut off, its anchor knows seal %2")
            .arg(head.seq + 1)
            .arg(anchor.head->seq);
    if (!anchor.head && !m_anchorPath.isEmpty() && head.seq > 0)
        return QStringLiteral("the anchor %1 is missing").arg(m_anchorPath);
    return std::nullopt;
}

SealChain::Finding SealChain::verify(const std::function<bool()> &isToStop, const std::function<void(qint64)> &progress)
{
    // Read first: until the walk is there, the chain only becomes longer.
    const Anchor anchor = readAnchor();
    Finding out{anchor.problem, {}};
    for (bool isOn = !out.problem; isOn;) {
        isOn = walk(out, anchor);
        if (progress)
            progress(out.head.seq);
        if (isOn && isToStop && isToStop()) {
            out.problem = QStringLiteral("the check was cut off");
            return out;
        }
    }
    if (!out.problem)
        out.problem = problemOfEnd(out.head, anchor);
    if (!out.problem)
        out.problem = unsealed(isToStop);
    if (!out.problem && anchor.isRecalled && !m_anchorPath.isEmpty() && out.head.seq > 0)
        writeAnchor(out.head);
    return out;
}

SealChain::Finding SealChain::verifyNewest(int count)
{
    const Anchor anchor = readAnchor();
    Finding out{anchor.problem, {}};
    if (out.problem)
        return out;
    m_db.read([&](Tx &tx) {
        const auto last = m_book.lastSeal(tx);
        const qint64 first = last ? std::max<qint64>(last->seq - count, 0) : 0;
        const auto before = first > 0 ? m_book.sealsAfter(tx, first - 1, 1) : QList<Seal>();
        out.head = before.isEmpty() ? Head{first, {}} : Head{before.constFirst().seq, before.constFirst().hash};
        // What the anchor knows may be older than these.
        const auto known = anchor.head ? m_book.sealsAfter(tx, anchor.head->seq - 1, 1) : QList<Seal>();
        if (!known.isEmpty() && known.constFirst().seq == anchor.head->seq &&
            known.constFirst().hash != anchor.head->hash)
            out.problem = QStringLiteral("seal %1 is another one than the anchor knows").arg(anchor.head->seq);
        return 0;
    });
    while (!out.problem && walk(out, anchor))
        continue;
    if (!out.problem)
        out.problem = problemOfEnd(out.head, anchor);
    return out;
}

std::optional<QString> SealChain::unsealed(const std::function<bool()> &isToStop)
{
    for (Id<Row> at;;) {
        if (isToStop && isToStop())
            return QStringLiteral("the check was cut off");
        const Instant limit = m_clock.now().after(-sealedWithinMs);
        const auto found = m_db.read([&](Tx &tx) { return m_book.standingsAfter(tx, at, piece); });
        for (const Standing &standing : found)
            if (!standing.seq && standing.createdAt < limit)
                return QStringLiteral("%1 %2 is not sealed").arg(m_names.row, standing.id.text());
        if (found.size() < piece)
            return std::nullopt;
        at = found.constLast().id;
    }
}
