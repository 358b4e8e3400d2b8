#pragma once

// A text as a picture that a phone's camera reads.

#include <QByteArray>

namespace payments {

// SVG, dark on white with the rim that cameras need; empty when the text is too long for one.
QByteArray qrSvg(const QByteArray &text);

} // namespace payments
