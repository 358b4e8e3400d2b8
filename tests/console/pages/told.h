#pragma once

// News as a page hears them, each after the one before.

#include "shared/contract/live.h"
#include "tests/console/pages/samples.h"

inline LiveEvent told(LiveKind kind, const QByteArray &data)
{
    static qint64 sequence = 0;
    return {.sequence = ++sequence, .kind = kind, .at = samples::now, .data = {data}};
}
