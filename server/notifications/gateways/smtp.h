#pragma once

// Hands a message to a mail server. The only place that knows SMTP.

#include "server/core/config.h"
#include "shared/base/result.h"

#include <QByteArray>
#include <QString>

namespace notifications::gateways {

// Unavailable when another try may help: the server is away or said 4xx. What it refused with 5xx stays refused.
Result<> sendBySmtp(const SmtpConfig &server, int timeoutMs, const QString &to, const QByteArray &message);

} // namespace notifications::gateways
