#pragma once

// Pure rules of the catalogue: the tree of categories, what a product must look like, who pays which price.

#include "shared/base/searchtext.h"
#include "shared/contract/catalog.h"
#include "shared/contract/categorydepth.h"

#include <QHash>

namespace catalog {

constexpr int categoriesMax = api::listCategories.most;

// A piece cannot be cut; everything else is sold by the thousandth.
constexpr bool isWholeStep(Unit unit, Quantity quantity)
{
    return unit != Unit::Piece || quantity.milli % 1000 == 0;
}

inline QString slugOf(const QString &name)
{
    QString slug;
    for (const QChar c : name.toLower()) {
        if (c.isLetterOrNumber() || c.isMark())
            slug += c;
        else if (!slug.isEmpty() && !slug.endsWith(u'-'))
            slug += u'-';
    }
    while (slug.endsWith(u'-'))
        slug.chop(1);
    return slug;
}

// The categories of a platform, at most categoriesMax, so a look from end to end is quick enough for an admin's edit.
inline const Category *findCategory(const QList<Category> &tree, Id<Category> id)
{
    for (const Category &category : tree)
        if (category.id == id)
            return &category;
    return nullptr;
}

inline bool isBelow(const QList<Category> &tree, Id<Category> id, Id<Category> ancestor)
{
    const Category *at = findCategory(tree, id);
    for (int depth = 0; at && depth <= categoryDepthMax; ++depth) {
        if (at->id == ancestor)
            return true;
        at = at->parentId ? findCategory(tree, *at->parentId) : nullptr;
    }
    return false;
}

inline int depthOf(const QList<Category> &tree, std::optional<Id<Category>> id)
{
    int depth = 0;
    while (id && depth <= categoryDepthMax) {
        const Category *at = findCategory(tree, *id);
        id = at ? at->parentId : std::nullopt;
        ++depth;
    }
    return depth;
}

// How many levels a category and what is below it take.
inline int heightOf(const QList<Category> &tree, Id<Category> id, int depth = 0)
{
    int below = 0;
    for (const Category &category : tree)
        if (category.parentId == id && depth < categoryDepthMax)
            below = qMax(below, heightOf(tree, category.id, depth + 1));
    return 1 + below;
}

// What makes two names of siblings the same; the tables' unique indexes stand on it too.
inline QString nameKey(const QString &name)
{
    return searchtext::normalised(name);
}

inline bool isNameTaken(const QList<Category> &tree, const Category &category)
{
    const QString key = nameKey(category.name);
    for (const Category &other : tree)
        if (other.id != category.id && other.parentId == category.parentId && nameKey(other.name) == key)
            return true;
    return false;
}

inline bool isSlugTaken(const QList<Category> &tree, const Category &category, const QString &slug)
{
    for (const Category &other : tree)
        if (other.id != category.id && other.slug == slug)
            return true;
    return false;
}

// "metals-copper": the parent's slug and the own one. Another branch may spell the same; then a number makes it unique.
inline QString freeSlug(const QList<Category> &tree, const Category &category)
{
    const Category *parent = category.parentId ? findCategory(tree, *category.parentId) : nullptr;
    const QString own = slugOf(category.name);
    const QString slug = parent ? parent->slug + u'-' + own : own;
    QString candidate = slug;
    for (int number = 2; isSlugTaken(tree, category, candidate); ++number)
        candidate = slug + u'-' + QString::number(number);
    return candidate;
}

// Parents before children; the order among siblings stays.
inline QList<Category> parentsFirst(const QList<Category> &tree)
{
    QHash<Id<Category>, QList<qsizetype>> below; // the null id stands for the root
    for (qsizetype i = 0; i < tree.size(); ++i)
        below[tree[i].parentId.value_or(Id<Category>{})] += i;

    QList<Category> out;
    out.reserve(tree.size());
    const auto appendBelow = [&](const auto &self, Id<Category> parent) -> void {
        for (const qsizetype i : below.value(parent)) {
            out += tree[i];
            self(self, tree[i].id);
        }
    };
    appendBelow(appendBelow, {});
    return out;
}

constexpr Money priceFor(Role role, Money price, const std::optional<Money> &distributorPrice)
{
    return role == Role::Distributor && distributorPrice ? *distributorPrice : price;
}

} // namespace catalog
