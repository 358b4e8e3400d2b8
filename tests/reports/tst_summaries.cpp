// The summaries of commissions and of payouts.

#include "shared/base/indiatime.h"
#include "tests/reports/desk.h"
#include "tests/support/runner.h"

namespace {

struct Summaries : Desk
{
    Summaries()
    {
        tax.load();
        verifyBank(store);
        fill(buyer, {1'000'000});
    }
    QByteArray today() { return india::dayText(india::dayNumber(db.clock.now())).toLatin1(); }
    QByteArray head() { return today() + ',' + store.id.text().toLatin1() + ",Iron Yard,"; }
    template <class Work>
    void money(Work &&work)
    {
        if (!db->write([&](Tx &tx) -> Result<> { return work(tx); }))
            qFatal("no money has moved");
    }
};

} // namespace

class TestOfSummaries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // COM-06: gross, rate, commission, the GST within, what refunds and corrections changed, and what is left
    void theCommissionOfAStoreIsSummedUpByDay()
    {
        Summaries desk;
        const Order sold = desk.settled();
        desk.settled();
        desk.money([&](Tx &tx) {
            return desk.ledger.refund(tx, desk.buyer.caller.id, sold.id, desk.store.id, QUuid::createUuid(),
                                      {.fromVendor = {9'800}, .fromCommission = {200}}, QStringLiteral("short"));
        });
        desk.money([&](Tx &tx) {
            return desk.ledger.adjust(tx, desk.store.id, QUuid::createUuid(), {500}, QStringLiteral("goodwill"));
        });
        const QByteArray first = desk.head();
        desk.db.clock.advance(dayMs);
        desk.settled();

        const QList<QByteArray> lines = desk.lines(ReportName::CommissionSummary);

        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[0], first + "2,1500.00,2.00,30.00,4.58,100.00,2.00,-5.00,23.00,3.51,19.49,1377.00");
        QCOMPARE(lines[1], desk.head() + "1,750.00,2.00,15.00,2.29,0.00,0.00,0.00,15.00,2.29,12.71,735.00");
    }

    // COM-06: it is the books, in other words
    void theCommissionSummaryAgreesWithTheBooks()
    {
        Summaries desk;
        const Order sold = desk.settled();
        desk.settled();
        desk.money([&](Tx &tx) {
            return desk.ledger.refund(tx, desk.buyer.caller.id, sold.id, desk.store.id, QUuid::createUuid(),
                                      {.fromVendor = {73'500}, .fromCommission = {1'500}}, QStringLiteral("rust"));
        });

        const QList<QByteArray> lines = desk.lines(ReportName::CommissionSummary);

        QCOMPARE(lines, QList<QByteArray>{desk.head() +
                                          "2,1500.00,2.00,30.00,4.58,750.00,15.00,0.00,15.00,2.29,12.71,735.00"});
        const auto balance = [&](const ledger::BookAccount &account) {
            return desk.db->read([&](Tx &tx) { return desk.ledger.account(tx, ledger::key(account))->balance; });
        };
        QCOMPARE(balance(ledger::commissionIncome), std::optional(Money{1'271}));
        QCOMPARE(balance(ledger::gstDue), std::optional(Money{229}));
    }

    // C14, COM-06: of a sale in cash the books have the commission alone
    void aSaleInCashIsSummedUpAndItsStatementHasItsCommissionAlone()
    {
        Summaries desk;
        desk.set(QStringLiteral("orders.cod_enabled"), QStringLiteral("true"));
        const PlaceOrder wish{.addressId = desk.buyer.address,
                              .lines = {{desk.store.copper, World::kilograms(1)}},
                              .paymentMethod = PaymentMethodKind::Cod};
        const Id<Order> order = desk.orders.placeOrder(desk.buyer.caller, wish)->orders.constFirst().id;
        desk.walkTo(order, OrderStatus::Delivered);
        QVERIFY(desk.lines(ReportName::CommissionSummary).isEmpty());

        QVERIFY(desk.orders.confirmDelivery(desk.buyer.caller, order));

        QCOMPARE(desk.lines(ReportName::CommissionSummary),
                 QList<QByteArray>{desk.head() + "1,750.00,2.00,15.00,2.29,0.00,0.00,0.00,15.00,2.29,12.71,735.00"});
        const QList<QByteArray> statement = desk.lines(ReportName::VendorStatement);
        QCOMPARE(statement.size(), 1);
        QVERIFY(statement[0].endsWith(",0.00,0.00,15.00,0.00,0.00,0.00,0.00,-15.00"));
    }

    // PAYO-07
    void payoutsAreSummedUpByTheDayTheyWereAskedFor()
    {
        Summaries desk;
        desk.set(QStringLiteral("tax.withhold"), QStringLiteral("true"));
        const auto request = [&] { return desk.payouts.requestPayout(desk.store.caller).value().id; };
        desk.settled();
        const Id<Payout> refused = request();
        QVERIFY(desk.payouts.rejectPayout(desk.admin, refused, {QStringLiteral("wrong holder")}));
        const Id<Payout> paid = request();
        QVERIFY(desk.payouts.approvePayout(desk.admin, paid));
        QVERIFY(desk.payouts.processPayout(desk.admin, paid, {QStringLiteral("UTR-1")}));
        desk.settled();
        (void)request();

        const QList<QByteArray> lines = desk.lines(ReportName::PayoutSummary);

        // No product has a GST rate here, so only 0.1 % income tax is withheld, once for each sale.
        QCOMPARE(lines, QList<QByteArray>{desk.head() + "3,3,2205.00,-0.75,1.50,2202.75,734.25,734.25,734.25"});
    }

    // AUTH-37: a store asks for its own and gets no other
    void aStoreGetsTheSummariesOfItsOwn_data()
    {
        QTest::addColumn<StatementKind>("kind");
        QTest::addColumn<ReportName>("name");
        QTest::newRow("COM-06") << StatementKind::Commission << ReportName::CommissionSummary;
        QTest::newRow("PAYO-07") << StatementKind::Payouts << ReportName::PayoutSummary;
    }
    void aStoreGetsTheSummariesOfItsOwn()
    {
        QFETCH(StatementKind, kind);
        QFETCH(ReportName, name);
        Summaries desk;
        const Store rival = desk.openStore(QStringLiteral("Rival"));
        desk.settled();
        const QString today = QString::fromLatin1(desk.today());

        const auto asked = desk.reports.askStatement(
            desk.store.caller, {.kind = kind, .format = ReportFormat::Csv, .from = today, .to = today});
        desk.reports.workOff();

        QCOMPARE(asked->name, name);
        QVERIFY(desk.reports.readStatement(desk.store.caller, asked->id)->hasFile);
        QCOMPARE(desk.reports.listStatements(desk.store.caller, {})->items.size(), 1);
        QCOMPARE(desk.reports.readStatement(rival.caller, asked->id).error().code, ErrorCode::NotFound);
        QVERIFY(desk.reports.listStatements(rival.caller, {})->items.isEmpty());
    }
};

TEST_CLASS(TestOfSummaries)
#include "tst_summaries.moc"
