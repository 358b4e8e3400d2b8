#pragma once

// Prices that an admin sets in a vendor's place; the vendor is told why (VEN-11).

#include "shared/contract/catalog.h"

struct OverridePrice
{
    Money price;
    std::optional<Money> distributorPrice; // stays as it is when absent
    QString reason;
    qint64 version = 0; // the product as it was seen

    FIELDS(OverridePrice,
           FIELD(price, .label = QT_TRANSLATE_NOOP("fields", "Price per unit"), .min = 1, .max = 10'000'000'000),
           FIELD(distributorPrice, .label = QT_TRANSLATE_NOOP("fields", "Distributor price"), .min = 1,
                 .max = 10'000'000'000),
           FIELD(reason, .label = QT_TRANSLATE_NOOP("fields", "Reason"), .lengthMin = 5, .lengthMax = 2000),
           FIELD(version, .min = 1))
};

struct PriceOverridden
{
    static constexpr auto topic = "catalog.price_overridden";

    Id<Product> productId;
    Id<Account> vendorAccountId;
    QString title;
    Money before;
    Money after;
    QString reason;

    FIELDS(PriceOverridden, FIELD(productId), FIELD(vendorAccountId), FIELD(title), FIELD(before), FIELD(after),
           FIELD(reason))
};

namespace api {

inline constexpr Endpoint<OverridePrice, Product, Id<Product>> overridePrice{
    .method = Method::Put,
    .path = "/api/v1/admin/products/{id}/price",
    .access = Access::Admin,
    .owner = Owner::Anyones,
    .rate = Rate::Account,
    .summary = "Set the price of a vendor's product; the vendor is told why",
    .permission = Permission::ManageCatalog,
    .repeat = Repeat::Keyed};

inline constexpr auto prices = std::tuple{overridePrice};

} // namespace api
