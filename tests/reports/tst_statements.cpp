// Statements of stores.

#include "shared/base/indiatime.h"
#include "tests/reports/desk.h"
#include "tests/support/runner.h"

class TestOfStatements : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // PAYO-09: a statement says where every paisa went, and agrees with the books.
    void aStatementReconcilesWithTheBooks()
    {
        Desk desk;
        desk.verifyBank(desk.store);
        desk.fill(desk.buyer, {1'000'000});
        const QString first = india::dayText(india::dayNumber(desk.db.clock.now()));
        const Order sold = desk.settled();
        desk.settled();
        const Id<Payout> payout = desk.payouts.requestPayout(desk.store.caller)->id;
        QVERIFY(desk.payouts.approvePayout(desk.admin, payout));
        QVERIFY(desk.payouts.processPayout(desk.admin, payout, {QStringLiteral("UTR-1")}));
        desk.db.clock.advance(2 * dayMs);
        QVERIFY(desk.db->write([&](Tx &tx) -> Result<> {
            MUST(desk.ledger.refund(tx, desk.buyer.caller.id, sold.id, desk.store.id, QUuid::createUuid(),
                                    {.fromVendor = {10'000}, .fromCommission = {200}}, QStringLiteral("short")));
            return desk.ledger.adjust(tx, desk.store.id, QUuid::createUuid(), {2'500}, QStringLiteral("goodwill"));
        }));
        desk.settled();

        const QList<QByteArray> lines = desk.lines(ReportName::VendorStatement, {.vendorId = desk.store.id});

        QCOMPARE(lines.size(), 2);
        const QByteArray head = desk.store.id.text().toLatin1() + ',';
        QCOMPARE(lines[0], head + first.toLatin1() + ",Iron Yard,0.00,1500.00,30.00,0.00,0.00,0.00,1470.00,0.00");
        QVERIFY(lines[1].endsWith(",Iron Yard,0.00,750.00,15.00,100.00,25.00,0.00,0.00,660.00"));
        const ledger::VendorFunds funds = desk.funds();
        QCOMPARE(funds.released + funds.inPayouts - funds.owed, Money{66'000});
    }

    // PAYO-09: what was withheld for the tax office is a line of its own
    void aStatementShowsTheTaxThatWasWithheld()
    {
        Desk desk;
        desk.set(QStringLiteral("tax.withhold"), QStringLiteral("true"));
        desk.verifyBank(desk.store);
        desk.fill(desk.buyer, {1'000'000});
        desk.settled();
        QVERIFY(desk.payouts.requestPayout(desk.store.caller));

        const QList<QByteArray> lines = desk.lines(ReportName::VendorStatement, {.vendorId = desk.store.id});

        QCOMPARE(lines.size(), 1);
        QVERIFY(lines[0].endsWith(",Iron Yard,0.00,750.00,15.00,0.00,0.00,0.75,0.00,734.25"));
        QCOMPARE(desk.funds().inPayouts, Money{73'425});
    }

    // PAYO-09, AUTH-37: a store asks for its own statement and gets no other.
    void aStoreGetsItsOwnStatementOnly()
    {
        Desk desk;
        const Store rival = desk.openStore(QStringLiteral("Rival"));
        desk.fill(desk.buyer, {1'000'000});
        desk.settled();
        const QString today = india::dayText(india::dayNumber(desk.db.clock.now()));

        const auto asked =
            desk.reports.askStatement(desk.store.caller, {.format = ReportFormat::Csv, .from = today, .to = today});
        desk.reports.workOff();

        QVERIFY(desk.reports.readStatement(desk.store.caller, asked->id)->hasFile);
        QVERIFY(desk.reports.downloadStatement(desk.store.caller, asked->id));
        QCOMPARE(desk.reports.listStatements(desk.store.caller, {})->items.size(), 1);
        QCOMPARE(desk.reports.readStatement(rival.caller, asked->id).error().code, ErrorCode::NotFound);
        QCOMPARE(desk.reports.downloadStatement(rival.caller, asked->id).error().code, ErrorCode::NotFound);
        QVERIFY(desk.reports.listStatements(rival.caller, {})->items.isEmpty());
        QCOMPARE(desk.reports.askStatement(desk.buyer.caller, {}).error().code, ErrorCode::Forbidden);
        QCOMPARE(desk.reports.askStatement(desk.store.caller, {.from = today}).error().fields[0].field,
                 QStringLiteral("to"));
    }
};

TEST_CLASS(TestOfStatements)
#include "tst_statements.moc"
