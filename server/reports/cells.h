#pragma once

// A row of a report without its type: what the writers get. Columns and cells are made from the FIELDS of the row's
// struct, so that a report is defined once.

#include "shared/base/json.h"
#include "shared/contract/catalog.h"
#include "shared/contract/reportdocument.h"

#include <QList>

#include <string>
#include <variant>

namespace reports {

struct LedgerTransaction;

// Numbers stand in the smallest unit of their kind: paise, thousandths, hundredths of a percent, milliseconds, days.
using Cell = std::variant<std::monostate, qint64, QString>;
using Cells = QList<Cell>;

constexpr QLatin1StringView yes("yes"), no("no");

// How the value stands on the wire; empty when there is none.
QString text(ValueKind kind, const Cell &cell);
// The row as a JSON object by the columns' names.
QByteArray object(const QList<ReportColumn> &columns, const Cells &row);
// "out_for_delivery" becomes "Out for delivery".
QString spoken(const QString &code);
// The check's label, else the name spoken.
QString labelOf(const fields::Check &check, QLatin1StringView name);

// In these structs a whole number with this name is a day of business.
constexpr std::string_view dayName = "day";
// And a text with this name is a state's code.
constexpr std::string_view stateColumn = "region";

template <class T>
constexpr ValueKind kindOf(std::string_view name)
{
    if constexpr (json::isOptional<T>)
        return kindOf<typename T::value_type>(name);
    else if constexpr (std::is_same_v<T, Money>)
        return ValueKind::Money;
    else if constexpr (std::is_same_v<T, Quantity>)
        return ValueKind::Quantity;
    else if constexpr (std::is_same_v<T, BasisPoints>)
        return ValueKind::Rate;
    else if constexpr (std::is_same_v<T, Instant>)
        return ValueKind::Instant;
    else if constexpr (std::is_same_v<T, Unit>)
        return ValueKind::Text; // written alike in every language
    else if constexpr (std::is_same_v<T, bool> || names::NamedEnum<T>)
        return ValueKind::Word;
    else if constexpr (std::is_same_v<T, Id<LedgerTransaction>>)
        return ValueKind::Text; // has no other name by which it could be cited
    else if constexpr (json::isId<T>)
        return ValueKind::Id;
    else if constexpr (std::is_integral_v<T>)
        return name == dayName ? ValueKind::Day : ValueKind::Number;
    else
        return name == stateColumn ? ValueKind::State : ValueKind::Text;
}

// The words that a value of this type may be.
template <class T>
QStringList wordsOf()
{
    if constexpr (json::isOptional<T>)
        return wordsOf<typename T::value_type>();
    else if constexpr (std::is_same_v<T, bool>)
        return {yes, no};
    else if constexpr (names::NamedEnum<T> && kindOf<T>("") == ValueKind::Word)
        return names::all<T>();
    else
        return {};
}

template <class T>
Cell cellOf(const T &value)
{
    if constexpr (json::isOptional<T>)
        return value ? cellOf(*value) : Cell();
    else if constexpr (json::isId<T>)
        return value.isNull() ? Cell() : Cell(value.text());
    else if constexpr (names::NamedEnum<T>)
        return QString(names::text(value));
    else if constexpr (std::is_same_v<T, Money>)
        return value.minor;
    else if constexpr (std::is_same_v<T, Quantity>)
        return value.milli;
    else if constexpr (std::is_same_v<T, BasisPoints>)
        return value.value;
    else if constexpr (std::is_same_v<T, Instant>)
        return value.ms;
    else if constexpr (std::is_same_v<T, bool>)
        return QString(value ? yes : no);
    else if constexpr (std::is_same_v<T, Json>)
        return QString::fromUtf8(value.text);
    else if constexpr (std::is_integral_v<T>)
        return qint64(value);
    else
        return value;
}

template <fields::Contract Row>
QList<ReportColumn> columnsOf()
{
    QList<ReportColumn> out;
    fields::forEach<Row>([&](const auto &field) {
        using Type = typename std::decay_t<decltype(field)>::Type;
        out += ReportColumn{.name = field.wire.latin1(),
                            .label = labelOf(field.check, field.wire.latin1()),
                            .kind = kindOf<Type>(field.wire.view())};
    });
    return out;
}

template <fields::Contract Row>
QStringList wordsOfRow()
{
    QStringList out;
    fields::forEach<Row>([&](const auto &field) { out += wordsOf<typename std::decay_t<decltype(field)>::Type>(); });
    return out;
}

template <fields::Contract Row>
Cells cellsOf(const Row &row)
{
    Cells out;
    out.reserve(qsizetype(fields::count<Row>));
    fields::forEach<Row>([&](const auto &field) { out += cellOf(row.*field.member); });
    return out;
}

} // namespace reports
