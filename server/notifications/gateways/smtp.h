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
    QString authorities = {}; // PEM file of who signs its certificate; the system's when empty
    int timeoutMs = 15'000;
};

// Unavailable when another try may help: the server is away, said 4xx, or refuses us rather than this mail. A mail that
// it refused with 5xx stays refused.
Result<> sendBySmtp(const SmtpServer &server, const QString &from, const QString &to, const QByteArray &message);

} // namespace notifications::gateways
