#pragma once

// Log lines on stderr, one per event, as text or JSON. Control characters are escaped, so that nobody can forge a line.
// Tokens that came in with somebody's text are struck out; no other secret may come near a message.

#include "server/core/config.h"

#include <QLoggingCategory>

#include <initializer_list>
#include <utility>

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
