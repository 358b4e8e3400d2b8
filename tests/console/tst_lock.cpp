#include "console/kit/askdialog.h"
#include "shared/contract/factors.h"
#include "tests/console/pages/names.h"
#include "tests/console/pages/press.h"
#include "tests/console/pages/samples.h"
#include "tests/console/registry.h"
#include "tests/support/paperconsole.h"

#include <QTest>

// A console that was left alone shows nothing and does nothing. AUTH-42, CADM-01.
class TestLock : public QObject
{
    Q_OBJECT

    static void enter(PaperConsole &house)
    {
        house.console.start();
        house.console.show();
        house.enter(Role::Admin);
        house.console.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&house.console)); // or keys would not be heard
    }
    static void pass(PaperConsole &house, qint64 durationMs)
    {
        house.clock.at = house.clock.at.after(durationMs);
        house.console.idle().tick();
    }
    static Reauthenticated marked(const PaperConsole &house) { return {house.clock.at.after(5 * minuteMs)}; }
    static app::Lock &lockOf(PaperConsole &house) { return *house.console.findChild<app::Lock *>(); }

private Q_SLOTS:
    void afterHalfAnHourWithoutInputTheRoomsAreCovered()
    {
        PaperConsole house;
        enter(house);

        pass(house, 30 * minuteMs - 1);
        QVERIFY(!house.console.isLocked());
        pass(house, 1);

        QVERIFY(house.console.isLocked());
        QVERIFY(!house.console.shell()->isVisible());
        QVERIFY(house.console.session().isSignedIn());
        QCOMPARE(nameless(house.console), QString());
    }

    void aKeyStartsTheHalfHourAnew()
    {
        PaperConsole house;
        enter(house);
        pass(house, 29 * minuteMs);

        QTest::keyClick(house.console.shell(), Qt::Key_Shift);

        pass(house, 29 * minuteMs);
        QVERIFY(!house.console.isLocked());
        pass(house, minuteMs);
        QVERIFY(house.console.isLocked());
    }

    // The machine slept: the key that wakes it is not for the page.
    void theFirstKeyAfterTheHalfHourReachesNothing()
    {
        PaperConsole house;
        enter(house);
        const QString page = house.console.shell()->current();
        house.clock.at = house.clock.at.after(31 * minuteMs);

        QTest::keyClick(house.console.shell(), Qt::Key_2, Qt::ControlModifier);

        QVERIFY(house.console.isLocked());
        QCOMPARE(house.console.shell()->current(), page);
    }

    void controlLLocksAndTheRightPasswordOpens()
    {
        PaperConsole house;
        enter(house);
        house.server.answer(api::reauthenticate, marked(house));

        QTest::keyClick(house.console.shell(), Qt::Key_L, Qt::ControlModifier);
        QVERIFY(house.console.isLocked());
        type(lockOf(house), "password", QStringLiteral("secret-8!"));
        QVERIFY(press(lockOf(house), "verb"));

        QVERIFY(!house.console.isLocked());
        QVERIFY(house.console.shell()->isVisible());
        QCOMPARE(house.server.lastBody(api::reauthenticate),
                 json::bytes(Reauthenticate{.password = QStringLiteral("secret-8!")}));
        QCOMPARE(house.server.timesAsked(api::signIn), 0); // which would mail a code
        QCOMPARE(house.console.session().bearer(), "access-1");
    }

    void aWrongPasswordChangesNothing()
    {
        PaperConsole house;
        enter(house);
        house.server.refuse(api::reauthenticate, ErrorCode::InvalidCredentials);
        house.console.lock();

        type(lockOf(house), "password", QStringLiteral("wrong"));
        QVERIFY(press(lockOf(house), "verb"));

        QVERIFY(house.console.isLocked());
        QVERIFY(shows(house.console, QStringLiteral("No.")));
        QCOMPARE(found<QLineEdit>(lockOf(house), "password")->text(), QString());
        QCOMPARE(house.console.session().bearer(), "access-1");
    }

    // Too many wrong ones end the session on the server; then the door is shown.
    void aSessionThatWasGuessedAtLeadsToTheDoor()
    {
        PaperConsole house;
        enter(house);
        house.server.refuse(api::reauthenticate, ErrorCode::Unauthenticated);
        house.server.refuse(api::refreshSession, ErrorCode::Unauthenticated);
        house.console.lock();

        type(lockOf(house), "password", QStringLiteral("wrong"));
        QVERIFY(press(lockOf(house), "verb"));

        QTRY_VERIFY(!house.console.shell());
        QVERIFY(!house.console.isLocked());
        QVERIFY(house.vault.secrets.isEmpty());
    }

    void anOpenDialogIsHiddenAndComesBackAsItWas()
    {
        PaperConsole house;
        enter(house);
        house.server.answer(api::reauthenticate, marked(house));
        auto *ask = new kit::AskDialog(house.console.theme(),
                                       {.title = "Reject?", .verb = "Reject", .words = kit::Ask::Words::Lines},
                                       house.console.shell());
        ask->open();
        type(*ask, "words", QStringLiteral("Half a thought"));

        QTest::keyClick(ask, Qt::Key_L, Qt::ControlModifier);
        QVERIFY(house.console.isLocked());
        QVERIFY(!ask->isVisible());
        type(lockOf(house), "password", QStringLiteral("secret-8!"));
        QVERIFY(press(lockOf(house), "verb"));

        QVERIFY(ask->isVisible());
        QCOMPARE(ask->words(), "Half a thought");
    }

    // A window that stands beside the console, and one that an answer opens while it is locked.
    void everyOtherWindowIsCoveredAndComesBackAsItWas()
    {
        PaperConsole house;
        enter(house);
        house.server.answer(api::reauthenticate, marked(house));
        QWidget beside;
        QLineEdit draft(&beside);
        draft.setText(QStringLiteral("Half a thought"));
        beside.show();
        QDialog modeless(house.console.shell());
        modeless.show();
        QDialog late(house.console.shell());

        house.console.lock();
        QVERIFY(!beside.isVisible());
        QVERIFY(!modeless.isVisible());
        late.open();
        QTRY_VERIFY(!late.isVisible());
        type(lockOf(house), "password", QStringLiteral("secret-8!"));
        QVERIFY(press(lockOf(house), "verb"));

        QVERIFY(beside.isVisible());
        QCOMPARE(draft.text(), "Half a thought");
        QVERIFY(modeless.isVisible());
        QCOMPARE(modeless.windowModality(), Qt::NonModal);
        QVERIFY(late.isVisible());
        QCOMPARE(late.windowModality(), Qt::WindowModal);
    }

    void whoCannotUnlockMaySignOut()
    {
        PaperConsole house;
        enter(house);
        house.console.lock();

        QVERIFY(press(lockOf(house), "signOut"));

        QVERIFY(!house.console.shell());
        QVERIFY(!house.console.isLocked());
        QVERIFY(house.vault.secrets.isEmpty());
        pass(house, 60 * minuteMs);
        QVERIFY(!house.console.isLocked());
    }
};

CONSOLE_TEST(TestLock)
#include "tst_lock.moc"
