#pragma once

// The server's certificate. A server that cannot load it does not start: silently speaking plain text would be worse.

#include "server/core/config.h"
#include "shared/base/result.h"

#include <QSslConfiguration>
#include <QString>

namespace http {

// PEM files; the certificate may be followed by its chain.
Result<QSslConfiguration> loadTls(const QString &certificatePath, const QString &keyPath, TlsFloor floor);

} // namespace http
