#pragma once

// What a sale costs the store: rates by store, product, category and for everybody, each for certain days (COM-01,
// COM-02). A day is a day in India; a rate holds from its first day to the day before its end.

#include "shared/base/endpoint.h"
#include "shared/base/page.h"
#include "shared/contract/accounts.h"
#include "shared/contract/catalog.h"

// Which rate applies: the store's own, else that of the product, else that of the nearest category that has one, else
// everybody's.
NAMED_ENUM(CommissionLevel, Vendor, Product, Category, Global)

#define COMMISSION_DAY(name, text)                                                                                     \
    FIELD(name, .label = text, .lengthMin = 10, .lengthMax = 10, .pattern = "[0-9]{4}-[0-9]{2}-[0-9]{2}")

struct CommissionRate
{
    Id<CommissionRate> id;
    CommissionLevel level = CommissionLevel::Global;
    std::optional<QString> subjectId; // the store, product or category; nothing for everybody
    QString subjectName;
    BasisPoints rate;
    QString validFrom;
    std::optional<QString> validUntil; // the first day on which it does not hold any more
    QString reason;
    QString createdBy;
    Instant createdAt;
    std::optional<QString> endedBy;

    FIELDS(CommissionRate, FIELD(id), FIELD(level, .label = QT_TRANSLATE_NOOP("fields", "Level")), FIELD(subjectId),
           FIELD(subjectName, .label = QT_TRANSLATE_NOOP("fields", "For")),
           FIELD(rate, .label = QT_TRANSLATE_NOOP("fields", "Commission in percent")),
           COMMISSION_DAY(validFrom, QT_TRANSLATE_NOOP("fields", "From")),
           COMMISSION_DAY(validUntil, QT_TRANSLATE_NOOP("fields", "Until before")),
           FIELD(reason, .label = QT_TRANSLATE_NOOP("fields", "Reason")),
           FIELD(createdBy, .label = QT_TRANSLATE_NOOP("fields", "Made by")),
           FIELD(createdAt, .label = QT_TRANSLATE_NOOP("fields", "Made")), FIELD(endedBy))
};

struct ListCommissionRates
{
    int limit = pageLimitDefault;
    std::optional<QString> cursor;
    std::optional<CommissionLevel> level;

    FIELDS(ListCommissionRates, PAGE_FIELDS, FIELD(level))
};

struct AddCommissionRate
{
    CommissionLevel level = CommissionLevel::Global;
    std::optional<QString> subjectId; // as in CommissionRate
    BasisPoints rate;
    std::optional<QString> validFrom; // today when absent, or later
    std::optional<QString> validUntil;
    QString reason;

    FIELDS(AddCommissionRate, FIELD(level, .label = QT_TRANSLATE_NOOP("fields", "Level")),
           FIELD(subjectId, .label = QT_TRANSLATE_NOOP("fields", "For"), .lengthMax = 40),
           FIELD(rate, .label = QT_TRANSLATE_NOOP("fields", "Commission in percent"), .min = 0, .max = 10'000),
           COMMISSION_DAY(validFrom, QT_TRANSLATE_NOOP("fields", "From")),
           COMMISSION_DAY(validUntil, QT_TRANSLATE_NOOP("fields", "Until before")),
           FIELD(reason, .label = QT_TRANSLATE_NOOP("fields", "Reason"), .lengthMin = 5, .lengthMax = 500))
};

// One that holds can end tomorrow at the earliest; one that is still to come can also end before it begins. Without a
// day it ends as early as it can.
struct EndCommissionRate
{
    std::optional<QString> validUntil;
    QString reason;

    FIELDS(EndCommissionRate, COMMISSION_DAY(validUntil, QT_TRANSLATE_NOOP("fields", "Until before")),
           FIELD(reason, .label = QT_TRANSLATE_NOOP("fields", "Reason"), .lengthMin = 5, .lengthMax = 500))
};

struct AskCommission
{
    std::optional<Id<Vendor>> vendorId; // that of the product when there is one
    std::optional<Id<Product>> productId;
    std::optional<Instant> at; // now when absent

    FIELDS(AskCommission, FIELD(vendorId), FIELD(productId), FIELD(at))
};

struct AskOwnCommission
{
    std::optional<Id<Product>> productId;
    std::optional<Instant> at;

    FIELDS(AskOwnCommission, FIELD(productId), FIELD(at))
};

// What one level says.
struct CommissionStep
{
    CommissionLevel level = CommissionLevel::Global;
    QString subjectName;              // of the store, the product or the category whose rate it is
    std::optional<BasisPoints> rate;  // none: the next level is asked
    std::optional<QString> validFrom; // of a rate with days
    std::optional<QString> validUntil;
    bool isApplied = false;

    FIELDS(CommissionStep, FIELD(level, .label = QT_TRANSLATE_NOOP("fields", "Level")),
           FIELD(subjectName, .label = QT_TRANSLATE_NOOP("fields", "For")),
           FIELD(rate, .label = QT_TRANSLATE_NOOP("fields", "Commission in percent")),
           COMMISSION_DAY(validFrom, QT_TRANSLATE_NOOP("fields", "From")),
           COMMISSION_DAY(validUntil, QT_TRANSLATE_NOOP("fields", "Until before")), FIELD(isApplied))
};

// A rate without days is what it is now, also for a moment of the past.
struct CommissionAnswer
{
    BasisPoints rate;
    CommissionLevel level = CommissionLevel::Global;
    Instant at;
    QList<CommissionStep> steps; // all four, the first that has a rate applies

    FIELDS(CommissionAnswer, FIELD(rate), FIELD(level), FIELD(at), FIELD(steps))
};

namespace api {

inline constexpr Endpoint<ListCommissionRates, Page<CommissionRate>> listCommissionRates{
    .method = Method::Get,
    .path = "/api/v1/admin/commission-rates",
    .access = Access::Admin,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "Commission rates with their days, also past and future ones, newest first",
    .permission = Permission::ManageVendors};

inline constexpr Endpoint<AddCommissionRate, CommissionRate> addCommissionRate{
    .method = Method::Post,
    .path = "/api/v1/admin/commission-rates",
    .access = Access::Admin,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "Let a commission rate hold for orders from a day on",
    .permission = Permission::ManageVendors,
    .repeat = Repeat::Keyed,
    .status = 201};

inline constexpr Endpoint<EndCommissionRate, CommissionRate, Id<CommissionRate>> endCommissionRate{
    .method = Method::Post,
    .path = "/api/v1/admin/commission-rates/{id}/end",
    .access = Access::Admin,
    .owner = Owner::Anyones,
    .rate = Rate::Account,
    .summary = "Let a commission rate end before a day",
    .permission = Permission::ManageVendors};

inline constexpr Endpoint<AskCommission, CommissionAnswer> askCommission{
    .method = Method::Get,
    .path = "/api/v1/admin/commission-rates/applied",
    .access = Access::Admin,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "Which commission applies to a store or a product at a moment, and why",
    .permission = Permission::ManageVendors};

inline constexpr Endpoint<AskOwnCommission, CommissionAnswer> askOwnCommission{
    .method = Method::Get,
    .path = "/api/v1/vendor/commission/applied",
    .access = Access::Vendor,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "Which commission applies to the own store or a product of it at a moment, and why"};

inline constexpr auto commissions =
    std::tuple{listCommissionRates, addCommissionRate, endCommissionRate, askCommission, askOwnCommission};

} // namespace api
