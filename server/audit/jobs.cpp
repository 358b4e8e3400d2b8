#include "server/audit/jobs.h"

#include "server/audit/service.h"
#include "server/core/clock.h"
#include "server/core/log.h"
#include "server/jobs/service.h"
#include "shared/base/indiatime.h"

namespace {

Q_LOGGING_CATEGORY(auditLog, "audit")

constexpr qint64 sealEveryMs = 3'000;
constexpr qint64 lookEveryMs = 15 * 60'000;

// Said once, not every few seconds.
void seal(audit::Service &audit, QString &said)
{
    const Result<> sealed = audit.seal(audit::Chain::Reach::Lately);
    if (!sealed && sealed.error().message != said)
        qCCritical(auditLog, "the audit log is not sealed: %s", qUtf8Printable(sealed.error().message));
    said = sealed ? QString() : sealed.error().message;
}

void verify(::jobs::Service &jobs, audit::Service &audit)
{
    try {
        if (const auto problem = audit.verify([&] { return jobs.isStopping(); }).problem)
            qCCritical(auditLog, "the check of the audit log: %s", qUtf8Printable(*problem));
    } catch (const std::exception &fault) {
        qCCritical(auditLog, "the audit log could not be checked to its end: %s", fault.what());
        throw;
    }
}

} // namespace

// Both are done where the anchor lies, which is with the one node that seals.
void audit::jobs(::jobs::Service &jobs, Service &audit, Db &db, const Clock &clock)
{
    constexpr std::string_view role = "audit";
    jobs.everywhere("audit.seal", sealEveryMs, [&, role, said = QString()]() mutable {
        if (db.leads(role))
            seal(audit, said);
    });
    jobs.everywhere("audit.verify", lookEveryMs, [&, role, verified = Instant()]() mutable {
        const auto night = india::nightOf(clock.now());
        if (!night || *night == verified || jobs.isStopping() || !db.leads(role))
            return;
        verified = *night;
        verify(jobs, audit);
    });
}
