// LED-01, WAL-16: what rows say beside their postings is looked at too: lines of orders, shares of payouts, what
// decisions of disputes gave, and lines of settlements.

#include "tests/money/counter.h"
#include "tests/money/street.h"
#include "tests/support/runner.h"

namespace {

struct Decided : Street
{
    Dispute dispute;

    Decided()
    {
        dispute = must(world.refunds.listAllDisputes(world.admin, {})).items.constFirst();
        must(world.refunds.addStatement(world.store.caller, dispute.id, {.text = QStringLiteral("It was new.")}));
        must(world.refunds.decideDispute(world.admin, dispute.id,
                                         {{25'000}, {50'000}, QStringLiteral("Both sides gave in a little.")}));
    }
};

enum class About { Settled, Disputed, Dispute, Waiting };

QUuid idOf(const Decided &street, About about)
{
    switch (about) {
    case About::Settled: return street.settled.id.uuid;
    case About::Disputed: return street.disputed.id.uuid;
    case About::Dispute: return street.dispute.id.uuid;
    case About::Waiting: return street.waiting.uuid;
    }
    return {};
}

} // namespace

class TestOfCrossChecks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void whatRowsSayBesideTheirPostingsIsNamed_data()
    {
        QTest::addColumn<QByteArray>("damage");
        QTest::addColumn<int>("about");
        QTest::addColumn<QString>("found");
        const auto row = [](const char *name, const char *damage, About about, const char *found) {
            QTest::newRow(name) << QByteArray(damage) << int(about) << QString::fromLatin1(found);
        };
        row("a line of more", "UPDATE order_lines SET line_total = line_total + 100 WHERE order_id = ?", About::Settled,
            "the lines of order {settled} come to 751.00, the order to 750.00");
        row("COM-03: a commission of more in a line",
            "UPDATE order_lines SET commission_amount = commission_amount + 100 WHERE order_id = ?", About::Settled,
            "the commissions of the lines of order {settled} come to 16.00, that of the order to 15.00");
        row("COM-04: a commission of more",
            "UPDATE orders SET commission_amount = commission_amount + 100 WHERE id = ?", About::Settled,
            "the commission of order {settled} is 14.00, its postings say 13.00");
        row("a decision that gave more",
            "UPDATE refunds SET amount = amount + 100, from_vendor = from_vendor + 100 WHERE dispute_id = ?",
            About::Dispute, "of order {disputed} went back 250.00, its refunds say 251.00");
        row("a decision that gave nothing", "DELETE FROM refunds WHERE dispute_id = ?", About::Dispute,
            "of order {disputed} went back 250.00, its refunds say 0.00");
        row("more to the buyer", "UPDATE disputes SET to_buyer = to_buyer + 100 WHERE id = ?", About::Dispute,
            "dispute {dispute} gave its buyer 251.00, its refund says 250.00");
        row("more to the store", "UPDATE disputes SET to_vendor = to_vendor + 100 WHERE id = ?", About::Dispute,
            "dispute {dispute} gave its store 501.00, its order says 500.00");
        row("a share of more", "UPDATE payout_orders SET gross = gross + 100, net = net + 100 WHERE payout_id = ?",
            About::Waiting, "payout {waiting} takes 735.00 with orders: 1, its rows say 736.00 with orders: 1");
        row("PAYO-04: orders that are free again", "UPDATE payout_orders SET is_current = 0 WHERE payout_id = ?",
            About::Waiting, "payout {waiting} is requested and has 0 orders of its own instead of 1");
    }
    void whatRowsSayBesideTheirPostingsIsNamed()
    {
        QFETCH(QByteArray, damage);
        QFETCH(int, about);
        QFETCH(QString, found);
        Decided street;
        QCOMPARE(street.problem(), QString());
        const QString expected = street.named(found)
                                     .replace(QLatin1String("{disputed}"), street.disputed.orderNumber)
                                     .replace(QLatin1String("{dispute}"), street.dispute.disputeNumber);

        street.sql(damage, idOf(street, About(about)));

        QCOMPARE(street.problem(), expected);
        QVERIFY(!street.books.readBooks(street.world.admin)->isSound);
    }

    // A weight beyond the estimate, a part that was refunded before it, and a decision about what is left.
    void whatWasWeighedRefundedAndDecidedHasNoDifference()
    {
        Decided street;
        World &world = street.world;
        const Dispute last = street.must(world.refunds.openDispute(
            world.buyer.caller, street.disputed.id,
            {.kind = DisputeKind::Quality, .text = QStringLiteral("The rest of it is rusty, too.")}));
        street.must(world.refunds.addStatement(world.store.caller, last.id, {.text = QStringLiteral("It is not.")}));
        world.db.clock.advance(hourMs);
        street.must(
            world.refunds.decideDispute(world.admin, last.id, {{10'000}, {40'000}, QStringLiteral("Half of it was.")}));
        street.giveBack(street.weighed, {20'000});
        street.giveBack(street.disputed, {5'000});

        QCOMPARE(street.problem(), QString());
    }

    // PAY-08
    void aSettlementLineThatWasChangedIsNamed()
    {
        Counter counter;
        World &world = counter.world;
        const Secrets secrets{{QByteArray(32, 'b')}, 4};
        books::Service books{*world.db,  world.db.clock, world.ids,      world.ledger, world.accounts,
                             world.auth, world.audit,    world.settings, secrets};
        books.compareWith({counter.all, world.orders, world.weighing, world.refunds, world.payouts, world.tax});
        const QString provider = QStringLiteral("razorpay");
        const QString order = counter.open(provider).gatewayOrderId;
        const QByteArray news = Till::event("payment.captured", order, QStringLiteral("captured"));
        QVERIFY(counter.tell(provider, Till::signedBody(news, "one")));
        QVERIFY(counter.all.takeSettlement(
            world.admin, {provider, QStringLiteral("entity_id,type,debit,credit,amount,currency,fee,tax,settlement_id,"
                                                   "payment_id\npay_of_%1,payment,0.00,488.20,500.00,INR,11.80,1.80,"
                                                   "setl_1,\n")
                                        .arg(order)}));
        // A dispute costs a fee, which comes back when it is won.
        QVERIFY(counter.all.takeSettlement(
            world.admin, {provider, QStringLiteral("entity_id,type,debit,credit,amount,currency,fee,tax,settlement_id,"
                                                   "payment_id\nadj_1,adjustment,515.00,0.00,500.00,INR,,,setl_2,"
                                                   "pay_of_%1\nadj_2,adjustment,0.00,515.00,500.00,INR,,,setl_2,"
                                                   "pay_of_%1\n")
                                        .arg(order)}));
        QCOMPARE(world.db.number("count(*) FROM settlement_lines"), 3);
        QCOMPARE(world.db.number("fee FROM settlement_lines WHERE line_ref = 'adj_2'"), -1'500);
        QCOMPARE(books.check().problem, std::optional<QString>());

        QVERIFY(world.db->write([&](Tx &tx) -> Result<> {
            tx.run(tx.engine() == Engine::Postgres ? "DROP TRIGGER settlement_lines_append_only ON settlement_lines"
                                                   : "DROP TRIGGER settlement_lines_no_UPDATE");
            tx.run("UPDATE settlement_lines SET gross = gross + 100");
            return {};
        }));

        const QString problem = books.check().problem.value_or(QString());
        QVERIFY2(problem.endsWith(QLatin1String("of razorpay is 501.00 with a fee of 11.80, the books say 500.00 with a"
                                                " fee of 11.80")),
                 qPrintable(problem));
    }
};

TEST_CLASS(TestOfCrossChecks)
#include "tst_crosschecks.moc"
