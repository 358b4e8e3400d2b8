#include "server/buyers/history.h"

#include "server/buyers/service.h"
#include "server/core/ids.h"

namespace buyers {

Result<> Service::adopt(Tx &tx, const PastTaste &past)
{
    if (past.wishes.size() > wishesMax)
        return refusal(QStringLiteral("wishes"), QStringLiteral("are too many"));
    if (past.stores.size() > favouriteStoresMax)
        return refusal(QStringLiteral("stores"), QStringLiteral("are too many"));
    MUST(check(past.profile, tx.now()));
    if (past.profile.dateOfBirth || past.profile.gender)
        m_store.saveProfile(tx, past.account, past.profile, tx.now());
    quint32 number = 0;
    for (const PastWish &each : past.wishes)
        m_store.insertWish(tx, {.id = Ids::past<Wish>(each.at, past.account.uuid, ++number),
                                .accountId = past.account,
                                .productId = each.productId,
                                .title = each.title,
                                .wishedAt = each.at});
    for (const PastFavourite &each : past.stores)
        m_store.insertFavourite(tx, {past.account, each.storeId, each.storeName, each.at});
    return {};
}

} // namespace buyers
