#include "console/pages/security/page.h"
#include "tests/console/pages/names.h"
#include "tests/console/pages/press.h"
#include "tests/console/pages/securitypage.h"
#include "tests/console/registry.h"
#include "tests/support/consolekit.h"

#include "shared/contract/privacy.h"

#include <QFile>
#include <QFileDialog>
#include <QTemporaryDir>
#include <QTest>

namespace {

const auto copyId = Id<PersonalCopy>::parse(QStringLiteral("0192f7a0-0000-7000-8000-0000000000c1"));

PersonalCopy waiting()
{
    return {.id = copyId, .requestedAt = samples::now};
}

PersonalCopy ready()
{
    return {.id = copyId,
            .state = CopyState::Ready,
            .requestedAt = samples::now,
            .finishedAt = samples::now,
            .fileSize = 12'345,
            .expiresAt = samples::now.after(7LL * 86'400'000),
            .url = QStringLiteral("/api/v1/users/me/exports/c1/file?expires=1&signature=abc")};
}

struct Fixture
{
    ConsoleKit console;
    std::unique_ptr<kit::Page> page;

    explicit Fixture(Role role = Role::Vendor)
        : console(role)
    {}
    kit::Page &open(const QList<PersonalCopy> &copies = {})
    {
        samples::guard(console.server);
        console.server.answer(api::listCopies, copies);
        page = std::make_unique<security::Page>(console.kit);
        page->resize(1056, 900);
        page->show();
        page->refresh();
        return *page;
    }
};

} // namespace

// "My data" on the page of the own security. PRIV-02, PRIV-03
class TestPrivacyCard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCopyIsAskedForOnce()
    {
        Fixture given;
        kit::Page &page = given.open();
        QVERIFY(shows(page, QStringLiteral("Take a copy of everything the market keeps about you, as a ZIP file.")));
        QVERIFY(!found<QAbstractButton>(page, "saveCopy"));
        QCOMPARE(nameless(page), QString());
        given.console.server.answer(api::requestCopy, waiting());

        QVERIFY(press(page, "askCopy"));

        QVERIFY(shows(page, QStringLiteral("Being made")));
        QVERIFY(shows(page, QStringLiteral("A message comes when it is ready.")));
        QVERIFY(!press(page, "askCopy"));
        QCOMPARE(given.console.server.timesAsked(api::requestCopy), 1);
    }

    void whatTheServerRefusesIsSaid()
    {
        Fixture given;
        kit::Page &page = given.open();
        given.console.server.refuse(api::requestCopy, {.code = ErrorCode::TooManyRequests,
                                                       .message = QStringLiteral("A copy can be asked for 3 times.")});

        QVERIFY(press(page, "askCopy"));

        QVERIFY(found<QAbstractButton>(page, "askCopy")->isEnabled());
        QVERIFY(!shows(page, QStringLiteral("Being made")));
    }

    void theCopyIsFetchedByAFreshLink()
    {
        Fixture given;
        kit::Page &page = given.open({ready()});
        QVERIFY(shows(page, QStringLiteral("Ready until")));
        PersonalCopy fresh = ready();
        fresh.url = QStringLiteral("/api/v1/users/me/exports/c1/file?expires=2&signature=def");
        given.console.server.answer(api::listCopies, {fresh});

        given.console.server.file("/api/v1/users/me/exports/c1/file", "PK", "application/zip");
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("mine.zip"));

        QVERIFY(press(page, "saveCopy"));
        auto *where = page.findChild<QFileDialog *>();
        QVERIFY(where);
        Q_EMIT where->fileSelected(path);

        QCOMPARE(given.console.server.lines().constLast(),
                 QStringLiteral("get /api/v1/users/me/exports/c1/file?expires=2&signature=def"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("PK"));
    }

    void whatIsOpenIsNamedAndNothingIsErased()
    {
        Fixture given;
        kit::Page &page = given.open();
        given.console.server.answer(
            api::readErasure,
            {.blockers = {ErasureBlocker::OpenOrders, ErasureBlocker::Debt, ErasureBlocker::SellingStore}, .kept = {}});

        QVERIFY(press(page, "eraseMe"));

        QDialog *dialog = dialogOf(page);
        QVERIFY(dialog);
        QVERIFY(shows(*dialog, QStringLiteral("Open orders")));
        QVERIFY(shows(*dialog, QStringLiteral("Money you owe")));
        QVERIFY(shows(*dialog, QStringLiteral("your next orders pay it")));
        QVERIFY(shows(*dialog, QStringLiteral("close it in its profile")));
        QVERIFY(press(*dialog, "verb"));
        QVERIFY(!dialogOf(page));
        QCOMPARE(given.console.server.timesAsked(api::eraseMe), 0);
    }

    void erasingAsksForThePasswordAndLeadsToTheDoor()
    {
        Fixture given;
        kit::Page &page = given.open();
        given.console.server.answer(api::readErasure, {.blockers = {}, .kept = {{KeptRecord::Orders, 8, {}}}});
        given.console.server.refuse(api::eraseMe, ErrorCode::ReauthenticationNeeded);
        QVERIFY(press(page, "eraseMe"));
        QDialog *dialog = dialogOf(page);
        QVERIFY(shows(*dialog, QStringLiteral("Orders and invoices")));
        QVERIFY(shows(*dialog, QStringLiteral("8 years")));
        QVERIFY(press(*dialog, "verb"));
        auto *proof = page.findChild<QDialog *>(QStringLiteral("proof"));
        QVERIFY(proof && proof->isVisible());
        given.console.server.answer(api::reauthenticate, {samples::now});
        given.console.server.answer(api::eraseMe, {samples::now, {}});

        type(*proof, "password", QStringLiteral("Kabaad#2026"));
        QVERIFY(press(*proof, "verb"));

        QCOMPARE(given.console.server.timesAsked(api::eraseMe), 2);
        QTRY_COMPARE(given.console.navigator.opened, QStringList{QStringLiteral("door")});
    }

    void anAdminTakesACopyAndErasesNothing()
    {
        Fixture given(Role::Admin);
        kit::Page &page = given.open();

        QVERIFY(found<QAbstractButton>(page, "askCopy"));
        QVERIFY(!found<QAbstractButton>(page, "eraseMe"));
    }
};

CONSOLE_TEST(TestPrivacyCard)
#include "tst_privacycard.moc"
