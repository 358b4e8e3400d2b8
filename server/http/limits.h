#pragma once

// Every bound of the front. The settings may change them at start.

#include <QString>

namespace http {

struct Limits
{
    int headBytes = 16 * 1024;
    int lineBytes = 8 * 1024;
    int fields = 64;
    int connections = 8000;
    int connectionsPerIp = 200;
    int requestsPerConnection = 100'000;
    int uploads = 64;                 // at the same time
    qint64 drainBytes = 64 * 1024;    // a refused body up to this size is read, so that the connection survives
    qint64 lingerBytes = 1024 * 1024; // what a client may go on sending after its refusal
    qint64 unsentBytes = 256 * 1024;  // above this no further request of the connection is read
    int readBufferBytes = 64 * 1024;

    int handshakeMs = 5'000;
    int headMs = 10'000;
    int bodyMs = 30'000;
    int uploadMs = 120'000;
    int handlerMs = 30'000;
    int idleMs = 60'000;
    int unsentMs = 30'000; // without a byte taken by the client
    int lingerMs = 2'000;
    int tickMs = 500; // how often the deadlines are looked at

    int socketFrameBytes = 64 * 1024;
    int socketMessageBytes = 64 * 1024;
    qint64 socketUnsentBytes = 1024 * 1024;
    int socketMessagesPerSecond = 20;
    int socketBurst = 60;
    int socketWaiting = 64; // messages of one socket that wait for a worker
    int socketTopics = 64;  // of one socket
    int socketPingMs = 30'000;

    QString uploadFolder; // empty: the system's folder for temporary files
};

} // namespace http
