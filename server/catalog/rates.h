#pragma once

// Which commission applies, by what stands where. Pure: neither clock nor database.

#include "shared/contract/commissions.h"

namespace catalog {

// The store, product or category that a rate is for.
struct RateSubject;
using Subject = std::optional<Id<RateSubject>>;

template <class Of>
Id<RateSubject> subjectOf(Id<Of> id)
{
    return {id.uuid};
}

// A rate that holds for certain days.
struct DatedRate
{
    CommissionLevel level = CommissionLevel::Global;
    Subject subjectId;
    BasisPoints rate;
    qint64 fromDay = 0;
    std::optional<qint64> untilDay;

    FIELDS(DatedRate, FIELD(level), FIELD(subjectId), FIELD(rate), FIELD(fromDay), FIELD(untilDay))
};

// The dated rates of one day; there is at most one of each subject.
using RatesOfDay = QList<DatedRate>;

inline const DatedRate *rateIn(const RatesOfDay &rates, CommissionLevel level, const Subject &subject)
{
    for (const DatedRate &each : rates)
        if (each.level == level && each.subjectId == subject)
            return &each;
    return nullptr;
}

// What one level says: a dated rate goes before the one that always stands there.
struct LevelRate
{
    std::optional<BasisPoints> rate = {};
    const DatedRate *dated = nullptr;
    Subject subject = {};
};

inline LevelRate levelRate(const RatesOfDay &rates, CommissionLevel level, const Subject &subject,
                           const std::optional<BasisPoints> &standing)
{
    const DatedRate *dated = rateIn(rates, level, subject);
    return {dated ? std::optional(dated->rate) : standing, dated, subject};
}

// The way up from a category, to the first that has a standing rate or to the root.
struct CategoryPath
{
    QList<Id<Category>> ids;
    std::optional<BasisPoints> rate = {}; // of the last one
};

// A dated rate of any category on the way is at least as near as the standing one at its end (COM-02).
inline LevelRate categoryRate(const RatesOfDay &rates, const CategoryPath &path)
{
    for (const Id<Category> id : path.ids)
        if (const DatedRate *dated = rateIn(rates, CommissionLevel::Category, subjectOf(id)))
            return {dated->rate, dated, subjectOf(id)};
    if (path.ids.isEmpty())
        return {};
    return {path.rate, nullptr, subjectOf(path.rate ? path.ids.constLast() : path.ids.constFirst())};
}

struct Commission
{
    BasisPoints rate;
    CommissionLevel level = CommissionLevel::Global;
};

// Store > product > category > everybody (COM-02).
constexpr Commission commissionFor(std::optional<BasisPoints> vendor, std::optional<BasisPoints> product,
                                   std::optional<BasisPoints> category, BasisPoints global)
{
    if (vendor)
        return {*vendor, CommissionLevel::Vendor};
    if (product)
        return {*product, CommissionLevel::Product};
    if (category)
        return {*category, CommissionLevel::Category};
    return {global, CommissionLevel::Global};
}

} // namespace catalog
