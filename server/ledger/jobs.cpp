#include "server/ledger/jobs.h"

#include "server/core/clock.h"
#include "server/core/log.h"
#include "server/jobs/service.h"
#include "server/ledger/service.h"
#include "shared/base/indiatime.h"

namespace {

Q_LOGGING_CATEGORY(ledgerLog, "ledger")

constexpr qint64 lookEveryMs = 15 * 60'000;

void verify(::jobs::Service &jobs, ledger::Service &ledger)
{
    try {
        if (const auto difference = ledger.verify([&] { return jobs.isStopping(); }))
            qCCritical(ledgerLog, "the check of the books: %s", qUtf8Printable(*difference));
    } catch (const std::exception &fault) {
        qCCritical(ledgerLog, "the books could not be checked to their end: %s", fault.what());
        throw;
    }
}

} // namespace

void ledger::jobs(::jobs::Service &jobs, Service &ledger, const Clock &clock)
{
    jobs.every("ledger.verify", lookEveryMs, [&, verified = Instant()]() mutable {
        const auto night = india::nightOf(clock.now());
        if (!night || *night == verified)
            return;
        verified = *night;
        verify(jobs, ledger);
    });
}
