// UPI without an intermediary: money is found on the bank's statement, or flagged, and never credited wrongly (M11).

#include "server/payments/statement.h"
#include "tests/money/counter.h"
#include "tests/support/runner.h"

#include <QUrlQuery>

#include <algorithm>

namespace {

const StatementColumns columnsOfBank{QStringLiteral("Date"),
                                     QStringLiteral("Narration"),
                                     QStringLiteral("Deposit Amt."),
                                     QStringLiteral("Chq./Ref.No."),
                                     {}};

struct Branch : Counter
{
    Payment payment = open(QStringLiteral("upi"));

    void pay(const Payment &of, const char *amount = nullptr)
    {
        QJsonObject wish{{"link", of.checkoutUrl}};
        if (amount)
            wish.insert("amount", QString::fromLatin1(amount));
        gateway.post(QStringLiteral("/upi/pay"), wish);
    }
    QString statement() const
    {
        return QString::fromUtf8(payments::call({.url = gateway.url() + QStringLiteral("/upi/statement.csv")}).body);
    }
    Result<StatementReport> take(const QString &csv) { return all.takeStatement(world.admin, {columnsOfBank, csv}); }
    static QList<LineOutcome> outcomes(const StatementReport &report)
    {
        QList<LineOutcome> out;
        for (const StatementRow &line : report.lines)
            out += line.outcome;
        return out;
    }
    static QString lineOf(const QString &narration, const QString &number, const QString &amount)
    {
        return QStringLiteral("Date,Narration,Chq./Ref.No.,Withdrawal Amt.,Deposit Amt.\n27/11/26,%1,%2,,%3\n")
            .arg(narration, number, amount);
    }
    Result<MoneyFlag> resolve(FlagAction action, const std::optional<Id<Payment>> &payment = {})
    {
        return all.resolveMoneyFlag(world.admin, flags().first().id,
                                    {action, payment, QStringLiteral("Seen with the bank")});
    }
};

} // namespace

class TestOfStatements : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void theLinkSaysEverythingPercentEncoded()
    {
        Branch account;
        const QString link = account.payment.checkoutUrl, reference = account.payment.gatewayOrderId;

        QCOMPARE(link, "upi://pay?pa=market%40bank&pn=Kabaadwala%20%26%20Sons&am=500.00&cu=INR&tn=Recharge%20" +
                           reference + "&tr=" + reference + "&mc=5093");
        QCOMPARE(reference.size(), 28);
        QVERIFY(reference.startsWith(u"KW"));
    }

    // Only what carries the reference and the very amount is credited.
    void moneyIsCreditedExactlyOrFlagged()
    {
        Branch account;
        const Payment less = account.open("upi"), more = account.open("upi"), never = account.open("upi");
        account.pay(account.payment);
        account.pay(less, "499.99");
        account.pay(more, "1500.00");
        account.pay(account.payment);
        account.gateway.post("/upi/pay", {{"link", never.checkoutUrl}, {"note", "for the copper"}});
        const QString csv = account.statement() + "28/11/26,Rent,X1,\"20,000.00\",\r\n28/11/26,Fee,X2,,oops\r\n";

        const auto report = account.take(csv);

        using enum LineOutcome;
        QCOMPARE(Branch::outcomes(*report),
                 QList<LineOutcome>({Credited, Partial, Excess, Duplicate, Unknown, Debit, Unreadable}));
        QCOMPARE(report->credited, 1);
        QCOMPARE(report->flagged, 4);
        QCOMPARE(report->creditedAmount, Money{50'000});
        QCOMPARE(account.balance(), Money{50'000});
        QCOMPARE(account.statusOf(account.payment), PaymentStatus::Paid);
        for (const Payment &open : {less, more, never})
            QCOMPARE(account.statusOf(open), PaymentStatus::Pending);
        QCOMPARE(account.flags().size(), 4);
        QCOMPARE(account.flags().first().kind, FlagKind::Unknown);
        QVERIFY(account.flags().first().note->contains("for the copper"));
        QCOMPARE(account.count("payment_refunds"), 0); // UPI money goes back by hand
        QCOMPARE(account.world.ledger.verify(), std::optional<QString>());
    }

    void theSameStatementTwiceChangesNothing()
    {
        Branch account;
        const Payment second = account.open("upi");
        account.pay(account.payment);
        const QString early = account.statement();
        QVERIFY(account.take(early));

        const auto again = account.take(early);
        account.pay(second);
        account.pay(second, "1.00");
        const auto longer = account.take(account.statement()); // with the first line in it
        const auto once = account.take(account.statement());

        using enum LineOutcome;
        QCOMPARE(Branch::outcomes(*again), QList<LineOutcome>({Seen}));
        QCOMPARE(Branch::outcomes(*longer), QList<LineOutcome>({Seen, Credited, Partial}));
        QCOMPARE(Branch::outcomes(*once), QList<LineOutcome>({Seen, Seen, Seen}));
        QCOMPARE(account.balance(), Money{100'000});
        QCOMPARE(account.count("statement_lines"), 3);
        QCOMPARE(account.count("money_flags"), 1);
    }

    // L11
    void linesInEveryOrderAndOftenEndInOneState()
    {
        Branch account;
        QList<int> turn{0, 1, 2, 3};
        qint64 expected = 0;
        int number = 1000;

        do {
            const Payment payment = account.open("upi");
            const QString said = "UPI-" + payment.gatewayOrderId;
            const QStringList lines{Branch::lineOf(said, QString::number(++number), "500.00"),
                                    Branch::lineOf(said, QString::number(++number), "500.00"),
                                    Branch::lineOf(said, QString::number(++number), "20.00"),
                                    Branch::lineOf("nobody", QString::number(++number), "500.00")};
            expected += 50'000;
            for (const int at : turn)
                for (int again = 0; again < 5; ++again)
                    QVERIFY(account.take(lines[at]));
            QCOMPARE(account.statusOf(payment), PaymentStatus::Paid);
            QCOMPARE(account.balance(), Money{expected});
        } while (std::next_permutation(turn.begin(), turn.end()));

        for (const char *kind : {"duplicate", "partial", "unknown"})
            QCOMPARE(account.world.db.number("count(*) FROM money_flags WHERE kind = ?", std::string_view(kind)), 24);
        QCOMPARE(account.count("money_flags"), 72);
        QCOMPARE(account.world.ledger.verify(), std::optional<QString>());
    }

    void everyBankHasItsOwnForm_data()
    {
        QTest::addColumn<QString>("csv");
        const QString reference = "KW" + QString(26, u'A'), head = "Date,Narration,Deposit Amt.,Chq./Ref.No.\n";
        QTest::newRow("semicolons") << "Narration;Deposit Amt.;Date;Chq./Ref.No.\nUPI/" + reference +
                                           ";1,234.50;27-Nov-2026;0000R1\n";
        QTest::newRow("a mark of bytes") << QString(QChar(QChar::ByteOrderMark)) + head + "27/11/26," + reference +
                                                ",1234.50,R1\n";
        QTest::newRow("a mark in words") << head + "27.11.2026,19\" rod " + reference + ",1234.50,R1\n";
        QTest::newRow("tabs") << "Date\tNarration\tDeposit Amt.\tChq./Ref.No.\n2026-11-27 10:15\t" + reference +
                                     "\t1234.5\tR1\n";
        QTest::newRow("ornaments") << "Date,Narration,Deposit Amt.,Chq./Ref.No.\r\n27 Nov 2026," + reference +
                                          ",\"₹ 1,234.50 Cr\",R1\r\n";
        QTest::newRow("broken words") << "x\n\n" + head + "27-11-2026,\"UPI \"\"me\"\"\n" +
                                             reference.first(9).toLower() + "\n" + reference.sliced(9) +
                                             "\",INR 1234.50,r 1";
        QTest::newRow("in the number") << "DATE,narration,deposit amt.,chq./ref.no.\n27/11/2026,UPI,1234.50," +
                                              reference;
        QTest::newRow("words before") << head + "27/11/26,KWALITY METALS " + reference + ",1234.50,R1";
    }
    void everyBankHasItsOwnForm()
    {
        QFETCH(QString, csv);

        const auto lines = payments::readStatement({columnsOfBank, csv});

        QVERIFY(lines);
        QCOMPARE(lines->size(), 1);
        QVERIFY(!lines->first().idle);
        QCOMPARE(lines->first().amount, Money{123'450});
        QCOMPARE(lines->first().day, QDate(2026, 11, 27));
        QVERIFY(lines->first().references.contains("KW" + QString(26, u'A')));
    }

    // Another export of the bank, with other names, days written in another way and no column for the number.
    void theSameLinesInAnotherFormCountOnce()
    {
        Branch account;
        account.pay(account.payment);
        account.gateway.post("/upi/pay", {{"link", account.payment.checkoutUrl}, {"note", "hello"}});
        const QString csv = account.statement();
        QString other = csv;
        other.replace("Date,Narration,Chq./Ref.No.", "Value Dt,Narration,Serial").replace("21/09/26", "21-Sep-2026");
        StatementColumns others{QStringLiteral("Value Dt"), columnsOfBank.narration, columnsOfBank.amount, {}, {}};
        QVERIFY(other.contains("21-Sep-2026"));
        QVERIFY(account.take(csv));

        const auto refused = account.all.takeStatement(account.world.admin, {others, other});
        const auto said = account.all.takeStatement(account.world.admin, {others, other, true});

        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QCOMPARE(Branch::outcomes(*said), QList<LineOutcome>({LineOutcome::Seen, LineOutcome::Seen}));
        QCOMPARE(account.count("statement_lines"), 2);
        QCOMPARE(account.count("money_flags"), 1);
        QCOMPARE(account.balance(), Money{50'000});
        QVERIFY(account.all.takeStatement(account.world.admin, {others, other})); // it is the bank's form now
    }

    // A bank without numbers: the second of two equal lines, at the head of a later file, is another payment.
    void theBalanceTellsEqualLinesApart()
    {
        Branch account;
        const StatementColumns bare{
            QStringLiteral("Date"), QStringLiteral("Words"), QStringLiteral("In"), {}, QStringLiteral("Balance")};
        const QString head = "Date,Words,In,Balance\n", first = "27/11/26,cash,500.00,1500.00\n",
                      second = "27/11/26,cash,500.00,2000.00\n";
        const auto take = [&](const QString &csv) {
            return Branch::outcomes(*account.all.takeStatement(account.world.admin, {bare, csv}));
        };

        using enum LineOutcome;
        QCOMPARE(take(head + first), QList<LineOutcome>({Unknown}));
        QCOMPARE(take(head + second), QList<LineOutcome>({Unknown}));
        QCOMPARE(take(head + first + second), QList<LineOutcome>({Seen, Seen}));
        QCOMPARE(account.count("money_flags"), 2);
    }

    // Our own reference in the bank's column is no number of the bank: it may come again with other money.
    void ourReferenceIsNoNumberOfTheBank()
    {
        Branch account;
        const QString reference = account.payment.gatewayOrderId;
        const auto first = account.take(Branch::lineOf("first", reference, "500.00"));
        const auto second = account.take(Branch::lineOf("second", reference, "500.00"));

        QCOMPARE(Branch::outcomes(*first), QList<LineOutcome>({LineOutcome::Credited}));
        QCOMPARE(Branch::outcomes(*second), QList<LineOutcome>({LineOutcome::Duplicate}));
        QCOMPARE(account.balance(), Money{50'000});
    }

    // Whoever has stolen a session credits nothing.
    void creditingAsksWhetherItIsStillTheSamePerson()
    {
        Branch account;
        account.pay(account.payment, "300.00");
        Caller stolen = account.world.admin;
        stolen.sessionId = {};
        const QString csv = account.statement();

        QCOMPARE(account.all.takeStatement(stolen, {columnsOfBank, csv}).error().code,
                 ErrorCode::ReauthenticationNeeded);
        QCOMPARE(account.count("statement_lines"), 0);
        QVERIFY(account.take(csv));
        const Id<MoneyFlag> flag = account.flags().first().id;
        for (const FlagAction action : {FlagAction::Credit, FlagAction::Refund})
            QCOMPARE(account.all.resolveMoneyFlag(stolen, flag, {action, {}, "Seen with the bank"}).error().code,
                     ErrorCode::ReauthenticationNeeded);
        QCOMPARE(account.flags().first().status, FlagStatus::Open);
        QCOMPARE(account.balance(), Money{});
        QVERIFY(account.all.resolveMoneyFlag(stolen, flag, {FlagAction::Dismiss, {}, "None of ours"}));
    }

    void aFileThatIsNoStatementChangesNothing()
    {
        Branch account;
        account.pay(account.payment);
        const QString csv = account.statement();
        Caller guest = account.world.admin;
        guest.superAdmin = false;
        StatementColumns others = columnsOfBank;
        others.amount = QStringLiteral("Credit");

        QCOMPARE(account.take("Date,Amount\n1,2\n").error().fields.first().field, QStringLiteral("csv"));
        QVERIFY(!account.all.takeStatement(account.world.admin, {others, csv}));
        QVERIFY(!account.take(csv + "28/11/26,\"never closed,1,,500.00\n"));
        QCOMPARE(account.take(csv + QString(statementLinesMax, u'\n')).error().code, ErrorCode::ValidationFailed);
        QCOMPARE(account.all.takeStatement(guest, {columnsOfBank, csv}).error().code, ErrorCode::PermissionMissing);
        QCOMPARE(account.payments.takeStatement(account.world.admin, {columnsOfBank, csv}).error().code,
                 ErrorCode::Unavailable); // no UPI there
        QCOMPARE(account.count("statement_lines"), 0);
        QCOMPARE(account.balance(), Money{});
    }

    // A statement comes when it comes, long after nobody waits any more.
    void moneyThatIsSeenLateIsCreditedAllTheSame()
    {
        Branch account;
        account.pay(account.payment);
        account.world.db.clock.advance(3 * dayMs - 1);
        QCOMPARE(
            account.world.db.number("count(*) FROM payments WHERE next_check_at <= ?", account.world.db.clock.now()),
            0); // there is nobody to ask
        account.world.db.clock.advance(1);
        account.all.reconcile();
        QCOMPARE(account.statusOf(account.payment), PaymentStatus::Failed);
        QCOMPARE(account.world.db.number("count(*) FROM outbox WHERE body LIKE '%\"use\":\"unseen\"%'"), 1);

        QVERIFY(account.take(account.statement()));

        QCOMPARE(account.statusOf(account.payment), PaymentStatus::Paid);
        QCOMPARE(account.balance(), Money{50'000});
    }

    void whatCameShortIsCreditedAsItCame()
    {
        Branch account;
        account.pay(account.payment, "300.00");
        QVERIFY(account.take(account.statement()));

        const auto resolved = account.resolve(FlagAction::Credit);
        const auto again = account.resolve(FlagAction::Credit);

        QCOMPARE(resolved->status, FlagStatus::Credited);
        QCOMPARE(resolved->resolvedBy, std::optional(QStringLiteral("boss")));
        QCOMPARE(again.error().code, ErrorCode::IllegalTransition);
        QCOMPARE(account.balance(), Money{30'000});
        QCOMPARE(account.statusOf(account.payment), PaymentStatus::Pending); // the whole may still come
        QCOMPARE(account.count("payments"), 2);
        QCOMPARE(account.world.ledger.verify(), std::optional<QString>());
    }

    void moneyWithoutAReferenceIsMatchedByHand()
    {
        Branch account;
        account.gateway.post("/upi/pay", {{"link", account.payment.checkoutUrl}, {"note", "hello"}});
        QVERIFY(account.take(account.statement()));
        const Payment other = account.open("stripe");

        QCOMPARE(account.resolve(FlagAction::Credit).error().fields.first().field, QStringLiteral("payment_id"));
        QVERIFY(!account.resolve(FlagAction::Credit, other.id));
        QCOMPARE(account.flags().first().status, FlagStatus::Open);
        QCOMPARE(account.balance(), Money{});
        const auto candidates =
            account.all.listAllPayments(account.world.admin, {.provider = "upi", .amount = Money{50'000}});
        QCOMPARE(candidates->items.size(), 1);
        QCOMPARE(candidates->items[0].payer, QStringLiteral("asha"));
        QVERIFY(account.resolve(FlagAction::Credit, candidates->items[0].id));

        QCOMPARE(account.statusOf(account.payment), PaymentStatus::Paid);
        QCOMPARE(account.balance(), Money{50'000});
        QCOMPARE(account.count("payments"), 2);
    }

    void whatIsGivenBackOrNoneOfOursCreditsNothing_data()
    {
        QTest::addColumn<FlagAction>("action");
        QTest::addColumn<FlagStatus>("status");
        QTest::newRow("back") << FlagAction::Refund << FlagStatus::Refunded;
        QTest::newRow("not ours") << FlagAction::Dismiss << FlagStatus::Dismissed;
    }
    void whatIsGivenBackOrNoneOfOursCreditsNothing()
    {
        QFETCH(FlagAction, action);
        QFETCH(FlagStatus, status);
        Branch account;
        account.pay(account.payment);
        account.pay(account.payment);
        QVERIFY(account.take(account.statement()));

        const auto resolved = account.resolve(action);

        QCOMPARE(resolved->status, status);
        QCOMPARE(account.balance(), Money{50'000});
        const auto open = account.all.listMoneyFlags(account.world.admin, {.status = FlagStatus::Open});
        QCOMPARE(open->items.size(), 0);
        const auto entries =
            account.world.audit.listAudit(account.world.admin, {.objectId = resolved->id.text()})->items;
        QCOMPARE(entries[0].action, QStringLiteral("payment.flag_resolved"));
        QVERIFY(entries[0].details.text.contains("Seen with the bank"));
    }
};

TEST_CLASS(TestOfStatements)
#include "tst_statements.moc"
