// What carrying balances forward is worth: the trial balance, the platform's accounts and a statement over years of
// postings, first added up from the beginning, then with what was carried at the ends of months. Both in one run, and
// the figures have to be the same. Usage: bench_books FILE|postgresql://… [postings] [months] [rounds]

#include "server/core/ids.h"
#include "server/core/migrate.h"
#include "server/core/postgres.h"
#include "server/core/sqlite.h"
#include "server/ledger/service.h"
#include "tests/bench/measured.h"
#include "tests/bench/must.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <cstdio>

namespace {

constexpr int buyers = 2'000, postingsPerUnit = 5'000;
constexpr qint64 monthMs = 30 * dayMs;

// Every posting puts money into a wallet, evenly over the months: what the gateway's account is made of.
class Journal
{
public:
    Journal(const Ids &ids, Instant start, qint64 postings, int months)
        : m_ids(ids)
        , m_start(start)
        , m_stepMs(std::max<qint64>(1, months * monthMs / std::max<qint64>(1, postings)))
    {
        for (int i = 0; i < buyers; ++i)
            m_buyers.push_back(ids.next<Account>());
    }
    ledger::PastPosting next()
    {
        const qint64 number = m_done++;
        return {.kind = ledger::Posting::Recharge,
                .subject = m_ids.next<Payment>().uuid,
                .at = m_start.after(number * m_stepMs),
                .buyer = m_buyers[std::size_t(number % buyers)],
                .amount = {10'000 + number % 1'000}};
    }

private:
    const Ids &m_ids;
    const Instant m_start;
    const qint64 m_stepMs;
    std::vector<Id<Account>> m_buyers;
    qint64 m_done = 0;
};

// Milliseconds of one round, and what was answered.
struct Round
{
    double ms = 0;
    QByteArray figures;
};

Round asked(Db &db, ledger::Service &ledger, int rounds)
{
    Round out;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < rounds; ++i)
        out.figures = db.read([&](Tx &tx) {
            QByteArray figures;
            for (const TrialLine &line : ledger.trial(tx, std::nullopt))
                figures += json::bytes(line);
            for (const ledger::AccountRow &row : ledger.accounts(tx, {.limit = 50}))
                figures += json::bytes(row);
            for (const auto &[row, balance] :
                 ledger.statement(tx, ledger::key(ledger::gatewayClearing), ledger::Service::until({}), 50))
                figures += balance.text().toLatin1();
            return figures;
        });
    out.ms = double(timer.nsecsElapsed()) / 1e6 / rounds;
    return out;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QString address = app.arguments().value(1);
    const qint64 postings = app.arguments().value(2, QStringLiteral("500000")).toLongLong();
    const int months = app.arguments().value(3, QStringLiteral("36")).toInt();
    const int rounds = app.arguments().value(4, QStringLiteral("5")).toInt();
    if (address.isEmpty() || postings <= 0 || months <= 0 || rounds <= 0) {
        std::fprintf(stderr, "usage: bench_books FILE|postgresql://... [postings] [months] [rounds]\n");
        return 64;
    }
    const SystemClock clock;
    std::unique_ptr<Db> db;
    if (address.startsWith(QStringLiteral("postgresql:")))
        db = std::make_unique<PostgresDb>(address, clock);
    else
        db = std::make_unique<SqliteDb>(address, clock, SqliteDb::Limits{.keeping = SqliteDb::Keeping::Draft});
    migrate::run(*db);
    const Ids ids(clock);
    ledger::Service ledger(*db, ids);
    Journal journal(ids, clock.now().after(-months * monthMs), postings, months);
    QElapsedTimer timer;
    timer.start();
    for (qint64 left = postings; left > 0; left -= postingsPerUnit)
        must(db->write([&](Tx &tx) -> Result<bool> {
            qint64 unit = std::min<qint64>(left, postingsPerUnit);
            MUST(ledger.adopt(tx, [&]() -> std::optional<ledger::PastPosting> {
                return unit-- > 0 ? std::optional(journal.next()) : std::nullopt;
            }));
            return true;
        }));
    std::printf("%lld postings over %d months written in %.1f s\n", static_cast<long long>(postings), months,
                double(timer.restart()) / 1e3);
    const Round before = asked(*db, ledger, rounds);
    timer.restart();
    ledger.carryForward();
    std::printf("carried forward in %.1f s\n", double(timer.elapsed()) / 1e3);
    const Round after = asked(*db, ledger, rounds);
    std::printf("from the beginning %8.2f ms\nfrom what is carried %6.2f ms\nratio %.1f\n", before.ms, after.ms,
                before.ms / after.ms);
    if (before.figures != after.figures) {
        std::fprintf(stderr, "the figures differ\n");
        return 1;
    }
    return 0;
}
