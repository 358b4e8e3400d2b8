// What the sandbox does for the storage: it looks at strangers' files and draws pictures in other sizes.

#include "server/storage/service.h"

#include "server/core/clock.h"
#include "server/core/ids.h"
#include "server/core/secrets.h"
#include "server/core/surroundings.h"
#include "server/storage/rules.h"

#include <QBuffer>
#include <QFile>
#include <QHash>
#include <QLoggingCategory>
#include <QProcess>

namespace storage {

namespace {

Q_LOGGING_CATEGORY(picturesLog, "storage")

constexpr QLatin1StringView unconfinedWord("unconfined"), unconfinedFlag("--unconfined");
constexpr int sandboxTimeoutMs = 10'000;
constexpr int pictureQuality = 85; // C25
constexpr int widestPicture = 1600;

QString nameOfJpeg(const QString &name)
{
    const qsizetype dot = name.lastIndexOf(QLatin1Char('.'));
    return safeName((dot > 0 ? name.left(dot) : name) + QStringLiteral(".jpg"));
}

// What the sandbox says in a word of its own, for whoever has chosen the file.
QString spoken(const QString &word)
{
    const QHash<QString, QString> words{
        {QStringLiteral("too_large"), QStringLiteral("is too large")},
        {QStringLiteral("too_complex"), QStringLiteral("takes too long to be looked at")},
        {QStringLiteral("too_many_pixels"), QStringLiteral("has too many pixels; make the picture smaller")},
        {QStringLiteral("too_small"), word}, // whoever asked for a shape says which
        {QStringLiteral("too_many_pages"), QStringLiteral("has too many pages")},
        {QStringLiteral("too_many_parts"), QStringLiteral("has too many parts")},
        {QStringLiteral("inflates_too_far"), QStringLiteral("grows too far when it is unpacked")},
        {QStringLiteral("unknown_type"), QStringLiteral("is of no type that is known")},
        {QStringLiteral("type_not_allowed"), QStringLiteral("is of a type that is not taken here")},
        {QStringLiteral("encrypted"), QStringLiteral("is locked with a password")},
        {QStringLiteral("active_content"), QStringLiteral("has programs in it")}};
    return words.value(word, QStringLiteral("is damaged"));
}

// What was drawn goes to strangers as it is, so that it has to be a picture at least.
void demandJpeg(const QByteArray &drawn)
{
    if (!drawn.startsWith("\xff\xd8\xff"))
        throw std::runtime_error("the sandbox drew no JPEG");
}

} // namespace

Result<QByteArray> Service::sandboxed(const QStringList &arguments, const QString &path) const
{
    QProcess sandbox;
    sandbox.setStandardInputFile(path);
    sandbox.setProcessEnvironment(surroundings::bare());
    // Who takes files without any look at them takes them from a sandbox without walls, too.
    const bool mayBeOpen = m_place.undecoded == Undecoded::Taken;
    sandbox.start(m_place.sandbox, mayBeOpen ? arguments + QStringList{unconfinedFlag} : arguments);
    if (!sandbox.waitForStarted(sandboxTimeoutMs))
        throw std::runtime_error("cannot start " + m_place.sandbox.toStdString());
    if (!sandbox.waitForFinished(sandboxTimeoutMs)) {
        sandbox.kill();
        sandbox.waitForFinished(sandboxTimeoutMs);
        return unacceptable(spoken(QStringLiteral("too_complex")));
    }
    if (sandbox.exitStatus() != QProcess::NormalExit || sandbox.exitCode() != 0) {
        constexpr qsizetype longestWord = 40;
        const QString word = QString::fromLatin1(sandbox.readAllStandardError().trimmed().left(longestWord));
        if (word == unconfinedWord) {
            qCCritical(picturesLog, "uploads are refused: this kernel does not confine the program that decodes them");
            return failure(ErrorCode::Unavailable, QStringLiteral("Files cannot be taken at the moment."));
        }
        return unacceptable(spoken(word));
    }
    return sandbox.readAllStandardOutput();
}

// A photo says where and with what it was taken (MED-10). What the owner hands in for KYC is evidence and stays as it
// is.
Result<QByteArray> Service::presentable(FileRow &row, const QString &path) const
{
    if (isRestricted(row.purpose) || m_place.sandbox.isEmpty() || !row.contentType.startsWith(QLatin1String("image/")))
        return QByteArray();
    LET(drawn, sandboxed({QStringLiteral("resize"), QStringLiteral("--width"), QString::number(widestPicture),
                          QStringLiteral("--quality"), QString::number(pictureQuality)},
                         path));
    demandJpeg(drawn);
    row.contentType = QStringLiteral("image/jpeg");
    row.name = nameOfJpeg(row.name);
    return drawn;
}

Result<Id<StoredFile>> Service::fitted(Id<StoredFile> picture, Id<Account> owner, Pixels place, Ration ration)
{
    LET(source, m_db.read([&](Tx &tx) -> Result<FileRow> {
        const auto row = m_store.find(tx, picture);
        if (!row || row->ownerId != owner || isRestricted(row->purpose))
            return notFound(QLatin1StringView("file"));
        MUST(mayTake(tx, *row, ration, drawnMax)); // before a program is started for it
        return *row;
    }));
    MUST(mayBeRead(source));
    if (m_place.sandbox.isEmpty() && m_place.undecoded == Undecoded::Taken)
        return picture;
    if (m_place.sandbox.isEmpty())
        return failure(ErrorCode::Unavailable, QStringLiteral("Pictures cannot be drawn at the moment."));
    LET(drawn, sandboxed({QStringLiteral("resize"), QStringLiteral("--width"), QString::number(place.width),
                          QStringLiteral("--height"), QString::number(place.height), QStringLiteral("--quality"),
                          QString::number(pictureQuality)},
                         pathOf(picture)));
    demandJpeg(drawn);
    FileRow row{.id = m_ids.next<StoredFile>(),
                .ownerId = owner,
                .purpose = source.purpose,
                .name = nameOfJpeg(source.name),
                .contentType = QStringLiteral("image/jpeg"),
                .createdAt = m_clock.now(),
                .scanState = source.scanState,
                .scannedAt = source.scannedAt};
    QBuffer content(&drawn);
    content.open(QIODevice::ReadOnly);
    const Kept kept = keep(row, content);
    row.size = kept.size;
    row.sha256 = kept.sha256;
    const Result<> stored = m_db.write([&](Tx &tx) { return insert(tx, row, ration, drawnMax); });
    if (!stored) {
        QFile::remove(pathOf(row.id));
        return tl::unexpected(stored.error());
    }
    return row.id;
}

void Service::forgetUnused(const QList<Id<StoredFile>> &files, Id<Account> owner)
{
    if (files.isEmpty())
        return;
    const auto gone = m_db.write([&](Tx &tx) -> Result<QList<Id<StoredFile>>> {
        QList<Id<StoredFile>> out;
        for (const Id<StoredFile> id : files) {
            const auto row = m_store.find(tx, id);
            if (row && row->ownerId == owner && m_store.removeUnclaimed(tx, id))
                out += id;
        }
        return out;
    });
    removeBytes(gone.value());
}

} // namespace storage
