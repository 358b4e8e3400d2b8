// Payouts of the first version are taken over as they are.

#include "server/core/ids.h"
#include "server/payouts/store.h"
#include "tests/support/oldschema.h"
#include "tests/support/runner.h"
#include "tests/support/testdb.h"

namespace {

// What payouts refer to, without what does not matter here.
constexpr OldSchema oldPayouts{.owner = "payouts",
                               .neighbours = "CREATE TABLE accounts (id @id NOT NULL PRIMARY KEY) @strict;"
                                             "CREATE TABLE vendors (id @id NOT NULL PRIMARY KEY) @strict;"
                                             "CREATE TABLE kyc_submissions (id @id NOT NULL PRIMARY KEY) @strict;"
                                             "CREATE TABLE orders (id @id NOT NULL PRIMARY KEY) @strict;"};

// One that was paid and one that was refused, with the same order in both.
struct OldPayouts
{
    TestDb db{TestDb::Schema::Empty};
    Ids ids{db.clock};
    Id<Vendor> vendor = ids.next<Vendor>();
    Id<Account> account = ids.next<Account>();
    Id<KycSubmission> papers = ids.next<KycSubmission>();
    Id<Order> order = ids.next<Order>();
    Id<Payout> refused = ids.next<Payout>();
    Id<Payout> paid = ids.next<Payout>();

    OldPayouts()
    {
        migrate::run(*db, oldPayouts.until(1));
        write([&](Tx &tx) {
            tx.run("INSERT INTO vendors (id) VALUES (?)", vendor);
            tx.run("INSERT INTO accounts (id) VALUES (?)", account);
            tx.run("INSERT INTO kyc_submissions (id) VALUES (?)", papers);
            tx.run("INSERT INTO orders (id) VALUES (?)", order);
            add(tx, refused, QStringLiteral("PO-1"), QStringLiteral("failed"), std::nullopt,
                QStringLiteral("rejected"));
            add(tx, paid, QStringLiteral("PO-2"), QStringLiteral("processed"), QStringLiteral("UTR-1"), std::nullopt);
            share(tx, refused, 0);
            share(tx, paid, 1);
        });
    }
    void add(Tx &tx, Id<Payout> id, const QString &number, const QString &status,
             const std::optional<QString> &reference, const std::optional<QString> &code)
    {
        tx.run("INSERT INTO payouts (id, payout_number, vendor_id, vendor_account_id, region, store_name, amount,"
               " orders_count, kyc_submission_id, bank_account_sealed, bank_account_masked, bank_ifsc,"
               " bank_account_holder, status, transaction_reference, failure_code, requested_at, processed_at)"
               " VALUES (?, ?, ?, ?, 'IN-MH', 'Iron Yard', 73500, 1, ?, ?, '**6620', 'HDFC0000001', 'Owner', ?, ?, ?,"
               " 5, 6)",
               id, number, vendor, account, papers, sql::Blob{"sealed"}, status, reference, code);
    }
    void share(Tx &tx, Id<Payout> payout, int isCurrent)
    {
        tx.run("INSERT INTO payout_orders (payout_id, order_id, order_number, gross, commission, net, settled_at,"
               " is_current) VALUES (?, ?, 'KW-1', 75000, 1500, 73500, 4, ?)",
               payout, order, isCurrent);
    }
    template <class Work>
    void write(Work &&work)
    {
        const auto written = db->write([&](Tx &tx) -> Result<> {
            work(tx);
            return {};
        });
        if (!written)
            qFatal("there are no old payouts");
    }
    payouts::PayoutRow read(Id<Payout> id)
    {
        return db->read([&](Tx &tx) { return payouts::Store().find(tx, id).value(); });
    }
};

} // namespace

class TestOfOldPayouts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // DEP-06
    void allOfThemAreThereWithTheirOrders()
    {
        OldPayouts old;

        migrate::run(*old.db, oldPayouts.whole());

        const payouts::PayoutRow paid = old.read(old.paid), refused = old.read(old.refused);
        QCOMPARE(paid.status, PayoutStatus::Processed);
        QCOMPARE(paid.transactionReference, QStringLiteral("UTR-1"));
        QCOMPARE(paid.amount, Money{73'500});
        QCOMPARE(paid.corrections, Money{});
        QCOMPARE(paid.bankAccountSealed.bytes, QByteArray("sealed"));
        QCOMPARE(refused.failureCode, PayoutFailure::Rejected);
        QVERIFY(!refused.batchNumber && !refused.firstApprovedBy && !refused.returnedAt);
        QCOMPARE(old.db.number("count(*) FROM payout_orders"), 2);
        QCOMPARE(old.db.number("count(*) FROM payout_orders WHERE is_current = 1"), 1);
    }

    // PAYO-08: whoever has entered one twice before goes on; from now on it is taken.
    void aReferenceThatWasEnteredTwiceStandsOnce()
    {
        OldPayouts old;
        const Id<Payout> copied = old.ids.next<Payout>();
        old.write([&](Tx &tx) {
            old.add(tx, copied, QStringLiteral("PO-3"), QStringLiteral("processed"), QStringLiteral("utr-1"),
                    std::nullopt);
        });

        migrate::run(*old.db, oldPayouts.whole());

        QCOMPARE(old.db.number("count(*) FROM payout_references"), 1);
        QCOMPARE(old.read(copied).transactionReference, QStringLiteral("utr-1"));
        old.write([&](Tx &tx) {
            QVERIFY(!payouts::Store().takeReference(tx, QStringLiteral("Utr-1")));
            QVERIFY(payouts::Store().takeReference(tx, QStringLiteral("UTR-2")));
        });
    }

    // PAYO-08: what was made before may lie with the bank.
    void aFileFromBeforeCountsAsOpenedByItsMaker()
    {
        OldPayouts old;
        migrate::run(*old.db, oldPayouts.until(7));
        const Id<PayoutBatch> file = old.ids.next<PayoutBatch>();
        old.write([&](Tx &tx) {
            tx.run("INSERT INTO payout_batches (id, batch_number, layout_name, layout, payouts_count, amount,"
                   " file_name, file_hash, status, created_by, created_by_id, created_at)"
                   " VALUES (?, 'PB-1', 'neft', '{}', 1, 73500, 'PB-1.csv', ?, 'open', 'boss', ?, 7)",
                   file, QString(64, u'a'), old.account);
        });

        migrate::run(*old.db, oldPayouts.whole());

        old.write([&](Tx &tx) {
            payouts::Store store;
            QCOMPARE(store.batch(tx, file)->openedAt, std::optional(Instant{7}));
            QVERIFY(store.hasOpened(tx, file, old.account));
            QVERIFY(!store.cancelBatch(tx, file, tx.now()));
            QVERIFY(store.withdrawBatch(tx, file, QStringLiteral("WD-1"), tx.now()));
        });
    }

    // PAYO-04: an order is in one payout that has not failed, also after the tables were made anew.
    void whatHeldBeforeHoldsStill()
    {
        OldPayouts old;
        migrate::run(*old.db, oldPayouts.whole());

        QVERIFY_EXCEPTION_THROWN(old.write([&](Tx &tx) {
            tx.run("UPDATE payout_orders SET is_current = 1 WHERE payout_id = ?", old.refused);
        }),
                                 DbFault);
        QVERIFY_EXCEPTION_THROWN(old.write([&](Tx &tx) { tx.run("DELETE FROM payouts WHERE id = ?", old.paid); }),
                                 DbFault);
        QVERIFY_EXCEPTION_THROWN(old.write([&](Tx &tx) {
            tx.run("UPDATE payouts SET failure_code = 'returned' WHERE id = ?", old.refused);
        }),
                                 DbFault);
    }
};

TEST_CLASS(TestOfOldPayouts)
#include "tst_oldpayouts.moc"
