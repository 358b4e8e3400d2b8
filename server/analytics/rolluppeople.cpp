// The part of Rollup that counts who came to the market.

#include "server/analytics/rollup.h"

namespace analytics {

void Rollup::countAccount(Unit &unit, qint64 edition, Id<Account> id)
{
    const auto account = m_books.account(unit.tx, id);
    if (!account || account->role == Role::Admin)
        return;
    const Count figure = account->role == Role::Vendor        ? Count::VendorsJoined
                         : account->role == Role::Distributor ? Count::DistributorsJoined
                                                              : Count::BuyersJoined;
    countOnce(unit, edition, id.uuid, 1, figure, dayOf(account->dateJoined), 1);
}

void Rollup::countStore(Unit &unit, qint64 edition, Id<Vendor> id)
{
    const StoreFacts store = m_books.store(unit.tx, id);
    if (store.appliedAt)
        countOnce(unit, edition, id.uuid, 1, Count::StoresApplied, dayOf(*store.appliedAt), 1);
    if (store.approvedAt)
        countOnce(unit, edition, id.uuid, 2, Count::StoresApproved, dayOf(*store.approvedAt), 1);
}

} // namespace analytics
