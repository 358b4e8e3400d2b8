#include "server/http/door.h"

#include "server/http/frontserver.h"

#include <QHttpServerRequest>
#include <QHttpServerResponder>

namespace http {

Door::Door(FrontServer &front)
    : m_front(front)
{
    bind(&front);
}

#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
// Qt reads byte by byte, so each byte counts; its own reader is content with bare line feeds.
QByteArray Door::requestFrom(quint64)
{
    return QByteArrayLiteral("GET / HTTP/1.1\n\n");
}

// The answer is always yes: Qt must never answer by itself.
bool Door::handleRequest(const QHttpServerRequest &, QTcpSocket *socket)
{
    m_front.desk().serve(*static_cast<FrontSocket *>(socket));
    return true;
}
#else
QByteArray Door::requestFrom(quint64 connection)
{
    return "GET / HTTP/1.1\r\nX-Front-Id: " + QByteArray::number(connection) + "\r\n\r\n";
}

bool Door::handleRequest(const QHttpServerRequest &request, QHttpServerResponder &)
{
    if (FrontSocket *socket = m_front.socket(request.value("x-front-id").toULongLong()))
        m_front.desk().serve(*socket);
    return true;
}
#endif

} // namespace http
