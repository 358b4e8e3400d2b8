#pragma once

// The tax that whoever runs the market has to do with: rules with their dates, what they say of a settled order, the
// worksheets of a month, and documents for the portals of the tax office. What is withheld and paid: taxdues.h.

#include "shared/base/endpoint.h"
#include "shared/base/page.h"
#include "shared/base/values.h"

struct Order;
struct OrderLine;
struct Vendor;

NAMED_ENUM(TaxRuleKind, GstTcs, IncomeTds, IncomeTcs, ReverseCharge, GstTds, EInvoice, EInvoiceUpload, EWayBill,
           PaymentCode, HsnRate, CommissionGst)
// Unsettled: the sources disagree, or the law was only proposed when the pack was made.
NAMED_ENUM(TaxCertainty, Confirmed, Unsettled)
// Who collects, deducts or pays it.
NAMED_ENUM(TaxDuty, Operator, Seller, Buyer)
// Why nothing is due although the sale was looked at.
NAMED_ENUM(TaxExemption, BelowThreshold, NoRule)
// Whose a PAN is, by its fourth letter.
NAMED_ENUM(PanHolder, Individual, Family, Other, Unknown)
// Where the GST rate of a line comes from: what the store had declared of the product, or a rule of its HSN code.
NAMED_ENUM(GstRateSource, Product, Rule, None)

#define TAX_DAY(name, text)                                                                                            \
    FIELD(name, .label = text, .lengthMin = 10, .lengthMax = 10, .pattern = "[0-9]{4}-[0-9]{2}-[0-9]{2}")

// One rule during the days for which its figures held.
struct TaxRule
{
    QString key;  // the rule and its first day: "gst_tcs_operator.2024-07-10"
    QString rule; // the same for all times of the rule
    TaxRuleKind kind = TaxRuleKind::GstTcs;
    QString title;
    QString basis; // the law
    QString validFrom;
    std::optional<QString> validUntil; // the first day on which it holds no more
    std::optional<BasisPoints> rate;
    std::optional<BasisPoints> rateWithoutPan;
    std::optional<Money> threshold; // it begins above this
    std::optional<int> chapterFrom; // of the tariff
    std::optional<int> chapterTo;
    std::optional<QString> hsn;
    std::optional<int> kmPerDay;
    std::optional<int> days;
    std::optional<QString> code;
    TaxCertainty certainty = TaxCertainty::Confirmed;
    QString note;
    QString source;
    bool shipsOn = false;
    bool isOn = false;
    std::optional<QString> changedBy; // who switched it last, and why
    std::optional<QString> reason;
    std::optional<Instant> changedAt;

    FIELDS(TaxRule, FIELD(key), FIELD(rule), FIELD(kind, .label = QT_TRANSLATE_NOOP("fields", "Kind")),
           FIELD(title, .label = QT_TRANSLATE_NOOP("fields", "Rule")),
           FIELD(basis, .label = QT_TRANSLATE_NOOP("fields", "Law")),
           FIELD(validFrom, .label = QT_TRANSLATE_NOOP("fields", "From")),
           FIELD(validUntil, .label = QT_TRANSLATE_NOOP("fields", "Ends before")),
           FIELD(rate, .label = QT_TRANSLATE_NOOP("fields", "Rate")),
           FIELD(rateWithoutPan, .label = QT_TRANSLATE_NOOP("fields", "Rate without PAN")),
           FIELD(threshold, .label = QT_TRANSLATE_NOOP("fields", "Above")), FIELD(chapterFrom), FIELD(chapterTo),
           FIELD(hsn, .label = QT_TRANSLATE_NOOP("fields", "HSN")), FIELD(kmPerDay), FIELD(days), FIELD(code),
           FIELD(certainty, .label = QT_TRANSLATE_NOOP("fields", "Certainty")), FIELD(note), FIELD(source),
           FIELD(shipsOn), FIELD(isOn, .label = QT_TRANSLATE_NOOP("fields", "On")), FIELD(changedBy), FIELD(reason),
           FIELD(changedAt))
};

struct ListTaxRules
{
    std::optional<QString> asOf; // only what holds on this day

    FIELDS(ListTaxRules, TAX_DAY(asOf, QT_TRANSLATE_NOOP("fields", "On the day")))
};

struct SwitchTaxRule
{
    bool isOn = false;
    QString reason;

    FIELDS(SwitchTaxRule, FIELD(isOn),
           FIELD(reason, .label = QT_TRANSLATE_NOOP("fields", "Reason"), .lengthMin = 3, .lengthMax = 500))
};

#define TAX_MONTH                                                                                                      \
    FIELD(month, .label = QT_TRANSLATE_NOOP("fields", "Month"), .lengthMin = 7, .lengthMax = 7,                        \
          .pattern = "[0-9]{4}-(0[1-9]|1[0-2])")

struct AskTaxMonth
{
    QString month; // "2026-11"

    FIELDS(AskTaxMonth, TAX_MONTH)
};

struct ListTaxMonth
{
    int limit = pageLimitDefault;
    std::optional<QString> cursor;
    QString month;

    FIELDS(ListTaxMonth, PAGE_FIELDS, TAX_MONTH)
};

// What the operator collects from one store for a month (GSTR-8). Supplies and returns are without GST.
struct TcsLine
{
    Id<Vendor> vendorId;
    QString storeName;
    std::optional<QString> gstin;
    Money supplies;
    Money returns;
    Money net;
    Money untaxed; // sold without a GST rate, so no taxable supply
    Money igst;
    Money cgst;
    Money sgst;
    Money tax;
    Money withheld; // from payouts, for this month

    FIELDS(TcsLine, FIELD(vendorId), FIELD(storeName, .label = QT_TRANSLATE_NOOP("fields", "Store")),
           FIELD(gstin, .label = QT_TRANSLATE_NOOP("fields", "GSTIN")),
           FIELD(supplies, .label = QT_TRANSLATE_NOOP("fields", "Supplies")),
           FIELD(returns, .label = QT_TRANSLATE_NOOP("fields", "Returns")),
           FIELD(net, .label = QT_TRANSLATE_NOOP("fields", "Net")),
           FIELD(untaxed, .label = QT_TRANSLATE_NOOP("fields", "Without GST")),
           FIELD(igst, .label = QT_TRANSLATE_NOOP("fields", "IGST")),
           FIELD(cgst, .label = QT_TRANSLATE_NOOP("fields", "CGST")),
           FIELD(sgst, .label = QT_TRANSLATE_NOOP("fields", "SGST")),
           FIELD(tax, .label = QT_TRANSLATE_NOOP("fields", "Tax")),
           FIELD(withheld, .label = QT_TRANSLATE_NOOP("fields", "Withheld")))
};

// What the operator deducts from one store for a month.
struct TdsLine
{
    Id<Vendor> vendorId;
    QString storeName;
    std::optional<QString> panMasked;
    PanHolder holder = PanHolder::Unknown;
    Money grossBefore; // of the financial year
    Money gross;       // of the month
    Money base;        // what the rate is taken of: from the month on that passes the threshold, the year so far too
    BasisPoints rate;
    Money tax;
    Money withheld; // from payouts, for this month
    std::optional<TaxExemption> exemption;

    FIELDS(TdsLine, FIELD(vendorId), FIELD(storeName, .label = QT_TRANSLATE_NOOP("fields", "Store")),
           FIELD(panMasked, .label = QT_TRANSLATE_NOOP("fields", "PAN")),
           FIELD(holder, .label = QT_TRANSLATE_NOOP("fields", "PAN of")),
           FIELD(grossBefore, .label = QT_TRANSLATE_NOOP("fields", "Year before")),
           FIELD(gross, .label = QT_TRANSLATE_NOOP("fields", "Sales")),
           FIELD(base, .label = QT_TRANSLATE_NOOP("fields", "Taken of")),
           FIELD(rate, .label = QT_TRANSLATE_NOOP("fields", "Rate")),
           FIELD(tax, .label = QT_TRANSLATE_NOOP("fields", "Tax")),
           FIELD(withheld, .label = QT_TRANSLATE_NOOP("fields", "Withheld")),
           FIELD(exemption, .label = QT_TRANSLATE_NOOP("fields", "Why none")))
};

// Both worksheets added up, and the rules that they were made by.
struct TaxMonth
{
    QString month;
    qint64 stores = 0;
    Money gross;
    Money supplies;
    Money returns;
    Money net;
    Money untaxed;
    Money tcsIgst;
    Money tcsCgst;
    Money tcsSgst;
    Money tcs;
    Money tdsBase;
    Money tds;
    Money tcsWithheld;
    Money tdsWithheld;
    Money tcsDeposited; // at the tax office, for this month
    Money tdsDeposited;
    QList<QString> rules;

    FIELDS(TaxMonth, FIELD(month), FIELD(stores), FIELD(gross), FIELD(supplies), FIELD(returns), FIELD(net),
           FIELD(untaxed), FIELD(tcsIgst), FIELD(tcsCgst), FIELD(tcsSgst), FIELD(tcs), FIELD(tdsBase), FIELD(tds),
           FIELD(tcsWithheld), FIELD(tdsWithheld), FIELD(tcsDeposited), FIELD(tdsDeposited), FIELD(rules))
};

// What one rule says of a line.
struct AppliedTax
{
    QString key;
    TaxRuleKind kind = TaxRuleKind::GstTcs;
    QString title;
    TaxDuty duty = TaxDuty::Operator;
    Money base;
    BasisPoints rate;
    Money igst;
    Money cgst;
    Money sgst;
    Money tax;
    std::optional<TaxExemption> exemption;

    FIELDS(AppliedTax, FIELD(key), FIELD(kind), FIELD(title), FIELD(duty), FIELD(base), FIELD(rate), FIELD(igst),
           FIELD(cgst), FIELD(sgst), FIELD(tax), FIELD(exemption))
};

struct OrderTaxLine
{
    Id<OrderLine> lineId;
    QString title;
    std::optional<QString> hsn;
    BasisPoints gstRate;
    GstRateSource rateSource = GstRateSource::None;
    Money gross; // what was paid for it, GST within
    Money taxable;
    Money igst;
    Money cgst;
    Money sgst;
    QList<AppliedTax> applied;

    FIELDS(OrderTaxLine, FIELD(lineId), FIELD(title), FIELD(hsn), FIELD(gstRate), FIELD(rateSource), FIELD(gross),
           FIELD(taxable), FIELD(igst), FIELD(cgst), FIELD(sgst), FIELD(applied))
};

struct OrderTax
{
    Id<Order> orderId;
    QString orderNumber;
    Id<Vendor> vendorId;
    QString storeName;
    QString day; // of settlement, whose rules apply
    bool isInterstate = false;
    bool isSellerRegistered = false;
    bool isBuyerRegistered = false;
    Money gross;
    Money taxable;
    Money igst;
    Money cgst;
    Money sgst;
    QList<OrderTaxLine> lines;
    bool needsEWayBill = false;

    FIELDS(OrderTax, FIELD(orderId), FIELD(orderNumber), FIELD(vendorId), FIELD(storeName), FIELD(day),
           FIELD(isInterstate), FIELD(isSellerRegistered), FIELD(isBuyerRegistered), FIELD(gross), FIELD(taxable),
           FIELD(igst), FIELD(cgst), FIELD(sgst), FIELD(lines), FIELD(needsEWayBill))
};

#define TAX_BUYER_GSTIN                                                                                                \
    FIELD(buyerGstin, .label = QT_TRANSLATE_NOOP("fields", "GSTIN of the buyer"), .lengthMin = 15, .lengthMax = 15,    \
          .pattern = "[0-9]{2}[A-Z]{5}[0-9]{4}[A-Z][1-9A-Z]Z[0-9A-Z]")

// The market does not ask buyers for a GSTIN; whoever knows it says it.
struct AskOrderTax
{
    std::optional<QString> buyerGstin;

    FIELDS(AskOrderTax, TAX_BUYER_GSTIN)
};

struct AskTaxPaper
{
    std::optional<QString> buyerGstin;
    std::optional<QString> documentNumber; // of the store's invoice
    std::optional<QString> transporterId;  // GSTIN or TRANSIN
    std::optional<QString> vehicleNumber;
    std::optional<int> distanceKm;

    FIELDS(AskTaxPaper, TAX_BUYER_GSTIN,
           FIELD(documentNumber, .label = QT_TRANSLATE_NOOP("fields", "Number of the invoice"), .lengthMin = 1,
                 .lengthMax = 16, .pattern = "[A-Za-z1-9][A-Za-z0-9/-]{0,15}"),
           FIELD(transporterId, .label = QT_TRANSLATE_NOOP("fields", "Transporter id"), .lengthMin = 15,
                 .lengthMax = 15, .pattern = "[0-9A-Z]{15}"),
           FIELD(vehicleNumber, .label = QT_TRANSLATE_NOOP("fields", "Vehicle number"), .lengthMin = 4, .lengthMax = 15,
                 .pattern = "[0-9A-Z]+"),
           FIELD(distanceKm, .label = QT_TRANSLATE_NOOP("fields", "Distance in km"), .min = 1, .max = 4000))
};

// A document as the portal takes it. While something is missing there is none, and the names of the fields say what.
struct TaxPaper
{
    QString orderNumber;
    QList<QString> missing;
    std::optional<Json> document;
    std::optional<int> validDays; // of an e-way bill over the said distance

    FIELDS(TaxPaper, FIELD(orderNumber), FIELD(missing), FIELD(document), FIELD(validDays))
};

namespace api {

inline constexpr Endpoint<ListTaxRules, QList<TaxRule>> listTaxRules{.method = Method::Get,
                                                                     .path = "/api/v1/admin/tax/rules",
                                                                     .access = Access::Admin,
                                                                     .owner = Owner::Nobodys,
                                                                     .rate = Rate::Account,
                                                                     .summary =
                                                                         "The tax rules of all times, or of a day",
                                                                     .permission = Permission::ReadReports,
                                                                     .most = 200};

inline constexpr Endpoint<SwitchTaxRule, TaxRule, QString> switchTaxRule{
    .method = Method::Put,
    .path = "/api/v1/admin/tax/rules/{key}",
    .access = Access::Admin,
    .owner = Owner::Anyones,
    .rate = Rate::Account,
    .summary = "Switch a tax rule on or off; takes effect at once",
    .permission = Permission::ManageSettings};

inline constexpr Endpoint<AskTaxMonth, TaxMonth> readTaxMonth{.method = Method::Get,
                                                              .path = "/api/v1/admin/tax/month",
                                                              .access = Access::Admin,
                                                              .owner = Owner::Nobodys,
                                                              .rate = Rate::Account,
                                                              .summary =
                                                                  "Both worksheets of a month added up over all stores",
                                                              .permission = Permission::ReadReports,
                                                              .heavy = true};

inline constexpr Endpoint<ListTaxMonth, Page<TcsLine>> listTcsLines{
    .method = Method::Get,
    .path = "/api/v1/admin/tax/tcs",
    .access = Access::Admin,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "GST to be collected for a month, by store (GSTR-8)",
    .permission = Permission::ReadReports};

inline constexpr Endpoint<ListTaxMonth, Page<TdsLine>> listTdsLines{
    .method = Method::Get,
    .path = "/api/v1/admin/tax/tds",
    .access = Access::Admin,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "Income tax to be deducted for a month, by store",
    .permission = Permission::ReadReports};

inline constexpr Endpoint<AskOrderTax, OrderTax, Id<Order>> readOrderTax{
    .method = Method::Get,
    .path = "/api/v1/admin/orders/{id}/tax",
    .access = Access::Admin,
    .owner = Owner::Anyones,
    .rate = Rate::Account,
    .summary = "What the tax rules say of each line of a settled order",
    .permission = Permission::ReadReports};

inline constexpr Endpoint<AskTaxPaper, TaxPaper, Id<Order>> readEInvoice{
    .method = Method::Get,
    .path = "/api/v1/admin/orders/{id}/e-invoice",
    .access = Access::Admin,
    .owner = Owner::Anyones,
    .rate = Rate::Account,
    .summary = "A settled order as INV-01 for the e-invoice portal, or what is missing for it",
    .permission = Permission::ReadReports};

inline constexpr Endpoint<AskTaxPaper, TaxPaper, Id<Order>> readEWayBill{
    .method = Method::Get,
    .path = "/api/v1/admin/orders/{id}/e-way-bill",
    .access = Access::Admin,
    .owner = Owner::Anyones,
    .rate = Rate::Account,
    .summary = "A settled order for the e-way bill portal, or what is missing for it",
    .permission = Permission::ReadReports};

inline constexpr auto tax = std::tuple{listTaxRules, switchTaxRule, readTaxMonth, listTcsLines,
                                       listTdsLines, readOrderTax,  readEInvoice, readEWayBill};

} // namespace api
