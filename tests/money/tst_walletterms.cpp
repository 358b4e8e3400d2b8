#include "tests/money/till.h"
#include "tests/support/runner.h"
#include "tests/support/scratch.h"

#include <QFile>

namespace {

const QString version = QStringLiteral("2026-09-01");
const QString termsField = QStringLiteral("accepted_terms");

// What every market has people agree to, and beside it terms of the wallet.
struct Shelf
{
    QTemporaryDir folder{scratch::folder() + QStringLiteral("/legal-XXXXXX")};

    Shelf()
    {
        for (const char *name : {"terms.en.md", "terms.hi.md", "privacy.en.md", "privacy.hi.md"}) {
            const auto file = QString::fromLatin1(name);
            if (!QFile::copy(QStringLiteral(":/legal/") + file, folder.filePath(file)))
                qFatal("%s cannot be copied", name);
        }
        for (const char *name : {"wallet.en.md", "wallet.hi.md"}) {
            QFile file(folder.filePath(QString::fromLatin1(name)));
            const QByteArray text =
                "version: " + version.toUtf8() + "\ntitle: Terms of the wallet\n\nIt keeps money.\n";
            if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
                qFatal("%s cannot be written", name);
        }
    }
};

// A till at which the wallet has terms.
struct TermsTill : Till
{
    Shelf shelf;
    accounts::Service registry{*world.db, world.ids, world.storage, shelf.folder.path()};
    payments::Service asking{*world.db,    world.db.clock, world.ids,   registry,        world.auth,
                             world.ledger, world.settings, world.audit, world.secrets(), {config}};

    Result<Payment> ask(const std::optional<QString> &accepted)
    {
        return asking.rechargeWallet(world.buyer.caller, {.amount = {50'000}, .acceptedTerms = accepted});
    }
    qint64 opened() { return world.db.number("count(*) FROM payments"); }
    qint64 agreed() { return world.db.number("count(*) FROM consents WHERE document = 'wallet'"); }
};

} // namespace

// WAL-13: the terms of the wallet are agreed to before money goes into it.
class TestOfWalletTerms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void nothingIsAskedWhereTheWalletHasNoTerms()
    {
        Till till;
        World &world = till.world;

        QVERIFY(till.recharge());

        QVERIFY(world.accounts.walletTermsNotice()->contains(QStringLiteral("no terms"))); // said at start
        QVERIFY(!TermsTill().registry.walletTermsNotice());
        QCOMPARE(world.accounts.listConsents(world.buyer.caller)->documents.size(), 2);
        QCOMPARE(world.accounts.readLegal(world.buyer.caller, LegalDocument::Wallet, {}).error().code,
                 ErrorCode::NotFound);
        const auto refused =
            till.payments.rechargeWallet(world.buyer.caller, {.amount = {50'000}, .acceptedTerms = version});
        QCOMPARE(refused.error().fields.constFirst().field, termsField);
        QCOMPARE(world.db.number("count(*) FROM payments"), 1);
    }

    void whoHasNotAgreedRechargesNothing_data()
    {
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("problem");
        QTest::newRow("nothing is said") << QString()
                                         << QStringLiteral("must be the version that holds now: 2026-09-01");
        QTest::newRow("another version") << QStringLiteral("2025-01-01")
                                         << QStringLiteral("is not the version that holds now: 2026-09-01");
    }
    void whoHasNotAgreedRechargesNothing()
    {
        QFETCH(QString, said);
        QFETCH(QString, problem);
        TermsTill desk;

        const auto refused = desk.ask(said.isEmpty() ? std::nullopt : std::optional(said));

        QVERIFY(!refused);
        QCOMPARE(refused.error().fields, (QList<FieldError>{{termsField, problem}}));
        QCOMPARE(desk.opened(), 0);
        QCOMPARE(desk.agreed(), 0);
    }

    void whoHasAgreedIsNotAskedAgain()
    {
        TermsTill desk;
        const Caller &buyer = desk.world.buyer.caller;

        QVERIFY(desk.ask(version));
        QVERIFY(desk.ask(std::nullopt));

        QCOMPARE(desk.opened(), 2);
        QCOMPARE(desk.agreed(), 1);
        const auto consents = desk.registry.listConsents(buyer);
        QCOMPARE(consents->documents.size(), 3);
        QCOMPARE(consents->documents.constLast().document, LegalDocument::Wallet);
        QVERIFY(consents->documents.constLast().isAccepted);
        QCOMPARE(desk.registry.readLegal(buyer, LegalDocument::Wallet, {})->title,
                 QStringLiteral("Terms of the wallet"));
    }

    // PRIV-04: what was agreed to is a version
    void aNewVersionIsAskedForAgain()
    {
        TermsTill desk;
        QVERIFY(desk.registry.acceptLegal(desk.world.buyer.caller, {LegalDocument::Wallet, version}));
        QVERIFY(desk.ask(std::nullopt));
        (void)desk.world.db->write([&](Tx &tx) -> Result<> {
            tx.run("UPDATE consents SET version = '2026-01-01' WHERE account_id = ?", desk.world.buyer.caller.id);
            return {};
        });

        const auto refused = desk.ask(std::nullopt);

        QCOMPARE(refused.error().fields.constFirst().field, termsField);
        QCOMPARE(desk.opened(), 1);
        QVERIFY(desk.ask(version));
        QCOMPARE(desk.agreed(), 2); // the old one stays as evidence
    }
};

TEST_CLASS(TestOfWalletTerms)
#include "tst_walletterms.moc"
