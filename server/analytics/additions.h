#pragma once

// What a unit of work adds to rows that other units add to as well. It is merged and written at the end, table by table
// and in the order of the keys: two units that meet then take the rows in the same order and never wait for each other
// in a circle, and a batch touches each row once.

#include "server/analytics/storerollup.h"

#include <map>
#include <tuple>

namespace analytics {

class Additions
{
public:
    void add(const Cell &cell, const CellCounters &more);
    void add(const Place &place, const Counters &more);
    void add(const StepPlace &place, qint64 durationMs);
    void add(qint64 edition, Count figure, qint64 day, qint64 more);
    // buyers: 1 or -1 when a buyer came or went, 0 when he was there.
    void addToCohort(qint64 edition, qint64 cohort, const BuyerMonth &more, qint64 buyers);

    void write(Tx &tx, RollupStore &store) const;

private:
    struct OfStep
    {
        qint64 orders = 0;
        qint64 totalMs = 0;
    };
    // A row from which something was taken away may have sunk to nothing, also when the rest was added again.
    struct OfCohort
    {
        qint64 buyers = 0;
        qint64 orders = 0;
        Money placed;
        Sinking sinking = Sinking::No;
    };
    struct OfCount
    {
        qint64 amount = 0;
        Sinking sinking = Sinking::No;
    };
    using CellKey = std::tuple<qint64, QUuid, qint64, QUuid, QUuid, QString>;
    using PlaceKey = std::tuple<qint64, Cut, Grain, qint64, QByteArray>;
    using StepKey = std::tuple<qint64, QUuid, TradeStep, qint64, qint64>;
    using CohortKey = std::tuple<qint64, qint64, qint64>;
    using CountKey = std::tuple<qint64, Count, qint64>;

    std::map<CellKey, CellCounters> m_cells;
    std::map<PlaceKey, Counters> m_sums;
    std::map<StepKey, OfStep> m_steps;
    std::map<CohortKey, OfCohort> m_cohorts;
    std::map<CountKey, OfCount> m_counts;
};

} // namespace analytics
