#include "server/books/service.h"
#include "server/core/outbox.h"
#include "tests/money/world.h"
#include "tests/support/runner.h"

#include <QFile>

#include <thread>

namespace {

// One settled order, which is three postings, sealed and found right.
struct SealedBooks
{
    World world;
    QTemporaryDir folder;
    QString anchor = folder.filePath(QStringLiteral("ledger.head"));
    Secrets secrets{{QByteArray(32, 'b')}, 4};
    std::unique_ptr<books::Service> books = open(anchor);
    Order order;

    SealedBooks()
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
        SealedBooks sealedBooks;

        QVERIFY(sealedBooks.books->seal());
        const auto found = sealedBooks.books->verify();

        QCOMPARE(found.problem, std::nullopt);
        QCOMPARE(found.head.seq, 3);
        QCOMPARE(sealedBooks.world.db.number("count(*) FROM ledger_seals"), 3);
        QVERIFY(QFile::exists(sealedBooks.anchor));
        QVERIFY(sealedBooks.state().isSound);
        QCOMPARE(sealedBooks.state().checkedPostings, 3);
        QCOMPARE(sealedBooks.state().sealHash, found.head.hash);
        QCOMPARE(sealedBooks.state().checkedAt, std::optional(sealedBooks.world.db.clock.now()));
        QCOMPARE(sealedBooks.state().startedAt, std::nullopt);
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
        SealedBooks sealedBooks;
        const auto payable = ledger::key(ledger::payable(sealedBooks.world.store.id));
        const QString words = seal > 0 ? found.arg(sealedBooks.posting(seal)).arg(seal)
                                       : found.replace(QStringLiteral("%3"), sealedBooks.world.store.id.text())
                                             .replace(QStringLiteral("%4"), payable.text())
                                             .replace(QStringLiteral("%5"), sealedBooks.world.buyer.caller.id.text());
        sealedBooks.loosen();

        QVERIFY(sealedBooks.change(change.toStdString()) > 0);

        QCOMPARE(sealedBooks.problem(), words);
        QVERIFY(!sealedBooks.state().isSound);
        QCOMPARE(sealedBooks.state().difference, std::optional(words));
    }

    void aCutEndIsNamedAndNotSealedOver()
    {
        SealedBooks sealedBooks;
        sealedBooks.loosen();
        QCOMPARE(sealedBooks.change("DELETE FROM ledger_seals WHERE seq = 3"), 1);

        const Result<> sealed = sealedBooks.open(sealedBooks.anchor)->seal();

        QCOMPARE(sealed.error().code, ErrorCode::Conflict);
        QCOMPARE(sealedBooks.state().difference,
                 QStringLiteral("the chain does not continue seal 3, nothing is sealed any more"));
        QCOMPARE(sealedBooks.problem(),
                 QStringLiteral("seal 3 is missing: the chain was cut off, its anchor knows seal 3"));
        QCOMPARE(sealedBooks.world.db.number("count(*) FROM ledger_seals"), 2);
    }

    void aPostingThatNobodySealedIsNamedAfterAMinute()
    {
        SealedBooks sealedBooks;
        sealedBooks.world.fill(sealedBooks.world.buyer, {1'000});
        QCOMPARE(sealedBooks.problem(), QString());

        sealedBooks.world.db.clock.advance(60'001);

        QVERIFY(sealedBooks.problem().endsWith(QLatin1String(" is not sealed")));
        QVERIFY(sealedBooks.books->seal());
        QCOMPARE(sealedBooks.problem(), QString());
        QVERIFY(sealedBooks.state().isSound);
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
        SealedBooks sealedBooks;
        QCOMPARE(sealedBooks.books->verifyNewest().problem, std::nullopt);
        QCOMPARE(sealedBooks.books->verifyNewest().head.seq, 3);
        sealedBooks.loosen();

        QVERIFY(sealedBooks.change(change.toStdString()) > 0);

        QVERIFY(sealedBooks.books->verifyNewest().problem);
        QVERIFY(!sealedBooks.state().isSound);
    }

    // While there is a doubt no money leaves; it may still go back.
    void noMoneyLeavesWhileTheBooksAreInDoubt()
    {
        SealedBooks sealedBooks;
        World &world = sealedBooks.world;
        world.verifyBank(world.store);
        const auto waiting = world.payouts.requestPayout(world.store.caller);
        QVERIFY(waiting);
        QVERIFY(sealedBooks.books->seal());
        QCOMPARE(sealedBooks.change("UPDATE wallets SET total_spent = total_spent + 1"), 1);
        QVERIFY(!sealedBooks.problem().isEmpty());

        const auto approved = world.payouts.approvePayout(world.admin, waiting->id);

        QCOMPARE(approved.error().code, ErrorCode::BooksInDoubt);
        QCOMPARE(world.payouts.readPayout(world.admin, waiting->id)->payout.status, PayoutStatus::Requested);
        QCOMPARE(sealedBooks.change("UPDATE wallets SET total_spent = total_spent - 1"), 1);
        // A look at the newest ones ends no doubt.
        QCOMPARE(sealedBooks.books->verifyNewest().problem, std::nullopt);
        QVERIFY(!world.payouts.approvePayout(world.admin, waiting->id));
        QCOMPARE(sealedBooks.problem(), QString());
        QVERIFY(world.payouts.approvePayout(world.admin, waiting->id));
        QCOMPARE(sealedBooks.change("UPDATE wallets SET total_spent = total_spent + 1"), 1);
        QVERIFY(!sealedBooks.problem().isEmpty());
        QCOMPARE(world.payouts.processPayout(world.admin, waiting->id, {QStringLiteral("UTR-1")}).error().code,
                 ErrorCode::BooksInDoubt);
        QVERIFY(world.payouts.rejectPayout(world.admin, waiting->id, {QStringLiteral("Sent back")}));
    }

    void theDoubtAndItsEndAreNewsOnce()
    {
        SealedBooks sealedBooks;
        Outbox outbox(*sealedBooks.world.db);
        QList<BooksJudged> heard;
        outbox.tell<BooksJudged>("test.judged", [&](const BooksJudged &event) { heard += event; });
        outbox.drain();
        QCOMPARE(sealedBooks.change("UPDATE wallets SET total_spent = total_spent + 1"), 1);

        QVERIFY(!sealedBooks.problem().isEmpty());
        QVERIFY(!sealedBooks.problem().isEmpty());
        QCOMPARE(sealedBooks.change("UPDATE wallets SET total_spent = total_spent - 1"), 1);
        QVERIFY(sealedBooks.problem().isEmpty());
        QVERIFY(sealedBooks.problem().isEmpty());

        outbox.drain();
        QCOMPARE(heard.size(), 2);
        QVERIFY(heard[0].difference->startsWith(QLatin1String("wallet spent of ")));
        QCOMPARE(heard[1].difference, std::nullopt);
    }

    void aCheckThatIsCutOffSaysNothingOfTheBooks()
    {
        SealedBooks sealedBooks;
        QCOMPARE(sealedBooks.change("UPDATE wallets SET total_spent = total_spent + 1"), 1);

        const auto found = sealedBooks.books->verify([] { return true; });

        QCOMPARE(found.problem, QStringLiteral("the check was cut off"));
        QVERIFY(sealedBooks.state().isSound);
        QVERIFY(sealedBooks.books->isAskedToVerify()); // whoever waits for it waits on
    }

    // A check that began while another thread seals must not take what is not sealed yet for a difference.
    void whoSealsAllWaitsForWhoIsAtIt()
    {
        SealedBooks sealedBooks;
        World &world = sealedBooks.world;
        constexpr int postings = 600;
        for (int i = 0; i < postings; ++i)
            world.fill(world.buyer, {100});
        world.db.clock.advance(60'001);
        const auto sealed = [&] { return world.db.number("count(*) FROM ledger_seals"); };

        std::thread other([&] { (void)sealedBooks.books->seal(); });
        while (sealed() == 3)
            std::this_thread::yield();
        const auto found = sealedBooks.books->check();
        other.join();

        QCOMPARE(found.problem, std::nullopt);
        QCOMPARE(found.head.seq, 3 + postings);
        QVERIFY(sealedBooks.state().isSound);
    }

    // On PostgreSQL another node may go on where the one with the anchor went away; a file is one machine's own.
    void aNodeThatComesToSealHasNoAnchorYet()
    {
        SealedBooks sealedBooks;
        const bool mayChange = sealedBooks.world.db->engine() == Engine::Postgres;
        const QString elsewhere = sealedBooks.folder.filePath(QStringLiteral("other.head"));
        const QString missing = QStringLiteral("the anchor %1 is missing").arg(elsewhere);
        const auto other = sealedBooks.open(elsewhere);

        QCOMPARE(other->verifyNewest().problem, mayChange ? std::nullopt : std::optional(missing));
        QCOMPARE(other->verify().problem, mayChange ? std::nullopt : std::optional(missing));

        QCOMPARE(sealedBooks.state().isSound, mayChange);
        QCOMPARE(QFile::exists(elsewhere), mayChange);
    }

    // What it knows without the file is what the last full check has seen.
    void aCutEndIsNamedWithoutTheAnchorToo()
    {
        SealedBooks sealedBooks;
        if (sealedBooks.world.db->engine() != Engine::Postgres)
            return;
        sealedBooks.loosen();
        QCOMPARE(sealedBooks.change("DELETE FROM ledger_seals WHERE seq = 3"), 1);
        const auto other = sealedBooks.open(sealedBooks.folder.filePath(QStringLiteral("other.head")));

        QCOMPARE(other->verifyNewest().problem,
                 QStringLiteral("seal 3 is missing: the chain was cut off, its anchor knows seal 3"));
        QCOMPARE(other->seal().error().code, ErrorCode::Conflict);
        QCOMPARE(sealedBooks.world.db.number("count(*) FROM ledger_seals"), 2);
    }

    void anAdminAsksForACheckAndTheJobDoesIt()
    {
        SealedBooks sealedBooks;
        QVERIFY(!sealedBooks.books->isAskedToVerify());

        const auto asked = sealedBooks.books->verifyBooks(sealedBooks.world.admin);

        QVERIFY(asked->startedAt);
        QVERIFY(sealedBooks.books->isAskedToVerify());
        QCOMPARE(sealedBooks.world.db.number("count(*) FROM audit_log WHERE action = 'books.check_requested'"), 1);
        QVERIFY(sealedBooks.problem().isEmpty());
        QVERIFY(!sealedBooks.books->isAskedToVerify());
        QCOMPARE(sealedBooks.books->verifyBooks(sealedBooks.world.store.caller).error().code,
                 ErrorCode::PermissionMissing);
        QVERIFY(!sealedBooks.books->isAskedToVerify());
    }

    void askingTwiceIsAskingOnce()
    {
        SealedBooks sealedBooks;

        QVERIFY(sealedBooks.books->verifyBooks(sealedBooks.world.admin));
        QVERIFY(sealedBooks.books->verifyBooks(sealedBooks.world.admin));

        QCOMPARE(sealedBooks.world.db.number("count(*) FROM audit_log WHERE action = 'books.check_requested'"), 1);
    }

    // One that has gone on for more than an hour is taken for dead; what is asked for then is another one.
    void whatIsAskedForDuringALongCheckIsNotForgotten()
    {
        SealedBooks sealedBooks;
        bool hasAsked = false;

        const auto found = sealedBooks.books->verify([&] {
            if (!std::exchange(hasAsked, true)) {
                sealedBooks.world.db.clock.advance(61 * minuteMs);
                (void)sealedBooks.books->verifyBooks(sealedBooks.world.admin);
            }
            return false;
        });

        QCOMPARE(found.problem, std::nullopt);
        QVERIFY(hasAsked);
        QVERIFY(sealedBooks.books->isAskedToVerify());
    }
};

TEST_CLASS(TestOfVault)
#include "tst_vault.moc"
