#include "tests/people/people.h"
#include "tests/support/runner.h"

#include <QUrl>
#include <QUrlQuery>

namespace {

SignedLink linkOf(const StoredFile &file)
{
    const QUrlQuery query(QUrl(file.url).query());
    return {query.queryItemValue(QStringLiteral("expires")).toLongLong(),
            query.queryItemValue(QStringLiteral("signature"))};
}

// Who gets to see numbers and documents, and what is written down about it.
class TestOfReveal : public QObject
{
    Q_OBJECT

    static Caller adminOf(People &people, const QString &name = QStringLiteral("asha"))
    {
        return people.freshCallerFor(people.admin(name, {Permission::ReviewKyc}));
    }

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // PRIV-06
    void numbersAreMaskedInEveryAnswer()
    {
        People people;
        const Caller admin = adminOf(people);
        const Caller vikram = people.callerFor(people.vendorWithStore(QStringLiteral("vikram")));

        const auto submitted = people.kyc.submitKyc(vikram, people.documents(vikram));
        QByteArray answers = json::bytes(*submitted) + json::bytes(*people.kyc.readKyc(vikram)) +
                             json::bytes(*people.kyc.reviewKyc(admin, submitted->id)) +
                             json::bytes(people.kyc.listKyc(admin, {})->items);
        answers += json::bytes(*people.kyc.rejectKyc(admin, submitted->id, {QStringLiteral("not readable")}));

        QCOMPARE(submitted->panMasked, QStringLiteral("•••• 939F"));
        QVERIFY(!answers.contains("AAPFU0939F"));
        QVERIFY(!answers.contains("27AAPFU0939F1ZV"));
        QVERIFY(!answers.contains("50100123456620"));
    }

    // VEN-05, PRIV-06, AUD-02
    void aNumberIsRevealedForAReasonThatIsRecorded_data()
    {
        QTest::addColumn<KycNumber>("number");
        QTest::addColumn<QString>("value");
        QTest::newRow("pan") << KycNumber::Pan << "AAPFU0939F";
        QTest::newRow("gstin") << KycNumber::Gstin << "27AAPFU0939F1ZV";
        QTest::newRow("bank_account") << KycNumber::BankAccount << "50100123456620";
    }
    void aNumberIsRevealedForAReasonThatIsRecorded()
    {
        QFETCH(KycNumber, number);
        QFETCH(QString, value);
        People people;
        const Caller admin = adminOf(people);
        const Caller vikram = people.callerFor(people.vendorWithStore(QStringLiteral("vikram")));
        const auto submitted = people.kyc.submitKyc(vikram, people.documents(vikram));

        const auto revealed =
            people.kyc.revealKyc(admin, submitted->id, {number, QStringLiteral("Compare with the card")});

        QVERIFY(revealed);
        QCOMPARE(revealed->value, value);
        const auto entries = people.audit.listAudit({.role = Role::Admin, .known = true, .superAdmin = true},
                                                    {.action = QStringLiteral("kyc.revealed")});
        QCOMPARE(entries->items.size(), 1);
        QCOMPARE(entries->items[0].actorId, std::optional(admin.id));
        QCOMPARE(entries->items[0].objectId, submitted->id.text());
        QCOMPARE(entries->items[0].details.text, "{\"number\":\"" + QByteArray(names::text(number).latin1()) +
                                                     "\",\"reason\":\"Compare with the card\"}");
        QCOMPARE(people.db.number("count(*) FROM audit_log WHERE details LIKE ?", '%' + value + '%'), 0);
    }

    void nothingIsRevealedWithoutPermissionAndToWhoeverMayNotBeTheSame()
    {
        People people;
        const Caller admin = adminOf(people);
        const Caller clerk = people.freshCallerFor(people.admin(QStringLiteral("clerk"), {Permission::ReadAudit}));
        const Caller vikram = people.callerFor(people.vendorWithStore(QStringLiteral("vikram")));
        const auto submitted = people.kyc.submitKyc(vikram, people.documents(vikram));
        const auto reveal = [&](const Caller &caller) {
            return people.kyc.revealKyc(caller, submitted->id, {KycNumber::Pan, QStringLiteral("Curious")});
        };
        Caller elsewhere = admin;
        elsewhere.sessionId = people.ids.next<Session>();

        QCOMPARE(codeOf(reveal(clerk)), ErrorCode::PermissionMissing);
        QCOMPARE(codeOf(reveal(vikram)), ErrorCode::PermissionMissing);
        QCOMPARE(codeOf(reveal(elsewhere)), ErrorCode::ReauthenticationNeeded);
        people.db.clock.advance(5 * minuteMs);
        const auto late = reveal(admin);

        QCOMPARE(codeOf(late), ErrorCode::ReauthenticationNeeded);
        QCOMPARE(late.error().details, QByteArray("{\"takes_password\":true,\"takes_code\":false}"));
        QCOMPARE(people.db.number("count(*) FROM audit_log WHERE action = 'kyc.revealed'"), 0);
    }

    // AUD-02: every reading of a document is recorded, with who read it.
    void whoReadsADocumentIsWrittenDown()
    {
        People people;
        const Caller asha = people.callerFor(people.person(QStringLiteral("asha")));
        Caller admin = people.callerFor(people.admin(QStringLiteral("root"), {Permission::ReviewKyc}));
        admin.ip = QStringLiteral("198.51.100.9");
        const auto file = people.upload(asha, FilePurpose::Kyc, People::pdf());
        const auto given = people.db->read([&](Tx &tx) { return *people.storage.describe(tx, file->id, admin.id); });

        QCOMPARE(people.storage.downloadSealedFile(admin, file->id, linkOf(given))->bytes, People::pdf());

        QCOMPARE(people.db.number("count(*) FROM audit_log WHERE action = 'kyc.document_read' AND actor_id = ?"
                                  " AND actor_role = 'admin' AND object_id = ? AND ip = '198.51.100.9'",
                                  admin.id, file->id.text()),
                 1);
    }

    // MED-09, PRIV-06: the owner and who reviews, each by a link of his own and in a session of his own.
    void aDocumentOpensOnlyForWhomItsLinkWasMade()
    {
        People people;
        const Caller asha = people.callerFor(people.person(QStringLiteral("asha")));
        const Caller bela = people.callerFor(people.person(QStringLiteral("bela")));
        const Caller clerk = people.callerFor(people.admin(QStringLiteral("clerk"), {Permission::ManageOrders}));
        const Caller admin = adminOf(people, QStringLiteral("root"));
        const auto file = people.upload(asha, FilePurpose::Kyc, People::pdf());
        const auto picture = people.upload(asha, FilePurpose::StoreLogo, People::png());
        const auto linkFor = [&](const Caller &reader) {
            return linkOf(people.db->read([&](Tx &tx) { return *people.storage.describe(tx, file->id, reader.id); }));
        };
        const auto open = [&](const Caller &caller, const SignedLink &with) {
            return codeOf(people.storage.downloadSealedFile(caller, file->id, with));
        };

        QCOMPARE(open(bela, linkFor(asha)), ErrorCode::NotFound);
        QCOMPARE(open(bela, linkFor(bela)), ErrorCode::NotFound);
        QCOMPARE(open(people.stranger(), linkFor(asha)), ErrorCode::NotFound);
        QCOMPARE(open(clerk, linkFor(clerk)), ErrorCode::PermissionMissing);
        QCOMPARE(open(admin, linkFor(asha)), ErrorCode::InvalidSignature);
        QCOMPARE(open(asha, linkFor(admin)), ErrorCode::InvalidSignature);
        // The way of plain files leads to no document, and the other way round.
        QVERIFY(!people.storage.downloadFile(people.stranger(), file->id, linkFor(asha)));
        QVERIFY(!picture->url.contains(QLatin1String("/sealed")));
        const SignedLink link = linkFor(asha);
        people.db.clock.set({link.expires * 1000});
        QCOMPARE(open(asha, link), ErrorCode::TokenExpired);
        QCOMPARE(people.db.number("count(*) FROM audit_log WHERE action = 'kyc.document_read'"), 0);
    }
};

} // namespace

TEST_CLASS(TestOfReveal)
#include "tst_reveal.moc"
