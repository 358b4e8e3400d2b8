#include "server/tax/documents.h"

#include "server/tax/portaljson.h"

namespace tax {

namespace {

constexpr int textMin = 3, nameMax = 100, placeMax = 50, titleMax = 300, pincodeSize = 6, hsnMin = 4;

// The units of quantity that both portals know.
QString unitCode(Unit unit)
{
    switch (unit) {
    case Unit::Kg: return QStringLiteral("KGS");
    case Unit::Ton: return QStringLiteral("TON");
    case Unit::Piece: return QStringLiteral("PCS");
    case Unit::Litre: return QStringLiteral("LTR");
    case Unit::Metre: return QStringLiteral("MTR");
    }
    return {};
}

// "27/11/2026"
QString portalDay(const QString &day)
{
    return day.section(u'-', 2, 2) + u'/' + day.section(u'-', 1, 1) + u'/' + day.section(u'-', 0, 0);
}

// Rupees for one unit with three decimals, half a thousandth up.
Quantity unitPrice(const Item &item)
{
    const __int128 exact = static_cast<__int128>(item.parts.taxable.minor) * 10'000;
    return {item.quantity.milli > 0 ? qint64((exact + item.quantity.milli / 2) / item.quantity.milli) : 0};
}

BasisPoints half(BasisPoints rate)
{
    return {rate.value / 2};
}

Parts sumOf(const QList<Item> &items)
{
    Parts out;
    for (const Item &item : items) {
        out.taxable = out.taxable + item.parts.taxable;
        out.tax = out.tax + item.parts.tax;
    }
    return out;
}

Money grossOf(const Parts &parts)
{
    return parts.taxable + parts.tax.whole();
}

class Needs
{
public:
    void text(const QString &name, const QString &value, int min)
    {
        if (value.size() < min || value.isEmpty())
            m_missing += name;
    }
    void that(const QString &name, bool isThere)
    {
        if (!isThere)
            m_missing += name;
    }
    const QStringList &missing() const { return m_missing; }

private:
    QStringList m_missing;
};

void needParty(Needs &needs, const QString &at, const Party &party)
{
    needs.text(at + QStringLiteral(".Gstin"), party.gstin, 1);
    needs.text(at + QStringLiteral(".LglNm"), party.name, textMin);
    needs.text(at + QStringLiteral(".Addr1"), party.address, 1);
    needs.text(at + QStringLiteral(".Loc"), party.place, textMin);
    needs.that(at + QStringLiteral(".Pin"), party.pincode.size() == pincodeSize);
    needs.text(at + QStringLiteral(".Stcd"), party.stateNumber, 2);
}

void writeParty(PortalJson &json, const char *name, const Party &party, const QString &placeOfSupply)
{
    json.open(name);
    json.text("Gstin", party.gstin);
    json.text("LglNm", party.name.left(nameMax));
    json.text("TrdNm", party.tradeName.left(nameMax));
    if (!placeOfSupply.isEmpty())
        json.text("Pos", placeOfSupply);
    json.text("Addr1", party.address.left(nameMax));
    json.text("Loc", party.place.left(placeMax));
    json.number("Pin", party.pincode.toInt());
    json.text("Stcd", party.stateNumber);
    json.close();
}

void writeItem(PortalJson &json, const Item &item, qsizetype number)
{
    const Money none;
    json.open();
    json.text("SlNo", QString::number(number));
    json.text("PrdDesc", item.title.left(titleMax));
    json.text("IsServc", QStringLiteral("N"));
    json.text("HsnCd", item.hsn);
    json.quantity("Qty", item.quantity);
    json.text("Unit", unitCode(item.unit));
    json.quantity("UnitPrice", unitPrice(item));
    json.amount("TotAmt", item.parts.taxable);
    json.amount("Discount", none);
    json.amount("PreTaxVal", none);
    json.amount("AssAmt", item.parts.taxable);
    json.rate("GstRt", item.gstRate);
    json.amount("IgstAmt", item.parts.tax.igst);
    json.amount("CgstAmt", item.parts.tax.cgst);
    json.amount("SgstAmt", item.parts.tax.sgst);
    for (const char *unused :
         {"CesRt", "CesAmt", "CesNonAdvlAmt", "StateCesRt", "StateCesAmt", "StateCesNonAdvlAmt", "OthChrg"})
        json.amount(unused, none);
    json.amount("TotItemVal", grossOf(item.parts));
    json.close();
}

void writeValues(PortalJson &json, const Parts &sum)
{
    const Money none;
    json.open("ValDtls");
    json.amount("AssVal", sum.taxable);
    json.amount("CgstVal", sum.tax.cgst);
    json.amount("SgstVal", sum.tax.sgst);
    json.amount("IgstVal", sum.tax.igst);
    for (const char *unused : {"CesVal", "StCesVal", "Discount", "OthChrg", "RndOffAmt"})
        json.amount(unused, none);
    json.amount("TotInvVal", grossOf(sum));
    json.close();
}

void writeInvoice(PortalJson &json, const Sale &sale)
{
    json.open();
    json.text("Version", QStringLiteral("1.1"));
    json.open("TranDtls");
    json.text("TaxSch", QStringLiteral("GST"));
    json.text("SupTyp", QStringLiteral("B2B"));
    json.text("RegRev", QStringLiteral("N"));
    json.text("IgstOnIntra", QStringLiteral("N"));
    json.close();
    json.open("DocDtls");
    json.text("Typ", QStringLiteral("INV"));
    json.text("No", sale.number);
    json.text("Dt", portalDay(sale.day));
    json.close();
    writeParty(json, "SellerDtls", sale.seller, {});
    writeParty(json, "BuyerDtls", sale.buyer, sale.buyer.stateNumber);
    json.openList("ItemList");
    for (qsizetype i = 0; i < sale.items.size(); ++i)
        writeItem(json, sale.items[i], i + 1);
    json.closeList();
    writeValues(json, sumOf(sale.items));
    json.close();
}

// The names of the fields of one end of the way.
struct EndNames
{
    const char *gstin, *name, *address, *address2, *place, *pincode, *state, *actualState;
};
constexpr EndNames fromNames{"fromGstin", "fromTrdName", "fromAddr1",     "fromAddr2",
                             "fromPlace", "fromPincode", "fromStateCode", "actualFromStateCode"};
constexpr EndNames toNames{"toGstin", "toTrdName", "toAddr1",     "toAddr2",
                           "toPlace", "toPincode", "toStateCode", "actualToStateCode"};

void needEnd(Needs &needs, const EndNames &names, const Party &party)
{
    needs.text(QLatin1String(names.name), party.name, 1);
    needs.text(QLatin1String(names.address), party.address, 1);
    needs.text(QLatin1String(names.place), party.place, 1);
    needs.that(QLatin1String(names.pincode), party.pincode.size() == pincodeSize);
    needs.text(QLatin1String(names.state), party.stateNumber, 2);
}

void writeEnd(PortalJson &json, const EndNames &names, const Party &party)
{
    // URP: a person who is not registered.
    json.text(names.gstin, party.gstin.isEmpty() ? QStringLiteral("URP") : party.gstin);
    json.text(names.name, party.tradeName.left(nameMax));
    json.text(names.address, party.address.left(nameMax));
    json.text(names.address2, QString());
    json.text(names.place, party.place.left(placeMax));
    json.number(names.pincode, party.pincode.toInt());
    json.number(names.state, party.stateNumber.toInt());
    json.number(names.actualState, party.stateNumber.toInt());
}

void writeLoad(PortalJson &json, const Item &item, qsizetype number, Territory territory)
{
    const BasisPoints none;
    const bool isWithin = territory == Territory::WithinState;
    json.open();
    json.number("itemNo", number);
    json.text("productName", item.title.left(nameMax));
    json.text("productDesc", item.title.left(nameMax));
    json.number("hsnCode", item.hsn.toLongLong());
    json.quantity("quantity", item.quantity);
    json.text("qtyUnit", unitCode(item.unit));
    json.amount("taxableAmount", item.parts.taxable);
    json.rate("sgstRate", isWithin ? half(item.gstRate) : none);
    json.rate("cgstRate", isWithin ? half(item.gstRate) : none);
    json.rate("igstRate", isWithin ? none : item.gstRate);
    json.rate("cessRate", none);
    json.rate("cessNonAdvol", none);
    json.close();
}

void writeBill(PortalJson &json, const Sale &sale)
{
    const Money none;
    const Parts sum = sumOf(sale.items);
    json.open();
    json.text("userGstin", sale.seller.gstin);
    json.text("supplyType", QStringLiteral("O"));
    json.number("subSupplyType", 1);
    json.text("subSupplyDesc", QString());
    json.text("docType", QStringLiteral("INV"));
    json.text("docNo", sale.number);
    json.text("docDate", portalDay(sale.day));
    json.number("transType", 1);
    writeEnd(json, fromNames, sale.seller);
    writeEnd(json, toNames, sale.buyer);
    json.amount("totalValue", sum.taxable);
    json.amount("cgstValue", sum.tax.cgst);
    json.amount("sgstValue", sum.tax.sgst);
    json.amount("igstValue", sum.tax.igst);
    for (const char *unused : {"cessValue", "TotNonAdvolVal", "OthValue"})
        json.amount(unused, none);
    json.amount("totInvValue", grossOf(sum));
    json.number("transMode", 1);
    json.number("transDistance", sale.transport.distanceKm);
    json.text("transporterName", QString());
    json.text("transporterId", sale.transport.transporterId);
    json.text("transDocNo", QString());
    json.text("transDocDate", QString());
    json.text("vehicleNo", sale.transport.vehicleNumber);
    json.text("vehicleType", QStringLiteral("R"));
    json.number("mainHsnCode", sale.items.constFirst().hsn.toLongLong());
    json.openList("itemList");
    for (qsizetype i = 0; i < sale.items.size(); ++i)
        writeLoad(json, sale.items[i], i + 1, sale.territory);
    json.closeList();
    json.close();
}

} // namespace

Draft eInvoice(const Sale &sale)
{
    Needs needs;
    needs.text(QStringLiteral("DocDtls.No"), sale.number, 1);
    needParty(needs, QStringLiteral("SellerDtls"), sale.seller);
    needParty(needs, QStringLiteral("BuyerDtls"), sale.buyer);
    // The address is the one of delivery; where a buyer of another state has its business is not known.
    needs.that(QStringLiteral("ShipDtls"),
               sale.buyer.gstin.isEmpty() || sale.buyer.gstin.startsWith(sale.buyer.stateNumber));
    for (qsizetype i = 0; i < sale.items.size(); ++i) {
        const QString at = QStringLiteral("ItemList.%1").arg(i);
        needs.text(at + QStringLiteral(".PrdDesc"), sale.items[i].title, textMin);
        needs.text(at + QStringLiteral(".HsnCd"), sale.items[i].hsn, hsnMin);
        needs.that(at + QStringLiteral(".GstRt"), sale.items[i].gstRate.value > 0);
    }
    if (!needs.missing().isEmpty())
        return {needs.missing(), {}};
    PortalJson json;
    writeInvoice(json, sale);
    return {{}, json.bytes()};
}

// A buyer without a GSTIN is no obstacle here. The carrier or the vehicle has to be known; either is enough.
Draft eWayBill(const Sale &sale)
{
    Needs needs;
    needs.text(QStringLiteral("docNo"), sale.number, 1);
    needs.text(QLatin1String(fromNames.gstin), sale.seller.gstin, 1);
    needEnd(needs, fromNames, sale.seller);
    needEnd(needs, toNames, sale.buyer);
    needs.that(QStringLiteral("vehicleNo"),
               !sale.transport.vehicleNumber.isEmpty() || !sale.transport.transporterId.isEmpty());
    for (qsizetype i = 0; i < sale.items.size(); ++i)
        needs.text(QStringLiteral("itemList.%1.hsnCode").arg(i), sale.items[i].hsn, hsnMin);
    if (!needs.missing().isEmpty())
        return {needs.missing(), {}};
    PortalJson json;
    json.open();
    json.text("version", QStringLiteral("1.0.0621"));
    json.openList("billLists");
    writeBill(json, sale);
    json.closeList();
    json.close();
    return {{}, json.bytes()};
}

} // namespace tax
