#pragma once

// JSON from and to contract types. Writing goes straight into the reply's bytes; reading checks every rule of FIELDS
// and reports all problems of the document with the path of the field.

#include "shared/base/fields.h"
#include "shared/base/page.h"
#include "shared/base/pen.h"
#include "shared/base/result.h"
#include "shared/base/values.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>
#include <QVarLengthArray>

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

template <class T>
void write(Pen &pen, const T &value)
{
    if constexpr (fields::Contract<T>) {
        if constexpr (fields::count<T> == 0)
            pen.put('{');
        bool isFirst = true;
        fields::forEach<T>([&](const auto &field) {
            std::exchange(isFirst, false) ? pen.firstKey(field.wire) : pen.key(field.wire);
            write(pen, value.*field.member);
        });
        pen.put('}');
    } else if constexpr (isOptional<T>) {
        value ? write(pen, *value) : pen.put("null");
    } else if constexpr (isPage<T>) {
        value.encoded.isEmpty() ? write(pen, value.items) : pen.put(QByteArrayView(value.encoded));
    } else if constexpr (isList<T>) {
        pen.put('[');
        for (qsizetype i = 0; i < value.size(); ++i) {
            if (i > 0)
                pen.put(',');
            write(pen, value[i]);
        }
        pen.put(']');
    } else if constexpr (isId<T>) {
        pen.uuid(value.uuid);
    } else if constexpr (names::NamedEnum<T>) {
        const QLatin1StringView name = names::text(value);
        pen.put('"');
        pen.put(QByteArrayView(name.data(), name.size()));
        pen.put('"');
    } else if constexpr (std::is_same_v<T, bool>) {
        value ? pen.put("true") : pen.put("false");
    } else if constexpr (std::is_integral_v<T>) {
        pen.number(qint64(value));
    } else if constexpr (std::is_same_v<T, double>) {
        pen.number(value);
    } else if constexpr (std::is_same_v<T, Instant>) {
        pen.instant(value);
    } else if constexpr (std::is_same_v<T, Json>) {
        pen.put(QByteArrayView(value.text));
    } else if constexpr (std::is_same_v<T, Money> || std::is_same_v<T, Quantity> || std::is_same_v<T, BasisPoints>) {
        pen.decimal(value.decimal());
    } else {
        static_assert(std::is_same_v<T, QString>, "this type has no JSON form");
        pen.string(value);
    }
}

template <class T>
void write(QByteArray &out, const T &value)
{
    Pen pen(out);
    write(pen, value);
}

template <class T>
QByteArray bytes(const T &value)
{
    constexpr qsizetype usualSize = 500;
    QByteArray out;
    out.reserve(usualSize);
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
        const QString text = in.toString();
        auto value = names::fromText<E>(text);
        if constexpr (requires { formerName(out, QStringView(text)); })
            value = value ? value : formerName(out, text);
        if (value)
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
            m_path.append({.index = i});
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
        qsizetype known = 0;
        fields::forEach<T>([&](const auto &field) { known += readField(object, field, out.*field.member); });
        if (known != object.size() && m_source != Source::Reply) {
            QStringList names;
            fields::forEach<T>([&](const auto &field) { names += field.wire.latin1(); });
            refuseStrangers(object, names);
        }
    }

private:
    // A step from the document to a value: a member's name or a place in a list.
    struct Step
    {
        QLatin1StringView name = {};
        qsizetype index = -1;
    };

    // Whether the object has this member.
    template <class F, class T>
    bool readField(const QJsonObject &object, const F &field, T &out)
    {
        const auto found = object.constFind(field.wire.latin1());
        const bool isThere = found != object.constEnd();
        if (!isThere && (isOptional<T> || field.check.standard))
            return false;
        m_path.append({.name = field.wire.latin1()});
        isThere ? read(*found, field.check, out) : refuse(QStringLiteral("is required"));
        m_path.removeLast();
        return isThere;
    }

    void refuse(QString problem, const QString &stranger = {});
    void refuseName(const QStringList &allowed);
    void refuseStrangers(const QJsonObject &object, const QStringList &known);
    void refuseRange(const fields::Check &check);
    void readUuid(const QJsonValue &in, QUuid &out);
    QJsonArray listOf(const QJsonValue &in) const;
    bool isListWithin(const QJsonValue &in, const QJsonArray &array, const fields::Check &check);
    template <class T>
    void readDecimal(const QJsonValue &in, const fields::Check &check, T &out, qint64 T::*member, const char *form);

    Source m_source;
    QVarLengthArray<Step, 8> m_path;
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
