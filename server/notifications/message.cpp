#include "server/notifications/message.h"

#include "shared/base/pen.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

namespace notifications {

namespace {

constexpr int plainLineMax = 998; // RFC 5322
constexpr int codedLineMax = 75;  // RFC 2045, with the soft break
constexpr int headerLineMax = 76; // RFC 2047
constexpr int nameSizeMax = 10;   // "Subject: " and the like
constexpr int wordBytesMax = 39;  // of an encoded word, so that it fits into the first line behind the name

bool isAscii(const QByteArray &bytes)
{
    return std::all_of(bytes.cbegin(), bytes.cend(), [](char c) { return uchar(c) < 0x80; });
}

// Lines end before a space; empty when a word is too long for that.
QByteArray folded(const QByteArray &text)
{
    QByteArray out;
    qsizetype column = nameSizeMax;
    for (const QByteArray &word : text.split(' ')) {
        const qsizetype size = word.size() + 1;
        if (size + nameSizeMax > headerLineMax)
            return {};
        const bool isTooMuch = column + size > headerLineMax;
        if (!out.isEmpty())
            out += isTooMuch ? "\r\n " : " ";
        out += word;
        column = (isTooMuch ? 0 : column) + size;
    }
    return out;
}

// As it is, folded, or in "=?UTF-8?B?…?=" words that are cut between characters. What already looks like such a word is
// what somebody typed, and is not to be decoded by the reader.
QByteArray headerText(const QString &text)
{
    const QByteArray plain = text.toUtf8();
    if (const QByteArray lines = folded(plain); isAscii(plain) && !lines.isEmpty() && !plain.contains("=?"))
        return lines;
    QByteArray out, piece;
    const auto flush = [&] {
        out += (out.isEmpty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + piece.toBase64() + "?=";
        piece.clear();
    };
    for (const char32_t character : text.toUcs4()) {
        const QByteArray bytes = QString::fromUcs4(&character, 1).toUtf8();
        if (piece.size() + bytes.size() > wordBytesMax)
            flush();
        piece += bytes;
    }
    flush();
    return out;
}

// A name in other letters is encoded, the address never.
QByteArray mailboxText(const QString &mailbox)
{
    const qsizetype open = mailbox.lastIndexOf(u'<');
    if (open < 1 || isAscii(mailbox.toUtf8()))
        return mailbox.toLatin1();
    return headerText(mailbox.first(open).trimmed()) + "\r\n " + mailbox.sliced(open).toLatin1();
}

QByteArray withCrlf(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    bytes.replace("\r\n", "\n").replace('\r', "\n").replace("\n", "\r\n");
    return bytes;
}

bool mayTravelPlain(const QByteArray &body)
{
    qsizetype begin = 0;
    for (qsizetype end = 0; end <= body.size(); ++end) {
        if (end < body.size() && body[end] != '\n')
            continue;
        if (end - begin > plainLineMax)
            return false;
        begin = end + 1;
    }
    return isAscii(body) && !body.contains('\0');
}

void appendQuotedPrintable(QByteArray &out, const QByteArray &body)
{
    constexpr char digits[] = "0123456789ABCDEF";
    json::Pen pen(out);
    int column = 0;
    const auto append = [&](QByteArrayView token) {
        if (column + token.size() > codedLineMax) {
            pen.put("=\r\n");
            column = 0;
        }
        pen.put(token);
        column += int(token.size());
    };
    for (qsizetype i = 0; i < body.size(); ++i) {
        const char c = body[i];
        const bool endsLine = i + 1 == body.size() || body[i + 1] == '\r';
        if (c == '\r' && i + 1 < body.size() && body[i + 1] == '\n') {
            pen.put("\r\n");
            column = 0;
            ++i;
        } else if ((c > ' ' && c < 127 && c != '=') || (c == ' ' && !endsLine)) {
            append(QByteArrayView(&c, 1));
        } else {
            const char coded[] = {'=', digits[uchar(c) >> 4], digits[uchar(c) & 15]};
            append(QByteArrayView(coded, sizeof coded));
        }
    }
}

QByteArray part(const char *type, const QString &text)
{
    const QByteArray body = withCrlf(text);
    const bool isPlain = mayTravelPlain(body);
    constexpr qsizetype fieldsMax = 120;
    QByteArray out;
    out.reserve(fieldsMax + body.size() + body.size() / 4);
    out += QByteArray("Content-Type: ") + type +
           "; charset=UTF-8\r\nContent-Transfer-Encoding: " + (isPlain ? "7bit" : "quoted-printable") + "\r\n\r\n";
    isPlain ? void(out += body) : appendQuotedPrintable(out, body);
    return out;
}

QByteArray alternatives(const QByteArray &boundary, const Letter &letter)
{
    QByteArray out = "Content-Type: multipart/alternative;\r\n boundary=\"" + boundary + "\"\r\n\r\n";
    out += "--" + boundary + "\r\n" + part("text/plain", letter.text) + "\r\n";
    out += "--" + boundary + "\r\n" + part("text/html", letter.html) + "\r\n";
    return out + "--" + boundary + "--\r\n";
}

// Our own names: letters, digits, dashes and a dot.
QByteArray attached(const AttachedFile &file)
{
    constexpr qsizetype lineMax = 76; // RFC 2045
    QByteArray out = "Content-Type: " + file.contentType.toLatin1() +
                     "\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment;\r\n filename=\"" +
                     file.name.toLatin1() + "\"\r\n\r\n";
    const QByteArray coded = file.bytes.toBase64();
    out.reserve(out.size() + coded.size() + coded.size() / lineMax * 2 + 2);
    for (qsizetype at = 0; at < coded.size(); at += lineMax)
        out += coded.mid(at, lineMax) + "\r\n";
    return out;
}

QByteArray dateText(Instant date)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(date.ms, QTimeZone::utc());
    return QLocale::c().toString(time, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss")).toLatin1() + " +0000";
}

} // namespace

QString addressOf(const QString &mailbox)
{
    const qsizetype open = mailbox.lastIndexOf(u'<');
    const QString address = open < 0 ? mailbox.trimmed() : mailbox.mid(open + 1).chopped(mailbox.endsWith(u'>'));
    const bool isVisible =
        std::all_of(address.cbegin(), address.cend(), [](QChar c) { return c >= u' ' && c < u'\x7f'; }) &&
        std::all_of(mailbox.cbegin(), mailbox.cend(), [](QChar c) { return c >= u' '; });
    const bool isBare = !address.contains(u' ') && !address.contains(u'>') && !address.contains(u',');
    const qsizetype at = address.indexOf(u'@');
    if (!isVisible || !isBare || at < 1 || at != address.lastIndexOf(u'@') || at == address.size() - 1)
        return {};
    return address;
}

QByteArray message(const Envelope &envelope, const Letter &letter, const QList<AttachedFile> &files)
{
    const QByteArray boundary = "kw-" + envelope.messageId.toLatin1();
    QByteArray out;
    out += "From: " + mailboxText(envelope.from) + "\r\n";
    out += "To: " + envelope.to.toLatin1() + "\r\n";
    out += "Subject: " + headerText(letter.subject) + "\r\n";
    out += "Date: " + dateText(envelope.date) + "\r\n";
    out += "Message-ID: <" + envelope.messageId.toLatin1() + '@' +
           addressOf(envelope.from).section(u'@', 1).toLatin1() + ">\r\n";
    out += "Auto-Submitted: auto-generated\r\n";
    out += "MIME-Version: 1.0\r\n";
    if (files.isEmpty())
        return out + alternatives(boundary, letter);
    const QByteArray outer = boundary + "-files";
    out += "Content-Type: multipart/mixed;\r\n boundary=\"" + outer + "\"\r\n\r\n";
    out += "--" + outer + "\r\n" + alternatives(boundary, letter);
    for (const AttachedFile &file : files)
        out += "--" + outer + "\r\n" + attached(file);
    return out + "--" + outer + "--\r\n";
}

} // namespace notifications
