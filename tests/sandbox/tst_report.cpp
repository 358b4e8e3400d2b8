// REP-03: a report becomes a PDF with a cover, charts, tables and page numbers. The tests read the sheets as text with
// the tools that people have (poppler), and look into the file for its faces.

#include "shared/base/json.h"
#include "shared/contract/reportdocument.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

namespace {

constexpr int patienceMs = 120'000;

struct Made
{
    int exitCode = -1;
    QByteArray pdf;
    QString reason;
};

QByteArray line(const DocumentLine &line)
{
    return json::bytes(line) + '\n';
}

struct Document
{
    DocumentHead head{.title = QStringLiteral("Daily sales"),
                      .subtitle = QStringLiteral("Stores in Maharashtra"),
                      .from = QStringLiteral("2026-11-01"),
                      .to = QStringLiteral("2026-11-30"),
                      .language = QStringLiteral("en"),
                      .createdAt = QStringLiteral("2026-12-01T01:31:00.000Z")};
    DocumentTable table{.title = QStringLiteral("Daily sales"),
                        .columns = {{"day", "Day", ValueKind::Day},
                                    {"store_name", "Store", ValueKind::Text},
                                    {"orders", "Orders", ValueKind::Number, true},
                                    {"placed", "Placed", ValueKind::Money, true}}};
    QList<DocumentRow> rows;
    std::optional<DocumentRow> totals;

    void fill(int count)
    {
        for (int i = 0; i < count; ++i)
            rows += DocumentRow{{QStringLiteral("2026-11-20"), QStringLiteral("Store %1").arg(i + 1),
                                 QString::number(1'234), QStringLiteral("1234567.50")}};
        head.rows = count;
    }
    QByteArray bytes() const
    {
        QByteArray out = line({.head = head}) + line({.table = table});
        for (const DocumentRow &row : rows)
            out += line({.row = row});
        if (totals)
            out += line({.totals = totals});
        return out + line({.end = DocumentEnd{rows.size()}});
    }
};

Made draw(const QByteArray &document)
{
    QProcess sandbox;
    sandbox.start(QStringLiteral(SANDBOX), {QStringLiteral("report")});
    sandbox.write(document);
    sandbox.closeWriteChannel();
    if (!sandbox.waitForFinished(patienceMs) || sandbox.exitStatus() != QProcess::NormalExit)
        return {.pdf = {}, .reason = QStringLiteral("died")};
    return {sandbox.exitCode(), sandbox.readAllStandardOutput(),
            QString::fromUtf8(sandbox.readAllStandardError()).trimmed()};
}

// What a tool of poppler says about the PDF.
QString ask(const QString &tool, const QStringList &arguments, const QByteArray &pdf)
{
    QProcess reader;
    reader.start(tool, arguments);
    reader.write(pdf);
    reader.closeWriteChannel();
    return reader.waitForFinished(patienceMs) ? QString::fromUtf8(reader.readAllStandardOutput()) : QString();
}

// The words of each sheet, blanks run together.
QStringList sheets(const QByteArray &pdf)
{
    QStringList out = ask(QStringLiteral("pdftotext"), {"-layout", "-", "-"}, pdf).split(u'\f');
    out.removeLast();
    for (QString &sheet : out)
        sheet = sheet.simplified();
    return out;
}

QString fact(const QByteArray &pdf, const QString &name)
{
    const QString all = ask(QStringLiteral("pdfinfo"), {"-"}, pdf);
    return QRegularExpression(u'^' + name + QStringLiteral(":\\s*(.*)$"), QRegularExpression::MultilineOption)
        .match(all)
        .captured(1);
}

} // namespace

class TestReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCoverSaysWhatThereIs()
    {
        Document given;
        given.fill(2);
        given.head.figures = {{QStringLiteral("Placed"), ValueKind::Money, QStringLiteral("123456789.50")},
                              {QStringLiteral("Lost"), ValueKind::Money, QStringLiteral("-4567.05")}};

        const Made made = draw(given.bytes());

        QCOMPARE(made.exitCode, 0);
        const QStringList read = sheets(made.pdf);
        QCOMPARE(read.size(), 2);
        for (const char *words : {"Kabaadwala", "Daily sales", "Stores in Maharashtra", "1 Nov 2026 – 30 Nov 2026",
                                  "1 Dec 2026, 07:01", "Key figures", "₹12,34,56,789.50", "−₹4,567.05", "Page 1 of 2"})
            QVERIFY2(read[0].contains(QString::fromUtf8(words)), words);
        QVERIFY(read[1].contains(QStringLiteral("20 Nov 2026 Store 1 1,234 ₹12,34,567.50")));
        QVERIFY(read[1].contains(QStringLiteral("Page 2 of 2")));
    }

    void everySheetHasTheHeadOfTheTableAndItsNumber()
    {
        Document given;
        given.fill(3'000);
        given.totals = DocumentRow{{QString(), QString(), QStringLiteral("3702000"), QStringLiteral("3703702500.00")}};

        const Made made = draw(given.bytes());

        const QStringList read = sheets(made.pdf);
        QVERIFY(read.size() > 50);
        for (qsizetype i = 1; i < read.size(); ++i) {
            QVERIFY2(read[i].contains(QStringLiteral("Day Store Orders Placed")), qPrintable(read[i].left(200)));
            QVERIFY(read[i].endsWith(QStringLiteral("Page %1 of %2").arg(i + 1).arg(read.size())));
        }
        QVERIFY(read[2].startsWith(QStringLiteral("Daily sales · continued 3,000 rows")));
        QVERIFY(read.last().contains(QStringLiteral("Store 3000 1,234")));
        QVERIFY(read.last().contains(QStringLiteral("Total 37,02,000 ₹3,70,37,02,500.00")));
        QCOMPARE(read.filter(QStringLiteral("Total 37,02,000")).size(), 1);
    }

    void chartsCompareAndNameTheirValues()
    {
        Document given;
        given.fill(1);
        given.head.charts = {
            {ChartKind::Line,
             QStringLiteral("Placed value by day"),
             ValueKind::Money,
             {{QStringLiteral("2026-11-01"), QStringLiteral("120000.00")},
              {QStringLiteral("2026-11-02"), QStringLiteral("480000.00")}}},
            {ChartKind::Bar,
             QStringLiteral("By store"),
             ValueKind::Money,
             {{QStringLiteral("Sharma Metals"), QStringLiteral("1234567.00")}},
             QStringLiteral("99999999.00")},
            {ChartKind::Donut,
             QStringLiteral("By state"),
             ValueKind::Number,
             {{QStringLiteral("Maharashtra"), QStringLiteral("3")}, {QStringLiteral("Goa"), QStringLiteral("1")}}},
            {ChartKind::Donut, QStringLiteral("By role"), ValueKind::Number, {}}};

        const QString read = sheets(draw(given.bytes()).pdf).join(u' ');

        for (const char *words :
             {"Placed value by day", "₹4 L", "1 Nov", "2 Nov", "Sharma Metals", "₹12,34,567.00", "Others",
              "₹9,99,99,999.00", "Maharashtra", "75.0%", "25.0%", "Nothing to compare in this period"})
            QVERIFY2(read.contains(QString::fromUtf8(words)), words);
    }

    void noRowIsSaid()
    {
        const Made made = draw(Document().bytes());

        const QStringList read = sheets(made.pdf);
        QCOMPARE(read.size(), 2);
        QVERIFY(read[1].contains(QStringLiteral("0 rows")));
        QVERIFY(read[1].contains(QStringLiteral("No rows in this period")));
    }

    void aWideTableLiesOnItsSideAndKeepsItsNumbers()
    {
        Document given;
        for (int i = 0; i < 12; ++i)
            given.table.columns +=
                ReportColumn{QStringLiteral("c%1").arg(i), QStringLiteral("Value %1").arg(i), ValueKind::Money};
        given.fill(1);
        for (int i = 0; i < 12; ++i)
            given.rows[0].cells += QStringLiteral("98765432.10");

        const Made made = draw(given.bytes());

        QCOMPARE(sheets(made.pdf).last().count(QStringLiteral("₹9,87,65,432.10")), 12);
        const QString sizes = ask(QStringLiteral("pdfinfo"), {"-f", "1", "-l", "2", "-"}, made.pdf);
        QVERIFY(sizes.contains(QRegularExpression(QStringLiteral("Page +1 size: +595 x 842 pts"))));
        QVERIFY(sizes.contains(QRegularExpression(QStringLiteral("Page +2 size: +842 x 595 pts"))));
    }

    void facesTravelWithTheFile()
    {
        Document given;
        given.head.language = QStringLiteral("hi");
        given.head.title = QStringLiteral("दैनिक बिक्री");
        given.fill(1);
        given.rows[0].cells[1] = QStringLiteral("क्षत्रिय लौह भंडार ₹");

        const Made made = draw(given.bytes());

        const QStringList faces =
            ask(QStringLiteral("pdffonts"), {"-"}, made.pdf).split(u'\n', Qt::SkipEmptyParts).sliced(2);
        for (const QString &face : faces) {
            QVERIFY2(face.startsWith(u"ConsoleSans") || face.startsWith(u"NotoSansDevanagariUI"), qPrintable(face));
            QVERIFY2(face.contains(QRegularExpression(QStringLiteral("Identity-H +yes"))), qPrintable(face));
        }
        QVERIFY(faces.size() >= 3);
    }

    void theSameDocumentMakesTheSameBytes()
    {
        Document given;
        given.fill(100);

        const Made first = draw(given.bytes()), second = draw(given.bytes());

        QCOMPARE(first.exitCode, 0);
        QVERIFY(first.pdf == second.pdf);
        QCOMPARE(fact(first.pdf, QStringLiteral("Creator")), QStringLiteral("Kabaadwala"));
        QCOMPARE(fact(first.pdf, QStringLiteral("Title")), QStringLiteral("Daily sales · 1 Nov 2026 – 30 Nov 2026"));
        QVERIFY(first.pdf.contains("/CreationDate (D:20261201070100+05'30')"));
    }

    void aDocumentThatWasCutOffMakesNoPdf_data()
    {
        Document given;
        given.fill(3);
        const QByteArray whole = given.bytes();
        QTest::addColumn<QByteArray>("document");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("in the middle of a line") << whole.left(whole.size() / 2);
        QTest::newRow("before the end") << whole.left(whole.lastIndexOf("{\"head\""));
        given.rows.last().cells.removeLast();
        QTest::newRow("a cell is missing") << given.bytes();
        QTest::newRow("not JSON") << QByteArray("%PDF-1.4\n");
        QByteArray lost = whole;
        QTest::newRow("a row less than the end says") << lost.replace("\"rows\":3}}", "\"rows\":4}}");
    }
    void aDocumentThatWasCutOffMakesNoPdf()
    {
        QFETCH(QByteArray, document);

        const Made made = draw(document);

        QCOMPARE(made.exitCode, 2);
        QCOMPARE(made.reason, QStringLiteral("damaged"));
        QVERIFY(made.pdf.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestReport)
#include "tst_report.moc"
