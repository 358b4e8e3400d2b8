#pragma once

// The only file pair that knows Qt HTTP Server. It differs between Qt 6.4 and 6.8 in what a handler is given; behind
// the door everybody speaks of calls and replies.

#include <QAbstractHttpServer>
#include <QByteArray>

namespace http {

class FrontServer;

class Door : public QAbstractHttpServer
{
public:
    // Both are built, and live, in the I/O thread: Qt's server has parts that do not follow it to another thread.
    explicit Door(FrontServer &front);

    // What Qt gets to read for a request of this connection: as little as it takes for a request.
    static QByteArray requestFrom(quint64 connection);

private:
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &, QTcpSocket *) override {}
#elif QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
    bool handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder) override;
    void missingHandler(const QHttpServerRequest &, QHttpServerResponder &&) override {}
#else
    bool handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder) override;
    void missingHandler(const QHttpServerRequest &, QHttpServerResponder &) override {}
#endif

    FrontServer &m_front;
};

} // namespace http
