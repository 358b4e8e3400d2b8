#include "server/payments/qr.h"

#include "shared/base/qrmodules.h"

namespace payments {

namespace {

// The dark modules of a row from x on that touch each other.
int runOf(const QrModules &modules, int x, int y)
{
    int end = x;
    while (end < modules.side && modules.isDark(end, y))
        ++end;
    return end - x;
}

QByteArray pathOf(const QrModules &modules)
{
    QByteArray out;
    for (int y = 0; y < modules.side; ++y)
        for (int x = 0; x < modules.side; ++x) {
            const int run = runOf(modules, x, y);
            if (run == 0)
                continue;
            const QByteArray width = QByteArray::number(run);
            out += 'M' + QByteArray::number(x) + ' ' + QByteArray::number(y) + 'h' + width + "v1h-" + width + 'z';
            x += run;
        }
    return out;
}

} // namespace

QByteArray qrSvg(const QByteArray &text)
{
    const auto modules = qrModules(text);
    if (!modules)
        return {};
    const QByteArray side = QByteArray::number(modules->side);
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + ' ' + side +
           "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + side + 'v' + side + "h-" + side +
           "z\"/><path d=\"" + pathOf(*modules) + "\"/></svg>\n";
}

} // namespace payments
