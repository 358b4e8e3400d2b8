#include "server/demo/calendar.h"
#include "server/demo/rows.h"
#include "server/demo/year.h"
#include "tests/support/property.h"
#include "tests/support/runner.h"

#include <QCryptographicHash>
#include <QRegularExpression>

#include <numeric>

using namespace demo;

namespace {

constexpr Instant today{1'790'000'000'000}; // 21 September 2026, so that last year's Diwali lies within

const Tables &tables()
{
    static const Tables all = readTables(QStringLiteral(":/demo")).value();
    return all;
}

Terms terms()
{
    return {.categoryRates = {{QStringLiteral("Copper"), BasisPoints{250}}},
            .globalRate = {200},
            .payoutMin = {10'000},
            .rechargeMax = {5'000'000}};
}

std::optional<GeoPoint> place(const QString &pincode)
{
    return accounts::Pincodes().centreOf(pincode);
}

Plan planned(quint64 seed, const Scale &scale)
{
    return planYear(tables(), terms(), place, today, seed, scale);
}

const Plan &market()
{
    static const Plan plan = planned(7, {.stores = 300, .buyers = 2'500, .orders = 15'000});
    return plan;
}

// Everything that the plan says, in one number.
QByteArray fingerprint(const Plan &plan)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const PriceBook prices(tables().trade, 7, plan.start);
    const Premise premise;
    const Terms conditions = terms();
    const Rows rows(tables(), plan, conditions, prices, premise);
    const auto add = [&](const auto &...parts) { (hash.addData(QByteArray::fromStdString(parts)), ...); };
    for (const StoreEntry &store : plan.stores)
        add(store.id.text().toStdString(), store.name.toStdString(), store.gstin.toStdString(),
            std::to_string(store.handIns.size()));
    for (const BuyerEntry &buyer : plan.buyers)
        add(buyer.self.account.text().toStdString(), buyer.self.fullName.toStdString());
    for (const OrderEntry &order : plan.orders)
        add(order.id.text().toStdString(), std::to_string(order.total.minor), std::to_string(order.settledAt()));
    for (const MoneyEntry &entry : plan.journal)
        add(rows.posting(entry).subject.toString().toStdString(), std::to_string(entry.at));
    return hash.result().toHex();
}

int placedBetween(const Plan &plan, Instant from, Instant to)
{
    return int(std::count_if(plan.orders.begin(), plan.orders.end(), [&](const OrderEntry &order) {
        return order.placedAt() >= from.ms && order.placedAt() < to.ms;
    }));
}

double share(const Plan &plan, const std::function<bool(const OrderEntry &)> &is)
{
    return double(std::count_if(plan.orders.begin(), plan.orders.end(), is)) / double(plan.orders.size());
}

} // namespace

class TestOfTheDemoPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameSeedMakesTheSameMarketDownToEveryId()
    {
        const Scale scale{.stores = 80, .buyers = 300, .orders = 1'000};

        const QByteArray one = fingerprint(planned(7, scale));

        QCOMPARE(fingerprint(planned(7, scale)), one);
        QVERIFY(fingerprint(planned(8, scale)) != one);
    }

    void thereAreExactlyAsManyOfEverythingAsWereAskedFor()
    {
        QCOMPARE(market().stores.size(), std::size_t(300));
        QCOMPARE(market().buyers.size(), std::size_t(2'500));
        QCOMPARE(market().orders.size(), std::size_t(15'000));
    }

    void tradeGrowsAndFollowsFestivalsWeekdaysAndHours()
    {
        const Plan &plan = market();
        const auto quarter = [&](int number) {
            return placedBetween(plan, plan.start.after(number * yearDays / 4 * dayMs),
                                 plan.start.after((number + 1) * yearDays / 4 * dayMs));
        };
        const Instant diwali = *Instant::parse(u"2025-10-20T00:00:00.000Z");
        const int before = placedBetween(plan, diwali.after(-14 * dayMs), diwali);
        const int after = placedBetween(plan, diwali.after(4 * dayMs), diwali.after(18 * dayMs));
        std::array<int, 24> hours = {};
        std::array<int, 7> weekdays = {};
        for (const OrderEntry &order : plan.orders) {
            const qint64 day = india::dayNumber(Instant{order.placedAt()});
            ++hours[std::size_t((order.placedAt() - atIndianHour(day, 0).ms) / hourMs)];
            ++weekdays[std::size_t((day + 3) % 7)]; // the epoch was a Thursday
        }

        QVERIFY(quarter(3) > quarter(1));
        QVERIFY2(before > after * 13 / 10, "people clean up before Diwali");
        QVERIFY(hours[11] > 8 * hours[3]);
        QVERIFY2(weekdays[5] > weekdays[6], "Saturdays are busier than Sundays");
    }

    void fewStoresHaveMostOfTheTradeAndFewBuyersComeOften()
    {
        const Plan &plan = market();
        std::vector<int> perStore(plan.stores.size()), perBuyer(plan.buyers.size());
        for (const OrderEntry &order : plan.orders) {
            ++perStore[std::size_t(order.store)];
            ++perBuyer[std::size_t(order.buyer)];
        }
        std::sort(perStore.rbegin(), perStore.rend());
        std::sort(perBuyer.rbegin(), perBuyer.rend());
        const auto ofTop = [&](const std::vector<int> &all) {
            return std::accumulate(all.begin(), all.begin() + std::ptrdiff_t(all.size() / 5), 0);
        };

        QVERIFY(ofTop(perStore) > int(plan.orders.size()) * 45 / 100);
        QVERIFY(ofTop(perBuyer) > int(plan.orders.size()) * 45 / 100);
        QVERIFY2(perBuyer.back() == 0, "some only look");
        QVERIFY(perBuyer[plan.buyers.size() / 2] >= 2);
    }

    void ordersEndInEveryWayThatTheyCan()
    {
        const Plan &plan = market();
        const auto cancelledBy = [&](Actor actor) {
            return share(plan, [&](const OrderEntry &order) { return order.cancelled && order.cancelledBy == actor; });
        };
        const auto standsAt = [&](OrderStatus status) {
            return share(plan, [&](const OrderEntry &order) {
                return order.isOpen() && order.steps[std::size_t(status)] &&
                       std::all_of(order.steps.begin() + int(status) + 1, order.steps.end(),
                                   [](qint64 at) { return at == 0; });
            });
        };

        QVERIFY(cancelledBy(Actor::Buyer) > 0.02 && cancelledBy(Actor::Buyer) < 0.05);
        QVERIFY(cancelledBy(Actor::Vendor) > 0.01 && cancelledBy(Actor::Vendor) < 0.04);
        QVERIFY(cancelledBy(Actor::System) > 0.005 && cancelledBy(Actor::System) < 0.03);
        QVERIFY(share(plan, [](const OrderEntry &order) { return order.settledAt() != 0; }) > 0.85);
        for (const auto status : {OrderStatus::Placed, OrderStatus::Confirmed, OrderStatus::Packed,
                                  OrderStatus::Shipped, OrderStatus::OutForDelivery, OrderStatus::Delivered})
            QVERIFY2(standsAt(status) > 0, qPrintable(names::text(status).toString()));
        const auto isLate = [&](const OrderEntry &order) {
            return order.isOpen() && !order.steps[std::size_t(OrderStatus::Delivered)] &&
                   plan.today.ms - order.placedAt() > 4 * dayMs;
        };
        QVERIFY2(share(plan, isLate) > 0, "some are late");
    }

    void nothingHappensBeforeItCanOrAfterToday()
    {
        const Plan &plan = market();

        for (const OrderEntry &order : plan.orders) {
            const StoreEntry &store = plan.stores[std::size_t(order.store)];
            QVERIFY(order.placedAt() > plan.buyers[std::size_t(order.buyer)].self.joined.ms);
            QVERIFY(order.placedAt() > store.opened->ms);
            QVERIFY(std::max(order.settledAt(), order.cancelled) <= plan.today.ms);
            for (int i = order.firstLine; i < order.firstLine + order.lines; ++i)
                QVERIFY(order.placedAt() >= plan.products[std::size_t(plan.lines[std::size_t(i)].product)].listed.ms);
        }
        for (const MoneyEntry &entry : plan.journal)
            QVERIFY(entry.at <= plan.today.ms);
    }

    void papersAreRightForEverySeed()
    {
        HOLDS("PAN, GSTIN, IFSC and names are well formed and unlike each other", [](quint64 seed) {
            const Plan plan = planned(seed, {.stores = 60, .buyers = 60, .orders = 200});
            static const QRegularExpression pan(QStringLiteral("^[A-Z]{3}P[A-Z][0-9]{4}[A-Z]$"));
            static const QRegularExpression ifsc(QStringLiteral("^[A-Z]{4}0[A-Z0-9]{6}$"));
            QSet<QString> pans, names, usernames;
            for (const StoreEntry &store : plan.stores) {
                RC_ASSERT(pan.match(store.pan).hasMatch());
                RC_ASSERT(store.gstin.mid(2, 10) == store.pan);
                RC_ASSERT(kyc::gstinOf(store.gstin.left(2).toInt(), store.pan) == store.gstin);
                RC_ASSERT(ifsc.match(store.ifsc).hasMatch());
                pans += store.pan;
                names += store.name.toLower();
                usernames += store.owner.username;
            }
            for (const BuyerEntry &buyer : plan.buyers)
                usernames += buyer.self.username;
            RC_ASSERT(pans.size() == 60 && names.size() == 60 && usernames.size() == 120);
        });
    }

    void pricesStayNearTheirCourseForEverySeed()
    {
        HOLDS("a year moves no price by more than two fifths, and prices are whole tens of paise", [](quint64 seed) {
            const PriceBook prices(tables().trade, seed, today.after(-yearDays * dayMs));
            for (int good = 0; good < int(tables().trade.goods.size()); ++good) {
                const Money base = tables().trade.goods[good].price;
                for (int week = 0; week <= 52; ++week) {
                    const Money price = prices.price(good, 10'000, today.after((week - 52) * 7 * dayMs));
                    RC_ASSERT(price.minor % 10 == 0);
                    RC_ASSERT(price.minor * 10 >= base.minor * 6 - 100 && price.minor * 10 <= base.minor * 14 + 100);
                }
            }
        });
    }

    void everyCityLiesWhereItsPincodesSay()
    {
        for (const CityTable &city : tables().population.cities) {
            QVERIFY2(city.pincodes.size() >= 6, qPrintable(city.name));
            for (const QString &pincode : city.pincodes)
                QVERIFY2(place(pincode), qPrintable(pincode));
        }
    }
};

TEST_CLASS(TestOfTheDemoPlan)

#include "tst_plan.moc"
