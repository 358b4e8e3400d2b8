// A UPI payment as a picture that the payer's phone reads.

#include "server/core/crypto.h"
#include "tests/money/counter.h"
#include "tests/support/runner.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QUrl>
#include <QUrlQuery>
#include <QtEndian>

#include <qrencode.h>

#include <memory>

namespace {

quint32 numberAt(const QByteArray &bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.constData() + at);
}

// The dark pixels of a PNG of one bit a pixel, row by row; empty when it is none.
QList<QByteArray> pixelsOf(const QByteArray &png)
{
    constexpr qsizetype signature = 8, headOfChunk = 8, sum = 4;
    QByteArray packed;
    quint32 width = 0, height = 0;
    for (qsizetype at = signature; at + headOfChunk + sum <= png.size();) {
        const auto length = qsizetype(numberAt(png, at));
        const QByteArray kind = png.mid(at + 4, 4), content = png.mid(at + headOfChunk, length);
        if (kind == "IHDR") {
            width = numberAt(content, 0);
            height = numberAt(content, 4);
        }
        if (kind == "IDAT")
            packed += content;
        at += headOfChunk + length + sum;
    }
    QByteArray sized(4, '\0');
    const qsizetype rowBytes = 1 + width / 8;
    qToBigEndian(quint32(rowBytes * height), sized.data());
    const QByteArray rows = qUncompress(sized + packed);
    QList<QByteArray> out;
    for (quint32 y = 0; y < height && rows.size() == rowBytes * height; ++y) {
        QByteArray row;
        for (quint32 x = 0; x < width; ++x)
            row += (rows.at(y * rowBytes + 1 + x / 8) >> (7 - x % 8)) & 1 ? ' ' : '#';
        out += row;
    }
    return out;
}

// What a scanner would have to see: the standard's own picture of the text.
QList<QByteArray> modulesOf(const QByteArray &text)
{
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString(text.constData(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free);
    QList<QByteArray> out;
    for (int y = 0; y < code->width; ++y) {
        QByteArray row;
        for (int x = 0; x < code->width; ++x)
            row += code->data[y * code->width + x] & 1 ? '#' : ' ';
        out += row;
    }
    return out;
}

} // namespace

class TestOfPaymentQr : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void theQrOfAUpiPaymentHoldsItsLink()
    {
        Counter counter;
        const Payment payment = counter.open(QStringLiteral("upi"));

        const auto picture = counter.all.readPaymentQr(counter.world.buyer.caller, payment.id);

        QCOMPARE(picture->contentType, QByteArray("image/png"));
        const auto pixels = pixelsOf(picture->bytes);
        const auto modules = modulesOf(payment.checkoutUrl.toUtf8());
        QCOMPARE(pixels.size(), (modules.size() + 8) * 8); // 8 pixels a module, a rim of 4 modules
        for (qsizetype y = 0; y < pixels.size(); ++y)
            for (qsizetype x = 0; x < pixels.size(); ++x) {
                const qsizetype row = y / 8 - 4, column = x / 8 - 4;
                const bool isInside = row >= 0 && column >= 0 && row < modules.size() && column < modules.size();
                if (pixels[y].at(x) != (isInside ? modules[row].at(column) : ' '))
                    QFAIL(qPrintable(QStringLiteral("pixel %1, %2").arg(x).arg(y)));
            }
    }

    // upi://pay?pa=…&tr=…: our reference, and everything percent-encoded.
    void itsLinkIsEncodedAndNamesThePayment()
    {
        Counter counter;
        const Payment payment = counter.open(QStringLiteral("upi"));

        QVERIFY(
            payment.checkoutUrl.startsWith(QStringLiteral("upi://pay?pa=market%40bank&pn=Kabaadwala%20%26%20Sons")));
        const QUrlQuery query(QUrl(payment.checkoutUrl));
        QCOMPARE(query.queryItemValue(QStringLiteral("tr")), payment.gatewayOrderId);
        QCOMPARE(query.queryItemValue(QStringLiteral("am")), QStringLiteral("500.00"));
    }

    // Where the scanner of zbar-tools is installed, it reads the very link.
    void aScannerReadsTheLink()
    {
        const QString scanner = QStandardPaths::findExecutable(QStringLiteral("zbarimg"));
        if (scanner.isEmpty())
            QSKIP("zbar-tools is not installed");
        Counter counter;
        const Payment payment = counter.open(QStringLiteral("upi"));
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("qr.png")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(counter.all.readPaymentQr(counter.world.buyer.caller, payment.id)->bytes);
        file.close();

        QProcess zbar;
        zbar.start(scanner, {QStringLiteral("--raw"), QStringLiteral("-q"), file.fileName()});

        QVERIFY(zbar.waitForFinished());
        QCOMPARE(QString::fromUtf8(zbar.readAllStandardOutput()).trimmed(), payment.checkoutUrl);
    }

    void nobodyElseGetsItAndWhatIsPaidHasNone()
    {
        Counter counter;
        const Payment payment = counter.open(QStringLiteral("upi"));
        const Customer other = counter.world.addBuyer(QStringLiteral("ravi"));
        const Payment sessionless = counter.open(QStringLiteral("stripe"));

        QCOMPARE(counter.all.readPaymentQr(other.caller, payment.id).error().code, ErrorCode::NotFound);
        QCOMPARE(counter.all.readPaymentQr(counter.world.buyer.caller, sessionless.id).error().code,
                 ErrorCode::Conflict); // its script takes ids, there is no page
        counter.sql("UPDATE payments SET status = 'paid', gateway_payment_id = 'bank-1' WHERE gateway_order_id = ?",
                    payment.gatewayOrderId);
        QCOMPARE(counter.all.readPaymentQr(counter.world.buyer.caller, payment.id).error().code, ErrorCode::Conflict);
    }
};

TEST_CLASS(TestOfPaymentQr)
#include "tst_paymentqr.moc"
