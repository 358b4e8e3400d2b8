#pragma once

// A reply as the bytes that go to the client: status line, headers and body in one piece.

#include "server/http/desk.h"

namespace json {
class Pen;
}

namespace http {

class Wire
{
public:
    enum class Transport { Plain, Encrypted };
    // The value of an ETag; empty: none.
    struct Tag
    {
        char text[64] = {};
        qsizetype size = 0;

        QByteArrayView view() const { return {text, size}; }
    };

    explicit Wire(Transport transport);

    // Compresses, answers If-None-Match and leaves out the body of a HEAD.
    Outgoing pack(const Call &call, Reply &reply) const;

private:
    void writeStart(json::Pen &out, const Call &call, const Reply &reply, QByteArrayView tag) const;

    QByteArray m_always; // headers of every reply
};

const char *reasonOf(int status);

} // namespace http
