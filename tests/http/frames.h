#pragma once

// Frames as a WebSocket client sends them, or as only a server may.

#include <QByteArray>

enum class Mask { On, Off };

inline QByteArray textFrame(const QByteArray &text, Mask mask)
{
    constexpr int shortMax = 125, twoBytes = 126;
    const int maskBit = mask == Mask::On ? 0x80 : 0;
    QByteArray out("\x81");
    if (text.size() <= shortMax) {
        out += char(maskBit | int(text.size()));
    } else {
        out += char(maskBit | twoBytes);
        out += char(text.size() >> 8);
        out += char(text.size() & 0xff);
    }
    if (mask == Mask::On)
        out += "mmmm";
    for (const char c : text)
        out += mask == Mask::On ? char(c ^ 'm') : c;
    return out;
}
