// If-Match: the version of an object that a change was made of (API-13).

#include "server/http/binding.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <charconv>

namespace http::binding {

namespace {

const QString member = QStringLiteral("version");

// Of "7.1x9q" as an ETag says it, "7", or the same as a weak one.
std::optional<qint64> versionIn(QByteArrayView tag)
{
    if (tag.startsWith("W/"))
        tag = tag.sliced(2);
    const bool isQuoted = tag.size() > 2 && tag.startsWith('"') && tag.endsWith('"');
    if (!isQuoted)
        return std::nullopt;
    tag = tag.sliced(1, tag.size() - 2);
    qint64 version = 0;
    const auto [end, error] = std::from_chars(tag.begin(), tag.end(), version);
    const bool isWhole = error == std::errc() && (end == tag.end() || *end == '.');
    return isWhole && version > 0 ? std::optional(version) : std::nullopt;
}

} // namespace

Result<QByteArray> withVersion(const Call &call)
{
    const QByteArray body = call.body.isEmpty() ? QByteArrayLiteral("{}") : call.body;
    if (call.ifMatch.isEmpty() || call.ifMatch == "*")
        return body;
    const auto seen = versionIn(call.ifMatch);
    if (!seen)
        return refusal(QStringLiteral("If-Match"), QStringLiteral("is not the ETag of this"));
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject()) // which is said by who reads it
        return body;
    const QJsonObject said = document.object();
    if (said.contains(member) && said.value(member).toInteger() != *seen)
        return refusal(member, QStringLiteral("is not the one that If-Match names"));
    if (said.contains(member))
        return body;
    const qsizetype start = body.indexOf('{') + 1;
    return body.first(start) + "\"version\":" + QByteArray::number(*seen) + (said.isEmpty() ? "" : ",") +
           body.sliced(start);
}

Error takesNoVersion()
{
    return refusal(QStringLiteral("If-Match"), QStringLiteral("is not taken at this address")).value();
}

} // namespace http::binding
