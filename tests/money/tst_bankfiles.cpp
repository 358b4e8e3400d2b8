// PAYO-08: files for the bank that were opened, and what its answers look like.

#include "tests/money/office.h"
#include "tests/support/refusal.h"
#include "tests/support/runner.h"

#include <QFile>
#include <QTemporaryDir>

#include <stdexcept>

namespace {

const QString columnsWithRemarks = QStringLiteral("payout_number,status,reference,reason,amount,remarks\n");

QByteArray layout(const QByteArray &name, const QByteArray &separator)
{
    return "{\"name\":\"" + name +
           "\",\"title\":\"Own\",\"amount_min\":\"1.00\",\"has_header\":false,\"separator\":\"" + separator +
           "\",\"columns\":[{\"title\":\"Amount\",\"value\":\"amount\"},{\"title\":\"IFSC\",\"value\":\"ifsc\"},"
           "{\"title\":\"Account\",\"value\":\"account_number\"}]}";
}

void write(const QTemporaryDir &folder, const char *name, const QByteArray &text)
{
    QFile file(folder.filePath(QString::fromLatin1(name)));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write a layout");
}

} // namespace

class TestOfBankFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // PAYO-08: what was opened may lie with the bank.
    void anOpenedFileIsWithdrawnByOtherHandsAndWithTheBanksReference()
    {
        Office office;
        payouts::Service &payouts = office.world.payouts;
        const Caller &first = office.world.admin;
        const Caller second = office.world.addAdmin(QStringLiteral("second"));
        const WithdrawPayoutBatch wish{QStringLiteral("HDFC-WD-7")};
        const Id<Payout> id = office.approved();
        const PayoutBatch made = office.batch({id}).value();
        QVERIFY(!made.openedAt);
        QCOMPARE(codeOf(payouts.withdrawPayoutBatch(second, made.id, wish)), ErrorCode::IllegalTransition);
        QVERIFY(payouts.openPayoutBatch(first, made.id));
        const auto before = office.world.traces();

        QCOMPARE(codeOf(payouts.cancelPayoutBatch(first, made.id)), ErrorCode::IllegalTransition);
        QCOMPARE(codeOf(payouts.cancelPayoutBatch(second, made.id)), ErrorCode::IllegalTransition);
        QCOMPARE(codeOf(payouts.withdrawPayoutBatch(first, made.id, wish)), ErrorCode::IllegalTransition);
        QCOMPARE(office.world.traces(), before);
        QCOMPARE(office.read(id).batchNumber, made.batchNumber);
        const auto withdrawn = payouts.withdrawPayoutBatch(second, made.id, wish);

        QCOMPARE(withdrawn->status, PayoutBatchStatus::Cancelled);
        QCOMPARE(withdrawn->openedAt, std::optional(made.createdAt));
        QCOMPARE(withdrawn->withdrawnReference, QStringLiteral("HDFC-WD-7"));
        QVERIFY(!office.read(id).batchNumber);
        QCOMPARE(office.world.db.number("count(*) FROM audit_log WHERE action = 'payouts.batch_withdrawn'"
                                        " AND CAST(details AS TEXT) LIKE '%HDFC-WD-7%'"),
                 1);
        QVERIFY(office.batch({id}));
    }

    // PAYO-08: what the operator's bank wants stands beside ours, and one of ours is replaced by its name.
    void layoutsOfTheOperatorStandBesideOurs()
    {
        const QTemporaryDir folder;
        write(folder, "icici.json", layout("icici", ";"));
        write(folder, "neft.json", layout("neft", "|"));
        World world;
        payouts::Service payouts{*world.db,   world.ids,      world.ledger,   world.orders,
                                 world.tax,   world.kyc,      world.accounts, world.auth,
                                 world.audit, world.settings, world.payments, folder.path()};

        const auto listed = payouts.listBankLayouts(world.admin).value();

        QStringList names;
        for (const BankLayout &each : listed)
            names += each.name + u' ' + each.title;
        QCOMPARE(names, QStringList({QStringLiteral("neft Own"), QStringLiteral("rtgs RTGS (from ₹2,00,000)"),
                                     QStringLiteral("icici Own")}));
        QCOMPARE(payouts::bankLayouts(folder.path()).constFirst().separator, QStringLiteral("|"));
        QCOMPARE(payouts::bankLayouts(folder.filePath(QStringLiteral("missing"))).size(), 2);
    }

    void aLayoutThatIsWrongIsRefusedAtTheStart_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char *name, const QByteArray &text, const char *problem) {
            QTest::newRow(name) << text << QString::fromLatin1(problem);
        };
        row("no JSON", "{", "it is malformed");
        row("a name of a path", layout("../icici", ";"), "name is not");
        row("no separator", layout("icici", ""), "separator is none");
        row("a separator of names", layout("icici", "a"), "separator is none");
        row("without accounts", layout("icici", ";").replace("account_number", "holder"), "account_number");
        row("a column of nothing", layout("icici", ";").replace(",\"value\":\"ifsc\"", ""), "the column IFSC");
    }
    void aLayoutThatIsWrongIsRefusedAtTheStart()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, problem);
        const QTemporaryDir folder;
        write(folder, "icici.json", text);
        QString said;

        try {
            (void)payouts::bankLayouts(folder.path());
        } catch (const std::runtime_error &fault) {
            said = QString::fromUtf8(fault.what());
        }

        QVERIFY2(said.contains(QStringLiteral("icici.json")) && said.contains(problem), qPrintable(said));
    }

    // PAYO-08: nobody reads the remarks, and nothing behind them is lost.
    void aMarkWithinWordsSwallowsNoLines()
    {
        Office office;
        const Payout payout = office.read(office.approved());

        const BankAnswer answer =
            office.answer(columnsWithRemarks +
                          QStringLiteral("PO-NONE,paid,UTR-1,,,5\" pipes\n%1,paid,UTR-77,,1470.00,\"6\"\" pipes\"\n")
                              .arg(payout.payoutNumber));

        QCOMPARE(answer.rows, 2);
        QCOMPARE(answer.paid, 1);
        QCOMPARE(answer.problems.size(), 1);
        QCOMPARE(answer.problems[0].line, 2);
        QCOMPARE(office.read(payout.id).transactionReference, QStringLiteral("UTR-77"));
    }

    void anAnswerWhoseMarkWouldSwallowLinesIsRefused_data()
    {
        QTest::addColumn<QString>("remark");
        QTest::newRow("without its end") << QStringLiteral("\"pipes");
        QTest::newRow("ended by that of a later line") << QStringLiteral("\"pipes\n%1,paid,UTR-78,,,\"pipes");
    }
    void anAnswerWhoseMarkWouldSwallowLinesIsRefused()
    {
        QFETCH(QString, remark);
        Office office;
        const Payout payout = office.read(office.approved());
        const QString row = QStringLiteral("%1,paid,UTR-77,,,").arg(payout.payoutNumber);
        const QString text =
            columnsWithRemarks + row + (remark.contains(u'%') ? remark.arg(payout.payoutNumber) : remark);
        const auto before = office.world.traces();

        const auto refused = office.world.payouts.enterBankAnswer(office.world.admin, {text});

        QCOMPARE(refused.error().fields,
                 QList({FieldError{QStringLiteral("text"), QStringLiteral("has a quotation mark without its end")}}));
        QCOMPARE(office.world.traces(), before);
        QCOMPARE(office.read(payout.id).status, PayoutStatus::Approved);
    }

    // The separators of spreadsheets, a mark of their own before the text, and names in capitals.
    void anAnswerIsReadAsSpreadsheetsWriteIt_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("semicolons") << QStringLiteral(
            "\ufeffPayout_Number;Status;Reference;Reason\r\n%1;paid;UTR-77;\r\n");
        QTest::newRow("tabs") << QStringLiteral("payout_number\tstatus\treference\n\t\t\n%1\tpaid\tUTR-77\n");
        QTest::newRow("lines within a cell")
            << QStringLiteral("payout_number,status,reference,remarks\n%1,paid,UTR-77,\"two\nlines\"\n");
    }
    void anAnswerIsReadAsSpreadsheetsWriteIt()
    {
        QFETCH(QString, text);
        Office office;
        const Payout payout = office.read(office.approved());

        const BankAnswer answer = office.answer(text.arg(payout.payoutNumber));

        QCOMPARE(answer.rows, 1);
        QCOMPARE(answer.paid, 1);
    }
};

TEST_CLASS(TestOfBankFiles)
#include "tst_bankfiles.moc"
