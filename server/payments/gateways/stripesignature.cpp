#include "server/payments/gateways/stripesignature.h"

#include "server/core/crypto.h"

namespace payments {

// "t=1492774577,v1=5257a8…,v1=…": while a secret is rolled there are several signatures, and one has to be right.
bool stripe::isSigned(const RawBody &body, const QList<QByteArray> &secrets, Instant now)
{
    QByteArray seconds;
    QList<QByteArray> signatures;
    for (const QByteArray &element : body.headers.value("stripe-signature").split(',')) {
        const qsizetype at = element.indexOf('=');
        if (at < 0)
            continue;
        const QByteArray name = element.first(at).trimmed(), value = element.sliced(at + 1).trimmed();
        if (name == "t")
            seconds = value;
        else if (name == "v1")
            signatures += value.toLower();
    }
    constexpr qsizetype digitsMax = 12;
    bool isNumber = false;
    const qint64 saidMs = seconds.first(qMin(seconds.size(), digitsMax)).toLongLong(&isNumber) * secondMs;
    if (!isNumber || qAbs(now.ms - saidMs) > toleranceMs)
        return false;
    bool isRight = false;
    for (const QByteArray &secret : secrets) {
        const QByteArray right = crypto::hmacSha256(secret, seconds + '.' + body.bytes).toHex();
        for (const QByteArray &signature : std::as_const(signatures))
            isRight = crypto::equal(right, signature) || isRight;
    }
    return isRight;
}

} // namespace payments
