#pragma once

// How Stripe signs what it tells, for payments and for payouts alike.

#include "shared/base/endpoint.h"
#include "shared/base/values.h"

namespace payments::stripe {

constexpr qint64 toleranceMs = 300'000; // an older event is a replay

// With any of them; with none nothing is.
bool isSigned(const RawBody &body, const QList<QByteArray> &secrets, Instant now);

} // namespace payments::stripe
