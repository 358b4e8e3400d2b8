// REF-03, COM-04: shares that are made of an amount add up to it, however it is cut.

#include "server/refunds/rules.h"
#include "tests/support/property.h"
#include "tests/support/runner.h"

#include <algorithm>
#include <numeric>

using refunds::LineLeft;

namespace {

Money sum(const QList<Money> &amounts)
{
    return std::accumulate(amounts.begin(), amounts.end(), Money{});
}

// What each part by itself would take back, rounded: the mistake that is not made.
Money takenBackNaively(Money commission, Money total, const QList<Money> &parts)
{
    Money out;
    for (const Money part : parts)
        out = out + Money{roundedQuotient(static_cast<__int128>(commission.minor) * part.minor, total.minor)};
    return out;
}

Money takenBack(Money commission, Money total, const QList<Money> &parts)
{
    Money out, before;
    for (const Money part : parts) {
        out = out +
              (refunds::reversedOf(commission, total, before + part) - refunds::reversedOf(commission, total, before));
        before = before + part;
    }
    return out;
}

} // namespace

class PropertiesOfRefundShares : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyCutOfALineTakesBackItsCommission()
    {
        HOLDS([](quint32 paise, quint16 rate, const std::vector<quint32> &cuts) {
            const Money total{qint64(paise) + 1};
            const Money commission = BasisPoints{rate % 10'001}.of(total);
            QList<Money> parts;
            Money left = total;
            for (const quint32 cut : cuts) {
                const Money part{std::min<qint64>(cut, left.minor)};
                if (part == Money{})
                    continue;
                const Money given =
                    takenBack(commission, total, parts + QList{part}) - takenBack(commission, total, parts);
                RC_ASSERT(given >= Money{} && given <= part); // nobody gives what he did not get
                parts += part;
                left = left - part;
            }
            if (left > Money{})
                parts += left;
            RC_ASSERT(takenBack(commission, total, parts) == commission);
        });
    }

    // The trap works: shares that are rounded one by one do not add up.
    void roundingEachPartLosesAPaisa()
    {
        const QList<Money> thirds{{1}, {1}, {1}};

        QCOMPARE(takenBackNaively({1}, {3}, thirds), Money{});
        QCOMPARE(takenBack({1}, {3}, thirds), Money{1});
    }

    void aSpreadAmountAddsUpAndFits()
    {
        HOLDS([](const std::vector<quint32> &rooms, quint32 share) {
            QList<Money> weights;
            for (const quint32 room : rooms)
                weights += Money{room};
            const Money whole = sum(weights);
            if (whole == Money{})
                return;
            const Money amount{qint64(share) % whole.minor + 1};
            const QList<Money> spread = ::spread(amount, weights);
            RC_ASSERT(sum(spread) == amount);
            for (qsizetype i = 0; i < weights.size(); ++i)
                RC_ASSERT(spread[i] >= Money{} && spread[i] <= weights[i]);
        });
    }

    void moreThanALineHasIsRefused()
    {
        const LineLeft copper{Id<OrderLine>{QUuid::createUuidV5(QUuid(), QByteArray("copper"))},
                              QStringLiteral("Copper"),
                              {1'000},
                              {20},
                              {400}};

        const auto fits = refunds::shareOut({copper}, {{.lineId = copper.id, .amount = {600}}}, {600});
        const auto tooMuch = refunds::shareOut({copper}, {{.lineId = copper.id, .amount = {601}}}, {601});

        QCOMPARE(refunds::commissionOf(*fits), Money{12});
        QCOMPARE(tooMuch.error().code, ErrorCode::Conflict);
    }
};

TEST_CLASS(PropertiesOfRefundShares)
#include "tst_refundshares.moc"
