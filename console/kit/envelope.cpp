#include "console/kit/envelope.h"

#include <QJsonDocument>

namespace kit::wire {

namespace {

constexpr int messageMax = 500;
constexpr int fieldErrorsMax = 200;
constexpr qsizetype refusalMax = 64 << 10; // of a body that says no
constexpr int redirectsFrom = 300;
constexpr int refusalsFrom = 400;

bool isJson(const Reply &reply)
{
    return reply.contentType.isEmpty() || reply.contentType.startsWith("application/json");
}

// Whose words an error is told in: what the console itself says can be translated.
enum class Words { OfServer, Own };

QByteArray detailsOf(const Reply &reply, QJsonObject details, Words words)
{
    details.remove(QLatin1StringView("fields"));
    if (!reply.requestId.isEmpty())
        details.insert(QLatin1StringView("request_id"), QString::fromLatin1(reply.requestId));
    if (reply.outcome != Reply::Outcome::Answered && reply.outcome != Reply::Outcome::NotWritten)
        details.insert(QLatin1StringView("unreachable"), true);
    if (words == Words::Own)
        details.insert(QLatin1StringView("own_words"), true);
    return QJsonDocument(details).toJson(QJsonDocument::Compact);
}

Error trouble(const Reply &reply, ErrorCode code, const QString &message, Words words = Words::Own)
{
    return {.code = code,
            .message = message.left(messageMax),
            .details = detailsOf(reply, {}, words),
            .retryAfterSeconds = reply.retryAfterSeconds};
}

ErrorCode codeOf(int status)
{
    switch (status) {
    case 401: return ErrorCode::Unauthenticated;
    case 403: return ErrorCode::Forbidden;
    case 404: return ErrorCode::NotFound;
    case 409: return ErrorCode::Conflict;
    case 413: return ErrorCode::PayloadTooLarge;
    case 429: return ErrorCode::TooManyRequests;
    case 502: return ErrorCode::GatewayFailed;
    case 503: return ErrorCode::Unavailable;
    default: return ErrorCode::Internal;
    }
}

QList<FieldError> fieldsOf(const QJsonObject &details)
{
    QList<FieldError> out;
    for (const QJsonValue &each : details.value(QLatin1StringView("fields")).toArray()) {
        if (out.size() == fieldErrorsMax)
            break;
        const QJsonObject field = each.toObject();
        out += {field.value(QLatin1StringView("field")).toString().left(messageMax),
                field.value(QLatin1StringView("problem")).toString().left(messageMax)};
    }
    return out;
}

QJsonObject objectOf(const QByteArray &bytes)
{
    return QJsonDocument::fromJson(bytes).object();
}

} // namespace

QByteArray requestIdOf(const Error &error)
{
    return objectOf(error.details).value(QLatin1StringView("request_id")).toString().toLatin1();
}

bool isUnreachable(const Error &error)
{
    return objectOf(error.details).value(QLatin1StringView("unreachable")).toBool();
}

bool isInOwnWords(const Error &error)
{
    return objectOf(error.details).value(QLatin1StringView("own_words")).toBool();
}

bool isOutcomeUnknown(const Reply &reply)
{
    using enum Reply::Outcome;
    return reply.outcome == TimedOut || reply.outcome == Broken || reply.outcome == TooLarge ||
           (reply.outcome == Answered && reply.status >= 500);
}

QString distrusted(Distrust why)
{
    switch (why) {
    case Distrust::UnknownIssuer:
        return QStringLiteral("The server cannot be trusted: nobody who is known here vouches for its certificate.");
    case Distrust::Expired: return QStringLiteral("The server cannot be trusted: its certificate has expired.");
    case Distrust::NotYetValid:
        return QStringLiteral("The server cannot be trusted: its certificate is not valid yet. Is the clock right?");
    case Distrust::OtherName:
        return QStringLiteral("The server cannot be trusted: its certificate is for another name.");
    case Distrust::Other:
    case Distrust::None: break;
    }
    return QStringLiteral("The server cannot be trusted: no safe connection comes about.");
}

Error errorOf(const Reply &reply)
{
    using enum Reply::Outcome;
    switch (reply.outcome) {
    case Unreachable: return trouble(reply, ErrorCode::Unavailable, QStringLiteral("The server cannot be reached."));
    case TimedOut: return trouble(reply, ErrorCode::Unavailable, QStringLiteral("The server did not answer in time."));
    case Broken: return trouble(reply, ErrorCode::Unavailable, QStringLiteral("The connection broke off."));
    case TooLarge: return trouble(reply, ErrorCode::Unavailable, QStringLiteral("The answer is too large."));
    case Distrusted: return trouble(reply, ErrorCode::Unavailable, distrusted(reply.distrust));
    case Misled:
        return trouble(reply, ErrorCode::Unavailable,
                       QStringLiteral("The server sends to another place, which is not followed."));
    case NotWritten:
        return trouble(reply, ErrorCode::Internal, QStringLiteral("The file cannot be written: %1").arg(reply.trouble),
                       Words::OfServer);
    case Answered: break;
    }

    if (reply.status >= redirectsFrom && reply.status < refusalsFrom)
        return trouble(reply, ErrorCode::Unavailable,
                       QStringLiteral("The server sends to another place, which is not followed."));
    const QJsonObject body = reply.body.size() > refusalMax ? QJsonObject() : objectOf(reply.body);
    const QJsonObject error = body.value(QLatin1StringView("error")).toObject();
    const auto code = names::fromText<ErrorCode>(error.value(QLatin1StringView("code")).toString().toLower());
    if (!code)
        return trouble(reply, codeOf(reply.status), QStringLiteral("The server answered %1.").arg(reply.status),
                       Words::OfServer);
    const QJsonObject details = error.value(QLatin1StringView("details")).toObject();
    Reply answered = reply;
    if (answered.requestId.isEmpty())
        answered.requestId = body.value(QLatin1StringView("request_id")).toString().left(80).toLatin1();
    return {.code = *code,
            .message = error.value(QLatin1StringView("message")).toString().left(messageMax),
            .fields = fieldsOf(details),
            .details = detailsOf(answered, details, Words::OfServer),
            .retryAfterSeconds = reply.retryAfterSeconds};
}

Result<Envelope> open(const Reply &reply)
{
    if (reply.outcome != Reply::Outcome::Answered || reply.status < 200 || reply.status > 299)
        return tl::unexpected(errorOf(reply));
    // The sign-in page of a hotel says 200 to everything.
    if (!isJson(reply))
        return tl::unexpected(trouble(reply, ErrorCode::Unavailable,
                                      QStringLiteral("This answer does not come from a Kabaadwala server.")));
    const auto body = json::document(reply.body);
    if (!body)
        return tl::unexpected(unreadable(reply, body.error()));
    const QJsonObject object = body->toObject();
    if (!object.value(QLatin1StringView("success")).toBool())
        return tl::unexpected(unreadable(reply, {}));
    return Envelope{object.value(QLatin1StringView("data")), object.value(QLatin1StringView("meta")).toObject()};
}

Error unreadable(const Reply &reply, const Error &why)
{
    const QString where =
        why.fields.isEmpty() ? QString() : why.fields.first().field + u' ' + why.fields.first().problem;
    qWarning("The server's answer cannot be read: %s", qUtf8Printable(where.left(200)));
    return trouble(reply, ErrorCode::Internal, QStringLiteral("The server's answer cannot be read."));
}

QByteArray path(std::string_view pattern, const QStringList &segments)
{
    QByteArray out;
    qsizetype next = 0;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] != '{') {
            out += pattern[i];
            continue;
        }
        // A segment never brings a slash or a question mark of its own.
        out += QUrl::toPercentEncoding(segments.value(next++));
        i = pattern.find('}', i);
    }
    return out;
}

QByteArray query(const QJsonObject &members)
{
    QByteArray out;
    const auto add = [&](const QString &key, const QJsonValue &value) {
        out += (out.isEmpty() ? '?' : '&') + QUrl::toPercentEncoding(key) + '=' +
               QUrl::toPercentEncoding(value.toVariant().toString());
    };
    for (auto it = members.begin(); it != members.end(); ++it) {
        if (it->isArray()) {
            for (const QJsonValue &each : it->toArray())
                add(it.key(), each);
        } else if (!it->isNull()) {
            add(it.key(), *it);
        }
    }
    return out;
}

} // namespace kit::wire
