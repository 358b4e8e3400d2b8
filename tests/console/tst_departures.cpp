#include "console/app/keeper.h"
#include "tests/console/pages/press.h"
#include "tests/console/registry.h"
#include "tests/support/paperconsole.h"

#include <QSignalSpy>
#include <QTest>

namespace {

// Another run of the console by the same user of this machine.
struct OtherWindow
{
    explicit OtherWindow(PaperConsole &house)
        : preferences(house.preferences.folder() + QStringLiteral("/other.ini"))
        , console({.transport = server, .vault = vault, .clock = house.clock, .preferences = preferences})
    {
        preferences.setServer(house.preferences.server());
        console.start();
        console.show();
    }

    FakeTransport server;
    MemoryVault vault;
    app::Preferences preferences;
    app::Console console;
};

} // namespace

// Signing out in one window signs out in all of them. AUTH-43.
class TestDepartures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // AUTH-43
    void whoSignsOutInOneWindowHasSignedOutInTheOther()
    {
        PaperConsole house;
        house.console.start();
        house.enter(Role::Admin);
        OtherWindow other(house);
        other.console.session().adopt(house.tokens(Role::Admin));

        house.console.session().leave();

        QTRY_VERIFY(!other.console.shell());
        QVERIFY(!other.console.session().isSignedIn());
        QVERIFY(other.vault.secrets.isEmpty());
        QCOMPARE(other.server.timesAsked(api::signOut), 1); // its own session has ended at the server too
        QCOMPARE(house.server.timesAsked(api::signOut), 1);
        QVERIFY(shows(other.console, QStringLiteral("You signed out in another window")));
    }

    // AUTH-43: a locked window too, with what it covers.
    void aLockedWindowIsSignedOutToo()
    {
        PaperConsole house;
        house.console.start();
        house.enter(Role::Admin);
        OtherWindow other(house);
        other.console.session().adopt(house.tokens(Role::Admin));
        other.console.lock();

        house.console.session().leave();

        QTRY_VERIFY(!other.console.shell());
        QVERIFY(!other.console.isLocked());
    }

    // AUTH-43: of the same user only, and only at the same server.
    void somebodyElsesWindowStays_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("account");
        QTest::newRow("another user") << "http://127.0.0.1:1"
                                      << "0192f7a0-0000-7000-8000-0000000000ff";
        QTest::newRow("another server") << "http://127.0.0.2:1"
                                        << "0192f7a0-0000-7000-8000-000000000001";
    }
    void somebodyElsesWindowStays()
    {
        QFETCH(QString, server);
        QFETCH(QString, account);
        PaperConsole house;
        house.console.start();
        house.enter(Role::Admin);
        OtherWindow other(house);
        other.preferences.setServer(QUrl(server));
        other.console.start();
        SessionTokens tokens = house.tokens(Role::Admin);
        tokens.account.id = {QUuid(account)};
        other.console.session().adopt(tokens);
        app::Departures witness(house.preferences.folder() + QStringLiteral("/departures"));
        witness.watch(house.preferences.server().toString(), house.tokens(Role::Admin).account.id.text());
        QSignalSpy told(&witness, &app::Departures::left);

        house.console.session().leave();

        QTRY_COMPARE(told.size(), 1);
        QVERIFY(!QTest::qWaitFor([&] { return !other.console.shell(); }, 20));
        QCOMPARE(other.server.timesAsked(api::signOut), 0);
    }

    // AUTH-43: whoever comes back later signs in as ever, and an old departure is not news.
    void anEarlierDepartureDoesNotCountForTheNextSession()
    {
        PaperConsole house;
        house.console.start();
        house.enter(Role::Admin);
        house.console.session().leave();

        house.enter(Role::Admin);

        QVERIFY(!QTest::qWaitFor([&] { return !house.console.shell(); }, 20));
    }

    // AUTH-43: a session that the server ended is not a wish to leave everywhere.
    void aSessionThatTheServerEndedEndsNoOther()
    {
        PaperConsole house;
        house.console.start();
        house.enter(Role::Admin);
        OtherWindow other(house);
        other.console.session().adopt(house.tokens(Role::Admin));

        house.console.session().expire();

        QVERIFY(!QTest::qWaitFor([&] { return !other.console.shell(); }, 50));
    }

    void theNotesSayNeitherWhoNorWhereAndAreForNobodyElse()
    {
        PaperConsole house;
        house.console.start();
        house.enter(Role::Admin);
        house.console.session().leave();

        const QDir notes(house.preferences.folder() + QStringLiteral("/departures"));
        const QFileInfoList files = notes.entryInfoList(QDir::Files);

        QCOMPARE(files.size(), 1);
        QCOMPARE(files.first().fileName().size(), 64);
        QFile file(files.first().filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().size(), 36);
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    // A refresh token is good for one console only; a second one beside it would make the server end both sessions.
    void onlyTheFirstConsoleAtAServerUsesTheKeptToken()
    {
        const QTemporaryDir folder;
        const QString key = QStringLiteral("http://127.0.0.1:1");
        MemoryVault keychain;
        keychain.secrets.insert(key, "refresh-token-number-1");
        auto first = std::make_unique<app::Keeper>(keychain, folder.path());
        app::Keeper second(keychain, folder.path());

        QCOMPARE(first->read(key).result().secret, "refresh-token-number-1");
        QCOMPARE(second.read(key).result().secret, QByteArray());
        QCOMPARE(second.write(key, "of-the-second").result(), QString());
        second.erase(key);
        QCOMPARE(keychain.secrets.value(key), "refresh-token-number-1");

        first.reset();
        QCOMPARE(second.read(key).result().secret, "refresh-token-number-1");
    }

    void consolesAtDifferentServersDoNotWaitForEachOther()
    {
        const QTemporaryDir folder;
        MemoryVault keychain;
        app::Keeper first(keychain, folder.path());
        app::Keeper second(keychain, folder.path());
        first.write(QStringLiteral("https://a.example"), "a");

        second.write(QStringLiteral("https://b.example"), "b");

        QCOMPARE(keychain.secrets.size(), 2);
    }
};

CONSOLE_TEST(TestDepartures)
#include "tst_departures.moc"
