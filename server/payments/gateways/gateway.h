#pragma once

// What payments need from a provider (PAY-01). An adapter translates; it decides nothing and knows no database.

#include "shared/contract/payments.h"

namespace payments {

// How a provider is reached. Without a webhook secret no webhook is believed, without a key id nothing can be paid.
struct GatewayConfig
{
    QString provider = QStringLiteral("razorpay"); // the last part of the webhook's path
    QString baseUrl = QStringLiteral("https://api.razorpay.com");
    QString checkoutUrl = {}; // "http://127.0.0.1:8081/checkout/{order}"; empty: the provider's script takes the ids
    QString keyId = {};
    QByteArray keySecret = {};
    QByteArray webhookSecret = {};
    QString currency = QStringLiteral("INR");
    int timeoutMs = 5000;
    int firstRetryMs = 1000; // doubles with every further attempt
};

} // namespace payments
