#pragma once

// From a call to a handler's arguments and from its result to a reply. Everything that depends on the contract types is
// in this file, so that the rest of the router stays free of templates.

#include "server/http/envelope.h"
#include "shared/base/json.h"
#include "shared/base/visits.h"

#include <concepts>
#include <optional>
#include <tuple>

namespace http::binding {

template <class T>
inline constexpr bool isUpload = false;
template <class Query>
inline constexpr bool isUpload<Upload<Query>> = true;

template <class T>
inline constexpr bool isVisiting = false;
template <class Query>
inline constexpr bool isVisiting<Visiting<Query>> = true;

std::optional<QUuid> readUuid(QByteArrayView raw);
std::optional<QString> readText(QByteArrayView raw);

// The file's bytes or the wanted range of them, with the headers that keep a browser from running it.
Reply fileReply(const Call &call, const FileBody &file);
Reply publicReply(const Call &call, const PublicFile &file);

// Leads on without an envelope, because a browser follows it. Nothing keeps it, so that every visit passes by here.
Reply redirectReply(const Call &call, const Redirect &redirect);

// GET lists and details may be cut down with ?fields=a,b (API-08).
bool hasSelection(const Call &call);
QByteArray selection(const Call &call, const QByteArray &data);
QByteArray queryWithoutSelection(const Call &call);

// The body with the version that If-Match names, for an input that has one (API-13). It is the version of the object
// and not what the object looked like: of somebody who read it by another way it is as good.
Result<QByteArray> withVersion(const Call &call);
Error takesNoVersion();

// A document has a version too, which is a text and not how often something was changed.
template <class T>
concept Versioned = requires(const T &object)
{
    {
        object.version
        } -> std::convertible_to<std::optional<qint64>>;
};

template <class T>
struct PathReader;

template <class Of>
struct PathReader<Id<Of>>
{
    static std::optional<Id<Of>> read(QByteArrayView raw)
    {
        const auto uuid = readUuid(raw);
        return uuid ? std::optional(Id<Of>{*uuid}) : std::nullopt;
    }
};

template <>
struct PathReader<QString>
{
    static std::optional<QString> read(QByteArrayView raw) { return readText(raw); }
};

template <names::NamedEnum E>
struct PathReader<E>
{
    static std::optional<E> read(QByteArrayView raw)
    {
        const auto text = readText(raw);
        return text ? names::fromText<E>(*text) : std::nullopt;
    }
};

template <class In>
Result<In> input(const Call &call, Method method)
{
    if constexpr (std::is_same_v<In, RawBody>) {
        return RawBody{call.body, call.headers};
    } else if constexpr (isUpload<In>) {
        LET(query, json::parseQuery<typename In::Query>(call.query));
        return In{query, call.upload.path(), call.uploadSize, QString::fromLatin1(call.contentType)};
    } else if constexpr (isVisiting<In>) {
        const Onlooker onlooker{call.agent, call.isSpeculative};
        if constexpr (std::is_same_v<typename In::Query, Nothing>) {
            return In{{}, onlooker};
        } else {
            LET(query, json::parseQuery<typename In::Query>(queryWithoutSelection(call)));
            return In{query, onlooker};
        }
    } else {
        if (method == Method::Get || method == Method::Delete)
            return json::parseQuery<In>(queryWithoutSelection(call));
        if constexpr (Versioned<In>) {
            LET(body, withVersion(call));
            return json::parse<In>(body);
        } else {
            return json::parse<In>(call.body.isEmpty() ? QByteArrayLiteral("{}") : call.body);
        }
    }
}

template <class Out>
QByteArray dataOf(const Call &call, const Out &out)
{
    constexpr qsizetype usualSize = 2000;
    QByteArray body;
    if constexpr (json::isPage<Out>)
        body.reserve(usualSize + out.encoded.size());
    else
        body.reserve(usualSize);
    body.append(envelope::head.data(), qsizetype(envelope::head.size()));
    if (hasSelection(call))
        body += selection(call, json::bytes(out));
    else
        json::write(body, out);
    return body;
}

// most: of a list that does not come in pages.
template <class Out>
Reply output(const Call &call, const Result<Out> &out, int most)
{
    if (!out)
        return envelope::refusal(call, out.error());
    if constexpr (law::isList<Out>)
        if (out->size() > most)
            throw std::length_error("a list is longer than its endpoint says");
    if (!call.repeat.reply.isEmpty())
        return envelope::stored(call);
    if constexpr (std::is_void_v<Out> || std::is_same_v<Out, Nothing>) {
        return envelope::success(call, QByteArray(envelope::head.data(), qsizetype(envelope::head.size())) + "null");
    } else if constexpr (std::is_same_v<Out, FileBody>) {
        return fileReply(call, *out);
    } else if constexpr (std::is_same_v<Out, PublicFile>) {
        return publicReply(call, *out);
    } else if constexpr (std::is_same_v<Out, Redirect>) {
        return redirectReply(call, *out);
    } else {
        QByteArray body = dataOf(call, *out);
        if constexpr (json::isPage<Out>)
            envelope::appendMeta(body, out->nextCursor, out->limit, out->total);
        Reply reply = envelope::success(call, std::move(body));
        if constexpr (Versioned<Out>)
            reply.version = out->version;
        return reply;
    }
}

template <class In, class... Path, class Handler, std::size_t... I>
Reply answer(const Handler &handler, const Call &call, Method method, int most, std::index_sequence<I...>)
{
    const std::tuple<std::optional<Path>...> path{PathReader<Path>::read(call.params[I])...};
    if (!(std::get<I>(path).has_value() && ...))
        return envelope::refusal(call, Error{ErrorCode::NotFound, QStringLiteral("There is no such resource.")});
    // A condition that nobody looks at would be broken silently.
    if (!Versioned<In> && method != Method::Get && !call.ifMatch.isEmpty() && call.ifMatch != "*")
        return envelope::refusal(call, takesNoVersion());
    if constexpr (std::is_same_v<In, Nothing>) {
        return output(call, handler(call.caller, *std::get<I>(path)...), most);
    } else {
        const Result<In> in = input<In>(call, method);
        return in ? output(call, handler(call.caller, *std::get<I>(path)..., *in), most)
                  : envelope::refusal(call, in.error());
    }
}

} // namespace http::binding
