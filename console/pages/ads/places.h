#pragma once

// The categories by name and by what lies above them, and what the place of a campaign is called: its slot, and of the
// slot above a category's list the category.

#include "shared/contract/ads.h"

#include <QHash>

namespace ads {

class Categories
{
public:
    void take(const QList<Category> &categories);
    // Before that a category is only known to lie below itself, so that who meets whom is not.
    bool isKnown() const { return m_isKnown; }

    QString nameOf(Id<Category> id) const; // "One category" of one that is not known
    // By name, for a choice.
    QList<std::pair<QString, QString>> sorted() const;
    // The category and those above it, as the server counts them.
    QList<Id<Category>> lineage(Id<Category> id) const;

private:
    QHash<Id<Category>, Category> m_all;
    bool m_isKnown = false;
};

// The category whose lane a campaign stands in; only one slot has such lanes.
inline std::optional<Id<Category>> laneCategory(const Ad &ad)
{
    return ad.slot == AdSlot::CategoryTop ? ad.categoryId : std::nullopt;
}
// "Home hero", "Category: Metals", "Category: all"
QString placeName(AdSlot slot, const std::optional<Id<Category>> &category, const Categories &categories);
inline QString placeName(const Ad &ad, const Categories &categories)
{
    return placeName(ad.slot, laneCategory(ad), categories);
}

} // namespace ads
