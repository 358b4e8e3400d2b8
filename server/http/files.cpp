#include "server/http/binding.h"
#include "server/http/router.h"

#include <QFileInfo>
#include <QUrl>

#include <algorithm>

// Files and redirects as replies. Whatever strangers uploaded must never run in a browser under our name: it is not
// sniffed, it lives in a sandbox, and with a name it is only offered for saving.
namespace http::binding {

namespace {

struct Range
{
    qint64 first = 0;
    qint64 last = -1;
};

// "bytes=a-b", "bytes=a-" or "bytes=-n"; anything else, several ranges too, is ignored as RFC 9110 allows.
std::optional<Range> rangeOf(QByteArrayView header, qint64 size)
{
    constexpr QByteArrayView unit = "bytes=";
    if (!header.startsWith(unit) || header.contains(','))
        return std::nullopt;
    const QByteArrayView text = header.sliced(unit.size());
    const qsizetype dash = text.indexOf('-');
    if (dash < 0)
        return std::nullopt;
    bool firstFine = false;
    bool lastFine = false;
    const qint64 first = text.first(dash).toByteArray().toLongLong(&firstFine);
    const qint64 last = text.sliced(dash + 1).toByteArray().toLongLong(&lastFine);
    if (dash == 0)
        return lastFine ? std::optional(Range{std::max<qint64>(0, size - last), size - 1}) : std::nullopt;
    if (!firstFine || (!lastFine && dash + 1 < text.size()))
        return std::nullopt;
    return Range{first, lastFine ? std::min(last, size - 1) : size - 1};
}

bool isPlainNameByte(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-' ||
           c == '_';
}

QByteArray disposition(const QString &name)
{
    QByteArray plain = name.toLatin1();
    for (char &c : plain)
        c = isPlainNameByte(c) ? c : '_';
    return "Content-Disposition: attachment; filename=\"" + plain + "\"; filename*=UTF-8''" +
           name.toUtf8().toPercentEncoding() + "\r\n";
}

} // namespace

Reply fileReply(const Call &call, const FileBody &file)
{
    const QFileInfo onDisk(file.path);
    if (!file.path.isEmpty() && !onDisk.isFile())
        return envelope::refusal(call, Error{ErrorCode::NotFound, QStringLiteral("There is no such file.")});
    const qint64 size = file.path.isEmpty() ? file.bytes.size() : onDisk.size();
    Reply reply{.status = call.route->status,
                .type = file.contentType,
                .headers = "Accept-Ranges: bytes\r\n",
                .contentPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"};
    if (file.cacheSeconds > 0)
        reply.caching = "private, max-age=" + QByteArray::number(file.cacheSeconds);
    if (!file.name.isEmpty())
        reply.headers += disposition(file.name);
    Range part{0, size - 1};
    if (const auto wanted = rangeOf(call.range, size)) {
        part = *wanted;
        const QByteArray total = QByteArray::number(size);
        if (part.first > part.last) {
            reply.status = 416;
            reply.headers += "Content-Range: bytes */" + total + "\r\n";
            return reply;
        }
        reply.status = 206;
        reply.headers += "Content-Range: bytes " + QByteArray::number(part.first) + '-' +
                         QByteArray::number(part.last) + '/' + total + "\r\n";
    }
    reply.fileOffset = part.first;
    reply.fileSize = part.last - part.first + 1;
    if (file.path.isEmpty())
        reply.body = file.bytes.sliced(part.first, reply.fileSize);
    else
        reply.filePath = file.path;
    return reply;
}

Reply publicReply(const Call &call, const PublicFile &file)
{
    Reply reply = fileReply(call, file.file);
    if (reply.status == call.route->status)
        reply.caching = "public, max-age=" + QByteArray::number(file.file.cacheSeconds) + ", immutable";
    return reply;
}

Reply redirectReply(const Call &call, const Redirect &redirect)
{
    const QByteArray place = QUrl(redirect.url, QUrl::StrictMode).toEncoded();
    // What is not an address would become a header of its own.
    if (place.isEmpty() || std::any_of(place.begin(), place.end(), [](char c) { return c <= ' ' || c == 0x7f; }))
        return envelope::refusal(call, Error{ErrorCode::NotFound, QStringLiteral("There is no such address.")});
    return {.status = call.route->status,
            .type = "text/plain; charset=utf-8",
            .headers = "Location: " + place + "\r\n",
            .caching = "no-store"};
}

} // namespace http::binding
