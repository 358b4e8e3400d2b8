#pragma once

// What the server says about invoices: one of a sale, a credit note to it, and one for commission.

#include "shared/contract/invoices.h"
#include "tests/console/pages/samples.h"
#include "tests/support/faketransport.h"

namespace samples {

inline QList<Invoice> invoices()
{
    const Invoice sale{.id = id<Invoice>(91),
                       .kind = InvoiceKind::TaxInvoice,
                       .number = QStringLiteral("INV/26-27/000012"),
                       .financialYear = QStringLiteral("2026-27"),
                       .day = QStringLiteral("2026-11-19"),
                       .vendorId = id<Vendor>(77),
                       .storeName = QStringLiteral("Sharma Metals"),
                       .buyerName = QStringLiteral("=Asha Traders"),
                       .orderId = id<Order>(1),
                       .orderNumber = QStringLiteral("KW-20261119-0001"),
                       .taxable = {127'118},
                       .cgst = {11'441},
                       .sgst = {11'441},
                       .total = {150'000},
                       .issuedAt = now};
    Invoice note = sale;
    note.id = id<Invoice>(92);
    note.kind = InvoiceKind::CreditNote;
    note.number = QStringLiteral("CRN/26-27/000003");
    note.invoiceNumber = sale.number;
    Invoice commission = sale;
    commission.id = id<Invoice>(93);
    commission.kind = InvoiceKind::CommissionInvoice;
    commission.number = QStringLiteral("COM/26-27/000002");
    commission.month = QStringLiteral("2026-10");
    commission.buyerName.reset();
    commission.orderId.reset();
    commission.orderNumber.reset();
    return {commission, note, sale};
}

inline void invoices(FakeTransport &server)
{
    server.answer(api::listInvoices, page(invoices()));
    server.answer(api::listVendorInvoices, page(invoices()));
}

} // namespace samples
