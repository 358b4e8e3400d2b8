#pragma once

// A queue of jobs on a fresh database.

#include "server/jobs/service.h"
#include "tests/support/testdb.h"

struct Parcel
{
    QString text;

    FIELDS(Parcel, FIELD(text))
};

struct Works
{
    TestDb db;
    Ids ids{db.clock};
    jobs::Service jobs{*db, db.clock, ids};
    const Caller admin{.role = Role::Admin, .known = true, .permissions = {Permission::ManageJobs}};

    Result<> enqueue(std::string_view kind, const QString &text = QStringLiteral("hello"), Instant runAt = {})
    {
        return db->write([&](Tx &tx) -> Result<> {
            jobs.enqueue(tx, kind, Parcel{text}, runAt);
            return {};
        });
    }
    QString newestError() { return jobs.listJobs(admin, {})->items.constFirst().lastError.value_or(QString()); }
    JobStatus newestStatus() { return jobs.listJobs(admin, {})->items.constFirst().status; }
};
