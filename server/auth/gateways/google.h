#pragma once

// Whom Google's ID tokens speak of. The keys come from the configured place and from nowhere else: what a token says
// about its key only chooses among them. RS256 and ES256; the algorithm is that of the key.

#include "shared/base/result.h"
#include "shared/base/values.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>
#include <mutex>

using EVP_PKEY = struct evp_pkey_st;

namespace auth::gateways {

struct GoogleConfig
{
    QString clientId = {};                                                       // empty: nobody signs in with Google
    QString keys = QStringLiteral("https://www.googleapis.com/oauth2/v3/certs"); // or a file
    QStringList issuers = {QStringLiteral("https://accounts.google.com"), QStringLiteral("accounts.google.com")};
    int timeoutMs = 5'000;
};

struct GoogleIdentity
{
    QString subject;
    QString email; // verified by Google
    QString name;
};

class Google
{
public:
    static constexpr int tokenBytesMax = 8192;
    static constexpr int keysBytesMax = 65'536;
    static constexpr int keysMax = 20;
    static constexpr qint64 keysKeptMs = 3'600'000;
    static constexpr qint64 keysAgainMs = 60'000; // not sooner, whoever shows tokens with unknown keys
    static constexpr qint64 firstAgainMs = 5'000; // the same while there are none

    explicit Google(GoogleConfig config);
    ~Google();

    bool isOffered() const { return !m_config.clientId.isEmpty(); }
    // Unauthenticated when the token is not Google's word for this sign-in; Unavailable when the keys cannot be had.
    Result<GoogleIdentity> check(const QByteArray &token, const QString &nonce, Instant now);

private:
    struct Key;

    Result<QByteArray> fetch() const;
    Result<> load(Instant now);
    Result<std::shared_ptr<const Key>> keyFor(const QString &id, Instant now);

    const GoogleConfig m_config;
    std::mutex m_mutex;
    QList<std::shared_ptr<const Key>> m_keys; // shared: who checks with one keeps it while others load
    Instant m_loadedAt, m_triedAt;
};

} // namespace auth::gateways
