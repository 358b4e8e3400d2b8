#include "server/http/ratelimit.h"
#include "tests/http/house.h"

namespace {

constexpr int room = 4; // per shard, so 64 addresses

http::RateLimits limits()
{
    http::RateLimits out;
    out.anonymous = {10, 3600};
    out.buyer = {10, 3600};
    return out;
}

Caller buyer()
{
    Caller caller;
    caller.known = true;
    caller.role = Role::Buyer;
    caller.id.uuid = QUuid::createUuidV5(QUuid(), QByteArray("buyer"));
    return caller;
}

} // namespace

// What memory is left to count with is bounded, and an attack from very many addresses must not buy anybody a second
// allowance.
class TestOfRateLimit : public QObject
{
    Q_OBJECT

private:
    static bool asks(http::RateLimiter &limiter, quint64 address, qint64 nowMs)
    {
        return limiter.takeForCaller(limits(), address, {}, Rate::Browse, nowMs).isAllowed;
    }

    static int flood(http::RateLimiter &limiter, int from, int count, qint64 nowMs)
    {
        int served = 0;
        for (int i = 0; i < count; ++i)
            served += asks(limiter, quint64(1'000'000 + from + i), nowMs);
        return served;
    }

private Q_SLOTS:
    void whoWasRefusedStaysRefusedInAFloodOfAddresses() // SEC-10
    {
        http::RateLimiter limiter(room);
        for (int i = 0; i < 10; ++i)
            QVERIFY(asks(limiter, 7, 0));
        QVERIFY(!asks(limiter, 7, 0));

        for (int second = 1; second <= 20; ++second) {
            flood(limiter, second * 1000, 1000, second * 1000);
            QVERIFY2(!asks(limiter, 7, second * 1000), "the flood has washed the count away");
        }
    }

    void whoFindsNoRoomSharesOneAllowance() // SEC-10
    {
        http::RateLimiter limiter(room);
        for (quint64 address = 0; address < 1000; ++address) // empty buckets, which must not be forgotten
            for (int i = 0; i < 11; ++i)
                asks(limiter, address, 0);

        QCOMPARE(flood(limiter, 0, 1000, 2000), 0);
        // An hour later all of them are full again, and forgotten: 64 find room, and the others share ten calls.
        QCOMPARE(flood(limiter, 0, 1000, 3'602'000), 64 + 10);
    }

    void theRoomOfAccountsIsTheirOwn()
    {
        http::RateLimiter limiter(room);
        for (quint64 address = 0; address < 1000; ++address)
            for (int i = 0; i < 11; ++i)
                asks(limiter, address, 0);
        int served = 0;

        for (int i = 0; i < 20; ++i)
            served += limiter.takeForCaller(limits(), 5000, buyer(), Rate::Browse, 10).isAllowed;

        QCOMPARE(served, 10);
    }

    void aNearlyFullBucketMakesRoomAndAnEmptyOneDoesNot()
    {
        http::RateLimiter limiter(room);
        flood(limiter, 0, 1000, 0); // one call each: nine tenths full
        for (int i = 0; i < 9; ++i)
            asks(limiter, 7, 1000); // makes room by forgetting them
        QVERIFY(asks(limiter, 7, 1000));
        QVERIFY(!asks(limiter, 7, 1000));

        QVERIFY(asks(limiter, 8, 2000));
        QVERIFY(!asks(limiter, 7, 2000));
    }

    // S13: five thousand requests over fifty lines at once. The period is so long that nothing comes back meanwhile.
    void theAllowanceOfAnAccountIsExactOverManyLines()
    {
        constexpr int lineCount = 50, each = 100, allowed = 1000;
        http::ServerOptions options = House::quickOptions();
        options.policy.rates.buyer = {allowed, 10'000'000};
        House house(std::move(options));
        std::vector<std::unique_ptr<Client>> lines;
        for (int i = 0; i < lineCount; ++i)
            lines.push_back(std::make_unique<Client>(house.port()));
        const QByteArray asked =
            House::request("GET", "/api/v1/mine", "Authorization: Bearer buyer\r\n").repeated(each);

        for (const auto &line : lines)
            line->send(asked);
        QHash<int, int> statuses;
        for (const auto &line : lines)
            for (int i = 0; i < each; ++i)
                ++statuses[line->receive().status];

        QCOMPARE(statuses.value(200), allowed);
        QCOMPARE(statuses.value(429), lineCount * each - allowed);
    }
};

TEST_CLASS(TestOfRateLimit)
#include "tst_ratelimit.moc"
