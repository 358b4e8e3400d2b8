// What Service says of one settled order: its tax line by line, and the documents for the portals.

#include "server/accounts/service.h"
#include "server/core/permit.h"
#include "server/tax/case.h"
#include "shared/base/indiatime.h"

#include <algorithm>

namespace tax {

namespace {

const LineRow *find(const QList<LineRow> &lines, Id<OrderLine> id)
{
    const auto found = std::find_if(lines.cbegin(), lines.cend(), [&](const LineRow &row) { return row.lineId == id; });
    return found == lines.cend() ? nullptr : &*found;
}

Money taxableOf(const QList<LineRow> &lines)
{
    Money out;
    for (const LineRow &line : lines)
        out = out + line.taxable;
    return out;
}

// "Flat 4, Harbour Street"
QString oneLine(const std::optional<QString> &flat, const QString &street)
{
    return flat && !flat->isEmpty() ? *flat + QStringLiteral(", ") + street : street;
}

} // namespace

Result<Service::Case> Service::caseOf(Tx &tx, const Caller &caller, Id<Order> id,
                                      const std::optional<QString> &buyerGstin)
{
    if (buyerGstin && !kyc::Service::isTaxNumber(*buyerGstin))
        return refusal(QStringLiteral("buyer_gstin"), QStringLiteral("has a wrong check digit"));
    auto sold = m_orders.soldOf(tx, id);
    const auto vendor = sold ? m_accounts.vendor(tx, sold->vendorId) : std::nullopt;
    if (!vendor)
        return notFound(QLatin1StringView("settled order"));
    const qint64 day = india::dayNumber(sold->settledAt);
    const QString delivered = m_accounts.regionOf(sold->deliveryAddress.pincode);
    Case out{.sold = std::move(*sold),
             .vendor = *vendor,
             .seller = m_kyc.taxIdentityOf(tx, vendor->id),
             .buyerGstin = buyerGstin.value_or(QString()),
             .buyerRegion = delivered,
             .day = india::dayText(day),
             .rules = rules(tx, caller.language),
             .lines = m_store.lines(tx, id),
             .invoice = m_store.invoice(tx, id),
             .soldBefore = m_store.soldBefore(tx, vendor->id, {yearStart(day), day}, id)};
    if (out.lines.isEmpty()) // settled this moment
        out.lines = reckoned(tx, out.sold, out.rules);
    return out;
}

QList<AppliedTax> Service::appliedTo(const Case &about, const LineRow &line, Money soldBefore) const
{
    return applied(about.rules, {.day = about.day,
                                 .hsn = line.hsn.value_or(QString()),
                                 .gross = line.gross,
                                 .taxable = line.taxable,
                                 .gstRate = line.gstRate,
                                 .territory = line.isInterstate ? Territory::AcrossStates : Territory::WithinState,
                                 .isSellerRegistered = about.seller.has_value(),
                                 .isBuyerRegistered = !about.buyerGstin.isEmpty(),
                                 .contract = taxableOf(about.lines),
                                 .holder = about.seller ? holderOf(about.seller->pan) : PanHolder::Unknown,
                                 .soldBefore = soldBefore});
}

Result<OrderTax> Service::readOrderTax(const Caller &caller, Id<Order> id, const AskOrderTax &wish)
{
    MUST(permit(caller, Permission::ReadReports));
    return m_db.read([&](Tx &tx) -> Result<OrderTax> {
        LET(about, caseOf(tx, caller, id, wish.buyerGstin));
        OrderTax out{.orderId = id,
                     .orderNumber = about.sold.orderNumber,
                     .vendorId = about.vendor.id,
                     .storeName = about.vendor.storeName,
                     .day = about.day,
                     .isInterstate = !about.lines.isEmpty() && about.lines.constFirst().isInterstate,
                     .isSellerRegistered = about.seller.has_value(),
                     .isBuyerRegistered = wish.buyerGstin.has_value()};
        Money before = about.soldBefore;
        for (const orders::SoldLine &sold : about.sold.lines) {
            const LineRow *line = find(about.lines, sold.id);
            if (!line)
                continue;
            out.lines += OrderTaxLine{line->lineId,
                                      sold.title,
                                      line->hsn,
                                      line->gstRate,
                                      line->rateSource,
                                      line->gross,
                                      line->taxable,
                                      line->igst,
                                      line->cgst,
                                      line->sgst,
                                      appliedTo(about, *line, before)};
            before = before + line->gross;
            out.gross = out.gross + line->gross;
            out.taxable = out.taxable + line->taxable;
            out.igst = out.igst + line->igst;
            out.cgst = out.cgst + line->cgst;
            out.sgst = out.sgst + line->sgst;
        }
        out.needsEWayBill = needsEWayBill(about.rules, about.day, out.gross,
                                          out.isInterstate ? Territory::AcrossStates : Territory::WithinState);
        return out;
    });
}

Sale Service::saleOf(const Case &about, const AskTaxPaper &wish) const
{
    const Address &home = about.sold.deliveryAddress;
    // Who says a number writes invoices elsewhere, of the day of the settlement.
    const bool isOurs = about.invoice && !wish.documentNumber;
    Sale out{.number = isOurs ? about.invoice->number : wish.documentNumber.value_or(QString()),
             .day = isOurs ? about.invoice->day : about.day,
             .seller = {.gstin = about.seller ? about.seller->gstin : QString(),
                        .name = about.vendor.ownerName.value_or(about.vendor.storeName),
                        .tradeName = about.vendor.storeName,
                        .address = about.vendor.streetAddress.value_or(QString()),
                        .place = about.vendor.city.value_or(QString()),
                        .pincode = about.vendor.pincode.value_or(QString()),
                        .stateNumber = kyc::Service::stateNumberOf(about.sold.region)},
             .buyer = {.gstin = about.buyerGstin,
                       .name = about.sold.customerName,
                       .tradeName = about.sold.customerName,
                       .address = oneLine(home.flatNumber, home.streetAddress),
                       .place = home.city,
                       .pincode = home.pincode,
                       .stateNumber = kyc::Service::stateNumberOf(about.buyerRegion)},
             .transport = {.transporterId = wish.transporterId.value_or(QString()),
                           .vehicleNumber = wish.vehicleNumber.value_or(QString()),
                           .distanceKm = wish.distanceKm.value_or(0)}};
    for (const orders::SoldLine &sold : about.sold.lines)
        if (const LineRow *line = find(about.lines, sold.id)) {
            out.territory = line->isInterstate ? Territory::AcrossStates : Territory::WithinState;
            out.items += Item{.title = sold.title,
                              .hsn = sold.hsn,
                              .unit = sold.unit,
                              .quantity = sold.quantity,
                              .gstRate = line->gstRate,
                              .parts = {line->taxable, {line->igst, line->cgst, line->sgst}}};
        }
    return out;
}

template <class Draw>
Result<TaxPaper> Service::paper(const Caller &caller, Id<Order> id, const AskTaxPaper &wish, Draw &&draw)
{
    MUST(permit(caller, Permission::ReadReports));
    return m_db.read([&](Tx &tx) -> Result<TaxPaper> {
        LET(about, caseOf(tx, caller, id, wish.buyerGstin));
        const Draft draft = draw(saleOf(about, wish));
        TaxPaper out{.orderNumber = about.sold.orderNumber, .missing = draft.missing};
        if (draft.missing.isEmpty())
            out.document = Json{draft.document};
        if (wish.distanceKm)
            out.validDays = eWayBillDays(about.rules, about.day, *wish.distanceKm);
        return out;
    });
}

Result<TaxPaper> Service::readEInvoice(const Caller &caller, Id<Order> id, const AskTaxPaper &wish)
{
    return paper(caller, id, wish, &eInvoice);
}

Result<TaxPaper> Service::readEWayBill(const Caller &caller, Id<Order> id, const AskTaxPaper &wish)
{
    return paper(caller, id, wish, &eWayBill);
}

} // namespace tax
