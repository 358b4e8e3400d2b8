#pragma once

#include "server/notifications/mailjob.h"
#include "server/notifications/service.h"

namespace notifications {

// What one event has to say to one person.
struct Service::News
{
    Account reader;
    bool isSecret = false; // carries what opens an account
    QString letter;
    QList<Word> words = {};
    QList<QString> sections = {};
    QList<Attachment> attachments = {};
    NoticeKind kind = NoticeKind::OrderUpdate;
    QString objectId = {};
    Instant at = {};
};

} // namespace notifications
