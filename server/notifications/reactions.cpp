#include "server/notifications/reactions.h"

#include "server/core/outbox.h"
#include "server/notifications/service.h"

namespace notifications {

namespace {

template <class E>
void react(Outbox &outbox, std::string_view subscriber, Service &service, Result<> (Service::*tell)(Tx &, const E &))
{
    outbox.on<E>(subscriber, [&service, tell](Tx &tx, const E &event) { return (service.*tell)(tx, event); });
}

} // namespace

void reactions(Outbox &outbox, Service &notifications)
{
    react(outbox, "notifications.activation_issued", notifications, &Service::onActivationIssued);
    react(outbox, "notifications.otp_issued", notifications, &Service::onOtpIssued);
    react(outbox, "notifications.password_reset_issued", notifications, &Service::onPasswordResetIssued);
    react(outbox, "notifications.email_code_issued", notifications, &Service::onEmailCodeIssued);
    react(outbox, "notifications.email_changed", notifications, &Service::onEmailChanged);
    react(outbox, "notifications.account_banned", notifications, &Service::onAccountBanned);
    react(outbox, "notifications.distributor_decided", notifications, &Service::onDistributorDecided);
    react(outbox, "notifications.vendor_moderated", notifications, &Service::onVendorModerated);
    react(outbox, "notifications.buyers_of_suspended", notifications, &Service::onBuyersOfSuspended);
    react(outbox, "notifications.price_overridden", notifications, &Service::onPriceOverridden);
    react(outbox, "notifications.business_code_issued", notifications, &Service::onBusinessCodeIssued);
    react(outbox, "notifications.kyc_decided", notifications, &Service::onKycDecided);
    react(outbox, "notifications.order_placed", notifications, &Service::onOrderPlaced);
    react(outbox, "notifications.order_advanced", notifications, &Service::onOrderAdvanced);
    react(outbox, "notifications.order_settled", notifications, &Service::onOrderSettled);
    react(outbox, "notifications.weigh_ticket_changed", notifications, &Service::onWeighTicketChanged);
    react(outbox, "notifications.weigh_top_up_changed", notifications, &Service::onWeighTopUpChanged);
    react(outbox, "notifications.payout_changed", notifications, &Service::onPayoutChanged);
    react(outbox, "notifications.payout_account_changed", notifications, &Service::onPayoutAccountChanged);
    react(outbox, "notifications.refund_changed", notifications, &Service::onRefundChanged);
    react(outbox, "notifications.dispute_changed", notifications, &Service::onDisputeChanged);
    react(outbox, "notifications.payment_settled", notifications, &Service::onPaymentSettled);
    react(outbox, "notifications.wallet_reduced", notifications, &Service::onWalletReduced);
    react(outbox, "notifications.message_sent", notifications, &Service::onMessageSent);
    react(outbox, "notifications.messages_read", notifications, &Service::onMessagesRead);
    react(outbox, "notifications.copy_ready", notifications, &Service::onCopyReady);
    react(outbox, "notifications.account_erased", notifications, &Service::onAccountErased);
    react(outbox, "notifications.report_ready", notifications, &Service::onReportReady);
    react(outbox, "notifications.books_judged", notifications, &Service::onBooksJudged);
    react(outbox, "notifications.sessions_revoked", notifications, &Service::onSessionsRevoked);
    react(outbox, "notifications.sessions_ended", notifications, &Service::onSessionsEnded);
    react(outbox, "notifications.custody_differs", notifications, &Service::onCustodyDiffers);
    react(outbox, "notifications.money_flagged", notifications, &Service::onMoneyFlagged);
}

} // namespace notifications
