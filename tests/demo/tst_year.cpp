#include "server/demo/story.h"
#include "server/demo/year.h"
#include "server/market.h"
#include "tests/support/runner.h"
#include "tests/support/testdb.h"

#include <QProcess>

using namespace demo;

namespace {

constexpr Scale small{.stores = 90, .buyers = 300, .orders = 1'500};
constexpr int cheapestCost = 4;

// A market with the story in it, as `demo --small` leaves it.
class Town
{
public:
    explicit Town(Engine engine = TestDb::engineOfRow())
        : db(engine)
        , m_ofStory(db.another(m_clock))
        , market(*m_ofStory, m_clock,
                 {.storage = {.folder = m_files.path(), .sandbox = QStringLiteral(SANDBOX)},
                  .mail = {.folder = m_files.path()},
                  .masterSecrets = {QByteArray(32, 'd')},
                  .passwordCost = cheapestCost})
    {
        if (!demo::load(market, m_clock, today, QStringLiteral(":/demo")))
            qFatal("the story cannot be loaded");
    }

    Result<YearOutcome> loadYear(const Progress &progress = [](int, const char *) {})
    {
        return demo::loadYear(market, today, QStringLiteral(":/demo"), small, progress);
    }

    static constexpr Instant today{1'790'000'000'000};
    TestDb db;

private:
    QTemporaryDir m_files;
    StoryClock m_clock{today};
    // The database reads the clock of the story, as the command's does.
    const std::unique_ptr<Db> m_ofStory;

public:
    Market market;
};

struct PowerCut
{};

// A table, index or trigger and the statement that makes it.
struct Made
{
    QString name;
    QString sql;

    FIELDS(Made, FIELD(name), FIELD(sql))
    friend bool operator==(const Made &, const Made &) = default;
};

QList<Made> schemaOf(Db &db)
{
    return db.read([](Tx &tx) {
        return tx.all<Made>(
            tx.engine() == Engine::Sqlite
                ? "FROM (SELECT name, coalesce(sql, '') AS sql FROM sqlite_master) AS made ORDER BY name"
                : "FROM (SELECT indexname AS name, indexdef AS sql FROM pg_indexes WHERE schemaname ="
                  " current_schema()) AS made ORDER BY name");
    });
}

} // namespace

class TestOfTheDemoYear : public QObject
{
    Q_OBJECT

    // With the year in it, for the tests that only look.
    Town &loaded()
    {
        std::unique_ptr<Town> &town = m_loaded[TestDb::engineOfRow()];
        if (!town) {
            town = std::make_unique<Town>();
            const auto year = town->loadYear();
            if (!year)
                qFatal("the year cannot be loaded: %s", qPrintable(year.error().message));
        }
        return *town;
    }
    std::map<Engine, std::unique_ptr<Town>> m_loaded;

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }
    void cleanupTestCase() { m_loaded.clear(); }

    // LED-02, WAL-16
    void theYearIsTrueInTheBooks()
    {
        Town &town = loaded();

        const auto difference = town.market.books.check().problem;
        QVERIFY2(!difference, qPrintable(difference.value_or(QString())));
        QVERIFY(town.db.number("count(*) FROM orders") > small.orders);
        // What is held is what open orders hold, what stores may ask for is what was settled and not paid out.
        QCOMPARE(
            town.db.number("coalesce(sum(balance), 0) FROM ledger_accounts WHERE kind = 'buyer_held'"),
            town.db.number("coalesce(sum(total_amount), 0) FROM orders WHERE escrow_status IN ('held', 'disputed')"));
        // What a store has given back is no longer the sum of its orders.
        const std::string_view wholeStores = " NOT IN (SELECT vendor_id FROM refunds)";
        QCOMPARE(town.db.number(std::string("coalesce(sum(balance), 0) FROM ledger_accounts WHERE kind ="
                                            " 'vendor_payable' AND owner_id")
                                    .append(wholeStores)),
                 town.db.number(std::string("coalesce(sum(total_amount - commission_amount), 0) FROM orders WHERE"
                                            " settled_at IS NOT NULL AND payout_id IS NULL AND vendor_id")
                                    .append(wholeStores)));
        QCOMPARE(town.db.number("coalesce(sum(balance), 0) FROM ledger_accounts WHERE kind = 'vendor_payout'"),
                 town.db.number("coalesce(sum(amount), 0) FROM payouts WHERE status IN ('requested', 'approved')"));
        QVERIFY(town.db.number("count(*) FROM payouts WHERE status = 'processed'") > 20);
    }

    // REF-01, REF-05, PAYO-08, COM-01, PAY-08: what money does beside the straight way.
    void moneyHasEveryFateOnce_data()
    {
        QTest::addColumn<QByteArray>("what");
        QTest::addColumn<qint64>("count");
        const auto row = [](const char *name, const char *what, qint64 count) {
            QTest::newRow(name) << QByteArray(what) << count;
        };
        row("tickets that somebody contests", "weigh_standings WHERE status = 'flagged'", 2);
        row("tickets that nobody has accepted", "weigh_standings WHERE status = 'open'", 1);
        row("tickets that were taken back", "weigh_standings WHERE status = 'voided'", 1);
        row("buyers who are asked for more", "weigh_top_ups WHERE status = 'asked'", 2);
        row("buyers who paid more", "weigh_top_ups WHERE status = 'paid'", 1);
        row("orders that were charged by weight", "orders WHERE settled_at IS NOT NULL AND weigh_state = 'agreed'", 4);
        row("refunds to approve", "refunds WHERE status = 'requested'", 2);
        row("refunds to process", "refunds WHERE status = 'approved'", 1);
        row("refunds by decisions", "refunds WHERE status = 'processed' AND dispute_id IS NOT NULL", 1);
        row("refunds that went through", "refunds WHERE status = 'processed' AND dispute_id IS NULL", 2);
        row("refunds that were refused", "refunds WHERE status = 'rejected'", 1);
        row("disputes that wait for an answer", "disputes WHERE status = 'open'", 3);
        row("disputes whose answer is late", "disputes WHERE status = 'open' AND escalated_at IS NOT NULL", 1);
        row("disputes to decide", "disputes WHERE status = 'answered'", 3);
        row("disputes that are decided", "disputes WHERE status = 'decided'", 2);
        row("disputes that were taken back", "disputes WHERE status = 'withdrawn'", 1);
        row("payouts that came back", "payouts WHERE failure_code = 'returned'", 1);
        row("payouts that wait for a second admin", "payouts WHERE first_approved_at IS NOT NULL", 1);
        row("payouts in a file", "payouts WHERE status = 'approved' AND batch_id IS NOT NULL", 1);
        row("files for the bank", "payout_batches", 3);
        row("dated rates", "commission_rates", 5);
        row("flagged payments to look at", "money_flags WHERE status = 'open'", 5);
        row("flagged payments that are resolved", "money_flags WHERE status <> 'open'", 3);
    }
    void moneyHasEveryFateOnce()
    {
        QFETCH(QByteArray, what);
        QFETCH(qint64, count);

        QCOMPARE(loaded().db.number("count(*) FROM " + what.toStdString()), count);
    }

    // CADM-12, AN-11: pages that show what no book keeps are not empty either.
    void whatIsLookedAtSearchedForAndReportedIsThere()
    {
        Town &town = loaded();
        const Account boss = *town.market.db().read(
            [&](Tx &tx) { return town.market.accounts.findByIdentifier(tx, QLatin1StringView(adminName)); });
        const Caller admin{.id = boss.id, .role = Role::Admin, .known = true, .superAdmin = true};

        const Funnel funnel = town.market.analytics.readFunnel(admin, {.period = NamedPeriod::Quarter}).value();
        const auto gaps = town.market.heatmap.readHeatGaps(admin, {.from = Town::today.after(-365 * dayMs)}).value();
        const auto runs = town.market.reports.listRuns(admin, {}).value().items;

        QCOMPARE(funnel.steps[0].stage, FunnelStage::Viewed);
        QVERIFY(funnel.steps[0].count > 5 * funnel.steps[1].count);
        QVERIFY(town.market.analytics.readOperations(admin, {})->storeViews.figure > 0);
        QVERIFY(gaps.gaps.size() >= 2);
        QVERIFY(gaps.gaps[0].searches > 100);
        QCOMPARE(town.market.reports.listDefinitions(admin)->size(), 3);
        QCOMPARE(runs.size(), 4);
        for (const ReportRun &run : runs)
            QCOMPARE(run.status, RunStatus::Done);
    }

    void everyOrderHasItsWholeHistoryAndEveryShelfItsMovements()
    {
        Town &town = loaded();

        QCOMPARE(town.db.number("count(*) FROM orders o WHERE o.order_status <> (SELECT h.status FROM order_history h"
                                " WHERE h.order_id = o.id ORDER BY h.id DESC LIMIT 1)"),
                 0);
        QCOMPARE(town.db.number("count(*) FROM order_history h WHERE h.from_status IS NOT NULL AND NOT EXISTS"
                                " (SELECT 1 FROM order_history e WHERE e.order_id = h.order_id"
                                " AND e.status = h.from_status AND e.id < h.id)"),
                 0);
        QCOMPARE(town.db.number("count(*) FROM orders o WHERE o.total_amount <> (SELECT sum(l.line_total)"
                                " FROM order_lines l WHERE l.order_id = o.id)"),
                 0);
        QCOMPARE(town.db.number("count(*) FROM products p WHERE p.stock_quantity <> (SELECT m.quantity_after FROM"
                                " stock_movements m WHERE m.product_id = p.id ORDER BY m.id DESC LIMIT 1)"),
                 0);
        QCOMPARE(town.db.number("count(*) FROM order_lines l WHERE l.ordered_quantity > l.listed_quantity"), 0);
        QVERIFY(town.db.number("count(*) FROM chat_messages WHERE sender <> 'system'") > 300);
        for (const char *status : {"pending", "more_info", "rejected", "verified"})
            QVERIFY2(town.db.number("count(*) FROM kyc_submissions WHERE status = ?", QByteArray(status)) > 0, status);
    }

    void theWalletsTellOneStoryFromTheFirstRechargeOn()
    {
        Town &town = loaded();

        // Each entry begins with the balance with which the one before it ended.
        QCOMPARE(town.db.number("count(*) FROM (SELECT balance_before, lag(balance_after, 1, 0) OVER"
                                " (PARTITION BY account_id ORDER BY id) AS earlier FROM wallet_entries) AS steps"
                                " WHERE balance_before <> earlier"),
                 0);
        QCOMPARE(town.db.number("count(*) FROM payments WHERE status = 'paid' AND NOT EXISTS (SELECT 1 FROM"
                                " ledger_transactions t WHERE t.subject_id = payments.id AND t.step = 'recharge')"),
                 0);
    }

    // The load does without some indexes for a while.
    void theTablesAndIndexesAreThoseOfAnEmptyMarket()
    {
        const TestDb empty;

        QCOMPARE(schemaOf(loaded().market.db()), schemaOf(*empty));
        QVERIFY(schemaOf(*empty).size() > 50);
    }

    void tradeGoesOnWithWhatWasTakenIn()
    {
        Town &town = loaded();
        town.market.settleDown();
        const auto placed = town.market.orders.listAllOrders(
            {.id = town.market.ids.next<Account>(), .role = Role::Admin, .known = true, .superAdmin = true},
            {.status = OrderStatus::Confirmed});
        QVERIFY(placed && !placed->items.isEmpty());
        const OrderCard &card = placed->items.constLast();
        const auto parties = town.market.db().read([&](Tx &tx) { return town.market.orders.partiesOf(tx, card.id); });
        const Caller vendor{
            .id = parties->vendorAccount, .role = Role::Vendor, .known = true, .vendorId = parties->vendor};

        const auto packed = town.market.orders.advanceOrder(vendor, card.id, {.status = OrderStatus::Packed});
        town.market.settleDown();

        QVERIFY(packed);
        QCOMPARE(packed->orderStatus, OrderStatus::Packed);
        const auto rooms = town.market.chat.listRooms(vendor, {.order = card.id});
        QCOMPARE(rooms->items.size(), 1);
        QCOMPARE(rooms->items[0].lastMessage, QStringLiteral("The order was packed."));
    }

    void aSecondLoadChangesNothing()
    {
        Town &town = loaded();
        const qint64 rows = town.db.number("count(*) FROM order_history");

        const auto again = town.loadYear();

        QCOMPARE(*again, YearOutcome::AlreadyThere);
        QCOMPARE(town.db.number("count(*) FROM order_history"), rows);
    }

    void aLoadThatWasCutOffLeavesNothingAndTheNextOneIsWhole()
    {
        Town town;
        const qint64 accounts = town.db.number("count(*) FROM accounts");
        const qint64 postings = town.db.number("count(*) FROM ledger_transfers");
        const auto cut = [&] {
            const auto ignored = town.loadYear([](int, const char *phase) {
                if (QByteArrayView(phase) == "chats")
                    throw PowerCut();
            });
            Q_UNUSED(ignored)
        };

        QVERIFY_EXCEPTION_THROWN(cut(), PowerCut);

        QCOMPARE(town.db.number("count(*) FROM accounts"), accounts);
        QCOMPARE(town.db.number("count(*) FROM ledger_transfers"), postings);
        QCOMPARE(*town.loadYear(), YearOutcome::Loaded);
        QVERIFY(!town.market.ledger.verify());
    }
};

TEST_CLASS(TestOfTheDemoYear)

// The real program, killed while it loads.
class TestOfTheDemoCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKilledLoadBeginsAnewAndTheBooksAreRight_data()
    {
        QTest::addColumn<QByteArray>("word");
        QTest::newRow("among the orders") << QByteArray("orders");
        QTest::newRow("while the money is taken in") << QByteArray("money");
    }
    void aKilledLoadBeginsAnewAndTheBooksAreRight()
    {
        QFETCH(QByteArray, word);
        const QTemporaryDir folder;
        QProcess first;
        first.setReadChannel(QProcess::StandardError);
        first.start(QStringLiteral(SERVER), {QStringLiteral("demo"), QStringLiteral("--orders"), QStringLiteral("1500"),
                                             QStringLiteral("--data"), folder.path()});
        QByteArray heard;
        while (!heard.contains(word) && first.waitForReadyRead(waitMs))
            heard += first.readAllStandardError();
        QVERIFY2(heard.contains(word), heard);

        first.kill();
        first.waitForFinished();

        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("kabaadwala.db"))));
        QCOMPARE(run({QStringLiteral("demo"), QStringLiteral("--orders"), QStringLiteral("1500")}, folder.path()), 0);
        QCOMPARE(run({QStringLiteral("ledger"), QStringLiteral("verify")}, folder.path()), 0);
        QCOMPARE(run({QStringLiteral("demo")}, folder.path()), 0);
    }

private:
    static constexpr int waitMs = 120'000;

    static int run(QStringList arguments, const QString &folder)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QStringLiteral(SERVER), arguments + QStringList{QStringLiteral("--data"), folder});
        return process.waitForFinished(waitMs) ? process.exitCode() : -1;
    }
};

TEST_CLASS(TestOfTheDemoCommand)

#include "tst_year.moc"
