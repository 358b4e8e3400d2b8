// A settled order as the portals of the tax office take it.

#include "tests/money/taxoffice.h"
#include "tests/support/runner.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace {

QJsonObject parsed(const TaxPaper &paper)
{
    return QJsonDocument::fromJson(paper.document.value().text).object();
}

} // namespace

class TestOfTaxPapers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // REP-08: the e-invoice has HSN, GSTIN and the split; what is missing is said by the portal's names.
    void anEInvoiceSaysWhatIsMissingOrIsWhole()
    {
        TaxOffice office;
        const Order order = office.sell(2);

        const auto bare = office.tax.readEInvoice(office.world.admin, order.id, {});
        const auto whole = office.tax.readEInvoice(
            office.world.admin, order.id, {.buyerGstin = buyerGstin, .documentNumber = QStringLiteral("IY/26-27/1")});
        const auto wrong =
            office.tax.readEInvoice(office.world.admin, order.id, {.buyerGstin = QStringLiteral("27AAPFU0939F1ZW")});

        QCOMPARE(bare->missing, (QStringList{QStringLiteral("DocDtls.No"), QStringLiteral("BuyerDtls.Gstin")}));
        QVERIFY(!bare->document);
        QCOMPARE(wrong.error().fields.constFirst().field, QStringLiteral("buyer_gstin"));
        QVERIFY(whole->missing.isEmpty());
        const QJsonObject invoice = parsed(*whole);
        QCOMPARE(invoice["Version"].toString(), QStringLiteral("1.1"));
        QCOMPARE(invoice["DocDtls"]["Dt"].toString(), QStringLiteral("21/09/2026"));
        QCOMPARE(invoice["SellerDtls"]["Stcd"].toString(), QStringLiteral("27"));
        QCOMPARE(invoice["BuyerDtls"]["Pos"].toString(), QStringLiteral("27"));
        QCOMPARE(invoice["BuyerDtls"]["Pin"].toInt(), 400'050);
        const QJsonObject item = invoice["ItemList"].toArray().first().toObject();
        QCOMPARE(item["HsnCd"].toString(), QStringLiteral("74040012"));
        QCOMPARE(item["Unit"].toString(), QStringLiteral("KGS"));
        QVERIFY(whole->document->text.contains("\"Qty\":2,\"Unit\":\"KGS\",\"UnitPrice\":635.59,\"TotAmt\":1271.18"));
        QVERIFY(whole->document->text.contains(
            "\"AssVal\":1271.18,\"CgstVal\":114.41,\"SgstVal\":114.41,\"IgstVal\":0.00"));
        QVERIFY(whole->document->text.contains("\"TotInvVal\":1500.00"));
    }

    void anEWayBillGoesToAnybodyWithAVehicle()
    {
        TaxOffice office;
        office.moveBuyer();
        const Order order = office.sell(100);

        const auto bare = office.tax.readEWayBill(office.world.admin, order.id, {});
        const auto whole = office.tax.readEWayBill(office.world.admin, order.id,
                                                   {.documentNumber = QStringLiteral("IY/26-27/2"),
                                                    .vehicleNumber = QStringLiteral("MH04AB1234"),
                                                    .distanceKm = 210});

        QCOMPARE(bare->missing, (QStringList{QStringLiteral("docNo"), QStringLiteral("vehicleNo")}));
        const QJsonObject bill = parsed(*whole)["billLists"].toArray().first().toObject();
        QCOMPARE(bill["toGstin"].toString(), QStringLiteral("URP"));
        QCOMPARE(bill["fromStateCode"].toInt(), 27);
        QCOMPARE(bill["toStateCode"].toInt(), 24);
        QCOMPARE(bill["vehicleNo"].toString(), QStringLiteral("MH04AB1234"));
        QVERIFY(whole->document->text.contains("\"igstValue\":11440.68"));
        QVERIFY(whole->document->text.contains("\"totInvValue\":75000.00"));
        QCOMPARE(whole->validDays, 2);
    }
};

TEST_CLASS(TestOfTaxPapers)

#include "tst_taxpapers.moc"
