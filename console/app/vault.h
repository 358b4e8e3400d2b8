#pragma once

// Where the refresh token sleeps: the desktop's keychain. Without one the token lives in memory and the user is told.
// The only file pair that knows QtKeychain.

#include <QFuture>
#include <QObject>

#include <optional>

namespace app {

class Vault
{
public:
    virtual ~Vault() = default;

    struct Found
    {
        QByteArray secret; // empty: nothing was kept
        QString trouble;   // why the keychain cannot be used; empty when it can
    };
    virtual QFuture<Found> read(const QString &key) = 0;
    virtual QFuture<QString> write(const QString &key, const QByteArray &secret) = 0; // trouble, empty when kept
    virtual void erase(const QString &key) = 0;
};

class KeychainVault : public QObject, public Vault
{
    Q_OBJECT

public:
    using QObject::QObject;

    QFuture<Found> read(const QString &key) override;
    QFuture<QString> write(const QString &key, const QByteArray &secret) override;
    void erase(const QString &key) override;
};

} // namespace app
