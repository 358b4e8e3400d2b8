#include "server/core/migrate.h"
#include "server/settings/reactions.h"
#include "tests/people/people.h"
#include "tests/support/runner.h"

#include <QSet>

using settings::Key;

namespace {

ChangeSetting to(const char *value)
{
    return {QString::fromLatin1(value)};
}

class TestOfSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void everySettingIsNamedOnceAndItsStandardReadsBack()
    {
        QSet<QString> names;
        for (const settings::Definition &setting : settings::definitions) {
            names += QString::fromLatin1(setting.name.data(), qsizetype(setting.name.size()));
            QCOMPARE(settings::read(setting, settings::text(setting, setting.standard)), setting.standard);
            QCOMPARE(settings::read(setting, settings::text(setting, setting.min)), setting.min);
            QCOMPARE(settings::read(setting, settings::text(setting, setting.max)), setting.max);
        }
        QCOMPARE(names.size(), qsizetype(settings::keyCount));
    }

    // SET-01, SET-02
    void aChangeTakesEffectAtOnceAndIsRecorded()
    {
        People people;
        const Caller admin = people.callerFor(people.admin(QStringLiteral("asha"), {Permission::ManageSettings}));
        QCOMPARE(people.settings.rate(Key::CommissionGlobalRate), BasisPoints{200});

        const auto changed = people.settings.changeSetting(admin, QStringLiteral("commission.global_rate"), to("2.50"));

        QVERIFY(changed);
        QCOMPARE(changed->value, QStringLiteral("2.50"));
        QCOMPARE(changed->standard, QStringLiteral("2.00"));
        QCOMPARE(people.settings.rate(Key::CommissionGlobalRate), BasisPoints{250});
        // AUD-02
        const auto entries = people.audit.listAudit({.role = Role::Admin, .known = true, .superAdmin = true},
                                                    {.action = QStringLiteral("settings.changed")});
        QCOMPARE(entries->items.size(), 1);
        QCOMPARE(entries->items[0].actorId, std::optional(admin.id));
        QCOMPARE(entries->items[0].objectId, QStringLiteral("commission.global_rate"));
        QCOMPARE(entries->items[0].details.text, QByteArray(R"({"new":"2.50","old":"2.00"})"));
    }

    void anotherNodeLearnsOfAChange()
    {
        People people;
        const auto other = people.db.another();
        settings::Service there(*other, people.audit);
        settings::reactions(people.outbox, there);
        people.outbox.drain();
        const Caller admin = people.callerFor(people.admin(QStringLiteral("asha"), {Permission::ManageSettings}));

        QVERIFY(people.settings.changeSetting(admin, QStringLiteral("escrow.release_mode"), to("manual")));
        QCOMPARE(there.choice(Key::EscrowReleaseMode), QStringLiteral("automatic"));
        people.outbox.drain();

        QCOMPARE(there.choice(Key::EscrowReleaseMode), QStringLiteral("manual"));
    }

    void aLifetimeThatWasSaidInDaysHoldsOnInHours()
    {
        People people;
        people.change("INSERT INTO settings (key, value, changed_at) VALUES ('auth.refresh_ttl_days', '2', 1),"
                      " ('auth.vendor_refresh_ttl_days', '90', 1), ('auth.admin_refresh_ttl_days', '0', 1)");
        std::vector<migrate::Script> scripts = migrate::scripts();
        const auto toHours = std::ranges::find_if(
            scripts, [](const migrate::Script &script) { return script.owner == "settings" && script.version == 3; });
        QVERIFY(toHours != scripts.end());
        const std::string_view sql = toHours->sql;
        scripts.push_back({"tests", 1, sql});

        QCOMPARE(migrate::run(*people.db, scripts), 1);

        settings::Service after(*people.db, people.audit);
        after.load();
        QCOMPARE(after.whole(Key::AuthRefreshTtlHours), 48);
        QCOMPARE(after.whole(Key::AuthVendorRefreshTtlHours), 720);
        QCOMPARE(after.whole(Key::AuthAdminRefreshTtlHours), 0);
        QCOMPARE(people.db.number("count(*) FROM settings"), 3);
    }

    void aRefusedValueChangesNothing_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::newRow("below") << "discovery.radius_km"
                               << "0";
        QTest::newRow("above") << "discovery.radius_km"
                               << "5001";
        QTest::newRow("no number") << "discovery.radius_km"
                                   << "ten";
        QTest::newRow("blank") << "discovery.radius_km"
                               << "";
        QTest::newRow("fraction of a paisa") << "payments.recharge_min"
                                             << "100.001";
        QTest::newRow("negative money") << "payments.recharge_min"
                                        << "-1";
        QTest::newRow("more than all") << "commission.global_rate"
                                       << "100.01";
        QTest::newRow("no choice") << "escrow.release_mode"
                                   << "sometimes";
        QTest::newRow("no truth") << "catalog.dual_pricing"
                                  << "1";
    }
    void aRefusedValueChangesNothing()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        People people;
        const Caller admin = people.callerFor(people.admin(QStringLiteral("asha"), {Permission::ManageSettings}));

        const auto refused = people.settings.changeSetting(admin, name, {value});

        QCOMPARE(codeOf(refused), ErrorCode::ValidationFailed);
        QCOMPARE(refused.error().fields.constFirst().field, QStringLiteral("value"));
        QCOMPARE(people.db.number("count(*) FROM settings"), 0);
        QCOMPARE(people.db.number("count(*) FROM audit_log WHERE action = 'settings.changed'"), 0);
    }

    // SET-01: with nothing between them nobody could recharge.
    void aSmallestValueIsNeverAboveItsLargest()
    {
        People people;
        const Caller admin = people.callerFor(people.admin(QStringLiteral("asha"), {Permission::ManageSettings}));
        const QString least = QStringLiteral("payments.recharge_min"), most = QStringLiteral("payments.recharge_max");

        const auto tooHigh = people.settings.changeSetting(admin, least, to("50000.01"));
        const auto tooLow = people.settings.changeSetting(admin, most, to("99.99"));
        const auto together =
            people.settings.changeSettings(admin, {{{most, QStringLiteral("70000.00"), QStringLiteral("50000.00")},
                                                    {least, QStringLiteral("70000.01"), QStringLiteral("100.00")}}});

        QCOMPARE(codeOf(tooHigh), ErrorCode::ValidationFailed);
        QCOMPARE(tooHigh.error().fields.constFirst().field, QStringLiteral("value"));
        QCOMPARE(codeOf(tooLow), ErrorCode::ValidationFailed);
        QCOMPARE(codeOf(together), ErrorCode::ValidationFailed);
        QCOMPARE(together.error().fields.constFirst().field, QStringLiteral("changes.0.value"));
        QCOMPARE(people.db.number("count(*) FROM settings"), 0);
        QCOMPARE(people.settings.money(Key::PaymentsRechargeMin), Money{10'000});
        QCOMPARE(people.settings.money(Key::PaymentsRechargeMax), Money{5'000'000});
        // Both may be the same, and both may move past where the other one was.
        QVERIFY(people.settings.changeSetting(admin, least, to("50000.00")));
        QVERIFY(
            people.settings.changeSettings(admin, {{{least, QStringLiteral("60000.00"), QStringLiteral("50000.00")},
                                                    {most, QStringLiteral("70000.00"), QStringLiteral("50000.00")}}}));
        QCOMPARE(people.settings.money(Key::PaymentsRechargeMin), Money{6'000'000});
    }

    void onlyWhoMaySeesAndChangesSettings()
    {
        People people;
        const Caller other = people.callerFor(people.admin(QStringLiteral("asha"), {Permission::ReviewKyc}));
        const Caller buyer = people.callerFor(people.person(QStringLiteral("bela")));

        QCOMPARE(codeOf(people.settings.listSettings(other)), ErrorCode::PermissionMissing);
        QCOMPARE(codeOf(people.settings.changeSetting(buyer, QStringLiteral("kyc.sla_hours"), to("1"))),
                 ErrorCode::PermissionMissing);
        QCOMPARE(people.settings.whole(Key::KycSlaHours), 24);
        QCOMPARE(people.db.number("count(*) FROM settings"), 0);
    }

    // SET-01
    void severalChangeTogetherOrNoneDoes()
    {
        People people;
        const Caller admin = people.callerFor(people.admin(QStringLiteral("asha"), {Permission::ManageSettings}));
        const WishedSetting hours{QStringLiteral("kyc.sla_hours"), QStringLiteral("48"), QStringLiteral("24")};
        const auto refused = [&](const WishedSetting &second, ErrorCode code, const char *field) {
            const auto answer = people.settings.changeSettings(admin, {{hours, second}});
            QCOMPARE(codeOf(answer), code);
            QCOMPARE(answer.error().fields.constFirst().field, QString::fromLatin1(field));
            QCOMPARE(people.settings.whole(Key::KycSlaHours), 24);
            QCOMPARE(people.db.number("count(*) FROM settings"), 0);
            QCOMPARE(people.db.number("count(*) FROM audit_log WHERE action = 'settings.changed'"), 0);
        };

        refused({QStringLiteral("kyc.unknown"), QStringLiteral("1"), {}}, ErrorCode::ValidationFailed, "changes.1.key");
        refused(hours, ErrorCode::ValidationFailed, "changes.1.key");
        refused({QStringLiteral("escrow.release_mode"), QStringLiteral("never"), QStringLiteral("automatic")},
                ErrorCode::ValidationFailed, "changes.1.value");
        // Somebody else was faster.
        refused({QStringLiteral("escrow.release_mode"), QStringLiteral("manual"), QStringLiteral("manual")},
                ErrorCode::Conflict, "changes.1.before");

        const auto changed = people.settings.changeSettings(
            admin,
            {{hours, {QStringLiteral("escrow.release_mode"), QStringLiteral("manual"), QStringLiteral("automatic")}}});

        QVERIFY(changed);
        QCOMPARE(changed->size(), 2);
        QCOMPARE(changed->at(0).value, QStringLiteral("48"));
        QCOMPARE(changed->at(1).value, QStringLiteral("manual"));
        QCOMPARE(people.settings.whole(Key::KycSlaHours), 48);
        QCOMPARE(people.settings.choice(Key::EscrowReleaseMode), QStringLiteral("manual"));
        QCOMPARE(people.db.number("count(*) FROM audit_log WHERE action = 'settings.changed'"), 2);
        QCOMPARE(people.db.number("count(*) FROM outbox WHERE topic = 'settings.changed'"), 2);
    }

    // SET-01
    void theHistoryOfASettingSaysWhoChangedItFromWhatToWhat()
    {
        People people;
        const Caller admin = people.callerFor(people.admin(QStringLiteral("asha"), {Permission::ManageSettings}));
        const QString name = QStringLiteral("kyc.sla_hours");
        for (const char *hours : {"25", "26", "27"})
            QVERIFY(people.settings.changeSetting(admin, name, to(hours)));
        QVERIFY(people.settings.changeSetting(admin, QStringLiteral("reports.keep_days"), to("60")));

        const auto newest = people.settings.listSettingHistory(admin, name, {.limit = 2});

        QVERIFY(newest);
        QCOMPARE(newest->items.size(), 2);
        QCOMPARE(newest->items[0].before, QStringLiteral("26"));
        QCOMPARE(newest->items[0].after, QStringLiteral("27"));
        QCOMPARE(newest->items[0].changedAt, people.db.clock.now());
        const auto older = people.settings.listSettingHistory(admin, name, {.cursor = newest->nextCursor});
        QCOMPARE(older->items.size(), 1);
        QCOMPARE(older->items[0].before, QStringLiteral("24"));
        QCOMPARE(older->items[0].after, QStringLiteral("25"));
        QVERIFY(!older->nextCursor);
        QCOMPARE(codeOf(people.settings.listSettingHistory(admin, QStringLiteral("no.such"), {})), ErrorCode::NotFound);
        const Caller other = people.callerFor(people.admin(QStringLiteral("bina"), {Permission::ReadAudit}));
        QCOMPARE(codeOf(people.settings.listSettingHistory(other, name, {})), ErrorCode::PermissionMissing);
    }

    void anUnknownSettingDoesNotExist()
    {
        People people;
        const Caller admin = people.callerFor(people.admin(QStringLiteral("asha"), {Permission::ManageSettings}));
        QCOMPARE(codeOf(people.settings.changeSetting(admin, QStringLiteral("no.such"), to("1"))), ErrorCode::NotFound);
    }

    void theHistoryCannotBeRewritten()
    {
        People people;
        const Caller admin = people.callerFor(people.admin(QStringLiteral("asha"), {Permission::ManageSettings}));
        QVERIFY(people.settings.changeSetting(admin, QStringLiteral("kyc.sla_hours"), to("12")));

        QVERIFY_EXCEPTION_THROWN(people.change("UPDATE audit_log SET details = '{}'"), DbFault);
        QVERIFY_EXCEPTION_THROWN(people.change("DELETE FROM audit_log"), DbFault);
    }
};

class TestOfAudit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // AUD-01, AUD-03
    void entriesAreFoundByActionActorObjectAndTime()
    {
        People people;
        const Account asha = people.admin(QStringLiteral("asha"), {Permission::ReadAudit});
        const Caller admin = people.callerFor(asha);
        const qint64 before = people.audit.listAudit(admin, {.limit = 100})->items.size();
        people.db.clock.advance(hourMs);
        record(people, admin, "price.changed", QStringLiteral("p1"));
        record(people, people.stranger(), "price.changed", QStringLiteral("p2"));
        record(people, admin, "stock.changed", QStringLiteral("p1"));

        QCOMPARE(people.audit.listAudit(admin, {.limit = 100})->items.size(), before + 3);
        QCOMPARE(people.audit.listAudit(admin, {.action = QStringLiteral("price.changed")})->items.size(), 2);
        QCOMPARE(people.audit.listAudit(admin, {.actor = asha.id})->items.size(), 2);
        QCOMPARE(people.audit.listAudit(admin, {.objectId = QStringLiteral("p2")})->items.size(), 1);
        QCOMPARE(people.audit.listAudit(admin, {.from = people.db.clock.now()})->items.size(), 3);
        QCOMPARE(people.audit.listAudit(admin, {.limit = 100, .to = people.db.clock.now()})->items.size(), before);
        const AuditEntry newest = people.audit.listAudit(admin, {})->items.constFirst();
        QCOMPARE(newest.action, QStringLiteral("stock.changed"));
        QCOMPARE(newest.details.text, QByteArray("{\"old\":1,\"new\":2}"));
        QCOMPARE(newest.ip, QStringLiteral("192.0.2.7"));
        QCOMPARE(newest.actorRole, QStringLiteral("admin"));
    }

    void pagesGoOnWhereTheLastOneEnded()
    {
        People people;
        const Caller admin = people.callerFor(people.admin(QStringLiteral("asha"), {Permission::ReadAudit}));
        for (int i = 0; i < 5; ++i)
            record(people, admin, "thing.done", QString::number(i));
        ListAudit wish{.limit = 2, .action = QStringLiteral("thing.done")};

        QStringList seen;
        for (int pages = 0; pages < 3; ++pages) {
            const auto page = people.audit.listAudit(admin, wish);
            for (const AuditEntry &entry : page->items)
                seen += entry.objectId;
            wish.cursor = page->nextCursor;
        }

        QCOMPARE(seen.join(QLatin1Char(' ')), QStringLiteral("4 3 2 1 0"));
        QVERIFY(!wish.cursor);
    }

    // AUD-03
    void entriesAreFoundByAreaAndObjectAndCarryTheNameOfWhoDidIt()
    {
        People people;
        const Account asha = people.admin(QStringLiteral("asha"), {Permission::ReadAudit});
        const Caller admin = people.callerFor(asha);
        people.audit.nameActorsBy(
            [&](Tx &tx, const QList<Id<Account>> &ids) { return people.accounts.namesOf(tx, ids); });
        record(people, admin, "kyc.approved", QStringLiteral("1"));
        record(people, admin, "kyc.rejected", QStringLiteral("2"));
        record(people, people.stranger(), "kycx.other", QStringLiteral("3"));
        const auto found = [&](const ListAudit &wish) {
            QStringList out;
            const auto page = people.audit.listAudit(admin, wish);
            for (const AuditEntry &entry : page->items)
                out += entry.objectId + QLatin1Char(' ') + entry.actorName.value_or(QStringLiteral("nobody"));
            return out.join(QLatin1String(", "));
        };

        QCOMPARE(found({.action = QStringLiteral("kyc.")}), QStringLiteral("2 asha, 1 asha"));
        QCOMPARE(found({.action = QStringLiteral("kyc.approved")}), QStringLiteral("1 asha"));
        QCOMPARE(found({.action = QStringLiteral("kyc")}), QString());
        QCOMPARE(found({.objectType = QStringLiteral("product")}), QStringLiteral("3 nobody, 2 asha, 1 asha"));
        QCOMPARE(found({.objectType = QStringLiteral("order")}), QString());
        QCOMPARE(found({.actor = asha.id, .objectId = QStringLiteral("2")}), QStringLiteral("2 asha"));
    }

    // AUD-04
    void theLogCannotBeRewritten()
    {
        People people;
        record(people, people.stranger(), "thing.done", QStringLiteral("x"));

        QVERIFY_EXCEPTION_THROWN(people.change("UPDATE audit_log SET action = 'other'"), DbFault);
        QVERIFY_EXCEPTION_THROWN(people.change("DELETE FROM audit_log"), DbFault);
        QCOMPARE(people.db.number("count(*) FROM audit_log WHERE action = 'thing.done'"), 1);
    }

    void anEntryOfARefusedDeedDoesNotStay()
    {
        People people;
        const auto refused = people.db->write([&](Tx &tx) -> Result<> {
            people.audit.record(tx, people.stranger(), "thing.done", "thing", QStringLiteral("x"));
            return failure(ErrorCode::Conflict, QStringLiteral("no"));
        });
        QVERIFY(!refused);
        QCOMPARE(people.db.number("count(*) FROM audit_log"), 0);
    }

    void onlyWhoMayReadsTheLog()
    {
        People people;
        const Caller other = people.callerFor(people.admin(QStringLiteral("asha"), {Permission::ReviewKyc}));
        QCOMPARE(codeOf(people.audit.listAudit(other, {})), ErrorCode::PermissionMissing);
        QCOMPARE(codeOf(people.audit.listAudit(people.stranger(), {})), ErrorCode::PermissionMissing);
    }

private:
    static void record(People &people, const Caller &caller, std::string_view action, const QString &objectId)
    {
        const auto done = people.db->write([&](Tx &tx) -> Result<> {
            people.audit.record(tx, caller, action, "product", objectId, {"{\"old\":1,\"new\":2}"});
            return {};
        });
        QVERIFY(done);
    }
};

} // namespace

TEST_CLASS(TestOfSettings)
TEST_CLASS(TestOfAudit)
#include "tst_settings.moc"
