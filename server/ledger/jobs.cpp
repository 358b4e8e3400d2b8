#include "server/ledger/jobs.h"

#include "server/core/log.h"
#include "server/jobs/service.h"
#include "server/ledger/service.h"

namespace {

Q_LOGGING_CATEGORY(ledgerLog, "ledger")

constexpr qint64 verifyEveryMs = qint64(24) * 3'600'000;

} // namespace

void ledger::jobs(::jobs::Service &jobs, Service &ledger)
{
    jobs.every("ledger.verify", verifyEveryMs, [&] {
        if (const auto difference = ledger.verify())
            qCCritical(ledgerLog, "the books do not agree: %s", qPrintable(*difference));
    });
}
