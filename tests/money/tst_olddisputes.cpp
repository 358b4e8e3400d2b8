// Disputes and refunds of the first version are taken over as they are.

#include "server/core/ids.h"
#include "server/refunds/store.h"
#include "tests/support/oldschema.h"
#include "tests/support/runner.h"
#include "tests/support/testdb.h"

namespace {

// What they refer to, without what does not matter here.
constexpr OldSchema oldRefunds{.owner = "refunds",
                               .neighbours = "CREATE TABLE accounts (id @id NOT NULL PRIMARY KEY) @strict;"
                                             "CREATE TABLE vendors (id @id NOT NULL PRIMARY KEY) @strict;"
                                             "CREATE TABLE orders (id @id NOT NULL PRIMARY KEY) @strict;"};

// A dispute about a weight that was decided, with a word of the buyer and the refund that it led to.
struct OldDispute
{
    TestDb db{TestDb::Schema::Empty};
    Ids ids{db.clock};
    Id<Vendor> vendor = ids.next<Vendor>();
    Id<Account> account = ids.next<Account>();
    Id<Order> order = ids.next<Order>();
    Id<WeighTicket> ticket = ids.next<WeighTicket>();
    Id<Dispute> dispute = ids.next<Dispute>();
    Id<Refund> refund = ids.next<Refund>();

    OldDispute()
    {
        migrate::run(*db, oldRefunds.until(1));
        write([&](Tx &tx) {
            tx.run("INSERT INTO vendors (id) VALUES (?)", vendor);
            tx.run("INSERT INTO accounts (id) VALUES (?)", account);
            tx.run("INSERT INTO orders (id) VALUES (?)", order);
            add(tx, dispute, QStringLiteral("DS-1"), QStringLiteral("decided"));
            tx.run("INSERT INTO dispute_statements (id, dispute_id, author, author_id, text, files, at)"
                   " VALUES (?, ?, 'buyer', ?, 'It weighs less.', '[]', 5)",
                   ids.next<DisputeStatement>(), dispute, account);
            tx.run("INSERT INTO refunds (id, refund_number, order_id, order_number, buyer_id, vendor_id,"
                   " vendor_account_id, store_name, amount, from_vendor, from_commission, lines, reason, text, status,"
                   " requested_by, requested_by_id, dispute_id, requested_at, approved_at, decided_at) VALUES (?,"
                   " 'RF-1', ?, 'KW-1', ?, ?, ?, 'Iron Yard', 5000, 4900, 100, '[]', 'dispute', 'Both gave in.',"
                   " 'processed', 'admin', ?, ?, 6, 6, 6)",
                   refund, order, account, vendor, account, account, dispute);
        });
    }
    void add(Tx &tx, Id<Dispute> id, const QString &number, const QString &status)
    {
        const bool isDecided = status == u"decided";
        const auto when = [&](qint64 ms) { return isDecided ? std::optional(ms) : std::nullopt; };
        tx.run(
            "INSERT INTO disputes (id, dispute_number, order_id, order_number, buyer_id, vendor_id,"
            " vendor_account_id, store_name, kind, opened_by, wish, at_stake, is_frozen, weigh_ticket_id, status,"
            " answer_due_at, outcome, to_buyer, to_vendor, resolution, opened_at, closed_at) VALUES (?, ?, ?, 'KW-1',"
            " ?, ?, ?, 'Iron Yard', 'weight', 'buyer', 'refund', 75000, 1, ?, ?, 9, ?, ?, ?, ?, 4, ?)",
            id, number, order, account, vendor, account, ticket, status,
            isDecided ? std::optional(QStringLiteral("split")) : std::nullopt, when(5'000), when(70'000),
            isDecided ? std::optional(QStringLiteral("Both gave in.")) : std::nullopt, when(6));
    }
    template <class Work>
    void write(Work &&work)
    {
        const auto written = db->write([&](Tx &tx) -> Result<> {
            work(tx);
            return {};
        });
        if (!written)
            qFatal("there is no old dispute");
    }
};

} // namespace

class TestOfOldDisputes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // DEP-06
    void allOfThemAreThereWithWhatWasSaid()
    {
        OldDispute old;

        migrate::run(*old.db, oldRefunds.whole());

        refunds::Store store;
        const auto dispute = old.db->read([&](Tx &tx) { return store.find(tx, old.dispute); });
        const auto refund = old.db->read([&](Tx &tx) { return store.find(tx, old.refund); });
        const auto said = old.db->read([&](Tx &tx) { return store.statements(tx, old.dispute, 10); });
        QCOMPARE(dispute->status, DisputeStatus::Decided);
        QCOMPARE(dispute->toBuyer, Money{5'000});
        QCOMPARE(dispute->weighTicketId, old.ticket);
        QCOMPARE(refund->status, RefundStatus::Processed);
        QCOMPARE(refund->disputeId, old.dispute);
        QCOMPARE(refund->fromVendor, Money{4'900});
        QCOMPARE(said.size(), 1);
        QCOMPARE(said[0].text, QStringLiteral("It weighs less."));
    }

    // REF-05: the same ticket may be contested again, but an order has one dispute at a time.
    void aTicketMayStandInFurtherOnes()
    {
        OldDispute old;
        QVERIFY_EXCEPTION_THROWN(old.write([&](Tx &tx) {
            old.add(tx, old.ids.next<Dispute>(), QStringLiteral("DS-2"), QStringLiteral("open"));
        }),
                                 DbFault);

        migrate::run(*old.db, oldRefunds.whole());

        old.write(
            [&](Tx &tx) { old.add(tx, old.ids.next<Dispute>(), QStringLiteral("DS-2"), QStringLiteral("open")); });
        QCOMPARE(old.db.number("count(*) FROM disputes WHERE weigh_ticket_id = ?", old.ticket), 2);
        QVERIFY_EXCEPTION_THROWN(old.write([&](Tx &tx) {
            old.add(tx, old.ids.next<Dispute>(), QStringLiteral("DS-3"), QStringLiteral("open"));
        }),
                                 DbFault);
    }

    void whatHeldBeforeHoldsStill()
    {
        OldDispute old;
        migrate::run(*old.db, oldRefunds.whole());

        for (const char *statement :
             {"DELETE FROM disputes", "DELETE FROM dispute_statements", "UPDATE dispute_statements SET text = 'Sorry.'",
              "UPDATE refunds SET from_vendor = 5000", "UPDATE refunds SET reason = 'other'"})
            QVERIFY_EXCEPTION_THROWN(old.write([&](Tx &tx) { tx.run(statement); }), DbFault);
    }
};

TEST_CLASS(TestOfOldDisputes)
#include "tst_olddisputes.moc"
