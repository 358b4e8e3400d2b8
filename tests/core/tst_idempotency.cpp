#include "tests/support/runner.h"
#include "tests/support/testdb.h"

#include <latch>
#include <thread>

namespace {

// A keyed call as the access chain would make it.
struct KeyedCall
{
    explicit KeyedCall(const QByteArray &body = "body", const QByteArray &key = "key-1")
        : repeat{.key = key,
                 .endpoint = "POST /api/v1/orders",
                 .bodyHash = body,
                 .envelopeHead = R"({"request_id":"r","data":)",
                 .envelopeTail = "}"}
    {
        caller.id = {QUuid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)};
        caller.repeat = &repeat;
    }

    RepeatedCall repeat;
    Caller caller;
};

Result<Money> pay(Db &db, const KeyedCall &call, qint64 paise = 500)
{
    return db.write(call.caller, [&](Tx &tx) -> Result<Money> {
        tx.run("INSERT INTO outbox (txid, topic, body, created_at) VALUES (0, 'paid', '{}', ?)", paise);
        return Money{paise};
    });
}

constexpr std::string_view payments = "count(*) FROM outbox";

} // namespace

class TestOfIdempotency : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void aRepeatGetsTheStoredReplyByteForByte() // D-05
    {
        TestDb db(TestDb::Schema::Core);
        KeyedCall first, second;
        second.repeat.envelopeHead = R"({"request_id":"another","data":)";

        QCOMPARE(pay(*db, first).value().minor, 500);
        QVERIFY(pay(*db, second, 700));

        QCOMPARE(first.repeat.reply, QByteArray(R"({"request_id":"r","data":"5.00"})"));
        QVERIFY(!first.repeat.replayed);
        QCOMPARE(second.repeat.reply, first.repeat.reply);
        QVERIFY(second.repeat.replayed);
        QCOMPARE(db.number(payments), 1);
    }

    void theSameKeyWithAnotherBodyIsRefused()
    {
        TestDb db(TestDb::Schema::Core);
        QVERIFY(pay(*db, KeyedCall("one")));

        const KeyedCall other("two");
        const Result<Money> refused = pay(*db, other);

        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::IdempotencyMismatch);
        QCOMPARE(statusOf(refused.error().code), 422);
        QCOMPARE(db.number(payments), 1);
    }

    void keysOfDifferentCallersAndEndpointsDoNotMeet()
    {
        TestDb db(TestDb::Schema::Core);
        KeyedCall mine, theirs, elsewhere;
        theirs.caller.id = {QUuid(9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9)};
        elsewhere.repeat.endpoint = "POST /api/v1/payouts";

        QVERIFY(pay(*db, mine));
        QVERIFY(pay(*db, theirs));
        QVERIFY(pay(*db, elsewhere));

        QVERIFY(!theirs.repeat.replayed && !elsewhere.repeat.replayed);
        QCOMPARE(db.number(payments), 3);
    }

    void aRefusedCallMayBeRepeatedWithTheSameKey()
    {
        TestDb db(TestDb::Schema::Core);
        const KeyedCall call;
        const Result<> refused = db->write(call.caller, [](Tx &) -> Result<> {
            return failure(ErrorCode::InsufficientFunds, QStringLiteral("too little"));
        });
        QVERIFY(!refused);
        QCOMPARE(db.number("count(*) FROM idempotency_keys"), 0);

        QVERIFY(pay(*db, call));

        QVERIFY(!call.repeat.replayed);
    }

    void ofFiftyAtOnceOneTakesEffectAndAllGetItsReply() // L10
    {
        TestDb db(TestDb::Schema::Core);
        constexpr int calls = 50;
        std::vector<KeyedCall> all(calls);
        std::latch start(calls);
        std::atomic<int> failures = 0;

        std::vector<std::thread> crowd;
        for (int i = 0; i < calls; ++i)
            crowd.emplace_back([&, i] {
                all[size_t(i)].caller.repeat = &all[size_t(i)].repeat;
                start.arrive_and_wait();
                try {
                    failures += pay(*db, all[size_t(i)], 100 + i) ? 0 : 1;
                } catch (const DbFault &fault) {
                    qWarning("%s", fault.what());
                    ++failures;
                }
            });
        for (std::thread &each : crowd)
            each.join();

        QCOMPARE(failures, 0);
        QCOMPARE(db.number(payments), 1);
        int fresh = 0;
        for (const KeyedCall &call : all) {
            QCOMPARE(call.repeat.reply, all[0].repeat.reply);
            fresh += !call.repeat.replayed;
        }
        QCOMPARE(fresh, 1);
    }

    void oldRepliesAreForgotten()
    {
        TestDb db(TestDb::Schema::Core);
        QVERIFY(pay(*db, KeyedCall()));
        db.clock.advance(1000);
        QVERIFY(pay(*db, KeyedCall("body", "key-2")));

        QCOMPARE(db->forgetReplies(db.clock.now(), 100), 1);

        QCOMPARE(db.number("count(*) FROM idempotency_keys WHERE key = 'key-2'"), 1);
    }
};

TEST_CLASS(TestOfIdempotency)
#include "tst_idempotency.moc"
