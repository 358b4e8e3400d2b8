#include "console/kit/qrcode.h"
#include "console/pages/security/page.h"
#include "tests/console/pages/names.h"
#include "tests/console/pages/press.h"
#include "tests/console/pages/securitypage.h"
#include "tests/console/registry.h"
#include "tests/support/paperconsole.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QTest>

namespace {

struct Fixture
{
    ConsoleKit console{Role::Admin};
    std::unique_ptr<kit::Page> page;

    kit::Page &open(std::optional<Instant> totpSince = {})
    {
        samples::guard(console.server, totpSince);
        page = std::make_unique<security::Page>(console.kit);
        page->resize(1056, 744);
        page->show();
        page->refresh();
        return *page;
    }
    QDialog *dialog(const char *name) const { return page->findChild<QDialog *>(QString::fromLatin1(name)); }
    QAbstractItemView &sessions() const { return *page->findChild<QAbstractItemView *>("sessions"); }
};

} // namespace

// "My sessions and security". AUTH-14, AUTH-23, AUTH-47
class TestSecurityPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itSaysWhatGuardsTheAccount()
    {
        Fixture given;
        kit::Page &page = given.open();

        QVERIFY(shows(page, QStringLiteral("Off")));
        QVERIFY(shows(page, QStringLiteral("When you change it, all your sessions end.")));
        QVERIFY(!found<QAbstractButton>(page, "turnOff"));
        QCOMPARE(given.sessions().model()->rowCount(), 2);
        QCOMPARE(nameless(page), QString());

        samples::guard(given.console.server, samples::now);
        page.refresh();
        QVERIFY(shows(page, QStringLiteral("On")));
        QVERIFY(shows(page, QStringLiteral("Recovery codes left: 9.")));
        QVERIFY(found<QAbstractButton>(page, "turnOff"));
    }

    void anAppIsSetUpWithThePasswordTheSquareAndACode()
    {
        Fixture given;
        kit::Page &page = given.open();
        given.console.server.refuse(api::startTotp, ErrorCode::ReauthenticationNeeded);
        QVERIFY(press(page, "setUp"));
        samples::guard(given.console.server);
        given.console.server.answer(api::reauthenticate, {samples::now});
        type(*given.dialog("proof"), "password", QStringLiteral("Kabaad#2026"));
        QVERIFY(press(*given.dialog("proof"), "verb"));

        QDialog *app = given.dialog("app");
        QVERIFY(app && app->isVisible());
        QCOMPARE(found<QLabel>(*app, "secret")->text(), QStringLiteral("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ"));
        QCOMPARE(nameless(*app), QString());
        type(*app, "code", QStringLiteral("28708"));
        QVERIFY(!press(*app, "verb"));
        type(*app, "code", QStringLiteral("287082"));
        QVERIFY(press(*app, "verb"));

        QCOMPARE(given.console.server.lastBody(api::confirmTotp), json::bytes(ConfirmTotp{QStringLiteral("287082")}));
        QDialog *recovery = given.dialog("recovery");
        QVERIFY(recovery && recovery->isVisible());
        QVERIFY(shows(*recovery, samples::recoveryCodes().codes[9]));
        recovery->reject(); // they are shown this once
        QVERIFY(recovery->isVisible());
        QVERIFY(press(*recovery, "copy"));
        QCOMPARE(QApplication::clipboard()->text(), QStringList(samples::recoveryCodes().codes).join(u'\n'));
        QVERIFY(press(*recovery, "verb"));
        QVERIFY(!recovery->isVisible());
    }

    void aWrongFirstCodeIsSaidAndTheSquareStays()
    {
        Fixture given;
        kit::Page &page = given.open();
        QVERIFY(press(page, "setUp"));
        given.console.server.refuse(api::confirmTotp, {.code = ErrorCode::ValidationFailed,
                                                       .fields = {{"code", "is not what the app shows now"}}});
        QDialog *app = given.dialog("app");

        type(*app, "code", QStringLiteral("000000"));
        QVERIFY(press(*app, "verb"));

        QVERIFY(app->isVisible());
        QVERIFY(shows(*app, QStringLiteral("This is not the code that the app shows now.")));
        QVERIFY(!given.dialog("recovery"));
    }

    // ISO 18004: three corners to find it by, and a rim of four modules.
    void theSquareIsOneThatCamerasRead()
    {
        Fixture given;
        QVERIFY(press(given.open(), "setUp"));

        const QImage modules = given.dialog("app")->findChild<kit::QrCode *>("square")->modules();

        const int side = modules.width() - 8;
        QCOMPARE((side - 17) % 4, 0);
        const auto isDark = [&](int x, int y) { return modules.pixelColor(x + 4, y + 4) == QColor(Qt::black); };
        for (const QPoint corner : {QPoint(0, 0), QPoint(side - 7, 0), QPoint(0, side - 7)}) {
            QByteArray across;
            for (int x = 0; x < 7; ++x)
                across += isDark(corner.x() + x, corner.y() + 3) ? '#' : '.';
            QCOMPARE(across, QByteArray("#.###.#"));
        }
        for (int i = 0; i < modules.width(); ++i)
            QVERIFY(modules.pixelColor(i, 3) == QColor(Qt::white) && modules.pixelColor(3, i) == QColor(Qt::white));
    }

    void turningTheAppOffAsksForItsCode()
    {
        Fixture given;
        kit::Page &page = given.open(samples::now);
        given.console.server.refuse(api::disableTotp, {.code = ErrorCode::ReauthenticationNeeded,
                                                       .details = json::bytes(ReauthenticationWish{false, true})});
        QVERIFY(press(page, "turnOff"));
        QDialog *ask = dialogOf(page);
        QVERIFY(press(*ask, "verb"));
        QDialog *proof = given.dialog("proof");
        QVERIFY(!found<QLineEdit>(*proof, "password"));
        given.console.server.answer(api::reauthenticate, {samples::now});
        given.console.server.answer(api::disableTotp, {});

        type(*proof, "code", QStringLiteral("287082"));
        QVERIFY(press(*proof, "verb"));

        QCOMPARE(given.console.server.lastBody(api::reauthenticate),
                 json::bytes(Reauthenticate{.code = QStringLiteral("287082")}));
        QCOMPARE(given.console.server.timesAsked(api::disableTotp), 2);
        QCOMPARE(given.console.notices.toasts, QStringList{QStringLiteral("The app is no longer asked for")});
    }

    void whoLeavesTheQuestionChangesNothing()
    {
        Fixture given;
        kit::Page &page = given.open();
        given.console.server.refuse(api::startTotp, ErrorCode::ReauthenticationNeeded);

        QVERIFY(press(page, "setUp"));
        QVERIFY(press(*given.dialog("proof"), "dismiss"));

        QCOMPARE(given.console.server.timesAsked(api::startTotp), 1);
        QVERIFY(!given.dialog("app"));
    }

    void anotherSessionIsEndedAndTheOwnOneIsNot()
    {
        Fixture given;
        kit::Page &page = given.open();
        const Id<Session> other = samples::ownSessions()[1].id;
        given.console.server.answer(api::revokeSession, {}, other);
        given.sessions().setCurrentIndex(given.sessions().model()->index(0, 0));
        QVERIFY(!press(page, "endSession"));

        given.sessions().setCurrentIndex(given.sessions().model()->index(1, 0));
        QVERIFY(press(page, "endSession"));
        QVERIFY(press(*dialogOf(page), "verb"));

        QCOMPARE(given.console.server.timesAsked(api::revokeSession, other), 1);
        QCOMPARE(given.console.notices.toasts, QStringList{QStringLiteral("The session has ended")});
    }

    void aNewPasswordLeadsToTheDoor()
    {
        Fixture given;
        kit::Page &page = given.open();
        given.console.server.answer(api::changePassword, {});
        QVERIFY(press(page, "changePassword"));
        QDialog *dialog = dialogOf(page);

        type(*dialog, "current_password", QStringLiteral("Kabaad#2026"));
        type(*dialog, "new_password", QStringLiteral("Other#2027"));
        QVERIFY(press(*dialog, "verb"));

        QCOMPARE(given.console.server.lastBody(api::changePassword),
                 json::bytes(ChangePassword{QStringLiteral("Kabaad#2026"), QStringLiteral("Other#2027")}));
        QTRY_COMPARE(given.console.navigator.opened, QStringList{QStringLiteral("door")});
    }

    // Where admins must have an app, whoever has none finds only this page, and afterwards all of them.
    void anAdminWithoutTheAppThatIsNeededSetsItUpAndGoesOn()
    {
        PaperConsole house;
        samples::guard(house.server);
        house.server.answer(api::readSecurity, {.passwordChangedAt = samples::now, .mustHaveTotp = true});
        SessionTokens limited = house.tokens(Role::Admin);
        limited.isLimited = true;
        house.console.start();
        house.console.session().adopt(limited);
        house.console.show();
        QCOMPARE(house.console.shell()->pages(), QStringList{"admin.security"});
        QVERIFY(shows(house.console, QStringLiteral("Needed")));
        QCOMPARE(house.server.timesAsked(api::listSessions), 0);
        house.server.answer(api::refreshSession, house.tokens(Role::Admin));

        QVERIFY(press(house.console, "setUp"));
        QDialog *app = house.console.findChild<QDialog *>("app");
        type(*app, "code", QStringLiteral("287082"));
        QVERIFY(press(*app, "verb"));
        QCOMPARE(house.console.shell()->pages().size(), 1);
        QVERIFY(press(*house.console.findChild<QDialog *>("recovery"), "verb"));

        QTRY_VERIFY(house.console.shell()->pages().size() > 1);
    }
};

CONSOLE_TEST(TestSecurityPage)
#include "tst_security.moc"
