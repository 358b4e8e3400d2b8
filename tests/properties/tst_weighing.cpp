// Whatever is weighed, said, paid, refunded and disputed in whatever order: the buyer never pays more than he has
// agreed to hold, what is at stake is worth no less for what somebody says, and the money leaves the escrow once.

#include "tests/properties/handover.h"
#include "tests/support/property.h"
#include "tests/support/runner.h"

namespace {

// A step of a handover.
struct Deed
{
    int choice;
    qint64 amount;
};

constexpr Deed weighed{0, 7'000}, weighedAsOrdered{0, 9'999}, buyerAccepts{2, 0}, storeAccepts{3, 0}, goesOn{9, 0},
    confirmed{10, 0}, allRefunded{13, 0}, disputed{14, 2}, weightDisputed{14, 0}, decided{16, 30'001}, cancelled{17, 0};

} // namespace

class PropertiesOfWeighing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // D-02, COM-03, COM-04, WAL-08, WAL-14, REF-03, LED-01: one world, so that the cases also disturb each other.
    void nobodyPaysMoreThanAgreedAndSharesFollowTheWeight()
    {
        Scales scales;
        int settled = 0, decided = 0;
        HOLDS([&] {
            scales.world.set(QStringLiteral("weighing.tolerance"),
                             BasisPoints{*rc::gen::element<qint64>(0, 0, 250, 1'000)}.text());
            std::vector<Handover::Line> lines(*rc::gen::inRange<std::size_t>(1, 4));
            for (Handover::Line &line : lines)
                line = {{*rc::gen::inRange<qint64>(100, 200'000)}, {*rc::gen::inRange<qint64>(1'000, 50'000)}};
            Handover handover(scales, lines);
            const int steps = *rc::gen::inRange(5, 30);
            for (int i = 0; i < steps; ++i) {
                handover.step(*rc::gen::inRange(0, 18), *rc::gen::inRange<qint64>(0, 1'000'000));
                RC_ASSERT(handover.problem() == QString());
            }
            switch (*rc::gen::inRange(0, 3)) {
            case 0: handover.bringHome(); break;
            case 1: handover.endInDispute(*rc::gen::inRange<qint64>(0, 1'000'000)); break;
            default: break; // and one is left as it is
            }
            RC_ASSERT(handover.problem() == QString());
            settled += handover.isSettled() ? 1 : 0;
            decided += handover.isDecided() ? 1 : 0;
            RC_ASSERT(scales.world.ledger.verify() == std::optional<QString>());
        });
        QCOMPARE(scales.world.weighing.verify(), std::optional<QString>());
        QCOMPARE(scales.outbox.deadDeliveries() + scales.outbox.waitingDeliveries(), 0);
        qInfo("%d orders were settled, %d of the disputes decided", settled, decided);
        QVERIFY(settled >= 40 && decided >= 10);
    }

    // The check works: what a wrong program would leave behind is seen, whatever has become of the order.
    void aPlantedFaultIsSeen_data()
    {
        QTest::addColumn<QList<Deed>>("deeds");
        QTest::addColumn<QString>("statement");
        QTest::addColumn<QString>("problem");
        plantWhileItWaits();
        plantInDisputes();
        plantAfterItsReturn();
        plantAfterADecision();
        plantAfterTheCharge();
    }
    void aPlantedFaultIsSeen()
    {
        QFETCH(QList<Deed>, deeds);
        QFETCH(QString, statement);
        QFETCH(QString, problem);
        Scales scales;
        Handover handover(scales, {{{10'000}, {10'000}}});
        for (const Deed &each : deeds)
            handover.step(each.choice, each.amount);
        QCOMPARE(handover.problem(), QString());

        const Result<qint64> planted = scales.world.db->write(
            [&](Tx &tx) -> Result<qint64> { return tx.run(statement.toStdString(), handover.id()); });

        QVERIFY(planted);
        QCOMPARE(*planted, 1); // row that was changed
        QCOMPARE(handover.problem(), problem);
    }

private:
    static void plant(const char *name, const QList<Deed> &deeds, const char *statement, const char *problem)
    {
        QTest::newRow(name) << deeds << QString::fromLatin1(statement) << QString::fromLatin1(problem);
    }

    static void plantWhileItWaits()
    {
        plant("what was said is worth a paisa more", {},
              "UPDATE orders SET subtotal = subtotal + 1, total_amount = total_amount + 1 WHERE id = ?",
              "at stake is 1000.01 instead of 1000.00");
        plant("what both have accepted is worth a paisa less", {weighed, buyerAccepts, storeAccepts},
              "UPDATE orders SET subtotal = subtotal - 1, total_amount = total_amount - 1 WHERE id = ?",
              "at stake is 700.09 instead of 700.10");
        plant("what is held counts as not paid", {}, "UPDATE orders SET payment_status = 'pending' WHERE id = ?",
              "more is at stake than is held");
        plant("a paisa has left what is held", {},
              "UPDATE ledger_accounts SET balance = balance - 1 WHERE kind = 'buyer_held'"
              " AND owner_id = (SELECT buyer_id FROM orders WHERE id = ?)",
              "held money moved");
        plant("both have confirmed it and it stays", {goesOn, goesOn},
              "UPDATE orders SET buyer_confirmed_at = updated_at WHERE id = ?", "an order waits for nobody");
    }
    static void plantInDisputes()
    {
        plant("the money of a dispute goes on", {disputed}, "UPDATE orders SET escrow_status = 'held' WHERE id = ?",
              "the money waits for no dispute, or does not wait for one");
        plant("a dispute ends without its money", {disputed},
              "UPDATE disputes SET status = 'withdrawn', closed_at = opened_at WHERE order_id = ?",
              "the money waits for no dispute, or does not wait for one");
        plant("a contested weight opens no dispute", {weighedAsOrdered},
              "UPDATE weigh_standings SET status = 'flagged', flagged_by = 'buyer', flag_reason = 'too much',"
              " flagged_at = recorded_at WHERE order_id = ?",
              "a weight is contested and nobody decides about it");
        plant("accepting a weight ends no dispute about it", {weighedAsOrdered, weightDisputed},
              "UPDATE weigh_standings SET status = 'accepted', vendor_accepted_at = recorded_at,"
              " buyer_accepted_at = recorded_at WHERE order_id = ?",
              "a dispute goes on about a weight that both have accepted");
    }
    static void plantAfterItsReturn()
    {
        plant("a paisa is still held", {allRefunded},
              "UPDATE ledger_accounts SET balance = balance + 1 WHERE kind = 'buyer_held'"
              " AND owner_id = (SELECT buyer_id FROM orders WHERE id = ?)",
              "the hold did not end in one way");
        plant("a paisa did not come back", {allRefunded},
              "UPDATE ledger_accounts SET balance = balance - 1 WHERE kind = 'buyer_available'"
              " AND owner_id = (SELECT buyer_id FROM orders WHERE id = ?)",
              "not all came back");
        plant("it was given back and nobody did that", {cancelled},
              "UPDATE orders SET order_status = 'refunded' WHERE id = ?",
              "an order has ended before all of it was weighed");
    }
    static void plantAfterADecision()
    {
        const QList<Deed> divided{disputed, decided};
        plant("the order says another part", divided,
              "UPDATE orders SET refunded_amount = refunded_amount + 1 WHERE id = ?",
              "what was refunded is not what the order says");
        plant("the buyer got more than was decided", divided,
              "UPDATE ledger_accounts SET balance = balance + 1 WHERE kind = 'buyer_available'"
              " AND owner_id = (SELECT buyer_id FROM orders WHERE id = ?)",
              "the buyer paid something else than was decided");
        plant("the buyer has spent more than was decided", divided,
              "UPDATE wallets SET total_spent = total_spent + 1"
              " WHERE account_id = (SELECT buyer_id FROM orders WHERE id = ?)",
              "the buyer paid something else than was decided");
        plant("the commission is divided otherwise", divided,
              "UPDATE orders SET refunded_commission = refunded_commission + 1 WHERE id = ?",
              "the shares are not those of the charge");
    }
    static void plantAfterTheCharge()
    {
        const QList<Deed> settled{weighed, buyerAccepts, storeAccepts, goesOn, goesOn, confirmed};
        plant("a paisa more was charged", settled,
              "UPDATE orders SET subtotal = subtotal + 1, total_amount = total_amount + 1 WHERE id = ?",
              "the sum does not follow the weights");
        plant("the commission is that of the estimate", settled,
              "UPDATE orders SET commission_amount = commission_amount + 100 WHERE id = ?",
              "the shares are not those of the charge");
        plant("another quantity was settled", settled,
              "UPDATE order_lines SET settled_quantity = ordered_quantity WHERE order_id = ?",
              "the charge does not follow the weight");
        plant("a weight was not agreed to", settled, "UPDATE weigh_standings SET status = 'open' WHERE order_id = ?",
              "a weight was charged that was not agreed to");
    }
};

TEST_CLASS(PropertiesOfWeighing)
#include "tst_weighing.moc"
