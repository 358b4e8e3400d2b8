#pragma once

// What a mail needs until it is sent: who gets which letter, with which words.

#include "shared/base/fields.h"
#include "shared/base/values.h"

#include <QList>
#include <QString>

namespace notifications {

struct Word
{
    QString name;
    QString value;

    FIELDS(Word, FIELD(name), FIELD(value))
};

// A file of the storage that goes along; gone from there, the mail goes without it.
struct Attachment
{
    QString fileId;
    QString name;
    QString contentType;

    FIELDS(Attachment, FIELD(fileId), FIELD(name), FIELD(contentType))
};

struct MailJob
{
    Id<MailJob> id; // also of the message, so that a mail that is sent twice is recognised
    QString to;
    QString letter; // "otp_email"
    QString language;
    QList<Word> words;
    QList<QString> sections;
    Instant createdAt;
    QList<Attachment> attachments;

    FIELDS(MailJob, FIELD(id), FIELD(to), FIELD(letter), FIELD(language), FIELD(words), FIELD(sections),
           FIELD(createdAt), FIELD(attachments, .standard = true))
};

// A short message for a phone.
struct SmsJob
{
    QString to;
    QString text;

    FIELDS(SmsJob, FIELD(to), FIELD(text, .secret = true))
};

} // namespace notifications
