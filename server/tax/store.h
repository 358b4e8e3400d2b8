#pragma once

// SQL of what is reckoned of settled orders, and of the switches of the rules.

#include "server/core/db.h"
#include "server/tax/rules.h"
#include "shared/contract/orders.h"

struct Refund;

namespace tax {

struct LineRow
{
    Id<OrderLine> lineId;
    Id<Order> orderId;
    Id<Vendor> vendorId;
    QString region;
    qint64 soldDay = 0;
    std::optional<QString> hsn;
    BasisPoints gstRate;
    GstRateSource rateSource = GstRateSource::None;
    bool isInterstate = false;
    Money gross;
    Money taxable;
    Money igst;
    Money cgst;
    Money sgst;

    FIELDS(LineRow, FIELD(lineId), FIELD(orderId), FIELD(vendorId), FIELD(region), FIELD(soldDay), FIELD(hsn),
           FIELD(gstRate), FIELD(rateSource), FIELD(isInterstate), FIELD(gross), FIELD(taxable), FIELD(igst),
           FIELD(cgst), FIELD(sgst))
};

struct ReturnRow
{
    Id<Refund> refundId;
    Id<OrderLine> lineId;
    Id<Vendor> vendorId;
    qint64 returnedDay = 0;
    bool isInterstate = false;
    BasisPoints gstRate;
    Money gross;
    Money taxable;

    FIELDS(ReturnRow, FIELD(refundId), FIELD(lineId), FIELD(vendorId), FIELD(returnedDay), FIELD(isInterstate),
           FIELD(gstRate), FIELD(gross), FIELD(taxable))
};

// What one store sold in one territory. untaxed: without a GST rate.
struct SoldSum
{
    Id<Vendor> vendorId;
    bool isInterstate = false;
    Money gross;
    Money taxable;
    Money untaxed;
    Money returned;

    FIELDS(SoldSum, FIELD(vendorId), FIELD(isInterstate), FIELD(gross), FIELD(taxable), FIELD(untaxed), FIELD(returned))
};

// The invoice of a sale, by its number and day.
struct InvoiceRow
{
    Id<Order> orderId;
    QString number;
    QString day;

    FIELDS(InvoiceRow, FIELD(orderId), FIELD(number), FIELD(day))
};

struct SwitchRow
{
    QString ruleKey;
    bool isOn = false;
    QString reason;
    Id<Account> changedById;
    Instant changedAt;

    FIELDS(SwitchRow, FIELD(ruleKey), FIELD(isOn), FIELD(reason), FIELD(changedById), FIELD(changedAt))
};

struct ProgressRow
{
    std::optional<Id<Order>> lastOrderId;
    bool isWhole = false;

    FIELDS(ProgressRow, FIELD(lastOrderId), FIELD(isWhole))
};

// The stores of a page, both ends within.
struct Stores
{
    Id<Vendor> first;
    Id<Vendor> last;
};

class Store
{
public:
    // A line that is there already stays as it is.
    void note(Tx &tx, const LineRow &line);
    void note(Tx &tx, const ReturnRow &row);
    QList<LineRow> lines(Tx &tx, Id<Order> order);
    bool isReturned(Tx &tx, Id<Refund> refund);
    QList<ReturnRow> returns(Tx &tx, Id<Refund> refund);
    void note(Tx &tx, const InvoiceRow &row);
    std::optional<InvoiceRow> invoice(Tx &tx, Id<Order> order);
    Money returnedOf(Tx &tx, Id<OrderLine> line); // with its tax

    // Who sold or took back something in these days, by id.
    QList<Id<Vendor>> sellers(Tx &tx, const Span &days, const std::optional<Id<Vendor>> &after, int limit);
    QList<SoldSum> sums(Tx &tx, const Span &days, const Stores &stores);
    // In these days; of the last one, which is within, what was ordered before that.
    Money soldBefore(Tx &tx, Id<Vendor> vendor, const Span &days, Id<Order> order);

    QList<SwitchRow> switches(Tx &tx);
    // False when it stands there so already.
    bool turn(Tx &tx, const SwitchRow &row);

    ProgressRow progress(Tx &tx);
    void advance(Tx &tx, const ProgressRow &row);
};

} // namespace tax
