#pragma once

// The world of trade with the heatmap over it, and people who order from wherever a test wants them to live.

#include "server/core/outbox.h"
#include "server/heatmap/reactions.h"
#include "server/heatmap/service.h"
#include "tests/money/world.h"

class District : public World
{
public:
    District()
    {
        heatmap::reactions(outbox, heatmap);
        outbox.drain();
    }

    Outbox outbox{*db};
    heatmap::Service heatmap{*db, db.clock, accounts, settings};

    static constexpr GeoPoint bandra{19.0596, 72.8295};
    static constexpr GeoPoint guwahati{26.1445, 91.7362};

    // So many new people order one kilogram of copper each, to this place. Orders are written by hand, as a history
    // that was moved here would be, because stores do not deliver everywhere.
    void orderFrom(const GeoPoint &place, int people, Instant at);
    void orderFrom(const GeoPoint &place, int people) { orderFrom(place, people, db.clock.now()); }
    Id<Account> newcomer();
    Id<Order> write(Id<Account> who, const GeoPoint &place, Instant at, Money total);

    // News is heard, and what is over is added up.
    void settle();
    void letPass(qint64 durationMs);

    void setMinimum(int people);

    HeatMap map(const ReadHeatMap &wish = {}) { return *heatmap.readHeatMap(admin, wish); }

private:
    int m_people = 0;
};
