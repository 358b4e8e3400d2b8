#include "server/catalog/rates.h"
#include "server/core/ids.h"
#include "server/core/readable.h"
#include "server/orders/rules.h"
#include "server/payments/rules.h"
#include "server/payouts/rules.h"
#include "tests/support/fakeclock.h"
#include "tests/support/runner.h"

#include <QSet>

using namespace orders;

class TestOfOrderRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // P41, ORD-05, ORD-06, ORD-07, ORD-11, C10, C18, C71: written down a second time, in words of one line each.
    void everyStepOfEveryActorIsAsSpecified()
    {
        // b buyer, v vendor, a admin, s system
        const QHash<QString, QString> allowed{
            {"placed>confirmed", "vas"},
            {"confirmed>packed", "va"},
            {"packed>shipped", "va"},
            {"packed>out_for_delivery", "va"},
            {"shipped>out_for_delivery", "va"},
            {"out_for_delivery>delivered", "va"},
            {"delivered>completed", "as"},
            {"placed>cancelled", "bvas"},
            {"confirmed>cancelled", "bva"},
            {"packed>cancelled", "va"},
            {"placed>failed", "s"},
        };
        const QHash<Actor, QChar> letters{
            {Actor::Buyer, 'b'}, {Actor::Vendor, 'v'}, {Actor::Admin, 'a'}, {Actor::System, 's'}};

        int checked = 0;
        for (const QString &from : names::all<OrderStatus>())
            for (const QString &to : names::all<OrderStatus>())
                for (const auto &[actor, letter] : letters.asKeyValueRange()) {
                    const bool expected = allowed.value(from + '>' + to).contains(letter);
                    const bool actual = mayMove(*names::fromText<OrderStatus>(from), *names::fromText<OrderStatus>(to),
                                                actor, OrderStatus::Packed);
                    QVERIFY2(actual == expected, qPrintable(from + '>' + to + ' ' + letter));
                    ++checked;
                }
        QCOMPARE(checked, 10 * 10 * 4);
    }

    // ORD-11
    void theSettingMovesTheEndOfTheBuyersRightToCancel_data()
    {
        QTest::addColumn<OrderStatus>("until");
        QTest::addColumn<QList<OrderStatus>>("cancellable");
        using enum OrderStatus;
        QTest::newRow("never") << Placed << QList<OrderStatus>{};
        QTest::newRow("confirmed") << Confirmed << QList<OrderStatus>{Placed};
        QTest::newRow("packed") << Packed << QList<OrderStatus>{Placed, Confirmed};
        QTest::newRow("shipped") << Shipped << QList<OrderStatus>{Placed, Confirmed, Packed};
    }
    void theSettingMovesTheEndOfTheBuyersRightToCancel()
    {
        QFETCH(OrderStatus, until);
        QFETCH(QList<OrderStatus>, cancellable);

        QList<OrderStatus> found;
        for (const QString &name : names::all<OrderStatus>())
            if (const auto status = *names::fromText<OrderStatus>(name);
                mayMove(status, OrderStatus::Cancelled, Actor::Buyer, until))
                found += status;

        QCOMPARE(found, cancellable);
    }

    void theOfferedStepsAreTheAllowedOnes()
    {
        using enum OrderStatus;
        QCOMPARE(nextStatuses(Packed, Actor::Vendor), (QList<OrderStatus>{Shipped, OutForDelivery}));
        QCOMPARE(nextStatuses(Placed, Actor::Buyer), QList<OrderStatus>());
        QCOMPARE(nextStatuses(Delivered, Actor::Vendor), QList<OrderStatus>());
        QCOMPARE(nextStatuses(Delivered, Actor::Admin), QList<OrderStatus>{Completed});
        QCOMPARE(nextStatuses(Cancelled, Actor::Admin), QList<OrderStatus>());
    }

    // REF-05
    void theEndsOfAContestedOrderWaitAndItsStepsGoOn()
    {
        using enum OrderStatus;
        const Order agreed, contested{.contestedAt = Instant{7}};
        QList<OrderStatus> waiting;
        for (const QString &name : names::all<OrderStatus>()) {
            const OrderStatus to = *names::fromText<OrderStatus>(name);
            QVERIFY(!waitsForDecision(agreed, to));
            if (waitsForDecision(contested, to))
                waiting += to;
        }

        QCOMPARE(waiting, (QList<OrderStatus>{Completed, Cancelled, Failed, Refunded}));
    }

    // COM-02
    void theNearestCommissionWins()
    {
        const BasisPoints vendor{100}, product{250}, category{300}, global{200};
        using catalog::commissionFor;
        QCOMPARE(commissionFor(vendor, product, category, global).rate, vendor);
        QCOMPARE(commissionFor(vendor, product, category, global).level, CommissionLevel::Vendor);
        QCOMPARE(commissionFor({}, product, category, global).rate, product);
        QCOMPARE(commissionFor({}, product, category, global).level, CommissionLevel::Product);
        QCOMPARE(commissionFor({}, {}, category, global).rate, category);
        QCOMPARE(commissionFor({}, {}, category, global).level, CommissionLevel::Category);
        QCOMPARE(commissionFor({}, {}, {}, global).rate, global);
        QCOMPARE(commissionFor({}, {}, {}, global).level, CommissionLevel::Global);
        QCOMPARE(commissionFor(BasisPoints{0}, product, category, global).rate, BasisPoints{0});
    }

    // SRCH-16
    void theSmallerRadiusDecides()
    {
        const GeoPoint mumbai{19.076, 72.8777}, pune{18.5204, 73.8567}; // 120 km
        QVERIFY(isWithinReach(mumbai, pune, 250, {}));
        QVERIFY(isWithinReach(mumbai, pune, 121, 500));
        QVERIFY(!isWithinReach(mumbai, pune, 250, 100));
        QVERIFY(!isWithinReach(mumbai, pune, 100, 500));
        QVERIFY(!isWithinReach(std::nullopt, pune, 250, {}));
        QVERIFY(!isWithinReach(mumbai, std::nullopt, 250, {}));
    }

    void orderNumbersAreReadableUniqueAndSortByTime()
    {
        const FakeClock clock;
        const Ids ids(clock);
        QSet<QString> seen;
        QString last;
        for (int i = 0; i < 2000; ++i) {
            const QString number = readable::number(QLatin1StringView("KW"), ids.next<Order>().uuid);
            QCOMPARE(number.size(), 17);
            QVERIFY(number > last);
            seen += number;
            last = number;
        }
        QCOMPARE(seen.size(), 2000);
        QCOMPARE(readable::code(QLatin1StringView("TRK"), QByteArray(10, '\xff')),
                 QStringLiteral("TRK-ZZZZZZZZZZZZZZZZ"));
    }

    // PAY-07: what may follow what, all of it.
    void aPaymentNeverGoesBack()
    {
        using enum PaymentStatus;
        const QSet<QPair<int, int>> allowed{{int(Pending), int(Paid)},
                                            {int(Pending), int(Failed)},
                                            {int(Failed), int(Paid)},
                                            {int(Paid), int(Refunded)}};
        for (int from = 0; from < 4; ++from)
            for (int to = 0; to < 4; ++to)
                QCOMPARE(payments::mayBecome(PaymentStatus(from), PaymentStatus(to)), allowed.contains({from, to}));
    }

    // C34
    void aPayoutGoesOnlyForward()
    {
        using enum PayoutStatus;
        const QSet<QPair<int, int>> allowed{{int(Requested), int(Approved)}, {int(Approved), int(Processed)}};
        for (int from = 0; from < 4; ++from)
            for (int to = 0; to < 4; ++to)
                QCOMPARE(payouts::mayBecome(PayoutStatus(from), PayoutStatus(to)), allowed.contains({from, to}));
        const QSet<QPair<int, int>> failing{{int(Requested), int(PayoutFailure::Rejected)},
                                            {int(Approved), int(PayoutFailure::Rejected)},
                                            {int(Approved), int(PayoutFailure::BankRefused)},
                                            {int(Processed), int(PayoutFailure::Returned)}};
        for (int from = 0; from < 4; ++from)
            for (int why = 0; why < 3; ++why)
                QCOMPARE(payouts::mayBecome(PayoutStatus(from), Failed, PayoutFailure(why)),
                         failing.contains({from, why}));
    }

    // WAL-14: of what is weighed beyond the held money every line keeps its share, to the coin.
    void aChargeIsCutInTheProportionOfItsLines_data()
    {
        QTest::addColumn<QList<qint64>>("lines");
        QTest::addColumn<qint64>("most");
        QTest::addColumn<QList<qint64>>("cut");
        QTest::newRow("one line") << QList<qint64>{825'000} << qint64(787'500) << QList<qint64>{787'500};
        QTest::newRow("equal lines") << QList<qint64>{100, 100, 100} << qint64(200) << QList<qint64>{66, 67, 67};
        QTest::newRow("a coin") << QList<qint64>{1, 99, 1} << qint64(50) << QList<qint64>{1, 48, 1};
        QTest::newRow("no more than coins") << QList<qint64>{1, 5, 1} << qint64(3) << QList<qint64>{1, 1, 1};
    }
    void aChargeIsCutInTheProportionOfItsLines()
    {
        QFETCH(QList<qint64>, lines);
        QFETCH(qint64, most);
        QFETCH(QList<qint64>, cut);
        QList<OrderLine> priced;
        for (const qint64 paise : lines)
            priced += OrderLine{.unitPrice = {paise},
                                .orderedQuantity = {1'000},
                                .lineTotal = {paise},
                                .commissionRate = BasisPoints{1'000}};

        const Charge out = cutTo(chargeFor(priced).value(), {most});

        QCOMPARE(out.subtotal, Money{most});
        QList<qint64> totals;
        Money commission;
        for (const OrderLine &line : out.lines) {
            totals += line.lineTotal.minor;
            commission = commission + BasisPoints{1'000}.of(line.lineTotal);
        }
        QCOMPARE(totals, cut);
        QCOMPARE(out.commission, commission);
    }

    void theGatewayIsAskedEverMoreRarelyForThreeDays()
    {
        const Instant start{0};
        QCOMPARE(payments::nextCheck(start, {900'000})->ms, qint64(1'500'000));
        QCOMPARE(payments::nextCheck(start, {7'200'000})->ms, qint64(10'800'000));
        QVERIFY(!payments::nextCheck(start, {3 * 24 * 3600 * 1000LL}));
    }
};

TEST_CLASS(TestOfOrderRules)
#include "tst_order_rules.moc"
