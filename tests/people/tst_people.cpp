#include "tests/people/house.h"
#include "tests/support/runner.h"

// What admins do to people: AUTH-22, AUTH-23, AUTH-25, ACC-09…13, AUD-02, AUD-06, VEN-08, CADM-07.
class TestOfPeople : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // ACC-10, AUTH-12, AUTH-22, AUD-02
    void aBanEndsEverySessionAndSaysWhy()
    {
        House house;
        const Account asha = house.person(QStringLiteral("asha"));
        const auto first = house.enter(QStringLiteral("asha"));
        const auto second = house.enter(QStringLiteral("asha"));

        const auto banned = house.people.ban(house.keeper, asha.id, why);

        QCOMPARE(banned->status, PersonStatus::Banned);
        QCOMPARE(banned->banReason, why.reason);
        QCOMPARE(codeOf(house.callerOf(*first)), ErrorCode::Unauthenticated);
        QCOMPARE(codeOf(house.callerOf(*second)), ErrorCode::Unauthenticated);
        QCOMPARE(codeOf(house.auth.refreshSession(house.stranger(), {first->refreshToken})),
                 ErrorCode::Unauthenticated);
        const auto entry = house.askCode(QStringLiteral("asha"));
        QCOMPARE(entry.error().code, ErrorCode::AccountBanned);
        QCOMPARE(entry.error().details, QByteArray(R"({"reason":"Sold stolen cable"})"));
        QCOMPARE(house.audited("people.banned"),
                 QStringLiteral(R"({"new":"banned","old":"active","reason":"Sold stolen cable"})"));
        house.outbox.drain();
        QCOMPARE(house.bans.size(), 1);
        QCOMPARE(house.bans[0].accountId, asha.id);
        QCOMPARE(house.changes.constLast().act, PersonAct::Banned);
    }

    void aBanIsTakenBack()
    {
        House house;
        const Account asha = house.person(QStringLiteral("asha"));
        QVERIFY(house.people.ban(house.keeper, asha.id, why));

        const auto free = house.people.unban(house.keeper, asha.id, {QStringLiteral("It was a mistake")});

        QCOMPARE(free->status, PersonStatus::Active);
        QCOMPARE(free->banReason, std::nullopt);
        QVERIFY(house.enter(QStringLiteral("asha")));
        QCOMPARE(house.audited("people.unbanned"),
                 QStringLiteral(R"({"new":"active","old":"banned","reason":"It was a mistake"})"));
    }

    // VEN-08
    void aStoreSellsNoMoreWhileItsOwnerIsBannedOrSuspended()
    {
        House house;
        const Account vikram = house.seller(QStringLiteral("vikram"));
        QVERIFY(house.mayStoreSell(vikram));

        QVERIFY(house.people.ban(house.keeper, vikram.id, why));
        QVERIFY(!house.mayStoreSell(vikram));
        QVERIFY(house.people.unban(house.keeper, vikram.id, why));
        QVERIFY(house.mayStoreSell(vikram));
        QVERIFY(house.people.suspend(house.keeper, vikram.id, why));
        QVERIFY(!house.mayStoreSell(vikram));
        QVERIFY(house.people.activate(house.keeper, vikram.id, why));
        QVERIFY(house.mayStoreSell(vikram));
    }

    // ACC-10, ACC-13
    void whoIsSuspendedStaysSoThroughAPasswordReset()
    {
        House house;
        const Account asha = house.person(QStringLiteral("asha"));
        const auto tokens = house.enter(QStringLiteral("asha"));

        QCOMPARE(house.people.suspend(house.keeper, asha.id, why)->status, PersonStatus::Inactive);
        QCOMPARE(codeOf(house.callerOf(*tokens)), ErrorCode::Unauthenticated);
        QVERIFY(house.people.sendReset(house.keeper, asha.id));
        house.outbox.drain();
        const QString next = QStringLiteral("Other#2027");
        QVERIFY(house.auth.resetPassword(house.stranger(), {house.resets.constLast().token, next}));

        QCOMPARE(codeOf(house.askCode(QStringLiteral("asha"), next)), ErrorCode::AccountInactive);
        QCOMPARE(house.people.activate(house.keeper, asha.id, why)->status, PersonStatus::Active);
        QVERIFY(house.askCode(QStringLiteral("asha"), next));
        QCOMPARE(house.audited("people.reset_sent"), QStringLiteral("{}"));
    }

    void aRefusedActChangesNothing_data()
    {
        QTest::addColumn<QString>("who");
        QTest::addColumn<QString>("whom");
        QTest::addColumn<QString>("what");
        QTest::addColumn<ErrorCode>("refusal");
        using enum ErrorCode;
        const auto row = [](const char *name, const char *who, const char *whom, const char *what, ErrorCode refusal) {
            QTest::newRow(name) << QString::fromLatin1(who) << QString::fromLatin1(whom) << QString::fromLatin1(what)
                                << refusal;
        };
        row("bans himself", "root", "root", "ban", Forbidden);
        row("suspends himself", "root", "root", "suspend", Forbidden);
        row("demotes himself", "root", "root", "buyer", Forbidden);
        row("takes his own powers", "root", "root", "powers", Forbidden);
        row("gives himself powers", "keeper", "keeper", "powers", PermissionMissing);
        row("bans a super-admin", "keeper", "root", "ban", PermissionMissing);
        row("bans another admin", "keeper", "clerk", "ban", PermissionMissing);
        row("resets an admin's password", "keeper", "root", "reset", PermissionMissing);
        row("ends an admin's sessions", "keeper", "root", "end", PermissionMissing);
        row("makes somebody an admin", "keeper", "asha", "admin", PermissionMissing);
        row("gives powers to an admin", "keeper", "clerk", "powers", PermissionMissing);
        row("invites staff", "keeper", "asha", "invite", PermissionMissing);
        row("may not manage users", "clerk", "asha", "ban", PermissionMissing);
        row("is no admin", "asha", "vikram", "ban", PermissionMissing);
        row("somebody unknown", "keeper", "nobody", "ban", NotFound);
        row("is not banned", "keeper", "asha", "unban", Conflict);
        row("is active", "keeper", "asha", "activate", Conflict);
        row("is verified", "keeper", "asha", "verify", Conflict);
        row("has the role", "keeper", "asha", "buyer", Conflict);
        row("is no distributor", "keeper", "asha", "approve", Conflict);
        row("powers for a buyer", "root", "asha", "powers", Conflict);
        row("no permission at all", "root", "clerk", "none", ValidationFailed);
        row("a name that is taken", "root", "asha", "invite", AlreadyExists);
    }
    void aRefusedActChangesNothing()
    {
        QFETCH(QString, who);
        QFETCH(QString, whom);
        QFETCH(QString, what);
        QFETCH(ErrorCode, refusal);
        House house;
        const std::map<QString, Account> all{
            {QStringLiteral("root"), house.account(house.root.id)},
            {QStringLiteral("keeper"), house.account(house.keeper.id)},
            {QStringLiteral("clerk"), house.admin(QStringLiteral("clerk"), {Permission::ManageOrders})},
            {QStringLiteral("asha"), house.person(QStringLiteral("asha"))},
            {QStringLiteral("vikram"), house.person(QStringLiteral("vikram"), Role::Vendor)},
            {QStringLiteral("nobody"), Account{.id = house.ids.next<Account>()}}};
        const auto tokens = house.enter(whom == QLatin1String("nobody") ? QStringLiteral("asha") : whom);
        const QByteArray before = house.state();

        const auto done = house.tried(house.callerFor(all.at(who)), all.at(whom), what);

        QCOMPARE(codeOf(done), refusal);
        QCOMPARE(house.state(), before);
        QVERIFY(house.callerOf(*tokens));
    }

    void whatIsSoAlreadyIsNotDoneAgain()
    {
        House house;
        const Account asha = house.person(QStringLiteral("asha"));
        QVERIFY(house.people.ban(house.keeper, asha.id, why));
        const QByteArray before = house.state();

        const auto again = house.people.ban(house.keeper, asha.id, {QStringLiteral("Another reason")});

        QCOMPARE(codeOf(again), ErrorCode::Conflict);
        QCOMPARE(house.state(), before);
    }

    // AUTH-25
    void anAdminUnlocks()
    {
        House house;
        const Account asha = house.person(QStringLiteral("asha"));
        for (int i = 0; i < 5; ++i)
            QCOMPARE(codeOf(house.askCode(QStringLiteral("asha"), QStringLiteral("Wrong#2026"))),
                     ErrorCode::InvalidCredentials);
        QCOMPARE(codeOf(house.askCode(QStringLiteral("asha"))), ErrorCode::AccountLocked);
        const auto locked = house.people.listPeople(house.keeper, {.status = PersonStatus::Locked});
        QCOMPARE(locked->items.size(), 1);
        QCOMPARE(locked->items[0].id, asha.id);
        QCOMPARE(locked->items[0].lockedUntil->ms, house.db.clock.now().ms + 30 * minuteMs);
        const auto active = house.people.listPeople(house.keeper, {.status = PersonStatus::Active});
        for (const Person &each : active->items)
            QVERIFY(each.id != asha.id);

        QCOMPARE(house.people.unlock(house.keeper, asha.id)->status, PersonStatus::Active);

        QVERIFY(house.enter(QStringLiteral("asha")));
        QCOMPARE(house.audited("people.unlocked"), QStringLiteral(R"({"old":"locked"})"));
    }

    // ACC-09, P52
    void peopleAreFoundByRoleStateAndText()
    {
        House house;
        house.db.clock.advance(dayMs);
        const Account asha = house.person(QStringLiteral("asha"));
        (void)house.accounts
            .updateMe(house.callerFor(asha), {QStringLiteral("Asha 50%_Rao"), QStringLiteral("+919812345678")})
            .value();
        const Account vikram = house.person(QStringLiteral("vikram"), Role::Vendor);
        const Account bela = house.person(QStringLiteral("bela"));
        QVERIFY(house.people.suspend(house.keeper, bela.id, why));

        const auto found = [&](const ListPeople &wish) {
            QStringList out;
            const auto page = house.people.listPeople(house.keeper, wish);
            for (const Person &each : page->items)
                out += each.username;
            return out.join(u' ');
        };
        QCOMPARE(found({}), QStringLiteral("bela vikram asha keeper root"));
        QCOMPARE(found({.role = Role::Vendor}), QStringLiteral("vikram"));
        QCOMPARE(found({.status = PersonStatus::Inactive}), QStringLiteral("bela"));
        QCOMPARE(found({.status = PersonStatus::Active}), QStringLiteral("vikram asha keeper root"));
        QCOMPARE(found({.status = PersonStatus::Banned}), QString());
        QCOMPARE(found({.status = PersonStatus::Locked}), QString());
        QCOMPARE(found({.q = QStringLiteral(" RAO")}), QStringLiteral("asha"));
        QCOMPARE(found({.q = QStringLiteral("0%_r")}), QStringLiteral("asha"));
        QCOMPARE(found({.q = QStringLiteral("a_a")}), QString());
        QCOMPARE(found({.q = QStringLiteral("98123")}), QStringLiteral("asha"));
        QCOMPARE(found({.q = QStringLiteral("VIKRAM@example")}), QStringLiteral("vikram"));
        QCOMPARE(found({.to = house.db.clock.now()}), QStringLiteral("keeper root"));
        const auto first = house.people.listPeople(house.keeper, {.limit = 2});
        QCOMPARE(found({.limit = 2, .cursor = first->nextCursor}), QStringLiteral("asha keeper"));
    }

    // ACC-11, AUTH-23, AUD-06
    void sessionsAndActivityAreShownAndSessionsEnded()
    {
        House house;
        const Account asha = house.person(QStringLiteral("asha"));
        const auto tokens = house.enter(QStringLiteral("asha"));
        QCOMPARE(house.people.listSessions(house.keeper, asha.id)->size(), 1);
        QCOMPARE(house.people.listSessions(house.keeper, asha.id)->constFirst().device, QStringLiteral("Test console"));

        QVERIFY(house.people.endSessions(house.keeper, asha.id));

        QCOMPARE(house.people.listSessions(house.keeper, asha.id)->size(), 0);
        QCOMPARE(codeOf(house.callerOf(*tokens)), ErrorCode::Unauthenticated);
        QStringList actions;
        std::optional<QString> cursor;
        do {
            const auto page = house.people.listActivity(house.keeper, asha.id, {.limit = 1, .cursor = cursor});
            actions += page->items.constFirst().action;
            cursor = page->nextCursor;
        } while (cursor);
        QCOMPARE(actions, QStringList({QStringLiteral("people.sessions_ended"), QStringLiteral("auth.signed_in"),
                                       QStringLiteral("auth.enrolled")}));
        QCOMPARE(house.people.listActivity(house.root, house.keeper.id, {})->items.constFirst().action,
                 QStringLiteral("people.sessions_ended"));
    }

    // ACC-12
    void anAddressIsTakenAsVerified()
    {
        House house;
        const auto newcomer = house.auth.registerAccount(house.stranger(), {.username = QStringLiteral("asha"),
                                                                            .email = QStringLiteral("asha@example.com"),
                                                                            .password = People::password});
        QCOMPARE(house.people.readPerson(house.keeper, newcomer->accountId)->status, PersonStatus::Unverified);
        QCOMPARE(codeOf(house.people.activate(house.keeper, newcomer->accountId, why)), ErrorCode::Conflict);

        QVERIFY(house.people.verifyEmail(house.keeper, newcomer->accountId, why));

        QVERIFY(house.enter(QStringLiteral("asha")));
    }
};

TEST_CLASS(TestOfPeople)
#include "tst_people.moc"
