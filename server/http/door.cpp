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

// The answer is always yes: Qt must never answer by itself.
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
bool Door::handleRequest(const QHttpServerRequest &, QTcpSocket *socket)
{
    m_front.desk().serve(*static_cast<FrontSocket *>(socket));
    return true;
}
#else
bool Door::handleRequest(const QHttpServerRequest &request, QHttpServerResponder &)
{
    if (FrontSocket *socket = m_front.socket(request.value("x-front-id").toULongLong()))
        m_front.desk().serve(*socket);
    return true;
}
#endif

} // namespace http
