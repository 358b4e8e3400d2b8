#include "server/http/wire.h"

#include "server/http/gzip.h"
#include "server/http/router.h"
#include "shared/base/pen.h"

#include <QHashFunctions>
#include <QLocale>

#include <chrono>

namespace http {

namespace {

constexpr qsizetype gzipFrom = 1024;

// "Sat, 21 Nov 2026 02:00:00 GMT", made once per second and thread.
const QByteArray &dateLine(Instant now)
{
    using namespace std::chrono;
    thread_local qint64 madeFor = -1;
    thread_local QByteArray line;
    const qint64 second = now.ms / 1000;
    if (second == madeFor)
        return line;
    madeFor = second;
    static constexpr const char *days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr const char *months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const sys_seconds time{seconds(second)};
    const auto day = floor<std::chrono::days>(time);
    const year_month_day date(day);
    const hh_mm_ss clock(time - day);
    char text[64];
    const int size =
        std::snprintf(text, sizeof text, "Date: %s, %02u %s %d %02d:%02d:%02d GMT\r\n", days[weekday(day).c_encoding()],
                      unsigned(date.day()), months[unsigned(date.month()) - 1], int(date.year()),
                      int(clock.hours().count()), int(clock.minutes().count()), int(clock.seconds().count()));
    line = QByteArray(text, size);
    return line;
}

// The timestamp and the request id of the envelope differ in every reply; the tag speaks of what stands before them.
// It begins with the version of the object, so that it can be said in If-Match (API-13).
Wire::Tag tagOf(QByteArrayView stable, qint64 version, bool isGzip)
{
    constexpr int base = 36;
    Wire::Tag tag;
    char *at = tag.text;
    char *const end = tag.text + sizeof tag.text;
    *at++ = '"';
    if (version > 0) {
        at = std::to_chars(at, end, version).ptr;
        *at++ = '.';
    }
    for (const size_t seed : {0x9e3779b9u, 0x85ebca6bu})
        at = std::to_chars(at, end, quint64(qHashBits(stable.data(), std::size_t(stable.size()), seed)), base).ptr;
    const std::string_view tail = isGzip ? "-gz\"" : "\"";
    at = std::copy(tail.begin(), tail.end(), at);
    tag.size = at - tag.text;
    return tag;
}

bool matches(QByteArrayView ifNoneMatch, QByteArrayView tag)
{
    if (ifNoneMatch == "*")
        return true;
    // The weak comparison of RFC 9110; the encoding does not matter for what the client has.
    const QByteArrayView core = tag.first(tag.endsWith("-gz\"") ? tag.size() - 4 : tag.size() - 1);
    return ifNoneMatch.contains(core);
}

bool isText(QByteArrayView type)
{
    return type.startsWith("application/json") || type.startsWith("text/");
}

} // namespace

const char *reasonOf(int status)
{
    switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 202: return "Accepted";
    case 204: return "No Content";
    case 206: return "Partial Content";
    case 302: return "Found";
    case 304: return "Not Modified";
    case 308: return "Permanent Redirect";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 402: return "Payment Required";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 413: return "Content Too Large";
    case 414: return "URI Too Long";
    case 415: return "Unsupported Media Type";
    case 416: return "Range Not Satisfiable";
    case 417: return "Expectation Failed";
    case 422: return "Unprocessable Content";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 501: return "Not Implemented";
    case 502: return "Bad Gateway";
    case 503: return "Service Unavailable";
    case 505: return "HTTP Version Not Supported";
    default: return "Answer";
    }
}

Wire::Wire(Transport transport)
    : m_always("X-Content-Type-Options: nosniff\r\n"
               "X-Frame-Options: DENY\r\n"
               "X-XSS-Protection: 1; mode=block\r\n"
               "Referrer-Policy: no-referrer\r\n"
               "Cross-Origin-Resource-Policy: same-site\r\n")
{
    if (transport == Transport::Encrypted)
        m_always += "Strict-Transport-Security: max-age=63072000; includeSubDomains\r\n";
}

Outgoing Wire::pack(const Call &call, Reply &reply) const
{
    const bool mayZip = call.takesGzip && reply.body.size() >= gzipFrom && isText(reply.type);
    Tag tag;
    if (reply.stableSize > 0 && reply.status == 200 && call.route && call.route->method == Method::Get) {
        tag = tagOf(QByteArrayView(reply.body).first(reply.stableSize), reply.version, mayZip);
        if (!call.ifNoneMatch.isEmpty() && matches(call.ifNoneMatch, tag.view()))
            reply.status = 304;
    }
    const bool hasBody = reply.status != 304 && reply.status != 204;
    const QByteArray zipped = !mayZip || !hasBody      ? QByteArray()
                              : reply.zipped.isEmpty() ? gzip(reply.body)
                                                       : reply.zipped;
    const bool isGzip = !zipped.isEmpty();
    const QByteArray &body = isGzip ? zipped : reply.body;
    const bool isFile = !reply.filePath.isEmpty();

    const bool isBodySent = hasBody && !call.headOnly && !(isFile && reply.fileSize > 0);

    constexpr qsizetype headSize = 900;
    QByteArray out;
    out.reserve(headSize + reply.headers.size() + (isBodySent ? body.size() : 0));
    {
        json::Pen pen(out);
        writeStart(pen, call, reply, tag.view());
        if (hasBody) {
            pen.put("Content-Type: ");
            pen.put(QByteArrayView(reply.type));
            isGzip ? pen.put("\r\nContent-Encoding: gzip\r\nContent-Length: ") : pen.put("\r\nContent-Length: ");
            pen.number(isFile ? reply.fileSize : qint64(body.size()));
            pen.put("\r\n");
        }
        call.lastOnConnection ? pen.put("Connection: close\r\n\r\n") : pen.put("\r\n");
        if (isBodySent)
            pen.put(QByteArrayView(body));
    }
    if (isFile && hasBody && !call.headOnly && reply.fileSize > 0)
        return {std::move(out), reply.filePath, reply.fileOffset, reply.fileSize};
    return {std::move(out)};
}

// Everything but what describes the body.
void Wire::writeStart(json::Pen &out, const Call &call, const Reply &reply, QByteArrayView tag) const
{
    out.put("HTTP/1.1 ");
    out.number(qint64(reply.status));
    out.put(' ');
    out.put(QByteArrayView(reasonOf(reply.status)));
    out.put("\r\n");
    out.put(QByteArrayView(dateLine(call.time)));
    out.put("Cache-Control: ");
    if (!reply.caching.isEmpty())
        out.put(QByteArrayView(reply.caching));
    else
        tag.isEmpty() ? out.put("no-store") : out.put("private, no-cache");
    out.put("\r\nContent-Security-Policy: ");
    out.put(QByteArrayView(reply.contentPolicy));
    out.put("\r\nX-Request-Id: ");
    out.put(QByteArrayView(call.caller.requestId));
    out.put("\r\n");
    if (isText(reply.type))
        out.put("Vary: Accept-Encoding, Origin\r\n");
    if (!tag.isEmpty()) {
        out.put("ETag: ");
        out.put(tag);
        out.put("\r\n");
    }
    out.put(QByteArrayView(m_always));
    if (call.rate.limit > 0) {
        out.put("RateLimit-Limit: ");
        out.number(qint64(call.rate.limit));
        out.put("\r\nRateLimit-Remaining: ");
        out.number(qint64(call.rate.remaining));
        out.put("\r\nRateLimit-Reset: ");
        out.number(qint64(call.rate.resetSeconds));
        out.put("\r\n");
    }
    // Whatever the reason, a client has to know when to come back.
    if (reply.status == 503 && !reply.headers.contains("Retry-After: "))
        out.put("Retry-After: 5\r\n");
    out.put(QByteArrayView(call.replyHeaders));
    out.put(QByteArrayView(reply.headers));
}

} // namespace http
