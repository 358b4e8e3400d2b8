#include "console/pages/ads/places.h"

#include "console/kit/display.h"
#include "shared/contract/categorydepth.h"

#include <QCoreApplication>

#include <algorithm>

namespace ads {

void Categories::take(const QList<Category> &categories)
{
    m_isKnown = true;
    m_all.clear();
    for (const Category &each : categories)
        m_all.insert(each.id, each);
}

QString Categories::nameOf(Id<Category> id) const
{
    const auto known = m_all.constFind(id);
    return known == m_all.cend() ? QCoreApplication::translate("ads", "One category") : known->name;
}

QList<std::pair<QString, QString>> Categories::sorted() const
{
    QList<std::pair<QString, QString>> out;
    for (const Category &each : m_all)
        out += {each.id.text(), each.name};
    std::sort(out.begin(), out.end(),
              [](const auto &a, const auto &b) { return std::tie(a.second, a.first) < std::tie(b.second, b.first); });
    return out;
}

QList<Id<Category>> Categories::lineage(Id<Category> id) const
{
    QList<Id<Category>> out{id};
    for (auto at = m_all.constFind(id); at != m_all.cend() && at->parentId && out.size() < catalog::categoryDepthMax;
         at = m_all.constFind(out.constLast()))
        out += *at->parentId;
    return out;
}

QString placeName(AdSlot slot, const std::optional<Id<Category>> &category, const Categories &categories)
{
    if (slot != AdSlot::CategoryTop)
        return kit::display::text(slot);
    return category ? QCoreApplication::translate("ads", "Category: %1").arg(categories.nameOf(*category))
                    : QCoreApplication::translate("ads", "Category: all");
}

} // namespace ads
