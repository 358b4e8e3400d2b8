#pragma once

// One HTTP call through libcurl, with a deadline and a cap on the answer.

#include <QByteArray>
#include <QList>
#include <QString>

namespace payments {

struct WebCall
{
    QByteArray method = "GET";
    QString url;
    QByteArray user = {};
    QByteArray password = {};
    QByteArray body = {};
    QByteArray contentType = "application/json"; // of the body
    QList<QByteArray> headers = {};              // "Idempotency-Key: …"
    int timeoutMs = 5000;
};

struct WebAnswer
{
    // Unreached: no connection came about, so the other side knows nothing of the call.
    enum class Fate { Answered, Unreached, Lost };

    Fate fate = Fate::Unreached;
    int status = 0;
    QByteArray body = {};
    QString problem = {};
};

WebAnswer call(const WebCall &what);

} // namespace payments
