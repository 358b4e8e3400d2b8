#pragma once

// SQL of what buyers keep for themselves.

#include "server/core/db.h"
#include "shared/contract/buyers.h"
#include "shared/contract/savedmethods.h"

namespace buyers {

struct ProfileRow
{
    std::optional<QString> dateOfBirth;
    std::optional<Gender> gender;

    FIELDS(ProfileRow, FIELD(dateOfBirth), FIELD(gender))
};

struct WishRow
{
    Id<Wish> id;
    Id<Account> accountId;
    Id<Product> productId;
    QString title;
    Instant wishedAt;

    FIELDS(WishRow, FIELD(id), FIELD(accountId), FIELD(productId), FIELD(title), FIELD(wishedAt))
};

struct FavouriteRow
{
    Id<Account> accountId;
    Id<Vendor> storeId;
    QString storeName;
    Instant chosenAt;

    FIELDS(FavouriteRow, FIELD(accountId), FIELD(storeId), FIELD(storeName), FIELD(chosenAt))
};

struct MethodRow
{
    Id<SavedMethod> id;
    Id<Account> accountId;
    SavedMethodKind kind = SavedMethodKind::Upi;
    std::optional<QString> provider;
    QString reference;
    QString label;
    bool isDefault = false;
    Instant savedAt;

    FIELDS(MethodRow, FIELD(id), FIELD(accountId), FIELD(kind), FIELD(provider), FIELD(reference), FIELD(label),
           FIELD(isDefault), FIELD(savedAt))
};

class Store
{
public:
    std::optional<ProfileRow> profile(Tx &tx, Id<Account> id);
    void saveProfile(Tx &tx, Id<Account> id, const PutBuyerProfile &wish, Instant now);

    bool insertWish(Tx &tx, const WishRow &row); // false when it is wished for already
    bool removeWish(Tx &tx, Id<Account> id, Id<Product> product);
    std::optional<WishRow> wish(Tx &tx, Id<Account> id, Id<Product> product);
    QList<WishRow> wishes(Tx &tx, Id<Account> id, const std::optional<Id<Wish>> &before, int limit); // newest first
    qint64 countWishes(Tx &tx, Id<Account> id);

    bool insertFavourite(Tx &tx, const FavouriteRow &row); // false when it is one already
    bool removeFavourite(Tx &tx, Id<Account> id, Id<Vendor> store);
    std::optional<FavouriteRow> favourite(Tx &tx, Id<Account> id, Id<Vendor> store);
    QList<FavouriteRow> favourites(Tx &tx, Id<Account> id); // newest first
    qint64 countFavourites(Tx &tx, Id<Account> id);

    QList<MethodRow> methods(Tx &tx, Id<Account> id); // the default first, then the newest
    bool insertMethod(Tx &tx, const MethodRow &row);  // false when it is kept already
    bool removeMethod(Tx &tx, Id<Account> id, Id<SavedMethod> method);
    void withoutDefault(Tx &tx, Id<Account> id);
    void chooseDefault(Tx &tx, Id<Account> id); // the newest one, where none is it
    void eraseMethods(Tx &tx, Id<Account> id);

    void erase(Tx &tx, Id<Account> id);
    void eraseFavouritesOf(Tx &tx, Id<Vendor> store);
};

} // namespace buyers
