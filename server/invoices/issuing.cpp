// Making the papers of a sale, and the numbers of all.

#include "server/accounts/service.h"
#include "server/core/log.h"
#include "server/invoices/service.h"
#include "server/kyc/service.h"
#include "server/orders/service.h"
#include "server/tax/service.h"
#include "server/weighing/service.h"
#include "shared/base/indiatime.h"

#include <algorithm>

namespace invoices {

namespace {

Q_LOGGING_CATEGORY(issuingLog, "invoices")
constexpr int itemsMax = 100; // lines of an order

// Whose account was erased: nothing that belongs on a paper is known of it any more.
bool hasLeft(const Vendor &vendor)
{
    return vendor.status == StoreStatus::Inactive && !vendor.ownerName && !vendor.streetAddress && !vendor.pincode;
}

auto notYet()
{
    return failure(ErrorCode::Unavailable, QStringLiteral("The tax of the sale has to be reckoned first."));
}

const orders::SoldLine *find(const QList<orders::SoldLine> &lines, Id<OrderLine> id)
{
    const auto found =
        std::find_if(lines.cbegin(), lines.cend(), [&](const orders::SoldLine &line) { return line.id == id; });
    return found == lines.cend() ? nullptr : &*found;
}

InvoiceItem itemOf(const tax::LineRow &line, const orders::SoldLine *sold)
{
    InvoiceItem out{.title = sold ? sold->title : QString(),
                    .code = line.hsn.value_or(QString()),
                    .gstRate = line.gstRate,
                    .taxable = line.taxable,
                    .igst = line.igst,
                    .cgst = line.cgst,
                    .sgst = line.sgst,
                    .total = line.gross};
    if (sold) {
        out.quantity = sold->quantity;
        out.unit = names::text(sold->unit);
    }
    return out;
}

// The rest of what was sold of the line, without its quantity: a refund gives back money, not goods.
InvoiceItem itemOf(const tax::ReturnRow &given, const InvoiceItem &sold)
{
    InvoiceItem out{.title = sold.title,
                    .code = sold.code,
                    .gstRate = given.gstRate,
                    .taxable = given.taxable,
                    .total = given.gross};
    return taxed(out, given.gross - given.taxable, given.isInterstate ? Reach::AcrossStates : Reach::WithinState);
}

} // namespace

std::optional<InvoiceParty> Service::partyOf(Tx &tx, const Vendor &vendor, const QString &region)
{
    if (hasLeft(vendor)) {
        const auto newest = m_store.newestOf(tx, vendor.id);
        if (!newest) {
            qCCritical(issuingLog, "a paper of store %s cannot name it any more", qUtf8Printable(vendor.id.text()));
            return std::nullopt;
        }
        return isOfMarket(newest->kind) ? newest->paper.buyer : newest->paper.seller;
    }
    const auto identity = m_kyc.taxIdentityOf(tx, vendor.id);
    return InvoiceParty{.name = vendor.ownerName.value_or(vendor.storeName),
                        .tradeName = vendor.storeName,
                        .address = vendor.streetAddress.value_or(QString()),
                        .place = vendor.city.value_or(QString()),
                        .pincode = vendor.pincode.value_or(QString()),
                        .region = region,
                        .stateNumber = kyc::Service::stateNumberOf(region),
                        .gstin = identity ? identity->gstin : QString()};
}

InvoiceParty Service::buyerOf(const orders::SoldOrder &sold, const QString &region) const
{
    const Address &home = sold.deliveryAddress;
    const QString flat = home.flatNumber.value_or(QString());
    return {.name = sold.customerName,
            .address = flat.isEmpty() ? home.streetAddress : flat + QStringLiteral(", ") + home.streetAddress,
            .place = home.city,
            .pincode = home.pincode,
            .region = region,
            .stateNumber = kyc::Service::stateNumberOf(region)};
}

// The figures are those of the tax, so that both say the same to the paisa.
InvoicePaper Service::saleOf(Tx &tx, const orders::SoldOrder &sold, InvoiceParty seller,
                             const QList<tax::LineRow> &lines)
{
    const QString delivered = m_accounts.regionOf(sold.deliveryAddress.pincode);
    InvoicePaper out{.issuedAt = tx.now(),
                     .orderNumber = sold.orderNumber,
                     .seller = std::move(seller),
                     .buyer = buyerOf(sold, delivered),
                     .placeOfSupply = delivered.isEmpty() ? sold.region : delivered,
                     .weighTickets = m_weighing.numbersOf(tx, sold.id)};
    for (const tax::LineRow &line : lines) {
        out.isInterstate = line.isInterstate;
        if (line.gross > Money{})
            out.items += itemOf(line, find(sold.lines, line.lineId));
    }
    addUp(out);
    const bool isTaxed = !out.seller.gstin.isEmpty() || out.taxable < out.total;
    out.kind = isTaxed ? InvoiceKind::TaxInvoice : InvoiceKind::SaleInvoice;
    return out;
}

// Takes the next number of its series and dates the paper.
InvoiceRow Service::rowOf(Tx &tx, InvoicePaper paper, const Vendor &vendor, qint64 day)
{
    const InvoiceParty &store = isOfMarket(paper.kind) ? paper.buyer : paper.seller;
    InvoiceRow out{.id = m_ids.next<Invoice>(),
                   .kind = paper.kind,
                   .financialYear = financialYearOf(day),
                   .day = india::dayText(day),
                   .month = paper.month,
                   .vendorId = vendor.id,
                   .storeName = store.tradeName,
                   .orderNumber = paper.orderNumber,
                   .invoiceNumber = paper.invoiceNumber,
                   .taxable = paper.taxable,
                   .igst = paper.igst,
                   .cgst = paper.cgst,
                   .sgst = paper.sgst,
                   .total = paper.total,
                   .issuedAt = tx.now()};
    out.series = seriesOf(out.kind, vendor.id, out.financialYear);
    out.serial = m_store.number(tx, out.series);
    out.number = numberOf(out.kind, out.financialYear, out.serial);
    paper.number = out.number;
    paper.day = out.day;
    out.paper = std::move(paper);
    return out;
}

void Service::add(Tx &tx, const InvoiceRow &row)
{
    m_store.insert(tx, row);
    tx.publish(InvoiceIssued{.invoiceId = row.id,
                             .kind = row.kind,
                             .number = row.number,
                             .day = row.day,
                             .vendorId = row.vendorId,
                             .orderId = row.orderId});
}

Result<std::optional<InvoiceRow>> Service::issueSale(Tx &tx, Id<Order> order)
{
    if (auto issued = m_store.ofSale(tx, order))
        return issued;
    const auto sold = m_orders.soldOf(tx, order);
    const auto vendor = sold ? m_accounts.vendor(tx, sold->vendorId) : std::nullopt;
    if (!vendor)
        return std::optional<InvoiceRow>();
    const QList<tax::LineRow> lines = m_tax.linesOf(tx, order);
    if (lines.isEmpty())
        return notYet();
    auto seller = partyOf(tx, *vendor, sold->region);
    if (!seller)
        return std::optional<InvoiceRow>();
    InvoicePaper paper = saleOf(tx, *sold, std::move(*seller), lines);
    if (paper.items.isEmpty())
        return std::optional<InvoiceRow>();
    Q_ASSERT(paper.items.size() <= itemsMax);
    InvoiceRow row = rowOf(tx, std::move(paper), *vendor, india::dayNumber(sold->settledAt));
    row.buyerId = sold->buyerId;
    row.buyerName = sold->customerName;
    row.orderId = order;
    add(tx, row);
    return std::optional(row);
}

// It names the invoice that it is to, and both sides as they stand there.
Result<> Service::issueCredit(Tx &tx, Id<Order> order, Id<Refund> refund)
{
    if (m_store.ofRefund(tx, refund))
        return {};
    LET(invoice, issueSale(tx, order));
    const auto vendor = invoice ? m_accounts.vendor(tx, invoice->vendorId) : std::nullopt;
    if (!vendor)
        return {};
    const QList<tax::ReturnRow> given = m_tax.returnsOf(tx, refund);
    if (given.isEmpty())
        return notYet();
    InvoicePaper paper{.kind = InvoiceKind::CreditNote,
                       .issuedAt = tx.now(),
                       .orderNumber = invoice->orderNumber,
                       .invoiceNumber = invoice->number,
                       .invoiceDay = invoice->day,
                       .seller = invoice->paper.seller,
                       .buyer = invoice->paper.buyer,
                       .placeOfSupply = invoice->paper.placeOfSupply,
                       .isInterstate = invoice->paper.isInterstate};
    const auto soldOrder = m_orders.soldOf(tx, order);
    for (const tax::ReturnRow &each : given) {
        InvoiceItem sold;
        for (const tax::LineRow &line : m_tax.linesOf(tx, order))
            if (line.lineId == each.lineId)
                sold = itemOf(line, soldOrder ? find(soldOrder->lines, line.lineId) : nullptr);
        paper.items += itemOf(each, sold);
    }
    addUp(paper);
    InvoiceRow row = rowOf(tx, std::move(paper), *vendor, given.constFirst().returnedDay);
    row.storeName = invoice->storeName;
    row.buyerId = invoice->buyerId;
    row.buyerName = invoice->buyerName;
    row.orderId = order;
    row.refundId = refund;
    row.invoiceId = invoice->id;
    add(tx, row);
    return {};
}

} // namespace invoices
