#include "tests/console/pages/names.h"
#include "tests/console/pages/press.h"
#include "tests/console/pages/samples.h"
#include "tests/console/registry.h"
#include "tests/support/localhub.h"
#include "tests/support/paperconsole.h"

#include <QImage>
#include <QListView>
#include <QPixmap>
#include <QTest>

// The rooms behind the door: pages of the role, palette, language, colours, news.
class TestShell : public QObject
{
    Q_OBJECT

    static QByteArray decision(SubmissionStatus status)
    {
        return json::bytes(KycDecided{.submissionId = samples::id<KycSubmission>(3),
                                      .vendorId = samples::id<Vendor>(77),
                                      .accountId = samples::id<Account>(1),
                                      .status = status});
    }

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

    void theStaffIsForSuperAdmins()
    {
        PaperConsole house;
        house.server.answer(api::countUnread, {.unread = 3});
        house.console.start();
        SessionTokens clerk = house.tokens(Role::Admin);
        clerk.account.isSuperAdmin = false;

        house.console.session().adopt(clerk);

        QVERIFY(house.console.shell()->pages().contains(QStringLiteral("admin.users")));
        QVERIFY(!house.console.shell()->pages().contains(QStringLiteral("admin.staff")));
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

    void tabStaysInsideThePalette()
    {
        PaperConsole house;
        enter(house, Role::Admin);
        QTest::keyClick(house.console.shell(), Qt::Key_K, Qt::ControlModifier);
        auto *line = found<QLineEdit>(house.console, "paletteLine");

        QTest::keyClick(line, Qt::Key_Tab);

        QVERIFY(line->hasFocus());
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
        QTRY_VERIFY(!QGuiApplication::overrideCursor()); // until then a press is not meant anew
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

    void theBadgeOfManyUnreadIsSeenWhole()
    {
        PaperConsole house;
        enter(house, Role::Vendor);
        auto *bell = found<app::Bell>(*house.console.shell(), "bell");
        const auto pictureOf = [&](qint64 unread) {
            bell->setUnread(unread);
            return bell->grab().toImage();
        };
        const auto rimOf = [](const QImage &seen) { return seen.copy(seen.width() - 1, 0, 1, seen.height()); };

        const QImage quiet = pictureOf(0);
        const QImage busy = pictureOf(100);

        QVERIFY(busy != quiet);
        QVERIFY(rimOf(busy) == rimOf(quiet)); // nothing of it is cut off
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

    void aNewOrderRings()
    {
        LocalHub hub;
        PaperConsole house;
        house.preferences.setServer(hub.url());
        enter(house, Role::Vendor);
        QTRY_COMPARE(hub.sockets.size(), 2);
        QCOMPARE(hub.calls.at(0).url().path(), "/ws/me");
        QCOMPARE(hub.calls.at(1).url().path(), "/ws/store");
        QTRY_VERIFY(found<QPushButton>(*house.console.shell(), "pill")->text().startsWith(QLatin1StringView("Live")));

        hub.push(1, LiveKind::NewOrder, json::bytes(samples::cards().first()));

        QTRY_VERIFY(shows(house.console, QStringLiteral("New order %1").arg(samples::cards().first().orderNumber)));
    }

    void anApprovalOpensTheOtherRoomsAtOnce()
    {
        LocalHub hub;
        PaperConsole house;
        house.preferences.setServer(hub.url());
        SessionTokens limited = house.tokens(Role::Vendor);
        limited.isLimited = true;
        house.console.start();
        house.console.session().adopt(limited);
        house.console.show();
        QCOMPARE(house.console.shell()->pages(), QStringList{"vendor.onboarding"});
        QTRY_COMPARE(hub.sockets.size(), 1);
        house.server.answer(api::refreshSession, house.tokens(Role::Vendor));

        hub.push(1, LiveKind::KycUpdated, decision(SubmissionStatus::Verified));

        QTRY_VERIFY(house.console.shell()->pages().size() > 1);
        QVERIFY(shows(house.console, QStringLiteral("Your store is approved: it can sell now")));
        QCOMPARE(house.server.timesAsked(api::refreshSession), 1);
    }

    void aRefusalIsToldOnEveryPage_data()
    {
        QTest::addColumn<SubmissionStatus>("status");
        QTest::addColumn<QString>("words");
        QTest::newRow("more") << SubmissionStatus::MoreInfo << "The reviewer of your documents asks for more";
        QTest::newRow("rejected") << SubmissionStatus::Rejected << "Your documents were rejected";
    }
    void aRefusalIsToldOnEveryPage()
    {
        QFETCH(SubmissionStatus, status);
        QFETCH(QString, words);
        LocalHub hub;
        PaperConsole house;
        house.preferences.setServer(hub.url());
        enter(house, Role::Vendor);
        QTRY_COMPARE(hub.sockets.size(), 2);

        hub.push(1, LiveKind::KycUpdated, decision(status));

        QTRY_VERIFY(shows(house.console, words));
        QCOMPARE(house.server.timesAsked(api::refreshSession), 0);
    }

    // A session from an activation link never becomes more than it is.
    void anApprovedStoreThatCameByActivationIsLedToTheDoor()
    {
        PaperConsole house;
        SessionTokens limited = house.tokens(Role::Vendor);
        limited.isLimited = true;
        Vendor store = samples::store();
        store.canSell = true;
        house.server.answer(api::readVendorProfile, store);
        house.server.answer(api::readKyc, VendorKyc{});
        house.console.start();
        house.console.show();
        house.console.session().adopt(limited);
        QTRY_VERIFY(shows(house.console, QStringLiteral("Sign in with your password to open every page.")));

        house.console.signInAgain();

        QVERIFY(!house.console.shell());
        QVERIFY(shows(house.console, QStringLiteral("Sign in with your password to open every page of your store.")));
        QCOMPARE(found<QLineEdit>(house.console, "identifier")->text(), "someone@example.in");
        QVERIFY(house.vault.secrets.isEmpty());
    }

    // Every kind of notice leads to a page that its reader has.
    void everyNoticeLeadsToAPageOfTheRole_data()
    {
        QTest::addColumn<Role>("role");
        QTest::addColumn<NoticeKind>("kind");
        QTest::addColumn<QString>("page");
        QTest::newRow("vendor, documents") << Role::Vendor << NoticeKind::KycStatus << "vendor.onboarding";
        QTest::newRow("vendor, settled") << Role::Vendor << NoticeKind::OrderSettled << "vendor.payouts";
        QTest::newRow("vendor, payout") << Role::Vendor << NoticeKind::PayoutUpdate << "vendor.payouts";
        QTest::newRow("vendor, order") << Role::Vendor << NoticeKind::OrderPlaced << "vendor.orders";
        QTest::newRow("vendor, update") << Role::Vendor << NoticeKind::OrderUpdate << "vendor.orders";
        QTest::newRow("vendor, message") << Role::Vendor << NoticeKind::ChatAlert << "vendor.chat";
        QTest::newRow("admin, documents") << Role::Admin << NoticeKind::KycStatus << "admin.kyc";
        QTest::newRow("admin, settled") << Role::Admin << NoticeKind::OrderSettled << "admin.orders";
        QTest::newRow("admin, payout") << Role::Admin << NoticeKind::PayoutUpdate << "admin.payouts";
    }
    void everyNoticeLeadsToAPageOfTheRole()
    {
        QFETCH(Role, role);
        QFETCH(NoticeKind, kind);
        QFETCH(QString, page);
        PaperConsole house;
        enter(house, role);

        house.console.open(app::Inbox::pageOf(kind, role));

        QCOMPARE(house.console.shell()->current(), page);
    }

    void theInboxLeadsToWhatItIsAbout()
    {
        PaperConsole house;
        const Notice notice{.id = samples::id<Notice>(4),
                            .kind = NoticeKind::PayoutUpdate,
                            .title = "Payout approved",
                            .text = "₹1,24,800.50 is on its way.",
                            .createdAt = house.clock.at.after(-60'000)};
        Notice read = notice;
        read.isRead = true;
        house.server.answer(api::listNotices, {.items = {notice}});
        house.server.answer(api::markRead, read, notice.id);
        enter(house, Role::Admin);

        found<app::Bell>(*house.console.shell(), "bell")->click();
        auto *inbox = house.console.findChild<app::Inbox *>(QStringLiteral("inbox"));
        QVERIFY(inbox->isVisible());
        auto *list = inbox->findChild<kit::TableView *>();
        QCOMPARE(list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString(),
                 "Payout approved, ₹1,24,800.50 is on its way.");
        Q_EMIT list->opened(notice.id.text());

        QVERIFY(!inbox->isVisible());
        QCOMPARE(house.server.timesAsked(api::markRead, notice.id), 1);
        const QStringList lines = house.server.lines();
        const QString count = QStringLiteral("get ") +
                              QLatin1StringView(api::countUnread.path.data(), qsizetype(api::countUnread.path.size()));
        QVERIFY(lines.lastIndexOf(count) > lines.indexOf(QRegularExpression(QStringLiteral("post .*/read"))));
        QCOMPARE(house.console.shell()->current(), "admin.payouts");
    }

    void aFigureOpensItsListNarrowed()
    {
        PaperConsole house;
        house.server.answer(api::listAllOrders, samples::page(samples::cards()));
        enter(house, Role::Admin);
        const auto asked = [&](const char *status) {
            return house.server.lines().filter(QStringLiteral("/orders?")).last().contains(QLatin1StringView(status));
        };

        house.console.openNarrowed(QStringLiteral("admin.orders"), {{"status", "packed"}});
        QCOMPARE(house.console.shell()->current(), "admin.orders");
        QVERIFY(asked("status=packed"));
        house.console.openNarrowed(QStringLiteral("admin.orders"), {{"status", "shipped"}}); // also while it is open
        QVERIFY(asked("status=shipped"));
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

        QTRY_COMPARE(sidebar->width(), 60);
        QVERIFY(house.console.minimumSizeHint().width() <= 1180);
    }
};

CONSOLE_TEST(TestShell)
#include "tst_shell.moc"
