#pragma once

// Numbers that people read, type and say on the phone: letters of which none looks like another (Crockford's base 32).

#include <QByteArray>
#include <QString>
#include <QUuid>

namespace readable {

constexpr int attemptsMax = 3; // how often a number is made anew, because the one before was taken

// "KW-1M5T-0V9Q-2K3X" from the time, the counter and some of the randomness of a UUIDv7: it sorts by time and needs no
// counter that everybody would wait for. The rare number that is taken is made anew from another id.
QString number(QLatin1StringView prefix, const QUuid &id);

// "TRK-" and eight letters for every five random bytes.
QString code(QLatin1StringView prefix, const QByteArray &randomBytes);

} // namespace readable
