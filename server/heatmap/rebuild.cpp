// Everything anew, in batches, beside the running market: first what happened, from the orders and stores, then the
// sums of each month in a generation of their own, which nobody sees until it is whole.

#include "server/core/turns.h"
#include "server/heatmap/service.h"

namespace heatmap {

namespace {

constexpr int ordersPerBatch = 200;
constexpr int storesPerBatch = 500;
constexpr int forgottenPerBatch = 500;

constexpr std::array<Kind, 4> kinds{Kind::Order, Kind::Buyer, Kind::Vendor, Kind::Search};

tl::unexpected<Error> overtaken()
{
    return failure(ErrorCode::Conflict, QStringLiteral("Another rebuild has begun meanwhile."));
}

} // namespace

// When it is stopped or fails, nobody sees what has been made so far, and it is made anew the next time. Until then
// whatever is added up is kept for it too, so it has to be given up.
Result<qint64> Service::rebuild(const Stopping &isStopping)
{
    LET(generation, m_db.write([&](Tx &tx) -> Result<qint64> { return m_store.build(tx); }));
    const auto giveUp = [&] {
        return m_db.write([&](Tx &tx) -> Result<> {
            m_store.giveUp(tx, generation);
            return {};
        });
    };
    try {
        Result<qint64> orders = make(generation, isStopping);
        if (!orders)
            MUST(giveUp());
        forgetOld(isStopping);
        return orders;
    } catch (const DbFault &) {
        MUST(giveUp());
        throw;
    }
}

Result<qint64> Service::make(qint64 generation, const Stopping &isStopping)
{
    LET(orders, collect(generation, isStopping));
    for (const Kind kind : kinds) {
        const auto known = m_db.read([&](Tx &tx) { return m_store.known(tx, kind); });
        if (!known)
            continue;
        for (Instant month = startOf(HeatStep::Month, known->from); month <= known->to;
             month = nextStart(HeatStep::Month, month))
            MUST(rebuildMonth(kind, month, generation, isStopping));
    }
    MUST(m_db.write([&](Tx &tx) -> Result<> {
        if (!m_store.swap(tx, generation))
            return overtaken();
        return {};
    }));
    return orders;
}

Result<qint64> Service::collect(qint64 generation, const Stopping &isStopping)
{
    qint64 count = 0;
    Turns turns;
    for (Id<Order> last;;) {
        if (isStopping())
            return stopped();
        const auto orders = m_db.read([&](Tx &tx) { return m_store.ordersAfter(tx, last, ordersPerBatch); });
        if (orders.isEmpty())
            break;
        MUST(m_db.write([&](Tx &tx) -> Result<> {
            if (!m_store.workOn(tx, generation))
                return overtaken();
            for (const OrderPlace &order : orders)
                note(tx, order, Touching::No);
            return {};
        }));
        last = orders.constLast().id;
        count += orders.size();
        turns.giveWay();
    }
    // A store is read where it is noted: one that moves meanwhile must not get its old place back.
    for (Id<Vendor> last;;) {
        if (isStopping())
            return stopped();
        LET(noted, m_db.write([&](Tx &tx) -> Result<Id<Vendor>> {
            if (!m_store.workOn(tx, generation))
                return overtaken();
            const auto stores = m_store.storesAfter(tx, last, storesPerBatch);
            for (const StorePlace &store : stores)
                note(tx, store, Touching::No);
            return stores.isEmpty() ? Id<Vendor>{} : stores.constLast().id;
        }));
        if (noted.isNull())
            return count;
        last = noted;
        turns.giveWay();
    }
}

Result<> Service::rebuildMonth(Kind kind, Instant month, qint64 generation, const Stopping &isStopping)
{
    Share share;
    Sum total;
    Turns turns;
    for (Instant day = month; day < nextStart(HeatStep::Month, month); day = nextStart(HeatStep::Day, day)) {
        if (isStopping())
            return stopped();
        const Span span{day, nextStart(HeatStep::Day, day)};
        if (m_db.read([&](Tx &tx) { return m_store.total(tx, kind, span).count; }) == 0)
            continue;
        LET(built, m_db.write([&](Tx &tx) -> Result<Day> {
            if (!m_store.workOn(tx, generation))
                return overtaken();
            return rebuildDay(tx, kind, day, generation);
        }));
        total.add(built.total);
        share.add(Share(built.share));
        turns.giveWay();
    }
    if (total.count == 0)
        return {};
    Bucket bucket{.generation = generation, .kind = kind, .step = HeatStep::Month, .start = month};
    fill(bucket, total, cellsOfMonth(std::move(share), minimumOf(kind)));
    return m_db.write([&](Tx &tx) -> Result<> {
        m_store.put(tx, bucket);
        return {};
    });
}

Service::Day Service::rebuildDay(Tx &tx, Kind kind, Instant day, qint64 generation)
{
    const Span span{day, nextStart(HeatStep::Day, day)};
    const Happenings happenings = m_store.happenings(tx, kind, span);
    Day out;
    if (happenings.empty())
        return out;
    for (auto run = happenings.begin(); run != happenings.end();) {
        const auto end =
            std::find_if(run, happenings.end(), [&](const Happening &each) { return each.hour != run->hour; });
        Sum total;
        for (auto each = run; each != end; ++each)
            total.add({each->count, each->amount});
        Bucket bucket{.generation = generation, .kind = kind, .step = HeatStep::Hour, .start = run->hour};
        fill(bucket, total, shareOfHour({run, end}, minimumOf(kind)).shown);
        m_store.put(tx, bucket);
        out.total.add(total);
        run = end;
    }
    out.share = shareOfDay(happenings, minimumOf(kind));
    Bucket bucket{.generation = generation, .kind = kind, .step = HeatStep::Day, .start = day};
    fill(bucket, out.total, out.share.shown);
    m_store.put(tx, bucket);
    return out;
}

// Looked for beside the transaction that writes: every minute, and hardly ever is there anything.
void Service::forgetOld(const Stopping &isStopping)
{
    while (!isStopping()) {
        const auto left = m_db.read([&](Tx &tx) { return m_store.leftOver(tx); });
        if (!left)
            return;
        const Result<> forgotten = m_db.write([&](Tx &tx) -> Result<> {
            m_store.forget(tx, *left, forgottenPerBatch);
            return {};
        });
        if (!forgotten)
            return;
    }
}

} // namespace heatmap
