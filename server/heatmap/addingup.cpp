// Adding up: what happened in an hour, a day or a month becomes one row that answers are made of. It is done again
// whenever something comes late, always from everything that happened, so the outcome does not depend on the order.

#include "server/heatmap/service.h"

namespace heatmap {

namespace {

constexpr int marksPerRun = 2'000; // of each step
constexpr int renewedPerRun = 500; // rows that were made for another minimum of people

// A rebuild writes every few seconds. One that was killed is given up, so that marks are settled again.
constexpr qint64 deadAfterMs = 10 * minuteMs;

// News travels for a moment; what comes later than this is added up again.
constexpr qint64 settlingMs = 2 * minuteMs;

Sum totalOf(const Happenings &happenings)
{
    Sum out;
    for (const Happening &each : happenings)
        out.add({each.count, each.amount});
    return out;
}

} // namespace

bool Service::isOver(HeatStep step, Instant start) const
{
    return nextStart(step, start).after(settlingMs) <= m_clock.now();
}

void Service::addUp(const Stopping &isStopping)
{
    renewOtherMinimum();
    if (m_db.read([&](Tx &tx) { return m_store.generations(tx).building.has_value(); }))
        giveUpDead();
    forgetOld(isStopping); // what one that was stopped or killed has left
    // An hour marks its day, a day its month.
    for (const HeatStep step : {HeatStep::Hour, HeatStep::Day, HeatStep::Month})
        for (const Mark &mark : m_db.read([&](Tx &tx) { return m_store.marks(tx, step, marksPerRun); })) {
            if (isStopping())
                return;
            addUp(mark);
        }
}

void Service::giveUpDead()
{
    const Result<> watched = m_db.write([&](Tx &tx) -> Result<> {
        m_store.giveUpDead(tx, m_clock.now().after(-deadAfterMs));
        return {};
    });
    Q_ASSERT(watched);
}

// The rows are looked through beside the transaction that writes, and only until none is left.
void Service::renewOtherMinimum()
{
    const qint64 minimum = minimumOf(Kind::Order);
    const qint64 generation = m_db.read([&](Tx &tx) { return m_store.generations(tx).current; });
    if (m_renewed == std::pair(generation, minimum))
        return;
    const auto others = m_db.read([&](Tx &tx) { return m_store.otherMinimum(tx, generation, minimum, renewedPerRun); });
    if (others.isEmpty()) {
        m_renewed = {generation, minimum};
        return;
    }
    const Result<> renewed = m_db.write([&](Tx &tx) -> Result<> {
        for (const Mark &mark : others)
            m_store.touch(tx, mark.kind, mark.step, mark.start);
        return {};
    });
    Q_ASSERT(renewed);
}

// Reading and adding up a month takes a second in a large market, so it is done beside the transaction that writes. A
// mark that was touched meanwhile stays, and the next run does it again. Marks also stay while the time is not over,
// and while a rebuild might have read before the change.
void Service::addUp(const Mark &mark)
{
    const Bucket bucket = m_db.read([&](Tx &tx) { return bucketOf(tx, mark); });
    const Result<> stored = m_db.write([&](Tx &tx) -> Result<> {
        const Generations generations = m_store.generations(tx);
        const bool isDone = bucket.isClosed && !generations.building;
        if (isDone ? !m_store.settle(tx, mark) : !m_store.isUnchanged(tx, mark))
            return {};
        store(tx, bucket, generations);
        if (mark.step == HeatStep::Hour)
            m_store.touch(tx, mark.kind, HeatStep::Day, startOf(HeatStep::Day, mark.start));
        if (mark.step == HeatStep::Day)
            m_store.touch(tx, mark.kind, HeatStep::Month, startOf(HeatStep::Month, mark.start));
        return {};
    });
    Q_ASSERT(stored);
}

void Service::store(Tx &tx, const Bucket &bucket, const Generations &generations)
{
    Bucket copy = bucket;
    copy.generation = generations.current;
    m_store.put(tx, copy);
    if (generations.building) {
        copy.generation = *generations.building;
        m_store.put(tx, copy);
    }
}

Bucket Service::bucketOf(Tx &tx, const Mark &mark)
{
    const qint64 minimum = minimumOf(mark.kind);
    const Span span{mark.start, nextStart(mark.step, mark.start)};
    Cells cells;
    Sum total;
    if (!isOver(mark.step, mark.start)) {
        total = totalSoFar(tx, mark, span);
    } else if (mark.step == HeatStep::Hour) {
        Happenings happenings = m_store.happenings(tx, mark.kind, span);
        total = totalOf(happenings);
        cells = shareOfHour(std::move(happenings), minimum).shown;
    } else {
        Share share;
        for (Instant day = span.from; day < span.to; day = nextStart(HeatStep::Day, day)) {
            const Happenings happenings = m_store.happenings(tx, mark.kind, {day, nextStart(HeatStep::Day, day)});
            total.add(totalOf(happenings));
            share.add(shareOfDay(happenings, minimum));
        }
        cells = mark.step == HeatStep::Day ? std::move(share.shown) : cellsOfMonth(std::move(share), minimum);
    }
    Bucket out{.kind = mark.kind, .step = mark.step, .start = mark.start};
    fill(out, total, cells);
    return out;
}

// Days are added up before their months, so an open month need not be counted through every minute.
Sum Service::totalSoFar(Tx &tx, const Mark &mark, const Span &span)
{
    if (mark.step != HeatStep::Month)
        return m_store.total(tx, mark.kind, span);
    Sum out;
    for (const BucketTotal &day : m_store.totals(tx, m_store.generations(tx).current, mark.kind, HeatStep::Day, span))
        out.add({day.count, day.amount});
    return out;
}

// The cells of a time that is not over are not shown yet.
void Service::fill(Bucket &bucket, const Sum &total, const Cells &cells) const
{
    bucket.count = total.count;
    bucket.amount = total.amount;
    bucket.minimum = minimumOf(bucket.kind);
    bucket.isClosed = isOver(bucket.step, bucket.start);
    bucket.cells.bytes = bucket.isClosed ? packed(cells) : QByteArray("");
}

} // namespace heatmap
