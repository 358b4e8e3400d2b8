#pragma once

// Decodes and re-encodes pictures. What comes out holds pixels only: no place, no camera, no hidden file.

#include "server/sandbox/upload.h"

#include <QImage>

namespace picture {

// The upright size without decoding; refused when it has too many pixels.
tl::expected<QSize, Refusal> size(const Upload &upload);

// Decoded upright, at most that wide (never enlarged) on white.
tl::expected<QImage, Refusal> decode(const Upload &upload, int width);

QByteArray jpeg(const QImage &image, int quality);
QByteArray png(const QImage &image);

} // namespace picture
