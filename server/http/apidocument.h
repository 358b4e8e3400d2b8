#pragma once

#include <QByteArray>

namespace http {

class Router;

// The OpenAPI 3.1 document of every route of the API, as JSON.
QByteArray apiDocument(const Router &router, const QByteArray &publicUrl, const QByteArray &version);

} // namespace http
