#pragma once

// A mail as it travels: RFC 5322 headers and a multipart body of plain text, HTML and what is attached.

#include "server/notifications/letters.h"
#include "shared/base/values.h"

namespace notifications {

struct Envelope
{
    QString from; // "Kabaadwala <no-reply@example.in>"
    QString to;
    QString messageId; // without the host
    Instant date;
};

struct AttachedFile
{
    QString name;
    QString contentType;
    QByteArray bytes;
};

// The bare address of "Name <address>"; empty when that is not one line of visible ASCII with one @.
QString addressOf(const QString &mailbox);

QByteArray message(const Envelope &envelope, const Letter &letter, const QList<AttachedFile> &files = {});

} // namespace notifications
