#include "server/books/service.h"
#include "server/core/outbox.h"
#include "tests/money/world.h"
#include "tests/support/runner.h"

#include <QFile>

#include <thread>

namespace {

// One settled order, which is three postings, sealed and found right.
struct Vault
{
    World world;
    QTemporaryDir folder;
    QString anchor = folder.filePath(QStringLiteral("ledger.head"));
    Secrets secrets{{QByteArray(32, 'b')}, 4};
    std::unique_ptr<books::Service> books = open(anchor);
    Order order;

    Vault()
    {
        world.fill(world.buyer, {100'000});
        order = world.settled();
        if (!books->seal() || books->verify().problem)
            qFatal("the books are not right");
    }
    std::unique_ptr<books::Service> open(const QString &path)
    {
        return std::make_unique<books::Service>(*world.db, world.db.clock, world.ids, world.ledger, world.accounts,
                                                world.auth, world.audit, world.settings, secrets, path);
    }
    // Whoever owns the database can take the triggers away; that is what seals are for.
    void loosen()
    {
        for (const std::string table : {"ledger_transactions", "ledger_transfers", "wallet_entries", "ledger_seals"})
            if (world.db->engine() == Engine::Postgres) {
                change("DROP TRIGGER " + table + "_append_only ON " + table);
            } else {
                change("DROP TRIGGER " + table + "_no_UPDATE");
                change("DROP TRIGGER " + table + "_no_DELETE");
            }
    }
    qint64 change(const std::string &statement)
    {
        return *world.db->write([&](Tx &tx) -> Result<qint64> { return tx.run(statement); });
    }
    QString problem() { return books->verify().problem.value_or(QString()); }
    BooksState state() { return books->readBooks(world.admin).value(); }
    QString posting(int seal)
    {
        const auto seals = world.db->read([&](Tx &tx) { return world.ledger.sealed().sealsAfter(tx, seal - 1, 1); });
        return seals.constFirst().rowId.text();
    }
};

} // namespace

// WAL-16: who changes the books is found out.
class TestOfVault : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void everyPostingIsSealedOnce()
    {
        Vault vault;

        QVERIFY(vault.books->seal());
        const auto found = vault.books->verify();

        QCOMPARE(found.problem, std::nullopt);
        QCOMPARE(found.head.seq, 3);
        QCOMPARE(vault.world.db.number("count(*) FROM ledger_seals"), 3);
        QVERIFY(QFile::exists(vault.anchor));
        QVERIFY(vault.state().isSound);
        QCOMPARE(vault.state().checkedPostings, 3);
        QCOMPARE(vault.state().sealHash, found.head.hash);
        QCOMPARE(vault.state().checkedAt, std::optional(vault.world.db.clock.now()));
        QCOMPARE(vault.state().startedAt, std::nullopt);
    }

    // One byte in each table.
    void aChangeOfAnyTableIsNamed_data()
    {
        QTest::addColumn<QByteArray>("change");
        QTest::addColumn<int>("seal"); // whose posting is named; none
        QTest::addColumn<QString>("found");
        const auto sealed = [](const char *name, const QByteArray &change, int seal) {
            QTest::newRow(name) << change << seal << QStringLiteral("posting %1 is not what was sealed as seal %2");
        };
        const QByteArray first = " WHERE transaction_id = (SELECT transaction_id FROM ledger_seals WHERE seq = 1)";
        sealed("the time of a posting",
               "UPDATE ledger_transactions SET created_at = created_at + 1 WHERE kind = 'settle'", 3);
        sealed("the subject of a posting", "UPDATE ledger_transactions SET subject_id = id WHERE kind = 'hold'", 2);
        sealed("the amount of a line", "UPDATE ledger_transfers SET amount = amount + 1" + first, 1);
        sealed("the accounts of a line",
               "UPDATE ledger_transfers SET debit_account_id = (SELECT id FROM ledger_accounts WHERE kind = 'bank')" +
                   first,
               1);
        sealed("the words of an entry", "UPDATE wallet_entries SET description = description || ' '" + first, 1);
        sealed("the end of an entry", "DELETE FROM wallet_entries" + first, 1);
        sealed("a seal",
               "UPDATE ledger_seals SET hash = CASE WHEN hash LIKE 'a%' THEN 'b' ELSE 'a' END"
               " || substr(hash, 2) WHERE seq = 2",
               2);
        QTest::newRow("a seal is gone") << QByteArray("DELETE FROM ledger_seals WHERE seq = 2") << 0
                                        << QStringLiteral("seal 2 is missing");
        QTest::newRow("a balance") << QByteArray("UPDATE ledger_accounts SET balance = balance + 1"
                                                 " WHERE kind = 'vendor_payable'")
                                   << 0 << QStringLiteral("vendor_payable of %3 is 735.01, its rows say 735.00");
        QTest::newRow("an owner") << QByteArray("UPDATE ledger_accounts SET kind = 'buyer_held'"
                                                " WHERE kind = 'vendor_payable'")
                                  << 0 << QStringLiteral("account %4 is not the buyer_held of %3");
        QTest::newRow("a wallet") << QByteArray("UPDATE wallets SET total_spent = total_spent + 1") << 0
                                  << QStringLiteral("wallet spent of %5 is 750.01, its rows say 750.00");
    }
    void aChangeOfAnyTableIsNamed()
    {
        QFETCH(QByteArray, change);
        QFETCH(int, seal);
        QFETCH(QString, found);
        Vault vault;
        const auto payable = ledger::key(ledger::payable(vault.world.store.id));
        const QString words = seal > 0 ? found.arg(vault.posting(seal)).arg(seal)
                                       : found.replace(QStringLiteral("%3"), vault.world.store.id.text())
                                             .replace(QStringLiteral("%4"), payable.text())
                                             .replace(QStringLiteral("%5"), vault.world.buyer.caller.id.text());
        vault.loosen();

        QVERIFY(vault.change(change.toStdString()) > 0);

        QCOMPARE(vault.problem(), words);
        QVERIFY(!vault.state().isSound);
        QCOMPARE(vault.state().difference, std::optional(words));
    }

    void aCutEndIsNamedAndNotSealedOver()
    {
        Vault vault;
        vault.loosen();
        QCOMPARE(vault.change("DELETE FROM ledger_seals WHERE seq = 3"), 1);

        const Result<> sealed = vault.open(vault.anchor)->seal();

        QCOMPARE(sealed.error().code, ErrorCode::Conflict);
        QCOMPARE(vault.state().difference,
                 QStringLiteral("the chain does not continue seal 3, nothing is sealed any more"));
        QCOMPARE(vault.problem(), QStringLiteral("seal 3 is missing: the chain was cut off, its anchor knows seal 3"));
        QCOMPARE(vault.world.db.number("count(*) FROM ledger_seals"), 2);
    }

    void aPostingThatNobodySealedIsNamedAfterAMinute()
    {
        Vault vault;
        vault.world.fill(vault.world.buyer, {1'000});
        QCOMPARE(vault.problem(), QString());

        vault.world.db.clock.advance(60'001);

        QVERIFY(vault.problem().endsWith(QLatin1String(" is not sealed")));
        QVERIFY(vault.books->seal());
        QCOMPARE(vault.problem(), QString());
        QVERIFY(vault.state().isSound);
    }

    // What a server looks at when it starts.
    void theNewestPostingsAreLookedAtAlone_data()
    {
        QTest::addColumn<QByteArray>("change");
        QTest::newRow("a balance") << QByteArray("UPDATE ledger_accounts SET balance = balance + 1"
                                                 " WHERE kind = 'vendor_payable'");
        QTest::newRow("a line") << QByteArray("UPDATE ledger_transfers SET amount = amount + 1");
        QTest::newRow("a cut end") << QByteArray("DELETE FROM ledger_seals WHERE seq = 3");
    }
    void theNewestPostingsAreLookedAtAlone()
    {
        QFETCH(QByteArray, change);
        Vault vault;
        QCOMPARE(vault.books->verifyNewest().problem, std::nullopt);
        QCOMPARE(vault.books->verifyNewest().head.seq, 3);
        vault.loosen();

        QVERIFY(vault.change(change.toStdString()) > 0);

        QVERIFY(vault.books->verifyNewest().problem);
        QVERIFY(!vault.state().isSound);
    }

    // While there is a doubt no money leaves; it may still go back.
    void noMoneyLeavesWhileTheBooksAreInDoubt()
    {
        Vault vault;
        World &world = vault.world;
        world.verifyBank(world.store);
        const auto waiting = world.payouts.requestPayout(world.store.caller);
        QVERIFY(waiting);
        QVERIFY(vault.books->seal());
        QCOMPARE(vault.change("UPDATE wallets SET total_spent = total_spent + 1"), 1);
        QVERIFY(!vault.problem().isEmpty());

        const auto approved = world.payouts.approvePayout(world.admin, waiting->id);

        QCOMPARE(approved.error().code, ErrorCode::BooksInDoubt);
        QCOMPARE(world.payouts.readPayout(world.admin, waiting->id)->payout.status, PayoutStatus::Requested);
        QCOMPARE(vault.change("UPDATE wallets SET total_spent = total_spent - 1"), 1);
        // A look at the newest ones ends no doubt.
        QCOMPARE(vault.books->verifyNewest().problem, std::nullopt);
        QVERIFY(!world.payouts.approvePayout(world.admin, waiting->id));
        QCOMPARE(vault.problem(), QString());
        QVERIFY(world.payouts.approvePayout(world.admin, waiting->id));
        QCOMPARE(vault.change("UPDATE wallets SET total_spent = total_spent + 1"), 1);
        QVERIFY(!vault.problem().isEmpty());
        QCOMPARE(world.payouts.processPayout(world.admin, waiting->id, {QStringLiteral("UTR-1")}).error().code,
                 ErrorCode::BooksInDoubt);
        QVERIFY(world.payouts.rejectPayout(world.admin, waiting->id, {QStringLiteral("Sent back")}));
    }

    void theDoubtAndItsEndAreNewsOnce()
    {
        Vault vault;
        Outbox outbox(*vault.world.db);
        QList<BooksJudged> heard;
        outbox.tell<BooksJudged>("test.judged", [&](const BooksJudged &event) { heard += event; });
        outbox.drain();
        QCOMPARE(vault.change("UPDATE wallets SET total_spent = total_spent + 1"), 1);

        QVERIFY(!vault.problem().isEmpty());
        QVERIFY(!vault.problem().isEmpty());
        QCOMPARE(vault.change("UPDATE wallets SET total_spent = total_spent - 1"), 1);
        QVERIFY(vault.problem().isEmpty());
        QVERIFY(vault.problem().isEmpty());

        outbox.drain();
        QCOMPARE(heard.size(), 2);
        QVERIFY(heard[0].difference->startsWith(QLatin1String("wallet spent of ")));
        QCOMPARE(heard[1].difference, std::nullopt);
    }

    void aCheckThatIsCutOffSaysNothingOfTheBooks()
    {
        Vault vault;
        QCOMPARE(vault.change("UPDATE wallets SET total_spent = total_spent + 1"), 1);

        const auto found = vault.books->verify([] { return true; });

        QCOMPARE(found.problem, QStringLiteral("the check was cut off"));
        QVERIFY(vault.state().isSound);
        QVERIFY(vault.books->isAskedToVerify()); // whoever waits for it waits on
    }

    // A check that began while another thread seals must not take what is not sealed yet for a difference.
    void whoSealsAllWaitsForWhoIsAtIt()
    {
        Vault vault;
        World &world = vault.world;
        constexpr int postings = 600;
        for (int i = 0; i < postings; ++i)
            world.fill(world.buyer, {100});
        world.db.clock.advance(60'001);
        const auto sealed = [&] { return world.db.number("count(*) FROM ledger_seals"); };

        std::thread other([&] { (void)vault.books->seal(); });
        while (sealed() == 3)
            std::this_thread::yield();
        const auto found = vault.books->check();
        other.join();

        QCOMPARE(found.problem, std::nullopt);
        QCOMPARE(found.head.seq, 3 + postings);
        QVERIFY(vault.state().isSound);
    }

    // On PostgreSQL another node may go on where the one with the anchor went away; a file is one machine's own.
    void aNodeThatComesToSealHasNoAnchorYet()
    {
        Vault vault;
        const bool mayChange = vault.world.db->engine() == Engine::Postgres;
        const QString elsewhere = vault.folder.filePath(QStringLiteral("other.head"));
        const QString missing = QStringLiteral("the anchor %1 is missing").arg(elsewhere);
        const auto other = vault.open(elsewhere);

        QCOMPARE(other->verifyNewest().problem, mayChange ? std::nullopt : std::optional(missing));
        QCOMPARE(other->verify().problem, mayChange ? std::nullopt : std::optional(missing));

        QCOMPARE(vault.state().isSound, mayChange);
        QCOMPARE(QFile::exists(elsewhere), mayChange);
    }

    // What it knows without the file is what the last full check has seen.
    void aCutEndIsNamedWithoutTheAnchorToo()
    {
        Vault vault;
        if (vault.world.db->engine() != Engine::Postgres)
            return;
        vault.loosen();
        QCOMPARE(vault.change("DELETE FROM ledger_seals WHERE seq = 3"), 1);
        const auto other = vault.open(vault.folder.filePath(QStringLiteral("other.head")));

        QCOMPARE(other->verifyNewest().problem,
                 QStringLiteral("seal 3 is missing: the chain was cut off, its anchor knows seal 3"));
        QCOMPARE(other->seal().error().code, ErrorCode::Conflict);
        QCOMPARE(vault.world.db.number("count(*) FROM ledger_seals"), 2);
    }

    void anAdminAsksForACheckAndTheJobDoesIt()
    {
        Vault vault;
        QVERIFY(!vault.books->isAskedToVerify());

        const auto asked = vault.books->verifyBooks(vault.world.admin);

        QVERIFY(asked->startedAt);
        QVERIFY(vault.books->isAskedToVerify());
        QCOMPARE(vault.world.db.number("count(*) FROM audit_log WHERE action = 'books.check_requested'"), 1);
        QVERIFY(vault.problem().isEmpty());
        QVERIFY(!vault.books->isAskedToVerify());
        QCOMPARE(vault.books->verifyBooks(vault.world.store.caller).error().code, ErrorCode::PermissionMissing);
        QVERIFY(!vault.books->isAskedToVerify());
    }

    void askingTwiceIsAskingOnce()
    {
        Vault vault;

        QVERIFY(vault.books->verifyBooks(vault.world.admin));
        QVERIFY(vault.books->verifyBooks(vault.world.admin));

        QCOMPARE(vault.world.db.number("count(*) FROM audit_log WHERE action = 'books.check_requested'"), 1);
    }

    // One that has gone on for more than an hour is taken for dead; what is asked for then is another one.
    void whatIsAskedForDuringALongCheckIsNotForgotten()
    {
        Vault vault;
        bool hasAsked = false;

        const auto found = vault.books->verify([&] {
            if (!std::exchange(hasAsked, true)) {
                vault.world.db.clock.advance(61 * minuteMs);
                (void)vault.books->verifyBooks(vault.world.admin);
            }
            return false;
        });

        QCOMPARE(found.problem, std::nullopt);
        QVERIFY(hasAsked);
        QVERIFY(vault.books->isAskedToVerify());
    }
};

TEST_CLASS(TestOfVault)
#include "tst_vault.moc"
