// What a sale costs the store, of Service.

#include "server/accounts/service.h"
#include "server/audit/service.h"
#include "server/catalog/service.h"
#include "server/core/cursor.h"
#include "server/core/permit.h"
#include "server/settings/service.h"
#include "shared/base/indiatime.h"

namespace catalog {

namespace {

constexpr QLatin1StringView rateWord("commission rate");

struct AuditedRate
{
    CommissionLevel level = CommissionLevel::Global;
    std::optional<QString> subjectId;
    BasisPoints rate;
    QString validFrom;
    std::optional<QString> validUntil;
    QString reason;

    FIELDS(AuditedRate, FIELD(level), FIELD(subjectId), FIELD(rate), FIELD(validFrom), FIELD(validUntil), FIELD(reason))
};

std::optional<QString> dayTextOf(const std::optional<qint64> &day)
{
    return day ? std::optional(india::dayText(*day)) : std::nullopt;
}

CommissionRate describe(const RateRow &row)
{
    return {.id = row.id,
            .level = row.level,
            .subjectId = row.subjectId ? std::optional(row.subjectId->text()) : std::nullopt,
            .subjectName = row.subjectName,
            .rate = row.rate,
            .validFrom = india::dayText(row.fromDay),
            .validUntil = dayTextOf(row.untilDay),
            .reason = row.reason,
            .createdBy = row.createdBy,
            .createdAt = row.createdAt,
            .endedBy = row.endedBy};
}

Json audited(const CommissionRate &rate, const QString &reason)
{
    return {json::bytes(AuditedRate{rate.level, rate.subjectId, rate.rate, rate.validFrom, rate.validUntil, reason})};
}

Result<std::optional<qint64>> dayOf(const std::optional<QString> &text, const char *field)
{
    const auto day = text ? india::dayFrom(*text) : std::nullopt;
    if (text && !day)
        return refusal(QString::fromLatin1(field), QStringLiteral("is no day"));
    return day;
}

// Many things of one checkout have the same categories.
void addCategories(QList<Id<RateSubject>> &subjects, const CategoryPath &path)
{
    for (const Id<Category> id : path.ids)
        if (!subjects.contains(subjectOf(id)))
            subjects += subjectOf(id);
}

CommissionStep stepOf(CommissionLevel level, const QString &name, const LevelRate &found, const Commission &applied)
{
    return {.level = level,
            .subjectName = name,
            .rate = found.rate,
            .validFrom = found.dated ? std::optional(india::dayText(found.dated->fromDay)) : std::nullopt,
            .validUntil = found.dated ? dayTextOf(found.dated->untilDay) : std::nullopt,
            .isApplied = applied.level == level};
}

} // namespace

Result<Page<CommissionRate>> Service::listCommissionRates(const Caller &caller, const ListCommissionRates &wish)
{
    MUST(permit(caller, Permission::ManageVendors));
    LET(before, cursor::idOf<CommissionRate>(wish.cursor));
    QList<CommissionRate> out;
    for (const RateRow &row : m_db.read([&](Tx &tx) { return m_store.rates(tx, wish, before, wish.limit + 1); }))
        out += describe(row);
    return cursor::pageById(std::move(out), wish.limit);
}

// The name of whom a rate is for, as it is then; nothing but everybody has none.
Result<QString> Service::subjectNamed(Tx &tx, CommissionLevel level, const std::optional<QString> &id)
{
    const QString place = QStringLiteral("subject_id");
    const QUuid uuid = QUuid::fromString(id.value_or(QString()));
    if ((level == CommissionLevel::Global) == id.has_value())
        return refusal(place, QStringLiteral("is said for a store, a product or a category and not for everybody"));
    switch (level) {
    case CommissionLevel::Vendor:
        if (const auto vendor = m_accounts.vendor(tx, {uuid}))
            return vendor->storeName;
        break;
    case CommissionLevel::Product:
        if (const auto product = m_store.product(tx, {uuid}))
            return product->title;
        break;
    case CommissionLevel::Category:
        if (const auto name = m_store.categoryName(tx, {uuid}))
            return *name;
        break;
    case CommissionLevel::Global: return QString();
    }
    return refusal(place, QStringLiteral("is not there"));
}

// Orders of the past keep what they were placed with (COM-04), so a rate begins today or later. Two rates of one
// subject share no day: it is looked at and written in one serialisable unit.
Result<CommissionRate> Service::addCommissionRate(const Caller &caller, const AddCommissionRate &wish)
{
    MUST(permit(caller, Permission::ManageVendors));
    LET(saidFrom, dayOf(wish.validFrom, "valid_from"));
    LET(untilDay, dayOf(wish.validUntil, "valid_until"));
    return m_db.write(caller, [&](Tx &tx) -> Result<CommissionRate> {
        const qint64 today = india::dayNumber(tx.now()), fromDay = saidFrom.value_or(today);
        if (fromDay < today)
            return refusal(QStringLiteral("valid_from"), QStringLiteral("is over"));
        if (untilDay && *untilDay <= fromDay)
            return refusal(QStringLiteral("valid_until"), QStringLiteral("is not after the first day"));
        LET(name, subjectNamed(tx, wish.level, wish.subjectId));
        RateRow row{.id = m_ids.next<CommissionRate>(),
                    .level = wish.level,
                    .subjectName = name,
                    .rate = wish.rate,
                    .fromDay = fromDay,
                    .untilDay = untilDay,
                    .reason = wish.reason,
                    .createdBy = m_accounts.find(tx, caller.id).value_or(Account()).username,
                    .createdById = caller.id,
                    .createdAt = tx.now()};
        if (wish.subjectId)
            row.subjectId = Id<RateSubject>::parse(*wish.subjectId);
        if (m_store.overlaps(tx, row))
            return failure(ErrorCode::Conflict, QStringLiteral("Another rate holds on some of these days."));
        m_store.insert(tx, row);
        const CommissionRate out = describe(row);
        m_audit.record(tx, caller, "commissions.rate_added", "commission_rate", row.id.text(),
                       audited(out, wish.reason));
        return out;
    });
}

Result<CommissionRate> Service::endCommissionRate(const Caller &caller, Id<CommissionRate> id,
                                                  const EndCommissionRate &wish)
{
    MUST(permit(caller, Permission::ManageVendors));
    LET(saidUntil, dayOf(wish.validUntil, "valid_until"));
    return m_db.write(caller, [&](Tx &tx) -> Result<CommissionRate> {
        const auto seen = m_store.rate(tx, id);
        if (!seen)
            return notFound(rateWord);
        const qint64 today = india::dayNumber(tx.now());
        const qint64 earliest = seen->fromDay > today ? seen->fromDay : today + 1;
        const qint64 untilDay = saidUntil.value_or(earliest);
        if (untilDay < earliest)
            return refusal(QStringLiteral("valid_until"),
                           QStringLiteral("is not after the days on which it held already"));
        const QString name = m_accounts.find(tx, caller.id).value_or(Account()).username;
        if (!m_store.endRate(tx, id, untilDay, name))
            return failure(ErrorCode::Conflict, QStringLiteral("This rate ends earlier already."));
        const CommissionRate out = describe(*m_store.rate(tx, id));
        m_audit.record(tx, caller, "commissions.rate_ended", "commission_rate", id.text(), audited(out, wish.reason));
        return out;
    });
}

RatesOfDay Service::ratesAt(Tx &tx, const QList<Id<RateSubject>> &subjects, Instant at)
{
    return m_store.ratesOfDay(tx, subjects, india::dayNumber(at));
}

// One statement for a whole checkout, as long as it is not very large; what always stands somewhere came with the
// things from the shelf.
void Service::setCommission(Tx &tx, QList<std::optional<Reserved>> &taken)
{
    QList<Id<RateSubject>> subjects;
    for (const auto &each : taken) {
        if (!subjects.contains(subjectOf(each->vendor.id)))
            subjects += subjectOf(each->vendor.id);
        subjects += subjectOf(each->product.id);
        addCategories(subjects, each->categories);
    }
    const RatesOfDay rates = ratesAt(tx, subjects, tx.now());
    for (auto &each : taken)
        each->commission = commissionOf(rates, each->vendor, each->product.id, each->categories);
}

Commission Service::commissionOf(const RatesOfDay &rates, const Vendor &vendor,
                                 const std::optional<Id<Product>> &product, const CategoryPath &categories) const
{
    using enum CommissionLevel;
    const auto ofProduct = product ? levelRate(rates, Product, subjectOf(*product), std::nullopt).rate : std::nullopt;
    return commissionFor(levelRate(rates, Vendor, subjectOf(vendor.id), vendor.commissionRate).rate, ofProduct,
                         categoryRate(rates, categories).rate, globalRate(rates));
}

BasisPoints Service::globalRate(const RatesOfDay &rates) const
{
    return levelRate(rates, CommissionLevel::Global, std::nullopt, m_settings.rate(settings::Key::CommissionGlobalRate))
        .rate.value();
}

CommissionAnswer Service::explained(Tx &tx, const Vendor &vendor, const std::optional<::Product> &product, Instant at)
{
    using enum CommissionLevel;
    const CategoryPath path = product ? m_store.pathToRate(tx, product->categoryId) : CategoryPath();
    QList<Id<RateSubject>> subjects{subjectOf(vendor.id)};
    if (product)
        subjects += subjectOf(product->id);
    addCategories(subjects, path);
    const RatesOfDay rates = ratesAt(tx, subjects, at);
    const auto productId = product ? std::optional(product->id) : std::nullopt;
    const Commission applied = commissionOf(rates, vendor, productId, path);
    const LevelRate ofCategory = categoryRate(rates, path);
    const QString category =
        ofCategory.subject ? m_store.categoryName(tx, {ofCategory.subject->uuid}).value_or(QString()) : QString();
    const LevelRate ofProduct = product ? levelRate(rates, Product, subjectOf(product->id), std::nullopt) : LevelRate();
    return {
        .rate = applied.rate,
        .level = applied.level,
        .at = at,
        .steps = {stepOf(Vendor, vendor.storeName,
                         levelRate(rates, Vendor, subjectOf(vendor.id), vendor.commissionRate), applied),
                  stepOf(Product, product ? product->title : QString(), ofProduct, applied),
                  stepOf(Category, category, ofCategory, applied),
                  stepOf(Global, {},
                         levelRate(rates, Global, std::nullopt, m_settings.rate(settings::Key::CommissionGlobalRate)),
                         applied)}};
}

Result<CommissionAnswer> Service::askCommission(const Caller &caller, const AskCommission &wish)
{
    MUST(permit(caller, Permission::ManageVendors));
    return m_db.read([&](Tx &tx) -> Result<CommissionAnswer> {
        const auto product = wish.productId ? m_store.product(tx, *wish.productId) : std::nullopt;
        if (wish.productId && !product)
            return refusal(QStringLiteral("product_id"), QStringLiteral("is not a product"));
        if (product && wish.vendorId && product->vendorId != *wish.vendorId)
            return refusal(QStringLiteral("product_id"), QStringLiteral("is not of this store"));
        const auto vendor = m_accounts.vendor(tx, product ? product->vendorId : wish.vendorId.value_or(Id<::Vendor>()));
        if (!vendor)
            return refusal(QStringLiteral("vendor_id"), QStringLiteral("is not a store"));
        return explained(tx, *vendor, product, wish.at.value_or(tx.now()));
    });
}

Result<CommissionAnswer> Service::askOwnCommission(const Caller &caller, const AskOwnCommission &wish)
{
    LET(store, storeOf(caller));
    return m_db.read([&](Tx &tx) -> Result<CommissionAnswer> {
        const auto product = wish.productId ? m_store.product(tx, *wish.productId) : std::nullopt;
        if (wish.productId && (!product || product->vendorId != store))
            return notFound(QLatin1StringView("product"));
        const auto vendor = m_accounts.vendor(tx, store);
        if (!vendor)
            return notFound(QLatin1StringView("store"));
        return explained(tx, *vendor, product, wish.at.value_or(tx.now()));
    });
}

GeneralRates Service::generalRatesOf(Tx &tx, const Vendor &vendor)
{
    const QList<Category> categories = m_store.categories(tx);
    QList<Id<RateSubject>> subjects{subjectOf(vendor.id)};
    for (const Category &category : categories)
        subjects += subjectOf(category.id);
    const RatesOfDay rates = ratesAt(tx, subjects, tx.now());
    GeneralRates out{.vendor =
                         levelRate(rates, CommissionLevel::Vendor, subjectOf(vendor.id), vendor.commissionRate).rate,
                     .global = globalRate(rates)};
    for (const Category &category : categories) {
        const auto rate =
            levelRate(rates, CommissionLevel::Category, subjectOf(category.id), category.commissionRate).rate;
        if (rate && category.isActive)
            out.categories += GeneralRates::OfCategory{category, *rate};
    }
    return out;
}

} // namespace catalog
