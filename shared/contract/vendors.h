#pragma once

// What admins see of stores and do to them: standing, radius and commission (VEN-10, VEN-12…15, VEN-20, CADM-08), and
// what a store has to know about its commission and its business e-mail.

#include "shared/base/endpoint.h"
#include "shared/base/page.h"
#include "shared/contract/accounts.h"
#include "shared/contract/catalog.h"
#include "shared/contract/commissions.h"

// What was done; the audit log says it as "vendors.suspended".
NAMED_ENUM(VendorAct, Suspended, Activated, Deactivated, RadiusChanged, CommissionChanged)

struct ListVendors
{
    int limit = pageLimitDefault;
    std::optional<QString> cursor;
    std::optional<QString> q; // anywhere in the store's name, its owner, e-mail or phone
    std::optional<KycStatus> kyc;
    std::optional<StoreStatus> status;
    std::optional<QString> city;

    FIELDS(ListVendors, PAGE_FIELDS, FIELD(q, .lengthMax = 100), FIELD(kyc), FIELD(status),
           FIELD(city, .lengthMax = 100))
};

struct VendorFigures
{
    qint64 productsOnOffer = 0;
    qint64 openOrders = 0;
    qint64 completedOrders = 0;
    qint64 cancelledOrders = 0;
    Money settledSales;
    Money commission; // of all settled orders
    Money inEscrow;
    qint64 addressesInReach = 0; // of buyers, within the store's radius

    FIELDS(VendorFigures, FIELD(productsOnOffer, .label = QT_TRANSLATE_NOOP("fields", "Products on offer")),
           FIELD(openOrders, .label = QT_TRANSLATE_NOOP("fields", "Open orders")),
           FIELD(completedOrders, .label = QT_TRANSLATE_NOOP("fields", "Completed orders")),
           FIELD(cancelledOrders, .label = QT_TRANSLATE_NOOP("fields", "Cancelled orders")),
           FIELD(settledSales, .label = QT_TRANSLATE_NOOP("fields", "Settled sales")),
           FIELD(commission, .label = QT_TRANSLATE_NOOP("fields", "Commission paid")),
           FIELD(inEscrow, .label = QT_TRANSLATE_NOOP("fields", "In escrow")),
           FIELD(addressesInReach, .label = QT_TRANSLATE_NOOP("fields", "Buyers' addresses in reach")))
};

struct VendorDetail
{
    Vendor vendor;
    bool isOpenNow = false;
    int effectiveRadiusKm = 0; // the smaller of the platform's and the store's own
    CommissionLevel commissionLevel = CommissionLevel::Global;
    BasisPoints effectiveCommission; // where no category has a rate of its own
    VendorFigures figures;

    FIELDS(VendorDetail, FIELD(vendor), FIELD(isOpenNow), FIELD(effectiveRadiusKm), FIELD(commissionLevel),
           FIELD(effectiveCommission), FIELD(figures))
};

// Why: it goes to the audit log and to the vendor.
struct VendorReason
{
    QString reason;

    FIELDS(VendorReason,
           FIELD(reason, .label = QT_TRANSLATE_NOOP("fields", "Reason"), .lengthMin = 5, .lengthMax = 2000))
};

// Without a radius the platform's applies alone.
struct SetRadius
{
    std::optional<int> radiusKm;
    QString reason;

    FIELDS(SetRadius, FIELD(radiusKm, .label = QT_TRANSLATE_NOOP("fields", "Radius in km"), .min = 1, .max = 1000),
           FIELD(reason, .label = QT_TRANSLATE_NOOP("fields", "Reason"), .lengthMin = 5, .lengthMax = 2000))
};

// Without a rate those of the categories and everybody's apply. Orders that are placed keep theirs (COM-04).
struct SetCommission
{
    std::optional<BasisPoints> rate;
    QString reason;

    FIELDS(SetCommission,
           FIELD(rate, .label = QT_TRANSLATE_NOOP("fields", "Commission in percent"), .min = 0, .max = 10'000),
           FIELD(reason, .label = QT_TRANSLATE_NOOP("fields", "Reason"), .lengthMin = 5, .lengthMax = 2000))
};

struct CategoryCommission
{
    Id<Category> categoryId;
    QString name;
    BasisPoints rate;

    FIELDS(CategoryCommission, FIELD(categoryId), FIELD(name), FIELD(rate))
};

// What a store pays and why: with a rate of its own that one for everything; else what stands beside the category of
// the product, and the general rate for all others.
struct CommissionTerms
{
    CommissionLevel level = CommissionLevel::Global;
    std::optional<BasisPoints> vendorRate;
    BasisPoints globalRate;
    QList<CategoryCommission> categories; // those with a rate of their own

    FIELDS(CommissionTerms, FIELD(level), FIELD(vendorRate), FIELD(globalRate), FIELD(categories))
};

struct SetBusinessEmail
{
    QString email;

    FIELDS(SetBusinessEmail,
           FIELD(email, .label = QT_TRANSLATE_NOOP("fields", "Business e-mail"), .lengthMin = 3, .lengthMax = 254))
};

struct ConfirmBusinessEmail
{
    QString code;

    FIELDS(ConfirmBusinessEmail, FIELD(code, .label = QT_TRANSLATE_NOOP("fields", "Code"), .lengthMin = 6,
                                       .lengthMax = 6, .pattern = "[0-9]{6}", .secret = true))
};

// Events.

// Old and new say what changed, as the audit log does: a status, a radius in km or a rate in percent.
struct VendorModerated
{
    static constexpr auto topic = "vendors.moderated";

    Id<Vendor> vendorId;
    Id<Account> accountId;
    QString storeName;
    VendorAct act = VendorAct::Suspended;
    std::optional<QString> before;
    std::optional<QString> after;
    QString reason;

    FIELDS(VendorModerated, FIELD(vendorId), FIELD(accountId), FIELD(storeName), FIELD(act), FIELD(before),
           FIELD(after), FIELD(reason))
};

constexpr int buyersPerEvent = 200;

// Buyers whose orders at a suspended store go on; each once, however many orders.
struct BuyersOfSuspended
{
    static constexpr auto topic = "vendors.buyers_of_suspended";

    QString storeName;
    QList<Id<Account>> buyers;

    FIELDS(BuyersOfSuspended, FIELD(storeName), FIELD(buyers, .countMax = buyersPerEvent))
};

struct BusinessCodeIssued
{
    static constexpr auto topic = "vendors.business_code_issued";

    QString email;
    QString username;
    QString language;
    QString code;

    FIELDS(BusinessCodeIssued, FIELD(email), FIELD(username), FIELD(language), FIELD(code, .secret = true))
};

namespace api {

inline constexpr Endpoint<ListVendors, Page<Vendor>> listVendors{.method = Method::Get,
                                                                 .path = "/api/v1/admin/vendors",
                                                                 .access = Access::Admin,
                                                                 .owner = Owner::Nobodys,
                                                                 .rate = Rate::Account,
                                                                 .summary =
                                                                     "Stores by KYC, standing, city and text, newest "
                                                                     "first",
                                                                 .permission = Permission::ManageVendors};

inline constexpr Endpoint<Nothing, VendorDetail, Id<Vendor>> readVendor{.method = Method::Get,
                                                                        .path = "/api/v1/admin/vendors/{id}",
                                                                        .access = Access::Admin,
                                                                        .owner = Owner::Anyones,
                                                                        .rate = Rate::Account,
                                                                        .summary = "One store with its figures",
                                                                        .permission = Permission::ManageVendors};

// Every act is one Endpoint of this shape.
template <class In>
consteval Endpoint<In, VendorDetail, Id<Vendor>> onVendor(Method method, std::string_view path,
                                                          std::string_view summary)
{
    return {.method = method,
            .path = path,
            .access = Access::Admin,
            .owner = Owner::Anyones,
            .rate = Rate::Account,
            .summary = summary,
            .permission = Permission::ManageVendors,
            .repeat = Repeat::Keyed};
}

inline constexpr auto suspendVendor =
    onVendor<VendorReason>(Method::Post, "/api/v1/admin/vendors/{id}/suspend",
                           "Suspend a store: nothing is offered or paid out any more, open orders go on");
inline constexpr auto activateVendor = onVendor<VendorReason>(Method::Post, "/api/v1/admin/vendors/{id}/activate",
                                                              "Let a suspended or inactive store sell again");
inline constexpr auto deactivateVendor = onVendor<VendorReason>(
    Method::Post, "/api/v1/admin/vendors/{id}/deactivate", "Make a store inactive: nothing is offered, payouts go on");
inline constexpr auto setVendorRadius =
    onVendor<SetRadius>(Method::Put, "/api/v1/admin/vendors/{id}/radius", "Set how far away a store's buyers may be");
inline constexpr auto setVendorCommission = onVendor<SetCommission>(
    Method::Put, "/api/v1/admin/vendors/{id}/commission", "Set a store's own commission for orders to come");

inline constexpr Endpoint<Nothing, CommissionTerms> readCommission{.method = Method::Get,
                                                                   .path = "/api/v1/vendor/commission",
                                                                   .access = Access::Vendor,
                                                                   .owner = Owner::Nobodys,
                                                                   .rate = Rate::Account,
                                                                   .summary =
                                                                       "The commission that the own store pays, and "
                                                                       "why"};

inline constexpr Endpoint<SetBusinessEmail, Nothing> setBusinessEmail{
    .method = Method::Put,
    .path = "/api/v1/vendor/business-email",
    .access = Access::Onboarding,
    .owner = Owner::Nobodys,
    .rate = Rate::Otp,
    .summary = "Mail a code to another business e-mail of the own store (vendors)"};

inline constexpr Endpoint<ConfirmBusinessEmail, Vendor> confirmBusinessEmail{
    .method = Method::Post,
    .path = "/api/v1/vendor/business-email/confirm",
    .access = Access::Onboarding,
    .owner = Owner::Nobodys,
    .rate = Rate::Otp,
    .summary = "Take the business e-mail that the code was mailed to (vendors)"};

inline constexpr auto vendors =
    std::tuple{listVendors,     readVendor,          activateVendor, suspendVendor,    deactivateVendor,
               setVendorRadius, setVendorCommission, readCommission, setBusinessEmail, confirmBusinessEmail};

} // namespace api
