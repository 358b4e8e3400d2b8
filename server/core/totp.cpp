#include "server/core/totp.h"

#include "server/core/crypto.h"

#include <QtEndian>

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>

namespace totp {

namespace {

QByteArray hmacSha1(QByteArrayView key, QByteArrayView message)
{
    QByteArray out(EVP_MAX_MD_SIZE, Qt::Uninitialized);
    unsigned length = 0;
    HMAC(EVP_sha1(), key.data(), int(key.size()), reinterpret_cast<const unsigned char *>(message.data()),
         size_t(message.size()), reinterpret_cast<unsigned char *>(out.data()), &length);
    return out.first(qsizetype(length));
}

} // namespace

qint64 stepAt(Instant time)
{
    return time.ms / secondMs / stepSeconds;
}

QByteArray code(QByteArrayView secret, qint64 step, int digits)
{
    std::array<char, sizeof(qint64)> counter{};
    qToBigEndian(step, counter.data());
    const QByteArray digest = hmacSha1(secret, QByteArrayView(counter.data(), qsizetype(counter.size())));

    // RFC 4226, 5.3: the last half byte says where the number starts; its sign is left out.
    const int at = digest.back() & 0x0f;
    quint32 number = qFromBigEndian<quint32>(digest.constData() + at) & 0x7fff'ffff;
    QByteArray out(digits, '0');
    for (qsizetype i = out.size(); i-- > 0; number /= 10)
        out[i] = char('0' + number % 10);
    return out;
}

std::optional<qint64> stepOf(QByteArrayView secret, QByteArrayView typed, Instant now)
{
    std::optional<qint64> found;
    for (const qint64 step : {stepAt(now) - 1, stepAt(now), stepAt(now) + 1})
        if (crypto::equal(code(secret, step), typed))
            found = step;
    return found;
}

QByteArray base32(QByteArrayView bytes)
{
    constexpr auto alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    constexpr int bitsEach = 5;
    constexpr unsigned mask = 31;
    QByteArray out;
    unsigned held = 0;
    int bits = 0;
    for (const char byte : bytes) {
        held = held << 8 | quint8(byte);
        for (bits += 8; bits >= bitsEach; bits -= bitsEach)
            out += alphabet[held >> (bits - bitsEach) & mask];
    }
    if (bits > 0)
        out += alphabet[held << (bitsEach - bits) & mask];
    return out;
}

QByteArray uri(QByteArrayView secret, const QByteArray &issuer, const QByteArray &account)
{
    return "otpauth://totp/" + issuer.toPercentEncoding() + ':' + account.toPercentEncoding() +
           "?secret=" + base32(secret) + "&issuer=" + issuer.toPercentEncoding() +
           "&algorithm=SHA1&digits=" + QByteArray::number(digitCount) + "&period=" + QByteArray::number(stepSeconds);
}

} // namespace totp
