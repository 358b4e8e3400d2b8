// PRIV-01, PRIV-06: what is kept about people is written down, column by column.

#include "server/privacy/rules.h"
#include "tests/privacy/registry.h"
#include "tests/support/runner.h"

#include <QRegularExpression>
#include <QSet>

namespace {

// A column that is called like this says something about a person, unless it is below. Ids and switches alone do not.
bool looksPersonal(const QString &column)
{
    static const QRegularExpression word(QStringLiteral(
        "(^|_)(username|e?mail|phone|name|address|ip|pan|gstin|bank|holder|photo|latitude|longitude|location|landmark|"
        "pincode|city|street|flat|device|person|customer|owner|recipients?|sender|content|message|reason|notes|text|"
        "network|password|code|token|sealed|payload|reply|body|details|by|subject|last_login|birth|gender)(_|$)"));
    return word.match(column).hasMatch() && !column.endsWith(u"_id") && !column.startsWith(u"is_");
}

// Names of things and texts of the market, not of people.
const QSet<QString> &ofThings()
{
    static const QSet<QString> all{"categories.name",
                                   "categories.name_key",
                                   "products.search_text",
                                   "products.hsn_code",
                                   "job_schedules.name",
                                   "api_keys.name",
                                   "report_definitions.name",
                                   "report_runs.name",
                                   "report_runs.file_name",
                                   "stored_files.content_type",
                                   "idempotency_keys.body_hash",
                                   "payouts.failure_code",
                                   "sessions.confirmed_by",
                                   "schema_versions.owner",
                                   "payout_batches.layout_name",
                                   "payout_batches.file_name",
                                   "payment_gateway_keys.name",
                                   "payment_gateway_keys.key_sealed",
                                   "product_images.alt_text",
                                   "payment_gateway_keys.earlier_sealed"};
    return all;
}

} // namespace

class TestOfInventory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void everyColumnThatLooksPersonalIsListed()
    {
        Registry registry;
        QSet<QString> listed, there;
        QStringList missing; // in resources/privacy/inventory.csv
        const auto told = registry.market.privacy.listPersonalColumns(registry.admin.caller);
        for (const PersonalColumn &each : told.value())
            listed += each.table + u'.' + each.column;
        for (const auto &[table, column] : registry.columns()) {
            const QString name = table + u'.' + column;
            there += name;
            if (looksPersonal(column) && !listed.contains(name) && !ofThings().contains(name))
                missing += name;
        }
        QCOMPARE(missing.join(u' '), QString());
        QCOMPARE((listed - there).values().join(u' '), QString());
        QCOMPARE((ofThings() - there).values().join(u' '), QString());
        QVERIFY(listed.size() >= 100 && listed.size() <= api::personalColumnsMax);
    }

    // The trap works.
    void aPersonalColumnIsKnownByItsName_data()
    {
        QTest::addColumn<QString>("column");
        QTest::addColumn<bool>("isPersonal");
        QTest::newRow("an e-mail") << "contact_email" << true;
        QTest::newRow("a phone") << "phone" << true;
        QTest::newRow("an address of the network") << "created_ip" << true;
        QTest::newRow("a number of the tax") << "gstin_sealed" << true;
        QTest::newRow("a price") << "price" << false;
        QTest::newRow("a shipment") << "shipped_at" << false;
        QTest::newRow("an id") << "owner_id" << false;
    }
    void aPersonalColumnIsKnownByItsName()
    {
        QFETCH(QString, column);
        QTEST(looksPersonal(column), "isPersonal");
    }

    void aLineThatIsNotWholeIsNoInventory()
    {
        const QByteArray heading = "table;column;purpose;kept;erasure\n";
        QCOMPARE(privacy::inventory(heading + "accounts;email;mails;a year;removed\n").size(), 1);
        QVERIFY_EXCEPTION_THROWN(privacy::inventory(heading + "accounts;email;mails\n"), std::runtime_error);
        QVERIFY_EXCEPTION_THROWN(privacy::inventory(heading + "accounts;email;;a year;removed\n"), std::runtime_error);
    }

    void onlyWhoMayReadTheAuditLogReadsIt()
    {
        Registry registry;
        QCOMPARE(registry.market.privacy.listPersonalColumns(registry.buyer.caller).error().code,
                 ErrorCode::PermissionMissing);
    }
};

TEST_CLASS(TestOfInventory)
#include "tst_inventory.moc"
