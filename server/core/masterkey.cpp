#include "server/core/config.h"
#include "server/core/crypto.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

constexpr qint64 fileMax = 4096;

// A new file that nobody else can read, from its first moment on.
bool writeSecret(const QString &path, const QByteArray &text)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return false;
    const bool written = ::write(file, text.constData(), size_t(text.size())) == text.size() && ::fsync(file) == 0;
    ::close(file);
    return written;
}

QByteArray newLine()
{
    return crypto::random(crypto::keyBytes).toHex() + '\n';
}

// False when it cannot be made.
bool makeSecret(const QString &path)
{
    QDir().mkpath(QFileInfo(path).path());
    return writeSecret(path, newLine()) || QFileInfo::exists(path); // another process may have been faster
}

// The name of a file is on the disk when its folder is.
bool flushFolder(const QString &path)
{
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    const int descriptor = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool flushed = descriptor >= 0 && ::fsync(descriptor) == 0;
    if (descriptor >= 0)
        ::close(descriptor);
    return flushed;
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

// Whoever reads the file while this happens sees the old one or the new one, also after a loss of power.
std::optional<Complaint> config::addMasterSecret(const QString &path)
{
    const auto complain = [&](const QString &text) {
        return Complaint{Complaint::configuration, path + QStringLiteral(": ") + text};
    };
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return complain(file.errorString());
    const QByteArray text = newLine() + file.readAll();
    if (text.size() > fileMax)
        return complain(QStringLiteral("holds too many secrets already"));
    const QString made = path + QStringLiteral(".new");
    QFile::remove(made); // of an attempt that was cut off
    if (!writeSecret(made, text) ||
        std::rename(QFile::encodeName(made).constData(), QFile::encodeName(path).constData()) != 0 ||
        !flushFolder(path)) {
        QFile::remove(made);
        return complain(QStringLiteral("cannot be replaced"));
    }
    return std::nullopt;
}
