#pragma once

// What is on the wire around a contract type: the path with its ids, the query, the envelope of the reply.

#include "console/kit/transport.h"
#include "shared/base/json.h"

#include <QUrl>

namespace kit::wire {

// Beside the server's own details, an error says where it came from. A page asks these instead of reading details.
QByteArray requestIdOf(const Error &error);
bool isUnreachable(const Error &error); // the server did not answer, so old data may stay on screen
bool isInOwnWords(const Error &error);  // the console says it, not the server
QString distrusted(Distrust why);
// Whether the call may have been carried out although no answer came.
bool isOutcomeUnknown(const Reply &reply);

struct Envelope
{
    QJsonValue data;
    QJsonObject meta;
};
Result<Envelope> open(const Reply &reply);
Error errorOf(const Reply &reply);

template <class T>
QString segment(const Id<T> &id)
{
    return id.text();
}
inline QString segment(const QString &text)
{
    return text;
}
inline QString segment(qint64 number)
{
    return QString::number(number);
}
template <names::NamedEnum E>
QString segment(E value)
{
    return QString(names::text(value));
}

QByteArray path(std::string_view pattern, const QStringList &segments);
QByteArray query(const QJsonObject &members);

// The members of a query type; what is absent is left out, a list repeats its key.
template <class T>
QByteArray query(const T &in)
{
    if constexpr (fields::count<T> == 0)
        return {};
    else
        return query(json::document(json::bytes(in))->toObject());
}

Error unreadable(const Reply &reply, const Error &why);

template <class T>
Result<T> read(const QJsonValue &data, const Reply &reply)
{
    auto value = json::read<T>(data, json::Reader::Source::Reply);
    if (!value)
        return tl::unexpected(unreadable(reply, value.error()));
    return value;
}

template <class T>
struct Read
{
    static Result<T> from(const Envelope &envelope, const Reply &reply)
    {
        if constexpr (std::is_same_v<T, Nothing> || std::is_void_v<T>)
            return T();
        else
            return read<T>(envelope.data, reply);
    }
};

template <class T>
struct Read<Page<T>>
{
    static Result<Page<T>> from(const Envelope &envelope, const Reply &reply)
    {
        LET(items, read<QList<T>>(envelope.data, reply));
        Page<T> page{.items = items};
        const QJsonValue cursor = envelope.meta.value(QLatin1StringView("next_cursor"));
        if (cursor.isString() && !cursor.toString().isEmpty())
            page.nextCursor = cursor.toString();
        page.limit = envelope.meta.value(QLatin1StringView("limit")).toInt(pageLimitDefault);
        if (const QJsonValue total = envelope.meta.value(QLatin1StringView("total")); total.isDouble())
            page.total = total.toInteger();
        return page;
    }
};

template <class Out>
Result<Out> outcome(const Reply &reply)
{
    if constexpr (std::is_same_v<Out, FileBody>) {
        if (reply.outcome == Reply::Outcome::Answered && reply.status == 200)
            return FileBody{.bytes = reply.body, .contentType = reply.contentType, .name = reply.fileName};
        return tl::unexpected(errorOf(reply));
    } else {
        LET(envelope, open(reply));
        return Read<Out>::from(envelope, reply);
    }
}

} // namespace kit::wire
