#pragma once

// Single orders of the demo market with a fate: weighed and contested, given back, disputed. And what admins did about
// money: dated rates, payouts in files of the bank, payments that did not come as they were asked for.

#include "server/core/caller.h"
#include "shared/base/result.h"
#include "shared/contract/catalog.h"
#include "shared/contract/storage.h"

#include <QHash>

#include <functional>

class Market;

namespace demo {

struct CaseStage
{
    Market &market;
    Caller admin;
    Instant today;
    QString folder; // where cases.json lies
    QHash<QString, Id<Category>> categories;
    std::function<std::pair<Caller, Id<Address>>(const QString &name)> buyer;
    std::function<Caller(const QString &name)> vendor;
    std::function<QList<Product>(const QString &vendor)> products;
    std::function<Result<Id<StoredFile>>(const Caller &owner, const QString &picture)> handIn; // as for a chat
    std::function<void(qint64 minutesAgo, std::function<Result<>()> happen)> at;
};

Result<> planCases(const CaseStage &stage);

} // namespace demo
