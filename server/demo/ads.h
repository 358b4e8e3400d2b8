#pragma once

// The campaigns of the demo market: planned when the story begins, looked at on each of its days.

#include "server/core/caller.h"
#include "shared/base/result.h"

#include <QHash>

#include <functional>

class Market;
struct Category;
struct StoredFile;

namespace demo {

struct AdStage
{
    Market &market;
    Caller admin;
    Instant today;
    QString folder; // where ads.json lies
    QHash<QString, Id<Category>> categories;
    std::function<Result<Id<StoredFile>>(const QString &picture)> handIn;
    std::function<void(qint64 minutesAgo, std::function<Result<>()> happen)> at;
};

Result<> planAds(const AdStage &stage);

} // namespace demo
