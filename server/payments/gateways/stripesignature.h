#pragma once

// How Stripe signs what it tells, for payments and for payouts alike.

#include "shared/base/endpoint.h"
#include "shared/base/values.h"

namespace payments::stripe {

constexpr qint64 toleranceMs = 300'000; // an older event is a replay

bool isSigned(const RawBody &body, const QByteArray &secret, Instant now);

} // namespace payments::stripe
