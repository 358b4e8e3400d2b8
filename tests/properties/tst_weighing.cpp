// Whatever is weighed, said, paid, refunded and disputed in whatever order: the buyer never pays more than he has
// agreed to hold, what is at stake is worth no less for what somebody says, and the money leaves the escrow once.

#include "tests/properties/handover.h"
#include "tests/support/property.h"
#include "tests/support/runner.h"

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

    // The check works: what a wrong program would leave behind is seen.
    void aPlantedFaultIsSeen_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::newRow("a paisa more was charged") << QStringLiteral(
            "UPDATE orders SET subtotal = subtotal + 1, total_amount = total_amount + 1 WHERE id = ?");
        QTest::newRow("the commission is that of the estimate")
            << QStringLiteral("UPDATE orders SET commission_amount = commission_amount + 100 WHERE id = ?");
        QTest::newRow("another quantity was settled")
            << QStringLiteral("UPDATE order_lines SET settled_quantity = ordered_quantity WHERE order_id = ?");
        QTest::newRow("a weight was not agreed to")
            << QStringLiteral("UPDATE weigh_standings SET status = 'open' WHERE order_id = ?");
    }
    void aPlantedFaultIsSeen()
    {
        QFETCH(QString, statement);
        Scales scales;
        Handover handover(scales, {{{10'000}, {10'000}}});
        handover.step(0, 7'000);
        for (const int choice : {2, 3, 9, 9, 10})
            handover.step(choice, 0);
        QVERIFY(handover.isSettled());
        QCOMPARE(handover.problem(), QString());

        const Result<> planted = scales.world.db->write([&](Tx &tx) -> Result<> {
            tx.run(statement.toStdString(), handover.id());
            return {};
        });

        QVERIFY(planted);
        QVERIFY(handover.problem() != QString());
    }
};

TEST_CLASS(PropertiesOfWeighing)
#include "tst_weighing.moc"
