#pragma once

// What the targets share. libFuzzer calls LLVMFuzzerTestOneInput with bytes of its own invention; what must hold says
// MUST_HOLD, and a breach ends the process with the input in a file beside it.

#include <QByteArray>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

#define MUST_HOLD(condition)                                                                                           \
    do {                                                                                                               \
        if (!(condition)) {                                                                                            \
            std::fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, #condition);                        \
            std::abort();                                                                                              \
        }                                                                                                              \
    } while (false)

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

inline QByteArray bytesOf(const std::uint8_t *data, std::size_t size)
{
    return QByteArray(reinterpret_cast<const char *>(data), qsizetype(size));
}
