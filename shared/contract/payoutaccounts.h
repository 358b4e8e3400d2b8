#pragma once

// Payouts through a provider that knows the stores (PAYO-08, PAY-20, PAY-22): how a store gets an account there, and
// how the transfer of a payout stands.

#include "shared/base/endpoint.h"
#include "shared/contract/payouts.h"

// Pending: the provider still asks the store for something, or checks it. Restricted: it pays it nothing.
NAMED_ENUM(PayoutAccountStatus, None, Pending, Restricted, Active)

struct PayoutAccount
{
    PayoutProvider provider = PayoutProvider::Manual; // that payouts go through now
    PayoutAccountStatus status = PayoutAccountStatus::None;
    std::optional<QString> accountRef = {}; // at the provider
    std::optional<Instant> updatedAt = {};
    std::optional<QString> holder = {}; // whose it is, as the provider says

    FIELDS(PayoutAccount, FIELD(provider), FIELD(status), FIELD(accountRef), FIELD(updatedAt), FIELD(holder))
};

// A page of the provider's, for this store alone and for a short while.
struct OnboardingLink
{
    QString url;
    std::optional<Instant> expiresAt;

    FIELDS(OnboardingLink, FIELD(url), FIELD(expiresAt))
};

// Wanted: approved and not sent yet. Sending: sent, and not yet known how it ended. Cancelled: the payout was rejected
// before it was sent.
NAMED_ENUM(TransferStatus, Wanted, Sending, Paid, Failed, Reversed, Cancelled)

struct PayoutTransfer
{
    Id<Payout> payoutId;
    PayoutProvider provider = PayoutProvider::StripeConnect;
    TransferStatus status = TransferStatus::Wanted;
    QString accountRef;
    std::optional<QString> transferRef;
    qint64 tries = 0;
    std::optional<QString> problem; // of the last try
    Instant createdAt;
    Instant updatedAt;
    std::optional<Instant> nextTryAt;

    FIELDS(PayoutTransfer, FIELD(payoutId), FIELD(provider), FIELD(status), FIELD(accountRef), FIELD(transferRef),
           FIELD(tries), FIELD(problem), FIELD(createdAt), FIELD(updatedAt), FIELD(nextTryAt))
};

struct EndPayoutTransfer
{
    QString reason;

    FIELDS(EndPayoutTransfer,
           FIELD(reason, .label = QT_TRANSLATE_NOOP("fields", "Reason"), .lengthMin = 5, .lengthMax = 500))
};

// Why a payout goes to an account at the provider that is of another name than the store's papers.
struct NotePayoutHolder
{
    QString note;

    FIELDS(NotePayoutHolder,
           FIELD(note, .label = QT_TRANSLATE_NOOP("fields", "Note about the holder"), .lengthMin = 5, .lengthMax = 500))
};

// The provider has told something about an account or a transfer. What it is now is asked, because news come in any
// order.
struct PayoutProviderTold
{
    static constexpr auto topic = "payouts.provider_told";

    QString accountRef;
    QString transferRef;

    FIELDS(PayoutProviderTold, FIELD(accountRef), FIELD(transferRef))
};

// Opened: somebody with the store's session has got a page where the account is set up, or changed.
NAMED_ENUM(PayoutAccountAct, Opened, Active, Restricted)

struct PayoutAccountChanged
{
    static constexpr auto topic = "payouts.account_changed";

    Id<Vendor> vendorId;
    Id<Account> vendorAccountId;
    PayoutAccountAct act = PayoutAccountAct::Opened;

    FIELDS(PayoutAccountChanged, FIELD(vendorId), FIELD(vendorAccountId), FIELD(act))
};

namespace api {

inline constexpr Endpoint<Nothing, PayoutAccount> readPayoutAccount{
    .method = Method::Get,
    .path = "/api/v1/vendor/payout-account",
    .access = Access::Vendor,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "Through whom the own store is paid, and whether it can be"};

inline constexpr Endpoint<Nothing, OnboardingLink> openPayoutAccount{
    .method = Method::Post,
    .path = "/api/v1/vendor/payout-account/link",
    .access = Access::Vendor,
    .owner = Owner::Nobodys,
    .rate = Rate::Money,
    .summary = "A page where the provider of payouts asks the own store what it has to know"};

inline constexpr Endpoint<Nothing, QList<PayoutTransfer>, Id<Payout>> listPayoutTransfers{
    .method = Method::Get,
    .path = "/api/v1/admin/payouts/{id}/transfers",
    .access = Access::Admin,
    .owner = Owner::Anyones,
    .rate = Rate::Account,
    .summary = "How the transfer of a payout through a provider stands; none goes by the bank",
    .permission = Permission::ManagePayouts,
    .most = 1};

inline constexpr Endpoint<EndPayoutTransfer, PayoutTransfer, Id<Payout>> endPayoutTransfer{
    .method = Method::Post,
    .path = "/api/v1/admin/payouts/{id}/transfers/end",
    .access = Access::Admin,
    .owner = Owner::Anyones,
    .rate = Rate::Money,
    .summary = "Ask the provider how a transfer has ended; one that it never got is cancelled, so that its payout can "
               "go another way",
    .permission = Permission::ManagePayouts};

inline constexpr Endpoint<NotePayoutHolder, Payout, Id<Payout>> notePayoutHolder{
    .method = Method::Post,
    .path = "/api/v1/admin/payouts/{id}/holder-note",
    .access = Access::Admin,
    .owner = Owner::Anyones,
    .rate = Rate::Money,
    .summary = "Say why a payout goes to an account at the provider that is of another name than the store's papers",
    .permission = Permission::ManagePayouts};

inline constexpr auto payoutAccounts =
    std::tuple{readPayoutAccount, openPayoutAccount, listPayoutTransfers, endPayoutTransfer, notePayoutHolder};

} // namespace api
