#include "server/buyers/service.h"

#include "server/accounts/service.h"
#include "server/buyers/rules.h"
#include "server/catalog/service.h"
#include "server/core/cursor.h"
#include "server/core/ids.h"
#include "server/core/permit.h"
#include "server/discovery/service.h"
#include "server/ledger/service.h"
#include "server/orders/service.h"

namespace buyers {

namespace {

constexpr QLatin1StringView productWord("product"), storeWord("store");

auto tooMany(const char *what)
{
    return failure(ErrorCode::Conflict, QStringLiteral("There are too many %1 already.").arg(QLatin1StringView(what)));
}

} // namespace

Result<> Service::check(const PutBuyerProfile &wish, Instant now)
{
    if (const auto problem = wish.dateOfBirth ? birthProblem(*wish.dateOfBirth, now) : std::nullopt)
        return refusal(QStringLiteral("date_of_birth"), *problem);
    return {};
}

Result<BuyerProfile> Service::profileOf(Tx &tx, Id<Account> id)
{
    const auto account = m_accounts.find(tx, id);
    if (!account)
        return notFound(QLatin1StringView("account"));
    const ProfileRow row = m_store.profile(tx, id).value_or(ProfileRow{});
    const orders::BuyerFigures figures = m_orders.figuresOf(tx, id);
    return BuyerProfile{.fullName = account->fullName,
                        .language = account->language,
                        .dateOfBirth = row.dateOfBirth,
                        .gender = row.gender,
                        .wishes = m_store.countWishes(tx, id),
                        .favouriteStores = m_store.countFavourites(tx, id),
                        .totalOrders = figures.all,
                        .totalSpent = m_ledger.wallet(tx, id).totalSpent};
}

Result<BuyerProfile> Service::readBuyerProfile(const Caller &caller)
{
    MUST(permitBuyer(caller));
    return m_db.read([&](Tx &tx) { return profileOf(tx, caller.id); });
}

Result<BuyerProfile> Service::saveBuyerProfile(const Caller &caller, const PutBuyerProfile &wish)
{
    MUST(permitBuyer(caller));
    return m_db.write(caller, [&](Tx &tx) -> Result<BuyerProfile> {
        MUST(check(wish, tx.now()));
        m_store.saveProfile(tx, caller.id, wish, tx.now());
        return profileOf(tx, caller.id);
    });
}

Result<BuyerDashboard> Service::readBuyerDashboard(const Caller &caller)
{
    MUST(permitBuyer(caller));
    return m_db.read([&](Tx &tx) -> Result<BuyerDashboard> {
        const orders::BuyerFigures figures = m_orders.figuresOf(tx, caller.id);
        return BuyerDashboard{.totalOrders = figures.all,
                              .totalSpent = m_ledger.wallet(tx, caller.id).totalSpent,
                              .pendingOrders = figures.open,
                              .recentOrders = m_orders.newestOf(tx, caller.id, recentOrdersMax)};
    });
}

QList<Wish> Service::shown(Tx &tx, const Caller &caller, const QList<WishRow> &rows)
{
    QList<Id<Product>> ids;
    for (const WishRow &row : rows)
        ids += row.productId;
    const auto cards = m_discovery.cardsOf(tx, caller, ids);
    QList<Wish> out;
    for (const WishRow &row : rows) {
        const auto card = cards.constFind(row.productId);
        out += Wish{row.id, row.productId, row.title, row.wishedAt,
                    card == cards.cend() ? std::nullopt : std::optional(*card)};
    }
    return out;
}

Result<Page<Wish>> Service::listWishes(const Caller &caller, const ListWishes &wish)
{
    MUST(permitBuyer(caller));
    LET(before, cursor::idOf<Wish>(wish.cursor));
    return m_db.read([&](Tx &tx) -> Result<Page<Wish>> {
        return cursor::pageById(shown(tx, caller, m_store.wishes(tx, caller.id, before, wish.limit + 1)), wish.limit);
    });
}

// Wishing twice is wishing once: the first time counts.
Result<Wish> Service::addWish(const Caller &caller, Id<Product> id)
{
    MUST(permitBuyer(caller));
    return m_db.write(caller, [&](Tx &tx) -> Result<Wish> {
        const auto cards = m_discovery.cardsOf(tx, caller, QList{id});
        if (!cards.contains(id))
            return notFound(productWord);
        if (!m_store.wish(tx, caller.id, id)) {
            if (m_store.countWishes(tx, caller.id) >= wishesMax)
                return tooMany("wishes");
            m_store.insertWish(tx, {m_ids.next<Wish>(), caller.id, id, cards.value(id).title, tx.now()});
        }
        return shown(tx, caller, {*m_store.wish(tx, caller.id, id)}).constFirst();
    });
}

// Taking back what was not wished for is no error, but a product that nobody knows is.
Result<> Service::removeWish(const Caller &caller, Id<Product> id)
{
    MUST(permitBuyer(caller));
    return m_db.write(caller, [&](Tx &tx) -> Result<> {
        if (!m_store.removeWish(tx, caller.id, id) && !m_catalog.isKnown(tx, id))
            return notFound(productWord);
        return {};
    });
}

QList<FavouriteStore> Service::shown(Tx &tx, const Caller &caller, const QList<FavouriteRow> &rows)
{
    QList<Id<Vendor>> ids;
    for (const FavouriteRow &row : rows)
        ids += row.storeId;
    const auto cards = m_discovery.cardsOf(tx, caller, ids);
    QList<FavouriteStore> out;
    for (const FavouriteRow &row : rows) {
        const auto card = cards.constFind(row.storeId);
        out += FavouriteStore{row.storeId, row.storeName, row.chosenAt,
                              card == cards.cend() ? std::nullopt : std::optional(*card)};
    }
    return out;
}

Result<QList<FavouriteStore>> Service::listFavouriteStores(const Caller &caller)
{
    MUST(permitBuyer(caller));
    return m_db.read(
        [&](Tx &tx) -> Result<QList<FavouriteStore>> { return shown(tx, caller, m_store.favourites(tx, caller.id)); });
}

Result<FavouriteStore> Service::addFavouriteStore(const Caller &caller, const ChooseStore &wish)
{
    MUST(permitBuyer(caller));
    return m_db.write(caller, [&](Tx &tx) -> Result<FavouriteStore> {
        const auto store = m_accounts.vendor(tx, wish.storeId);
        if (!store || !store->canSell)
            return notFound(storeWord);
        if (!m_store.favourite(tx, caller.id, store->id)) {
            if (m_store.countFavourites(tx, caller.id) >= favouriteStoresMax)
                return tooMany("favourite stores");
            m_store.insertFavourite(tx, {caller.id, store->id, store->storeName, tx.now()});
        }
        return shown(tx, caller, {*m_store.favourite(tx, caller.id, store->id)}).constFirst();
    });
}

Result<> Service::removeFavouriteStore(const Caller &caller, Id<Vendor> id)
{
    MUST(permitBuyer(caller));
    return m_db.write(caller, [&](Tx &tx) -> Result<> {
        if (!m_store.removeFavourite(tx, caller.id, id) && !m_accounts.vendor(tx, id))
            return notFound(storeWord);
        return {};
    });
}

} // namespace buyers
