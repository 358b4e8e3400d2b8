#include "server/http/head.h"

#include <array>

namespace http {

namespace {

constexpr auto tokenBytes = [] {
    std::array<bool, 256> out{};
    for (const char c :
         std::string_view("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"))
        out[std::size_t(c)] = true;
    return out;
}();

bool isToken(QByteArrayView text)
{
    for (const char c : text)
        if (!tokenBytes[uchar(c)])
            return false;
    return !text.isEmpty();
}

bool isDigits(QByteArrayView text)
{
    for (const char c : text)
        if (c < '0' || c > '9')
            return false;
    return !text.isEmpty();
}

bool isNameByte(char c)
{
    return tokenBytes[uchar(c)] && c != '%' && c != '#' && c != '^' && c != '|' && c != '`';
}

bool isPort(QByteArrayView text)
{
    return text.isEmpty() || (text.front() == ':' && isDigits(text.sliced(1)));
}

// "name", "name:port", "[v6]" or "[v6]:port".
bool isHost(QByteArrayView text)
{
    if (text.isEmpty() || text.size() > 255)
        return false;
    if (text.front() == '[') {
        const qsizetype end = text.indexOf(']');
        if (end < 3)
            return false;
        for (const char c : text.sliced(1, end - 1))
            if (hexDigit(c) < 0 && c != ':' && c != '.')
                return false;
        return isPort(text.sliced(end + 1));
    }
    const qsizetype colon = text.indexOf(':');
    const QByteArrayView name = colon < 0 ? text : text.first(colon);
    for (const char c : name)
        if (!isNameByte(c))
            return false;
    return !name.isEmpty() && (colon < 0 || isPort(text.sliced(colon)));
}

// Only the origin form; no second slash in front, which some URL readers take for a host; no control byte, also not
// percent-encoded.
bool isTarget(QByteArrayView text)
{
    if (text.isEmpty() || text.front() != '/' || text.startsWith("//"))
        return false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const uchar c = uchar(text[i]);
        if (c <= 0x20 || c >= 0x7f || c == '#' || c == '\\' || c == '"' || c == '<' || c == '>')
            return false;
        if (c != '%')
            continue;
        if (i + 2 >= text.size())
            return false;
        const int high = hexDigit(text[i + 1]);
        const int low = hexDigit(text[i + 2]);
        if (high < 2 || low < 0 || (high == 7 && low == 15))
            return false;
        i += 2;
    }
    return true;
}

bool hasToken(QByteArrayView list, QByteArrayView token)
{
    while (!list.isEmpty()) {
        const qsizetype comma = list.indexOf(',');
        if (sameName((comma < 0 ? list : list.first(comma)).trimmed(), token))
            return true;
        list = comma < 0 ? QByteArrayView() : list.sliced(comma + 1);
    }
    return false;
}

int readRequestLine(QByteArrayView line, Head &head)
{
    const qsizetype first = line.indexOf(' ');
    const qsizetype last = line.lastIndexOf(' ');
    constexpr qsizetype longestMethod = 16;
    if (first <= 0 || first > longestMethod || last <= first + 1)
        return 400;
    head.method = line.first(first);
    const QByteArrayView version = line.sliced(last + 1);
    if (version == "HTTP/1.0")
        head.isHttp10 = head.wantsClose = true;
    else if (version != "HTTP/1.1")
        return version.startsWith("HTTP/") ? 505 : 400;
    const QByteArrayView target = line.sliced(first + 1, last - first - 1);
    if (!isToken(head.method) || !isTarget(target))
        return 400;
    const qsizetype mark = target.indexOf('?');
    head.path = mark < 0 ? target : target.first(mark);
    head.query = mark < 0 ? QByteArrayView() : target.sliced(mark + 1);
    return 0;
}

int readLength(QByteArrayView value, Head &head)
{
    constexpr qsizetype mostDigits = 15;
    if (head.contentLength >= 0 || value.size() > mostDigits || !isDigits(value))
        return 400;
    head.contentLength = value.toByteArray().toLongLong();
    return 0;
}

int readCoding(QByteArrayView value, Head &head)
{
    if (head.isChunked || head.isHttp10)
        return 400;
    head.isChunked = sameName(value, "chunked");
    return head.isChunked ? 0 : 501;
}

struct Seen
{
    int hosts = 0;
    bool upgradesConnection = false;
    bool namesWebSocket = false;
};

int understand(QByteArrayView name, QByteArrayView value, Head &head, Seen &seen)
{
    switch (name.size()) {
    case 4:
        if (sameName(name, "host"))
            return ++seen.hosts == 1 && isHost(value) ? 0 : 400;
        break;
    case 6:
        if (sameName(name, "expect")) {
            head.wantsContinue = sameName(value, "100-continue");
            return head.wantsContinue ? 0 : 417;
        }
        break;
    case 7:
        if (sameName(name, "upgrade"))
            seen.namesWebSocket = sameName(value, "websocket");
        break;
    case 10:
        if (sameName(name, "connection")) {
            head.wantsClose |= hasToken(value, "close");
            seen.upgradesConnection |= hasToken(value, "upgrade");
        }
        break;
    case 14:
        if (sameName(name, "content-length"))
            return readLength(value, head);
        break;
    case 17:
        if (sameName(name, "transfer-encoding"))
            return readCoding(value, head);
        break;
    default: break;
    }
    return 0;
}

int readField(QByteArrayView line, Head &head, Seen &seen)
{
    // A blank before the colon or at the line's start is no token byte, so folded lines end here too.
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0 || !isToken(line.first(colon)))
        return 400;
    const QByteArrayView name = line.first(colon);
    const QByteArrayView value = line.sliced(colon + 1).trimmed();
    uchar controls = 0; // without a way out of the loop it runs over many bytes at once
    for (const char c : value)
        controls |= uchar((uchar(c) < 0x20) & (c != '\t')) | uchar(c == 0x7f);
    if (controls)
        return 400;
    head.fields.append({name, value});
    return understand(name, value, head, seen);
}

} // namespace

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = char(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool sameName(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && qstrnicmp(a.data(), a.size(), b.data(), b.size()) == 0;
}

QByteArrayView Head::value(QByteArrayView name) const
{
    for (const Field &field : fields)
        if (sameName(field.name, name))
            return field.value;
    return {};
}

QByteArray Head::list(QByteArrayView name) const
{
    QByteArray out;
    for (const Field &field : fields)
        if (sameName(field.name, name))
            out += (out.isEmpty() ? "" : ", ") + field.value.toByteArray();
    return out;
}

qsizetype headEnd(QByteArrayView bytes, qsizetype searchFrom)
{
    for (qsizetype at = bytes.indexOf('\n', searchFrom); at >= 0; at = bytes.indexOf('\n', at + 1)) {
        if (at == 0 || bytes[at - 1] != '\r')
            return -1;
        if (at >= 3 && bytes[at - 2] == '\n')
            return at + 1;
    }
    return 0;
}

int readHead(QByteArrayView bytes, const Limits &limits, Head &head)
{
    qsizetype end = bytes.indexOf('\n');
    if (end > limits.lineBytes)
        return 414;
    if (end < 1)
        return 400;
    if (const int status = readRequestLine(bytes.first(end - 1), head))
        return status;
    Seen seen;
    for (qsizetype at = end + 1; at < bytes.size(); at = end + 1) {
        end = bytes.indexOf('\n', at);
        const QByteArrayView line = bytes.sliced(at, end - 1 - at);
        if (line.isEmpty())
            break;
        if (line.size() > limits.lineBytes || head.fields.size() >= limits.fields)
            return 431;
        if (const int status = readField(line, head, seen))
            return status;
    }
    if (!head.isHttp10 && seen.hosts != 1)
        return 400;
    if (head.isChunked && head.contentLength >= 0)
        return 400;
    head.wantsWebSocket = seen.namesWebSocket && seen.upgradesConnection && head.method == "GET" && !head.isHttp10;
    return head.wantsWebSocket && head.hasBody() ? 400 : 0;
}

} // namespace http
