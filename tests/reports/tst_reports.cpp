#include "tests/reports/desk.h"
#include "tests/support/property.h"
#include "tests/support/runner.h"

class TestOfReports : public QObject
{
    Q_OBJECT

    static RunReport csv(const ReportScope &scope = {}) { return {.format = ReportFormat::Csv, .scope = scope}; }

    static ReportScope days(const char *from, const char *to)
    {
        return {.period = ReportPeriod::Custom, .from = QString::fromLatin1(from), .to = QString::fromLatin1(to)};
    }

    // One order is settled on the 2nd, one cancelled on the 2nd that was placed on the 1st, one is still in escrow.
    static void trade(Desk &desk)
    {
        desk.setDay(QStringLiteral("2026-11-01"));
        desk.fill(desk.buyer, {100'000'000});
        const Order settled = desk.placed(World::kilograms(2));
        const Order cancelled = desk.placed(World::kilograms(1));
        desk.setDay(QStringLiteral("2026-11-02"));
        desk.walkTo(settled.id, OrderStatus::Delivered);
        QVERIFY(desk.orders.confirmDelivery(desk.buyer.caller, settled.id));
        QVERIFY(desk.advance(desk.store.caller, cancelled.id, OrderStatus::Cancelled,
                             QStringLiteral("Nothing left of it")));
        (void)desk.placed(World::kilograms(4));
        desk.setDay(QStringLiteral("2026-11-03"));
    }

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // REP-01, REP-02
    void dailySalesSayWhatHappenedOnEachDay()
    {
        Desk desk;
        trade(desk);
        const QByteArray id = desk.store.id.text().toLatin1();

        const QByteArray file = desk.file(desk.made(ReportName::DailySales, csv(days("2026-11-01", "2026-11-02"))));

        QCOMPARE(file, "Day,Store id,Store,State,Orders,Cancelled,Settled orders,Placed value,Settled value,"
                       "Commission,Net to store\r\n"
                       "2026-11-01," +
                           id +
                           ",Iron Yard,IN-MH,2,0,0,2250.00,0.00,0.00,0.00\r\n"
                           "2026-11-02," +
                           id + ",Iron Yard,IN-MH,1,1,1,3000.00,1500.00,30.00,1470.00\r\n");
    }

    void aPeriodHoldsItsDaysOnly()
    {
        Desk desk;
        trade(desk);

        QCOMPARE(desk.lines(ReportName::DailySales, days("2026-11-02", "2026-11-02")).size(), 1);
        QCOMPARE(desk.lines(ReportName::DailySales, days("2026-11-03", "2026-11-09")).size(), 0);
        QCOMPARE(desk.lines(ReportName::Orders, days("2026-11-01", "2026-11-01")).size(), 2);
        QCOMPARE(desk.lines(ReportName::Orders).size(), 3);
        QCOMPARE(desk.lines(ReportName::DailySales, {.vendorId = desk.ids.next<Vendor>()}).size(), 0);
        QCOMPARE(desk.lines(ReportName::DailySales, {.region = QStringLiteral("IN-DL")}).size(), 0);
        QCOMPARE(desk.lines(ReportName::Products, {.categoryId = desk.metals}).size(), 1);
    }

    void vendorPerformanceAndTheMarketAddUp()
    {
        Desk desk;
        trade(desk);
        const QByteArray id = desk.store.id.text().toLatin1();

        // Placed at ten in the morning, confirmed a day later.
        QCOMPARE(desk.lines(ReportName::VendorPerformance),
                 QList<QByteArray>{id + ",Iron Yard,Mumbai,IN-MH,approved,3,1,33.33,1440,1,1500.00,1500.00,30.00,"
                                        "1470.00"});
        const QList<QByteArray> market = desk.lines(ReportName::PlatformAnalytics, days("2026-11-01", "2026-11-02"));
        QCOMPARE(market, QList<QByteArray>({"2026-11-01,2,2250.00,1,0,0,0.00,0.00,1,1000000.00,0,0",
                                            "2026-11-02,1,3000.00,1,1,1,1500.00,30.00,0,0.00,0,0"}));
    }

    // REP-01: the financial report is the books.
    void theFinancialReportIsTheBooks()
    {
        Desk desk;
        trade(desk);

        const QList<QByteArray> days = desk.lines(ReportName::Financial);

        // Day, recharged, held, returned, gross, commission, net, paid out, escrow, owed.
        QCOMPARE(days, QList<QByteArray>({"2026-11-01,1000000.00,2250.00,0.00,0.00,0.00,0.00,0.00,2250.00,0.00",
                                          "2026-11-02,0.00,3000.00,750.00,1500.00,30.00,1470.00,0.00,3000.00,"
                                          "1470.00"}));
        QCOMPARE(desk.db.number("CAST(sum(balance) AS BIGINT) FROM ledger_accounts WHERE kind = 'buyer_held'"),
                 300'000);
        QCOMPARE(desk.db.number("CAST(sum(balance) AS BIGINT) FROM ledger_accounts WHERE kind = 'vendor_payable'"),
                 147'000);
        // Balances go on from before the period.
        QCOMPARE(desk.lines(ReportName::Financial, TestOfReports::days("2026-11-02", "2026-11-02")),
                 QList<QByteArray>{days.constLast()});
    }

    // REP-07
    void userActivityIsCountedByRole()
    {
        Desk desk;
        trade(desk);

        const QList<QByteArray> days =
            desk.lines(ReportName::UserActivity, TestOfReports::days("2026-11-01", "2026-11-02"));

        QCOMPARE(days, QList<QByteArray>({"2026-11-01,buyer,0,0,0,2,0", "2026-11-02,buyer,0,0,0,1,0"}));
    }

    // REP-02: everything there is, on both engines, whatever it holds.
    void everyReportAndExportIsMadeInEveryFormat()
    {
        Desk desk;
        trade(desk);
        desk.verifyBank(desk.store);
        QVERIFY(desk.payouts.requestPayout(desk.store.caller));

        for (const reports::Kind &kind : desk.reports.kinds().all()) {
            for (const ReportFormat format : {ReportFormat::Csv, ReportFormat::Xlsx, ReportFormat::Pdf}) {
                const ReportRun run = desk.made(kind.name, {.format = format, .language = QStringLiteral("hi")});
                QVERIFY2(run.status == RunStatus::Done,
                         qPrintable(kind.title + u' ' + run.problem.value_or(QString())));
                QVERIFY(run.fileSize.value_or(0) > 0);
                QCOMPARE(run.rowsDone, run.rowsEstimated);
            }
        }
        QCOMPARE(desk.lines(ReportName::Payouts).size(), 1);
        QCOMPARE(desk.lines(ReportName::Commissions).size(), 1);
        QVERIFY(desk.lines(ReportName::Audit).size() > 0);
        QCOMPARE(desk.lines(ReportName::Ledger).size(), desk.db.number("count(*) FROM ledger_transfers"));
        QCOMPARE(desk.lines(ReportName::WalletTransactions).size(), desk.db.number("count(*) FROM wallet_entries"));
    }

    // REP-05: whatever the number of rows, each comes once, also across the pieces it is read in.
    void aLongExportLeavesNobodyOutAndTakesNobodyTwice()
    {
        Desk desk;
        const int known = int(desk.db.number("count(*) FROM accounts"));
        for (const int more : {reports::chunkRows - known, 1, 2 * reports::chunkRows}) {
            const qint64 before = desk.db.number("count(*) FROM accounts");
            (void)desk.db->write([&](Tx &tx) -> Result<> {
                for (int i = 0; i < more; ++i) {
                    const QString name = QStringLiteral("m%1x%2").arg(before).arg(i);
                    tx.run("INSERT INTO accounts (id, username, username_key, role, distributor_status, language,"
                           " date_joined) VALUES (?, ?, ?, 'buyer', 'none', 'en', ?)",
                           desk.ids.next<Account>(), name, name, tx.now());
                }
                return {};
            });

            const QList<QByteArray> lines = desk.lines(ReportName::Users);

            QSet<QByteArray> ids;
            for (const QByteArray &line : lines)
                ids += line.left(36);
            QCOMPARE(lines.size(), desk.db.number("count(*) FROM accounts"));
            QCOMPARE(ids.size(), lines.size());
        }
    }

    void aByteOrderMarkIsThereWhenItIsAskedFor()
    {
        Desk desk;
        RunReport wish = csv();
        const QByteArray plain = desk.file(desk.made(ReportName::Vendors, wish));
        wish.byteOrderMark = true;
        const QByteArray marked = desk.file(desk.made(ReportName::Vendors, wish));

        QVERIFY(plain.startsWith("Id,Store,Owner"));
        QCOMPARE(marked, "\xef\xbb\xbf" + plain);
    }

    // REP-03: what the drawing program is given.
    void aPdfIsDrawnFromACompleteDocument()
    {
        Desk desk;
        trade(desk);

        const ReportRun run = desk.made(
            ReportName::DailySales,
            {.format = ReportFormat::Pdf, .language = QStringLiteral("hi"), .scope = days("2026-11-01", "2026-11-02")});
        const QList<QByteArray> lines = desk.file(run).trimmed().split('\n');
        const auto line = [&](qsizetype at) { return json::parse<DocumentLine>(lines[at]).value(); };

        QCOMPARE(lines.size(), 6);
        const DocumentHead head = *line(0).head;
        QCOMPARE(head.title, QStringLiteral("दैनिक बिक्री"));
        QCOMPARE(head.from, QStringLiteral("2026-11-01"));
        QCOMPARE(head.rows, 2);
        QCOMPARE(head.figures[1].label, QStringLiteral("ऑर्डर"));
        QCOMPARE(head.figures[1].value, QStringLiteral("3"));
        QCOMPARE(head.charts.size(), 3);
        QCOMPARE(head.charts[0].kind, ChartKind::Line);
        QCOMPARE(head.charts[0].points.size(), 2);
        QCOMPARE(head.charts[0].points[1].value, QStringLiteral("3000.00"));
        QCOMPARE(line(1).table->columns.size(), 11);
        QCOMPARE(line(2).row->cells[7], QStringLiteral("2250.00"));
        QCOMPARE(line(4).totals->cells[8], QStringLiteral("1500.00"));
        QCOMPARE(line(4).totals->cells[0], QString());
        QCOMPARE(line(5).end->rows, 2);
    }

    void whatIsNoFilterOfAReportIsRefusedByItsName()
    {
        Desk desk;
        const auto refused = [&](ReportName name, const ReportScope &scope) {
            return desk.reports.runReport(desk.admin, name, csv(scope)).error().fields.first().field;
        };

        QCOMPARE(refused(ReportName::Users, {.vendorId = desk.store.id}), QStringLiteral("scope.vendor_id"));
        QCOMPARE(refused(ReportName::Orders, {.categoryId = desk.metals}), QStringLiteral("scope.category_id"));
        QCOMPARE(refused(ReportName::Audit, {.region = QStringLiteral("IN-MH")}), QStringLiteral("scope.region"));
        QCOMPARE(refused(ReportName::Orders, days("2026-13-01", "2026-11-02")), QStringLiteral("scope.from"));
        QCOMPARE(desk.db.number("count(*) FROM report_runs"), 0);
        QCOMPARE(desk.db.number("count(*) FROM jobs"), 0);
    }

    // PRIV-06
    void whoMayReadReportsDoesNotReadPeopleOrTheAuditLog()
    {
        Desk desk;
        const Caller reader = desk.staff(QStringLiteral("eye"), {Permission::ReadReports});
        const Caller nobody = desk.staff(QStringLiteral("nobody"), {});
        const ReportRun users = desk.made(ReportName::Users, csv());

        QCOMPARE(desk.reports.runReport(reader, ReportName::Users, csv()).error().code, ErrorCode::PermissionMissing);
        QCOMPARE(desk.reports.runReport(reader, ReportName::Audit, csv()).error().code, ErrorCode::PermissionMissing);
        QCOMPARE(desk.reports.downloadRun(reader, users.id).error().code, ErrorCode::PermissionMissing);
        QCOMPARE(desk.reports.cancelRun(reader, users.id).error().code, ErrorCode::PermissionMissing);
        QVERIFY(!desk.reports.listRuns(reader, {})->items.first().hasFile);
        QVERIFY(desk.reports.runReport(reader, ReportName::Orders, csv()));
        QCOMPARE(desk.reports.runReport(nobody, ReportName::Orders, csv()).error().code, ErrorCode::PermissionMissing);
        QCOMPARE(desk.reports.listRuns(nobody, {}).error().code, ErrorCode::PermissionMissing);
        const auto kinds = desk.reports.listExports(reader).value();
        for (const ReportKind &kind : kinds)
            QCOMPARE(kind.mayRead, kind.name != ReportName::Users && kind.name != ReportName::Audit);
    }
};

TEST_CLASS(TestOfReports)

#include "tst_reports.moc"
