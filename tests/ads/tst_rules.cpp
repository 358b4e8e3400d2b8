#include "server/ads/counter.h"
#include "server/ads/rules.h"
#include "server/core/ids.h"
#include "tests/support/fakeclock.h"
#include "tests/support/property.h"
#include "tests/support/runner.h"

namespace {

Id<Ad> idOf(int number)
{
    return {QUuid(0, 0, quint16(number), 0, 0, 0, 0, 0, 0, 0, 1)};
}

Instant day(qint64 number)
{
    return {number * ads::dayMs};
}

// Says whether a slot is full at a time in the plainest way: by asking every day.
bool isFullByDays(const QList<ads::Booking> &bookings, int places, qint64 first, qint64 last)
{
    for (qint64 d = first; d < last; ++d) {
        QSet<Id<Ad>> there;
        for (const ads::Booking &each : bookings)
            if (each.start <= day(d) && day(d) < each.end)
                there += each.place;
        if (there.size() >= places)
            return true;
    }
    return false;
}

QList<ads::Booking> anyBookings()
{
    QList<ads::Booking> out;
    const int count = *rc::gen::inRange(0, 12);
    for (int i = 0; i < count; ++i) {
        const qint64 start = *rc::gen::inRange(0, 40);
        out += ads::Booking{idOf(*rc::gen::inRange(1, 9)), day(start), day(start + *rc::gen::inRange(1, 12))};
    }
    return out;
}

// A small tree: 2 and 3 lie in 1, 4 lies in 2, 5 stands alone.
QList<Id<Category>> lineageOf(int category)
{
    static const QHash<int, QList<int>> above{{1, {1}}, {2, {2, 1}}, {3, {3, 1}}, {4, {4, 2, 1}}, {5, {5}}};
    QList<Id<Category>> out;
    for (const int each : above.value(category))
        out += Id<Category>{idOf(each).uuid};
    return out;
}

QString regionOf(int number)
{
    return QStringLiteral("IN-A") + QChar('A' + number);
}

QList<ads::Booking> anyTargets()
{
    QList<ads::Booking> out;
    const int count = *rc::gen::inRange(0, 9);
    for (int i = 1; i <= count; ++i) {
        ads::Booking booking{idOf(i), day(0), day(1), {}, *rc::gen::inRange(1, 5)};
        if (const int region = *rc::gen::inRange(0, 4); region > 0)
            booking.target.region = regionOf(region);
        booking.target.categories = lineageOf(*rc::gen::inRange(0, 6));
        if (const int role = *rc::gen::inRange(0, 4); role > 0)
            booking.target.audience = Role(role - 1);
        out += booking;
    }
    return out;
}

// In the plainest way: by asking a viewer of every region, page and role.
int mostMetByAnyViewer(const QList<ads::Booking> &there)
{
    int most = 0;
    for (int region = 1; region < 4; ++region) {
        for (int page = 1; page < 6; ++page) {
            for (int role = 0; role < 3; ++role) {
                int sum = 0;
                for (const ads::Booking &each : there) {
                    const ads::Target &target = each.target;
                    const bool isMet =
                        (!target.region || target.region == regionOf(region)) &&
                        (!target.audience || target.audience == Role(role)) &&
                        (target.categories.isEmpty() || lineageOf(page).contains(target.categories.constFirst()));
                    sum += isMet ? each.weight : 0;
                }
                most = std::max(most, sum);
            }
        }
    }
    return most;
}

// The same over some days, with halves of pairs that run at times of their own.
QList<ads::Booking> anyPlan()
{
    QList<ads::Booking> out;
    for (ads::Booking booking : anyTargets()) {
        if (!out.isEmpty() && *rc::gen::inRange(0, 3) == 0)
            std::tie(booking.place, booking.target) = std::tie(out.constLast().place, out.constLast().target);
        booking.start = day(*rc::gen::inRange(0, 20));
        booking.end = booking.start.after(*rc::gen::inRange(1, 9) * ads::dayMs);
        out += booking;
    }
    return out;
}

int mostMetOnADay(const QList<ads::Booking> &plan, qint64 number)
{
    QList<ads::Booking> there;
    for (const ads::Booking &each : plan) {
        if (each.start > day(number) || day(number) >= each.end)
            continue;
        const auto half = std::find_if(there.begin(), there.end(),
                                       [&](const ads::Booking &other) { return other.place == each.place; });
        if (half == there.end())
            there += each;
        else
            half->weight = std::max(half->weight, each.weight);
    }
    return mostMetByAnyViewer(there);
}

class TestOfAdRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // ADS-03
    void theStateFollowsFromTheWindowTheSwitchAndTheCap_data()
    {
        QTest::addColumn<bool>("isActive");
        QTest::addColumn<qint64>("impressions");
        QTest::addColumn<qint64>("now");
        QTest::addColumn<AdState>("state");
        QTest::newRow("before the start") << true << qint64(0) << qint64(9) << AdState::Scheduled;
        QTest::newRow("at the start") << true << qint64(0) << qint64(10) << AdState::Running;
        QTest::newRow("in the last moment") << true << qint64(99) << qint64(19) << AdState::Running;
        QTest::newRow("at the end") << true << qint64(0) << qint64(20) << AdState::Ended;
        QTest::newRow("switched off") << false << qint64(0) << qint64(15) << AdState::Paused;
        QTest::newRow("at the cap") << true << qint64(100) << qint64(15) << AdState::Spent;
        QTest::newRow("off and at the cap") << false << qint64(100) << qint64(15) << AdState::Spent;
    }
    void theStateFollowsFromTheWindowTheSwitchAndTheCap()
    {
        QFETCH(bool, isActive);
        QFETCH(qint64, impressions);
        QFETCH(qint64, now);
        QFETCH(AdState, state);
        QCOMPARE(ads::stateOf({{10}, {20}, isActive, 100, impressions}, {now}), state);
    }

    // ADS-04
    void theRateOfClicksIsClicksOfImpressions()
    {
        QCOMPARE(ads::ctrOf(0, 0), BasisPoints{0});
        QCOMPARE(ads::ctrOf(0, 5), BasisPoints{0});
        QCOMPARE(ads::ctrOf(184'220, 4'421), BasisPoints{240});
        QCOMPARE(ads::ctrOf(3, 1), BasisPoints{3333});
        QCOMPARE(ads::ctrOf(3, 2), BasisPoints{6667});
    }

    // ADS-03
    void theDrawConvergesToTheWeights()
    {
        HOLDS("each candidate is drawn as often as its weight says", [] {
            QList<ads::Candidate> candidates;
            int sum = 0;
            const int count = *rc::gen::inRange(2, 7);
            for (int i = 1; i <= count; ++i) {
                const int weight = *rc::gen::inRange(1, 101);
                candidates += ads::Candidate{idOf(i), idOf(i), 0, weight};
                sum += weight;
            }
            // Every value of the draw once is the exact distribution, without waiting for chance.
            QHash<Id<Ad>, int> hits;
            for (int value = 0; value < sum; ++value)
                ++hits[ads::drawn(candidates, 1, [&](quint32 bound) {
                           RC_ASSERT(int(bound) == sum);
                           return quint32(value);
                       }).constFirst()];
            for (const ads::Candidate &each : candidates)
                RC_ASSERT(hits.value(each.id) == each.weight);
        });
    }

    // ADS-03
    void aPairIsOneCandidateAndSplitsEvenly()
    {
        const QList<ads::Candidate> candidates{
            {idOf(1), idOf(1), 0, 10}, {idOf(2), idOf(1), 0, 10}, {idOf(3), idOf(3), 0, 30}};
        QHash<Id<Ad>, int> hits;

        for (quint32 place = 0; place < 40; ++place)
            for (quint32 half = 0; half < 2; ++half) {
                QList<quint32> chances{place, half};
                ++hits[ads::drawn(candidates, 1, [&](quint32) { return chances.takeFirst(); }).constFirst()];
            }

        QCOMPARE(hits.value(idOf(1)), 10);
        QCOMPARE(hits.value(idOf(2)), 10);
        QCOMPARE(hits.value(idOf(3)), 60);
    }

    // ADS-03
    void everyDrawIsOfTheHighestPriorityWithoutRepeating()
    {
        HOLDS("what is drawn is different, as much as there is, and nothing better was left out", [] {
            QList<ads::Candidate> candidates;
            const int count = *rc::gen::inRange(0, 10);
            for (int i = 1; i <= count; ++i)
                candidates += ads::Candidate{idOf(i), idOf(i), *rc::gen::inRange(0, 4), *rc::gen::inRange(1, 101)};
            const int places = *rc::gen::inRange(1, 5);

            const auto drawn =
                ads::drawn(candidates, places, [](quint32 bound) { return *rc::gen::inRange<quint32>(0, bound); });

            RC_ASSERT(drawn.size() == std::min<qsizetype>(count, places));
            RC_ASSERT(QSet<Id<Ad>>(drawn.begin(), drawn.end()).size() == drawn.size());
            int worstDrawn = 9, bestLeft = -1;
            for (const ads::Candidate &each : candidates)
                drawn.contains(each.id) ? worstDrawn = std::min(worstDrawn, each.priority)
                                        : bestLeft = std::max(bestLeft, each.priority);
            RC_ASSERT(drawn.isEmpty() || bestLeft <= worstDrawn);
        });
    }

    // ADS-02
    void aFullSlotIsFoundLikeADayByDayLook()
    {
        HOLDS("full means full on some day", [] {
            const auto bookings = anyBookings();
            const int places = *rc::gen::inRange(1, 4);
            const qint64 start = *rc::gen::inRange(0, 40);
            const qint64 end = start + *rc::gen::inRange(1, 15);
            RC_ASSERT(ads::isFull(bookings, places, day(start), day(end)) ==
                      isFullByDays(bookings, places, start, end));
        });
    }

    // ADS-02
    void theSuggestedStartIsTheFirstThatFits()
    {
        HOLDS("the suggestion fits, and no earlier day does", [] {
            const auto bookings = anyBookings();
            const int places = *rc::gen::inRange(1, 4);
            const qint64 from = *rc::gen::inRange(0, 40);
            const qint64 length = *rc::gen::inRange(1, 15);
            const Instant found = ads::firstFree(bookings, places, day(from), length * ads::dayMs);
            RC_ASSERT(!ads::isFull(bookings, places, found, found.after(length * ads::dayMs)));
            for (qint64 earlier = from; day(earlier) < found; ++earlier)
                RC_ASSERT(isFullByDays(bookings, places, earlier, earlier + length));
        });
    }

    // ADS-02
    void nobodyMeetsMoreThanIsCounted()
    {
        HOLDS("the heaviest meeting is that of the viewer who meets most, asked one by one", [] {
            const QList<ads::Booking> there = anyTargets();
            RC_ASSERT(ads::heaviestBetween(there, day(0), day(1)) == mostMetByAnyViewer(there));
        });
    }

    // ADS-02, ADS-03
    void nobodyMeetsMoreOnAnyDayThanIsCounted()
    {
        HOLDS("the heaviest moment and the first free one are those of a day by day look at every viewer", [] {
            const QList<ads::Booking> plan = anyPlan();
            const qint64 first = *rc::gen::inRange(0, 25), length = *rc::gen::inRange(1, 12);
            const auto heaviest = [&](qint64 from) {
                int most = 0;
                for (qint64 d = from; d < from + length; ++d)
                    most = std::max(most, mostMetOnADay(plan, d));
                return most;
            };
            RC_ASSERT(ads::heaviestBetween(plan, day(first), day(first + length)) == heaviest(first));
            const int places = *rc::gen::inRange(1, 8);
            qint64 free = first;
            while (heaviest(free) >= places)
                ++free;
            RC_ASSERT(ads::firstFree(plan, places, day(first), length * ads::dayMs) == day(free));
        });
    }

    // ADS-02: as many as are looked at, each of which begins and ends at a moment of its own.
    void twoThousandCampaignsAreCountedInOneGo()
    {
        QList<ads::Booking> plan;
        for (int i = 0; i < 2000; ++i) {
            ads::Booking booking{idOf(i + 1), day(0).after(i), day(30).after(i)};
            if (i < 720)
                booking.target.region = QStringLiteral("IN-%1").arg(i % 36);
            else if (i < 1520)
                booking.target.categories = {Id<Category>{idOf(i % 20 + 1).uuid}};
            else
                booking.target.audience = Role(i % 3);
            plan += booking;
        }

        QCOMPARE(ads::heaviestBetween(plan, day(0), day(40)), 20 + 40 + 160);
        QVERIFY(ads::isFull(plan, 220, day(1), day(2)));
        QVERIFY(!ads::isFull(plan, 221, day(1), day(2)));
        // When the first campaign of the last region is over, nobody meets all 220 any more.
        QCOMPARE(ads::firstFree(plan, 220, day(1), ads::dayMs), day(30).after(35));
    }

    // ADS-04
    void onlyCompleteHttpsAddressesAreTaken_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("stored");
        const auto row = [](const char *url, const char *stored) {
            QTest::newRow(url) << QString::fromUtf8(url) << QString::fromUtf8(stored);
        };
        row("https://shop.example/a?b=c#d", "https://shop.example/a?b=c#d");
        row(" https://shop.example ", "https://shop.example");
        row("https://दुकान.example/पथ", "https://xn--11b7ah1gn.example/%E0%A4%AA%E0%A4%A5");
        row("http://shop.example/", "");
        row("javascript:alert(1)", "");
        row("//shop.example/", "");
        row("/relative", "");
        row("https://", "");
        row("https://user:secret@shop.example/", "");
        row("https://shop.example/\r\nSet-Cookie: a=b", "");
        row("data:text/html,hello", "");
        for (const char *within :
             {"https://localhost/", "https://LOCALHOST./", "https://printer/", "https://127.0.0.1/", "https://127.1/",
              "https://2130706433/", "https://10.0.0.5/", "https://192.168.1.1:8443/admin", "https://169.254.169.254/",
              "https://8.8.8.8/", "https://[::1]/", "https://[fe80::1]/", "https://router.local/",
              "https://a.localhost", "https://db.internal/", "https://nas.home.arpa/"})
            row(within, "");
        row("https://8.8.8.8.example/", "https://8.8.8.8.example/");
    }
    void onlyCompleteHttpsAddressesAreTaken()
    {
        QFETCH(QString, url);
        QFETCH(QString, stored);
        const auto checked = ads::checkedUrl(url);
        QCOMPARE(checked.value_or(QString()), stored);
        if (!checked)
            QCOMPARE(checked.error().fields.constFirst().field, QStringLiteral("click_url"));
    }

    // ADS-04
    void obviousRobotsAreKnown()
    {
        for (const char *agent : {"", " ", "Googlebot/2.1 (+http://www.google.com/bot.html)", "curl/8.5.0", "Wget/1.21",
                                  "python-requests/2.31", "Mozilla/5.0 HeadlessChrome/120", "facebookexternalhit/1.1"})
            QVERIFY2(ads::isRobot(agent), agent);
        for (const char *agent : {"Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
                                  "Kabaadwala/3.1 (Android 14)", "okhttp/4.12"})
            QVERIFY2(!ads::isRobot(agent), agent);
    }

    // ADS-04, PRIV-01
    void theMemoryOfViewersStaysSmall()
    {
        ads::Counter counter(100);
        FakeClock clock;
        for (int viewer = 0; viewer < 1000; ++viewer)
            QVERIFY(counter.note(ads::Deed::Impression, idOf(1), QByteArray::number(viewer), clock.now()));
        QVERIFY(!counter.note(ads::Deed::Impression, idOf(1), "999", clock.now()));
        // Long forgotten, so counted again: a bounded memory may count twice, but never more than once per filling.
        QVERIFY(counter.note(ads::Deed::Impression, idOf(1), "0", clock.now()));
        QCOMPARE(counter.pendingViews().value(idOf(1)), 1001);
    }

    // ADS-04
    void daysAreCountedAsIndiaDoes()
    {
        QCOMPARE(ads::dayOf(*Instant::parse(u"2026-11-20T18:29:59.999Z")), QStringLiteral("2026-11-20"));
        QCOMPARE(ads::dayOf(*Instant::parse(u"2026-11-20T18:30:00.000Z")), QStringLiteral("2026-11-21"));
    }
};

} // namespace

TEST_CLASS(TestOfAdRules)
#include "tst_rules.moc"
