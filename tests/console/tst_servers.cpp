#include "tests/console/pages/names.h"
#include "tests/console/pages/press.h"
#include "tests/console/registry.h"
#include "tests/support/certificates.h"
#include "tests/support/evilserver.h"
#include "tests/support/paperconsole.h"

#include <QFileInfo>
#include <QTest>

// The servers that a console knows, how a new one is looked at before it is used, and what is kept of them. AUTH-41,
// CADM-01, S17 of facts/security.md.
class TestServers : public QObject
{
    Q_OBJECT

    static constexpr const char *healthy = "{\"status\":\"healthy\"}";

    // Opens the step for a new server, as a user does who knows one already.
    static void openNew(PaperConsole &house)
    {
        house.console.start();
        house.console.show();
        QVERIFY(press(house.console, "serverButton"));
        QVERIFY(press(house.console, "addServer"));
    }
    static signin::ServerStep &stepOf(PaperConsole &house) { return *house.console.findChild<signin::ServerStep *>(); }
    static QString verb(PaperConsole &house) { return found<QPushButton>(stepOf(house), "verb")->text().simplified(); }
    // Keys reach only the window in front.
    static kit::LineList *openList(PaperConsole &house)
    {
        house.console.start();
        house.console.show();
        house.console.activateWindow();
        const bool isInFront = QTest::qWaitForWindowActive(&house.console);
        return isInFront && press(house.console, "serverButton") ? found<kit::LineList>(house.console, "servers")
                                                                 : nullptr;
    }
    // Looks at the server and waits for what is said of it.
    static bool look(PaperConsole &house, const QString &address)
    {
        type(stepOf(house), "server", address);
        const bool isPressed = press(stepOf(house), "verb");
        const auto isReady = [&] { return found<QPushButton>(stepOf(house), "verb")->isEnabled(); };
        const bool isSeen = isPressed && QTest::qWaitFor(isReady, 15'000);
        QCoreApplication::processEvents(); // what is new in a layout shows itself a little later
        return isSeen;
    }

private Q_SLOTS:
    void theFirstVisitAsksWhereTheMarketIs()
    {
        EvilServer server;
        server.sayJson(healthy);
        PaperConsole house;
        house.preferences.profiles().remove(house.preferences.profiles().all().first().id);
        house.console.start();
        house.console.show();
        QVERIFY(shows(house.console, QStringLiteral("Welcome")));
        QVERIFY(!found<QPushButton>(house.console, "serverButton"));
        QCOMPARE(found<QLineEdit>(stepOf(house), "server")->text(), "http://127.0.0.1:8080");
        QCOMPARE(nameless(house.console), QString());

        QVERIFY(look(house, server.url().toString()));
        QVERIFY(shows(house.console, QStringLiteral("answers, on this machine")));
        QCOMPARE(verb(house), "Use this server");
        QVERIFY(house.preferences.profiles().all().isEmpty()); // looking keeps nothing
        type(stepOf(house), "serverName", QStringLiteral("At home"));
        QVERIFY(press(stepOf(house), "verb"));

        QCOMPARE(house.preferences.server(), server.url());
        QCOMPARE(house.preferences.profiles().all().first().name, "At home");
        QVERIFY(found<QLineEdit>(house.console, "identifier"));
        QVERIFY(server.heard.first().startsWith("GET /health HTTP/1.1\r\n"));
        QVERIFY(!server.heard.first().contains("Authorization"));
    }

    void whatIsNoServerOfOursIsSaid_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("a web page") << EvilServer::reply("<html>", "text/html");
        QTest::newRow("another service") << EvilServer::reply("{\"status\":\"up\"}", "application/json");
        QTest::newRow("nothing there") << QByteArray("HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n");
    }
    void whatIsNoServerOfOursIsSaid()
    {
        QFETCH(QByteArray, answer);
        EvilServer server;
        server.answer = answer;
        PaperConsole house;
        openNew(house);

        QVERIFY(look(house, server.url().toString()));

        QVERIFY(shows(house.console, QStringLiteral("does not come from a Kabaadwala server")));
        QCOMPARE(verb(house), "Look again");
        QVERIFY(!found<QPushButton>(stepOf(house), "useAnyway"));
        QCOMPARE(house.preferences.profiles().all().size(), 1);
    }

    void aServerThatIsAwayMayBeKeptForLater()
    {
        PaperConsole house;
        openNew(house);

        QVERIFY(look(house, QStringLiteral("http://localhost:1")));
        QVERIFY(shows(house.console, QStringLiteral("The server cannot be reached.")));
        QVERIFY(press(stepOf(house), "useAnyway"));

        QCOMPARE(house.preferences.server().toString(), "http://localhost:1");
    }

    void whatIsNoAddressIsRefusedBeforeAnythingIsSent_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("said");
        QTest::newRow("plain http elsewhere") << "http://shop.example"
                                              << "Without https everybody on the way could read the passwords.";
        QTest::newRow("a file") << "file:///etc/passwd"
                                << "This is not the address of a server.";
        QTest::newRow("nothing") << ""
                                 << "This is not the address of a server.";
    }
    void whatIsNoAddressIsRefusedBeforeAnythingIsSent()
    {
        QFETCH(QString, typed);
        QFETCH(QString, said);
        PaperConsole house;
        openNew(house);

        QVERIFY(look(house, typed));

        QVERIFY(shows(house.console, said));
        QVERIFY(!found<QPushButton>(stepOf(house), "useAnyway"));
        QCOMPARE(house.preferences.profiles().all().size(), 1);
    }

    // S17: bad TLS. What is shown of the certificate is shown although it is not believed, and nothing lets anybody in.
    void aCertificateThatIsNotBelievedIsShownAndEndsHere_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<int>("days");
        QTest::addColumn<bool>("isKnown");
        QTest::addColumn<QString>("said");
        QTest::newRow("unknown authority") << QByteArray("localhost") << 30 << false << "nobody who is known here";
        QTest::newRow("expired") << QByteArray("localhost") << -1 << true << "its certificate has expired";
        QTest::newRow("another name") << QByteArray("shop.example") << 30 << true << "is for another name";
    }
    void aCertificateThatIsNotBelievedIsShownAndEndsHere()
    {
        QFETCH(QByteArray, name);
        QFETCH(int, days);
        QFETCH(bool, isKnown);
        QFETCH(QString, said);
        Certificates made;
        QVERIFY(made.isMade);
        const QSslConfiguration tls = made.server({.name = name, .days = days});
        EvilServer server(tls);
        server.sayJson(healthy);
        PaperConsole house;
        openNew(house);
        if (isKnown)
            stepOf(house).takeAuthority(made.authorityFile());

        QVERIFY(look(house, server.url(QStringLiteral("localhost")).toString()));

        QVERIFY(shows(house.console, said));
        QVERIFY(shows(house.console, signin::CertificateCard::fingerprint(tls.localCertificate())));
        QVERIFY(shows(house.console, QStringLiteral("Example CA, Example Trust")));
        QVERIFY(!found<QPushButton>(stepOf(house), "useAnyway"));
        QCOMPARE(verb(house), "Look again");
        QCOMPARE(server.heard, QList<QByteArray>());
        QCOMPARE(house.preferences.profiles().all().size(), 1);
    }

    void theAuthorityOfAFileIsBelievedAndKept()
    {
        Certificates made;
        const QSslConfiguration tls = made.server({});
        EvilServer server(tls);
        server.sayJson(healthy);
        PaperConsole house;
        openNew(house);

        stepOf(house).takeAuthority(made.authorityFile());
        QVERIFY(shows(house.console, QStringLiteral("only certificates that your file vouches for (Example CA)")));
        QVERIFY(look(house, server.url(QStringLiteral("localhost")).toString()));

        QVERIFY(shows(house.console, QStringLiteral("its certificate is good")));
        QCOMPARE(found<QLabel>(stepOf(house), "certificateSubject")->text(), "localhost");
        QCOMPARE(found<QLabel>(stepOf(house), "certificateIssuer")->text(), "Example CA, Example Trust");
        QVERIFY(found<QLabel>(stepOf(house), "certificateExpiry")
                    ->text()
                    .contains(kit::display::date({tls.localCertificate().expiryDate().toMSecsSinceEpoch()})));
        QCOMPARE(found<QLabel>(stepOf(house), "certificateFingerprint")->text().size(), 32 * 3 - 1);
        QVERIFY(press(stepOf(house), "verb"));
        QCOMPARE(house.preferences.profiles().chosen()->authority, made.authority());
    }

    // A certificate that nobody vouches for is believed only when it was chosen as a file, and then no other one is.
    void oneCertificateCanBeTheOnlyOneThatIsBelieved()
    {
        Certificates made;
        EvilServer server(made.selfSigned());
        server.sayJson(healthy);
        kit::NetworkTransport transport(server.url(QStringLiteral("localhost")));
        const auto outcome = [&](const QByteArray &authority) {
            transport.moveTo(server.url(QStringLiteral("localhost")), authority);
            const QFuture<kit::Reply> reply = transport.send({.target = "/health", .bearer = "secret"});
            return QTest::qWaitFor([&] { return reply.isFinished(); }, 15'000) ? reply.result() : kit::Reply();
        };
        QFile own(made.serverFile());
        QVERIFY(own.open(QIODevice::ReadOnly));

        QCOMPARE(outcome({}).distrust, kit::Distrust::UnknownIssuer);
        QCOMPARE(outcome(made.authority()).outcome, kit::Reply::Outcome::Distrusted);
        QCOMPARE(server.heard, QList<QByteArray>()); // the token was never sent
        QCOMPARE(outcome(own.readAll()).outcome, kit::Reply::Outcome::Answered);
    }

    void aFileWithoutACertificateChangesNothing()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("x.pem")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----\n");
        file.close();
        PaperConsole house;
        openNew(house);

        stepOf(house).takeAuthority(file.fileName());

        QVERIFY(shows(house.console, QStringLiteral("holds no certificate")));
        QVERIFY(shows(house.console, QStringLiteral("certificates that this system trusts")));
    }

    void severalServersAreKeptEachWithItsUserAndItsSession()
    {
        PaperConsole house;
        house.preferences.setServer(QUrl(QStringLiteral("http://127.0.0.2:1")));
        house.preferences.profiles().setIdentifier(QStringLiteral("ravi"));
        house.preferences.setServer(QUrl(QStringLiteral("http://127.0.0.1:1")));
        house.preferences.profiles().setIdentifier(QStringLiteral("ananya"));
        house.vault.secrets.insert(QStringLiteral("http://127.0.0.2:1"), "refresh-of-the-other");
        house.server.answer(api::refreshSession, house.tokens(Role::Vendor));
        house.console.start();
        house.console.show();
        QCOMPARE(found<QLineEdit>(house.console, "identifier")->text(), "ananya");

        QVERIFY(press(house.console, "serverButton"));
        auto *list = found<kit::LineList>(house.console, "servers");
        QCOMPARE(list->lines().size(), 2);
        QTest::keyClick(list, list->currentIndex().row() == 0 ? Qt::Key_Down : Qt::Key_Up);
        QTest::keyClick(list, Qt::Key_Return);

        QCOMPARE(house.preferences.identifier(), "ravi");
        QVERIFY(house.console.shell());
        QVERIFY(house.server.lastBody(api::refreshSession).contains("refresh-of-the-other"));
    }

    void aServerIsRemovedAfterAQuestionAndItsSessionWithIt()
    {
        PaperConsole house;
        house.preferences.setServer(QUrl(QStringLiteral("http://127.0.0.2:1")));
        house.vault.secrets.insert(QStringLiteral("http://127.0.0.2:1"), "refresh-token-number-0");
        house.preferences.setServer(QUrl(QStringLiteral("http://127.0.0.1:1")));
        auto *list = openList(house);
        QVERIFY(list);
        QCOMPARE(list->lines().at(1).title, "127.0.0.2");
        list->setCurrentIndex(list->model()->index(1, 0));

        QTest::keyClick(list, Qt::Key_Delete);
        QDialog *ask = dialogOf(house.console);
        QVERIFY(ask);
        QCOMPARE(house.preferences.profiles().all().size(), 2);
        QVERIFY(press(*ask, "verb"));

        QCOMPARE(house.preferences.profiles().all().size(), 1);
        QCOMPARE(house.preferences.server().toString(), "http://127.0.0.1:1");
        QVERIFY(house.vault.secrets.isEmpty());
    }

    void aServerThatIsChangedKeepsItsPlaceAndLosesItsSession()
    {
        PaperConsole house;
        auto *list = openList(house);
        QVERIFY(list);
        house.vault.secrets.insert(QStringLiteral("http://127.0.0.1:1"), "refresh-token-number-0");
        const QString id = house.preferences.profiles().chosen()->id;
        QTest::keyClick(list, Qt::Key_F2);
        QVERIFY(look(house, QStringLiteral("http://127.0.0.3:1")));

        QVERIFY(press(stepOf(house), "useAnyway"));

        QCOMPARE(house.preferences.profiles().all().size(), 1);
        QCOMPARE(house.preferences.profiles().chosen()->id, id);
        QCOMPARE(house.preferences.server().toString(), "http://127.0.0.3:1");
        QVERIFY(house.vault.secrets.isEmpty());
    }

    void theSameServerIsNotKeptTwice()
    {
        PaperConsole house;
        openNew(house);
        QVERIFY(look(house, QStringLiteral("http://127.0.0.1:1")));

        QVERIFY(press(stepOf(house), "useAnyway"));

        QVERIFY(shows(house.console, QStringLiteral("has this server already")));
        QCOMPARE(house.preferences.profiles().all().size(), 1);
    }

    void theFileIsForNobodyElseAndHoldsNoToken()
    {
        PaperConsole house;
        house.console.start();
        house.enter(Role::Admin);
        house.preferences.profiles().setIdentifier(QStringLiteral("ananya"));

        QFile file(house.preferences.folder() + QStringLiteral("/console.ini"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray all = file.readAll();

        QCOMPARE(file.permissions() & ~(QFile::ReadUser | QFile::WriteUser), QFile::ReadOwner | QFile::WriteOwner);
        QVERIFY(all.contains("ananya"));
        for (const char *secret : {"access-1", "refresh-token", "secret-8!"})
            QVERIFY(!all.contains(secret));
    }

    void theOnlyServerOfAnOlderConsoleIsTakenOver()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("console.ini"));
        {
            QSettings old(path, QSettings::IniFormat);
            old.setValue(QStringLiteral("server"), QStringLiteral("https://shop.example"));
            old.setValue(QStringLiteral("identifier"), QStringLiteral("ravi"));
        }

        const app::Preferences preferences(path);

        QCOMPARE(preferences.server().toString(), "https://shop.example");
        QCOMPARE(preferences.identifier(), "ravi");
    }

    void whatIsUnsafeInTheFileIsPassedOver()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("console.ini"));
        {
            QSettings tampered(path, QSettings::IniFormat);
            tampered.beginWriteArray(QStringLiteral("profiles"), 1);
            tampered.setArrayIndex(0);
            tampered.setValue(QStringLiteral("id"), QStringLiteral("x"));
            tampered.setValue(QStringLiteral("server"), QStringLiteral("http://shop.example"));
            tampered.endArray();
        }

        app::Preferences preferences(path);

        QVERIFY(preferences.profiles().all().isEmpty());
    }
};

CONSOLE_TEST(TestServers)
#include "tst_servers.moc"
