#include "server/analytics/storerollup.h"
#include "shared/contract/payouts.h"
#include "tests/analytics/life.h"
#include "tests/support/property.h"
#include "tests/support/runner.h"

#include <thread>

namespace {

// What the orders and the ledger say, asked in the plainest way.
struct Truth
{
    qint64 placed = 0;
    Money placedTotal;
    qint64 cancelled = 0;
    Money cancelledTotal;
    qint64 settled = 0;
    Money settledTotal;
    Money commission;

    friend bool operator==(const Truth &, const Truth &) = default;
};

Truth truthOf(Observatory &market, const AskAnalytics &wish, const analytics::Span &span)
{
    const Instant start = analytics::startOf(span.first), until = analytics::startOf(span.last + 1);
    const sql::IdBytes vendor = sql::idBytes(wish.vendor.value_or(Id<Vendor>{}).uuid);
    const QString state = wish.state.value_or(QString());
    const auto number = [&](const std::string &select, const std::string &time) {
        std::string text = select + " AND " + time + " >= ? AND " + time + " < ?";
        if (wish.vendor && wish.state)
            return market.world.db.number(text + " AND o.vendor_id = ? AND o.city = ?", start, until, vendor,
                                          QStringLiteral("Town of ") + state);
        if (wish.vendor)
            return market.world.db.number(text + " AND o.vendor_id = ?", start, until, vendor);
        if (wish.state)
            return market.world.db.number(text + " AND o.city = ?", start, until, QStringLiteral("Town of ") + state);
        return market.world.db.number(text, start, until);
    };
    const std::string posted = " FROM ledger_transactions t JOIN orders o ON o.id = t.subject_id WHERE t.kind = ";
    const std::string moved = "CAST(coalesce(sum(f.amount), 0) AS BIGINT) FROM ledger_transactions t JOIN orders o"
                              " ON o.id = t.subject_id JOIN ledger_transfers f ON f.transaction_id = t.id";
    return {.placed = number("count(*)" + posted + "'hold'", "t.created_at"),
            .placedTotal = {number(moved + " WHERE t.kind = 'hold'", "t.created_at")},
            .cancelled = number("count(*)" + posted + "'release'", "t.created_at"),
            .cancelledTotal = {number(moved + " WHERE t.kind = 'release'", "t.created_at")},
            .settled = number("count(*)" + posted + "'settle'", "t.created_at"),
            .settledTotal = {number(moved + " WHERE t.kind = 'settle'", "t.created_at")},
            .commission = {number(moved + " JOIN ledger_accounts a ON a.id = f.credit_account_id"
                                          " WHERE t.kind = 'settle' AND a.kind IN ('commission_income', 'gst_due')",
                                  "t.created_at")}};
}

// The goods of one category by the lines of the orders.
Truth goodsOf(Observatory &market, const AskAnalytics &wish, const analytics::Span &span)
{
    const Instant start = analytics::startOf(span.first), until = analytics::startOf(span.last + 1);
    const auto number = [&](const std::string &select, const std::string &time) {
        return market.world.db.number(select +
                                          " FROM order_lines l JOIN orders o ON o.id = l.order_id"
                                          " JOIN products p ON p.id = l.product_id"
                                          " LEFT JOIN order_history h ON h.order_id = o.id AND h.status = 'cancelled'"
                                          " WHERE p.category_id = ? AND " +
                                          time + " >= ? AND " + time + " < ?",
                                      *wish.category, start, until);
    };
    const std::string count = "count(DISTINCT o.id)", goods = "CAST(coalesce(sum(l.line_total), 0) AS BIGINT)";
    return {.placed = number(count, "o.placed_at"),
            .placedTotal = {number(goods, "o.placed_at")},
            .cancelled = number(count, "h.at"),
            .cancelledTotal = {number(goods, "h.at")},
            .settled = number(count, "o.settled_at"),
            .settledTotal = {number(goods, "o.settled_at")},
            .commission = {number("CAST(coalesce(sum(l.commission_amount), 0) AS BIGINT)", "o.settled_at")}};
}

Money goodsPlaced(Observatory &market, const analytics::Span &span)
{
    return {market.world.db.number("CAST(coalesce(sum(l.line_total), 0) AS BIGINT) FROM order_lines l"
                                   " JOIN orders o ON o.id = l.order_id WHERE o.placed_at >= ? AND o.placed_at < ?",
                                   analytics::startOf(span.first), analytics::startOf(span.last + 1))};
}

Truth saidBy(const SalesSums &sums)
{
    return {sums.ordersPlaced,  sums.placed,  sums.ordersCancelled, sums.cancelled,
            sums.ordersSettled, sums.settled, sums.commission};
}

} // namespace

class TestOfRollup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // AN-10
    void runningTotalsAreWhatARebuildMakes()
    {
        Observatory market;
        Life life(market);

        HOLDS("running totals are what a rebuild makes", [&] {
            const int steps = *rc::gen::inRange(1, 8);
            for (int i = 0; i < steps; ++i)
                life.step();
            market.count();

            const QStringList running = market.rows();
            RC_ASSERT(market.analytics.rebuild().has_value());
            const QStringList beside = market.rows();
            RC_ASSERT(market.analytics.rebuild(goOn, analytics::Company::Alone).has_value());

            RC_ASSERT(beside == running);
            RC_ASSERT(market.rows() == running);
        });
    }

    // AN-10: the same filter makes the same sums.
    void figuresAreTheSumsOfLedgerAndOrders()
    {
        Observatory market;
        Life life(market);
        const qint64 firstDay = market.today();

        HOLDS("figures are the sums of ledger and orders", [&] {
            const analytics::Span span = life.someDays(firstDay);
            AskRevenue wish{.from = analytics::dayText(span.first), .to = analytics::dayText(span.last)};
            wish.step = *rc::gen::element(SeriesStep::Day, SeriesStep::Week, SeriesStep::Month);
            AskAnalytics filter;
            switch (*rc::gen::inRange(0, 5)) {
            case 0: break;
            case 1: filter.vendor = market.world.store.id; break;
            case 2: filter.state = QStringLiteral("Goa"); break;
            case 3:
                filter.vendor = market.second.id;
                filter.state = QStringLiteral("Gujarat");
                break;
            default: filter.category = *rc::gen::element(market.world.metals, market.paper);
            }
            wish.vendor = filter.vendor;
            wish.state = filter.state;
            wish.category = filter.category;

            const Revenue said = market.analytics.readRevenue(market.world.admin, wish).value();

            const Truth truth = filter.category ? goodsOf(market, filter, span) : truthOf(market, filter, span);
            RC_ASSERT(saidBy(said.sums) == truth);
            Money placed;
            for (const SeriesPoint &point : said.points)
                placed = placed + point.sums.placed;
            RC_ASSERT(placed == truth.placedTotal);
        });
    }

    // AN-10: what a list of the best says in sum is what was placed, and each line is right by itself.
    void topListsAreTheSumsOfOrders()
    {
        Observatory market;
        Life life(market);
        const qint64 firstDay = market.today();

        HOLDS("top lists are the sums of orders", [&] {
            const analytics::Span span = life.someDays(firstDay);
            const auto kind = *rc::gen::element(TopKind::Vendors, TopKind::Products, TopKind::Categories,
                                                TopKind::Cities, TopKind::States);

            const Top said = market.analytics
                                 .readTop(market.world.admin, {.from = analytics::dayText(span.first),
                                                               .to = analytics::dayText(span.last),
                                                               .kind = kind,
                                                               .limit = topLimitMax})
                                 .value();

            const Truth truth = truthOf(market, {}, span);
            const bool isOfGoods = kind == TopKind::Products || kind == TopKind::Categories;
            Money placed;
            qint64 orders = 0;
            for (const TopEntry &entry : said.entries) {
                placed = placed + entry.placed;
                orders += entry.orders;
                if (kind == TopKind::Vendors)
                    RC_ASSERT(entry.placed ==
                              truthOf(market, {.vendor = Id<Vendor>::parse(entry.key)}, span).placedTotal);
            }
            RC_ASSERT(said.placed == truth.placedTotal);
            RC_ASSERT(placed == (isOfGoods ? goodsPlaced(market, span) : truth.placedTotal));
            RC_ASSERT(isOfGoods || orders == truth.placed);
        });
    }

    void whatIsHeldIsWhatTheLedgerHolds() // AN-10
    {
        Observatory market;
        Life life(market);

        HOLDS("what is held is what the ledger holds", [&] {
            const int steps = *rc::gen::inRange(1, 6);
            for (int i = 0; i < steps; ++i)
                life.step();
            market.count();

            const Dashboard said = market.dashboard();

            const qint64 held = market.world.db.number("CAST(coalesce(sum(balance), 0) AS BIGINT) FROM ledger_accounts"
                                                       " WHERE kind = 'buyer_held'");
            RC_ASSERT(said.held.figure.minor == held);
            RC_ASSERT(said.ordersHeld == market.world.db.number("count(*) FROM orders WHERE escrow_status = 'held'"));
        });
    }

    void eventsThatComeLateOrTwiceChangeNothing()
    {
        Observatory market;
        const Order first = market.place();
        market.pass(40);
        const Order second = market.place();
        market.pass(40);
        const Order third = market.place();
        const auto tell = [&](const Order &order) {
            QVERIFY(market.world.db->write(
                [&](Tx &tx) { return market.analytics.onOrderPlaced(tx, {.orderId = order.id}); }));
        };

        for (const Order &order : {third, first, second, first, third})
            tell(order);

        market.count();
        const QStringList running = market.rows();
        QVERIFY(market.analytics.rebuild());
        QCOMPARE(market.rows(), running);
    }

    void aRebuildGivesUpTheOneThatDied()
    {
        Observatory market;
        market.settle(market.place());
        market.count();
        const QStringList running = market.rows();
        const auto died =
            market.world.db->write([](Tx &tx) -> Result<qint64> { return analytics::RollupStore().begin(tx); });
        market.settle(market.place()); // counted into both
        market.count();
        const QStringList later = market.rows();
        QVERIFY(later != running);

        const auto seen = market.analytics.rebuild();

        QVERIFY(seen);
        QCOMPARE(market.rows(), later);
        QCOMPARE(market.world.db.number("count(*) FROM analytics_editions"), 1);
        QCOMPARE(market.world.db.number("count(DISTINCT edition) FROM analytics_cells"), 1);
        QCOMPARE(market.world.db.number("edition FROM analytics_editions"), *died + 1);
    }

    void anOldEditionIsForgottenInPortions()
    {
        constexpr int portion = 2;
        Observatory market;
        for (const Customer &buyer : std::as_const(market.buyers))
            market.place(buyer, {{market.iron, World::kilograms(1)}, {market.brass, World::kilograms(1)}});
        market.count();
        analytics::RollupStore store;
        const auto left = [&](const std::string &edition) {
            return market.world.db.number("count(*) FROM analytics_sums WHERE edition = " + edition);
        };
        QVERIFY(market.world.db->write([&](Tx &tx) -> Result<> {
            tx.run("INSERT INTO analytics_sums SELECT 9, cut, grain, day, key, orders_placed, orders_cancelled,"
                   " orders_settled, orders_won, placed, cancelled, settled, commission FROM analytics_sums");
            tx.run("INSERT INTO analytics_editions (edition, state) VALUES (9, 'old')");
            return {};
        }));
        const qint64 others = left("1");
        QVERIFY(left("9") == others && others > 2 * portion);

        QList<qint64> seen;
        for (bool isLeft = true; isLeft;) {
            isLeft =
                market.world.db->write([&](Tx &tx) -> Result<bool> { return store.purge(tx, 9, portion); }).value();
            seen += left("9");
        }

        for (qsizetype i = 0; i < seen.size(); ++i)
            QCOMPARE(seen[i], std::max<qint64>(0, others - (i + 1) * portion));
        QCOMPARE(left("1"), others);
        QCOMPARE(market.world.db.number("count(*) FROM analytics_editions"), 1);
    }

    // Readers see the figures of before until the new ones are complete, and nothing that happens meanwhile is lost.
    void aRebuildLetsTheMarketGoOn()
    {
        constexpr int ordersBefore = 12, ordersMeanwhile = 12;
        Observatory market;
        for (int i = 0; i < ordersBefore; ++i)
            market.place();
        market.count();
        std::jthread rebuilder([&](const std::stop_token &stop) {
            while (!stop.stop_requested())
                (void)market.analytics.rebuild();
        });

        for (int i = 0; i < ordersMeanwhile; ++i) {
            const Order order = market.place();
            market.count();
            QCOMPARE(market.dashboard().ordersPlaced.figure, ordersBefore + i + 1);
            market.cancel(order);
        }
        rebuilder.request_stop();
        rebuilder.join();

        market.count();
        const QStringList running = market.rows();
        QVERIFY(market.analytics.rebuild());
        QCOMPARE(market.rows(), running);
    }

    void aMarketWithAPastCountsItOnce()
    {
        Observatory market;
        market.settle(market.place());
        QVERIFY(market.world.db->write([](Tx &tx) -> Result<> {
            tx.run("DELETE FROM outbox");
            return {};
        }));
        market.count();
        QCOMPARE(market.dashboard().ordersPlaced.figure, 0);

        QVERIFY(market.analytics.rebuildOnce());

        QCOMPARE(market.dashboard().ordersPlaced.figure, 1);
        const qint64 edition = market.world.db.number("edition FROM analytics_editions");
        QVERIFY(market.analytics.rebuildOnce());
        QCOMPARE(market.world.db.number("edition FROM analytics_editions"), edition);
    }
};

TEST_CLASS(TestOfRollup)
#include "tst_rollup.moc"
