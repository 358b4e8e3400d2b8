// News of what was looked at and what was searched in vain. Both are counted in memory while answers are given, which
// costs an answer some tens of nanoseconds and no look into the database, and told together every few seconds.

#include "server/catalog/service.h"
#include "server/discovery/service.h"
#include "shared/base/indiatime.h"

#include <algorithm>

namespace discovery {

namespace {

template <class T>
QList<T> chunk(const QList<T> &all, qsizetype from)
{
    return all.mid(std::min(from, all.size()), footfallEntriesMax);
}

} // namespace

void Service::tellFootfall()
{
    const QList<ProductViews> views = m_catalog.takeViews();
    const QList<MissedSearches> missed = m_misses.take();
    const QList<StoreViews> stores = takeStoreViews();
    const qsizetype most = std::max({views.size(), missed.size(), stores.size()});
    if (most == 0)
        return;
    try {
        const Result<> told = m_db.write([&](Tx &tx) -> Result<> {
            for (qsizetype from = 0; from < most; from += footfallEntriesMax)
                tx.publish(Footfall{chunk(views, from), chunk(missed, from), chunk(stores, from)});
            return {};
        });
        Q_ASSERT(told);
    } catch (const DbFault &) {
        // The database is away for a moment; the counts wait for the next time.
        m_catalog.giveBackViews(views);
        m_misses.giveBack(missed);
        for (const StoreViews &each : stores)
            m_looks.add({each.vendorId, each.hour.ms}, each.count);
        throw;
    }
}

// The store itself and those who look after the market are no visitors.
void Service::noteLook(const Caller &caller, Id<Vendor> store)
{
    if (!caller.isAdmin() && caller.vendorId != store)
        m_looks.add({store, india::hourOf(m_clock.now()).ms});
}

QList<StoreViews> Service::takeStoreViews()
{
    QList<StoreViews> out;
    for (const auto &[look, times] : m_looks.take())
        out += {.vendorId = look.store, .hour = {look.hourMs}, .count = times};
    return out;
}

// A search within one store says nothing about the region, and neither does the second page of a list.
void Service::noteWhenMissed(const Caller &caller, const FindProducts &wish, const Reach &reach,
                             const Page<ProductCard> &page)
{
    if (page.items.isEmpty() && reach.origin && !wish.vendor && !wish.cursor && !caller.isAdmin())
        m_misses.note(caller, *reach.origin, m_clock.now());
}

} // namespace discovery
