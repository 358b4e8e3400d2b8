#include "server/payments/qr.h"

#include <QtEndian>

#include <qrencode.h>
#include <zlib.h>

#include <memory>

namespace payments {

namespace {

constexpr int rim = 4;        // modules, as the standard asks
constexpr int pxOfModule = 8; // whole pixels: a camera trips over uneven ones
constexpr int bitsOfByte = 8;

QByteArray number(quint32 value)
{
    QByteArray out(sizeof value, Qt::Uninitialized);
    qToBigEndian(value, out.data());
    return out;
}

QByteArray chunk(const QByteArray &kind, const QByteArray &content)
{
    const QByteArray checked = kind + content;
    const auto sum = crc32(0, reinterpret_cast<const Bytef *>(checked.constData()), uInt(checked.size()));
    return number(quint32(content.size())) + checked + number(quint32(sum));
}

// One bit for each pixel, every row behind the byte that says that it is not filtered. A set bit is white.
QByteArray rowsOf(const QRcode &code, int sidePx)
{
    const auto isDark = [&](int x, int y) {
        const int left = x / pxOfModule - rim, top = y / pxOfModule - rim;
        const bool isInside = left >= 0 && top >= 0 && left < code.width && top < code.width;
        return isInside && (code.data[top * code.width + left] & 1);
    };
    const int rowBytes = sidePx / bitsOfByte;
    QByteArray out;
    for (int y = 0; y < sidePx; ++y) {
        QByteArray row(rowBytes, '\0');
        for (int x = 0; x < sidePx; ++x)
            if (!isDark(x, y))
                row[x / bitsOfByte] = char(row.at(x / bitsOfByte) | (0x80 >> (x % bitsOfByte)));
        out += '\0' + row;
    }
    return out;
}

} // namespace

// Written by hand, because the server knows no pictures (no QtGui) and this is the only one that it makes.
QByteArray qrPng(const QByteArray &text)
{
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString(text.constData(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free);
    if (!code)
        return {};
    static_assert(pxOfModule % bitsOfByte == 0);
    const int sidePx = (code->width + 2 * rim) * pxOfModule;
    const QByteArray rows = rowsOf(*code, sidePx);
    QByteArray packed(qsizetype(compressBound(uLong(rows.size()))), Qt::Uninitialized);
    uLongf length = uLongf(packed.size());
    if (compress(reinterpret_cast<Bytef *>(packed.data()), &length, reinterpret_cast<const Bytef *>(rows.constData()),
                 uLong(rows.size())) != Z_OK)
        return {};
    packed.truncate(qsizetype(length));

    const QByteArray oneBitGrey("\x01\x00\x00\x00\x00", 5);
    const QByteArray head = number(quint32(sidePx)) + number(quint32(sidePx)) + oneBitGrey;
    return QByteArray("\x89PNG\r\n\x1a\n", 8) + chunk("IHDR", head) + chunk("IDAT", packed) + chunk("IEND", {});
}

} // namespace payments
