// Disputes that are not answered in time, of Service.

#include "server/core/clock.h"
#include "server/refunds/service.h"
#include "server/refunds/words.h"

namespace refunds {

namespace {

constexpr int escalatedAtOnce = 200;

} // namespace

int Service::escalate(const Stopping &isStopping)
{
    int escalated = 0;
    for (QList<DisputeRow> late;
         !(late = m_db.read([&](Tx &tx) { return m_store.late(tx, m_clock.now(), escalatedAtOnce); })).isEmpty();)
        for (const DisputeRow &row : late) {
            if (isStopping())
                return escalated;
            const auto done = m_db.write([&](Tx &tx) -> Result<bool> {
                if (!m_store.escalate(tx, row.id))
                    return false;
                publish(tx, row, DisputeStep::Escalated, Actor::System);
                return true;
            });
            escalated += done.value_or(false) ? 1 : 0;
        }
    return escalated;
}

} // namespace refunds
