#pragma once

// Puts a report's statement together. The inner statement selects the row's columns; its parameters ?1 and ?2 are the
// period, {vendor:column} and its like become conditions where a filter is set and nothing where it is not;
// {days:column} is the period for a column of day texts.

#include "server/reports/rows.h"
#include "server/reports/storerows.h"

namespace reports::rows {

struct Statement
{
    std::string text;
    sql::Values values;
};

// The day of business of a time in SQL.
std::string day(std::string_view time);

Statement statement(const std::string &inner, const Filter &filter);
// " WHERE (day, vendor_id) > (?3, ?4) ORDER BY day, vendor_id LIMIT ?5"
void addPage(Statement &statement, const QList<ReportColumn> &columns, std::size_t keys, const sql::Values &after,
             int limit);
qint64 countOf(Tx &tx, const Statement &statement);

template <class T>
constexpr char formOf()
{
    return json::isId<T> ? 'i' : std::is_integral_v<T> ? 'n' : 't';
}

// keys: how many of the row's first members are its key.
template <fields::Contract Row>
Source source(const std::string &inner, std::size_t keys = 1)
{
    const QList<ReportColumn> columns = columnsOf<Row>();
    std::string form;
    fields::forEach<Row>([&](const auto &field) {
        if (form.size() < keys)
            form += formOf<typename std::decay_t<decltype(field)>::Type>();
    });
    const auto read = [=](Tx &tx, const Filter &filter, const sql::Values &after, int limit) {
        Statement page = statement(inner, filter);
        page.text = "FROM (" + page.text + ") AS report_rows";
        addPage(page, columns, keys, after, limit);
        const QList<Row> rows = tx.all<Row>(page.text, page.values);
        Piece out;
        for (const Row &row : rows)
            out.rows += cellsOf(row);
        for (std::size_t i = 0; !rows.isEmpty() && i < keys; ++i)
            out.lastKey.push_back(sql::values(rows.constLast())[i]);
        return out;
    };
    const auto count = [=](Tx &tx, const Filter &filter) { return countOf(tx, statement(inner, filter)); };
    return {columns, read, count, form};
}

} // namespace reports::rows
