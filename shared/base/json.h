#pragma once

// JSON from and to contract types. Writing goes straight into the reply's bytes; reading checks every rule of FIELDS
// and reports all problems of the document with the path of the field.

#include "shared/base/fields.h"
#include "shared/base/page.h"
#include "shared/base/result.h"
#include "shared/base/values.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <type_traits>

namespace json {

template <class T>
inline constexpr bool isOptional = false;
template <class T>
inline constexpr bool isOptional<std::optional<T>> = true;
template <class T>
inline constexpr bool isList = false;
template <class T>
inline constexpr bool isList<QList<T>> = true;
template <class T>
inline constexpr bool isId = false;
template <class T>
inline constexpr bool isId<Id<T>> = true;
template <class T>
inline constexpr bool isPage = false;
template <class T>
inline constexpr bool isPage<Page<T>> = true;

void appendString(QByteArray &out, QStringView text);
void appendNumber(QByteArray &out, qint64 number);
void appendNumber(QByteArray &out, double number);
void appendUuid(QByteArray &out, const QUuid &uuid);
void appendInstant(QByteArray &out, Instant instant);

template <class T>
void write(QByteArray &out, const T &value)
{
    if constexpr (fields::Contract<T>) {
        out += '{';
        bool first = true;
        fields::forEach<T>([&](const auto &field) {
            out.append(first ? "\"" : ",\"");
            first = false;
            out.append(field.wire.text, qsizetype(field.wire.size));
            out.append("\":", 2);
            write(out, value.*field.member);
        });
        out += '}';
    } else if constexpr (isOptional<T>) {
        value ? write(out, *value) : void(out.append("null", 4));
    } else if constexpr (isPage<T>) {
        value.encoded.isEmpty() ? write(out, value.items) : void(out.append(value.encoded));
    } else if constexpr (isList<T>) {
        out += '[';
        for (qsizetype i = 0; i < value.size(); ++i) {
            if (i > 0)
                out += ',';
            write(out, value[i]);
        }
        out += ']';
    } else if constexpr (isId<T>) {
        appendUuid(out, value.uuid);
    } else if constexpr (names::NamedEnum<T>) {
        const QLatin1StringView name = names::text(value);
        out += '"';
        out.append(name.data(), name.size());
        out += '"';
    } else if constexpr (std::is_same_v<T, bool>) {
        out.append(value ? "true" : "false");
    } else if constexpr (std::is_integral_v<T>) {
        appendNumber(out, qint64(value));
    } else if constexpr (std::is_same_v<T, double>) {
        appendNumber(out, value);
    } else if constexpr (std::is_same_v<T, Instant>) {
        appendInstant(out, value);
    } else if constexpr (std::is_same_v<T, Json>) {
        out += value.text;
    } else if constexpr (std::is_same_v<T, Money> || std::is_same_v<T, Quantity> || std::is_same_v<T, BasisPoints>) {
        out += '"';
        out += value.text().toLatin1();
        out += '"';
    } else {
        static_assert(std::is_same_v<T, QString>, "this type has no JSON form");
        appendString(out, value);
    }
}

template <class T>
QByteArray bytes(const T &value)
{
    QByteArray out;
    out.reserve(256);
    write(out, value);
    return out;
}

// Reads and checks in one pass.
class Reader
{
public:
    // In a query every value is text; there "20" is a number and "true" a truth. A reply may come from a newer server,
    // whose further members are passed over.
    enum class Source { Body, Query, Reply };
    explicit Reader(Source source = Source::Body)
        : m_source(source)
    {}

    QList<FieldError> problems;

    void read(const QJsonValue &in, const fields::Check &check, QString &out);
    void read(const QJsonValue &in, const fields::Check &check, qint64 &out);
    void read(const QJsonValue &in, const fields::Check &check, int &out);
    void read(const QJsonValue &in, const fields::Check &check, double &out);
    void read(const QJsonValue &in, const fields::Check &check, bool &out);
    void read(const QJsonValue &in, const fields::Check &check, Money &out);
    void read(const QJsonValue &in, const fields::Check &check, Quantity &out);
    void read(const QJsonValue &in, const fields::Check &check, BasisPoints &out);
    void read(const QJsonValue &in, const fields::Check &check, Instant &out);
    void read(const QJsonValue &in, const fields::Check &check, Json &out);

    template <class T>
    void read(const QJsonValue &in, const fields::Check &, Id<T> &out)
    {
        readUuid(in, out.uuid);
    }

    template <names::NamedEnum E>
    void read(const QJsonValue &in, const fields::Check &, E &out)
    {
        if (const auto value = names::fromText<E>(in.toString()))
            out = *value;
        else
            refuseName(names::all<E>());
    }

    template <class T>
    void read(const QJsonValue &in, const fields::Check &check, std::optional<T> &out)
    {
        if (!in.isNull() && !in.isUndefined())
            read(in, check, out.emplace());
    }

    template <class T>
    void read(const QJsonValue &in, const fields::Check &check, QList<T> &out)
    {
        const QJsonArray array = listOf(in);
        if (!isListWithin(in, array, check))
            return;
        out.resize(array.size());
        for (qsizetype i = 0; i < array.size(); ++i) {
            m_path += QString::number(i);
            read(array[i], check.each(), out[i]);
            m_path.removeLast();
        }
    }

    template <fields::Contract T>
    void read(const QJsonValue &in, const fields::Check &, T &out)
    {
        if (!in.isObject())
            return refuse("must be an object");
        const QJsonObject object = in.toObject();
        QStringList known;
        fields::forEach<T>([&](const auto &field) {
            readField(object, field, out.*field.member);
            known += field.wire.latin1();
        });
        refuseStrangers(object, known);
    }

private:
    template <class F, class T>
    void readField(const QJsonObject &object, const F &field, T &out)
    {
        const QJsonValue value = object.value(field.wire.latin1());
        m_path += field.wire.latin1();
        if (!value.isUndefined())
            read(value, field.check, out);
        else if (!isOptional<T> && !field.check.standard)
            refuse("is required");
        m_path.removeLast();
    }

    void refuse(QString problem);
    void refuseName(const QStringList &allowed);
    void refuseStrangers(const QJsonObject &object, const QStringList &known);
    void refuseRange(const fields::Check &check);
    void readUuid(const QJsonValue &in, QUuid &out);
    QJsonArray listOf(const QJsonValue &in) const;
    bool isListWithin(const QJsonValue &in, const QJsonArray &array, const fields::Check &check);
    template <class T>
    void readDecimal(const QJsonValue &in, const fields::Check &check, T &out, qint64 T::*member, const char *form);

    Source m_source;
    QStringList m_path;
};

Result<QJsonValue> document(const QByteArray &body);
QJsonObject queryObject(QByteArrayView query);

template <class T>
Result<T> read(const QJsonValue &in, Reader::Source source = Reader::Source::Body)
{
    Reader reader(source);
    T value{};
    reader.read(in, {}, value);
    if (!reader.problems.isEmpty())
        return failure(ErrorCode::ValidationFailed, QStringLiteral("The request has invalid fields."), reader.problems);
    return value;
}

template <class T>
Result<T> parse(const QByteArray &body)
{
    LET(value, document(body));
    return read<T>(value);
}

// The percent-decoded query of a GET as its contract type; a key that is repeated or separated by commas is a list.
template <class T>
Result<T> parseQuery(QByteArrayView query)
{
    return read<T>(queryObject(query), Reader::Source::Query);
}

} // namespace json
