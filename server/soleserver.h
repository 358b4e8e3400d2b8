#pragma once

#include "server/core/config.h"

#include <QFile>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

// Two servers on one SQLite file would both run its jobs, each with a memory of its own. The kernel takes the lock back
// from whoever dies.
class SoleServer
{
public:
    explicit SoleServer(const Config &config)
        : m_descriptor(config.isPostgres()
                           ? -1
                           : ::open(QFile::encodeName(config.databaseAddress() + QStringLiteral(".lock")),
                                    O_RDWR | O_CREAT | O_CLOEXEC, 0600))
        , m_isSole(config.isPostgres() || (m_descriptor >= 0 && ::flock(m_descriptor, LOCK_EX | LOCK_NB) == 0))
    {}
    ~SoleServer()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    Q_DISABLE_COPY_MOVE(SoleServer)

    bool isSole() const { return m_isSole; }

private:
    const int m_descriptor;
    const bool m_isSole;
};
