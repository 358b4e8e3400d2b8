// Who pays stores out, of Service: payments keep the keys and hear what is told; payouts decide.

#include "server/payments/service.h"

namespace payments {

Connect *Service::connect() const
{
    const Providers::One *one = m_providers.paying();
    return one && !one->config.keySecret.isEmpty() ? one->connect.get() : nullptr;
}

bool Service::isConnectOpen() const
{
    const Providers::One *one = m_providers.paying();
    return one && one->config.isOn && !one->config.keySecret.isEmpty();
}

void Service::flagWayBack(Tx &tx, const SeenTransfer &seen, const QString &payoutNumber)
{
    const Providers::One *one = m_providers.paying();
    flag(tx, {.kind = FlagKind::Returned,
              .provider = names::text(GatewayName::StripeConnect).toString(),
              .transactionId = QStringLiteral("%1:%2").arg(seen.id).arg(seen.reversed.minor),
              .reference = payoutNumber,
              .amount = seen.reversed,
              .expectedAmount = seen.amount,
              .currency = one ? one->config.currency : QString(),
              .note = QStringLiteral("A part of what the store was paid went back at the provider.")});
}

void Service::flagLate(Tx &tx, const SeenTransfer &made, const QString &payoutNumber)
{
    const Providers::One *one = m_providers.paying();
    flag(tx, {.kind = FlagKind::Duplicate,
              .provider = names::text(GatewayName::StripeConnect).toString(),
              .transactionId = made.id,
              .reference = payoutNumber,
              .amount = made.amount,
              .currency = one ? one->config.currency : QString(),
              .note = QStringLiteral("The store was paid at the provider after the transfer had ended here.")});
}

// Each event once, like those of payments. What it is about is passed up as news; nothing of it is believed but that
// it is time to ask.
Result<> Service::hearPayer(const RawBody &body)
{
    const Providers::One *one = m_providers.paying();
    if (!one)
        return notFound(QLatin1StringView("provider"));
    LET(event, one->connect->readWebhook(body));
    return m_db.write([&](Tx &tx) -> Result<> {
        const bool isNews = m_store.insertNew(tx, EventRow{.id = m_ids.next<EventRow>(),
                                                           .provider = one->config.provider,
                                                           .eventId = event.id,
                                                           .kind = event.kind,
                                                           .outcome = Outcome::Ignored,
                                                           .receivedAt = tx.now()});
        const bool isOurs = !event.about.accountRef.isEmpty() || !event.about.transferRef.isEmpty();
        if (isNews && isOurs)
            tx.publish(event.about);
        return {};
    });
}

} // namespace payments
