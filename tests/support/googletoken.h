#pragma once

// Keys and ID tokens as Google makes them, with keys of the test's own.

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <memory>

using EVP_PKEY = struct evp_pkey_st;

class GoogleKey
{
public:
    enum class Kind { Rsa, Ec };
    GoogleKey(Kind kind, QString id);
    ~GoogleKey();

    QJsonObject jwk() const;
    QByteArray token(const QJsonObject &claims) const { return token(head(), claims); }
    QByteArray token(const QJsonObject &head, const QJsonObject &claims) const;
    QJsonObject head() const;

private:
    QByteArray sign(const QByteArray &message) const;

    const Kind m_kind;
    const QString m_id;
    EVP_PKEY *m_key;
};

QByteArray jwksOf(const QList<const GoogleKey *> &keys);
