#pragma once

#include <QByteArray>

namespace http {

// Empty when it would not get smaller. The compressor's memory is kept per thread: setting it up anew for every reply
// costs five times the compression itself.
QByteArray gzip(QByteArrayView plain);

bool acceptsGzip(QByteArrayView acceptEncoding);

} // namespace http
