#pragma once

// Hands a short message to a provider that speaks Twilio's protocol. The only place that knows it.

#include "shared/base/result.h"

#include <QByteArray>
#include <QString>

namespace notifications::gateways {

struct SmsProvider
{
    QString url; // "https://api.twilio.com"
    QString account;
    QByteArray token;
    QString sender; // a number, or a registered name
    int timeoutMs = 10'000;
};

// Unavailable when another try may help. A number that it refuses stays refused.
Result<> sendBySms(const SmsProvider &provider, const QString &to, const QString &text);

} // namespace notifications::gateways
