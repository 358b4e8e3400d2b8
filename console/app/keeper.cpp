#include "console/app/keeper.h"

#include <QCryptographicHash>
#include <QDir>

namespace app {

Keeper::Keeper(Vault &vault, QString folder)
    : m_vault(vault)
    , m_folder(std::move(folder))
{
    QDir().mkpath(m_folder);
}

// Whoever holds it goes on holding it until the console moves to another server or ends.
bool Keeper::isMine(const QString &key)
{
    if (m_key != key || !m_lock) {
        const QByteArray name = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256).toHex();
        m_key = key;
        m_lock = std::make_unique<QLockFile>(m_folder + u'/' + QString::fromLatin1(name) + QStringLiteral(".lock"));
        m_lock->setStaleLockTime(0); // however long it runs
    }
    return m_lock->isLocked() || m_lock->tryLock(0);
}

QFuture<Vault::Found> Keeper::read(const QString &key)
{
    return isMine(key) ? m_vault.read(key) : QtFuture::makeReadyFuture(Found{});
}

QFuture<QString> Keeper::write(const QString &key, const QByteArray &secret)
{
    return isMine(key) ? m_vault.write(key, secret) : QtFuture::makeReadyFuture(QString());
}

void Keeper::erase(const QString &key)
{
    if (isMine(key))
        m_vault.erase(key);
}

} // namespace app
