#pragma once

// What buyers of another system wished for and liked.

#include "shared/contract/buyers.h"

namespace buyers {

struct PastWish
{
    Id<Product> productId;
    QString title;
    Instant at;
};

struct PastFavourite
{
    Id<Vendor> storeId;
    QString storeName;
    Instant at;
};

struct PastTaste
{
    Id<Account> account;
    PutBuyerProfile profile = {};
    QList<PastWish> wishes = {};
    QList<PastFavourite> stores = {};
};

} // namespace buyers
