#include "server/reports/statement.h"

#include <limits>

namespace reports::rows {

namespace {

struct Counted
{
    qint64 counted = 0;

    FIELDS(Counted, FIELD(counted))
};

// Replaces every "{mark:column}".
void fill(Statement &statement, const std::string &mark, const std::optional<sql::Value> &value)
{
    std::string parameter;
    const std::string open = '{' + mark + ':';
    for (std::size_t at = statement.text.find(open); at != std::string::npos; at = statement.text.find(open, at)) {
        const std::size_t end = statement.text.find('}', at);
        const std::string column = statement.text.substr(at + open.size(), end - at - open.size());
        if (value && parameter.empty()) {
            statement.values.push_back(*value);
            parameter = '?' + std::to_string(statement.values.size());
        }
        statement.text.replace(at, end + 1 - at, value ? " AND " + column + " = " + parameter : std::string());
    }
}

// Replaces "{days:column}" by conditions on a text such as "2026-11-01".
void fillDays(Statement &statement, const Filter &filter)
{
    const std::string open = "{days:";
    const std::size_t at = statement.text.find(open);
    if (at == std::string::npos)
        return;
    const std::size_t end = statement.text.find('}', at);
    const std::string column = statement.text.substr(at + open.size(), end - at - open.size());
    std::string conditions;
    const auto add = [&](std::string_view compare, Instant time) {
        statement.values.push_back(sql::value(india::dayText(india::dayNumber(time))));
        conditions += " AND " + column + ' ' + std::string(compare) + " ?" + std::to_string(statement.values.size());
    };
    if (filter.from.ms != std::numeric_limits<qint64>::min())
        add(">=", filter.from);
    if (filter.before.ms != std::numeric_limits<qint64>::max())
        add("<=", filter.before.after(-1));
    statement.text.replace(at, end + 1 - at, conditions);
}

template <class T>
std::optional<sql::Value> wanted(const std::optional<T> &filter)
{
    return filter ? std::optional(sql::value(*filter)) : std::nullopt;
}

} // namespace

std::string day(std::string_view time)
{
    return "((" + std::string(time) + " + " + std::to_string(india::aheadMs) + ") / " + std::to_string(dayMs) + ")";
}

Statement statement(const std::string &inner, const Filter &filter)
{
    Statement out{inner, {filter.from.ms, filter.before.ms}};
    fill(out, "vendor", wanted(filter.vendorId));
    fill(out, "category", wanted(filter.categoryId));
    fill(out, "region", wanted(filter.region));
    fillDays(out, filter);
    return out;
}

Filter fromDay(const Filter &filter, const sql::Value &day)
{
    Filter out = filter;
    out.from = std::max(filter.from, startOf(std::get<qint64>(day)));
    return out;
}

void addPage(Statement &statement, const QList<ReportColumn> &columns, std::size_t keys, const sql::Values &after,
             int limit)
{
    std::string names, marks;
    for (std::size_t i = 0; i < keys; ++i)
        names += (i == 0 ? "" : ", ") + columns[qsizetype(i)].name.toStdString();
    for (const sql::Value &value : after) {
        statement.values.push_back(value);
        marks += (marks.empty() ? "?" : ", ?") + std::to_string(statement.values.size());
    }
    if (!after.empty())
        statement.text += " WHERE (" + names + ") > (" + marks + ")";
    statement.values.push_back(qint64(limit));
    statement.text += " ORDER BY " + names + " LIMIT ?" + std::to_string(statement.values.size());
}

qint64 countOf(Tx &tx, const Statement &statement)
{
    const auto counted = tx.all<Counted>(
        "FROM (SELECT count(*) AS counted FROM (" + statement.text + ") AS rows_of_it) AS counts", statement.values);
    return counted.isEmpty() ? 0 : counted.constFirst().counted;
}

} // namespace reports::rows
