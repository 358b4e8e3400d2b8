#include "server/payments/gateways/upi.h"

#include "server/payments/gateways/form.h"

namespace payments {

Upi::Upi(const GatewayConfig &config)
    : m_config(config)
{}

Result<Opened> Upi::open(Money, const QString &receipt)
{
    return Opened{.orderId = referenceOf(receipt)};
}

Result<QList<Attempt>> Upi::attemptsOf(const QString &)
{
    return QList<Attempt>();
}

Result<Attempt> Upi::capture(const Attempt &)
{
    return gatewayFailed();
}

Result<> Upi::refund(const Attempt &, Turn)
{
    return failure(ErrorCode::GatewayFailed, QStringLiteral("UPI money goes back by a transfer of the bank."));
}

// The reference stands in the note too, because many banks print only that on the statement.
QString Upi::checkoutUrl(const QString &orderId, Money amount) const
{
    form::Fields fields{{"pa", m_config.keyId},
                        {"pn", m_config.payeeName},
                        {"am", amount.text()},
                        {"cu", QStringLiteral("INR")},
                        {"tn", QStringLiteral("Recharge ") + orderId},
                        {"tr", orderId}};
    if (!m_config.merchantCode.isEmpty())
        fields.append({"mc", m_config.merchantCode});
    return QStringLiteral("upi://pay?") + QString::fromLatin1(form::written(fields));
}

Result<std::optional<CheckoutReturn>> Upi::returnIn(const ConfirmPayment &) const
{
    return std::optional<CheckoutReturn>();
}

Result<GatewayEvent> Upi::readWebhook(const RawBody &)
{
    return notSigned();
}

} // namespace payments
