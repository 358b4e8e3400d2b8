#pragma once

// Log lines on stderr, one per event, as text or JSON. Control characters are escaped, so that nobody can forge a line.
// Secrets are kept out by type: wrap them in Secret where they may come near a message.

#include "server/core/config.h"

#include <QDebug>
#include <QLoggingCategory>

#include <initializer_list>
#include <utility>

// Text that prints as "[secret]".
class Secret
{
public:
    explicit Secret(QString text)
        : m_text(std::move(text))
    {}
    const QString &reveal() const { return m_text; }

    friend QDebug operator<<(QDebug out, const Secret &) { return out << "[secret]"; }

private:
    QString m_text;
};

namespace logging {

using Details = std::initializer_list<std::pair<const char *, QString>>;

// From here on everything that Qt or we log goes this way.
void start(LogFormat format, LogLevel level);

// One event with named details: event(access(), "request", {{"status", "200"}}).
void event(const QLoggingCategory &category, const char *message, Details details);

// The line as it is written, without its end; for tests too.
QByteArray line(LogFormat format, Instant time, QtMsgType type, const char *category, const QString &message,
                Details details = {});

} // namespace logging
