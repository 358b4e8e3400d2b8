#include "server/payments/gateways/gateway.h"

#include "server/core/totp.h"

namespace payments {

QList<QByteArray> GatewayConfig::webhookSecrets(Instant now) const
{
    QList<QByteArray> out;
    if (!webhookSecret.isEmpty())
        out += webhookSecret;
    if (!earlierSecret.isEmpty() && now < earlierUntil)
        out += earlierSecret;
    return out;
}

QString referenceOf(const QString &receipt)
{
    return QStringLiteral("KW") +
           QString::fromLatin1(totp::base32(QUuid::fromString(QStringView(receipt)).toRfc4122()));
}

tl::unexpected<Error> gatewayFailed()
{
    return failure(ErrorCode::GatewayFailed, QStringLiteral("The payment gateway does not answer as it should."));
}

tl::unexpected<Error> gatewayRefused()
{
    return failure(ErrorCode::Conflict, QStringLiteral("The payment gateway refuses this."));
}

tl::unexpected<Error> notSigned()
{
    return failure(ErrorCode::InvalidSignature, QStringLiteral("The signature is not valid."));
}

} // namespace payments
