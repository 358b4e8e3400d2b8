#pragma once

// Passes every call on and keeps each good JSON reply, to be held against the description of the API later.

#include "console/kit/transport.h"

#include <QFile>

class Recorder : public kit::Transport
{
public:
    explicit Recorder(kit::Transport &next)
        : m_next(next)
    {}

    // Where the replies of everybody go; one file for the whole run.
    static QFile &file();

    QFuture<kit::Reply> send(const kit::Call &call) override
    {
        return m_next.send(call).then([method = call.method, target = call.target](const kit::Reply &reply) {
            keep(method, target, reply);
            return reply;
        });
    }

private:
    static void keep(Method method, const QByteArray &target, const kit::Reply &reply);

    kit::Transport &m_next;
};
