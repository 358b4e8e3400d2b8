#pragma once

// Every setting with its type, standard, bounds and meaning. The order of Key and of the table is the same; a setting
// that is missing in one of them does not compile.

#include "shared/contract/settings.h"

#include <QtGlobal>

#include <array>
#include <optional>
#include <span>
#include <stdexcept>
#include <string_view>

namespace settings {

enum class Key {
    DiscoveryRadiusKm,
    CommissionGlobalRate,
    EscrowReleaseMode,
    EscrowAutoCompleteDays,
    WeighingTolerance,
    WeighingTopUpHours,
    WeighingRequired,
    OrdersUnconfirmedCancelMinutes,
    OrdersUnpaidCancelMinutes,
    OrdersAutoConfirmOnPayment,
    OrdersCodEnabled,
    OrdersCodMax,
    OrdersBuyerCancelUntil,
    OrdersConfirmTargetMinutes,
    OrdersDispatchTargetMinutes,
    OrdersDeliverTargetMinutes,
    OrdersCancellationTarget,
    PaymentsRechargeMin,
    PaymentsRechargeMax,
    PaymentsCheckoutMax,
    WalletMode,
    WalletBalanceMax,
    RefundsDisputeDays,
    RefundsAnswerHours,
    PayoutsMinimum,
    PayoutsTargetHours,
    PayoutsSecondApprovalAbove,
    PayoutsMode,
    PayoutsSchedule,
    PayoutsWeekday,
    PayoutsAutoApproveBelow,
    PayoutsProvider,
    TaxWithhold,
    KycSlaHours,
    AuthAccessTtlMinutes,
    AuthVendorAccessTtlMinutes,
    AuthAdminAccessTtlMinutes,
    AuthBuyerAccessTtlMinutes,
    AuthDistributorAccessTtlMinutes,
    AuthRefreshTtlHours,
    AuthVendorRefreshTtlHours,
    AuthAdminRefreshTtlHours,
    AuthBuyerRefreshTtlHours,
    AuthDistributorRefreshTtlHours,
    AuthAdminTotp,
    AuthPasswordless,
    AuthPhoneSignUp,
    AuthOtpTtlMinutes,
    AuthOtpResendSeconds,
    AuthActivationTtlHours,
    AuthResetTtlHours,
    AuthLockAfter,
    AuthLockMinutes,
    AuthIpFailures,
    AuthIpWindowMinutes,
    CatalogDualPricing,
    UploadsKycMaxBytes,
    UploadsImageMaxBytes,
    UploadsChatMaxBytes,
    UploadsAccountQuotaBytes,
    RateIpPerMinute,
    RateAnonymousPerHour,
    RateBuyerPerHour,
    RateBuyerPerMinute,
    RateVendorPerMinute,
    RateAuthPerMinute,
    RateOtpPerMinute,
    RateMoneyPerMinute,
    RateUploadPerMinute,
    RateWebhookPerMinute,
    RateIntegrationPerMinute,
    RateRegistrationPerMinute,
    RateLookupPerMinute,
    ReportsKeepDays,
    HeatmapMinimumPeople,
    FeatureAds,
    FeatureGoogleSignIn,
    FeatureDistributors,
    Count
};

constexpr std::size_t keyCount = std::size_t(Key::Count);
static_assert(keyCount <= std::size_t(api::listSettings.most));

// Bounds and standard are whole numbers of the type's smallest unit: paise, hundredths of a percent, 0 and 1, or the
// place in choices.
struct Definition
{
    Key key;
    std::string_view name;
    SettingType type;
    qint64 standard;
    qint64 min;
    qint64 max;
    std::string_view description;
    std::span<const std::string_view> choices = {};
};

inline constexpr std::array<std::string_view, 2> releaseModes{"automatic", "manual"};
inline constexpr std::array<std::string_view, 4> cancelStates{"placed", "confirmed", "packed", "shipped"};

inline constexpr std::array<std::string_view, 2> walletModes{"own", "mirror"};
inline constexpr std::array<std::string_view, 2> payoutModes{"manual", "automatic"};
inline constexpr std::array<std::string_view, 2> payoutProviders{"manual", "stripe_connect"};
inline constexpr std::array<std::string_view, 2> payoutSchedules{"daily", "weekly"};
inline constexpr std::array<std::string_view, 7> weekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                          "friday", "saturday", "sunday"};

inline constexpr std::array<Definition, keyCount> definitions{{
    {Key::DiscoveryRadiusKm, "discovery.radius_km", SettingType::Whole, 250, 1, 5000,
     QT_TRANSLATE_NOOP("settings", "How far from a buyer's address stores are found, in kilometres.")},
    {Key::CommissionGlobalRate, "commission.global_rate", SettingType::Rate, 200, 0, 10'000,
     QT_TRANSLATE_NOOP("settings", "Commission in percent where no category, product or vendor has its own.")},
    {Key::EscrowReleaseMode, "escrow.release_mode", SettingType::Choice, 0, 0, 1,
     QT_TRANSLATE_NOOP("settings",
                       "Whether escrow settles by itself after both parties confirmed, or waits for an admin."),
     releaseModes},
    {Key::EscrowAutoCompleteDays, "escrow.auto_complete_days", SettingType::Whole, 7, 0, 90,
     QT_TRANSLATE_NOOP("settings",
                       "Days after delivery when an unconfirmed order completes by itself; 0 switches this off.")},
    {Key::WeighingTolerance, "weighing.tolerance", SettingType::Rate, 0, 0, 1000,
     QT_TRANSLATE_NOOP("settings", "Share in percent that is held beyond the estimate of what is sold by weight, so "
                                   "that a little more on the scale needs no further payment.")},
    {Key::WeighingTopUpHours, "weighing.top_up_hours", SettingType::Whole, 48, 1, 336,
     QT_TRANSLATE_NOOP("settings",
                       "Hours in which a buyer can pay for a weight that is worth more than is held; then it is "
                       "contested.")},
    {Key::WeighingRequired, "weighing.required", SettingType::Truth, 0, 0, 1,
     QT_TRANSLATE_NOOP("settings", "Whether a vendor has to weigh everything that is sold by weight before an order is "
                                   "delivered; otherwise what is not weighed is charged as ordered.")},
    {Key::OrdersUnconfirmedCancelMinutes, "orders.unconfirmed_cancel_minutes", SettingType::Whole, 1440, 5, 43200,
     QT_TRANSLATE_NOOP("settings", "Minutes after which an order that the vendor has not confirmed is cancelled.")},
    {Key::OrdersUnpaidCancelMinutes, "orders.unpaid_cancel_minutes", SettingType::Whole, 30, 5, 1440,
     QT_TRANSLATE_NOOP("settings", "Minutes after which an order that is to be paid online and is not is cancelled.")},
    {Key::OrdersAutoConfirmOnPayment, "orders.auto_confirm_on_payment", SettingType::Truth, 1, 0, 1,
     QT_TRANSLATE_NOOP("settings",
                       "Whether an order that is paid online is confirmed by that, or waits for its vendor.")},
    {Key::OrdersCodEnabled, "orders.cod_enabled", SettingType::Truth, 0, 0, 1,
     QT_TRANSLATE_NOOP("settings",
                       "Whether orders can be paid in cash at their delivery. Nothing is held for them, and "
                       "their vendors owe the commission.")},
    {Key::OrdersCodMax, "orders.cod_max", SettingType::Money, 1'000'000, 100, 1'000'000'000,
     QT_TRANSLATE_NOOP("settings", "The largest sum of orders placed together that can be paid in cash.")},
    {Key::OrdersBuyerCancelUntil, "orders.buyer_cancel_until", SettingType::Choice, 2, 0, 3,
     QT_TRANSLATE_NOOP("settings", "The state that ends the buyer's right to cancel an order."), cancelStates},
    {Key::OrdersConfirmTargetMinutes, "orders.confirm_target_minutes", SettingType::Whole, 120, 1, 43200,
     QT_TRANSLATE_NOOP("settings",
                       "Minutes within which a vendor should confirm an order; longer ones are shown as late.")},
    {Key::OrdersDispatchTargetMinutes, "orders.dispatch_target_minutes", SettingType::Whole, 1440, 1, 43200,
     QT_TRANSLATE_NOOP("settings",
                       "Minutes within which a confirmed order should be sent; longer ones are shown as late.")},
    {Key::OrdersDeliverTargetMinutes, "orders.deliver_target_minutes", SettingType::Whole, 4320, 1, 129600,
     QT_TRANSLATE_NOOP("settings",
                       "Minutes within which a sent order should be delivered; longer ones are shown as late.")},
    {Key::OrdersCancellationTarget, "orders.cancellation_target", SettingType::Rate, 500, 0, 10'000,
     QT_TRANSLATE_NOOP("settings", "Share of the orders in percent that may be cancelled; more is shown as too much.")},
    {Key::PaymentsRechargeMin, "payments.recharge_min", SettingType::Money, 10'000, 100, 100'000'000,
     QT_TRANSLATE_NOOP("settings", "The smallest recharge of a wallet.")},
    {Key::PaymentsRechargeMax, "payments.recharge_max", SettingType::Money, 5'000'000, 100, 1'000'000'000,
     QT_TRANSLATE_NOOP("settings", "The largest recharge of a wallet.")},
    {Key::PaymentsCheckoutMax, "payments.checkout_max", SettingType::Money, 20'000'000, 100, 1'000'000'000,
     QT_TRANSLATE_NOOP("settings", "The largest sum of orders placed together that can be paid online.")},
    {Key::WalletMode, "wallet.mode", SettingType::Choice, 0, 0, 1,
     QT_TRANSLATE_NOOP("settings", "Who keeps the money of the wallets: the operator himself, who needs the "
                                   "authorisation of the Reserve Bank for it, or an aggregator's or bank's escrow "
                                   "account, of which the books are the mirror."),
     walletModes},
    {Key::WalletBalanceMax, "wallet.balance_max", SettingType::Money, 0, 0, 1'000'000'000'000,
     QT_TRANSLATE_NOOP("settings", "The most that a wallet may hold, with what is held for orders; a recharge that "
                                   "would bring more is refused. 0 sets no limit.")},
    {Key::RefundsDisputeDays, "refunds.dispute_days", SettingType::Whole, 7, 0, 90,
     QT_TRANSLATE_NOOP("settings", "Days after its completion in which an order can still be disputed.")},
    {Key::RefundsAnswerHours, "refunds.answer_hours", SettingType::Whole, 72, 1, 720,
     QT_TRANSLATE_NOOP("settings", "Hours within which the other side of a dispute is to answer; after that it is "
                                   "decided without it.")},
    {Key::PayoutsMinimum, "payouts.minimum", SettingType::Money, 10'000, 100, 100'000'000,
     QT_TRANSLATE_NOOP("settings", "The smallest payout a vendor may ask for.")},
    {Key::PayoutsTargetHours, "payouts.target_hours", SettingType::Whole, 24, 1, 720,
     QT_TRANSLATE_NOOP("settings", "Hours within which a payout is to be approved, and an approved one to be paid; "
                                   "older ones are shown as late.")},
    {Key::PayoutsSecondApprovalAbove, "payouts.second_approval_above", SettingType::Money, 10'000'000, 0,
     100'000'000'000,
     QT_TRANSLATE_NOOP("settings", "Payouts above this amount need the approval of two admins; 0 asks for one only.")},
    {Key::PayoutsMode, "payouts.mode", SettingType::Choice, 0, 0, 1,
     QT_TRANSLATE_NOOP("settings", "Whether vendors ask for their payouts, or these are also made by themselves."),
     payoutModes},
    {Key::PayoutsSchedule, "payouts.schedule", SettingType::Choice, 1, 0, 1,
     QT_TRANSLATE_NOOP("settings", "How often automatic payouts are made, in the morning."), payoutSchedules},
    {Key::PayoutsWeekday, "payouts.weekday", SettingType::Choice, 0, 0, 6,
     QT_TRANSLATE_NOOP("settings", "The day of weekly automatic payouts."), weekdays},
    {Key::PayoutsAutoApproveBelow, "payouts.auto_approve_below", SettingType::Money, 0, 0, 100'000'000,
     QT_TRANSLATE_NOOP("settings", "Automatic payouts below this amount are approved by themselves; 0 approves none.")},
    {Key::PayoutsProvider, "payouts.provider", SettingType::Choice, 0, 0, 1,
     QT_TRANSLATE_NOOP("settings", "Who pays stores out: admins with files of the bank, or a provider at which each "
                                   "store has an account of its own."),
     payoutProviders},
    {Key::TaxWithhold, "tax.withhold", SettingType::Truth, 0, 0, 1,
     QT_TRANSLATE_NOOP("settings", "Whether payouts withhold what the rules of tax ask for (s. 52 CGST, s. 194-O). An "
                                   "operator of e-commerce must; ask an adviser before switching it.")},
    {Key::KycSlaHours, "kyc.sla_hours", SettingType::Whole, 24, 1, 720,
     QT_TRANSLATE_NOOP("settings", "Hours within which a KYC submission is to be decided.")},
    {Key::AuthAccessTtlMinutes, "auth.access_ttl_minutes", SettingType::Whole, 15, 5, 2880,
     QT_TRANSLATE_NOOP("settings", "Lifetime of an access token in minutes.")},
    {Key::AuthVendorAccessTtlMinutes, "auth.vendor_access_ttl_minutes", SettingType::Whole, 0, 0, 2880,
     QT_TRANSLATE_NOOP("settings", "The same for vendors; 0 takes the general one.")},
    {Key::AuthAdminAccessTtlMinutes, "auth.admin_access_ttl_minutes", SettingType::Whole, 0, 0, 2880,
     QT_TRANSLATE_NOOP("settings", "The same for admins; 0 takes the general one.")},
    {Key::AuthBuyerAccessTtlMinutes, "auth.buyer_access_ttl_minutes", SettingType::Whole, 0, 0, 2880,
     QT_TRANSLATE_NOOP("settings", "The same for buyers; 0 takes the general one.")},
    {Key::AuthDistributorAccessTtlMinutes, "auth.distributor_access_ttl_minutes", SettingType::Whole, 0, 0, 2880,
     QT_TRANSLATE_NOOP("settings", "The same for distributors; 0 takes the general one.")},
    {Key::AuthRefreshTtlHours, "auth.refresh_ttl_hours", SettingType::Whole, 168, 1, 720,
     QT_TRANSLATE_NOOP("settings", "Lifetime of a session in hours, however often it is refreshed.")},
    {Key::AuthVendorRefreshTtlHours, "auth.vendor_refresh_ttl_hours", SettingType::Whole, 0, 0, 720,
     QT_TRANSLATE_NOOP("settings", "The same for vendors; 0 takes the general one.")},
    {Key::AuthAdminRefreshTtlHours, "auth.admin_refresh_ttl_hours", SettingType::Whole, 0, 0, 720,
     QT_TRANSLATE_NOOP("settings", "The same for admins; 0 takes the general one.")},
    {Key::AuthBuyerRefreshTtlHours, "auth.buyer_refresh_ttl_hours", SettingType::Whole, 0, 0, 720,
     QT_TRANSLATE_NOOP("settings", "The same for buyers; 0 takes the general one.")},
    {Key::AuthDistributorRefreshTtlHours, "auth.distributor_refresh_ttl_hours", SettingType::Whole, 0, 0, 720,
     QT_TRANSLATE_NOOP("settings", "The same for distributors; 0 takes the general one.")},
    {Key::AuthAdminTotp, "auth.admin_totp", SettingType::Truth, 0, 0, 1,
     QT_TRANSLATE_NOOP("settings",
                       "Whether admins must have an app that shows codes; without one they can only set it up.")},
    {Key::AuthPasswordless, "auth.passwordless", SettingType::Truth, 0, 0, 1,
     QT_TRANSLATE_NOOP(
         "settings",
         "Whether buyers and distributors may sign in with a code alone, by e-mail or to a verified phone.")},
    {Key::AuthPhoneSignUp, "auth.phone_sign_up", SettingType::Truth, 0, 0, 1,
     QT_TRANSLATE_NOOP("settings",
                       "Whether a phone that nobody has signs up a buyer, who then has to verify an e-mail address; "
                       "only where signing in with a code alone is on and messages are sent to phones.")},
    {Key::AuthOtpTtlMinutes, "auth.otp_ttl_minutes", SettingType::Whole, 10, 1, 60,
     QT_TRANSLATE_NOOP("settings", "Lifetime of a one-time code in minutes.")},
    {Key::AuthOtpResendSeconds, "auth.otp_resend_seconds", SettingType::Whole, 30, 0, 600,
     QT_TRANSLATE_NOOP("settings", "Seconds before another one-time code can be asked for.")},
    {Key::AuthActivationTtlHours, "auth.activation_ttl_hours", SettingType::Whole, 24, 1, 168,
     QT_TRANSLATE_NOOP("settings", "Lifetime of an activation link in hours.")},
    {Key::AuthResetTtlHours, "auth.reset_ttl_hours", SettingType::Whole, 24, 1, 72,
     QT_TRANSLATE_NOOP("settings", "Lifetime of a password reset token in hours.")},
    {Key::AuthLockAfter, "auth.lock_after", SettingType::Whole, 5, 1, 1000,
     QT_TRANSLATE_NOOP("settings", "Failed sign-ins after which an account is locked.")},
    {Key::AuthLockMinutes, "auth.lock_minutes", SettingType::Whole, 30, 1, 1440,
     QT_TRANSLATE_NOOP("settings", "Minutes a locked account stays locked.")},
    {Key::AuthIpFailures, "auth.ip_failures", SettingType::Whole, 5, 1, 100'000,
     QT_TRANSLATE_NOOP("settings", "Failed attempts from one network address after which further ones are refused.")},
    {Key::AuthIpWindowMinutes, "auth.ip_window_minutes", SettingType::Whole, 15, 1, 1440,
     QT_TRANSLATE_NOOP("settings", "Minutes for which a failed attempt counts against its network address.")},
    {Key::CatalogDualPricing, "catalog.dual_pricing", SettingType::Truth, 0, 0, 1,
     QT_TRANSLATE_NOOP("settings", "Whether a product must have a distributor price beside the consumer price.")},
    {Key::UploadsKycMaxBytes, "uploads.kyc_max_bytes", SettingType::Whole, 10'485'760, 65'536, 10'485'760,
     QT_TRANSLATE_NOOP("settings", "The largest KYC document in bytes.")},
    {Key::UploadsImageMaxBytes, "uploads.image_max_bytes", SettingType::Whole, 5'242'880, 65'536, 5'242'880,
     QT_TRANSLATE_NOOP("settings", "The largest logo, banner or photo in bytes.")},
    {Key::UploadsChatMaxBytes, "uploads.chat_max_bytes", SettingType::Whole, 10'485'760, 65'536, 10'485'760,
     QT_TRANSLATE_NOOP("settings", "The largest file sent in a chat in bytes.")},
    {Key::UploadsAccountQuotaBytes, "uploads.account_quota_bytes", SettingType::Whole, 524'288'000, 10'485'760,
     1'099'511'627'776,
     QT_TRANSLATE_NOOP("settings",
                       "Bytes that the files of one account may take together; admins' files are not counted.")},
    {Key::RateIpPerMinute, "rate.ip_per_minute", SettingType::Whole, 200, 1, 10'000'000,
     QT_TRANSLATE_NOOP("settings", "Requests a minute from one network address.")},
    {Key::RateAnonymousPerHour, "rate.anonymous_per_hour", SettingType::Whole, 100, 1, 10'000'000,
     QT_TRANSLATE_NOOP("settings", "Requests an hour without a session, per network address.")},
    {Key::RateBuyerPerHour, "rate.buyer_per_hour", SettingType::Whole, 1000, 1, 10'000'000,
     QT_TRANSLATE_NOOP("settings", "Requests an hour of one buyer.")},
    {Key::RateBuyerPerMinute, "rate.buyer_per_minute", SettingType::Whole, 100, 1, 10'000'000,
     QT_TRANSLATE_NOOP("settings", "Requests a minute of one buyer.")},
    {Key::RateVendorPerMinute, "rate.vendor_per_minute", SettingType::Whole, 1000, 1, 10'000'000,
     QT_TRANSLATE_NOOP("settings", "Requests a minute of one store.")},
    {Key::RateAuthPerMinute, "rate.auth_per_minute", SettingType::Whole, 10, 1, 10'000'000,
     QT_TRANSLATE_NOOP("settings", "Sign-ins and code checks a minute, per network address.")},
    {Key::RateOtpPerMinute, "rate.otp_per_minute", SettingType::Whole, 5, 1, 10'000'000,
     QT_TRANSLATE_NOOP("settings", "Codes and mails asked for a minute, per network address.")},
    {Key::RateMoneyPerMinute, "rate.money_per_minute", SettingType::Whole, 60, 1, 10'000'000,
     QT_TRANSLATE_NOOP("settings", "Orders, recharges and payouts a minute of one account.")},
    {Key::RateUploadPerMinute, "rate.upload_per_minute", SettingType::Whole, 30, 1, 10'000'000,
     QT_TRANSLATE_NOOP("settings", "Uploads a minute of one account.")},
    {Key::RateWebhookPerMinute, "rate.webhook_per_minute", SettingType::Whole, 15'000, 1, 10'000'000,
     QT_TRANSLATE_NOOP("settings", "Webhook calls a minute from one network address.")},
    {Key::RateIntegrationPerMinute, "rate.integration_per_minute", SettingType::Whole, 60, 1, 10'000'000,
     QT_TRANSLATE_NOOP("settings", "Calls a minute with one API key.")},
    {Key::RateRegistrationPerMinute, "rate.registration_per_minute", SettingType::Whole, 5, 1, 10'000'000,
     QT_TRANSLATE_NOOP("settings", "Registrations a minute, per network address.")},
    {Key::RateLookupPerMinute, "rate.lookup_per_minute", SettingType::Whole, 60, 1, 10'000'000,
     QT_TRANSLATE_NOOP("settings", "Names looked up while they are typed a minute, per network address.")},
    {Key::ReportsKeepDays, "reports.keep_days", SettingType::Whole, 30, 1, 3650,
     QT_TRANSLATE_NOOP("settings", "Days for which the file of a report can be downloaded.")},
    {Key::HeatmapMinimumPeople, "heatmap.minimum_people", SettingType::Whole, 5, 3, 50,
     QT_TRANSLATE_NOOP("settings",
                       "People who have to be in a cell of the heatmap before it is shown. After a change the "
                       "map fills up again within hours.")},
    {Key::FeatureAds, "feature.ads", SettingType::Truth, 1, 0, 1,
     QT_TRANSLATE_NOOP("settings", "Whether buyers see ads; campaigns can be planned either way.")},
    {Key::FeatureGoogleSignIn, "feature.google_sign_in", SettingType::Truth, 1, 0, 1,
     QT_TRANSLATE_NOOP("settings", "Whether people may sign in with Google where it is set up.")},
    {Key::FeatureDistributors, "feature.distributors", SettingType::Truth, 1, 0, 1,
     QT_TRANSLATE_NOOP("settings", "Whether people may register as distributors.")},
}};

constexpr bool isInOrder()
{
    for (std::size_t i = 0; i < keyCount; ++i) {
        const Definition &d = definitions[i];
        if (d.key != Key(i) || d.standard < d.min || d.standard > d.max || d.name.empty())
            return false;
        if (d.type == SettingType::Choice && d.max != qint64(d.choices.size()) - 1)
            return false;
    }
    return true;
}
static_assert(isInOrder(), "the table of settings must list every Key in its order, with its standard in bounds");

// The switch of each part of the market that an endpoint can belong to.
constexpr Key switchOf(Feature feature)
{
    switch (feature) {
    case Feature::Ads: return Key::FeatureAds;
    case Feature::GoogleSignIn: return Key::FeatureGoogleSignIn;
    case Feature::None: break;
    }
    throw std::logic_error("what belongs to no part of the market has no switch");
}

constexpr const Definition &definition(Key key)
{
    return definitions[std::size_t(key)];
}

const Definition *find(QStringView name);

// The text form of a value in the smallest unit, and back. Reading refuses what is malformed or out of bounds.
QString text(const Definition &setting, qint64 value);
std::optional<qint64> read(const Definition &setting, const QString &text);

} // namespace settings
