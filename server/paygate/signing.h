#pragma once

// How each provider writes and signs what it tells the merchant.

#include "server/paygate/gateway.h"

namespace paygate {

enum class Style { Razorpay, Stripe, Sslcommerz };

struct SignedPost
{
    QByteArray body;
    QByteArray contentType;
    QList<std::pair<QByteArray, QByteArray>> headers;
};

SignedPost signedPost(Style style, const Event &event, const QByteArray &secret, qint64 nowSeconds);

// The same with one rupee more than was paid.
QJsonObject withOneRupeeMore(Style style, QJsonObject body);

} // namespace paygate
