#include "server/notifications/gateways/folder.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QTimeZone>

namespace notifications::gateways {

namespace {

constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

// Nothing of an address may lead out of the folder.
QString harmless(const QString &text)
{
    QString out;
    for (const QChar c : text.left(100))
        out += c.isLetterOrNumber() || c == u'@' || c == u'_' || c == u'-' || (c == u'.' && !out.isEmpty()) ? c : u'_';
    return out;
}

QString nameOf(const Filing &filing, qint64 ms)
{
    const QString time =
        QDateTime::fromMSecsSinceEpoch(ms, QTimeZone::utc()).toString(QStringLiteral("yyyyMMdd'T'hhmmss.zzz'Z'"));
    return QStringLiteral("%1-%2-%3.eml").arg(time, harmless(filing.letter), harmless(filing.to));
}

bool holds(const QString &path, const QByteArray &message)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.readAll() == message;
}

} // namespace

Result<> putIntoFolder(const Filing &filing, const QByteArray &message)
{
    QDir folder(filing.folder);
    if (!folder.mkpath(QStringLiteral(".")))
        return failure(ErrorCode::Unavailable, QStringLiteral("The folder for mails cannot be made."));

    qint64 ms = filing.time.ms;
    QString path = folder.filePath(nameOf(filing, ms));
    while (QFile::exists(path)) {
        if (holds(path, message))
            return {};
        path = folder.filePath(nameOf(filing, ++ms));
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(ownerOnly) || file.write(message) != message.size() ||
        !file.commit())
        return failure(ErrorCode::Unavailable, QStringLiteral("A mail cannot be written: ") + file.errorString());
    return {};
}

} // namespace notifications::gateways
