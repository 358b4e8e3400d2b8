#include "server/notifications/message.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

namespace notifications {

namespace {

constexpr int plainLineMax = 998; // RFC 5322
constexpr int codedLineMax = 75;  // RFC 2045, with the soft break
constexpr int wordBytesMax = 42;  // of an encoded word in a header, so that it stays below 75 characters

bool isAscii(const QByteArray &bytes)
{
    return std::all_of(bytes.cbegin(), bytes.cend(), [](char c) { return uchar(c) < 0x80; });
}

// "=?UTF-8?B?…?=" words, cut between characters.
QByteArray headerText(const QString &text)
{
    if (isAscii(text.toUtf8()))
        return text.toUtf8();
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

QByteArray withCrlf(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    bytes.replace("\r\n", "\n").replace('\r', "\n").replace("\n", "\r\n");
    return bytes;
}

bool mayTravelPlain(const QByteArray &body)
{
    const QList<QByteArray> lines = body.split('\n');
    return isAscii(body) && !body.contains('\0') &&
           std::all_of(lines.cbegin(), lines.cend(), [](const QByteArray &l) { return l.size() <= plainLineMax; });
}

QByteArray quotedPrintable(const QByteArray &body)
{
    QByteArray out;
    int column = 0;
    const auto append = [&](const QByteArray &token) {
        if (column + token.size() > codedLineMax) {
            out += "=\r\n";
            column = 0;
        }
        out += token;
        column += int(token.size());
    };
    for (qsizetype i = 0; i < body.size(); ++i) {
        const char c = body[i];
        const bool endsLine = i + 1 == body.size() || body[i + 1] == '\r';
        if (c == '\r' && i + 1 < body.size() && body[i + 1] == '\n') {
            out += "\r\n";
            column = 0;
            ++i;
        } else if ((c > ' ' && c < 127 && c != '=') || (c == ' ' && !endsLine)) {
            append(QByteArray(1, c));
        } else {
            append('=' + QByteArray(1, c).toHex().toUpper());
        }
    }
    return out;
}

QByteArray part(const char *type, const QString &text)
{
    const QByteArray body = withCrlf(text);
    const bool isPlain = mayTravelPlain(body);
    return QByteArray("Content-Type: ") + type +
           "; charset=UTF-8\r\nContent-Transfer-Encoding: " + (isPlain ? "7bit" : "quoted-printable") + "\r\n\r\n" +
           (isPlain ? body : quotedPrintable(body));
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
        std::all_of(mailbox.cbegin(), mailbox.cend(), [](QChar c) { return c >= u' ' && c < u'\x7f'; });
    const bool isBare = !address.contains(u' ') && !address.contains(u'>') && !address.contains(u',');
    const qsizetype at = address.indexOf(u'@');
    if (!isVisible || !isBare || at < 1 || at != address.lastIndexOf(u'@') || at == address.size() - 1)
        return {};
    return address;
}

QByteArray message(const Envelope &envelope, const Letter &letter)
{
    const QByteArray boundary = "kw-" + envelope.messageId.toLatin1();
    QByteArray out;
    out += "From: " + envelope.from.toLatin1() + "\r\n";
    out += "To: " + envelope.to.toLatin1() + "\r\n";
    out += "Subject: " + headerText(letter.subject) + "\r\n";
    out += "Date: " + dateText(envelope.date) + "\r\n";
    out += "Message-ID: <" + envelope.messageId.toLatin1() + '@' +
           addressOf(envelope.from).section(u'@', 1).toLatin1() + ">\r\n";
    out += "Auto-Submitted: auto-generated\r\n";
    out += "MIME-Version: 1.0\r\n";
    out += "Content-Type: multipart/alternative;\r\n boundary=\"" + boundary + "\"\r\n\r\n";
    out += "--" + boundary + "\r\n" + part("text/plain", letter.text) + "\r\n";
    out += "--" + boundary + "\r\n" + part("text/html", letter.html) + "\r\n";
    out += "--" + boundary + "--\r\n";
    return out;
}

} // namespace notifications
