#include "shared/base/qrmodules.h"

#include <qrencode.h>

#include <memory>

std::optional<QrModules> qrModules(const QByteArray &text)
{
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString(text.constData(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free);
    if (!code)
        return std::nullopt;
    const int side = code->width + 2 * QrModules::rim;
    QrModules out{.side = side, .dark = QByteArray(qsizetype(side) * side, '\0')};
    for (int y = 0; y < code->width; ++y)
        for (int x = 0; x < code->width; ++x)
            out.dark[(y + QrModules::rim) * side + x + QrModules::rim] = char(code->data[y * code->width + x] & 1);
    return out;
}
