#include "server/catalog/service.h"
#include "server/ledger/service.h"
#include "server/orders/service.h"
#include "server/people/service.h"
#include "tests/people/people.h"
#include "tests/support/runner.h"

#include <thread>

// What admins do to people: AUTH-22, AUTH-23, AUTH-25, ACC-09…16, AUD-02, AUD-06, VEN-08, CADM-07.

namespace {

const PersonReason why{QStringLiteral("Sold stolen cable")};

struct House : People
{
    House()
    {
        outbox.tell<AccountBanned>("test.bans", [&](const AccountBanned &event) { bans += event; });
        outbox.tell<DistributorDecided>("test.decided", [&](const DistributorDecided &event) { decided += event; });
        outbox.tell<PersonChanged>("test.changes", [&](const PersonChanged &event) { changes += event; });
        outbox.drain();
        const Account account = auth.createAdmin(QStringLiteral("root"), QStringLiteral("root@example.com"), password,
                                                 auth::AdminKind::Super)
                                    .value();
        root = callerFor(account);
        keeper = callerFor(admin(QStringLiteral("keeper"), {Permission::ManageUsers}));
    }

    catalog::Service catalog{*db, db.clock, ids, accounts, settings, audit};
    ledger::Service ledger{*db, ids};
    orders::Service orders{*db, db.clock, ids, catalog, ledger, accounts, settings, audit};
    people::Service people{*db, accounts, auth, orders, audit};
    QList<AccountBanned> bans;
    QList<DistributorDecided> decided;
    QList<PersonChanged> changes;
    Caller root;   // a super-admin
    Caller keeper; // may manage users

    Account account(Id<Account> id) { return accounts.account(id).value(); }
    Result<Caller> callerOf(const SessionTokens &tokens) { return auth.callerOf(tokens.accessToken.toLatin1()); }

    // Everything that an act may change, so that a refusal can be seen to have changed nothing.
    QByteArray state()
    {
        outbox.drain();
        QByteArray out = QByteArray::number(db.number("count(*) FROM audit_log")) + ' ' +
                         QByteArray::number(db.number("count(*) FROM sessions WHERE revoked_at IS NOT NULL")) + ' ' +
                         QByteArray::number(revocations.size()) + ' ' + QByteArray::number(changes.size()) + ' ' +
                         QByteArray::number(db.number("count(*) FROM mail_tokens"));
        for (const Person &each : people.listPeople(root, {.limit = 100})->items)
            out += json::bytes(each);
        return out;
    }
    QString audited(std::string_view action)
    {
        const auto entries =
            db->read([&](Tx &tx) { return tx.all<AuditEntry>("FROM audit_log WHERE action = ?", action); });
        return entries.size() == 1 ? QString::fromUtf8(entries.constFirst().details.text)
                                   : QString::number(entries.size());
    }

    // A store that may sell, with something on its shelf.
    Account seller(const QString &username)
    {
        const Account vendor = vendorWithStore(username);
        const auto approved = db->write(
            [&](Tx &tx) { return accounts.setKycStatus(tx, *vendor.vendorId, KycStatus::Approved, std::nullopt); });
        if (!approved)
            qFatal("cannot approve the store");
        return vendor;
    }
    bool mayStoreSell(const Account &vendor)
    {
        return db->read([&](Tx &tx) { return accounts.vendor(tx, *vendor.vendorId)->canSell; });
    }
    Order bought(const Account &buyer, const Account &vendor);
};

Order House::bought(const Account &buyer, const Account &vendor)
{
    const Caller caller = callerFor(buyer);
    Caller clerk = root;
    const auto category = catalog.addCategory(clerk, {.name = QStringLiteral("Metals")}).value().id;
    const auto copper = catalog.addProduct(callerFor(vendor), {.categoryId = category,
                                                               .title = QStringLiteral("Copper wire"),
                                                               .description = QStringLiteral("Bare bright"),
                                                               .price = {72'000},
                                                               .stockQuantity = Quantity{10'000}});
    (void)accounts.updateMe(caller, {QStringLiteral("Asha Rao"), QStringLiteral("+919812345678")}).value();
    const auto address = accounts.addAddress(caller, People::address()).value().id;
    const auto filled = db->write([&](Tx &tx) {
        return ledger.recharge(tx, caller.id, {200'000}, ids.next<Payment>(), QStringLiteral("pay_test"));
    });
    if (!filled)
        qFatal("cannot fill the wallet");
    const auto placed =
        orders.placeOrder(caller, {.addressId = address, .lines = {{copper.value().id, Quantity{1000}, std::nullopt}}});
    return placed.value().orders.constFirst();
}

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

    // ACC-10
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

        const auto done = tried(house, house.callerFor(all.at(who)), all.at(whom), what);

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

    void theLastSuperAdminStays_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"ban", "suspend", "buyer", "powers"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }
    void theLastSuperAdminStays()
    {
        QFETCH(QString, what);
        House house;
        const Account other = house.auth
                                  .createAdmin(QStringLiteral("other"), QStringLiteral("other@example.com"),
                                               People::password, auth::AdminKind::Super)
                                  .value();
        const Caller stale = house.callerFor(other); // as a token that is not known to have ended yet
        QVERIFY(house.people.changePowers(house.root, other.id, {.reason = why.reason}));
        const QByteArray before = house.state();

        const auto done = tried(house, stale, house.account(house.root.id), what);

        QCOMPARE(codeOf(done), ErrorCode::Conflict);
        QCOMPARE(house.state(), before);
    }

    void twoSuperAdminsCannotTakeEachOthersPowersAtOnce()
    {
        House house;
        const Account other = house.auth
                                  .createAdmin(QStringLiteral("other"), QStringLiteral("other@example.com"),
                                               People::password, auth::AdminKind::Super)
                                  .value();
        const Caller second = house.callerFor(other);
        std::optional<Result<Person>> one, two;

        std::thread here([&] { one = house.people.changePowers(house.root, other.id, {.reason = why.reason}); });
        std::thread there([&] { two = house.people.changePowers(second, house.root.id, {.reason = why.reason}); });
        here.join();
        there.join();

        QCOMPARE(int(one->has_value()) + int(two->has_value()), 1);
        QCOMPARE(codeOf(*one ? *two : *one), ErrorCode::Conflict);
        QCOMPARE(house.db.number("count(*) FROM accounts WHERE is_super_admin = 1"), 1);
    }

    // ACC-14, AUTH-22, AUD-02, P62
    void aNewRoleIsAuditedAndNeedsANewSession()
    {
        House house;
        const Account asha = house.person(QStringLiteral("asha"));
        const auto tokens = house.enter(QStringLiteral("asha"));

        const auto changed = house.people.changeRole(house.keeper, asha.id, {Role::Vendor, why.reason});

        QCOMPARE(changed->role, Role::Vendor);
        QVERIFY(changed->vendorId);
        QCOMPARE(codeOf(house.callerOf(*tokens)), ErrorCode::Unauthenticated);
        const auto caller = house.callerOf(*house.enter(QStringLiteral("asha")));
        QCOMPARE(caller->role, Role::Vendor);
        QCOMPARE(caller->vendorId, changed->vendorId);
        QVERIFY(house.accounts.readVendorProfile(*caller));
        QCOMPARE(house.audited("people.role_changed"),
                 QStringLiteral(R"({"new":"vendor","old":"buyer","reason":"Sold stolen cable"})"));
        QCOMPARE(house.db.number("count(*) FROM audit_log WHERE action = 'people.role_changed' AND actor_id = ?"
                                 " AND object_id = ?",
                                 house.keeper.id, asha.id.text()),
                 1);
    }

    void whoWasAVendorSellsNoMoreButFindsTheStoreAgain()
    {
        House house;
        const Account vikram = house.seller(QStringLiteral("vikram"));

        QVERIFY(house.people.changeRole(house.keeper, vikram.id, {Role::Buyer, why.reason}));
        QVERIFY(!house.mayStoreSell(vikram));
        QCOMPARE(house.callerOf(*house.enter(QStringLiteral("vikram")))->vendorId, std::nullopt);
        QVERIFY(house.people.changeRole(house.keeper, vikram.id, {Role::Vendor, why.reason}));

        QVERIFY(house.mayStoreSell(vikram));
        QCOMPARE(house.callerOf(*house.enter(QStringLiteral("vikram")))->vendorId, vikram.vendorId);
        QCOMPARE(house.db.number("count(*) FROM vendors"), 1);
    }

    void nobodyChangesSidesWithOpenOrders()
    {
        House house;
        const Account vikram = house.seller(QStringLiteral("vikram"));
        const Account asha = house.person(QStringLiteral("asha"));
        const Order order = house.bought(asha, vikram);
        const QByteArray before = house.state();

        const auto vendor = house.people.changeRole(house.keeper, vikram.id, {Role::Buyer, why.reason});
        const auto buyer = house.people.changeRole(house.keeper, asha.id, {Role::Vendor, why.reason});

        QCOMPARE(codeOf(vendor), ErrorCode::Conflict);
        QCOMPARE(codeOf(buyer), ErrorCode::Conflict);
        QCOMPARE(house.state(), before);
        QVERIFY(house.orders.cancelOrder(house.callerFor(asha), order.id, {QStringLiteral("It was a mistake")}));
        QVERIFY(house.people.changeRole(house.keeper, vikram.id, {Role::Buyer, why.reason}));
    }

    // ACC-15, ACC-16, P8, P53
    void aDistributorWaitsForTheDecision()
    {
        House house;
        const auto newcomer = house.auth.registerAccount(house.stranger(), {.username = QStringLiteral("dev"),
                                                                            .email = QStringLiteral("dev@example.com"),
                                                                            .password = People::password,
                                                                            .role = Role::Distributor});
        QVERIFY(house.people.verifyEmail(house.keeper, newcomer->accountId, why));
        const auto waiting = house.people.listPeople(house.keeper, {.status = PersonStatus::DistributorPending});
        QCOMPARE(waiting->items.size(), 1);

        QVERIFY(house.people.rejectDistributor(house.keeper, newcomer->accountId, why));
        const auto approved = house.people.approveDistributor(house.keeper, newcomer->accountId);

        QCOMPARE(approved->role, Role::Distributor);
        QCOMPARE(approved->status, PersonStatus::Active);
        QCOMPARE(approved->distributorStatus, DistributorStatus::Approved);
        QCOMPARE(codeOf(house.people.rejectDistributor(house.keeper, newcomer->accountId, why)), ErrorCode::Conflict);
        house.outbox.drain();
        QCOMPARE(house.decided.size(), 2);
        QCOMPARE(house.decided[0].status, DistributorStatus::Rejected);
        QCOMPARE(house.decided[0].reason, why.reason);
        QCOMPARE(house.decided[1].status, DistributorStatus::Approved);
        QCOMPARE(house.audited("people.distributor_approved"),
                 QStringLiteral(R"({"new":"approved","old":"rejected"})"));
    }

    // AUTH-22: what an admin may do stands in the token
    void newPowersNeedANewSession()
    {
        House house;
        const Account clerk = house.admin(QStringLiteral("clerk"), {Permission::ManageOrders});
        const auto tokens = house.enter(QStringLiteral("clerk"));

        const auto changed = house.people.changePowers(
            house.root, clerk.id,
            {.permissions = {Permission::ReadAudit, Permission::ReadAudit, Permission::ReviewKyc},
             .reason = why.reason});

        QCOMPARE(changed->permissions, QList({Permission::ReadAudit, Permission::ReviewKyc}));
        QCOMPARE(codeOf(house.callerOf(*tokens)), ErrorCode::Unauthenticated);
        QCOMPARE(house.callerOf(*house.enter(QStringLiteral("clerk")))->permissions,
                 QList({Permission::ReadAudit, Permission::ReviewKyc}));
        QCOMPARE(house.audited("people.powers_changed"),
                 QStringLiteral(R"({"new":{"permissions":["read_audit","review_kyc"],"super_admin":false},)"
                                R"("old":{"permissions":["manage_orders"],"super_admin":false},)"
                                R"("reason":"Sold stolen cable"})"));
    }

    void anInvitedAdminGetsInWithThePasswordOfTheMailedToken()
    {
        House house;

        const auto invited = house.people.inviteStaff(house.root, {.username = QStringLiteral("meena"),
                                                                   .email = QStringLiteral("meena@example.com"),
                                                                   .permissions = {Permission::ReviewKyc}});
        QCOMPARE(invited->status, PersonStatus::Unverified);
        QCOMPARE(invited->role, Role::Admin);
        QVERIFY(!house.askCode(QStringLiteral("meena")));
        house.outbox.drain();
        QCOMPARE(house.resets.size(), 1);
        QCOMPARE(house.resets[0].email, QStringLiteral("meena@example.com"));
        QVERIFY(house.auth.resetPassword(house.stranger(), {house.resets[0].token, QStringLiteral("Fresh#2027")}));

        const auto caller = house.callerOf(*house.enter(QStringLiteral("meena"), QStringLiteral("Fresh#2027")));
        QCOMPARE(caller->permissions, QList({Permission::ReviewKyc}));
        QVERIFY(!caller->superAdmin);
        QCOMPARE(house.people.listStaff(house.root, {.q = QStringLiteral("meen")})->items.size(), 1);
        QCOMPARE(house.people.listStaff(house.root, {})->items.size(), 3);
        QCOMPARE(codeOf(house.people.listStaff(house.keeper, {})), ErrorCode::PermissionMissing);
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
        QCOMPARE(locked->items[0].lockedUntil->ms, house.db.clock.now().ms + 30 * People::minuteMs);
        for (const Person &active : house.people.listPeople(house.keeper, {.status = PersonStatus::Active})->items)
            QVERIFY(active.id != asha.id);

        QCOMPARE(house.people.unlock(house.keeper, asha.id)->status, PersonStatus::Active);

        QVERIFY(house.enter(QStringLiteral("asha")));
        QCOMPARE(house.audited("people.unlocked"), QStringLiteral(R"({"old":"locked"})"));
    }

    // ACC-09, P52
    void peopleAreFoundByRoleStateAndText()
    {
        House house;
        house.db.clock.advance(People::dayMs);
        const Account asha = house.person(QStringLiteral("asha"));
        (void)house.accounts
            .updateMe(house.callerFor(asha), {QStringLiteral("Asha 50%_Rao"), QStringLiteral("+919812345678")})
            .value();
        const Account vikram = house.person(QStringLiteral("vikram"), Role::Vendor);
        const Account bela = house.person(QStringLiteral("bela"));
        QVERIFY(house.people.suspend(house.keeper, bela.id, why));

        const auto found = [&](const ListPeople &wish) {
            QStringList out;
            for (const Person &each : house.people.listPeople(house.keeper, wish)->items)
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

private:
    static Result<Person> tried(House &house, const Caller &who, const Account &whom, const QString &what)
    {
        people::Service &people = house.people;
        if (what == QLatin1String("ban"))
            return people.ban(who, whom.id, why);
        if (what == QLatin1String("unban"))
            return people.unban(who, whom.id, why);
        if (what == QLatin1String("suspend"))
            return people.suspend(who, whom.id, why);
        if (what == QLatin1String("activate"))
            return people.activate(who, whom.id, why);
        if (what == QLatin1String("verify"))
            return people.verifyEmail(who, whom.id, why);
        if (what == QLatin1String("reset"))
            return people.sendReset(who, whom.id);
        if (what == QLatin1String("end"))
            return people.endSessions(who, whom.id);
        if (what == QLatin1String("approve"))
            return people.approveDistributor(who, whom.id);
        if (what == QLatin1String("invite"))
            return people.inviteStaff(who, {.username = whom.username, .email = QStringLiteral("new@example.com")});
        if (what == QLatin1String("powers"))
            return people.changePowers(who, whom.id, {.reason = why.reason});
        if (what == QLatin1String("none"))
            return people.changePowers(who, whom.id, {.permissions = {Permission::None}, .reason = why.reason});
        return people.changeRole(who, whom.id, {*names::fromText<Role>(what), why.reason});
    }
};

} // namespace

TEST_CLASS(TestOfPeople)
#include "tst_people.moc"
