// Statements of stores.

#include "shared/base/indiatime.h"
#include "tests/reports/desk.h"
#include "tests/support/runner.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// The numbers of the second row of a workbook, the first of which is under the header.
QStringList numbersIn(const QString &path)
{
    QProcess unzip;
    unzip.start(QStringLiteral("unzip"), {QStringLiteral("-p"), path, QStringLiteral("xl/worksheets/sheet1.xml")});
    const QString sheet = unzip.waitForFinished() ? QString::fromUtf8(unzip.readAllStandardOutput()) : QString();
    static const QRegularExpression number(QStringLiteral("<c r=\"[A-Z]+2\" s=\"\\d+\"><v>([0-9.]+)</v>"));
    QStringList out;
    for (const auto &match : number.globalMatch(sheet))
        out += Money::parse(match.captured(1)).value().text();
    return out;
}

// The amounts of the store's row, as people read them in a PDF.
QStringList amountsIn(const QString &path)
{
    QProcess reader;
    reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")});
    const QString text = reader.waitForFinished() ? QString::fromUtf8(reader.readAllStandardOutput()) : QString();
    static const QRegularExpression amount(QStringLiteral("\u20b9([0-9.]+)"));
    QStringList out;
    for (const QString &line : text.split(u'\n'))
        if (line.contains(QStringLiteral("Iron Yard")))
            for (const auto &match : amount.globalMatch(line))
                out += match.captured(1);
    return out;
}

// From what was there before to what is left: the sums of the only row.
QStringList sumsIn(const QString &path, ReportFormat format)
{
    constexpr qsizetype sums = 8;
    QStringList cells;
    switch (format) {
    case ReportFormat::Csv: cells = QString::fromUtf8(bytesOf(path)).split(u'\n')[1].trimmed().split(u','); break;
    case ReportFormat::Xlsx: cells = numbersIn(path); break;
    case ReportFormat::Pdf: cells = amountsIn(path); break;
    }
    return cells.last(qMin(sums, cells.size()));
}

} // namespace

class TestOfStatements : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // PAYO-09: a statement says where every paisa went, and agrees with the books.
    void aStatementReconcilesWithTheBooks()
    {
        Desk desk;
        desk.verifyBank(desk.store);
        desk.fill(desk.buyer, {1'000'000});
        const QString first = india::dayText(india::dayNumber(desk.db.clock.now()));
        const Order sold = desk.settled();
        desk.settled();
        const Id<Payout> payout = desk.payouts.requestPayout(desk.store.caller)->id;
        QVERIFY(desk.payouts.approvePayout(desk.admin, payout));
        QVERIFY(desk.payouts.processPayout(desk.admin, payout, {QStringLiteral("UTR-1")}));
        desk.db.clock.advance(2 * dayMs);
        QVERIFY(desk.db->write([&](Tx &tx) -> Result<> {
            MUST(desk.ledger.refund(tx, desk.buyer.caller.id, sold.id, desk.store.id, QUuid::createUuid(),
                                    {.fromVendor = {10'000}, .fromCommission = {200}}, QStringLiteral("short")));
            return desk.ledger.adjust(tx, desk.store.id, QUuid::createUuid(), {2'500}, QStringLiteral("goodwill"));
        }));
        desk.settled();

        const QList<QByteArray> lines = desk.lines(ReportName::VendorStatement, {.vendorId = desk.store.id});

        QCOMPARE(lines.size(), 2);
        const QByteArray head = desk.store.id.text().toLatin1() + ',';
        QCOMPARE(lines[0], head + first.toLatin1() + ",Iron Yard,0.00,1500.00,30.00,0.00,0.00,0.00,1470.00,0.00");
        QVERIFY(lines[1].endsWith(",Iron Yard,0.00,750.00,15.00,100.00,25.00,0.00,0.00,660.00"));
        const ledger::VendorFunds funds = desk.funds();
        QCOMPARE(funds.released + funds.inPayouts - funds.owed, Money{66'000});
    }

    // PAYO-09: the same sums, whatever program opens it.
    void aStatementSaysTheSameInEveryFormat_data()
    {
        QTest::addColumn<ReportFormat>("format");
        for (const ReportFormat format : {ReportFormat::Csv, ReportFormat::Xlsx, ReportFormat::Pdf})
            QTest::newRow(qPrintable(names::text(format).toString())) << format;
    }
    void aStatementSaysTheSameInEveryFormat()
    {
        QFETCH(ReportFormat, format);
        Desk desk;
        desk.fill(desk.buyer, {1'000'000});
        desk.settled();
        const QString today = india::dayText(india::dayNumber(desk.db.clock.now()));
        reports::Service drawing{*desk.db,  desk.db.clock, desk.ids,      desk.settings,          desk.audit,
                                 desk.jobs, desk.storage,  desk.accounts, QStringLiteral(SANDBOX)};

        const auto asked = drawing.askStatement(desk.store.caller, {.format = format, .from = today, .to = today});
        drawing.workOff();

        const auto body = drawing.downloadStatement(desk.store.caller, asked->id);
        QVERIFY(body);
        QCOMPARE(sumsIn(body->path, format),
                 QStringList({QStringLiteral("0.00"), QStringLiteral("750.00"), QStringLiteral("15.00"),
                              QStringLiteral("0.00"), QStringLiteral("0.00"), QStringLiteral("0.00"),
                              QStringLiteral("0.00"), QStringLiteral("735.00")}));
    }

    // PAYO-09: what was withheld for the tax office is a line of its own
    void aStatementShowsTheTaxThatWasWithheld()
    {
        Desk desk;
        desk.set(QStringLiteral("tax.withhold"), QStringLiteral("true"));
        desk.verifyBank(desk.store);
        desk.fill(desk.buyer, {1'000'000});
        desk.settled();
        QVERIFY(desk.payouts.requestPayout(desk.store.caller));

        const QList<QByteArray> lines = desk.lines(ReportName::VendorStatement, {.vendorId = desk.store.id});

        QCOMPARE(lines.size(), 1);
        QVERIFY(lines[0].endsWith(",Iron Yard,0.00,750.00,15.00,0.00,0.00,0.75,0.00,734.25"));
        QCOMPARE(desk.funds().inPayouts, Money{73'425});
    }

    // PAYO-09, AUTH-37: a store asks for its own statement and gets no other.
    void aStoreGetsItsOwnStatementOnly()
    {
        Desk desk;
        const Store rival = desk.openStore(QStringLiteral("Rival"));
        desk.fill(desk.buyer, {1'000'000});
        desk.settled();
        const QString today = india::dayText(india::dayNumber(desk.db.clock.now()));

        const auto asked =
            desk.reports.askStatement(desk.store.caller, {.format = ReportFormat::Csv, .from = today, .to = today});
        desk.reports.workOff();

        QVERIFY(desk.reports.readStatement(desk.store.caller, asked->id)->hasFile);
        QVERIFY(desk.reports.downloadStatement(desk.store.caller, asked->id));
        QCOMPARE(desk.reports.listStatements(desk.store.caller, {})->items.size(), 1);
        QCOMPARE(desk.reports.readStatement(rival.caller, asked->id).error().code, ErrorCode::NotFound);
        QCOMPARE(desk.reports.downloadStatement(rival.caller, asked->id).error().code, ErrorCode::NotFound);
        QVERIFY(desk.reports.listStatements(rival.caller, {})->items.isEmpty());
        QCOMPARE(desk.reports.askStatement(desk.buyer.caller, {}).error().code, ErrorCode::Forbidden);
        QCOMPARE(desk.reports.askStatement(desk.store.caller, {.from = today}).error().fields[0].field,
                 QStringLiteral("to"));
    }
};

TEST_CLASS(TestOfStatements)
#include "tst_statements.moc"
