#include "server/auth/gateways/google.h"

#include "server/core/crypto.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <curl/curl.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

namespace auth::gateways {

namespace {

constexpr qint64 clockSkewMs = 60 * secondMs;
constexpr int coordinateBytes = 32;  // of P-256
constexpr int modulusBytesMin = 256; // RSA of 2048 bits

template <auto Free>
struct Freeing
{
    template <class T>
    void operator()(T *pointer) const
    {
        Free(pointer);
    }
};
using Number = std::unique_ptr<BIGNUM, Freeing<BN_free>>;
using Pkey = std::unique_ptr<EVP_PKEY, Freeing<EVP_PKEY_free>>;

auto notTheirWord()
{
    return failure(ErrorCode::Unauthenticated, QStringLiteral("Google does not vouch for this sign-in."));
}

QByteArray fromBase64Url(const QByteArray &text)
{
    const auto decoded = QByteArray::fromBase64Encoding(
        text, QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals | QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? *decoded : QByteArray();
}

QJsonObject objectIn(const QByteArray &base64)
{
    return QJsonDocument::fromJson(fromBase64Url(base64)).object();
}

const unsigned char *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

Pkey built(const char *type, OSSL_PARAM_BLD *parts)
{
    const std::unique_ptr<OSSL_PARAM, Freeing<OSSL_PARAM_free>> params(OSSL_PARAM_BLD_to_param(parts));
    const std::unique_ptr<EVP_PKEY_CTX, Freeing<EVP_PKEY_CTX_free>> context(
        EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY *key = nullptr;
    if (!params || !context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, params.get()) != 1)
        return {};
    return Pkey(key);
}

using Parts = std::unique_ptr<OSSL_PARAM_BLD, Freeing<OSSL_PARAM_BLD_free>>;

Pkey rsaKey(const QJsonObject &jwk)
{
    const QByteArray n = fromBase64Url(jwk.value("n").toString().toLatin1());
    const QByteArray e = fromBase64Url(jwk.value("e").toString().toLatin1());
    if (n.size() < modulusBytesMin || e.isEmpty())
        return {};
    const Number modulus(BN_bin2bn(bytesOf(n), int(n.size()), nullptr)),
        exponent(BN_bin2bn(bytesOf(e), int(e.size()), nullptr));
    const Parts parts(OSSL_PARAM_BLD_new());
    OSSL_PARAM_BLD_push_BN(parts.get(), OSSL_PKEY_PARAM_RSA_N, modulus.get());
    OSSL_PARAM_BLD_push_BN(parts.get(), OSSL_PKEY_PARAM_RSA_E, exponent.get());
    return built("RSA", parts.get());
}

Pkey ecKey(const QJsonObject &jwk)
{
    const QByteArray x = fromBase64Url(jwk.value("x").toString().toLatin1());
    const QByteArray y = fromBase64Url(jwk.value("y").toString().toLatin1());
    if (jwk.value("crv").toString() != u"P-256" || x.size() != coordinateBytes || y.size() != coordinateBytes)
        return {};
    const QByteArray point = '\x04' + x + y; // uncompressed
    const Parts parts(OSSL_PARAM_BLD_new());
    OSSL_PARAM_BLD_push_utf8_string(parts.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0);
    OSSL_PARAM_BLD_push_octet_string(parts.get(), OSSL_PKEY_PARAM_PUB_KEY, point.constData(), size_t(point.size()));
    return built("EC", parts.get());
}

// A token has the two numbers side by side, libcrypto wants them in DER.
QByteArray derOf(const QByteArray &signature)
{
    if (signature.size() != 2 * coordinateBytes)
        return {};
    const std::unique_ptr<ECDSA_SIG, Freeing<ECDSA_SIG_free>> pair(ECDSA_SIG_new());
    if (ECDSA_SIG_set0(pair.get(), BN_bin2bn(bytesOf(signature), coordinateBytes, nullptr),
                       BN_bin2bn(bytesOf(signature) + coordinateBytes, coordinateBytes, nullptr)) != 1)
        return {};
    unsigned char *der = nullptr;
    const int length = i2d_ECDSA_SIG(pair.get(), &der);
    const QByteArray out = length > 0 ? QByteArray(reinterpret_cast<const char *>(der), length) : QByteArray();
    OPENSSL_free(der);
    return out;
}

bool isSigned(EVP_PKEY *key, const QByteArray &message, const QByteArray &signature)
{
    const std::unique_ptr<EVP_MD_CTX, Freeing<EVP_MD_CTX_free>> context(EVP_MD_CTX_new());
    return !signature.isEmpty() && EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key) == 1 &&
           EVP_DigestVerify(context.get(), bytesOf(signature), size_t(signature.size()), bytesOf(message),
                            size_t(message.size())) == 1;
}

std::size_t take(char *bytes, std::size_t size, std::size_t count, void *target)
{
    auto *body = static_cast<QByteArray *>(target);
    const qsizetype length = qsizetype(size * count);
    if (body->size() + length > Google::keysBytesMax)
        return 0; // ends the transfer
    body->append(bytes, length);
    return std::size_t(length);
}

// In clear only from this machine, where tests are.
bool mayBeAsked(const QUrl &url)
{
    const bool isHere = url.host() == u"127.0.0.1" || url.host() == u"localhost";
    return url.scheme() == u"https" || (url.scheme() == u"http" && isHere);
}

} // namespace

struct Google::Key
{
    QString id;
    QString algorithm;
    Pkey key;
};

Google::Google(GoogleConfig config)
    : m_config(std::move(config))
{}

Google::~Google() = default;

Result<QByteArray> Google::fetch() const
{
    const auto away = [](const QString &why) {
        return failure(ErrorCode::Unavailable, QStringLiteral("Google's keys cannot be had: %1").arg(why));
    };
    const QUrl url(m_config.keys);
    if (!url.scheme().startsWith(u"http")) {
        QFile file(m_config.keys);
        if (!file.open(QIODevice::ReadOnly) || file.size() > keysBytesMax)
            return away(file.errorString());
        return file.readAll();
    }
    const std::unique_ptr<CURL, Freeing<curl_easy_cleanup>> curl(curl_easy_init());
    if (!curl || !mayBeAsked(url))
        return away(QStringLiteral("the address is not https"));
    QByteArray body;
    const QByteArray address = m_config.keys.toUtf8();
    curl_easy_setopt(curl.get(), CURLOPT_URL, address.constData());
    curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl.get(), CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl.get(), CURLOPT_FAILONERROR, 1L);
    curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT_MS, long(m_config.timeoutMs));
    curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &body);
    if (const CURLcode code = curl_easy_perform(curl.get()); code != CURLE_OK)
        return away(QString::fromLatin1(curl_easy_strerror(code)));
    return body;
}

// Under the lock: one asks, the others wait for what it brings. A key that is not understood is left out.
Result<> Google::load(Instant now)
{
    LET(text, fetch());
    QList<std::shared_ptr<const Key>> keys;
    for (const QJsonValue &each : QJsonDocument::fromJson(text).object().value("keys").toArray()) {
        const QJsonObject jwk = each.toObject();
        const bool isRsa = jwk.value("kty").toString() == u"RSA";
        auto key = std::make_shared<Key>();
        key->id = jwk.value("kid").toString();
        key->algorithm = isRsa ? QStringLiteral("RS256") : QStringLiteral("ES256");
        key->key = isRsa ? rsaKey(jwk) : ecKey(jwk);
        if (key->key && !key->id.isEmpty() && keys.size() < keysMax)
            keys += std::move(key);
    }
    if (keys.isEmpty())
        return failure(ErrorCode::Unavailable, QStringLiteral("There are no keys of Google at the configured place."));
    m_keys = std::move(keys);
    m_loadedAt = now;
    return {};
}

Result<std::shared_ptr<const Google::Key>> Google::keyFor(const QString &id, Instant now)
{
    const std::lock_guard lock(m_mutex);
    const auto known = [&]() -> std::shared_ptr<const Key> {
        const auto found = std::find_if(m_keys.begin(), m_keys.end(), [&](const auto &key) { return key->id == id; });
        return found == m_keys.end() ? nullptr : *found;
    };
    const auto isOlder = [&](Instant than, qint64 ms) { return now.ms - than.ms >= ms || now < than; };
    const bool isOver = m_keys.isEmpty() || isOlder(m_loadedAt, keysKeptMs);
    if ((isOver || !known()) && isOlder(m_triedAt, m_keys.isEmpty() ? firstAgainMs : keysAgainMs)) {
        m_triedAt = now;
        MUST(load(now));
    } else if (isOver) {
        return failure(ErrorCode::Unavailable, QStringLiteral("Google's keys could not be had a moment ago."));
    }
    return known();
}

Result<GoogleIdentity> Google::check(const QByteArray &token, const QString &nonce, Instant now)
{
    const QByteArrayList parts = token.split('.');
    if (token.size() > tokenBytesMax || parts.size() != 3)
        return notTheirWord();
    const QJsonObject head = objectIn(parts[0]), claims = objectIn(parts[1]);
    LET(key, keyFor(head.value("kid").toString(), now));
    if (!key || head.value("alg").toString() != key->algorithm || head.contains("crit"))
        return notTheirWord();
    const QByteArray signature = fromBase64Url(parts[2]);
    const QByteArray shown = key->algorithm == u"ES256" ? derOf(signature) : signature;
    if (!isSigned(key->key.get(), parts[0] + '.' + parts[1], shown))
        return notTheirWord();

    const qint64 expiresMs = claims.value("exp").toInteger() * secondMs;
    const qint64 issuedMs = claims.value("iat").toInteger() * secondMs;
    const bool isInTime = expiresMs > now.ms && issuedMs > 0 && issuedMs <= now.ms + clockSkewMs;
    const bool isForUs = claims.value("aud").toString() == m_config.clientId &&
                         m_config.issuers.contains(claims.value("iss").toString());
    const bool isThisOne = crypto::equal(claims.value("nonce").toString().toUtf8(), nonce.toUtf8());
    GoogleIdentity out{claims.value("sub").toString(), claims.value("email").toString(),
                       claims.value("name").toString()};
    const bool isVerified = claims.value("email_verified").toBool() && !out.email.isEmpty() && !out.subject.isEmpty();
    if (!isInTime || !isForUs || !isThisOne || nonce.isEmpty() || !isVerified)
        return notTheirWord();
    return out;
}

} // namespace auth::gateways
