#pragma once

// A text as the square that a phone's camera reads, module by module.

#include <QByteArray>

#include <optional>

struct QrModules
{
    static constexpr int rim = 4; // light modules on every side, as the standard asks

    int side = 0;    // with the rim on both ends
    QByteArray dark; // side × side, row by row: 1 is dark

    bool isDark(int x, int y) const { return dark.at(y * side + x) != 0; }
};

// Empty when the text is too long for one.
std::optional<QrModules> qrModules(const QByteArray &text);
