#include "console/kit/envelope.h"

#include <QJsonDocument>

namespace kit::wire {

namespace {

constexpr int messageMax = 500;
constexpr int fieldErrorsMax = 200;

QByteArray detailsOf(const Reply &reply, QJsonObject details)
{
    details.remove(QLatin1StringView("fields"));
    if (!reply.requestId.isEmpty())
        details.insert(QLatin1StringView("request_id"), QString::fromLatin1(reply.requestId));
    if (reply.outcome != Reply::Outcome::Answered && reply.outcome != Reply::Outcome::NotWritten)
        details.insert(QLatin1StringView("unreachable"), true);
    return QJsonDocument(details).toJson(QJsonDocument::Compact);
}

Error trouble(const Reply &reply, ErrorCode code, const QString &message)
{
    return {.code = code,
            .message = message.left(messageMax),
            .details = detailsOf(reply, {}),
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

bool isOutcomeUnknown(const Reply &reply)
{
    using enum Reply::Outcome;
    return reply.outcome == TimedOut || reply.outcome == Broken || reply.outcome == TooLarge ||
           (reply.outcome == Answered && reply.status >= 500);
}

Error errorOf(const Reply &reply)
{
    using enum Reply::Outcome;
    switch (reply.outcome) {
    case Unreachable: return trouble(reply, ErrorCode::Unavailable, QStringLiteral("The server cannot be reached."));
    case TimedOut: return trouble(reply, ErrorCode::Unavailable, QStringLiteral("The server did not answer in time."));
    case Broken: return trouble(reply, ErrorCode::Unavailable, QStringLiteral("The connection broke off."));
    case TooLarge: return trouble(reply, ErrorCode::Unavailable, QStringLiteral("The answer is too large."));
    case Distrusted:
        return trouble(reply, ErrorCode::Unavailable,
                       QStringLiteral("The server's identity cannot be trusted: %1").arg(reply.trouble));
    case NotWritten:
        return trouble(reply, ErrorCode::Internal, QStringLiteral("The file cannot be written: %1").arg(reply.trouble));
    case Answered: break;
    }

    const QJsonObject error = objectOf(reply.body).value(QLatin1StringView("error")).toObject();
    const auto code = names::fromText<ErrorCode>(error.value(QLatin1StringView("code")).toString().toLower());
    if (!code)
        return trouble(reply, codeOf(reply.status), QStringLiteral("The server answered %1.").arg(reply.status));
    const QJsonObject details = error.value(QLatin1StringView("details")).toObject();
    Reply answered = reply;
    if (answered.requestId.isEmpty())
        answered.requestId = objectOf(reply.body).value(QLatin1StringView("request_id")).toString().left(80).toLatin1();
    return {.code = *code,
            .message = error.value(QLatin1StringView("message")).toString().left(messageMax),
            .fields = fieldsOf(details),
            .details = detailsOf(answered, details),
            .retryAfterSeconds = reply.retryAfterSeconds};
}

Result<Envelope> open(const Reply &reply)
{
    if (reply.outcome != Reply::Outcome::Answered || reply.status < 200 || reply.status > 299)
        return tl::unexpected(errorOf(reply));
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
