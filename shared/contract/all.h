#pragma once

// Every endpoint of the web API. The access test and the start-up check walk this list.

#include "shared/contract/accounts.h"
#include "shared/contract/ads.h"
#include "shared/contract/analyticsdepth.h"
#include "shared/contract/apikeys.h"
#include "shared/contract/audit.h"
#include "shared/contract/auth.h"
#include "shared/contract/books.h"
#include "shared/contract/buyers.h"
#include "shared/contract/catalog.h"
#include "shared/contract/chat.h"
#include "shared/contract/chatrooms.h"
#include "shared/contract/checkout.h"
#include "shared/contract/closures.h"
#include "shared/contract/commissions.h"
#include "shared/contract/custody.h"
#include "shared/contract/devices.h"
#include "shared/contract/discovery.h"
#include "shared/contract/disputes.h"
#include "shared/contract/escrow.h"
#include "shared/contract/factors.h"
#include "shared/contract/gateways.h"
#include "shared/contract/geo.h"
#include "shared/contract/heatmap.h"
#include "shared/contract/identities.h"
#include "shared/contract/inventory.h"
#include "shared/contract/invoices.h"
#include "shared/contract/jobs.h"
#include "shared/contract/kyc.h"
#include "shared/contract/ledger.h"
#include "shared/contract/legal.h"
#include "shared/contract/live.h"
#include "shared/contract/notifications.h"
#include "shared/contract/onboarding.h"
#include "shared/contract/orders.h"
#include "shared/contract/ordersums.h"
#include "shared/contract/ownemail.h"
#include "shared/contract/ownstore.h"
#include "shared/contract/payments.h"
#include "shared/contract/payoutaccounts.h"
#include "shared/contract/payoutbatches.h"
#include "shared/contract/payouts.h"
#include "shared/contract/people.h"
#include "shared/contract/pictures.h"
#include "shared/contract/preferences.h"
#include "shared/contract/prices.h"
#include "shared/contract/privacy.h"
#include "shared/contract/purses.h"
#include "shared/contract/reconciliation.h"
#include "shared/contract/refunds.h"
#include "shared/contract/reorder.h"
#include "shared/contract/reports.h"
#include "shared/contract/savedmethods.h"
#include "shared/contract/schedules.h"
#include "shared/contract/settings.h"
#include "shared/contract/settlements.h"
#include "shared/contract/statements.h"
#include "shared/contract/storage.h"
#include "shared/contract/storeorders.h"
#include "shared/contract/storeproducts.h"
#include "shared/contract/tax.h"
#include "shared/contract/taxdues.h"
#include "shared/contract/vendors.h"
#include "shared/contract/weighing.h"

namespace api {

// One list after the other, because a single one of all of them takes the compiler minutes.
template <class Visit>
constexpr void forEach(Visit &&visit)
{
    const auto visitEach = [&](const auto &...lists) {
        (std::apply([&](const auto &...each) { (visit(each), ...); }, lists), ...);
    };
    visitEach(settings, audit, jobs, storage, ledger, accounts, auth, apiKeys, kyc, catalog, discovery, payments,
              orders, orderSums, payouts, people, chat, ads, reports, notifications, live, analytics, heatmap, factors,
              identities, geography, prices, vendors, legal, privacy, preferences, buyers, reordering, ownEmail,
              inventory, weighing, refunds, disputes, books, payoutBatches, commissions, statements, reconciliation,
              tax, ownStore, storeOrders, storeProducts, onboarding, schedules, chatRooms, savedMethods, devices,
              pictures, invoices, gateways, payoutAccounts, checkout, taxDues, custody, escrow, closures, purses,
              settlements);
}

} // namespace api
