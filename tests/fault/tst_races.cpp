// A thousand people who want the same, at the same moment. FAULT_ROUNDS says how often the race for the last piece is
// run; the long run takes a hundred.

#include "tests/money/webshop.h"
#include "tests/support/runner.h"

#include <algorithm>
#include <barrier>
#include <thread>

namespace {

constexpr Money price{10'000};
constexpr Quantity piece = World::kilograms(1);

int rounds()
{
    constexpr int usual = 2;
    bool isNumber = false;
    const int wished = qEnvironmentVariableIntValue("FAULT_ROUNDS", &isNumber);
    return isNumber ? wished : usual;
}

// Runs act(i) in as many threads, which all begin at the same moment.
template <class Act>
void together(int count, const Act &act)
{
    std::barrier start(count);
    std::vector<std::thread> threads;
    for (int i = 0; i < count; ++i)
        threads.emplace_back([&, i] {
            start.arrive_and_wait();
            act(i);
        });
    for (std::thread &thread : threads)
        thread.join();
}

// As a client does who is told to wait (503): asks again.
template <class Ask>
auto persistently(const Ask &ask)
{
    for (;;) {
        try {
            return ask();
        } catch (const DbBusy &) {
            std::this_thread::yield();
        }
    }
}

struct Crowd
{
    World world;
    QList<Customer> buyers;

    explicit Crowd(int count)
    {
        for (int i = 0; i < count; ++i) {
            buyers += world.addBuyer(QStringLiteral("racer%1").arg(i));
            world.fill(buyers.last(), {1'000'000});
        }
    }

    Result<PlacedOrders> order(const Customer &who, Id<Product> product)
    {
        return persistently([&] {
            return world.orders.placeOrder(who.caller, {.addressId = who.address, .lines = {{product, piece}}});
        });
    }
    QList<qint64> balances()
    {
        QList<qint64> out;
        for (const Customer &each : buyers)
            out += world.wallet(each).available.minor;
        return out;
    }
};

struct Ends
{
    std::atomic<int> won = 0, outOfStock = 0, other = 0;

    void count(const Result<PlacedOrders> &placed)
    {
        ++(placed ? won : placed.error().code == ErrorCode::OutOfStock ? outOfStock : other);
    }
};

} // namespace

class TestOfRaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // P69, STK-01, STK-02, WAL-15: one gets it, and nobody else feels anything.
    void aThousandBuyersRaceForTheLastPiece()
    {
        constexpr int racers = 1'000;
        Crowd crowd(racers);

        for (int round = 0; round < rounds(); ++round) {
            const auto last =
                crowd.world.addProduct(crowd.world.store, QStringLiteral("Last anvil %1").arg(round), price, piece);
            const QList<qint64> before = crowd.balances();
            const qint64 holds = crowd.world.db.number("count(*) FROM ledger_transactions WHERE kind = 'hold'");
            Ends ends;
            std::vector<char> hasWon(racers, 0);

            together(racers, [&](int i) {
                const auto placed = crowd.order(crowd.buyers[i], last);
                ends.count(placed);
                hasWon[size_t(i)] = placed.has_value();
            });

            QCOMPARE(ends.won.load(), 1);
            QCOMPARE(ends.outOfStock.load(), racers - 1);
            QCOMPARE(crowd.world.stock(last), Quantity{});
            QCOMPARE(crowd.world.db.number("count(*) FROM ledger_transactions WHERE kind = 'hold'"), holds + 1);
            QCOMPARE(
                crowd.world.db.number("count(*) FROM stock_movements WHERE product_id = ? AND cause = 'sale'", last),
                1);
            QList<qint64> expected = before;
            expected[std::find(hasWon.begin(), hasWon.end(), 1) - hasWon.begin()] -= price.minor;
            QCOMPARE(crowd.balances(), expected);
        }
        QCOMPARE(crowd.world.ledger.verify(), std::optional<QString>());
    }

    // STK-03, STK-15: what the store takes in and puts away meanwhile is not lost either.
    void stockIsTheSumOfAllThatHappenedToItAtOnce()
    {
        constexpr int racers = 120, pieces = 60;
        Crowd crowd(racers);
        const auto product =
            crowd.world.addProduct(crowd.world.store, QStringLiteral("Anvil"), price, World::kilograms(pieces));
        Ends ends;
        std::atomic<qint64> added = 0;

        together(racers, [&](int i) {
            if (i % 3 != 0)
                return ends.count(crowd.order(crowd.buyers[i], product));
            const Quantity delta = i % 2 == 0 ? World::kilograms(2) : Quantity{-500};
            if (persistently(
                    [&] { return crowd.world.catalog.changeStock(crowd.world.store.caller, product, {delta}); }))
                added += delta.milli;
        });

        QCOMPARE(ends.won + ends.outOfStock, racers - racers / 3);
        QCOMPARE(crowd.world.stock(product).milli, pieces * 1'000 + added - ends.won * piece.milli);
        QCOMPARE(crowd.world.db.number("count(*) FROM ledger_transactions WHERE kind = 'hold'"), ends.won.load());
        QCOMPARE(crowd.world.ledger.verify(), std::optional<QString>());
    }

    // ORD-23: whoever clicks a hundred times orders once, and is told the same a hundred times.
    void theSameKeyAHundredTimesAtOnceIsOneOrder()
    {
        constexpr int clicks = 100;
        Crowd crowd(1);
        std::vector<RepeatedCall> calls(clicks, {.key = "key", .endpoint = "POST /api/v1/orders", .bodyHash = "hash"});
        std::atomic<int> accepted = 0;

        together(clicks, [&](int i) {
            Caller caller = crowd.buyers[0].caller;
            caller.repeat = &calls[size_t(i)];
            accepted += persistently([&] {
                return crowd.world.orders.placeOrder(
                    caller, {.addressId = crowd.buyers[0].address, .lines = {{crowd.world.store.copper, piece}}});
            })
                            ? 1
                            : 0;
        });

        QCOMPARE(accepted.load(), clicks);
        QCOMPARE(std::count_if(calls.begin(), calls.end(), [](const auto &call) { return call.replayed; }), clicks - 1);
        for (const RepeatedCall &call : calls)
            QCOMPARE(call.reply, calls.front().reply);
        QCOMPARE(crowd.world.db.number("count(*) FROM orders"), 1);
        QCOMPARE(crowd.world.wallet(crowd.buyers[0]).heldAmount, World::copperPrice);
    }

    // P30, PAY-07, C54: in every order, five times each, and several at once: the end is the same.
    void webhooksInEveryOrderAndFiveAtOnceCreditOnce()
    {
        constexpr int duplicates = 5, paise = 50'000;
        Till till;
        const QList<std::pair<QByteArray, QString>> story{{"payment.authorized", QStringLiteral("authorized")},
                                                          {"payment.failed", QStringLiteral("failed")},
                                                          {"payment.captured", QStringLiteral("captured")},
                                                          {"order.paid", QStringLiteral("captured")}};
        std::array<int, 4> turn{0, 1, 2, 3};
        qint64 expected = 0;
        std::atomic<int> refused = 0;

        do {
            const Payment payment = till.recharge(paise).value();
            together(duplicates, [&](int) {
                for (const int at : turn) {
                    const RawBody body =
                        Till::signedBody(Till::event(story[at].first, payment.gatewayOrderId, story[at].second),
                                         story[at].first + payment.gatewayOrderId.toUtf8());
                    refused += persistently([&] { return till.tell(body); }) ? 0 : 1;
                }
            });
            expected += paise;
            QCOMPARE(till.read(payment.id).status, PaymentStatus::Paid);
            QCOMPARE(till.balance(), Money{expected});
        } while (std::next_permutation(turn.begin(), turn.end()));

        QCOMPARE(refused.load(), 0);
        QCOMPARE(till.world.db.number("count(*) FROM wallet_entries WHERE type = 'recharge'"), 24);
        QCOMPARE(till.world.db.number("count(*) FROM ledger_transactions WHERE kind = 'recharge'"), 24);
        QCOMPARE(till.world.db.number("count(*) FROM webhook_events"), 24 * 4);
        QCOMPARE(till.world.db.number("count(*) FROM outbox WHERE topic = 'payments.settled' AND body"
                                      " LIKE '%\"status\":\"paid\"%'"),
                 24);
        QCOMPARE(till.world.ledger.verify(), std::optional<QString>());
    }

    // P30, P31, PAY-04, PAY-05, PAY-07, C54: the same of orders. All tell in the same order, so the end of each is
    // known: what has failed before its money was told of has failed for good, any other is confirmed.
    void webhooksInEveryOrderAndFiveAtOnceEndAnOnlineOrderInOneState()
    {
        constexpr int duplicates = 5;
        constexpr qint64 paise = World::copperPrice.minor;
        WebShop shop;
        const QList<std::pair<QByteArray, QString>> story{{"payment.authorized", QStringLiteral("authorized")},
                                                          {"payment.failed", QStringLiteral("failed")},
                                                          {"payment.captured", QStringLiteral("captured")},
                                                          {"order.paid", QStringLiteral("captured")}};
        std::array<int, 4> turn{0, 1, 2, 3};
        int all = 0, confirmed = 0;

        do {
            constexpr int failed = 1; // of the story
            const auto first = std::find_if(turn.begin(), turn.end(), [](int at) { return at >= failed; });
            const bool isPaid = *first != failed;
            const PlacedOrders placed = persistently([&] { return shop.place(); }).value();
            const QString atGateway = shop.gatewayOrderOf(placed);
            together(duplicates, [&](int) {
                for (const int at : turn) {
                    const RawBody body =
                        Till::signedBody(Till::event(story[at].first, atGateway, story[at].second, paise),
                                         story[at].first + atGateway.toUtf8());
                    (void)persistently([&] { return shop.tell(body); });
                }
            });
            const Order order = shop.read(placed.orders[0].id);
            QCOMPARE(order.orderStatus, isPaid ? OrderStatus::Confirmed : OrderStatus::Failed);
            QCOMPARE(order.paymentStatus, isPaid ? PaymentStatus::Paid : PaymentStatus::Failed);
            QCOMPARE(order.history.size(), 2);
            ++all;
            confirmed += isPaid ? 1 : 0;
            QCOMPARE(shop.world.stock(), World::kilograms(100 - confirmed));
            QCOMPARE(shop.world.wallet().currentBalance, Money{all * paise});
            QCOMPARE(shop.world.wallet().heldAmount, Money{confirmed * paise});
        } while (std::next_permutation(turn.begin(), turn.end()));

        QCOMPARE(all, 24);
        QCOMPARE(confirmed, 16);
        QCOMPARE(shop.world.db.number("count(*) FROM ledger_transactions WHERE kind = 'recharge'"), 24);
        QCOMPARE(shop.world.db.number("count(*) FROM ledger_transactions WHERE kind = 'hold'"), confirmed);
        QCOMPARE(shop.told("orders.placed"), confirmed);
        QCOMPARE(shop.world.ledger.verify(), std::optional<QString>());
    }
};

TEST_CLASS(TestOfRaces)
#include "tst_races.moc"
