// Commission rates, of Store.

#include "server/catalog/rules.h"
#include "server/catalog/store.h"

namespace catalog {

namespace {

struct Step
{
    std::optional<Id<Category>> parentId;
    std::optional<BasisPoints> commissionRate;

    FIELDS(Step, FIELD(parentId), FIELD(commissionRate))
};

struct Named
{
    QString name;

    FIELDS(Named, FIELD(name))
};

} // namespace

// Step by step: most categories have a rate or a parent with one, and a recursive query costs as much as ten steps.
CategoryPath Store::pathToRate(Tx &tx, Id<Category> id)
{
    CategoryPath out;
    for (int depth = 0; depth <= categoryDepthMax; ++depth) {
        const auto here = tx.one<Step>("FROM categories WHERE id = ?", id);
        if (!here)
            return out;
        out.ids += id;
        out.rate = here->commissionRate;
        if (here->commissionRate || !here->parentId)
            return out;
        id = *here->parentId;
    }
    return out;
}

std::optional<QString> Store::categoryName(Tx &tx, Id<Category> id)
{
    const auto found = tx.one<Named>("FROM categories WHERE id = ?", id);
    return found ? std::optional(found->name) : std::nullopt;
}

// Of each subject there is at most one, and one of everybody.
RatesOfDay Store::ratesOfDay(Tx &tx, const QList<Id<RateSubject>> &subjects, qint64 day)
{
    constexpr qsizetype subjectsAtOnce = 500;
    RatesOfDay out;
    for (qsizetype at = 0; at == 0 || at < subjects.size(); at += subjectsAtOnce) {
        std::string whose = at == 0 ? "level = 'global'" : "";
        sql::Values values{sql::value(day), sql::value(day)};
        std::string marks;
        for (const Id<RateSubject> subject : subjects.mid(at, subjectsAtOnce)) {
            marks += marks.empty() ? "?" : ", ?";
            values.push_back(sql::value(subject));
        }
        if (!marks.empty())
            whose += (whose.empty() ? "subject_id IN (" : " OR subject_id IN (") + marks + ")";
        out += tx.all<DatedRate>("FROM commission_rates WHERE from_day <= ? AND (until_day IS NULL OR until_day > ?)"
                                 " AND (" +
                                     whose + ")",
                                 values);
    }
    return out;
}

QList<RateRow> Store::rates(Tx &tx, const ListCommissionRates &wish, const std::optional<Id<CommissionRate>> &before,
                            int limit)
{
    std::string where;
    sql::Values values;
    const auto add = [&](std::string_view condition, sql::Value value) {
        where += where.empty() ? " WHERE " : " AND ";
        where += condition;
        values.push_back(std::move(value));
    };
    if (wish.level)
        add("level = ?", sql::value(*wish.level));
    if (before)
        add("id < ?", sql::value(*before));
    values.push_back(sql::value(limit));
    return tx.all<RateRow>("FROM commission_rates" + where + " ORDER BY id DESC LIMIT ?", values);
}

std::optional<RateRow> Store::rate(Tx &tx, Id<CommissionRate> id)
{
    return tx.one<RateRow>("FROM commission_rates WHERE id = ?", id);
}

bool Store::overlaps(Tx &tx, const RateRow &wanted)
{
    constexpr qint64 forEver = 1'000'000; // days, longer than a calendar has years
    const qint64 until = wanted.untilDay.value_or(forEver);
    if (!wanted.subjectId)
        return tx.number("count(*) FROM commission_rates WHERE level = 'global' AND from_day < ?"
                         " AND coalesce(until_day, ?) > ? AND coalesce(until_day, ?) > from_day",
                         until, forEver, wanted.fromDay, forEver) > 0;
    return tx.number("count(*) FROM commission_rates WHERE level = ? AND subject_id = ? AND from_day < ?"
                     " AND coalesce(until_day, ?) > ? AND coalesce(until_day, ?) > from_day",
                     wanted.level, *wanted.subjectId, until, forEver, wanted.fromDay, forEver) > 0;
}

void Store::insert(Tx &tx, const RateRow &row)
{
    tx.insert("commission_rates", row);
}

bool Store::endRate(Tx &tx, Id<CommissionRate> id, qint64 untilDay, const QString &endedBy)
{
    return tx.run("UPDATE commission_rates SET until_day = ?2, ended_by = ?3 WHERE id = ?1 AND from_day <= ?2"
                  " AND (until_day IS NULL OR until_day > ?2)",
                  id, untilDay, endedBy) == 1;
}

} // namespace catalog
