// How the ways to the providers are, and how many payments come through, of Service.

#include "server/core/permit.h"
#include "server/payments/service.h"

namespace payments {

namespace {

constexpr int windowDays = 30;

std::optional<BasisPoints> shareOf(qint64 part, qint64 whole)
{
    constexpr qint64 all = 10'000;
    return whole > 0 ? std::optional(BasisPoints{(part * all + whole / 2) / whole}) : std::nullopt;
}

} // namespace

// PAY-19. Of the payments that were opened in the window: what is still open has neither come through nor failed.
QList<ProviderHealth> Service::health()
{
    return m_db.read([&](Tx &tx) {
        QList<ProviderHealth> out;
        for (const Providers::One *one : m_providers.all()) {
            const GatewayHealth way = one->gateway->health();
            const Attempts seen = m_store.attempts(tx, one->config.provider, tx.now().after(-windowDays * dayMs));
            out += ProviderHealth{.provider = one->config.provider,
                                  .isAnswering = !way.closedUntil,
                                  .failures = way.failures,
                                  .closedUntil = way.closedUntil,
                                  .pending = m_store.countPending(tx, one->config.provider),
                                  .isBelieved = !one->config.webhookSecret.isEmpty(),
                                  .windowDays = windowDays,
                                  .attempts = seen.attempts,
                                  .paid = seen.paid,
                                  .failed = seen.failed,
                                  .success = shareOf(seen.paid, seen.paid + seen.failed)};
        }
        return out;
    });
}

Result<QList<ProviderHealth>> Service::listProviders(const Caller &caller)
{
    MUST(permit(caller, Permission::ManagePayouts));
    return health();
}

} // namespace payments
