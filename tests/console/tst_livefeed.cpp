#include "console/kit/livefeed.h"
#include "tests/console/registry.h"
#include "tests/support/localhub.h"
#include "tests/support/onetoken.h"

#include <QSignalSpy>
#include <QTest>

namespace {

constexpr kit::LiveFeed::Pace quickPace{.firstMs = 20, .mostMs = 80, .heartbeatMs = 50, .silenceMs = 2000};

} // namespace

class TestLiveFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itSaysWhoItIsAndHearsTheNews()
    {
        LocalHub hub;
        OneToken token;
        kit::LiveFeed feed({.server = hub.url(), .path = "/ws/store", .credentials = &token}, quickPace);
        QSignalSpy heard(&feed, &kit::LiveFeed::received);

        feed.start();
        QTRY_COMPARE(feed.state(), kit::LiveFeed::State::Live);
        QTRY_COMPARE(hub.sockets.size(), 1);
        hub.push(41);

        QTRY_COMPARE(heard.size(), 1);
        QCOMPARE(heard.at(0).at(0).value<LiveEvent>().sequence, 41);
        QCOMPARE(hub.calls.at(0).rawHeader("Authorization"), "Bearer token-7");
        QCOMPARE(hub.calls.at(0).url().path(), "/ws/store");
        QTRY_VERIFY(feed.latencyMs() >= 0);
    }

    void afterABreakItGoesOnWhereItWas()
    {
        LocalHub hub;
        OneToken token;
        kit::LiveFeed feed({.server = hub.url(), .path = "/ws/store", .credentials = &token}, quickPace);
        QSignalSpy heard(&feed, &kit::LiveFeed::received);
        feed.start();
        QTRY_COMPARE(hub.sockets.size(), 1);
        hub.push(41);
        QTRY_COMPARE(heard.size(), 1);

        hub.shut();
        QTRY_COMPARE(feed.state(), kit::LiveFeed::State::Reconnecting);
        hub.open();
        QTRY_COMPARE(feed.state(), kit::LiveFeed::State::Live);
        QTRY_COMPARE(hub.sockets.size(), 1);
        hub.push(41); // the server repeats what was heard already
        hub.push(42);

        QCOMPARE(hub.calls.last().url().query(), "after=41");
        QTRY_COMPARE(heard.size(), 2);
        QCOMPARE(heard.at(1).at(0).value<LiveEvent>().sequence, 42);
    }

    // After a sleep the token has run out before the timer that renews it has noticed.
    void aTokenThatHasRunOutIsRenewedBeforeDialling()
    {
        struct StaleToken : OneToken
        {
            QByteArray token = "token-7";
            QByteArray bearer() const override { return token; }
            bool isStale() const override { return token == "token-7"; }
            QFuture<bool> renew() override
            {
                token = "token-8";
                return QtFuture::makeReadyFuture(true);
            }
        } token;
        LocalHub hub;
        kit::LiveFeed feed({.server = hub.url(), .path = "/ws/store", .credentials = &token}, quickPace);

        feed.start();

        QTRY_COMPARE(hub.calls.size(), 1);
        QCOMPARE(hub.calls.first().rawHeader("Authorization"), "Bearer token-8");
    }

    void aServerThatStaysAwayIsOffline()
    {
        LocalHub hub;
        OneToken token;
        kit::LiveFeed feed({.server = hub.url(), .path = "/ws/me", .credentials = &token}, quickPace);
        hub.shut();

        feed.start();

        QTRY_COMPARE(feed.state(), kit::LiveFeed::State::Offline);
        hub.open();
        QTRY_COMPARE(feed.state(), kit::LiveFeed::State::Live);
    }

    // Who looks is told within three seconds that the server is back; who does not costs it less.
    void thePausesGrowAndStayShortWhileSomebodyLooks()
    {
        using enum kit::LiveFeed::Attention;
        const kit::LiveFeed::Pace pace;
        QCOMPARE(pace.mostHereMs, 3'000);

        for (int attempt = 1; attempt <= 40; ++attempt) {
            const int whole = qMin(1'000 << qMin(attempt - 1, 10), 15'000);
            const int here = kit::LiveFeed::pauseMs(pace, Here, attempt);
            const int elsewhere = kit::LiveFeed::pauseMs(pace, Elsewhere, attempt);
            QVERIFY(here <= 3'000 && here > qMin(whole, 3'000) / 2);
            QVERIFY(elsewhere <= whole && elsewhere > whole / 2);
        }
    }

    // A thousand consoles that lost the same server do not come back in the same moment.
    void noTwoConsolesPauseAlike()
    {
        QSet<int> pauses;
        for (int console = 0; console < 100; ++console)
            pauses += kit::LiveFeed::pauseMs({}, kit::LiveFeed::Attention::Here, 5);

        QVERIFY(pauses.size() > 50);
    }

    void whoComesBackToTheConsoleDoesNotWaitForTheNextAttempt()
    {
        LocalHub hub;
        OneToken token;
        kit::LiveFeed feed({.server = hub.url(), .path = "/ws/me", .credentials = &token},
                           {.firstMs = 600'000, .mostMs = 600'000, .mostHereMs = 600'000});
        hub.shut();
        feed.attend(kit::LiveFeed::Attention::Elsewhere);
        feed.start();
        QTRY_VERIFY(feed.isPausing());
        hub.open();

        feed.attend(kit::LiveFeed::Attention::Here);

        QTRY_COMPARE(feed.state(), kit::LiveFeed::State::Live);
        QCOMPARE(hub.calls.size(), 1);
    }

    void whoAsksDoesNotWaitForTheNextAttempt()
    {
        LocalHub hub;
        OneToken token;
        kit::LiveFeed feed({.server = hub.url(), .path = "/ws/me", .credentials = &token},
                           {.firstMs = 600'000, .mostMs = 600'000, .mostHereMs = 600'000});
        hub.shut();
        feed.start();
        QTRY_VERIFY(feed.isPausing());
        hub.open();

        feed.retry();

        QTRY_COMPARE(feed.state(), kit::LiveFeed::State::Live);
    }

    void nonsenseIsNotNews()
    {
        LocalHub hub;
        OneToken token;
        kit::LiveFeed feed({.server = hub.url(), .path = "/ws/me", .credentials = &token}, quickPace);
        QSignalSpy heard(&feed, &kit::LiveFeed::received);
        feed.start();
        QTRY_COMPARE(hub.sockets.size(), 1);

        hub.sockets.last()->sendTextMessage(QStringLiteral("<html>"));
        hub.sockets.last()->sendTextMessage(QStringLiteral("{\"sequence\":\"x\"}"));
        hub.sockets.last()->sendTextMessage(QString(200'000, u'['));
        hub.push(7);

        QTRY_COMPARE(heard.size(), 1);
        QCOMPARE(feed.lastSequence(), 7);
    }
};

CONSOLE_TEST(TestLiveFeed)
#include "tst_livefeed.moc"
