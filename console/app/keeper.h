#pragma once

// Several consoles of one user share a keychain, but a refresh token is good for one of them only: the server ends a
// session whose old token comes back. So the first console at a server keeps its token there, and those that are opened
// beside it keep theirs in memory.

#include "console/app/vault.h"

#include <QLockFile>

#include <memory>

namespace app {

class Keeper : public Vault
{
public:
    Keeper(Vault &vault, QString folder);

    QFuture<Found> read(const QString &key) override;
    QFuture<QString> write(const QString &key, const QByteArray &secret) override;
    void erase(const QString &key) override;

private:
    bool isMine(const QString &key);

    Vault &m_vault;
    QString m_folder;
    QString m_key;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace app
