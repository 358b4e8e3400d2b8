#include "server/invoices/jobs.h"

#include "server/invoices/service.h"
#include "server/jobs/service.h"

void invoices::jobs(::jobs::Service &jobs, Service &invoices)
{
    jobs.on(issueKind, [&](const QByteArray &payload) { return invoices.issue(payload); });
    jobs.on(creditKind, [&](const QByteArray &payload) { return invoices.credit(payload); });
    jobs.every("invoices.issue_due", minuteMs, [&] { (void)invoices.issueDue([&] { return jobs.isStopping(); }); });
    jobs.every("invoices.bill_months", hourMs, [&] { (void)invoices.billMonths([&] { return jobs.isStopping(); }); });
    jobs.every("invoices.catch_up", hourMs, [&] { (void)invoices.catchUp([&] { return jobs.isStopping(); }); });
}
