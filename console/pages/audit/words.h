#pragma once

// How the log's own words read, and where its objects are shown.

#include "shared/contract/audit.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace audit {

// "20 Nov 2026  17:01:30": entries of one minute have to keep their order on paper.
QString exactTime(Instant at);

QString actorOf(const AuditEntry &entry);
QString roleName(const QString &role); // "nobody": a person without a session, or the server itself

struct Word
{
    QString value;
    QString text;
};
QList<Word> areas();   // the first parts of actions, "kyc."
QList<Word> objects(); // kinds of objects

QString objectWord(const QString &objectType);

// The page of an admin that shows such objects; empty when there is none.
QString pageOf(const QString &objectType);

// What an entry says has changed. An entry that has only one state has no before.
struct Change
{
    QString name; // empty: the object as a whole
    QString before, after;
    bool isChange = false; // before is known
};
QList<Change> changesOf(const Json &details);

} // namespace audit
