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
// Of a report by days what lies before the last day that was read need not be looked at again.
Filter fromDay(const Filter &filter, const sql::Value &day);
// " WHERE (day, vendor_id) > (?3, ?4) ORDER BY day, vendor_id LIMIT ?5"
void addPage(Statement &statement, const QList<ReportColumn> &columns, std::size_t keys, const sql::Values &after,
             int limit);
qint64 countOf(Tx &tx, const Statement &statement);

template <class T>
constexpr char formOf()
{
    return json::isId<T> ? 'i' : std::is_integral_v<T> ? 'n' : 't';
}

// A row is reckoned from the sums that are selected, whose first members are the key as they are the row's: so many.
template <fields::Contract Row, fields::Contract Sums>
Source source(const std::string &inner, Row (*reckoned)(const Sums &), std::size_t keys = 1)
{
    const QList<ReportColumn> columns = columnsOf<Row>();
    std::string form;
    fields::forEach<Sums>([&](const auto &field) {
        if (form.size() < keys)
            form += formOf<typename std::decay_t<decltype(field)>::Type>();
    });
    const bool isByDay = columns.constFirst().kind == ValueKind::Day;
    const auto read = [=](Tx &tx, const Filter &filter, const sql::Values &after, int limit) {
        Statement page = statement(inner, isByDay && !after.empty() ? fromDay(filter, after.front()) : filter);
        page.text = "FROM (" + page.text + ") AS report_rows";
        addPage(page, columns, keys, after, limit);
        const QList<Sums> rows = tx.all<Sums>(page.text, page.values);
        Piece out;
        for (const Sums &row : rows)
            out.rows += cellsOf(reckoned(row));
        for (std::size_t i = 0; !rows.isEmpty() && i < keys; ++i)
            out.lastKey.push_back(sql::values(rows.constLast())[i]);
        return out;
    };
    const auto count = [=](Tx &tx, const Filter &filter) { return countOf(tx, statement(inner, filter)); };
    return {columns, read, count, form};
}

template <fields::Contract Row>
Source source(const std::string &inner, std::size_t keys = 1)
{
    constexpr auto asItIs = [](const Row &row) { return row; };
    return source<Row, Row>(inner, +asItIs, keys);
}

} // namespace reports::rows
