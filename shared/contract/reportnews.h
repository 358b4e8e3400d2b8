#pragma once

// News of reports, for whoever sends them on.

#include "shared/base/fields.h"
#include "shared/base/values.h"

#include <QList>

struct Account;
struct ReportRun;

// A run of a schedule is done; its file goes out by mail.
struct ReportReady
{
    static constexpr auto topic = "reports.ready";

    Id<ReportRun> runId;
    QString title;
    QString period; // "1 Nov 2026 to 30 Nov 2026", in the report's language
    QString language;
    qint64 rows = 0;
    QString fileId; // in the storage
    QString fileName;
    QString contentType;
    qint64 fileSize = 0;
    QList<Id<Account>> recipients;

    FIELDS(ReportReady, FIELD(runId), FIELD(title), FIELD(period), FIELD(language), FIELD(rows), FIELD(fileId),
           FIELD(fileName), FIELD(contentType), FIELD(fileSize), FIELD(recipients))
};
