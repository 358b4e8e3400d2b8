#pragma once

// The strict reader of a request's head. Whatever two HTTP implementations could understand differently is refused
// here, because a disagreement between us and a proxy in front of us is how requests are smuggled.

#include "server/http/limits.h"

#include <QByteArrayView>
#include <QVarLengthArray>

namespace http {

struct Head
{
    struct Field
    {
        QByteArrayView name;
        QByteArrayView value;
    };

    // Views into the bytes that were read.
    QByteArrayView method;
    QByteArrayView path; // percent-encoded
    QByteArrayView query;
    QVarLengthArray<Field, 24> fields;

    qint64 contentLength = -1; // absent
    bool isChunked = false;
    bool wantsClose = false;
    bool wantsContinue = false;
    bool wantsWebSocket = false;
    bool isHttp10 = false;

    QByteArrayView value(QByteArrayView name) const; // of the first line; null when absent
    QByteArray list(QByteArrayView name) const;      // of all lines, as one list (RFC 9110, 5.2)
    bool hasBody() const { return isChunked || contentLength > 0; }
};

bool sameName(QByteArrayView a, QByteArrayView b); // without regard to case

// Reads a complete head, its empty line included. Returns 0, or the status to refuse it with.
int readHead(QByteArrayView bytes, const Limits &limits, Head &head);

// Where the head ends (behind its empty line), 0 when it is not complete yet, -1 when it contains a bare line feed.
qsizetype headEnd(QByteArrayView bytes, qsizetype searchFrom);

int hexDigit(char c); // -1: none

} // namespace http
