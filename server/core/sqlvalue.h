#pragma once

// How contract values travel to and from SQL columns, the same for every engine.

#include "shared/base/json.h"

#include <QByteArrayView>
#include <QtEndian>

#include <array>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace sql {

struct Blob
{
    QByteArray bytes;
};

// The 16 bytes of an id without an allocation; there are several in nearly every statement.
struct IdBytes
{
    std::array<char, 16> bytes;
};

using Value = std::variant<std::monostate, qint64, double, QByteArray, Blob, IdBytes>; // QByteArray is UTF-8 text
using Values = std::vector<Value>;
using Params = std::span<const Value>;

inline IdBytes idBytes(const QUuid &uuid)
{
    IdBytes out;
    qToBigEndian(uuid.data1, out.bytes.data());
    qToBigEndian(uuid.data2, out.bytes.data() + 4);
    qToBigEndian(uuid.data3, out.bytes.data() + 6);
    std::copy(std::begin(uuid.data4), std::end(uuid.data4), out.bytes.begin() + 8);
    return out;
}

// One row while a statement steps over it; columns from 0. Views are valid until the next call.
class Row
{
public:
    virtual ~Row() = default;
    virtual bool isNull(int column) const = 0;
    virtual qint64 integer(int column) const = 0;
    virtual double real(int column) const = 0;
    virtual QByteArrayView text(int column) const = 0;
    virtual QByteArrayView blob(int column) const = 0;
};

// Where the rows of a statement go. Refers to a callable for the time of one call, so it costs no allocation.
class RowSink
{
public:
    RowSink() = default;
    template <class Callable>
    RowSink(const Callable &callable)
        : m_callable(&callable)
        , m_call([](const void *target, const Row &row) { (*static_cast<const Callable *>(target))(row); })
    {}
    explicit operator bool() const { return m_call; }
    void operator()(const Row &row) const { m_call(m_callable, row); }

private:
    const void *m_callable = nullptr;
    void (*m_call)(const void *, const Row &) = nullptr;
};

template <class T>
Value value(const T &in)
{
    if constexpr (json::isOptional<T>)
        return in ? value(*in) : Value{};
    else if constexpr (json::isId<T>)
        return in.isNull() ? Value{} : Value{idBytes(in.uuid)};
    else if constexpr (names::NamedEnum<T>) {
        const QLatin1StringView name = names::text(in);
        return QByteArray::fromRawData(name.data(), name.size());
    } else if constexpr (std::is_same_v<T, Money>)
        return in.minor;
    else if constexpr (std::is_same_v<T, Quantity>)
        return in.milli;
    else if constexpr (std::is_same_v<T, BasisPoints>)
        return in.value;
    else if constexpr (std::is_same_v<T, Instant>)
        return in.ms;
    else if constexpr (std::is_same_v<T, Json>)
        return in.text;
    else if constexpr (std::is_same_v<T, double>)
        return in;
    else if constexpr (std::is_integral_v<T>)
        return qint64(in);
    else if constexpr (std::is_same_v<T, QString>)
        return in.toUtf8();
    else if constexpr (std::is_same_v<T, QByteArray>)
        return in;
    else if constexpr (std::is_same_v<T, Blob> || std::is_same_v<T, IdBytes>)
        return in;
    else if constexpr (std::is_convertible_v<T, std::string_view>) {
        const std::string_view text = in;
        return QByteArray(text.data(), qsizetype(text.size()));
    } else
        return json::bytes(in); // lists and nested structs
}

// What this program wrote down itself. A newer version on another node may have written it, so members that are not
// known here are passed over.
template <class T>
Result<T> stored(const QByteArray &text)
{
    LET(value, json::document(text));
    return json::read<T>(value, json::Reader::Source::Reply);
}

template <class T>
T column(const Row &row, int at)
{
    if constexpr (json::isOptional<T>)
        return row.isNull(at) ? T{} : T{column<typename T::value_type>(row, at)};
    else if constexpr (json::isId<T>)
        return row.isNull(at) ? T{} : T{QUuid::fromRfc4122(row.blob(at))};
    else if constexpr (names::NamedEnum<T>)
        return names::fromText<T>(row.text(at)).value();
    else if constexpr (std::is_same_v<T, Money> || std::is_same_v<T, Quantity> || std::is_same_v<T, BasisPoints> ||
                       std::is_same_v<T, Instant>)
        return T{row.integer(at)};
    else if constexpr (std::is_same_v<T, Json>)
        return {row.text(at).toByteArray()};
    else if constexpr (std::is_same_v<T, QByteArray>)
        return row.text(at).toByteArray();
    else if constexpr (std::is_same_v<T, Blob>)
        return {row.blob(at).toByteArray()};
    else if constexpr (std::is_same_v<T, double>)
        return row.real(at);
    else if constexpr (std::is_integral_v<T>)
        return T(row.integer(at));
    else if constexpr (std::is_same_v<T, QString>)
        return QString::fromUtf8(row.text(at));
    else
        return stored<T>(row.text(at).toByteArray()).value();
}

template <fields::Contract T>
const std::string &columnList()
{
    static const std::string list = [] {
        std::string out;
        fields::forEach<T>(
            [&](const auto &field) { out += (out.empty() ? "" : ", ") + std::string(field.wire.view()); });
        return out;
    }();
    return list;
}

template <fields::Contract T>
std::string select(std::string_view from)
{
    return "SELECT " + columnList<T>() + ' ' + std::string(from);
}

template <fields::Contract T>
std::string insertInto(std::string_view table)
{
    std::string marks;
    for (std::size_t i = 0; i < fields::count<T>; ++i)
        marks += i == 0 ? "?" : ", ?";
    return "INSERT INTO " + std::string(table) + " (" + columnList<T>() + ") VALUES (" + marks + ")";
}

template <fields::Contract T>
Values values(const T &row)
{
    Values out;
    out.reserve(fields::count<T>);
    fields::forEach<T>([&](const auto &field) { out.push_back(value(row.*field.member)); });
    return out;
}

template <fields::Contract T>
T read(const Row &row)
{
    T out{};
    int at = 0;
    fields::forEach<T>([&](const auto &field) {
        using Type = typename std::decay_t<decltype(field)>::Type;
        out.*field.member = column<Type>(row, at++);
    });
    return out;
}

} // namespace sql
