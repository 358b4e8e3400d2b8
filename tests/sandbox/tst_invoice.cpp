// REP-08, ORD-16: an invoice becomes a PDF that says what the law asks for, the same bytes each time. The sheets are
// read as text with the tools that people have (poppler).

#include "shared/base/json.h"
#include "shared/contract/invoicedocument.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

constexpr int patienceMs = 120'000;

struct Made
{
    int exitCode = -1;
    QByteArray pdf;
};

Made made(const QByteArray &document)
{
    QProcess program;
    program.start(QStringLiteral(SANDBOX), {QStringLiteral("invoice")});
    program.write(document);
    program.closeWriteChannel();
    program.waitForFinished(patienceMs);
    return {program.exitCode(), program.readAllStandardOutput()};
}

QString textOf(const QByteArray &pdf)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("invoice.pdf")));
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
        return {};
    file.close();
    QProcess reader;
    reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), file.fileName(), QStringLiteral("-")});
    reader.waitForFinished(patienceMs);
    return QString::fromUtf8(reader.readAllStandardOutput());
}

InvoiceDrawing invoice(int lines = 1)
{
    InvoicePaper out{.kind = InvoiceKind::TaxInvoice,
                     .number = QStringLiteral("INV/26-27/000001"),
                     .day = QStringLiteral("2026-09-21"),
                     .issuedAt = *Instant::parse(QStringLiteral("2026-09-21T13:33:20.000Z")),
                     .orderNumber = QStringLiteral("KW-1M5T-0V9Q-2388"),
                     .seller = {.name = QStringLiteral("Ramesh Sharma"),
                                .tradeName = QStringLiteral("Iron Yard"),
                                .address = QStringLiteral("1 Dock Road"),
                                .place = QStringLiteral("Mumbai"),
                                .pincode = QStringLiteral("400001"),
                                .region = QStringLiteral("IN-MH"),
                                .stateNumber = QStringLiteral("27"),
                                .gstin = QStringLiteral("27AAPFU0939F1ZV")},
                     .buyer = {.name = QStringLiteral("Asha"),
                               .address = QStringLiteral("2 Hill Road"),
                               .place = QStringLiteral("Mumbai"),
                               .pincode = QStringLiteral("400050"),
                               .region = QStringLiteral("IN-MH"),
                               .stateNumber = QStringLiteral("27")},
                     .placeOfSupply = QStringLiteral("IN-MH"),
                     .weighTickets = {7, 8}};
    for (int i = 0; i < lines; ++i)
        out.items += InvoiceItem{.title = QStringLiteral("Copper wire"),
                                 .code = QStringLiteral("74040012"),
                                 .quantity = Quantity{2'000},
                                 .unit = QStringLiteral("kg"),
                                 .gstRate = {1800},
                                 .taxable = {127'118},
                                 .cgst = {11'441},
                                 .sgst = {11'441},
                                 .total = {150'000}};
    out.taxable = {127'118 * lines};
    out.cgst = out.sgst = {11'441 * lines};
    out.total = {150'000 * lines};
    return {QStringLiteral("en"), out};
}

} // namespace

class TestOfInvoicePaper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itSaysWhatTheLawAsksFor()
    {
        const Made paper = made(json::bytes(invoice()));

        QCOMPARE(paper.exitCode, 0);
        const QString text = textOf(paper.pdf);
        for (const char *said :
             {"Tax invoice", "INV/26-27/000001", "21 Sept 2026", "KW-1M5T-0V9Q-2388", "Ramesh Sharma", "Iron Yard",
              "27AAPFU0939F1ZV", "Maharashtra (27)", "GSTIN: none", "Copper wire", "74040012", "2 kg", "18.00%",
              "₹1,271.18", "₹114.41", "₹1,500.00", "One thousand five hundred rupees only", "7, 8", "Page 1 of 1"})
            QVERIFY2(text.contains(QString::fromUtf8(said)), said);
    }

    void theSameInvoiceMakesTheSameBytes()
    {
        const QByteArray document = json::bytes(invoice());

        const Made first = made(document), second = made(document);

        QVERIFY(first.pdf.startsWith("%PDF"));
        QCOMPARE(second.pdf, first.pdf);
    }

    void manyLinesTakeMoreSheets_data()
    {
        QTest::addColumn<int>("lines");
        for (const int lines : {1, 15, 16, 23, 24, 60, 100})
            QTest::addRow("%d", lines) << lines;
    }
    void manyLinesTakeMoreSheets()
    {
        QFETCH(int, lines);

        const Made paper = made(json::bytes(invoice(lines)));

        QCOMPARE(paper.exitCode, 0);
        const QString text = textOf(paper.pdf);
        QCOMPARE(text.count(QStringLiteral("Copper wire")), lines);
        QCOMPARE(text.count(QStringLiteral("Amount in words")), 1);
        const qsizetype sheets = text.count(QChar(u'\f'));
        QVERIFY(text.contains(QStringLiteral("Page %1 of %1").arg(sheets)));
    }

    void itSpeaksHindi()
    {
        InvoiceDrawing drawing = invoice();
        drawing.language = QStringLiteral("hi");

        const Made paper = made(json::bytes(drawing));

        QCOMPARE(paper.exitCode, 0);
        QVERIFY(paper.pdf != made(json::bytes(invoice())).pdf);
        QVERIFY(textOf(paper.pdf).contains(QLatin1String("INV/26-27/000001")));
    }

    void whatIsNoInvoiceIsRefused()
    {
        for (const char *text : {"", "{}", "{\"language\":\"en\"}", "not json"})
            QCOMPARE(made(text).exitCode, 2);
    }
};

QTEST_GUILESS_MAIN(TestOfInvoicePaper)

#include "tst_invoice.moc"
