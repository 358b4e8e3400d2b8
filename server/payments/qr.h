#pragma once

// A text as a picture that a phone's camera reads.

#include <QByteArray>

namespace payments {

// PNG, dark on white with the rim that cameras need; empty when the text is too long for one.
QByteArray qrPng(const QByteArray &text);

} // namespace payments
