#include "server/buyers/store.h"

namespace buyers {

std::optional<ProfileRow> Store::profile(Tx &tx, Id<Account> id)
{
    return tx.one<ProfileRow>("FROM buyer_profiles WHERE account_id = ?", id);
}

void Store::saveProfile(Tx &tx, Id<Account> id, const PutBuyerProfile &wish, Instant now)
{
    tx.run("INSERT INTO buyer_profiles (account_id, date_of_birth, gender, updated_at) VALUES (?, ?, ?, ?)"
           " ON CONFLICT (account_id) DO UPDATE SET date_of_birth = excluded.date_of_birth,"
           " gender = excluded.gender, updated_at = excluded.updated_at",
           id, wish.dateOfBirth, wish.gender, now);
}

bool Store::insertWish(Tx &tx, const WishRow &row)
{
    return tx.insertNew("wishes", row);
}

bool Store::removeWish(Tx &tx, Id<Account> id, Id<Product> product)
{
    return tx.run("DELETE FROM wishes WHERE account_id = ? AND product_id = ?", id, product) == 1;
}

std::optional<WishRow> Store::wish(Tx &tx, Id<Account> id, Id<Product> product)
{
    return tx.one<WishRow>("FROM wishes WHERE account_id = ? AND product_id = ?", id, product);
}

QList<WishRow> Store::wishes(Tx &tx, Id<Account> id, const std::optional<Id<Wish>> &before, int limit)
{
    if (before)
        return tx.all<WishRow>("FROM wishes WHERE account_id = ? AND id < ? ORDER BY id DESC LIMIT ?", id, *before,
                               limit);
    return tx.all<WishRow>("FROM wishes WHERE account_id = ? ORDER BY id DESC LIMIT ?", id, limit);
}

qint64 Store::countWishes(Tx &tx, Id<Account> id)
{
    return tx.number("count(*) FROM wishes WHERE account_id = ?", id);
}

bool Store::insertFavourite(Tx &tx, const FavouriteRow &row)
{
    return tx.insertNew("favourite_stores", row);
}

bool Store::removeFavourite(Tx &tx, Id<Account> id, Id<Vendor> store)
{
    return tx.run("DELETE FROM favourite_stores WHERE account_id = ? AND store_id = ?", id, store) == 1;
}

std::optional<FavouriteRow> Store::favourite(Tx &tx, Id<Account> id, Id<Vendor> store)
{
    return tx.one<FavouriteRow>("FROM favourite_stores WHERE account_id = ? AND store_id = ?", id, store);
}

QList<FavouriteRow> Store::favourites(Tx &tx, Id<Account> id)
{
    return tx.all<FavouriteRow>("FROM favourite_stores WHERE account_id = ? ORDER BY chosen_at DESC, store_id DESC"
                                " LIMIT ?",
                                id, favouriteStoresMax);
}

qint64 Store::countFavourites(Tx &tx, Id<Account> id)
{
    return tx.number("count(*) FROM favourite_stores WHERE account_id = ?", id);
}

void Store::erase(Tx &tx, Id<Account> id)
{
    tx.run("DELETE FROM buyer_profiles WHERE account_id = ?", id);
    tx.run("DELETE FROM wishes WHERE account_id = ?", id);
    tx.run("DELETE FROM favourite_stores WHERE account_id = ?", id);
}

void Store::eraseFavouritesOf(Tx &tx, Id<Vendor> store)
{
    tx.run("DELETE FROM favourite_stores WHERE store_id = ?", store);
}

} // namespace buyers
