#include "tests/privacy/registry.h"
#include "tests/support/runner.h"

namespace {

const QString today = QStringLiteral("2026-11-01");

Register wish()
{
    return {.username = QStringLiteral("asha"),
            .email = QStringLiteral("asha@example.in"),
            .password = Registry::password,
            .language = {},
            .acceptedTerms = today,
            .acceptedPrivacy = today};
}

} // namespace

class TestOfConsents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // PRIV-04
    void theDocumentsAreServedInBothLanguages_data()
    {
        QTest::addColumn<LegalDocument>("document");
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("served");
        QTest::addColumn<QString>("title");
        QTest::newRow("terms") << LegalDocument::Terms << "en"
                               << "en"
                               << "Terms of use";
        QTest::newRow("terms in Hindi") << LegalDocument::Terms << "hi-IN"
                                        << "hi"
                                        << "उपयोग की शर्तें";
        QTest::newRow("privacy") << LegalDocument::Privacy << "en"
                                 << "en"
                                 << "Privacy notice";
        QTest::newRow("privacy in Hindi") << LegalDocument::Privacy << "hi"
                                          << "hi"
                                          << "गोपनीयता सूचना";
        QTest::newRow("in a language that nobody wrote") << LegalDocument::Terms << "ta"
                                                         << "en"
                                                         << "Terms of use";
    }
    void theDocumentsAreServedInBothLanguages()
    {
        QFETCH(LegalDocument, document);
        QFETCH(QString, language);
        Registry registry;

        const auto text = registry.market.accounts.readLegal(registry.stranger(), document, {language});

        QVERIFY(text);
        QTEST(text->language, "served");
        QTEST(text->title, "title");
        QCOMPARE(text->version, today);
        QVERIFY(text->text.size() > 500);
    }

    // PRIV-04
    void whatIsAcceptedAtRegistrationIsRecorded()
    {
        Registry registry;
        Caller stranger = registry.stranger();

        const auto registered = registry.market.auth.registerAccount(stranger, wish());

        QVERIFY(registered);
        const auto consents = registry.market.accounts.listConsents({.id = registered->accountId});
        QCOMPARE(consents->given.size(), 2);
        QCOMPARE(consents->given[0].version, today);
        QCOMPARE(consents->given[0].at, registry.db.clock.now());
        QCOMPARE(consents->given[0].ip, QStringLiteral("203.0.113.7"));
        QVERIFY(consents->documents[0].isAccepted && consents->documents[1].isAccepted);
    }

    // PRIV-04
    void anOldVersionIsARefusedFieldAndRegistersNobody_data()
    {
        QTest::addColumn<QString>("terms");
        QTest::addColumn<QString>("privacy");
        QTest::addColumn<QString>("field");
        QTest::newRow("terms") << "2025-01-01" << today << "accepted_terms";
        QTest::newRow("privacy") << today << "2027-01-01"
                                 << "accepted_privacy";
    }
    void anOldVersionIsARefusedFieldAndRegistersNobody()
    {
        QFETCH(QString, terms);
        QFETCH(QString, privacy);
        QFETCH(QString, field);
        Registry registry;
        const QByteArray before = registry.everything();
        Register old = wish();
        old.acceptedTerms = terms;
        old.acceptedPrivacy = privacy;

        const auto refused = registry.market.auth.registerAccount(registry.stranger(), old);

        QVERIFY(!refused);
        QCOMPARE(refused.error().fields, (QList<FieldError>{{field, "is not the version that holds now: 2026-11-01"}}));
        QCOMPARE(registry.everything(), before);
    }

    // PRIV-04
    void whoHasAcceptedNothingIsAskedAndAcceptsOnce()
    {
        Registry registry;
        const Caller &buyer = registry.buyer.caller;
        const auto open = registry.market.accounts.listConsents(buyer);
        QCOMPARE(open->documents.size(), 2);
        QVERIFY(!open->documents[0].isAccepted && open->given.isEmpty());

        const auto first = registry.market.accounts.acceptLegal(buyer, {LegalDocument::Terms, today});
        registry.db.clock.advance(dayMs);
        const auto again = registry.market.accounts.acceptLegal(buyer, {LegalDocument::Terms, today});

        QVERIFY(first && again);
        QCOMPARE(again->at, first->at);
        const auto after = registry.market.accounts.listConsents(buyer);
        QCOMPARE(after->given.size(), 1);
        QVERIFY(after->documents[0].isAccepted && !after->documents[1].isAccepted);
        const auto old =
            registry.market.accounts.acceptLegal(buyer, {LegalDocument::Privacy, QStringLiteral("2020-01-01")});
        QVERIFY(!old);
        QCOMPARE(old.error().fields.constFirst().field, QStringLiteral("version"));
        QCOMPARE(registry.db.number("count(*) FROM consents"), 1);
    }

    // PRIV-04: what was agreed to is a version, so a new one is open again.
    void aNewVersionIsAskedForAgain()
    {
        Registry registry;
        const Caller &buyer = registry.buyer.caller;
        QVERIFY(registry.market.accounts.acceptLegal(buyer, {LegalDocument::Terms, today}));
        (void)registry.db->write([&](Tx &tx) -> Result<> {
            tx.run("UPDATE consents SET version = '2026-01-01' WHERE account_id = ?", buyer.id);
            return {};
        });

        const auto open = registry.market.accounts.listConsents(buyer);
        const auto accepted = registry.market.accounts.acceptLegal(buyer, {LegalDocument::Terms, today});

        QCOMPARE(open->documents[0].version, today);
        QVERIFY(!open->documents[0].isAccepted);
        QCOMPARE(open->given.size(), 1);
        QVERIFY(accepted);
        const auto after = registry.market.accounts.listConsents(buyer);
        QVERIFY(after->documents[0].isAccepted);
        QCOMPARE(after->given.size(), 2); // the old one stays as evidence
    }
};

TEST_CLASS(TestOfConsents)
#include "tst_consents.moc"
