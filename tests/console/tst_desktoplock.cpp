#include "console/app/desktoplock.h"
#include "shared/contract/factors.h"
#include "tests/console/pages/press.h"
#include "tests/console/registry.h"
#include "tests/support/paperconsole.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace {

// A bus of our own, as the desktop's or the machine's, that ends with the test.
class PrivateBus
{
public:
    PrivateBus()
    {
        m_daemon.start(QStringLiteral("dbus-daemon"),
                       {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address"),
                        QStringLiteral("--address=unix:dir=") + m_folder.path()});
        if (m_daemon.waitForReadyRead(10'000))
            address = QString::fromLatin1(m_daemon.readLine().trimmed());
    }
    ~PrivateBus()
    {
        m_daemon.kill();
        m_daemon.waitForFinished();
    }
    QString address;

private:
    QTemporaryDir m_folder;
    QProcess m_daemon;
};

// Somebody on the bus under a well-known name.
class Service
{
public:
    Service(const PrivateBus &bus, const QString &name)
        : m_label(name + bus.address)
        , m_bus(QDBusConnection::connectToBus(bus.address, m_label))
    {
        isThere = m_bus.registerService(name);
    }
    ~Service() { QDBusConnection::disconnectFromBus(m_label); }

    void say(const QString &path, const QString &interface, const QString &signal, const QVariantList &what = {})
    {
        QDBusMessage message = QDBusMessage::createSignal(path, interface, signal);
        message.setArguments(what);
        m_bus.send(message);
    }
    QDBusConnection &bus() { return m_bus; }
    bool isThere = false;

private:
    QString m_label;
    QDBusConnection m_bus;
};

const QString ourSession = QStringLiteral("/org/freedesktop/login1/session/_37");

} // namespace

// The login manager's part that says which session is ours.
class LoginManager : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public Q_SLOTS:
    QDBusObjectPath GetSessionByPID(uint) { return answer(); }
    QDBusObjectPath GetSession(const QString &) { return answer(); }

public:
    int asked = 0;

private:
    QDBusObjectPath answer()
    {
        ++asked;
        return QDBusObjectPath(ourSession);
    }
};

// The console locks with the desktop's screen: AUTH-42, CADM-01. Every message goes over a real bus.
class TestDesktopLock : public QObject
{
    Q_OBJECT

    static constexpr const char *saver = "org.freedesktop.ScreenSaver";

    static void saverSays(Service &screen, const char *name, bool isActive)
    {
        screen.say(QStringLiteral("/ScreenSaver"), QString::fromLatin1(name), QStringLiteral("ActiveChanged"),
                   {isActive});
    }

private Q_SLOTS:
    void cleanup()
    {
        QDBusConnection::disconnectFromBus(QStringLiteral("console-session"));
        QDBusConnection::disconnectFromBus(QStringLiteral("console-system"));
    }

    void theSaverOfTheScreenLocks_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("most desktops") << "org.freedesktop.ScreenSaver";
        QTest::newRow("GNOME") << "org.gnome.ScreenSaver";
    }
    void theSaverOfTheScreenLocks()
    {
        QFETCH(QString, name);
        const PrivateBus bus;
        Service screen(bus, name);
        QVERIFY(screen.isThere);
        app::DesktopLock desktop({bus.address, bus.address});
        QVERIFY(desktop.isListening());
        QSignalSpy locked(&desktop, &app::DesktopLock::locked);

        saverSays(screen, qPrintable(name), false);
        saverSays(screen, qPrintable(name), true);

        QTRY_COMPARE(locked.size(), 1);
    }

    void nobodyElseCanSayThatTheScreenIsLocked()
    {
        const PrivateBus bus;
        Service screen(bus, QString::fromLatin1(saver));
        Service stranger(bus, QStringLiteral("org.example.Stranger"));
        app::DesktopLock desktop({bus.address, bus.address});
        QSignalSpy locked(&desktop, &app::DesktopLock::locked);

        saverSays(stranger, saver, true);
        saverSays(screen, saver, true);

        QTRY_VERIFY(!locked.isEmpty());
        QVERIFY(!QTest::qWaitFor([&] { return locked.size() > 1; }, 20));
    }

    void theLoginManagerLocksOurSessionAndNoOther()
    {
        const PrivateBus bus;
        Service login(bus, QStringLiteral("org.freedesktop.login1"));
        LoginManager sessions;
        QVERIFY(login.bus().registerObject(QStringLiteral("/org/freedesktop/login1"), &sessions,
                                           QDBusConnection::ExportAllSlots));
        app::DesktopLock desktop({bus.address, bus.address});
        QSignalSpy locked(&desktop, &app::DesktopLock::locked);
        QTRY_COMPARE(sessions.asked, 1);
        const QString interface = QStringLiteral("org.freedesktop.login1.Session");
        // It hears only after the answer has come back; what is said before that is not heard by anybody.
        const auto isHeard = [&] {
            login.say(QStringLiteral("/org/freedesktop/login1/session/_99"), interface, QStringLiteral("Lock"));
            login.say(ourSession, interface, QStringLiteral("Unlock"));
            login.say(ourSession, interface, QStringLiteral("Lock"));
            return QTest::qWaitFor([&] { return !locked.isEmpty(); }, 100);
        };

        QVERIFY(isHeard() || isHeard() || isHeard());

        QVERIFY(!QTest::qWaitFor([&] { return locked.size() > 1; }, 20));
    }

    void withoutABusTheConsoleRunsAllTheSame()
    {
        app::DesktopLock desktop({QStringLiteral("unix:path=/nowhere"), QStringLiteral("unix:path=/nowhere")});

        QVERIFY(!desktop.isListening());
    }

    // Drafts stay, and the right password leads back to them.
    void theConsoleLocksAndGoesOnWhereItWas()
    {
        const PrivateBus bus;
        Service screen(bus, QString::fromLatin1(saver));
        app::DesktopLock desktop({bus.address, bus.address});
        PaperConsole house;
        app::Console console({.transport = house.server,
                              .vault = house.vault,
                              .clock = house.clock,
                              .preferences = house.preferences,
                              .desktop = &desktop});
        house.server.answer(api::reauthenticate, {house.clock.at.after(300'000)});
        console.start();
        console.show();
        console.session().adopt(house.tokens(Role::Admin));
        auto *draft = new QLineEdit(console.shell());
        draft->setText(QStringLiteral("Half a thought"));

        saverSays(screen, saver, true);
        QTRY_VERIFY(console.isLocked());
        QVERIFY(!console.shell()->isVisible());
        saverSays(screen, saver, false); // the screen is open again, and this is not
        QVERIFY(!QTest::qWaitFor([&] { return !console.isLocked(); }, 20));
        auto &lock = *console.findChild<app::Lock *>();
        type(lock, "password", QStringLiteral("secret-8!"));
        QVERIFY(press(lock, "verb"));

        QVERIFY(!console.isLocked());
        QCOMPARE(draft->text(), "Half a thought");
    }
};

CONSOLE_TEST(TestDesktopLock)
#include "tst_desktoplock.moc"
