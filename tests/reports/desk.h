#pragma once

// The world of trade with the desk where its reports are made.

#include "server/core/outbox.h"
#include "server/jobs/service.h"
#include "server/notifications/jobs.h"
#include "server/notifications/reactions.h"
#include "server/notifications/service.h"
#include "server/reports/jobs.h"
#include "server/reports/rules.h"
#include "server/reports/service.h"
#include "tests/money/world.h"

class Desk : public World
{
public:
    Desk();

    QTemporaryDir mails;
    jobs::Service jobs{*db, db.clock, ids};
    Outbox outbox{*db};
    reports::Service reports{*db, db.clock, ids, settings, audit, jobs, storage, accounts, QStringLiteral(DRAWER)};
    notifications::Service notifications{*db, ids, accounts, settings, jobs, storage, {.folder = mails.path()}};

    // Another admin with these permissions.
    Caller staff(const QString &name, const QList<Permission> &permissions);

    // Asks, lets it be made and reads how it ended.
    ReportRun made(ReportName name, const RunReport &wish);
    ReportRun read(Id<ReportRun> id);
    QByteArray file(const ReportRun &run);
    QList<QByteArray> lines(ReportName name, const ReportScope &scope = {}); // of the CSV, without the header

    // The folder of files that were made has so many.
    int filesKept() const;
    QByteArray newestMail() const;
    int mailCount() const;

    // The n-th buyer of many, who costs nothing to make.
    void addUsers(int count);

    // 10 in the morning in India of this day.
    void setDay(const QString &day);
};
