// What Service knows of its queue as a whole: how many wait and how long, and how fast vendors come in (VEN-21).

#include "server/core/ids.h"
#include "server/core/permit.h"
#include "server/kyc/onboarding.h"
#include "server/kyc/service.h"
#include "server/settings/service.h"

namespace kyc {

Queue Service::queue()
{
    return m_db.read([&](Tx &tx) {
        const Waiting now = m_store.waiting(tx, tx.now());
        return Queue{now.waiting, now.oldestAt ? tx.now().ms - now.oldestAt->ms : 0};
    });
}

Result<Onboarding> Service::readOnboarding(const Caller &caller)
{
    MUST(permit(caller, Permission::ReviewKyc));
    const qint64 slaMs = m_settings.whole(settings::Key::KycSlaHours) * hourMs;
    return m_db.read([&](Tx &tx) -> Result<Onboarding> {
        const Instant since = onboardingSince(tx.now());
        Onboarding out = measured(m_store.decidedSince(tx, since), m_store.submittedSince(tx, since), tx.now());
        const Waiting now = m_store.waiting(tx, tx.now().after(-slaMs));
        out.waiting = now.waiting;
        out.overdue = now.overdue;
        out.oldestAt = now.oldestAt;
        return out;
    });
}

} // namespace kyc
