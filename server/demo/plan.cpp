#include "server/demo/plan.h"

#include "server/demo/cash.h"
#include "server/demo/trade.h"
#include "server/demo/year.h"

#include <QFile>

namespace demo {

namespace {

template <class Table>
Result<Table> readTable(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Internal, QStringLiteral("%1 is missing.").arg(path));
    return json::parse<Table>(file.readAll());
}

} // namespace

Result<Tables> readTables(const QString &folder)
{
    LET(population, readTable<Population>(folder + QStringLiteral("/people.json")));
    LET(trade, readTable<Trade>(folder + QStringLiteral("/goods.json")));
    LET(phrases, readTable<Phrases>(folder + QStringLiteral("/talk.json")));
    return Tables{std::move(population), std::move(trade), std::move(phrases)};
}

Plan planYear(const Tables &tables, const Terms &terms, const Atlas &atlas, Instant today, quint64 seed,
              const Scale &scale)
{
    Plan plan{.start = today.after(-yearDays * dayMs), .today = today};
    const Calendar calendar(tables.trade.seasons, plan.start, today);
    const PriceBook prices(tables.trade, seed, plan.start);
    Census(tables, calendar, atlas, seed, scale).settle(plan);
    Bazaar bazaar(tables, calendar, prices, terms, seed);
    bazaar.openShelves(plan);
    bazaar.trade(plan);
    moveStock(plan, tables, seed);
    payOut(plan, tables, terms, seed);
    keepJournal(plan, tables, terms, seed);
    return plan;
}

} // namespace demo
