#pragma once

// Loads the demo market of resources/demo: ten stores, six buyers and two weeks of trade. Everything goes through the
// same entries a person would use, under a clock that is moved along the story, so the books, chats and histories are
// real.

#include "server/core/clock.h"
#include "shared/base/result.h"

class Market;
struct DemoStory;

// A clock that stands where it was put.
class StoryClock : public Clock
{
public:
    explicit StoryClock(Instant start)
        : m_now(start)
    {}

    Instant now() const override { return m_now; }
    void moveTo(Instant time) { m_now = time; }

private:
    Instant m_now;
};

namespace demo {

constexpr qint64 storyDays = 16;
inline constexpr auto password = "Demo@2026";
inline constexpr auto adminName = "admin"; // as in market.json

enum class Outcome { Loaded, AlreadyThere };

// folder: where market.json and the specimen documents lie (":/demo" in the binary).
Result<Outcome> load(Market &market, StoryClock &clock, Instant today, const QString &folder);

} // namespace demo
