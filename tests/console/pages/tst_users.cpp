#include "console/pages/staff/page.h"
#include "console/pages/users/page.h"
#include "tests/console/pages/crowd.h"
#include "tests/console/pages/names.h"
#include "tests/console/pages/press.h"
#include "tests/console/registry.h"
#include "tests/support/consolekit.h"

#include <QCheckBox>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>

namespace {

const QString soldStolen = QStringLiteral("Sold stolen cable");

struct Fixture
{
    ConsoleKit console{Role::Admin};
    QList<Person> people = samples::crowd();
    std::unique_ptr<kit::Page> page;

    Fixture()
    {
        console.server.answer(api::listPeople, samples::page(people));
        console.server.answer(api::listStaff, samples::page(samples::staff()));
        for (const Person &person : people + samples::staff()) {
            console.server.answer(api::readPerson, person, person.id);
            console.server.answer(api::listPersonSessions, samples::sessionsOf(person), person.id);
            console.server.answer(api::listPersonActivity, samples::page(samples::activityOf(person)), person.id);
        }
    }
    const Person &named(const QString &username) const
    {
        return *std::find_if(people.cbegin(), people.cend(),
                             [&](const Person &each) { return each.username == username; });
    }
    template <class T>
    QAbstractItemModel &open(const QString &object = {})
    {
        page = std::make_unique<T>(console.kit);
        page->resize(1280, 760);
        page->show();
        page->refresh();
        if (!object.isEmpty())
            page->reveal(object);
        return *page->template findChild<QAbstractItemView *>("list")->model();
    }
    QAbstractItemModel &users(const QString &username = QStringLiteral("asha.rao"))
    {
        return open<users::Page>(named(username).id.text());
    }
    QAbstractItemModel &staffOf(int row)
    {
        console.me.isSuperAdmin = true;
        return open<staff::Page>(samples::staff().at(row).id.text());
    }
    QStringList menu() const
    {
        QStringList out;
        for (const QAction *action : found<QPushButton>(*page, "more")->menu()->actions())
            out += action->text();
        return out;
    }
};

} // namespace

// CADM-07, ACC-09…14
class TestUsersPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everybodyIsARowWithTheState()
    {
        Fixture given;

        const QAbstractItemModel &rows = given.users();

        QCOMPARE(rows.rowCount(), 8);
        QCOMPARE(rows.index(0, 0).data().toString(), QStringLiteral("Asha Rao"));
        QCOMPARE(rows.index(3, 4).data().toString(), QStringLiteral("Banned"));
        QCOMPARE(rows.index(1, 4).data().toString(), QStringLiteral("Awaits approval"));
    }

    void aBanNeedsItsReasonAndCanBeTakenBack()
    {
        Fixture given;
        const QAbstractItemModel &rows = given.users();
        Person banned = given.named(QStringLiteral("asha.rao"));
        banned.status = PersonStatus::Banned;
        banned.isBanned = true;
        banned.banReason = soldStolen;
        given.console.server.answer(api::banPerson, banned, banned.id);
        given.console.server.answer(api::readPerson, banned, banned.id);

        QVERIFY(press(*given.page, "bad"));
        QDialog *dialog = dialogOf(*given.page);
        QVERIFY(!press(*dialog, "verb"));
        type(*dialog, "words", soldStolen);
        QVERIFY(press(*dialog, "verb"));

        QCOMPARE(given.console.server.lastBody(api::banPerson, banned.id), json::bytes(PersonReason{soldStolen}));
        QCOMPARE(rows.index(0, 4).data().toString(), QStringLiteral("Banned"));
        QTRY_VERIFY(shows(*given.page, soldStolen));
        QCOMPARE(given.console.notices.toasts, QStringList{QStringLiteral("asha.rao is banned")});
        QCOMPARE(found<QPushButton>(*given.page, "good")->text().trimmed(), QStringLiteral("Take the ban back…"));
        QVERIFY(!found<QPushButton>(*given.page, "bad"));
    }

    void aRefusedBanSaysWhyAndKeepsTheRow()
    {
        Fixture given;
        const QAbstractItemModel &rows = given.users();
        const Id<Account> id = given.named(QStringLiteral("asha.rao")).id;
        given.console.server.refuse(api::banPerson,
                                    Error{ErrorCode::Conflict, QStringLiteral("This account is banned already.")}, id);

        QVERIFY(press(*given.page, "bad"));
        QDialog *dialog = dialogOf(*given.page);
        type(*dialog, "words", soldStolen);
        QVERIFY(press(*dialog, "verb"));

        QVERIFY(shows(*dialog, QStringLiteral("This account is banned already.")));
        QCOMPARE(rows.index(0, 4).data().toString(), QStringLiteral("Active"));
    }

    void theActsFitTheState_data()
    {
        QTest::addColumn<QString>("username");
        QTest::addColumn<QString>("good");
        QTest::addColumn<QString>("bad");
        QTest::newRow("active") << "asha.rao"
                                << ""
                                << "Ban…";
        QTest::newRow("awaits approval") << "factory.feeds"
                                         << "Approve as distributor…"
                                         << "Reject…";
        QTest::newRow("banned") << "quick.cable"
                                << "Take the ban back…"
                                << "";
        QTest::newRow("locked") << "bela.shah"
                                << "Unlock…"
                                << "Ban…";
        QTest::newRow("not verified") << "new.one"
                                      << "Take e-mail as verified…"
                                      << "Ban…";
        QTest::newRow("suspended") << "imran.khan"
                                   << "Activate again…"
                                   << "Ban…";
    }
    void theActsFitTheState()
    {
        QFETCH(QString, username);
        QFETCH(QString, good);
        QFETCH(QString, bad);
        Fixture given;

        given.users(username);

        const auto textOf = [&](const char *name) {
            const auto *button = found<QPushButton>(*given.page, name);
            return button ? button->text().trimmed() : QString();
        };
        QCOMPARE(textOf("good"), good);
        QCOMPARE(textOf("bad"), bad);
        QVERIFY(given.menu().contains(QStringLiteral("End all sessions…")));
        QVERIFY(given.menu().contains(QStringLiteral("Send password reset…")));
        QVERIFY(given.menu().contains(QStringLiteral("Change role…")));
    }

    void sessionsAndActivityAreThere()
    {
        Fixture given;
        given.users();

        const auto models = given.page->findChildren<QAbstractItemView *>();
        QStringList texts;
        for (const QAbstractItemView *view : models)
            for (int row = 0; view->model() && row < view->model()->rowCount(); ++row)
                texts += view->model()->index(row, 0).data().toString();
        QVERIFY(texts.contains(QStringLiteral("Firefox on Android")));
        QVERIFY(texts.contains(QStringLiteral("Password changed")));
    }

    void otherAdminsAreForSuperAdmins()
    {
        Fixture given;
        Person clerk = samples::staff().at(1);
        given.console.server.answer(api::listPeople, samples::page(QList<Person>{clerk}));

        given.open<users::Page>(clerk.id.text());

        QVERIFY(shows(*given.page, QStringLiteral("Only super-admins act on other admins.")));
        QVERIFY(!found<QPushButton>(*given.page, "bad"));
        QVERIFY(!found<QPushButton>(*given.page, "more"));
    }

    void emptyAndBrokenListsSaySo()
    {
        Fixture given;
        given.console.server.answer(api::listPeople, samples::page<Person>({}));
        given.open<users::Page>();
        QVERIFY(shows(*given.page, QStringLiteral("Nobody here")));
        given.console.server.refuse(api::listPeople, Error{ErrorCode::Internal, QStringLiteral("It broke.")});

        given.page->refresh();

        QVERIFY(shows(*given.page, QStringLiteral("req-7")));
    }

    void everyControlHasAName()
    {
        Fixture given;
        given.users();
        QCOMPARE(nameless(*given.page), QString());
        given.staffOf(2);
        QCOMPARE(nameless(*given.page), QString());
    }

    void theMatrixShowsWhoMayDoWhat()
    {
        Fixture given;

        const QAbstractItemModel &rows = given.staffOf(2);

        QCOMPARE(rows.rowCount(), 4);
        QCOMPARE(rows.columnCount(), 13);
        QCOMPARE(rows.index(2, 2).data().toString(), QStringLiteral("yes")); // KYC
        QCOMPARE(rows.index(2, 6).data().toString(), QString());             // payouts
        QCOMPARE(rows.index(3, 6).data().toString(), QStringLiteral("yes")); // of the super-admin
    }

    void newPowersAreSavedWithAReason()
    {
        Fixture given;
        given.staffOf(2);
        Person changed = samples::staff().at(2);
        changed.permissions = {Permission::ReviewKyc, Permission::ReadAudit};
        given.console.server.answer(api::changePowers, changed, changed.id);
        QVERIFY(!press(*given.page, "save"));

        auto *list = found<QListWidget>(*given.page, "powers");
        for (int i = 0; i < list->count(); ++i) {
            const auto permission = Permission(list->item(i)->data(Qt::UserRole).toInt());
            if (permission == Permission::ReadAudit)
                list->item(i)->setCheckState(Qt::Checked);
            if (permission == Permission::ManageUsers)
                list->item(i)->setCheckState(Qt::Unchecked);
        }
        QVERIFY(press(*given.page, "save"));
        QDialog *dialog = dialogOf(*given.page);
        QVERIFY(shows(*dialog, QStringLiteral("− Manage users\n+ Read the audit log")));
        type(*dialog, "words", soldStolen);
        QVERIFY(press(*dialog, "verb"));

        QCOMPARE(given.console.server.lastBody(api::changePowers, changed.id),
                 json::bytes(ChangePowers{{Permission::ReviewKyc, Permission::ReadAudit}, false, soldStolen}));
        QVERIFY(!press(*given.page, "save"));
    }

    void nobodyChangesTheOwnPowers()
    {
        Fixture given;

        given.staffOf(3);

        QVERIFY(!found<QCheckBox>(*given.page, "super")->isEnabled());
        QVERIFY(!found<QListWidget>(*given.page, "powers")->isEnabled());
        QVERIFY(shows(*given.page, QStringLiteral("another super-admin changes it")));
    }

    void anInvitationIsSent()
    {
        Fixture given;
        given.staffOf(2);
        const Person invited = samples::staff().first();
        given.console.server.answer(api::inviteStaff, invited);

        QVERIFY(press(*given.page, "invite"));
        QDialog *dialog = dialogOf(*given.page);
        type(*dialog, "username", QStringLiteral("meena.new"));
        type(*dialog, "email", QStringLiteral("meena.new@example.in"));
        QVERIFY(press(*dialog, "verb"));

        QCOMPARE(given.console.server.lastBody(api::inviteStaff),
                 json::bytes(InviteStaff{.username = QStringLiteral("meena.new"),
                                         .email = QStringLiteral("meena.new@example.in")}));
        QCOMPARE(given.console.notices.toasts,
                 QStringList{QStringLiteral("The invitation is on its way to meena.new@example.in")});
    }
};

CONSOLE_TEST(TestUsersPage)
#include "tst_users.moc"
