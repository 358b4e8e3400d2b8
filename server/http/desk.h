#pragma once

// What stands behind the front on each I/O thread: the front knows bytes and deadlines, the desk knows routes and
// callers.

#include "server/http/request.h"

#include <memory>

namespace http {

class FrontSocket;

// A reply as bytes for the wire: head and body, or the head and a file that follows it.
struct Outgoing
{
    QByteArray bytes;
    QString filePath = {};
    qint64 fileOffset = 0;
    qint64 fileSize = 0;
};

struct Admission
{
    qint64 bodyMax = 0;
    bool isUpload = false; // the body goes into a file
};

class Desk
{
public:
    virtual ~Desk() = default;

    // A head is complete and its body has not been read. Fills in the socket's call; a refusal may stand in it already.
    virtual Admission admit(FrontSocket &socket) = 0;

    // The call is complete. The reply follows by FrontServer::reply(), now or later.
    virtual void serve(FrontSocket &socket) = 0;

    // The client asks for a WebSocket.
    virtual void upgrade(FrontSocket &socket) = 0;

    // The reply to what the front itself refuses, ready for the wire and closing the connection. The call may be null.
    virtual Outgoing refusal(int status, const FrontSocket &socket, const Call *call) = 0;
};

} // namespace http
