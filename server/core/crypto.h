#pragma once

// Secrets: password hashes, keys derived from the one master secret, sealed columns, blind indexes and access tokens.
// Every comparison of a secret goes through equal().

#include "shared/base/result.h"
#include "shared/base/values.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonObject>
#include <QList>

namespace crypto {

constexpr int keyBytes = 32;

bool equal(QByteArrayView a, QByteArrayView b); // takes the same time wherever they differ
QByteArray sha256(QByteArrayView message);
QByteArray hmacSha256(QByteArrayView key, QByteArrayView message);
QByteArray random(int bytes);

// RFC 5869 without salt: one key per purpose, so that a key lost in one place opens no other.
QByteArray derive(QByteArrayView master, QByteArrayView purpose, int bytes = keyBytes);

// bcrypt. Takes about 200 ms at the cost of production, so it belongs into the bounded pool (Endpoint::heavy).
class Passwords
{
public:
    static constexpr int productionCost = 12;
    static constexpr int bytesMax = 72; // bcrypt would silently ignore the rest

    explicit Passwords(int cost = productionCost);

    Result<QByteArray> hash(const QString &password) const;
    bool matches(const QString &password, const QByteArray &hash) const;

    // Whether a stored hash was made with less work than is asked for today.
    bool isOutdated(const QByteArray &hash) const;

    // For an account that does not exist: takes as long as a wrong password and is always false.
    bool matchesNobody(const QString &password) const;

private:
    const int m_cost;
    QByteArray m_nobody;
};

// Seals single column values with AES-256-GCM. The place ("vendors.pan:<id>") is authenticated too, so a value copied
// to another row does not open. Older masters only open.
class Vault
{
public:
    explicit Vault(const QList<QByteArray> &masters);

    QByteArray seal(QByteArrayView plain, QByteArrayView place) const;
    std::optional<QByteArray> open(QByteArrayView sealed, QByteArrayView place) const;
    // Whether the current master sealed it; its first sealHeadBytes are enough to say so.
    bool isCurrent(QByteArrayView sealed) const;
    static constexpr qsizetype sealHeadBytes = 5;

    // Equal values have equal marks, so a sealed column can be searched for equality.
    QByteArray blindIndex(QByteArrayView value, QByteArrayView column) const;
    // The marks of every master, the current one first: while keys are rotated, rows have the one or the other.
    QList<QByteArray> blindIndexes(QByteArrayView value, QByteArrayView column) const;

private:
    struct Key
    {
        QByteArray id;
        QByteArray bytes;
        QByteArray index; // what marks are made with
    };
    QList<Key> m_keys; // the first one seals
};

// Signed access tokens: JWT with HS256 and nothing else. The header is compared byte for byte, so that "none" or
// another algorithm cannot be asked for.
class Tokens
{
public:
    // The first key signs, each of them is believed.
    Tokens(const QList<QByteArray> &keys, const QString &issuer, const QString &audience);

    // Adds iss, aud, iat and exp to the claims.
    QByteArray issue(QJsonObject claims, Instant now, qint64 lifetimeMs) const;

    // The claims of a token that is ours and in time; else TokenExpired or Unauthenticated.
    Result<QJsonObject> check(QByteArrayView token, Instant now) const;

private:
    const QList<QByteArray> m_keys;
    const QString m_issuer, m_audience;
};

} // namespace crypto
