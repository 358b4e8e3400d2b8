#pragma once

// A live server of one process that can hang up and come back at the same port.

#include "shared/base/json.h"
#include "shared/contract/live.h"

#include <QNetworkRequest>
#include <QWebSocket>
#include <QWebSocketServer>

class LocalHub : public QObject
{
public:
    QList<QNetworkRequest> calls;
    QList<QWebSocket *> sockets;

    LocalHub()
    {
        connect(&m_server, &QWebSocketServer::newConnection, this, [this] {
            sockets += m_server.nextPendingConnection();
            calls += sockets.last()->request();
        });
        open();
    }

    void open()
    {
        if (m_server.listen(QHostAddress::LocalHost, m_port))
            m_port = m_server.serverPort();
    }
    void shut()
    {
        m_server.close();
        for (QWebSocket *socket : std::exchange(sockets, {}))
            socket->abort();
    }
    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port)); }

    void push(qint64 sequence, LiveKind kind = LiveKind::NewOrder, const QByteArray &data = "{}")
    {
        const LiveEvent event{.sequence = sequence, .kind = kind, .at = {1}, .data = {data}};
        for (QWebSocket *socket : std::as_const(sockets))
            socket->sendTextMessage(QString::fromUtf8(json::bytes(event)));
    }

private:
    QWebSocketServer m_server{QString(), QWebSocketServer::NonSecureMode};
    quint16 m_port = 0;
};
