#pragma once

// What a refused call says, for tests that compare it.

#include "shared/base/result.h"

// The error of a refused call, or one that no test expects.
template <class T>
ErrorCode codeOf(const Result<T> &result)
{
    return result ? ErrorCode::Internal : result.error().code;
}
