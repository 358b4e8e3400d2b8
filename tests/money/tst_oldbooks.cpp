// Books that were kept before there were refunds and seals are taken over as they are.

#include "server/ledger/service.h"
#include "tests/support/oldschema.h"
#include "tests/support/runner.h"
#include "tests/support/testdb.h"

namespace {

constexpr OldSchema oldLedger{.owner = "ledger"};

// A closed wallet with a recharge of 100.00, of which 40.00 are held for an order, in tables of the first version.
struct OldBooks
{
    TestDb db{TestDb::Schema::Empty};
    Ids ids{db.clock};
    Id<Account> buyer = ids.next<Account>();
    Id<Order> order = ids.next<Order>();
    ledger::Service ledger{*db, ids};

    OldBooks()
    {
        migrate::run(*db, oldLedger.until(1));
        const auto written = db->write([&](Tx &tx) -> Result<> {
            tx.run("INSERT INTO wallets (account_id, is_active, total_recharged, created_at) VALUES (?, 0, 10000, 5)",
                   buyer);
            account(tx, ledger::available(buyer), Money{6'000});
            account(tx, ledger::held(buyer), Money{4'000});
            account(tx, ledger::gatewayClearing, std::nullopt);
            post(tx, "recharge", ids.next<Payment>().uuid, ledger::gatewayClearing, ledger::available(buyer), 10'000);
            post(tx, "hold", order.uuid, ledger::available(buyer), ledger::held(buyer), 4'000);
            return {};
        });
        if (!written)
            qFatal("there are no old books");
    }
    void account(Tx &tx, const ledger::BookAccount &of, std::optional<Money> balance)
    {
        tx.run("INSERT INTO ledger_accounts (id, kind, owner_id, balance, created_at) VALUES (?, ?, ?, ?, 5)",
               ledger::key(of), of.kind, Id<Account>{of.owner}, balance);
    }
    void post(Tx &tx, const QString &kind, QUuid subject, const ledger::BookAccount &from,
              const ledger::BookAccount &to, qint64 paise)
    {
        const auto id = ids.next<ledger::Transaction>();
        tx.run("INSERT INTO ledger_transactions (id, kind, step, subject_id, created_at) VALUES (?1, ?2, ?2, ?3, 6)",
               id, kind, Id<Order>{subject});
        tx.run("INSERT INTO ledger_transfers (transaction_id, line, debit_account_id, credit_account_id, amount)"
               " VALUES (?, 1, ?, ?, ?)",
               id, ledger::key(from), ledger::key(to), Money{paise});
        const bool isHold = kind == u"hold";
        tx.run("INSERT INTO wallet_entries (id, account_id, transaction_id, type, status, amount, balance_before,"
               " balance_after, held_after, description, processed_at)"
               " VALUES (?, ?, ?, ?, 'completed', ?, ?, 10000, ?, 'Old', 6)",
               ids.next<WalletEntry>(), buyer, id, kind, Money{paise}, Money{isHold ? 10'000 : 0},
               Money{isHold ? paise : 0});
    }
    template <class Work>
    Result<> write(Work &&work)
    {
        return db->write([&](Tx &tx) -> Result<> { return work(tx); });
    }
};

} // namespace

class TestOfOldBooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // WAL-18: what was closed stays closed
    void allOfThemIsThereAndGoesOn()
    {
        OldBooks old;

        migrate::run(*old.db, oldLedger.whole());

        QCOMPARE(old.ledger.verify(), std::optional<QString>());
        const Wallet wallet = old.db->read([&](Tx &tx) { return old.ledger.wallet(tx, old.buyer); });
        QCOMPARE(wallet.currentBalance, Money{10'000});
        QCOMPARE(wallet.heldAmount, Money{4'000});
        QCOMPARE(wallet.totalRecharged, Money{10'000});
        QCOMPARE(wallet.isActive, false);
        QCOMPARE(old.db->read([&](Tx &tx) { return old.ledger.heldOf(tx, old.order); }), Money{4'000});
        QCOMPARE(old.db.number("count(*) FROM ledger_transactions WHERE lines = 1"), 2);
        const auto hold = [&] {
            return old.write([&](Tx &tx) {
                return old.ledger.hold(tx, old.buyer, old.ids.next<Order>(), {1'000}, QStringLiteral("New"));
            });
        };
        QCOMPARE(hold().error().code, ErrorCode::BalanceFrozen);
        QVERIFY(old.write([&](Tx &tx) { return old.ledger.unfreeze(tx, ledger::key(ledger::available(old.buyer))); }));
        QVERIFY(hold());
        QVERIFY(old.write([&](Tx &tx) { return old.ledger.release(tx, old.buyer, old.order, QStringLiteral("Old")); }));
        QCOMPARE(old.ledger.verify(), std::optional<QString>());
    }

    // LED-02
    void whatIsTakenOverIsAppendOnlyToo_data()
    {
        QTest::addColumn<QByteArray>("statement");
        for (const char *statement :
             {"UPDATE ledger_transactions SET created_at = 1", "DELETE FROM ledger_transfers",
              "UPDATE wallet_entries SET amount = 1", "UPDATE ledger_accounts SET balance = -1 WHERE balance > 0",
              "INSERT INTO ledger_transactions (id, kind, step, subject_id, lines, created_at)"
              " SELECT account_id, 'recharge', 'recharge', account_id, 1, 1 FROM wallets"})
            QTest::newRow(statement) << QByteArray(statement);
    }
    void whatIsTakenOverIsAppendOnlyToo()
    {
        QFETCH(QByteArray, statement);
        OldBooks old;
        migrate::run(*old.db, oldLedger.whole());

        QVERIFY_EXCEPTION_THROWN((void)old.write([&](Tx &tx) -> Result<> {
            tx.run(std::string_view(statement.constData(), std::size_t(statement.size())));
            return {};
        }),
                                 DbFault);

        QCOMPARE(old.ledger.verify(), std::optional<QString>());
    }

    void whatIsMissingIsCountedAndLeftAsItIs()
    {
        OldBooks old;

        const int missing = migrate::pending(*old.db);

        QCOMPARE(missing, int(migrate::scripts().size() - oldLedger.until(1).size()));
        QCOMPARE(old.db.number("count(*) FROM wallets WHERE is_active = 0"), 1);
        migrate::run(*old.db);
        QCOMPARE(migrate::pending(*old.db), 0);
    }
};

TEST_CLASS(TestOfOldBooks)
#include "tst_oldbooks.moc"
