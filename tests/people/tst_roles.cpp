#include "tests/people/house.h"
#include "tests/support/runner.h"

#include <thread>

// Who may do what: AUTH-22, ACC-14…16, AUD-02, CADM-07.
class TestOfRoles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

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

        const auto done = house.tried(stale, house.account(house.root.id), what);

        QCOMPARE(codeOf(done), ErrorCode::Conflict);
        QCOMPARE(house.state(), before);
    }

    // AUTH-39: who is dismissed goes on reading from nowhere.
    void aKeyOpensNoMoreThanItsMakerMayRead_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<bool>("opens");
        for (const char *what : {"ban", "suspend", "buyer", "powers"})
            QTest::newRow(what) << QString::fromLatin1(what) << false;
        QTest::newRow("his sessions end") << "end" << true;
    }
    void aKeyOpensNoMoreThanItsMakerMayRead()
    {
        QFETCH(QString, what);
        QFETCH(bool, opens);
        House house;
        const Account maker =
            house.admin(QStringLiteral("maker"), {Permission::ManageSettings, Permission::ReadReports});
        const CreateApiKey wish{.name = QStringLiteral("Books"), .scopes = {ReportName::DailySales}};
        const NewApiKey made = house.auth.createApiKey(house.callerFor(maker), wish).value();
        const NewApiKey ofAnother = house.auth.createApiKey(house.root, wish).value();

        QVERIFY(house.tried(house.root, maker, what));

        QCOMPARE(house.auth.callerOf(made.secret.toLatin1()).has_value(), opens);
        QVERIFY(house.auth.callerOf(ofAnother.secret.toLatin1()));
        QCOMPARE(house.db.number("count(*) FROM api_keys WHERE revoked_at IS NOT NULL"), opens ? 0 : 1);
        QCOMPARE(house.db.number("count(*) FROM audit_log WHERE action = 'auth.api_key_revoked' AND actor_id = ?"
                                 " AND object_id = ?",
                                 house.root.id, made.key.id.text()),
                 opens ? 0 : 1);
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
};

TEST_CLASS(TestOfRoles)
#include "tst_roles.moc"
