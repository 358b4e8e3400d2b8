#pragma once

// A benchmark of what did not work measures nothing.

#include "shared/base/result.h"

template <class T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().message));
    return std::move(*result);
}
