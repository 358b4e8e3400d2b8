#include "server/core/outbox.h"
#include "tests/support/runner.h"
#include "tests/support/testdb.h"

#include <QRegularExpression>
#include <QSemaphore>

namespace {

struct LotListed
{
    static constexpr std::string_view topic = "lot_listed";

    int number = 0;
    QString place;

    FIELDS(LotListed, FIELD(number), FIELD(place))
};

struct LotSold
{
    static constexpr std::string_view topic = "lot_sold";

    int number = 0;

    FIELDS(LotSold, FIELD(number))
};

Result<> publish(Db &db, int number)
{
    return db.write([&](Tx &tx) -> Result<> {
        tx.publish(LotListed{.number = number, .place = QStringLiteral("पुणे")});
        return {};
    });
}

// The effect of a reaction: one more row that only the database knows.
void note(Tx &tx, int number)
{
    tx.run("INSERT INTO idempotency_keys (caller, endpoint, key, body_hash, created_at) VALUES (?, ?, ?, ?, 0)",
           sql::idBytes({}), QByteArray("test"), QByteArray::number(number), sql::Blob{"x"});
}

constexpr std::string_view notes = "count(*) FROM idempotency_keys";

} // namespace

class TestOfOutbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void anEventReachesEachSubscriberOnceInOrder()
    {
        TestDb db(TestDb::Schema::Core);
        Outbox outbox(*db);
        QList<int> first, second, told;
        outbox.on<LotListed>("test.first", [&](Tx &, const LotListed &event) -> Result<> {
            first += event.number;
            return {};
        });
        outbox.on<LotListed>("test.second", [&](Tx &, const LotListed &event) -> Result<> {
            second += event.number;
            return {};
        });
        outbox.tell<LotListed>("test.told", [&](const LotListed &event) { told += event.number; });

        for (int number = 1; number <= 250; ++number)
            QVERIFY(publish(*db, number));
        outbox.drain();
        outbox.drain();

        QCOMPARE(first.size(), 250);
        QCOMPARE(first.first(), 1);
        QCOMPARE(first.last(), 250);
        QCOMPARE(second, first);
        QCOMPARE(told, first);
    }

    void aRefusedUnitPublishesNothing()
    {
        TestDb db(TestDb::Schema::Core);
        Outbox outbox(*db);
        int heard = 0;
        outbox.tell<LotListed>("test.told", [&](const LotListed &) { ++heard; });

        const Result<> refused = db->write([](Tx &tx) -> Result<> {
            tx.publish(LotListed{.number = 1});
            return failure(ErrorCode::Conflict, QStringLiteral("no"));
        });
        outbox.drain();

        QVERIFY(!refused);
        QCOMPARE(heard, 0);
        QCOMPARE(db.number("count(*) FROM outbox"), 0);
    }

    void aReactionMayPublishFurtherNews()
    {
        TestDb db(TestDb::Schema::Core);
        Outbox outbox(*db);
        QList<int> sold;
        outbox.on<LotSold>("test.sold", [&](Tx &, const LotSold &event) -> Result<> {
            sold += event.number;
            return {};
        });
        outbox.on<LotListed>("test.sell", [](Tx &tx, const LotListed &event) -> Result<> {
            tx.publish(LotSold{.number = event.number});
            return {};
        });

        QVERIFY(publish(*db, 5));
        outbox.drain();

        QCOMPARE(sold, QList<int>{5});
    }

    void aFailingEventIsRetriedAndThenSetAsideWithoutHoldingUpOthers()
    {
        TestDb db(TestDb::Schema::Core);
        Outbox outbox(*db, {.attempts = 3, .firstPauseMs = 1000});
        int tries = 0;
        outbox.on<LotListed>("test.picky", [&](Tx &tx, const LotListed &event) -> Result<> {
            note(tx, event.number);
            if (event.number != 2)
                return {};
            ++tries;
            return failure(ErrorCode::GatewayFailed, QStringLiteral("not this one"));
        });
        for (int number = 1; number <= 3; ++number)
            QVERIFY(publish(*db, number));

        outbox.drain();

        QCOMPARE(db.number(notes), 2); // 1 and 3
        QCOMPARE(outbox.waitingDeliveries(), 1);
        const int triesBefore = tries;
        outbox.drain();
        QCOMPARE(tries, triesBefore); // not before its pause is over

        db.clock.advance(1000);
        outbox.drain();
        QCOMPARE(tries, triesBefore + 1);
        QCOMPARE(outbox.waitingDeliveries(), 1);
        db.clock.advance(2000);
        outbox.drain();
        QCOMPARE(outbox.waitingDeliveries(), 0);
        QCOMPARE(outbox.deadDeliveries(), 1);
        QCOMPARE(db.number(notes), 2);
        db.clock.advance(3'600'000);
        outbox.drain();
        QCOMPARE(tries, triesBefore + 2);
    }

    void aRetryThatSucceedsTakesEffectOnce()
    {
        TestDb db(TestDb::Schema::Core);
        Outbox outbox(*db);
        bool works = false;
        outbox.on<LotListed>("test.later", [&](Tx &tx, const LotListed &event) -> Result<> {
            note(tx, event.number);
            if (!works)
                throw DbFault("planted");
            return {};
        });
        QVERIFY(publish(*db, 1));
        outbox.drain();
        QCOMPARE(db.number(notes), 0);

        works = true;
        db.clock.advance(1000);
        outbox.drain();
        db.clock.advance(100'000);
        outbox.drain();

        QCOMPARE(db.number(notes), 1);
        QCOMPARE(outbox.waitingDeliveries(), 0);
        QCOMPARE(outbox.deadDeliveries(), 0);
    }

    void aRestartContinuesWhereTheEffectsEnd()
    {
        TestDb db(TestDb::Schema::Core);
        const auto subscribe = [](Outbox &outbox) {
            outbox.on<LotListed>("test.note", [](Tx &tx, const LotListed &event) -> Result<> {
                note(tx, event.number); // a second effect of the same event would break the primary key
                return {};
            });
        };
        QVERIFY(publish(*db, 1));
        {
            Outbox before(*db);
            subscribe(before);
            before.drain();
        }
        QVERIFY(publish(*db, 2)); // committed, then the server dies before it is delivered
        db.reopen();

        Outbox after(*db);
        subscribe(after);
        after.drain();

        QCOMPARE(db.number(notes), 2);
        QCOMPARE(after.waitingDeliveries(), 0);
    }

    void twoProcessesDeliverEachEventOnce()
    {
        TestDb db(TestDb::Schema::Core);
        const std::unique_ptr<Db> other = db.another();
        const auto subscribe = [](Outbox &outbox) {
            outbox.on<LotListed>("test.note", [](Tx &tx, const LotListed &event) -> Result<> {
                note(tx, event.number);
                return {};
            });
        };
        Outbox here(*db, {.batch = 7}), there(*other, {.batch = 7});
        subscribe(here);
        subscribe(there);
        for (int number = 1; number <= 100; ++number)
            QVERIFY(publish(number % 2 ? *db : *other, number));

        std::thread thread([&] { there.drain(); });
        here.drain();
        thread.join();
        here.drain();

        QCOMPARE(db.number(notes), 100);
        QCOMPARE(here.waitingDeliveries(), 0);
    }

    void aListenerHearsRightAfterTheCommit()
    {
        TestDb db(TestDb::Schema::Core);
        Outbox outbox(*db);
        QSemaphore heard, reacted;
        outbox.tell<LotListed>("test.told", [&](const LotListed &) { heard.release(); });
        outbox.on<LotListed>("test.reacted", [&](Tx &, const LotListed &) -> Result<> {
            reacted.release();
            return {};
        });
        QVERIFY(publish(*db, 1)); // before the start: no news any more
        outbox.start();

        QElapsedTimer timer;
        timer.start();
        QVERIFY(publish(*db, 2));
        QVERIFY(heard.tryAcquire(1, 5000));

        QVERIFY2(timer.elapsed() < 500, "far from the 20 ms of an idle machine");
        QVERIFY(reacted.tryAcquire(2, 5000));
        outbox.stop();
        QCOMPARE(heard.available(), 0);
    }

    void whatAListenerCouldNotTakeIsToldAgainAndHoldsUpNobodyElse()
    {
        TestDb db(TestDb::Schema::Core);
        Outbox outbox(*db);
        QList<int> heard, other;
        bool works = false;
        outbox.tell<LotListed>("test.shaky", [&](const LotListed &event) {
            if (!works)
                throw DbFault("planted");
            heard += event.number;
        });
        outbox.tell<LotListed>("test.other", [&](const LotListed &event) { other += event.number; });
        QVERIFY(publish(*db, 1));
        QVERIFY(publish(*db, 2));

        outbox.drain();
        QCOMPARE(heard, QList<int>());
        QCOMPARE(other, (QList<int>{1, 2}));
        works = true;
        outbox.drain();

        QCOMPARE(heard, (QList<int>{1, 2}));
        QCOMPARE(other, (QList<int>{1, 2}));
    }

    void whoAttendsHearsWhatComesBeforeTheStart()
    {
        TestDb db(TestDb::Schema::Core);
        const std::unique_ptr<Db> other = db.another();
        Outbox outbox(*db);
        QSemaphore heard;
        QList<int> numbers;
        QVERIFY(publish(*other, 1));
        outbox.attend();
        outbox.tell<LotListed>("test.told", [&](const LotListed &event) {
            numbers += event.number;
            heard.release();
        });

        QVERIFY(publish(*other, 2)); // on another node, while this one still loads
        outbox.start();

        QVERIFY(heard.tryAcquire(1, 5000));
        outbox.stop();
        QCOMPARE(numbers, QList<int>{2});
    }

    void anEventOfANewerVersionIsUnderstoodAndAnUnreadableOneIsLogged()
    {
        TestDb db(TestDb::Schema::Core);
        Outbox outbox(*db);
        QList<int> told;
        outbox.tell<LotSold>("test.told", [&](const LotSold &event) { told += event.number; });
        outbox.on<LotSold>("test.reacted", [](Tx &tx, const LotSold &event) -> Result<> {
            note(tx, event.number);
            return {};
        });
        const auto write = [&](const QByteArray &body) {
            return db->write([&](Tx &tx) -> Result<> {
                tx.publish(LotSold{});
                tx.run("UPDATE outbox SET body = ? WHERE seq = (SELECT max(seq) FROM outbox)", body);
                return {};
            });
        };
        QVERIFY(write(R"({"number":1,"colour":"red"})"));
        QVERIFY(write(R"({"number":"many"})"));
        QVERIFY(write(R"({"number":3})"));

        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("^test.told cannot read event \\d+: ")));
        outbox.drain();

        QCOMPARE(told, (QList<int>{1, 3}));
        QCOMPARE(db.number(notes), 2);
        QCOMPARE(outbox.waitingDeliveries(), 1);
    }

    void whatEverybodyHasIsPrunedAfterAWhile()
    {
        TestDb db(TestDb::Schema::Core);
        Outbox outbox(*db);
        outbox.on<LotListed>("test.picky", [](Tx &, const LotListed &event) -> Result<> {
            if (event.number == 2)
                return failure(ErrorCode::Conflict, QStringLiteral("no"));
            return {};
        });
        for (int number = 1; number <= 3; ++number)
            QVERIFY(publish(*db, number));
        outbox.drain();

        QCOMPARE(outbox.prune(), 0);
        db.clock.advance(60'000);
        QVERIFY(publish(*db, 4)); // not delivered yet
        db.clock.advance(60'000);

        QCOMPARE(outbox.prune(), 2);
        QCOMPARE(db.number("count(*) FROM outbox"), 2);
    }
};

TEST_CLASS(TestOfOutbox)
#include "tst_outbox.moc"
