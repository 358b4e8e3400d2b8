#pragma once

// Codes that an app makes of a shared secret and the time (RFC 6238 with SHA-1 and steps of 30 seconds, which is what
// every app knows).

#include "shared/base/values.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace totp {

constexpr int secretBytes = 20; // as long as the digest (RFC 4226, 4)
constexpr int digitCount = 6;
constexpr qint64 stepSeconds = 30;

qint64 stepAt(Instant time);
QByteArray code(QByteArrayView secret, qint64 step, int digits = digitCount);

// The step whose code this is: the present one, or its neighbour for clocks that differ and fingers that are slow.
std::optional<qint64> stepOf(QByteArrayView secret, QByteArrayView code, Instant now);

QByteArray base32(QByteArrayView bytes); // RFC 4648 without padding

// What a QR code for apps says.
QByteArray uri(QByteArrayView secret, const QByteArray &issuer, const QByteArray &account);

} // namespace totp
