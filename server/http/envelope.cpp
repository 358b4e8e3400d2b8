#include "server/http/envelope.h"

#include "server/http/router.h"
#include "shared/base/json.h"

namespace http::envelope {

namespace {

void appendTimeAndId(QByteArray &out, Instant now, const QByteArray &requestId)
{
    out += ",\"timestamp\":";
    json::appendInstant(out, now);
    out += ",\"request_id\":\"";
    out += requestId;
    out += "\"}";
}

// {"fields":[{"field":…,"message":…}], …further members}
void appendDetails(QByteArray &out, const Error &error)
{
    out += '{';
    if (!error.fields.isEmpty()) {
        out += "\"fields\":[";
        for (qsizetype i = 0; i < error.fields.size(); ++i) {
            out += i > 0 ? ",{\"field\":" : "{\"field\":";
            json::appendString(out, error.fields[i].field);
            out += ",\"message\":";
            json::appendString(out, error.fields[i].problem);
            out += '}';
        }
        out += ']';
    }
    const QByteArray further = error.details.trimmed();
    if (further.size() > 2 && further.startsWith('{')) {
        if (!error.fields.isEmpty())
            out += ',';
        out.append(further.constData() + 1, further.size() - 2);
    }
    out += '}';
}

} // namespace

QByteArray tail(const Call &call)
{
    QByteArray out;
    out.reserve(128);
    out += ",\"message\":\"OK\"";
    appendTimeAndId(out, call.time, call.caller.requestId);
    return out;
}

void appendMeta(QByteArray &out, const std::optional<QString> &nextCursor, int limit, std::optional<qint64> total)
{
    out += ",\"meta\":{\"next_cursor\":";
    json::write(out, nextCursor);
    out += ",\"limit\":";
    json::appendNumber(out, qint64(limit));
    out += ",\"total\":";
    json::write(out, total);
    out += '}';
}

Reply success(const Call &call, QByteArray body)
{
    Reply reply{.status = call.route->status, .stableSize = body.size()};
    reply.body = std::move(body);
    reply.body += ",\"message\":\"OK\"";
    appendTimeAndId(reply.body, call.time, call.caller.requestId);
    return reply;
}

Reply refusal(const Call &call, const Error &error)
{
    return refusal(error, call.time, call.caller.requestId);
}

Reply refusal(const Error &error, Instant now, const QByteArray &requestId)
{
    Reply reply{.status = statusOf(error.code)};
    QByteArray &out = reply.body;
    out.reserve(256);
    out += "{\"success\":false,\"error\":{\"code\":\"";
    const QLatin1StringView code = names::text(error.code);
    out += QByteArray(code.data(), code.size()).toUpper();
    out += "\",\"message\":";
    json::appendString(out, error.message);
    out += ",\"details\":";
    appendDetails(out, error);
    out += '}';
    appendTimeAndId(out, now, requestId);
    if (error.retryAfterSeconds > 0)
        reply.headers += "Retry-After: " + QByteArray::number(error.retryAfterSeconds) + "\r\n";
    return reply;
}

Reply stored(const Call &call)
{
    Reply reply{.status = call.route->status};
    reply.body = call.repeat.reply;
    if (call.repeat.replayed)
        reply.headers += "Idempotent-Replayed: true\r\n";
    return reply;
}

} // namespace http::envelope
