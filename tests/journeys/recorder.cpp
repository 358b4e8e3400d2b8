#include "tests/journeys/recorder.h"

QFile &Recorder::file()
{
    static QFile replies;
    return replies;
}

void Recorder::keep(Method method, const QByteArray &target, const kit::Reply &reply)
{
    const bool isGood = reply.outcome == kit::Reply::Outcome::Answered && reply.status / 100 == 2;
    if (!isGood || !reply.contentType.startsWith("application/json") || !file().isOpen())
        return;
    file().write("{\"method\":\"" + QByteArray(names::text(method).latin1()) + "\",\"path\":\"" +
                 target.split('?').first() + "\",\"status\":" + QByteArray::number(reply.status) +
                 ",\"body\":" + reply.body + "}\n");
}
