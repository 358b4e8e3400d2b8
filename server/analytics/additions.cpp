#include "server/analytics/additions.h"

namespace analytics {

namespace {

template <fields::Contract T>
void merge(T &into, const T &more)
{
    fields::forEach<T>([&](const auto &field) { into.*field.member = into.*field.member + more.*field.member; });
}

Sinking either(Sinking before, qint64 more)
{
    return more < 0 ? Sinking::Yes : before;
}

} // namespace

void Additions::add(const Cell &cell, const CellCounters &more)
{
    merge(m_cells[{cell.edition, cell.vendorId.uuid, cell.day, cell.productId.uuid, cell.categoryId.uuid, cell.state}],
          more);
}

void Additions::add(const Place &place, const Counters &more)
{
    merge(m_sums[{place.edition, place.cut, place.grain, place.day, place.key.bytes}], more);
}

void Additions::add(const StepPlace &place, qint64 durationMs)
{
    OfStep &step = m_steps[{place.edition, place.vendorId.uuid, place.step, place.day, place.bucket}];
    ++step.orders;
    step.totalMs += durationMs;
}

void Additions::add(qint64 edition, Count figure, qint64 day, qint64 more)
{
    OfCount &count = m_counts[{edition, figure, day}];
    count.amount += more;
    count.sinking = either(count.sinking, more);
}

void Additions::addToCohort(qint64 edition, qint64 cohort, const BuyerMonth &more, qint64 buyers)
{
    OfCohort &of = m_cohorts[{edition, cohort, more.month}];
    of.buyers += buyers;
    of.orders += more.orders;
    of.placed = of.placed + more.placed;
    of.sinking = either(of.sinking, buyers);
}

void Additions::write(Tx &tx, RollupStore &store) const
{
    for (const auto &[key, more] : m_cells) {
        const auto &[edition, vendor, day, product, category, state] = key;
        store.add(tx, Cell{edition, {vendor}, day, {product}, {category}, state}, more);
    }
    for (const auto &[key, more] : m_sums) {
        const auto &[edition, cut, grain, day, bytes] = key;
        store.add(tx, Place{edition, cut, grain, day, {bytes}}, more);
    }
    for (const auto &[key, more] : m_steps) {
        const auto &[edition, vendor, step, day, bucket] = key;
        store.add(tx, StepPlace{edition, {vendor}, step, day, bucket}, more.orders, more.totalMs);
    }
    for (const auto &[key, more] : m_cohorts) {
        const auto &[edition, cohort, month] = key;
        store.addToCohort(tx, edition, cohort, {month, more.orders, more.placed}, more.buyers, more.sinking);
    }
    for (const auto &[key, more] : m_counts) {
        const auto &[edition, figure, day] = key;
        store.add(tx, edition, figure, day, more.amount, more.sinking);
    }
}

} // namespace analytics
