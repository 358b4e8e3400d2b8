#pragma once

// The papers of a sale: a store's invoice, the credit notes to it, and what the market invoices to the store for its
// commission. Each is issued once, numbered without a gap in its series, and never changes.

#include "shared/base/endpoint.h"
#include "shared/base/page.h"
#include "shared/base/values.h"

struct Account;
struct Order;
struct Refund;
struct Vendor;

// TaxInvoice: of a store with a GSTIN; SaleInvoice: of one without, which may ask for no tax.
NAMED_ENUM(InvoiceKind, TaxInvoice, SaleInvoice, CreditNote, CommissionInvoice, CommissionCreditNote)

constexpr int invoicesPerOrderMax = 60; // the invoice and a credit note for each refund

struct Invoice
{
    Id<Invoice> id;
    InvoiceKind kind = InvoiceKind::TaxInvoice;
    QString number;
    QString financialYear;        // "2026-27"
    QString day;                  // "2026-11-27", in India
    std::optional<QString> month; // that commission was charged for, "2026-11"
    Id<Vendor> vendorId;
    QString storeName;
    std::optional<QString> buyerName; // nobody's where the market invoices
    std::optional<Id<Order>> orderId;
    std::optional<QString> orderNumber;
    std::optional<QString> invoiceNumber; // that a credit note is to
    Money taxable;
    Money igst;
    Money cgst;
    Money sgst;
    Money total;
    Instant issuedAt;

    FIELDS(Invoice, FIELD(id), FIELD(kind, .label = QT_TRANSLATE_NOOP("fields", "Kind")),
           FIELD(number, .label = QT_TRANSLATE_NOOP("fields", "Invoice")), FIELD(financialYear),
           FIELD(day, .label = QT_TRANSLATE_NOOP("fields", "Day")),
           FIELD(month, .label = QT_TRANSLATE_NOOP("fields", "Month")), FIELD(vendorId),
           FIELD(storeName, .label = QT_TRANSLATE_NOOP("fields", "Store")),
           FIELD(buyerName, .label = QT_TRANSLATE_NOOP("fields", "Buyer")), FIELD(orderId),
           FIELD(orderNumber, .label = QT_TRANSLATE_NOOP("fields", "Order")),
           FIELD(invoiceNumber, .label = QT_TRANSLATE_NOOP("fields", "Corrects")),
           FIELD(taxable, .label = QT_TRANSLATE_NOOP("fields", "Taxable value")),
           FIELD(igst, .label = QT_TRANSLATE_NOOP("fields", "IGST")),
           FIELD(cgst, .label = QT_TRANSLATE_NOOP("fields", "CGST")),
           FIELD(sgst, .label = QT_TRANSLATE_NOOP("fields", "SGST")),
           FIELD(total, .label = QT_TRANSLATE_NOOP("fields", "Amount")),
           FIELD(issuedAt, .label = QT_TRANSLATE_NOOP("fields", "Issued")))
};

#define INVOICE_MONTH                                                                                                  \
    FIELD(month, .label = QT_TRANSLATE_NOOP("fields", "Month"), .lengthMin = 7, .lengthMax = 7,                        \
          .pattern = "[0-9]{4}-(0[1-9]|1[0-2])")

// month: in which they were issued.
struct ListInvoices
{
    int limit = pageLimitDefault;
    std::optional<QString> cursor;
    std::optional<QString> month;
    std::optional<InvoiceKind> kind;

    FIELDS(ListInvoices, PAGE_FIELDS, INVOICE_MONTH, FIELD(kind))
};

struct ListAllInvoices
{
    int limit = pageLimitDefault;
    std::optional<QString> cursor;
    std::optional<QString> month;
    std::optional<InvoiceKind> kind;
    std::optional<Id<Vendor>> vendor;

    FIELDS(ListAllInvoices, PAGE_FIELDS, INVOICE_MONTH, FIELD(kind), FIELD(vendor))
};

// In which language the paper is drawn; what was issued stays the same.
struct AskInvoice
{
    QString language = QStringLiteral("en");

    FIELDS(AskInvoice, FIELD(language, .pattern = "en|hi", .standard = true))
};

// An invoice was issued. What stands on it is asked for by its id.
struct InvoiceIssued
{
    static constexpr auto topic = "invoices.issued";

    Id<Invoice> invoiceId;
    InvoiceKind kind = InvoiceKind::TaxInvoice;
    QString number;
    QString day;
    Id<Vendor> vendorId;
    std::optional<Id<Order>> orderId;

    FIELDS(InvoiceIssued, FIELD(invoiceId), FIELD(kind), FIELD(number), FIELD(day), FIELD(vendorId), FIELD(orderId))
};

namespace api {

inline constexpr Endpoint<AskInvoice, FileBody, Id<Order>> downloadOrderInvoice{
    .method = Method::Get,
    .path = "/api/v1/orders/{id}/invoice",
    .access = Access::SignedIn,
    .owner = Owner::Partys,
    .rate = Rate::Account,
    .summary = "The invoice of a settled order as PDF: its buyer, its store or an admin",
    .overseer = Permission::ManageOrders,
    .heavy = true};

inline constexpr Endpoint<Nothing, QList<Invoice>, Id<Order>> listOrderInvoices{
    .method = Method::Get,
    .path = "/api/v1/orders/{id}/invoices",
    .access = Access::SignedIn,
    .owner = Owner::Partys,
    .rate = Rate::Account,
    .summary = "The invoice of an order and the credit notes to it, oldest first",
    .overseer = Permission::ManageOrders,
    .most = invoicesPerOrderMax};

inline constexpr Endpoint<AskInvoice, FileBody, Id<Invoice>> downloadInvoice{
    .method = Method::Get,
    .path = "/api/v1/invoices/{id}/file",
    .access = Access::SignedIn,
    .owner = Owner::Partys,
    .rate = Rate::Account,
    .summary = "An invoice or credit note as PDF: whoever it is from or to, or an admin",
    .overseer = Permission::ReadReports,
    .heavy = true};

inline constexpr Endpoint<ListInvoices, Page<Invoice>> listVendorInvoices{
    .method = Method::Get,
    .path = "/api/v1/vendor/invoices",
    .access = Access::Vendor,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "What the own store has issued and was invoiced, newest first"};

inline constexpr Endpoint<ListAllInvoices, Page<Invoice>> listInvoices{
    .method = Method::Get,
    .path = "/api/v1/admin/invoices",
    .access = Access::Admin,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "All invoices and credit notes, newest first",
    .permission = Permission::ReadReports};

inline constexpr auto invoices =
    std::tuple{downloadOrderInvoice, listOrderInvoices, downloadInvoice, listVendorInvoices, listInvoices};

} // namespace api
