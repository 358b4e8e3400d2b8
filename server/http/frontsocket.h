#pragma once

// One client connection. To Qt HTTP Server it looks like a socket on which one short, harmless request after the other
// arrives; the client's own bytes are read, checked and kept here. The real socket is the inner one.

#include "server/http/bodyreader.h"
#include "server/http/census.h"
#include "server/http/desk.h"
#include "server/http/head.h"

#include <QTcpSocket>

namespace http {

class FrontServer;

class FrontSocket final : public QTcpSocket
{
    Q_OBJECT

public:
    FrontSocket(FrontServer &server, QTcpSocket *inner, quint64 number, Census::Seat seat);
    ~FrontSocket() override;

    quint64 number() const { return m_number; }
    quint64 sequence() const { return m_sequence; } // of the request at hand
    const QHostAddress &peer() const { return m_peer; }
    const QString &peerText() const { return m_peerText; }
    bool isEncrypted() const;

    const Head &head() const { return m_head; } // only while the desk admits or upgrades
    Call &call() { return *m_call; }
    std::unique_ptr<Call> takeCall();
    bool servesLast() const; // this reply ends the connection

    // Sends the one reply to the request with this number; a reply that comes too late is dropped.
    void reply(quint64 sequence, const Outgoing &reply);
    void endWith(quint64 sequence, const Outgoing &reply); // and closes

    // What a WebSocket needs of this connection.
    struct Handover
    {
        QTcpSocket *socket = nullptr; // without parent
        QByteArray pending;           // bytes that came after the head
        Census::Seat seat;
    };
    Handover handOver();

    void tick(qint64 nowMs);
    void goOn() { pump(); }
    void closeWhenIdle();
    bool isBusy() const;

    qint64 bytesAvailable() const override;
    qint64 bytesToWrite() const override;
    void disconnectFromHost() override;
    void close() override { disconnectFromHost(); }

protected:
    qint64 readData(char *target, qint64 size) override;
    qint64 writeData(const char *source, qint64 size) override;

private:
    enum class State { Handshake, Idle, Head, Body, Busy, Sending, Closing, Gone };

    void startTls();
    void pump();
    bool takeBytes();
    void takeAvailable();
    void drop(qsizetype bytes);
    bool readHeadBytes();
    bool readBodyBytes();
    bool beginBody(const Admission &admission);
    void deliver();
    void refuse(int status);
    void takeBack();
    void sendLast(const Outgoing &reply);
    void finishReply();
    void sendMore();
    void shutDownSending();
    void wrote();
    void gone();
    void become(State state, int deadlineMs);

    FrontServer &m_server;
    QTcpSocket *m_inner;
    const quint64 m_number;
    quint64 m_sequence = 0;
    Census::Seat m_seat;
    const QHostAddress m_peer;
    const QString m_peerText;

    State m_state = State::Idle;
    qint64 m_deadlineMs = 0;
    qint64 m_lastProgressMs = 0; // of sending
    qint64 m_lingerLeft = 0;
    int m_served = 0;
    bool m_isKnownToQt = false;
    bool m_closesAfterReply = false;

    QByteArray m_in;
    qsizetype m_searched = 0;
    Head m_head;
    BodyReader m_body;
    std::unique_ptr<Call> m_call;
    std::shared_ptr<Underway> m_underway; // the call that was taken

    QByteArray m_forQt;
    qsizetype m_forQtAt = 0;

    std::unique_ptr<QFile> m_file; // being sent
    qint64 m_fileLeft = 0;
};

} // namespace http
