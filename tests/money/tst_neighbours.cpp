#include "tests/money/counter.h"
#include "tests/money/street.h"
#include "tests/support/runner.h"

namespace {

enum class About { Held, Cancelled, Settled, Payment, Refund, Waiting, Paid, Weighed };

QUuid idOf(Street &street, About about)
{
    switch (about) {
    case About::Held: return street.held.id.uuid;
    case About::Cancelled: return street.cancelled.id.uuid;
    case About::Settled: return street.settled.id.uuid;
    case About::Payment: return street.payment.uuid;
    case About::Refund:
        return street.must(street.world.refunds.listAllRefunds(street.world.admin, {})).items.constLast().id.uuid;
    case About::Waiting: return street.waiting.uuid;
    case About::Paid: return street.paid.uuid;
    case About::Weighed: return street.weighed.id.uuid;
    }
    return {};
}

} // namespace

// WAL-10, WAL-16: the books and the rest of the house say the same.
class TestOfNeighbours : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void aBusyMarketHasNoDifference()
    {
        Street street;

        street.tax();

        QCOMPARE(street.problem(), QString());

        QVERIFY(street.books.readBooks(street.world.admin)->isSound);
        // Each that there is but those of markets with cash, charge-backs, settlements and closures, which have tests
        // of their own.
        constexpr std::array elsewhere{PostingKind::CodCommission, PostingKind::RechargeBack, PostingKind::DebtPaid,
                                       PostingKind::GatewaySettle, PostingKind::Closure};
        QCOMPARE(street.world.db.number("count(DISTINCT kind) FROM ledger_transactions"),
                 names::all<PostingKind>().size() - qint64(elsewhere.size()));
    }

    // PAY-08, LED-01, WAL-12: nor does what the market has with its bank
    void whatGoesToTheBankAndBackHasNoDifference()
    {
        Counter counter;
        World &world = counter.world;
        const Secrets secrets{{QByteArray(32, 'b')}, 4};
        books::Service books{*world.db,  world.db.clock, world.ids,      world.ledger, world.accounts,
                             world.auth, world.audit,    world.settings, secrets};
        books.compareWith({counter.all, world.orders, world.weighing, world.refunds, world.payouts, world.tax});
        const QString provider = QStringLiteral("razorpay");
        const auto paid = [&](const char *event) {
            const QString order = counter.open(provider).gatewayOrderId;
            const QByteArray news = Till::event("payment.captured", order, QStringLiteral("captured"));
            return counter.tell(provider, Till::signedBody(news, event)) ? order : QString();
        };
        const QString first = paid("one"), second = paid("two");
        (void)world.settled(); // 750.00 of 1,000.00 are spent
        QByteArray back = Till::event("refund.processed", first, QStringLiteral("refunded"));
        back.replace("\"currency\"", "\"amount_refunded\":50000,\"currency\"");

        QVERIFY(counter.all.takeSettlement(
            world.admin, {provider, QStringLiteral("entity_id,type,debit,credit,amount,currency,fee,tax,settlement_id,"
                                                   "payment_id\npay_of_%1,payment,0.00,488.20,500.00,INR,11.80,1.80,"
                                                   "setl_1,\n")
                                        .arg(second)}));
        QVERIFY(counter.tell(provider, Till::signedBody(back, "back")));
        QVERIFY(counter.all.resolveMoneyFlag(world.admin, counter.flags().value(0).id,
                                             {FlagAction::Book, {}, QStringLiteral("Seen there")}));
        QVERIFY(!paid("three").isEmpty());
        QVERIFY(counter.all.closeWallet(
            world.admin, world.buyer.caller.id,
            {{25'000}, {25'000}, QStringLiteral("The buyer leaves"), QStringLiteral("UTR0001")}));

        QCOMPARE(books.check().problem, std::optional<QString>());
        QCOMPARE(world.db.number("count(DISTINCT kind) FROM ledger_transactions WHERE kind IN ('recharge_back',"
                                 " 'debt_paid', 'gateway_settle', 'closure')"),
                 4);
    }

    void whatARowSaysOtherwiseIsNamed_data()
    {
        QTest::addColumn<QByteArray>("damage");
        QTest::addColumn<int>("about");
        QTest::addColumn<QString>("found");
        const auto row = [](const char *name, const char *damage, About about, const char *found) {
            QTest::newRow(name) << QByteArray(damage) << int(about) << QString::fromLatin1(found);
        };
        row("released without its money", "UPDATE orders SET escrow_status = 'released' WHERE id = ?", About::Held,
            "the escrow of order {held} is released, the books ended it with nothing");
        row("held although it is settled",
            "UPDATE orders SET escrow_status = 'held', settled_at = NULL, payout_id = NULL, order_status = 'delivered'"
            " WHERE id = ?",
            About::Settled, "the escrow of order {settled} is held, the books ended it with settle");
        row("disputed although it went back", "UPDATE orders SET escrow_status = 'disputed' WHERE id = ?",
            About::Cancelled, "the escrow of order {cancelled} is disputed, the books ended it with release");
        row("worth more than is held",
            "UPDATE orders SET subtotal = subtotal + 1, total_amount = total_amount + 1 WHERE id = ?", About::Held,
            "order {held} needs 750.01 of its buyer, the books held 750.00");
        row("more is refunded", "UPDATE orders SET refunded_amount = refunded_amount + 1 WHERE id = ?", About::Settled,
            "order {settled} has brought 649.99, its postings say 650.00");
        row("a payment of more", "UPDATE payments SET amount = amount + 1 WHERE id = ?", About::Payment,
            "payment {payment} of 30000.01 is paid, the books credited 30000.00");
        row("a payment that failed", "UPDATE payments SET status = 'failed' WHERE id = ?", About::Payment,
            "payment {payment} of 30000.00 is failed, the books credited 30000.00");
        row("a refund that waits",
            "UPDATE refunds SET status = 'approved', from_vendor = NULL, from_commission = NULL, decided_at = NULL"
            " WHERE id = ?",
            About::Refund, "refund {refund} of 100.00 is approved, the books gave back 100.00");
        row("a top-up that was refused", "UPDATE weigh_top_ups SET status = 'declined' WHERE order_id = ?",
            About::Weighed, "top-up {topup} of 375.00 is declined, the books held 375.00");
        row("a payout that never left",
            "UPDATE payouts SET status = 'processed', processed_at = 1, transaction_reference = 'X' WHERE id = ?",
            About::Waiting,
            "payout {waiting} is processed and needs payout_reserve 735.00, payout_complete 735.00, the books say"
            " payout_reserve 735.00");
        row("a payout that has left",
            "UPDATE payouts SET status = 'approved', transaction_reference = NULL WHERE id = ?", About::Paid,
            "payout {paid} is approved and needs payout_reserve 637.00, the books say payout_reserve 637.00,"
            " payout_complete 637.00");
        row("tax that was never withheld", "UPDATE payouts SET withheld = 500 WHERE id = ?", About::Waiting,
            "payout {waiting} is requested and needs payout_reserve 735.00, tax_withhold 5.00, the books say"
            " payout_reserve 735.00");
    }
    void whatARowSaysOtherwiseIsNamed()
    {
        QFETCH(QByteArray, damage);
        QFETCH(int, about);
        QFETCH(QString, found);
        Street street;
        const QString topUp = street.world.db->read([&](Tx &tx) {
            QString out;
            for (const ledger::Movement &move : street.world.ledger.movements(tx, {street.weighed.id.uuid}))
                if (move.kind == PostingKind::TopUp)
                    out = move.subjectId.text();
            return out;
        });
        const QString expected = street.named(found).replace(QStringLiteral("{topup}"), topUp);

        street.sql(damage, idOf(street, About(about)));

        QCOMPARE(street.problem(), expected);
        QCOMPARE(street.books.readBooks(street.world.admin)->difference, std::optional(expected));
        QCOMPARE(street.world.payouts.approvePayout(street.world.admin, street.waiting).error().code,
                 damage.contains("'processed'") ? ErrorCode::IllegalTransition : ErrorCode::BooksInDoubt);
    }

    void aPostingOfNothingIsNamed_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("found");
        QTest::newRow("recharge") << int(PostingKind::Recharge)
                                  << QStringLiteral("recharge is of payment %1, which is not there");
        QTest::newRow("hold") << int(PostingKind::Hold) << QStringLiteral("hold is of order %1, which is not there");
        QTest::newRow("reserve") << int(PostingKind::PayoutReserve)
                                 << QStringLiteral("the waiting payouts of store %1 are 735.00, the books have 736.00"
                                                   " in payouts");
    }
    void aPostingOfNothingIsNamed()
    {
        QFETCH(int, kind);
        QFETCH(QString, found);
        Street street;
        (void)street.world.settled(); // something to take
        const QUuid subject = QUuid::createUuid();
        const Id<Account> buyer = street.world.buyer.caller.id;

        street.must(street.world.db->write([&](Tx &tx) -> Result<> {
            if (PostingKind(kind) == PostingKind::Recharge)
                return street.world.ledger.recharge(tx, buyer, {100}, {subject}, QStringLiteral("pay"));
            if (PostingKind(kind) == PostingKind::Hold)
                return street.world.ledger.hold(tx, buyer, {subject}, {100}, QStringLiteral("Order KW-0"));
            return street.world.ledger.reservePayout(tx, street.world.store.id, {subject}, {100});
        }));

        const bool isOfStore = PostingKind(kind) == PostingKind::PayoutReserve;
        QCOMPARE(street.problem(),
                 found.arg(isOfStore ? street.world.store.id.text() : subject.toString(QUuid::WithoutBraces)));
    }

    // WAL-16: it stands until it is right again, and what is right is carried forward
    void aDifferenceIsOverWhenTheRowsAgreeAgain()
    {
        Street street;
        street.world.db.clock.advance(40 * dayMs);
        street.sql("UPDATE orders SET escrow_status = 'released' WHERE id = ?", street.held.id.uuid);
        QVERIFY(!street.problem().isEmpty());
        QCOMPARE(street.world.db.number("count(*) FROM ledger_carried"), 0);

        street.sql("UPDATE orders SET escrow_status = 'held' WHERE id = ?", street.held.id.uuid);

        QCOMPARE(street.problem(), QString());
        QVERIFY(street.world.payouts.approvePayout(street.world.admin, street.waiting));
        QVERIFY(street.world.db.number("count(*) FROM ledger_carried") > 0);
    }

    // An order is charged by its weigh tickets: one that was changed puts the books in doubt, and no money leaves.
    void aWeighTicketThatWasChangedIsADifference()
    {
        Street street;
        street.must(street.world.db->write([&](Tx &tx) -> Result<> {
            tx.run(tx.engine() == Engine::Postgres ? "DROP TRIGGER weigh_tickets_append_only ON weigh_tickets"
                                                   : "DROP TRIGGER weigh_tickets_no_UPDATE");
            return {};
        }));
        street.sql("UPDATE weigh_tickets SET gross = gross + 100, net = net + 100 WHERE order_id = ?",
                   street.weighed.id.uuid);

        const QString problem = street.problem();

        QCOMPARE(problem, street.named(QStringLiteral("weigh ticket 1 of store {store} is not as it was recorded")));
        QVERIFY(!street.books.readBooks(street.world.admin)->isSound);
        QVERIFY(!street.world.payouts.approvePayout(street.world.admin, street.waiting));
    }

    // WAL-16: what is carried can be made again from the postings, and whoever does it is on record
    void whatIsCarriedWronglyIsCarriedAnew()
    {
        Street street;
        street.world.db.clock.advance(40 * dayMs);
        QCOMPARE(street.problem(), QString());
        street.sql("INSERT INTO ledger_carried (edition, account_id, before_id, balance)"
                   " SELECT DISTINCT edition, ?, before_id, 7 FROM ledger_carried_kinds",
                   street.held.id.uuid); // an account that there never was
        QVERIFY(street.problem().endsWith(QStringLiteral("\"kabaadwala-server ledger recarry\" carries them anew")));

        const auto found = street.books.carryAnew();

        QCOMPARE(found.problem, std::optional<QString>());
        QVERIFY(street.books.readBooks(street.world.admin)->isSound);
        QCOMPARE(street.world.db.number("count(DISTINCT edition) FROM ledger_carried"), 2);
        QCOMPARE(street.world.db.number("count(*) FROM audit_log WHERE action = 'books.carried_anew'"), 1);
    }
};

TEST_CLASS(TestOfNeighbours)
#include "tst_neighbours.moc"
