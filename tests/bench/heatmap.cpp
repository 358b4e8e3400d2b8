// How fast the heatmap answers over a long history. Fills a year of happenings (ten millions unless said otherwise),
// adds them up with a rebuild and measures each question. Usage: bench_heatmap FILE|postgresql://… [events] [questions]

#include "server/accounts/service.h"
#include "server/audit/service.h"
#include "server/core/clock.h"
#include "server/core/ids.h"
#include "server/core/migrate.h"
#include "server/core/postgres.h"
#include "server/core/secrets.h"
#include "server/core/sqlite.h"
#include "server/heatmap/service.h"
#include "server/settings/service.h"
#include "server/storage/service.h"
#include "tests/bench/measured.h"
#include "tests/bench/must.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <random>

namespace {

constexpr int batch = 20'000;
constexpr int days = 365;
constexpr int people = 400'000;
constexpr uint storeCount = 2'000;

struct Town
{
    GeoPoint place;
    double weight;
};

// A few large cities have most of the trade; the rest is spread over the pincode areas.
class Country
{
public:
    explicit Country(const accounts::Service &accounts)
    {
        std::vector<double> weights;
        for (int pincode = 110'001; pincode < 855'000; ++pincode) {
            if (const auto centre = accounts.centreOf(QString::number(pincode))) {
                m_places.push_back(*centre);
                weights.push_back(1.0 / double(1 + m_places.size() % 997));
            }
        }
        m_choice = std::discrete_distribution<std::size_t>(weights.begin(), weights.end());
    }
    // Nine are orders, the tenth is a search in vain, which may come from where no store is near.
    void happen(Tx &tx, Instant start)
    {
        const GeoPoint &place = m_places[m_choice(m_random)];
        const Instant hour = india::hourOf(start.after(qint64(m_random() % (days * 24)) * hourMs));
        const int cell = geocell::at(place.latitude, place.longitude).id();
        if (++m_count % 10 == 0)
            heatmap::Store().addSearches(tx, hour, cell, 1);
        else
            tx.insert("heatmap_events",
                      heatmap::EventRow{.kind = heatmap::Kind::Order,
                                        .id = {QUuid(uint(m_count), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)},
                                        .hour = hour,
                                        .cell = cell,
                                        .person = {QUuid(uint(m_random() % people + 1), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)},
                                        .amount = {qint64(m_random() % 500'000)}});
    }

    // In every tenth area one that delivers 25 km around.
    void openStores(Tx &tx)
    {
        uint number = 0;
        for (std::size_t i = 0; i < m_places.size() && number < storeCount; i += 10) {
            const Id<Vendor> id{QUuid(++number, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9)};
            tx.run("INSERT INTO accounts (id, username, username_key, role, distributor_status, language, date_joined)"
                   " VALUES (?1, ?2, ?2, 'vendor', 'none', 'en', 0)",
                   id, id.text());
            tx.run("INSERT INTO vendors (id, account_id, store_name, store_key, city, location, latitude, longitude, "
                   "radius_km, can_sell,"
                   " created_at) VALUES (?1, ?1, ?2, ?2, 'Pune', ?3, ?4, ?5, 25, 1, 0)",
                   id, id.text(), m_places[i], m_places[i].latitude, m_places[i].longitude);
        }
    }

private:
    std::mt19937_64 m_random{42};
    std::vector<GeoPoint> m_places;
    std::discrete_distribution<std::size_t> m_choice;
    quint64 m_count = 0;
};

void measureAll(Measured &measured, heatmap::Service &heatmap, const Clock &clock)
{
    const Caller admin{.role = Role::Admin, .known = true, .superAdmin = true};
    const auto ask = [&](qint64 lengthDays, HeatLevel level) {
        return [&heatmap, &admin, &clock, lengthDays, level](int i) {
            const Instant to = clock.now().after(-(i % 20) * hourMs);
            const auto map =
                heatmap.readHeatMap(admin, {.from = to.after(-lengthDays * dayMs), .to = to, .level = level});
            return map ? map->cells.size() : -1;
        };
    };
    measured.ask("a year, fine cells", ask(365, HeatLevel::Fine));
    measured.ask("a year, coarse cells", ask(365, HeatLevel::Coarse));
    measured.ask("90 days, fine cells", ask(90, HeatLevel::Fine));
    measured.ask("3 days, fine cells", ask(3, HeatLevel::Fine));
    measured.ask("an hour", [&](int i) {
        const Instant to = india::hourOf(clock.now()).after(-(i + 2) * hourMs);
        return heatmap.readHeatMap(admin, {.from = to.after(-hourMs), .to = to})->cells.size();
    });
    measured.ask("series of a year", [&](int) {
        return heatmap.readHeatSeries(admin, {.from = clock.now().after(-365 * dayMs)})->bars.size();
    });
    measured.ask("gaps of a year", [&](int) {
        return heatmap.readHeatGaps(admin, {.from = clock.now().after(-365 * dayMs)})->gaps.size();
    });
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QString address = app.arguments().value(1);
    const qint64 events = app.arguments().value(2, QStringLiteral("10000000")).toLongLong();
    const int questions = app.arguments().value(3, QStringLiteral("200")).toInt();
    if (address.isEmpty()) {
        std::fprintf(stderr, "usage: bench_heatmap FILE|postgresql://... [events] [questions]\n");
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
    const Secrets secrets({QByteArray(32, 'b')}, 4);
    audit::Service audit(*db, clock, ids, secrets);
    settings::Service settings(*db, audit);
    storage::Service storage(*db, clock, ids, settings, audit, secrets, {QStringLiteral("/tmp/bench-heatmap-files")});
    accounts::Service accounts(*db, ids, storage);
    settings.load();
    heatmap::Service heatmap(*db, clock, accounts, settings);
    const Instant start = heatmap::startOf(HeatStep::Day, clock.now().after(-days * dayMs));

    QElapsedTimer timer;
    timer.start();
    Country country(accounts);
    for (qint64 done = 0; done < events; done += batch) {
        must(db->write([&](Tx &tx) -> Result<bool> {
            for (int i = 0; i < batch; ++i)
                country.happen(tx, start);
            return true;
        }));
    }
    must(db->write([&](Tx &tx) -> Result<bool> {
        country.openStores(tx);
        return true;
    }));
    std::printf("%lld happenings written in %.1f s\n", events, double(timer.restart()) / 1e3);
    if (const auto rebuilt = heatmap.rebuild(); !rebuilt) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(rebuilt.error().message));
        return 1;
    }
    std::printf("added up in %.1f s\n", double(timer.restart()) / 1e3);

    Measured measured(questions);
    measureAll(measured, heatmap, clock);
    return measured.exitCode();
}
