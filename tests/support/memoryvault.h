#pragma once

// A keychain that forgets with the test, or that is not there at all.

#include "console/app/vault.h"

#include <QHash>

class MemoryVault : public app::Vault
{
public:
    QHash<QString, QByteArray> secrets;
    QString trouble; // set: no keychain runs

    QFuture<Found> read(const QString &key) override
    {
        return QtFuture::makeReadyFuture(Found{trouble.isEmpty() ? secrets.value(key) : QByteArray(), trouble});
    }
    QFuture<QString> write(const QString &key, const QByteArray &secret) override
    {
        if (trouble.isEmpty())
            secrets.insert(key, secret);
        return QtFuture::makeReadyFuture(trouble);
    }
    void erase(const QString &key) override { secrets.remove(key); }
};
