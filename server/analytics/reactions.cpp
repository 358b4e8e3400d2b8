#include "server/analytics/reactions.h"

#include "server/analytics/service.h"
#include "server/core/outbox.h"
#include "shared/contract/accounts.h"
#include "shared/contract/discovery.h"
#include "shared/contract/kyc.h"
#include "shared/contract/payouts.h"

namespace analytics {

namespace {

template <class E>
void react(Outbox &outbox, std::string_view subscriber, Service &service, Result<> (Service::*tell)(Tx &, const E &))
{
    outbox.on<E>(subscriber, [&service, tell](Tx &tx, const E &event) { return (service.*tell)(tx, event); });
}

} // namespace

void reactions(Outbox &outbox, Service &analytics)
{
    react(outbox, "analytics.order_placed", analytics, &Service::onOrderPlaced);
    react(outbox, "analytics.order_advanced", analytics, &Service::onOrderAdvanced);
    react(outbox, "analytics.order_settled", analytics, &Service::onOrderSettled);
    react(outbox, "analytics.payment_settled", analytics, &Service::onPaymentSettled);
    react(outbox, "analytics.payout_changed", analytics, &Service::onPayoutChanged);
    react(outbox, "analytics.account_opened", analytics, &Service::onAccountOpened);
    react(outbox, "analytics.kyc_submitted", analytics, &Service::onKycSubmitted);
    react(outbox, "analytics.kyc_decided", analytics, &Service::onKycDecided);
    react(outbox, "analytics.footfall", analytics, &Service::onFootfall);
}

} // namespace analytics
