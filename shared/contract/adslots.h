#pragma once

// The places of ads.

#include "shared/base/names.h"

#include <QtGlobal>

#include <array>

NAMED_ENUM(AdSlot, HomeHero, HomeStrip, CategoryTop, SearchResult, OrderConfirmed)

// Where an ad stands: the size of its picture, and how many campaigns of the same targeting share the place at a time.
struct AdSlotShape
{
    AdSlot slot;
    int width;
    int height;
    int rotation;
    const char *label;
};

inline constexpr std::array<AdSlotShape, 5> adSlotShapes{{
    {AdSlot::HomeHero, 1200, 400, 3, QT_TRANSLATE_NOOP("fields", "Home hero")},
    {AdSlot::HomeStrip, 1200, 120, 1, QT_TRANSLATE_NOOP("fields", "Home strip")},
    {AdSlot::CategoryTop, 1200, 300, 1, QT_TRANSLATE_NOOP("fields", "Category top")},
    {AdSlot::SearchResult, 600, 400, 1, QT_TRANSLATE_NOOP("fields", "Search results")},
    {AdSlot::OrderConfirmed, 800, 400, 2, QT_TRANSLATE_NOOP("fields", "Order confirmed")},
}};

constexpr const AdSlotShape &shapeOf(AdSlot slot)
{
    return adSlotShapes[std::size_t(slot)];
}

constexpr bool isEverySlotShaped()
{
    for (std::size_t i = 0; i < adSlotShapes.size(); ++i)
        if (adSlotShapes[i].slot != AdSlot(i) || adSlotShapes[i].rotation < 1)
            return false;
    return true;
}
static_assert(isEverySlotShaped(), "the table of slots must list every slot in its order");
