#pragma once

// Three stores in three towns, each with one product.

#include "tests/commerce/bazaar.h"

inline constexpr GeoPoint mumbai{19.0760, 72.8777};
inline constexpr GeoPoint pune{18.5204, 73.8567};  // 120 km from Mumbai
inline constexpr GeoPoint delhi{28.6139, 77.2090}; // 1,150 km from Mumbai

inline QStringList titles(const Page<ProductCard> &page)
{
    QStringList out;
    for (const ProductCard &card : page.items)
        out += card.title;
    return out;
}

inline FindProducts around(const GeoPoint &origin)
{
    return {.latitude = origin.latitude, .longitude = origin.longitude};
}

struct Towns : Bazaar
{
    const Caller asha = vendor(QStringLiteral("asha"), mumbai);
    const Caller ravi = vendor(QStringLiteral("ravi"), pune);
    const Caller dev = vendor(QStringLiteral("dev"), delhi);
    const Product copper = product(asha, QStringLiteral("Copper wire"));
    const Product brass = product(ravi, QStringLiteral("Brass honey"));
    const Product steel = product(dev, QStringLiteral("Steel rods"));

    QStringList find(const FindProducts &wish, const Caller &caller = {})
    {
        const auto page = discovery.findProducts(caller, wish);
        return page ? titles(*page) : QStringList{page.error().message};
    }
    void hear() { outbox.drain(); }
};
