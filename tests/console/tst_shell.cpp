#include "tests/console/pages/names.h"
#include "tests/console/pages/press.h"
#include "tests/console/registry.h"
#include "tests/support/paperconsole.h"

#include <QListView>
#include <QTest>

// The rooms behind the door: pages of the role, palette, language, colours, news.
class TestShell : public QObject
{
    Q_OBJECT

    static void enter(PaperConsole &house, Role role)
    {
        house.server.answer(api::countUnread, {.unread = 3});
        house.console.start();
        house.console.resize(1440, 900);
        house.console.show();
        house.enter(role);
        house.console.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&house.console)); // or shortcuts would not be heard
    }

private Q_SLOTS:
    void theSidebarHasThePagesOfTheRole_data()
    {
        QTest::addColumn<Role>("role");
        QTest::newRow("admin") << Role::Admin;
        QTest::newRow("vendor") << Role::Vendor;
    }
    void theSidebarHasThePagesOfTheRole()
    {
        QFETCH(Role, role);
        PaperConsole house;

        enter(house, role);

        QStringList expected;
        for (const kit::PageEntry &entry : kit::pages()) {
            if (entry.role == role)
                expected += entry.id;
        }
        QCOMPARE(house.console.shell()->pages(), expected);
        QCOMPARE(house.console.shell()->current(), expected.value(0));
    }

    void everyPageOpensAndEveryControlHasAName_data() { theSidebarHasThePagesOfTheRole_data(); }
    void everyPageOpensAndEveryControlHasAName()
    {
        QFETCH(Role, role);
        PaperConsole house;
        enter(house, role);

        for (const QString &page : house.console.shell()->pages()) {
            house.console.shell()->open(page);
            QCOMPARE(house.console.shell()->current(), page);
            QVERIFY2(nameless(house.console).isEmpty(), qPrintable(page + u' ' + nameless(house.console)));
        }
    }

    void thePaletteOpensAPageByItsName()
    {
        PaperConsole house;
        enter(house, Role::Admin);
        const QString last = house.console.shell()->pages().last();
        QTest::keyClick(house.console.shell(), Qt::Key_K, Qt::ControlModifier);
        auto *line = found<QLineEdit>(house.console, "paletteLine");
        QVERIFY(line);

        line->setText(QCoreApplication::translate("pages", kit::pages().at(0).title));
        QTest::keyClick(line, Qt::Key_Return);

        QCOMPARE(house.console.shell()->current(), kit::pages().at(0).id);
        QVERIFY(!found<QLineEdit>(house.console, "paletteLine"));
    }

    void theLanguageChangesWhileItRuns()
    {
        PaperConsole house;
        enter(house, Role::Admin);
        auto *language = found<QPushButton>(*house.console.shell(), "language");
        QCOMPARE(language->accessibleName(), "English");

        language->click();

        QTRY_COMPARE(language->accessibleName(), "हिन्दी");
        QCOMPARE(QLocale().language(), QLocale::Hindi);
        QCOMPARE(house.preferences.language(), "hi");
        QCOMPARE(nameless(house.console), "");
        language->click();
        QTRY_COMPARE(language->accessibleName(), "English");
    }

    void theColoursChangeAndAreKept()
    {
        PaperConsole house;
        enter(house, Role::Admin);

        QTest::keyClick(house.console.shell(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);

        QCOMPARE(house.console.theme().shade(), kit::Theme::Shade::Dark);
        QCOMPARE(house.preferences.shade(), kit::Theme::Shade::Dark);
    }

    void theBellCountsWhatIsUnread()
    {
        PaperConsole house;

        enter(house, Role::Vendor);

        QCOMPARE(found<app::Bell>(*house.console.shell(), "bell")->unread(), 3);
        QCOMPARE(found<app::Bell>(*house.console.shell(), "bell")->accessibleName(), "Inbox, 3 unread");
    }

    void anActionWithUndoRunsOnlyWhenItsTimeIsOver()
    {
        PaperConsole house;
        enter(house, Role::Admin);
        int done = 0;
        int undone = 0;

        house.console.toastWithUndo(
            QStringLiteral("Order confirmed"), [&] { ++done; }, [&] { ++undone; });
        QCOMPARE(done, 0);
        QVERIFY(press(house.console, "undo"));
        QCOMPARE(done, 0);
        QCOMPARE(undone, 1);

        house.console.toastWithUndo(
            QStringLiteral("Order confirmed"), [&] { ++done; }, [&] { ++undone; });
        house.console.close();
        QCOMPARE(done, 1);
        QCOMPARE(undone, 1);
    }

    void signingOutForgetsEverything()
    {
        PaperConsole house;
        enter(house, Role::Admin);

        Q_EMIT house.console.shell()->signOutAsked();

        QVERIFY(!house.console.shell());
        QVERIFY(house.vault.secrets.isEmpty());
        QCOMPARE(house.server.asked.last().bearer, "access-1");
        QVERIFY(house.server.lines().last().endsWith(QLatin1StringView("/auth/logout")));
    }

    void aSmallWindowKeepsTheIconsOnly()
    {
        PaperConsole house;
        enter(house, Role::Admin);
        auto *sidebar = house.console.findChild<QListView *>(QStringLiteral("sidebar"))->parentWidget();
        QCOMPARE(sidebar->width(), 224);

        house.console.resize(1280, 800);
        QTest::qWait(1);

        QCOMPARE(sidebar->width(), 60);
        QVERIFY(house.console.minimumSizeHint().width() <= 1180);
    }
};

CONSOLE_TEST(TestShell)
#include "tst_shell.moc"
