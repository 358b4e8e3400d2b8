#include "console/app/vault.h"

#include <QPromise>

#include <qt6keychain/keychain.h>

namespace app {

namespace {

QString service()
{
    return QStringLiteral("kabaadwala-console");
}

} // namespace

QFuture<Vault::Found> KeychainVault::read(const QString &key)
{
    auto *job = new QKeychain::ReadPasswordJob(service(), this);
    job->setKey(key);
    auto done = std::make_shared<QPromise<Found>>();
    done->start();
    connect(job, &QKeychain::Job::finished, this, [job, done] {
        const bool isEmpty = job->error() == QKeychain::EntryNotFound;
        const bool isFine = job->error() == QKeychain::NoError || isEmpty;
        done->addResult(Found{isFine ? job->binaryData() : QByteArray(), isFine ? QString() : job->errorString()});
        done->finish();
    });
    const auto future = done->future();
    job->start();
    return future;
}

QFuture<QString> KeychainVault::write(const QString &key, const QByteArray &secret)
{
    auto *job = new QKeychain::WritePasswordJob(service(), this);
    job->setKey(key);
    job->setBinaryData(secret);
    auto done = std::make_shared<QPromise<QString>>();
    done->start();
    connect(job, &QKeychain::Job::finished, this, [job, done] {
        done->addResult(job->error() == QKeychain::NoError ? QString() : job->errorString());
        done->finish();
    });
    const auto future = done->future();
    job->start();
    return future;
}

void KeychainVault::erase(const QString &key)
{
    auto *job = new QKeychain::DeletePasswordJob(service(), this);
    job->setKey(key);
    job->start();
}

} // namespace app
