#pragma once

// An invoice as it was issued and as it travels to the program that draws it: one JSON object, an InvoiceDrawing. What
// stands in the InvoicePaper is kept for good, so that nothing changes on it when a store is renamed later.

#include "shared/base/values.h"
#include "shared/contract/invoices.h"

struct InvoiceParty
{
    QString name;
    QString tradeName;
    QString address;
    QString place;
    QString pincode;
    QString region;      // "IN-MH"
    QString stateNumber; // "27"
    QString gstin;       // empty: none

    FIELDS(InvoiceParty, FIELD(name), FIELD(tradeName), FIELD(address), FIELD(place), FIELD(pincode), FIELD(region),
           FIELD(stateNumber), FIELD(gstin))
};

struct InvoiceItem
{
    QString title;
    QString code;                     // HSN of goods, SAC of services
    std::optional<Quantity> quantity; // of goods, as it was settled
    QString unit;
    BasisPoints gstRate;
    Money taxable;
    Money igst;
    Money cgst;
    Money sgst;
    Money total;

    FIELDS(InvoiceItem, FIELD(title), FIELD(code), FIELD(quantity), FIELD(unit), FIELD(gstRate), FIELD(taxable),
           FIELD(igst), FIELD(cgst), FIELD(sgst), FIELD(total))
};

struct InvoicePaper
{
    InvoiceKind kind = InvoiceKind::TaxInvoice;
    QString number;
    QString day;
    Instant issuedAt;
    std::optional<QString> month;
    std::optional<QString> orderNumber;
    std::optional<QString> invoiceNumber; // that a credit note is to, and its day
    std::optional<QString> invoiceDay;
    InvoiceParty seller;
    InvoiceParty buyer;
    QString placeOfSupply; // "IN-GJ"
    bool isInterstate = false;
    QList<InvoiceItem> items;
    Money taxable;
    Money igst;
    Money cgst;
    Money sgst;
    Money total;
    QList<qint64> weighTickets;   // their numbers at the store
    std::optional<qint64> orders; // that commission was charged for

    FIELDS(InvoicePaper, FIELD(kind), FIELD(number), FIELD(day), FIELD(issuedAt), FIELD(month), FIELD(orderNumber),
           FIELD(invoiceNumber), FIELD(invoiceDay), FIELD(seller), FIELD(buyer), FIELD(placeOfSupply),
           FIELD(isInterstate), FIELD(items, .countMin = 1, .countMax = 100), FIELD(taxable), FIELD(igst), FIELD(cgst),
           FIELD(sgst), FIELD(total), FIELD(weighTickets, .countMax = 1'000), FIELD(orders))
};

struct InvoiceDrawing
{
    QString language;
    InvoicePaper paper;

    FIELDS(InvoiceDrawing, FIELD(language), FIELD(paper))
};
