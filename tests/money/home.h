#pragma once

// The world with what its buyers see: lists of products and stores, and what they keep for themselves.

#include "server/buyers/service.h"
#include "server/discovery/service.h"
#include "tests/money/world.h"

struct Home : World
{
    discovery::Service discovery{*db, db.clock, catalog, accounts, settings};
    buyers::Service buyers{*db, ids, accounts, catalog, discovery, ledger, orders};

    void suspend(Store &of)
    {
        const Result<> done = db->write(
            [&](Tx &tx) { return accounts.setStanding(tx, *accounts.vendor(tx, of.id), StoreStatus::Suspended); });
        if (!done)
            qFatal("cannot suspend");
        discovery.renewShop(of.id);
    }
};
