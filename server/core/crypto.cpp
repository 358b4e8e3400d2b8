#include "server/core/crypto.h"

#include <QJsonDocument>

#include <crypt.h>
#include <openssl/evp.h>
#include <sodium.h>

#include <memory>
#include <stdexcept>

namespace {

const unsigned char *bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.data());
}

unsigned char *bytesOf(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

constexpr qsizetype bcryptDigestChars = 31;

// Empty when the setting is not bcrypt: crypt() would fall back to DES without a word.
QByteArray bcrypt(const QByteArray &password, const QByteArray &setting)
{
    if (!setting.startsWith("$2b$") || password.size() > crypto::Passwords::bytesMax || password.contains('\0'))
        return {};
    const auto scratch = std::make_unique<crypt_data>(); // 32 KiB, too much for the stack of a pool thread
    const char *const hash = crypt_r(password.constData(), setting.constData(), scratch.get());
    const QByteArray out = hash && hash[0] == '$' ? QByteArray(hash) : QByteArray();
    sodium_memzero(scratch.get(), sizeof(crypt_data));
    return out;
}

QByteArray newSetting(int cost)
{
    std::array<char, CRYPT_GENSALT_OUTPUT_SIZE> setting;
    if (!crypt_gensalt_rn("$2b$", static_cast<unsigned long>(cost), nullptr, 0, setting.data(), int(setting.size())))
        throw std::runtime_error("no salt for a password hash");
    return setting.data();
}

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace

bool crypto::equal(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), size_t(a.size())) == 0;
}

QByteArray crypto::sha256(QByteArrayView message)
{
    QByteArray out(crypto_hash_sha256_BYTES, Qt::Uninitialized);
    crypto_hash_sha256(bytesOf(out), bytesOf(message), static_cast<unsigned long long>(message.size()));
    return out;
}

QByteArray crypto::hmacSha256(QByteArrayView key, QByteArrayView message)
{
    QByteArray out(crypto_auth_hmacsha256_BYTES, Qt::Uninitialized);
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, bytesOf(key), size_t(key.size()));
    crypto_auth_hmacsha256_update(&state, bytesOf(message), static_cast<unsigned long long>(message.size()));
    crypto_auth_hmacsha256_final(&state, bytesOf(out));
    return out;
}

QByteArray crypto::random(int bytes)
{
    QByteArray out(bytes, Qt::Uninitialized);
    randombytes_buf(out.data(), size_t(bytes));
    return out;
}

QByteArray crypto::derive(QByteArrayView master, QByteArrayView purpose, int bytes)
{
    const QByteArray extracted = hmacSha256(QByteArray(crypto_auth_hmacsha256_BYTES, '\0'), master);
    QByteArray out, block;
    for (char counter = 1; out.size() < bytes; ++counter) {
        block = hmacSha256(extracted, block + purpose.toByteArray() + counter);
        out += block;
    }
    return out.first(bytes);
}

crypto::Passwords::Passwords(int cost)
    : m_cost(cost)
    , m_nobody(newSetting(cost) + QByteArray(bcryptDigestChars, '.')) // no hash ends like this, and none is computed
{}

Result<QByteArray> crypto::Passwords::hash(const QString &password) const
{
    const QByteArray bytes = password.toUtf8();
    if (bytes.size() > bytesMax || bytes.contains('\0'))
        return refusal(QStringLiteral("password"), QStringLiteral("must be at most %1 bytes long").arg(bytesMax));
    const QByteArray hash = bcrypt(bytes, newSetting(m_cost));
    if (hash.isEmpty())
        throw std::runtime_error("bcrypt is not available");
    return hash;
}

bool crypto::Passwords::matches(const QString &password, const QByteArray &hash) const
{
    const QByteArray bytes = password.toUtf8();
    const bool canBeRight = bytes.size() <= bytesMax && !bytes.contains('\0');
    // What cannot be right is hashed all the same, or the time would tell which accounts there are.
    const QByteArray made = bcrypt(canBeRight ? bytes : QByteArrayLiteral("x"), hash);
    return canBeRight && !made.isEmpty() && equal(made, hash);
}

// "$2b$12$…": the cost stands in the second part.
bool crypto::Passwords::isOutdated(const QByteArray &hash) const
{
    const QList<QByteArray> parts = hash.split('$');
    return parts.size() < 3 || parts[2].toInt() < m_cost;
}

bool crypto::Passwords::matchesNobody(const QString &password) const
{
    (void)matches(password.left(1), m_nobody);
    return false;
}

namespace {

constexpr char sealVersion = 1;
constexpr qsizetype keyIdBytes = 4, nonceBytes = 12, tagBytes = 16;
constexpr qsizetype headBytes = 1 + keyIdBytes;
static_assert(headBytes == crypto::Vault::sealHeadBytes);

using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

CipherContext newContext()
{
    return {EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free};
}

void mustDo(int done)
{
    if (done != 1)
        throw std::runtime_error("AES-256-GCM failed");
}

} // namespace

crypto::Vault::Vault(const QList<QByteArray> &masters)
{
    for (const QByteArray &master : masters)
        m_keys += {sha256(derive(master, "vault key id")).first(keyIdBytes), derive(master, "vault"),
                   derive(master, "blind index")};
}

QByteArray crypto::Vault::seal(QByteArrayView plain, QByteArrayView place) const
{
    const Key &key = m_keys.first();
    const QByteArray head = sealVersion + key.id;
    const QByteArray context = head + place.toByteArray();
    const QByteArray nonce = random(nonceBytes);
    QByteArray cipher(plain.size(), Qt::Uninitialized), tag(tagBytes, Qt::Uninitialized);
    const CipherContext aes = newContext();
    int written = 0;
    mustDo(EVP_EncryptInit_ex(aes.get(), EVP_aes_256_gcm(), nullptr, bytesOf(key.bytes), bytesOf(nonce)));
    mustDo(EVP_EncryptUpdate(aes.get(), nullptr, &written, bytesOf(context), int(context.size())));
    mustDo(EVP_EncryptUpdate(aes.get(), bytesOf(cipher), &written, bytesOf(plain), int(plain.size())));
    mustDo(EVP_EncryptFinal_ex(aes.get(), nullptr, &written));
    mustDo(EVP_CIPHER_CTX_ctrl(aes.get(), EVP_CTRL_GCM_GET_TAG, tagBytes, tag.data()));
    return head + nonce + cipher + tag;
}

std::optional<QByteArray> crypto::Vault::open(QByteArrayView sealed, QByteArrayView place) const
{
    if (sealed.size() < headBytes + nonceBytes + tagBytes || sealed[0] != sealVersion)
        return std::nullopt;
    const QByteArray head = sealed.first(headBytes).toByteArray();
    const auto key =
        std::find_if(m_keys.begin(), m_keys.end(), [&](const Key &each) { return head.endsWith(each.id); });
    if (key == m_keys.end())
        return std::nullopt;
    const QByteArray context = head + place.toByteArray();
    const QByteArrayView nonce = sealed.sliced(headBytes, nonceBytes);
    const QByteArrayView cipher = sealed.sliced(headBytes + nonceBytes).chopped(tagBytes);
    QByteArray tag = sealed.last(tagBytes).toByteArray();
    QByteArray plain(cipher.size(), Qt::Uninitialized);
    const CipherContext aes = newContext();
    int written = 0;
    mustDo(EVP_DecryptInit_ex(aes.get(), EVP_aes_256_gcm(), nullptr, bytesOf(key->bytes), bytesOf(nonce)));
    mustDo(EVP_DecryptUpdate(aes.get(), nullptr, &written, bytesOf(context), int(context.size())));
    mustDo(EVP_DecryptUpdate(aes.get(), bytesOf(plain), &written, bytesOf(cipher), int(cipher.size())));
    mustDo(EVP_CIPHER_CTX_ctrl(aes.get(), EVP_CTRL_GCM_SET_TAG, tagBytes, tag.data()));
    return EVP_DecryptFinal_ex(aes.get(), nullptr, &written) == 1 ? std::optional(plain) : std::nullopt;
}

QByteArray crypto::Vault::blindIndex(QByteArrayView value, QByteArrayView column) const
{
    return hmacSha256(derive(m_keys.constFirst().index, column), value);
}

QList<QByteArray> crypto::Vault::blindIndexes(QByteArrayView value, QByteArrayView column) const
{
    QList<QByteArray> out;
    for (const Key &key : m_keys)
        out += hmacSha256(derive(key.index, column), value);
    return out;
}

bool crypto::Vault::isCurrent(QByteArrayView sealed) const
{
    return sealed.size() >= headBytes && sealed[0] == sealVersion &&
           sealed.sliced(1, keyIdBytes) == m_keys.constFirst().id;
}

namespace {

const QByteArray &tokenHead()
{
    static const QByteArray head = base64Url(R"({"alg":"HS256","typ":"JWT"})");
    return head;
}

auto notAuthenticated()
{
    return failure(ErrorCode::Unauthenticated, QStringLiteral("Sign in first."));
}

} // namespace

crypto::Tokens::Tokens(const QList<QByteArray> &keys, const QString &issuer, const QString &audience)
    : m_keys(keys)
    , m_issuer(issuer)
    , m_audience(audience)
{}

QByteArray crypto::Tokens::issue(QJsonObject claims, Instant now, qint64 lifetimeMs) const
{
    claims[QStringLiteral("iss")] = m_issuer;
    claims[QStringLiteral("aud")] = m_audience;
    claims[QStringLiteral("iat")] = now.ms / 1000;
    claims[QStringLiteral("exp")] = now.after(lifetimeMs).ms / 1000;
    const QByteArray body = tokenHead() + '.' + base64Url(QJsonDocument(claims).toJson(QJsonDocument::Compact));
    return body + '.' + base64Url(hmacSha256(m_keys.constFirst(), body));
}

Result<QJsonObject> crypto::Tokens::check(QByteArrayView token, Instant now) const
{
    constexpr qsizetype tokenMax = 4096;
    const qsizetype dot = token.lastIndexOf('.');
    const qsizetype bodyAt = tokenHead().size() + 1;
    if (token.size() > tokenMax || dot < bodyAt || !token.startsWith(tokenHead()) || token[bodyAt - 1] != '.')
        return notAuthenticated();
    const bool isOurs = std::any_of(m_keys.begin(), m_keys.end(), [&](const QByteArray &key) {
        return equal(base64Url(hmacSha256(key, token.first(dot))), token.sliced(dot + 1));
    });
    if (!isOurs)
        return notAuthenticated();

    const QByteArray body = QByteArray::fromBase64(token.sliced(bodyAt, dot - bodyAt).toByteArray(),
                                                   QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    const QJsonObject claims = QJsonDocument::fromJson(body).object();
    if (claims.value(QLatin1String("iss")) != m_issuer || claims.value(QLatin1String("aud")) != m_audience)
        return notAuthenticated();
    if (claims.value(QLatin1String("exp")).toInteger(0) <= now.ms / 1000) // so that no number is too large
        return failure(ErrorCode::TokenExpired, QStringLiteral("The session has expired."));
    return claims;
}
