#pragma once

// The one shape of every JSON reply (C08), written straight into the reply's buffer.

#include "server/http/request.h"
#include "shared/base/page.h"

namespace http::envelope {

inline constexpr std::string_view head = "{\"success\":true,\"data\":";

// What follows the data: message, timestamp and request id.
QByteArray tail(const Call &call);

// Of a list: {"next_cursor":…,"limit":…,"total":…}.
void appendMeta(QByteArray &out, const std::optional<QString> &nextCursor, int limit, std::optional<qint64> total);

Reply success(const Call &call, QByteArray body);
Reply refusal(const Call &call, const Error &error);

// The same for a request that never became a call because its head was refused.
Reply refusal(const Error &error, Instant now, const QByteArray &requestId);

// A stored reply of an earlier call with the same key, byte for byte.
Reply stored(const Call &call);

} // namespace http::envelope
