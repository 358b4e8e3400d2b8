// A UPI payment as a picture that the payer's phone reads.

#include "shared/base/qrmodules.h"
#include "tests/money/counter.h"
#include "tests/support/runner.h"

#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

namespace {

// The dark modules of the picture, row by row; each stretch of them is "Mx yhWv1h-Wz".
QList<QByteArray> modulesIn(const QByteArray &svg, int side)
{
    static const QRegularExpression stretch(QStringLiteral("M([0-9]+) ([0-9]+)h([0-9]+)v1h-\\3z"));
    QList<QByteArray> out(side, QByteArray(side, ' '));
    auto matches = stretch.globalMatch(QString::fromUtf8(svg));
    while (matches.hasNext()) {
        const auto match = matches.next();
        const int x = match.captured(1).toInt(), y = match.captured(2).toInt(), width = match.captured(3).toInt();
        out[y].replace(x, width, QByteArray(width, '#'));
    }
    return out;
}

// What a scanner has to see: the standard's own picture of the text, with its rim.
QList<QByteArray> modulesOf(const QByteArray &text)
{
    const QrModules modules = *qrModules(text);
    QList<QByteArray> out;
    for (int y = 0; y < modules.side; ++y) {
        QByteArray row;
        for (int x = 0; x < modules.side; ++x)
            row += modules.isDark(x, y) ? '#' : ' ';
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

        QCOMPARE(picture->contentType, QByteArray("image/svg+xml"));
        const auto modules = modulesOf(payment.checkoutUrl.toUtf8());
        const QByteArray size = QByteArray::number(modules.size());
        QVERIFY(
            picture->bytes.startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + ' ' + size));
        QCOMPARE(modulesIn(picture->bytes, int(modules.size())), modules);
        QCOMPARE(modules[3], QByteArray(modules.size(), ' '));  // the rim
        QCOMPARE(modules[4].mid(4, 8), QByteArray("####### ")); // the corner that scanners look for
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
