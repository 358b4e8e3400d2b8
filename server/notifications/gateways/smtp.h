#pragma once

// Hands a message to a mail server. The only place that knows SMTP.

#include "shared/base/result.h"

#include <QByteArray>
#include <QString>

namespace notifications::gateways {

struct SmtpServer
{
    QString url; // "smtp://host:587", "smtps://host:465"
    QString user;
    QByteArray password;
    bool needsTls = false;
    int timeoutMs = 15'000;
};

// Unavailable when another try may help: the server is away or said 4xx. What it refused with 5xx stays refused.
Result<> sendBySmtp(const SmtpServer &server, const QString &from, const QString &to, const QByteArray &message);

} // namespace notifications::gateways
