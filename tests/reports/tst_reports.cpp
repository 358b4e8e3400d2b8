#include "shared/contract/ads.h"
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

    struct AdOfDay
    {
        const char *day;
        const char *slot;
        qint64 impressions;
        qint64 clicks;
    };

    // A campaign with what was counted of it, written by hand as the ads' own tables hold it.
    static Id<Ad> showAd(Desk &desk, const QList<AdOfDay> &days)
    {
        const auto ad = desk.ids.next<Ad>();
        const auto picture = desk.ids.next<StoredFile>();
        const Result<> written = desk.db->write([&](Tx &tx) -> Result<> {
            tx.run("INSERT INTO stored_files (id, owner_id, purpose, name, content_type, size, sha256, created_at)"
                   " VALUES (?, ?, 'ad', 'a.png', 'image/png', 9, ?, ?)",
                   picture, desk.admin.id, QString(64, u'0'), tx.now());
            tx.run("INSERT INTO ads (id, slot, title, source_id, image_id, picture_owner_id, click_url, start_date,"
                   " end_date, is_active, priority, weight, created_by, created_by_id, created_at, updated_at, version)"
                   " VALUES (?1, 'home_hero', 'Diwali copper', ?2, ?2, ?3, 'https://example.in/diwali', 1, 2, 1, 0, 10,"
                   " 'boss', ?3, ?4, ?4, 1)",
                   ad, picture, desk.admin.id, tx.now());
            for (const AdOfDay &each : days)
                tx.run("INSERT INTO ad_days (ad_id, slot, day, impressions, clicks) VALUES (?, ?, ?, ?, ?)", ad,
                       QString::fromLatin1(each.slot), QString::fromLatin1(each.day), each.impressions, each.clicks);
            return {};
        });
        Q_ASSERT(written);
        return ad;
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

        QCOMPARE(file, "Day,Store id,Store,State,Orders,Cancelled on the day,Settled orders,Placed value,Settled value,"
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
        QCOMPARE(desk.lines(ReportName::DailySales, {.vendorId = desk.store.id}).size(), 2);
        QCOMPARE(desk.lines(ReportName::Products, {.categoryId = desk.metals}).size(), 1);
        QCOMPARE(desk.lines(ReportName::DailySales, {.vendorId = desk.openStore(QStringLiteral("Rival")).id}).size(),
                 0);
        QCOMPARE(desk.lines(ReportName::DailySales, {.region = QStringLiteral("IN-DL")}).size(), 0);
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

    // AN-10: of three orders two are cancelled, which analytics call 66.67 % as well.
    void sharesAreRoundedAsAnalyticsRoundThem()
    {
        Desk desk;
        desk.setDay(QStringLiteral("2026-11-01"));
        desk.fill(desk.buyer, {100'000'000});
        const QList<Order> orders{desk.placed(), desk.placed(), desk.placed()};
        for (const Order &order : orders.first(2))
            QVERIFY(desk.advance(desk.store.caller, order.id, OrderStatus::Cancelled,
                                 QStringLiteral("Nothing left of it")));

        const QByteArray file = desk.file(desk.made(ReportName::VendorPerformance, csv()));

        QCOMPARE(file.split('\n').at(0).trimmed(), "Store id,Store,City,State,KYC,Orders,Cancelled of these,Cancelled "
                                                   "of these %,Minutes to confirm,Settled orders,"
                                                   "Average settled order,Settled value,Commission,Net to store");
        QCOMPARE(file.split('\n').at(1).trimmed(), desk.store.id.text().toLatin1() +
                                                       ",Iron Yard,Mumbai,IN-MH,approved,3,2,66.67,,0,0.00,0.00,0.00,"
                                                       "0.00");
    }

    // REP-01: what is read row by row is what is read at once, though each piece adds up its own part only.
    void everyReportIsTheSameInPieces()
    {
        Desk desk;
        trade(desk);
        desk.addUsers(3);
        const reports::Filter filter(std::nullopt, {});

        for (const ReportName name : {ReportName::DailySales, ReportName::VendorPerformance,
                                      ReportName::PlatformAnalytics, ReportName::Financial, ReportName::UserActivity}) {
            const reports::rows::Source &source = desk.reports.kinds().of(name).source;
            const auto whole = desk.db->read([&](Tx &tx) { return source.read(tx, filter, {}, 100).rows; });
            const auto pieces = desk.db->read([&](Tx &tx) {
                QList<reports::Cells> out;
                reports::Piece piece;
                do {
                    piece = source.read(tx, filter, piece.lastKey, 1);
                    out += piece.rows;
                } while (!piece.rows.isEmpty());
                return out;
            });
            QVERIFY2(!whole.isEmpty(), names::text(name).data());
            QCOMPARE(pieces, whole);
        }
    }

    // REP-01: the financial report is the books.
    void theFinancialReportIsTheBooks()
    {
        Desk desk;
        trade(desk);

        const QList<QByteArray> days = desk.lines(ReportName::Financial);

        // Day, recharged, held, returned, gross, commission, net, refunds, paid out, escrow, owed.
        QCOMPARE(days, QList<QByteArray>({"2026-11-01,1000000.00,2250.00,0.00,0.00,0.00,0.00,0.00,0.00,2250.00,0.00",
                                          "2026-11-02,0.00,3000.00,750.00,1500.00,30.00,1470.00,0.00,0.00,3000.00,"
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

    // A session is forgotten when it is over; who signed in is still counted then.
    void signInsAreCountedFromTheRecordOfDeeds()
    {
        Desk desk;
        desk.setDay(QStringLiteral("2026-11-01"));
        const auto signIn = [&](const Caller &who) {
            QVERIFY(desk.db->write([&](Tx &tx) -> Result<> {
                desk.audit.record(tx, who, "auth.signed_in", "account", who.id.text());
                desk.audit.record(tx, who, "auth.signed_out", "account", who.id.text());
                return {};
            }));
        };
        signIn(desk.buyer.caller);
        signIn(desk.buyer.caller);
        signIn(desk.store.caller);

        QCOMPARE(desk.lines(ReportName::UserActivity, days("2026-11-01", "2026-11-01")),
                 QList<QByteArray>({"2026-11-01,buyer,0,2,1,0,0", "2026-11-01,vendor,0,1,1,0,0"}));
    }

    // ADS-05
    void adsAreReportedByCampaignAndSlot()
    {
        Desk desk;
        desk.setDay(QStringLiteral("2026-11-10"));
        const Id<Ad> ad = showAd(desk, {{"2026-11-08", "home_hero", 100, 2},
                                        {"2026-11-09", "home_hero", 200, 5},
                                        {"2026-11-09", "home_strip", 3, 1}});
        const QByteArray id = ad.text().toLatin1();

        QCOMPARE(desk.lines(ReportName::AdPerformance),
                 QList<QByteArray>(
                     {id + ",home_hero,Diwali copper,300,7,2.33", id + ",home_strip,Diwali copper,3,1,33.33"}));
        QCOMPARE(desk.lines(ReportName::AdPerformance, days("2026-11-08", "2026-11-08")),
                 QList<QByteArray>{id + ",home_hero,Diwali copper,100,2,2.00"});
        QCOMPARE(desk.lines(ReportName::AdPerformance, days("2026-11-01", "2026-11-07")).size(), 0);
        const Caller program{.apiKeyId = desk.ids.next<ApiKey>(), .scopes = {QStringLiteral("ad_performance")}};
        const auto pulled = desk.reports.pullReport(
            program, ReportName::AdPerformance,
            {.limit = 1, .from = QStringLiteral("2026-11-09"), .to = QStringLiteral("2026-11-09")});
        QCOMPARE(pulled->items[0].text, "{\"ad_id\":\"" + id +
                                            "\",\"slot\":\"home_hero\",\"title\":\"Diwali copper\","
                                            "\"impressions\":200,\"clicks\":5,\"ctr\":\"2.50\"}");
        QVERIFY(pulled->nextCursor);
        QVERIFY(desk.reports.addDefinition(desk.admin, {.name = ReportName::AdPerformance,
                                                        .title = QStringLiteral("Ads of the week"),
                                                        .frequency = ReportFrequency::Weekly}));
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
        QCOMPARE(head.charts[2].points[0].label, QStringLiteral("महाराष्ट्र"));
        QCOMPARE(line(1).table->columns.size(), 10); // the store's id is for programs
        QCOMPARE(line(2).row->cells[2], QStringLiteral("महाराष्ट्र"));
        QCOMPARE(line(2).row->cells[6], QStringLiteral("2250.00"));
        QCOMPARE(line(4).totals->cells[7], QStringLiteral("1500.00"));
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
        QCOMPARE(refused(ReportName::Orders, {.vendorId = desk.ids.next<Vendor>()}), QStringLiteral("scope.vendor_id"));
        QCOMPARE(refused(ReportName::Products, {.categoryId = desk.ids.next<Category>()}),
                 QStringLiteral("scope.category_id"));
        const Error early =
            desk.reports.runReport(desk.admin, ReportName::Orders, csv(days("0001-01-01", "9999-12-31"))).error();
        QCOMPARE(early.fields.first(),
                 (FieldError{QStringLiteral("scope.from"), QStringLiteral("must not be before 1970-01-01")}));
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
