#include "server/http/envelope.h"

#include "server/http/router.h"
#include "shared/base/json.h"

namespace http::envelope {

namespace {

void appendTimeAndId(json::Pen &out, Instant now, const QByteArray &requestId)
{
    out.put(",\"timestamp\":");
    out.instant(now);
    out.put(",\"request_id\":\"");
    out.put(QByteArrayView(requestId));
    out.put("\"}");
}

void appendEnd(QByteArray &out, const Call &call)
{
    json::Pen pen(out);
    pen.put(",\"message\":\"OK\"");
    appendTimeAndId(pen, call.time, call.caller.requestId);
}

// {"fields":[{"field":…,"message":…}], …further members}
void appendDetails(json::Pen &out, const Error &error)
{
    out.put('{');
    if (!error.fields.isEmpty()) {
        out.put("\"fields\":[");
        for (qsizetype i = 0; i < error.fields.size(); ++i) {
            i > 0 ? out.put(",{\"field\":") : out.put("{\"field\":");
            out.string(error.fields[i].field);
            out.put(",\"message\":");
            out.string(error.fields[i].problem);
            out.put('}');
        }
        out.put(']');
    }
    const QByteArray further = error.details.trimmed();
    if (further.size() > 2 && further.startsWith('{')) {
        if (!error.fields.isEmpty())
            out.put(',');
        out.put(QByteArrayView(further).sliced(1, further.size() - 2));
    }
    out.put('}');
}

void appendRefusal(QByteArray &body, const Error &error, Instant now, const QByteArray &requestId)
{
    json::Pen out(body);
    out.put("{\"success\":false,\"error\":{\"code\":\"");
    const QLatin1StringView code = names::text(error.code);
    out.put(QByteArrayView(QByteArray(code.data(), code.size()).toUpper()));
    out.put("\",\"message\":");
    out.string(error.message);
    out.put(",\"details\":");
    appendDetails(out, error);
    out.put('}');
    appendTimeAndId(out, now, requestId);
}

} // namespace

QByteArray tail(const Call &call)
{
    QByteArray out;
    appendEnd(out, call);
    return out;
}

void appendMeta(QByteArray &out, const std::optional<QString> &nextCursor, int limit, std::optional<qint64> total)
{
    json::Pen pen(out);
    pen.put(",\"meta\":{\"next_cursor\":");
    json::write(pen, nextCursor);
    pen.put(",\"limit\":");
    pen.number(qint64(limit));
    pen.put(",\"total\":");
    json::write(pen, total);
    pen.put('}');
}

Reply success(const Call &call, QByteArray body)
{
    Reply reply{.status = call.route->status, .stableSize = body.size()};
    reply.body = std::move(body);
    appendEnd(reply.body, call);
    return reply;
}

Reply refusal(const Call &call, const Error &error)
{
    return refusal(error, call.time, call.caller.requestId);
}

Reply refusal(const Error &error, Instant now, const QByteArray &requestId)
{
    Reply reply{.status = statusOf(error.code)};
    appendRefusal(reply.body, error, now, requestId);
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
