#pragma once

// How a vendor's released money leaves for the bank.

#include "shared/base/endpoint.h"
#include "shared/base/page.h"
#include "shared/contract/bankreference.h"
#include "shared/contract/orders.h"

// A rejection is a failed payout with the reason code "rejected" (C34).
NAMED_ENUM(PayoutStatus, Requested, Approved, Processed, Failed)

// Why one failed: an admin's no, the bank's no to an approved one, or money that the bank sent back after all
// (PAYO-04).
NAMED_ENUM(PayoutFailure, Rejected, BankRefused, Returned)

// The setting payouts.provider. Manual: files of the bank, and its references entered by an admin.
NAMED_ENUM(PayoutProvider, Manual, StripeConnect)

struct Payout
{
    Id<Payout> id;
    QString payoutNumber;
    Id<Vendor> vendorId;
    QString storeName;
    Money amount;
    Money corrections; // what refunds, adjustments and paid debts make of the sum of its orders
    Money withheld;    // for the tax office, before the amount
    qint64 ordersCount = 0;
    QString bankAccountMasked;
    QString bankIfsc;
    QString bankAccountHolder;
    PayoutProvider provider = PayoutProvider::Manual; // through whom it goes; before the approval, as things are now
    PayoutStatus status = PayoutStatus::Requested;
    std::optional<QString> firstApprovedBy; // of two, where the amount asks for a second admin
    std::optional<Id<Account>> firstApprovedById;
    std::optional<QString> batchNumber; // the bank file that it stands in
    std::optional<QString> transactionReference;
    std::optional<PayoutFailure> failureCode;
    std::optional<QString> failureReason;
    std::optional<QString> processedBy;
    Instant requestedAt;
    std::optional<Instant> processedAt;
    std::optional<Instant> returnedAt;

    FIELDS(Payout, FIELD(id), FIELD(payoutNumber, .label = QT_TRANSLATE_NOOP("fields", "Payout")), FIELD(vendorId),
           FIELD(storeName, .label = QT_TRANSLATE_NOOP("fields", "Vendor")),
           FIELD(amount, .label = QT_TRANSLATE_NOOP("fields", "Amount")),
           FIELD(corrections, .label = QT_TRANSLATE_NOOP("fields", "Corrections")),
           FIELD(withheld, .label = QT_TRANSLATE_NOOP("fields", "Tax withheld")),
           FIELD(ordersCount, .label = QT_TRANSLATE_NOOP("fields", "Orders")),
           FIELD(bankAccountMasked, .label = QT_TRANSLATE_NOOP("fields", "Bank account")),
           FIELD(bankIfsc, .label = QT_TRANSLATE_NOOP("fields", "IFSC")), FIELD(bankAccountHolder),
           FIELD(provider, .label = QT_TRANSLATE_NOOP("fields", "Paid through")),
           FIELD(status, .label = QT_TRANSLATE_NOOP("fields", "Status")),
           FIELD(firstApprovedBy, .label = QT_TRANSLATE_NOOP("fields", "First approval")), FIELD(firstApprovedById),
           FIELD(batchNumber, .label = QT_TRANSLATE_NOOP("fields", "Bank file")),
           FIELD(transactionReference, .label = QT_TRANSLATE_NOOP("fields", "Reference")), FIELD(failureCode),
           FIELD(failureReason, .label = QT_TRANSLATE_NOOP("fields", "Reason")), FIELD(processedBy),
           FIELD(requestedAt, .label = QT_TRANSLATE_NOOP("fields", "Requested")),
           FIELD(processedAt, .label = QT_TRANSLATE_NOOP("fields", "Processed")), FIELD(returnedAt))
};

struct VendorBalance
{
    Money released;  // settled, not in a payout and not contested: what can be requested
    Money inEscrow;  // held for orders that are not settled
    Money inPayouts; // requested or approved
    Money paidOut;
    Money commission; // of all settled orders
    Money payoutMin;
    Money owed;           // after refunds that the released money did not cover; settled orders pay it first
    Money contested = {}; // released as well, but its orders are disputed: no payout takes it before the decision

    FIELDS(VendorBalance, FIELD(released), FIELD(inEscrow), FIELD(inPayouts), FIELD(paidOut), FIELD(commission),
           FIELD(payoutMin), FIELD(owed), FIELD(contested, .standard = true))
};

// One settled order as the vendor earns it.
struct Earning
{
    Id<Order> orderId;
    QString orderNumber;
    Money gross;
    Money commission;
    Money net;
    Instant settledAt;
    std::optional<Id<Payout>> payoutId;
    std::optional<QString> payoutNumber;
    std::optional<PayoutStatus> payoutStatus;

    FIELDS(Earning, FIELD(orderId), FIELD(orderNumber, .label = QT_TRANSLATE_NOOP("fields", "Order")),
           FIELD(gross, .label = QT_TRANSLATE_NOOP("fields", "Gross")),
           FIELD(commission, .label = QT_TRANSLATE_NOOP("fields", "Commission")),
           FIELD(net, .label = QT_TRANSLATE_NOOP("fields", "Net")),
           FIELD(settledAt, .label = QT_TRANSLATE_NOOP("fields", "Settled")), FIELD(payoutId),
           FIELD(payoutNumber, .label = QT_TRANSLATE_NOOP("fields", "Payout")),
           FIELD(payoutStatus, .label = QT_TRANSLATE_NOOP("fields", "Status")))
};

struct ListEarnings
{
    int limit = pageLimitDefault;
    std::optional<QString> cursor;

    FIELDS(ListEarnings, PAGE_FIELDS)
};

struct ListPayouts
{
    int limit = pageLimitDefault;
    std::optional<QString> cursor;
    std::optional<PayoutStatus> status;

    FIELDS(ListPayouts, PAGE_FIELDS, FIELD(status))
};

struct PayoutDetail
{
    Payout payout;
    QList<Earning> earnings;
    std::optional<QString> providerHolder; // whose account the provider pays, when it goes there and has said so
    bool isHolderKnown = true;             // it is the name of the store's papers
    std::optional<QString> holderNote;     // why it is right although it is not

    FIELDS(PayoutDetail, FIELD(payout), FIELD(earnings, .countMax = 10'000),
           FIELD(providerHolder, .label = QT_TRANSLATE_NOOP("fields", "Holder at the provider")), FIELD(isHolderKnown),
           FIELD(holderNote, .label = QT_TRANSLATE_NOOP("fields", "Note about the holder")))
};

struct RejectPayout
{
    QString reason;

    FIELDS(RejectPayout,
           FIELD(reason, .label = QT_TRANSLATE_NOOP("fields", "Reason"), .lengthMin = 5, .lengthMax = 500))
};

struct ProcessPayout
{
    QString transactionReference;

    FIELDS(ProcessPayout, BANK_REFERENCE(transactionReference))
};

struct ReturnPayout
{
    QString reason;

    FIELDS(ReturnPayout,
           FIELD(reason, .label = QT_TRANSLATE_NOOP("fields", "What the bank said"), .lengthMin = 3, .lengthMax = 500))
};

struct PayoutChanged
{
    static constexpr auto topic = "payouts.changed";

    Id<Payout> payoutId;
    QString payoutNumber;
    Id<Vendor> vendorId;
    Id<Account> vendorAccountId;
    PayoutStatus status = PayoutStatus::Requested;
    Money amount;
    std::optional<QString> reason;

    FIELDS(PayoutChanged, FIELD(payoutId), FIELD(payoutNumber), FIELD(vendorId), FIELD(vendorAccountId), FIELD(status),
           FIELD(amount), FIELD(reason))
};

namespace api {

inline constexpr Endpoint<Nothing, VendorBalance> readBalance{.method = Method::Get,
                                                              .path = "/api/v1/vendor/balance",
                                                              .access = Access::Vendor,
                                                              .owner = Owner::Nobodys,
                                                              .rate = Rate::Account,
                                                              .summary =
                                                                  "What the own store has earned and where it is"};

inline constexpr Endpoint<ListEarnings, Page<Earning>> listEarnings{
    .method = Method::Get,
    .path = "/api/v1/vendor/earnings",
    .access = Access::Vendor,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "Settled orders of the own store, newest first"};

inline constexpr Endpoint<Nothing, Payout> requestPayout{.method = Method::Post,
                                                         .path = "/api/v1/vendor/payout-request",
                                                         .access = Access::Vendor,
                                                         .owner = Owner::Nobodys,
                                                         .rate = Rate::Money,
                                                         .summary = "Ask for the whole released balance",
                                                         .repeat = Repeat::Keyed,
                                                         .status = 201};

inline constexpr Endpoint<ListPayouts, Page<Payout>> listPayouts{.method = Method::Get,
                                                                 .path = "/api/v1/vendor/payouts",
                                                                 .access = Access::Vendor,
                                                                 .owner = Owner::Nobodys,
                                                                 .rate = Rate::Account,
                                                                 .summary =
                                                                     "The payouts of the own store, newest first"};

inline constexpr Endpoint<ListPayouts, Page<Payout>> listAllPayouts{.method = Method::Get,
                                                                    .path = "/api/v1/admin/payouts",
                                                                    .access = Access::Admin,
                                                                    .owner = Owner::Nobodys,
                                                                    .rate = Rate::Account,
                                                                    .summary = "All payouts, newest first",
                                                                    .permission = Permission::ManagePayouts};

inline constexpr Endpoint<Nothing, PayoutDetail, Id<Payout>> readPayout{.method = Method::Get,
                                                                        .path = "/api/v1/admin/payouts/{id}",
                                                                        .access = Access::Admin,
                                                                        .owner = Owner::Anyones,
                                                                        .rate = Rate::Account,
                                                                        .summary = "One payout with the orders in it",
                                                                        .permission = Permission::ManagePayouts};

inline constexpr Endpoint<Nothing, Payout, Id<Payout>> approvePayout{
    .method = Method::Post,
    .path = "/api/v1/admin/payouts/{id}/approve",
    .access = Access::Admin,
    .owner = Owner::Anyones,
    .rate = Rate::Money,
    .summary = "Approve a requested payout; a large one takes two admins",
    .permission = Permission::ManagePayouts};

inline constexpr Endpoint<RejectPayout, Payout, Id<Payout>> rejectPayout{
    .method = Method::Post,
    .path = "/api/v1/admin/payouts/{id}/reject",
    .access = Access::Admin,
    .owner = Owner::Anyones,
    .rate = Rate::Money,
    .summary = "Refuse a payout; its orders return to the balance",
    .permission = Permission::ManagePayouts};

inline constexpr Endpoint<ProcessPayout, Payout, Id<Payout>> processPayout{
    .method = Method::Post,
    .path = "/api/v1/admin/payouts/{id}/process",
    .access = Access::Admin,
    .owner = Owner::Anyones,
    .rate = Rate::Money,
    .summary = "Enter the bank's reference of an approved payout",
    .permission = Permission::ManagePayouts};

inline constexpr Endpoint<ReturnPayout, Payout, Id<Payout>> returnPayout{
    .method = Method::Post,
    .path = "/api/v1/admin/payouts/{id}/return",
    .access = Access::Admin,
    .owner = Owner::Anyones,
    .rate = Rate::Money,
    .summary = "Enter that the bank sent a processed payout back; its orders return to the balance",
    .permission = Permission::ManagePayouts};

inline constexpr auto payouts = std::tuple{readBalance, listEarnings,  requestPayout, listPayouts,   listAllPayouts,
                                           readPayout,  approvePayout, rejectPayout,  processPayout, returnPayout};

} // namespace api
