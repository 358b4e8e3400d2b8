#pragma once

// A reply as the bytes that go to the client: status line, headers and body in one piece.

#include "server/http/desk.h"

namespace http {

class Wire
{
public:
    enum class Transport { Plain, Encrypted };
    explicit Wire(Transport transport);

    // Compresses, answers If-None-Match and leaves out the body of a HEAD.
    Outgoing pack(const Call &call, Reply &reply) const;

private:
    void appendStart(QByteArray &out, const Call &call, const Reply &reply, const QByteArray &tag) const;

    QByteArray m_always; // headers of every reply
};

const char *reasonOf(int status);

} // namespace http
