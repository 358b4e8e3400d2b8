#pragma once

// Time that stands still until a test moves it.

#include "server/core/clock.h"

#include <atomic>

class FakeClock : public Clock
{
public:
    Instant now() const override { return {m_ms.load()}; }
    void advance(qint64 durationMs) { m_ms += durationMs; }
    void set(Instant instant) { m_ms = instant.ms; }

private:
    std::atomic<qint64> m_ms = 1'790'000'000'000; // 2026-09-21T13:33:20Z
};
