#include "server/reports/rules.h"
#include "server/reports/sheet.h"
#include "tests/support/runner.h"

#include <QProcess>
#include <QTemporaryDir>

using namespace reports;

// REP-04: what is written is opened again with another program.
class TestOfSheets : public QObject
{
    Q_OBJECT

    static Cover cover()
    {
        return {.title = QStringLiteral("दैनिक बिक्री"),
                .subtitle = QStringLiteral("Subject & more"),
                .language = QStringLiteral("en"),
                .createdAt = {1'790'000'000'000},
                .columns = {{QStringLiteral("store"), QStringLiteral("Store"), ValueKind::Text, false},
                            {QStringLiteral("orders"), QStringLiteral("Orders"), ValueKind::Number, true},
                            {QStringLiteral("gross"), QStringLiteral("Gross"), ValueKind::Money, true},
                            {QStringLiteral("weight"), QStringLiteral("Weight"), ValueKind::Quantity, false},
                            {QStringLiteral("rate"), QStringLiteral("Rate"), ValueKind::Rate, false},
                            {QStringLiteral("at"), QStringLiteral("At"), ValueKind::Instant, false},
                            {QStringLiteral("day"), QStringLiteral("Day"), ValueKind::Day, false}},
                .totalWord = QStringLiteral("Total")};
    }

    static Cells row(const QString &store, qint64 orders, qint64 gross)
    {
        const Instant at = *Instant::parse(u"2026-11-26T18:30:00.000Z"); // midnight in India
        return {store, orders, gross, qint64(46'500), qint64(250), at.ms, dayOf(at)};
    }

    static Closing closing(qint64 orders, qint64 gross)
    {
        return {.totals = {Cell(), orders, gross, Cell(), Cell(), Cell(), Cell()}};
    }

    // One part of the workbook.
    static QString part(const QString &path, const QString &name)
    {
        QProcess unzip;
        unzip.start(QStringLiteral("unzip"), {QStringLiteral("-p"), path, name});
        return unzip.waitForFinished() ? QString::fromUtf8(unzip.readAllStandardOutput()) : QString();
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void cellsHaveTheirTypesAndIndianFormats()
    {
        const QString path = m_folder.filePath(QStringLiteral("typed.xlsx"));
        SheetWriter writer(path, cover());
        writer.add(row(QStringLiteral("=1+1 & <Iron>\x01"), 12, 12'345'678'950));
        writer.add(row(QStringLiteral("Copper"), 3, 5));
        writer.finish(closing(15, 12'345'678'955));

        const QString sheet = part(path, QStringLiteral("xl/worksheets/sheet1.xml"));
        const QString styles = part(path, QStringLiteral("xl/styles.xml"));

        // A text stays a text whatever it says, numbers are numbers.
        QVERIFY2(sheet.contains(QStringLiteral("t=\"inlineStr\"><is><t>=1+1 &amp; &lt;Iron&gt; </t></is>")) ||
                     sheet.contains(QStringLiteral("=1+1 &amp; &lt;Iron&gt; </t>")),
                 qPrintable(sheet));
        QVERIFY(sheet.contains(QStringLiteral("<v>12</v>")));
        QVERIFY(sheet.contains(QStringLiteral("<v>123456789.5</v>")));
        QVERIFY(sheet.contains(QStringLiteral("<v>46.5</v>")));
        QVERIFY(sheet.contains(QStringLiteral("<v>2.5</v>")));
        QCOMPARE(sheet.count(QStringLiteral("<v>46353</v>")), 4); // 27 November 2026, as a time and as a day
        QVERIFY(styles.contains(QStringLiteral("[&gt;=10000000]&quot;₹&quot;##\\,##\\,##\\,##0.00;"
                                               "[&gt;=100000]&quot;₹&quot;##\\,##\\,##0.00;&quot;₹&quot;##,##0.00")));
        QVERIFY(styles.contains(QStringLiteral("dd mmm yyyy hh:mm")));
    }

    void theHeaderIsFrozenFilteredAndFollowedByTotals()
    {
        const QString path = m_folder.filePath(QStringLiteral("framed.xlsx"));
        SheetWriter writer(path, cover());
        writer.add(row(QStringLiteral("Iron"), 12, 100));
        writer.add(row(QStringLiteral("Copper"), 3, 50));
        writer.finish(closing(15, 150));

        const QString sheet = part(path, QStringLiteral("xl/worksheets/sheet1.xml"));
        const QString properties = part(path, QStringLiteral("docProps/core.xml"));

        QVERIFY(sheet.contains(QStringLiteral("<pane ySplit=\"1\"")));
        QVERIFY(part(path, QStringLiteral("xl/workbook.xml")).contains(QStringLiteral("<sheet name=\"दैनिक बिक्री\"")));
        QVERIFY(sheet.contains(QStringLiteral("<pageSetUpPr fitToPage=\"1\"/>"))); // all columns on one sheet of paper
        QVERIFY2(
            sheet.contains(QStringLiteral("<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"")) ||
                sheet.contains(
                    QStringLiteral("<pageSetup paperSize=\"9\" fitToHeight=\"0\" orientation=\"landscape\"")),
            qPrintable(sheet));
        QVERIFY(sheet.contains(QStringLiteral("<autoFilter ref=\"A1:G3\"/>")));
        QVERIFY2(sheet.contains(QStringLiteral("<f>SUBTOTAL(109,B2:B3)</f><v>15</v>")), qPrintable(sheet));
        QVERIFY(sheet.contains(QStringLiteral("<f>SUBTOTAL(109,C2:C3)</f><v>1.5</v>")));
        QVERIFY(sheet.contains(QStringLiteral("Total</t>")));
        QVERIFY(properties.contains(QStringLiteral("<dc:title>दैनिक बिक्री</dc:title>")));
        QVERIFY(properties.contains(QStringLiteral("<dc:subject>Subject &amp; more</dc:subject>")));
    }

    void rowsThatDoNotFitGoOnOnTheNextSheet()
    {
        const QString path = m_folder.filePath(QStringLiteral("split.xlsx"));
        SheetWriter writer(path, cover(), 5); // a header, three rows, a line for totals
        for (int i = 0; i < 7; ++i)
            writer.add(row(QStringLiteral("Store %1").arg(i), 1, 100));
        writer.finish(closing(7, 700));

        QStringList stores;
        for (const char *name : {"sheet1", "sheet2", "sheet3"})
            stores += QString::number(part(path, QStringLiteral("xl/worksheets/%1.xml").arg(QLatin1String(name)))
                                          .count(QStringLiteral("Store ")));
        const QString last = part(path, QStringLiteral("xl/worksheets/sheet3.xml"));

        QCOMPARE(stores, QStringList({QStringLiteral("3"), QStringLiteral("3"), QStringLiteral("1")}));
        QVERIFY(last.contains(QStringLiteral("<v>7</v>")));
        QVERIFY(!last.contains(QStringLiteral("SUBTOTAL")));
        QVERIFY(last.contains(QStringLiteral("Orders</t>"))); // each sheet has the header
    }

    void anEmptyReportIsAGoodWorkbook()
    {
        const QString path = m_folder.filePath(QStringLiteral("empty.xlsx"));
        SheetWriter writer(path, cover());
        writer.finish(closing(0, 0));

        QProcess unzip;
        unzip.start(QStringLiteral("unzip"), {QStringLiteral("-t"), path});
        QVERIFY(unzip.waitForFinished());
        QCOMPARE(unzip.exitCode(), 0);
        QVERIFY(part(path, QStringLiteral("xl/worksheets/sheet1.xml")).contains(QStringLiteral("Store</t>")));
    }

    void aWorkbookThatIsNotFinishedIsLetGo()
    {
        const QString path = m_folder.filePath(QStringLiteral("given up.xlsx"));
        {
            SheetWriter writer(path, cover());
            writer.add(row(QStringLiteral("Iron"), 12, 100));
        }
        QVERIFY(!QFile::exists(path));
    }
};

TEST_CLASS(TestOfSheets)

#include "tst_sheets.moc"
