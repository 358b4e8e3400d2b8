// What the chosen campaign is compared with: all that competes with it while it runs, and the other half of its pair.

#include "console/pages/ads/detail.h"
#include "console/pages/ads/page.h"
#include "console/pages/ads/timeline.h"
#include "shared/base/indiatime.h"

namespace ads {

namespace {

constexpr qint64 marginMs = 45 * india::dayMs; // so that a campaign that is moved a little is still surrounded
constexpr int pagesMax = 5;

} // namespace

QList<Ad> Page::known() const
{
    QList<Ad> out = m_shown;
    for (const Ad &each : m_around)
        if (std::none_of(m_shown.begin(), m_shown.end(), [&](const Ad &shown) { return shown.id == each.id; }))
            out += each;
    return out;
}

bool Page::isSurrounded(const Ad &ad) const
{
    return m_surroundings && m_surroundings->slot == ad.slot && m_surroundings->from <= ad.startDate &&
           ad.endDate <= m_surroundings->until && ad.partnerId == m_surroundings->partner;
}

void Page::fetchAround(const Ad &ad)
{
    ++m_askedAround;
    m_around.clear();
    m_surroundings = Surroundings{.slot = ad.slot,
                                  .from = ad.startDate.after(-marginMs),
                                  .until = ad.endDate.after(marginMs),
                                  .partner = ad.partnerId};
    fetchMoreAround(
        {.limit = pageLimitMax, .slot = ad.slot, .from = m_surroundings->from, .until = m_surroundings->until}, {}, 0);
    fetchPartner(ad);
}

void Page::fetchMoreAround(const ListAllAds &query, QList<Ad> sofar, int pages)
{
    kit::whenDone(this, m_kit.api.call(api::listAllAds, query),
                  [this, query, sofar, pages, asked = m_askedAround](const Result<::Page<Ad>> &page) {
                      if (asked != m_askedAround)
                          return;
                      if (!page) {
                          m_surroundings.reset(); // asked for again with the next choice
                          return;
                      }
                      const QList<Ad> all = sofar + page->items;
                      if (page->nextCursor && pages + 1 < pagesMax) {
                          ListAllAds next = query;
                          next.cursor = page->nextCursor;
                          fetchMoreAround(next, all, pages + 1);
                          return;
                      }
                      m_surroundings->isWhole = !page->nextCursor;
                      addAround(all);
                  });
}

// It may run at quite another time than the other half.
void Page::fetchPartner(const Ad &ad)
{
    if (!ad.partnerId)
        return;
    kit::whenDone(this, m_kit.api.call(api::readAd, *ad.partnerId),
                  [this, asked = m_askedAround](const Result<Ad> &partner) {
                      if (partner && asked == m_askedAround)
                          addAround({*partner});
                  });
}

void Page::addAround(const QList<Ad> &ads)
{
    for (const Ad &ad : ads) {
        m_around.removeIf([&](const Ad &each) { return each.id == ad.id; });
        m_around += ad;
    }
    if (m_detail->ad())
        showCompared(Ad(*m_detail->ad()));
}

// The bars say the same as the details do: only what stands where there is no room is a conflict, not what was refused
// and went back.
void Page::markConflicts()
{
    const QList<Ad> all = known();
    QSet<QString> ids;
    for (const Ad &ad : std::as_const(m_shown))
        if (isCrowded(ad, all, m_categories))
            ids += ad.id.text();
    m_timeline->markConflicts(ids);
}

void Page::showCompared(const Ad &ad)
{
    markConflicts();
    const bool isWhole = isSurrounded(ad) && m_surroundings->isWhole;
    m_detail->show(ad, {known(), isWhole ? Compared::Wholly : Compared::Partly}, m_categories);
}

} // namespace ads
