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

struct MailJob
{
    Id<MailJob> id; // also of the message, so that a mail that is sent twice is recognised
    QString to;
    QString letter; // "otp_email"
    QString language;
    QList<Word> words;
    QList<QString> sections;
    Instant createdAt;

    FIELDS(MailJob, FIELD(id), FIELD(to), FIELD(letter), FIELD(language), FIELD(words), FIELD(sections),
           FIELD(createdAt))
};

} // namespace notifications
