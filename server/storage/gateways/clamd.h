#pragma once

// The virus scanner: clamd at its socket. Every scan is one connection on which the bytes are streamed (INSTREAM), so
// that clamd needs no access to our files.

#include "shared/base/result.h"

#include <QIODevice>

namespace storage {

class Clamd
{
public:
    struct Patience
    {
        int scanMs = 10'000;
        int pingMs = 1'000;
    };

    // The path of a Unix socket, or host:port. Empty: there is none.
    explicit Clamd(const QString &address);
    Clamd(const QString &address, const Patience &patience);

    bool isConfigured() const { return !m_address.isEmpty(); }

    // The name of what was found; empty when the content is clean. Refuses when there is no verdict, whatever the
    // reason: not reached, no answer in time, too large for it.
    Result<QString> scan(QIODevice &content) const;
    // Whether it is there.
    Result<> answers() const;

private:
    const QString m_address;
    const Patience m_patience;
};

} // namespace storage
