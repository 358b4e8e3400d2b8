// A period that ends today is compared with one that ends at the same time of day: what the figures were then.

#include "tests/analytics/observatory.h"
#include "tests/support/property.h"
#include "tests/support/refusal.h"
#include "tests/support/runner.h"

namespace {

constexpr Money kilogram = World::copperPrice; // of copper
constexpr qint64 hourMinutes = 60;

// The figures of a moment, to be found again as those of the period before.
struct Moment
{
    Dashboard dashboard;
    Dashboard ofMetalsInMaharashtra;
    Operations operations;
    VendorDashboard store;
    QList<Top> tops;
};

} // namespace

class TestOfThePeriodBefore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // AN-04, CADM-02
    void aMorningIsComparedWithTheMorningBefore()
    {
        Observatory market;
        market.place(World::kilograms(2)); // at noon
        market.passMinutes(3 * hourMinutes);
        market.place(World::kilograms(5)); // at three
        market.passMinutes(21 * hourMinutes);
        market.place(World::kilograms(3)); // at noon the day after
        market.count();

        const Dashboard noon = market.dashboard({.period = NamedPeriod::Today});
        market.passMinutes(3 * hourMinutes);
        const Dashboard three = market.dashboard({.period = NamedPeriod::Today});
        const Dashboard ended =
            market.dashboard({.from = QStringLiteral("2026-09-21"), .to = QStringLiteral("2026-09-21")});

        QCOMPARE(noon.placed.figure, Money{3 * kilogram.minor});
        QCOMPARE(noon.placed.previous, Money{2 * kilogram.minor});
        QCOMPARE(noon.placed.change, BasisPoints{5'000});
        QCOMPARE(noon.ordersPlaced.previous, 1);
        QCOMPARE(noon.days.constLast().previousPlaced, Money{2 * kilogram.minor});
        QCOMPARE(noon.vendors.entries[0].previous, Money{2 * kilogram.minor});
        QCOMPARE(noon.categories.entries[0].previous, Money{2 * kilogram.minor});
        QCOMPARE(noon.period.previousTo, QStringLiteral("2026-09-21"));
        QCOMPARE(noon.period.previousUntil, Instant::parse(u"2026-09-21T06:30:00.001Z").value());
        QCOMPARE(three.placed.previous, Money{7 * kilogram.minor});
        QCOMPARE(three.placed.change, BasisPoints{-5'714});
        QCOMPARE(ended.placed.figure, Money{7 * kilogram.minor});
        QCOMPARE(ended.period.previousUntil, ended.period.start);
    }

    // AN-04
    void ofAWeekThatIsNotOverTheLastDayBeforeItIsCutOff()
    {
        Observatory market;
        market.pass(1);
        market.place(World::kilograms(1));
        market.passMinutes(hourMinutes);
        market.cancel(market.place(market.buyers[1], {{market.carton, World::kilograms(2)}}));
        market.settle(market.place(market.buyers[2], {{market.brass, World::kilograms(1)}}));
        market.passMinutes((7 * 24 - 1) * hourMinutes);
        market.place(World::kilograms(1));
        market.count();

        const Dashboard said = market.dashboard({.period = NamedPeriod::Week});
        const Dashboard ofPaper = market.dashboard({.period = NamedPeriod::Week, .category = market.paper});
        const Dashboard ofGoa = market.dashboard({.period = NamedPeriod::Week, .state = QStringLiteral("Goa")});
        market.passMinutes(hourMinutes);
        const Dashboard later = market.dashboard({.period = NamedPeriod::Week});

        QCOMPARE(said.placed.previous, kilogram);
        QCOMPARE(said.commission.previous, Money{});
        QCOMPARE(said.cancellationRate.previous, BasisPoints{0});
        QCOMPARE(said.activeBuyers.previous, 1);
        QCOMPARE(said.held.previous, kilogram);
        QCOMPARE(said.held.figure, Money{2 * kilogram.minor});
        QCOMPARE(ofPaper.placed.previous, Money{});
        QCOMPARE(ofGoa.placed.previous, Money{});
        QCOMPARE(later.placed.previous, Money{kilogram.minor + 3'000 + 45'000});
        QCOMPARE(later.cancellationRate.previous, BasisPoints{3'333});
        QCOMPARE(later.activeBuyers.previous, 3);
        QCOMPARE(later.held.previous, kilogram);
        QVERIFY(later.commission.previous > Money{});
    }

    // AN-04: whatever happens on a day, at the same time of the next one it is what is compared with.
    void yesterdayIsAsItWasAtThisTime()
    {
        Observatory market;
        HOLDS("the period before says what was said then", [&] {
            constexpr qint64 noonMs = 12 * hourMs;
            market.world.db.clock.set(analytics::startOf(market.today() + 1).after(noonMs));
            act(market, 6, 90);
            market.count();
            const Moment then = momentOf(market);
            const Instant seen = market.world.db.clock.now();
            act(market, 6, 30);
            RC_ASSERT(analytics::dayOf(market.world.db.clock.now()) == analytics::dayOf(seen));
            market.world.db.clock.set(seen.after(dayMs));
            market.place(market.buyers.constFirst(), {{market.brass, World::kilograms(1)}});
            market.count();
            const Moment now = momentOf(market);

            compare(now.dashboard, then.dashboard);
            compare(now.ofMetalsInMaharashtra, then.ofMetalsInMaharashtra);
            compare(now.operations, then.operations);
            RC_ASSERT(now.store.today.previous == then.store.today.figure);
            RC_ASSERT(now.store.ordersToday.previous == then.store.ordersToday.figure);
            for (qsizetype i = 0; i < now.tops.size(); ++i)
                compare(now.tops[i], then.tops[i]);
        });
    }

    // AN-04
    void aStoreThatThereIsNoneOfHasNoFigures()
    {
        Observatory market;
        const auto nobody = market.world.ids.next<Vendor>();
        const auto &admin = market.world.admin;

        QCOMPARE(codeOf(market.analytics.readDashboard(admin, {.vendor = nobody})), ErrorCode::NotFound);
        QCOMPARE(codeOf(market.analytics.readRevenue(admin, {.vendor = nobody})), ErrorCode::NotFound);
        QCOMPARE(codeOf(market.analytics.readTop(admin, {.vendor = nobody})), ErrorCode::NotFound);
        QCOMPARE(codeOf(market.analytics.readFunnel(admin, {.vendor = nobody})), ErrorCode::NotFound);
        QCOMPARE(codeOf(market.analytics.readProcessing(admin, {.vendor = nobody})), ErrorCode::NotFound);
        QVERIFY(market.analytics.readDashboard(admin, {.vendor = market.second.id}));
    }

private:
    // So many deeds, each some minutes after the one before.
    static void act(Observatory &market, int deeds, int minutesMost)
    {
        QList<Order> open;
        for (int i = 0; i < deeds; ++i) {
            market.passMinutes(*rc::gen::inRange(1, minutesMost + 1));
            const Customer &who = market.buyers.at(*rc::gen::inRange<qsizetype>(0, market.buyers.size()));
            switch (*rc::gen::inRange(0, 6)) {
            case 0: open += market.place(who, {{market.iron, World::kilograms(3)}, {market.carton, {1'500}}}); break;
            case 1: open += market.place(who, {{market.brass, World::kilograms(1)}}); break;
            case 2: open += market.place(who, {{market.iron, World::kilograms(2)}}); break;
            case 3:
                if (!open.isEmpty())
                    market.cancel(open.takeFirst());
                break;
            case 4:
                if (!open.isEmpty())
                    market.settle(open.takeLast());
                break;
            default:
                market.buyers +=
                    market.addBuyer(QStringLiteral("buyer%1").arg(market.buyers.size()), QStringLiteral("Goa"));
            }
        }
    }

    static Moment momentOf(Observatory &market)
    {
        const auto today = NamedPeriod::Today;
        const Caller &admin = market.world.admin;
        Moment out{.dashboard = market.dashboard({.period = today}),
                   .ofMetalsInMaharashtra = market.dashboard({.period = today,
                                                              .category = market.world.metals,
                                                              .state = QStringLiteral("Maharashtra"),
                                                              .vendor = market.world.store.id}),
                   .operations = market.analytics.readOperations(admin, {.period = today}).value(),
                   .store = market.analytics.readVendorDashboard(market.world.store.caller).value(),
                   .tops = {}};
        for (const TopKind kind :
             {TopKind::Vendors, TopKind::Products, TopKind::Categories, TopKind::Cities, TopKind::States})
            out.tops += market.analytics.readTop(admin, {.period = today, .kind = kind}).value();
        out.tops += market.analytics
                        .readTop(admin, {.period = today, .category = market.world.metals, .kind = TopKind::Vendors})
                        .value();
        return out;
    }

    static void compare(const Dashboard &now, const Dashboard &then)
    {
        RC_ASSERT(now.placed.previous == then.placed.figure);
        RC_ASSERT(now.ordersPlaced.previous == then.ordersPlaced.figure);
        RC_ASSERT(now.commission.previous == then.commission.figure);
        RC_ASSERT(now.cancellationRate.previous == then.cancellationRate.figure);
        RC_ASSERT(now.held.previous == then.held.figure);
        RC_ASSERT(now.activeBuyers.previous == then.activeBuyers.figure);
        RC_ASSERT(now.days.constLast().previousPlaced == then.days.constLast().sums.placed);
    }

    static void compare(const Operations &now, const Operations &then)
    {
        RC_ASSERT(now.buyersJoined.previous == then.buyersJoined.figure);
        RC_ASSERT(now.vendorsJoined.previous == then.vendorsJoined.figure);
        RC_ASSERT(now.paymentsPaid.previous == then.paymentsPaid.figure);
        RC_ASSERT(now.paidIn.previous == then.paidIn.figure);
        RC_ASSERT(now.firstTimeBuyers.previous == then.firstTimeBuyers.figure);
        RC_ASSERT(now.orderCompletion.previous == then.orderCompletion.figure);
        RC_ASSERT(now.storesApplied.previous == then.storesApplied.figure);
        RC_ASSERT(now.payoutsProcessed.previous == then.payoutsProcessed.figure);
    }

    static void compare(const Top &now, const Top &then)
    {
        for (const TopEntry &each : now.entries) {
            const auto known = std::find_if(then.entries.begin(), then.entries.end(),
                                            [&](const TopEntry &other) { return other.key == each.key; });
            RC_ASSERT(each.previous == (known == then.entries.end() ? Money{} : known->placed));
        }
    }
};

TEST_CLASS(TestOfThePeriodBefore)
#include "tst_before.moc"
