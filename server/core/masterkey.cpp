#include "server/core/config.h"
#include "server/core/crypto.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

// A file that nobody else can read, from its first moment on. False when it cannot be made.
bool makeSecret(const QString &path)
{
    QDir().mkpath(QFileInfo(path).path());
    const int file = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return QFileInfo::exists(path); // another process was faster
    const QByteArray text = crypto::random(crypto::keyBytes).toHex() + '\n';
    const bool written = ::write(file, text.constData(), size_t(text.size())) == text.size() && ::fsync(file) == 0;
    ::close(file);
    return written;
}

} // namespace

tl::expected<QList<QByteArray>, Complaint> config::masterSecrets(const QString &path)
{
    const auto complain = [&](const QString &text) {
        return tl::unexpected(Complaint{Complaint::configuration, path + QStringLiteral(": ") + text});
    };
    if (!QFileInfo::exists(path) && !makeSecret(path))
        return complain(QStringLiteral("the master secret cannot be written"));
    struct stat state = {};
    if (::stat(QFile::encodeName(path).constData(), &state) != 0 || (state.st_mode & 077) != 0)
        return complain(QStringLiteral("the master secret must be readable by its owner only (chmod 600)"));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return complain(file.errorString());

    constexpr qint64 fileMax = 4096;
    QList<QByteArray> secrets;
    for (const QByteArray &line : file.read(fileMax).split('\n')) {
        const QByteArray secret = QByteArray::fromHex(line.trimmed());
        if (line.trimmed().isEmpty())
            continue;
        if (secret.size() < crypto::keyBytes || secret.toHex() != line.trimmed().toLower())
            return complain(QStringLiteral("each line must be at least 64 hexadecimal digits"));
        secrets += secret;
    }
    if (secrets.isEmpty())
        return complain(QStringLiteral("holds no secret"));
    return secrets;
}
