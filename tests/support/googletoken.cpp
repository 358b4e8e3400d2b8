#include "tests/support/googletoken.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

namespace {

constexpr int coordinateBytes = 32;
constexpr int rsaBits = 2048;

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray bytesOf(const BIGNUM *number, int length)
{
    QByteArray out(length, '\0');
    BN_bn2binpad(number, reinterpret_cast<unsigned char *>(out.data()), length);
    return out;
}

QString number(EVP_PKEY *key, const char *name)
{
    BIGNUM *value = nullptr;
    EVP_PKEY_get_bn_param(key, name, &value);
    const QByteArray out = base64Url(bytesOf(value, BN_num_bytes(value)));
    BN_free(value);
    return QString::fromLatin1(out);
}

} // namespace

GoogleKey::GoogleKey(Kind kind, QString id)
    : m_kind(kind)
    , m_id(std::move(id))
    , m_key(kind == Kind::Rsa ? EVP_RSA_gen(rsaBits) : EVP_EC_gen("P-256"))
{}

GoogleKey::~GoogleKey()
{
    EVP_PKEY_free(m_key);
}

QJsonObject GoogleKey::jwk() const
{
    if (m_kind == Kind::Rsa)
        return {{"kty", "RSA"},
                {"use", "sig"},
                {"alg", "RS256"},
                {"kid", m_id},
                {"n", number(m_key, OSSL_PKEY_PARAM_RSA_N)},
                {"e", number(m_key, OSSL_PKEY_PARAM_RSA_E)}};
    QByteArray point(1 + 2 * coordinateBytes, '\0');
    size_t length = 0;
    EVP_PKEY_get_octet_string_param(m_key, OSSL_PKEY_PARAM_PUB_KEY, reinterpret_cast<unsigned char *>(point.data()),
                                    size_t(point.size()), &length);
    return {{"kty", "EC"},
            {"crv", "P-256"},
            {"alg", "ES256"},
            {"kid", m_id},
            {"x", QString::fromLatin1(base64Url(point.mid(1, coordinateBytes)))},
            {"y", QString::fromLatin1(base64Url(point.mid(1 + coordinateBytes)))}};
}

QJsonObject GoogleKey::head() const
{
    return {{"alg", m_kind == Kind::Rsa ? "RS256" : "ES256"}, {"kid", m_id}, {"typ", "JWT"}};
}

QByteArray GoogleKey::token(const QJsonObject &head, const QJsonObject &claims) const
{
    const QByteArray body = base64Url(QJsonDocument(head).toJson(QJsonDocument::Compact)) + '.' +
                            base64Url(QJsonDocument(claims).toJson(QJsonDocument::Compact));
    return body + '.' + base64Url(sign(body));
}

QByteArray GoogleKey::sign(const QByteArray &message) const
{
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    size_t length = 1024;
    QByteArray out(qsizetype(length), '\0');
    EVP_DigestSignInit(context, nullptr, EVP_sha256(), nullptr, m_key);
    EVP_DigestSign(context, reinterpret_cast<unsigned char *>(out.data()), &length,
                   reinterpret_cast<const unsigned char *>(message.constData()), size_t(message.size()));
    EVP_MD_CTX_free(context);
    out.truncate(qsizetype(length));
    if (m_kind == Kind::Rsa)
        return out;
    const auto *at = reinterpret_cast<const unsigned char *>(out.constData());
    ECDSA_SIG *pair = d2i_ECDSA_SIG(nullptr, &at, long(out.size()));
    const QByteArray both =
        bytesOf(ECDSA_SIG_get0_r(pair), coordinateBytes) + bytesOf(ECDSA_SIG_get0_s(pair), coordinateBytes);
    ECDSA_SIG_free(pair);
    return both;
}

QByteArray jwksOf(const QList<const GoogleKey *> &keys)
{
    QJsonArray all;
    for (const GoogleKey *key : keys)
        all += key->jwk();
    return QJsonDocument(QJsonObject{{"keys", all}}).toJson();
}
