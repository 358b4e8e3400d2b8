#pragma once

// What buyers keep for themselves: their profile, products they wish for, stores they like, and their orders at a
// glance.

#include "shared/base/endpoint.h"
#include "shared/base/page.h"
#include "shared/contract/discovery.h"
#include "shared/contract/orders.h"

constexpr int wishesMax = 200;         // of one buyer
constexpr int favouriteStoresMax = 50; // of one buyer
constexpr int recentOrdersMax = 5;     // on the dashboard

NAMED_ENUM(Gender, Female, Male, Other)

struct BuyerProfile
{
    std::optional<QString> fullName; // of the account, as the language is
    QString language;
    std::optional<QString> dateOfBirth; // "1990-04-17"
    std::optional<Gender> gender;
    qint64 wishes = 0;
    qint64 favouriteStores = 0;
    qint64 totalOrders = 0;
    Money totalSpent; // as the wallet says it: what left the escrow for the stores

    FIELDS(BuyerProfile, FIELD(fullName), FIELD(language), FIELD(dateOfBirth), FIELD(gender), FIELD(wishes),
           FIELD(favouriteStores), FIELD(totalOrders), FIELD(totalSpent))
};

// What is left out is forgotten.
struct PutBuyerProfile
{
    std::optional<QString> dateOfBirth;
    std::optional<Gender> gender;

    FIELDS(PutBuyerProfile,
           FIELD(dateOfBirth, .lengthMin = 10, .lengthMax = 10, .pattern = "[0-9]{4}-[0-9]{2}-[0-9]{2}"), FIELD(gender))
};

// A product that somebody wishes for. One that is no longer offered keeps its name, and has no card.
struct Wish
{
    Id<Wish> id;
    Id<Product> productId;
    QString title; // as it was when it was wished for
    Instant wishedAt;
    std::optional<ProductCard> product; // with the price of the caller's role

    FIELDS(Wish, FIELD(id), FIELD(productId), FIELD(title), FIELD(wishedAt), FIELD(product))
};

struct ListWishes
{
    int limit = pageLimitDefault;
    std::optional<QString> cursor;

    FIELDS(ListWishes, PAGE_FIELDS)
};

// The same of a store; one that may not sell any more keeps its name, and has no card.
struct FavouriteStore
{
    Id<Vendor> storeId;
    QString storeName;
    Instant chosenAt;
    std::optional<StoreCard> store;

    FIELDS(FavouriteStore, FIELD(storeId), FIELD(storeName), FIELD(chosenAt), FIELD(store))
};

struct ChooseStore
{
    Id<Vendor> storeId;

    FIELDS(ChooseStore, FIELD(storeId))
};

struct BuyerDashboard
{
    qint64 totalOrders = 0;
    Money totalSpent;
    qint64 pendingOrders = 0; // placed or on their way
    QList<OrderCard> recentOrders;

    FIELDS(BuyerDashboard, FIELD(totalOrders), FIELD(totalSpent), FIELD(pendingOrders), FIELD(recentOrders))
};

namespace api {

inline constexpr Endpoint<Nothing, BuyerProfile> readBuyerProfile{.method = Method::Get,
                                                                  .path = "/api/v1/users/me/profile",
                                                                  .access = Access::Buyer,
                                                                  .owner = Owner::Nobodys,
                                                                  .rate = Rate::Account,
                                                                  .summary = "The own profile as a buyer"};

inline constexpr Endpoint<PutBuyerProfile, BuyerProfile> saveBuyerProfile{
    .method = Method::Put,
    .path = "/api/v1/users/me/profile",
    .access = Access::Buyer,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "Say or take back date of birth and gender"};

inline constexpr Endpoint<Nothing, BuyerDashboard> readBuyerDashboard{.method = Method::Get,
                                                                      .path = "/api/v1/users/me/dashboard",
                                                                      .access = Access::Buyer,
                                                                      .owner = Owner::Nobodys,
                                                                      .rate = Rate::Account,
                                                                      .summary = "The own orders at a glance"};

inline constexpr Endpoint<ListWishes, Page<Wish>> listWishes{.method = Method::Get,
                                                             .path = "/api/v1/users/me/wishlist",
                                                             .access = Access::Buyer,
                                                             .owner = Owner::Nobodys,
                                                             .rate = Rate::Account,
                                                             .summary = "The products that were wished for, newest "
                                                                        "first"};

inline constexpr Endpoint<Nothing, Wish, Id<Product>> addWish{.method = Method::Post,
                                                              .path = "/api/v1/products/{id}/wishlist",
                                                              .access = Access::Buyer,
                                                              .owner = Owner::Everybodys,
                                                              .rate = Rate::Account,
                                                              .summary = "Wish for a product",
                                                              .status = 201};

inline constexpr Endpoint<Nothing, Nothing, Id<Product>> removeWish{.method = Method::Delete,
                                                                    .path = "/api/v1/products/{id}/wishlist",
                                                                    .access = Access::Buyer,
                                                                    .owner = Owner::Everybodys,
                                                                    .rate = Rate::Account,
                                                                    .summary = "Wish for a product no longer"};

inline constexpr Endpoint<Nothing, QList<FavouriteStore>> listFavouriteStores{
    .method = Method::Get,
    .path = "/api/v1/users/me/favourite-stores",
    .access = Access::Buyer,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "The own favourite stores, newest first",
    .most = favouriteStoresMax};

inline constexpr Endpoint<ChooseStore, FavouriteStore> addFavouriteStore{.method = Method::Post,
                                                                         .path = "/api/v1/users/me/favourite-stores",
                                                                         .access = Access::Buyer,
                                                                         .owner = Owner::Nobodys,
                                                                         .rate = Rate::Account,
                                                                         .summary = "Make a store a favourite",
                                                                         .status = 201};

inline constexpr Endpoint<Nothing, Nothing, Id<Vendor>> removeFavouriteStore{
    .method = Method::Delete,
    .path = "/api/v1/users/me/favourite-stores/{id}",
    .access = Access::Buyer,
    .owner = Owner::Everybodys,
    .rate = Rate::Account,
    .summary = "Make a store no favourite any more"};

inline constexpr auto buyers =
    std::tuple{readBuyerProfile, saveBuyerProfile,    readBuyerDashboard, listWishes,          addWish,
               removeWish,       listFavouriteStores, addFavouriteStore,  removeFavouriteStore};

} // namespace api
