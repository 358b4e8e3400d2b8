#pragma once

// How long work learns that it has to end: it asks between two pieces.

#include "shared/base/result.h"

#include <functional>

using Stopping = std::function<bool()>;

// For whoever nobody stops.
inline bool goOn()
{
    return false;
}

inline tl::unexpected<Error> stopped()
{
    return failure(ErrorCode::Unavailable, QStringLiteral("The server is stopping."));
}
