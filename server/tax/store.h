#pragma once

// SQL of what is reckoned of settled orders, and of the switches of the rules.

#include "server/core/db.h"
#include "server/tax/rules.h"
#include "shared/contract/orders.h"
#include "shared/contract/taxdues.h"

#include <QSet>

struct Payout;
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

// For one month.
struct WithheldRow
{
    Id<Payout> payoutId;
    qint64 monthDay = 0;
    Id<Vendor> vendorId;
    Money igst;
    Money cgst;
    Money sgst;
    Money tds;

    FIELDS(WithheldRow, FIELD(payoutId), FIELD(monthDay), FIELD(vendorId), FIELD(igst), FIELD(cgst), FIELD(sgst),
           FIELD(tds))
};

// Of all payouts of a store together.
struct WithheldSum
{
    Id<Vendor> vendorId;
    qint64 monthDay = 0;
    Money igst;
    Money cgst;
    Money sgst;
    Money tds;

    FIELDS(WithheldSum, FIELD(vendorId), FIELD(monthDay), FIELD(igst), FIELD(cgst), FIELD(sgst), FIELD(tds))
};

struct DepositRow
{
    Id<TaxDeposit> id;
    TaxHead head = TaxHead::Gst;
    qint64 monthDay = 0;
    Money amount;
    QString challan;
    QString challanKey;
    QString paidBy;
    Id<Account> paidById;
    Instant paidAt;

    FIELDS(DepositRow, FIELD(id), FIELD(head), FIELD(monthDay), FIELD(amount), FIELD(challan), FIELD(challanKey),
           FIELD(paidBy), FIELD(paidById), FIELD(paidAt))
};

struct ReversalRow
{
    Id<TaxDeposit> depositId;
    QString challanKey; // of the challan alone
    QString reason;
    QString reversedBy;
    Id<Account> reversedById;
    Instant reversedAt;

    FIELDS(ReversalRow, FIELD(depositId), FIELD(challanKey), FIELD(reason), FIELD(reversedBy), FIELD(reversedById),
           FIELD(reversedAt))
};

// Of all months together.
struct PayoutTax
{
    Id<Payout> payoutId;
    Money tcs;
    Money tds;

    FIELDS(PayoutTax, FIELD(payoutId), FIELD(tcs), FIELD(tds))
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

    // Marks the lines of the order that no payout has looked at before.
    void cover(Tx &tx, Id<Vendor> vendor, Id<Order> order, Id<Payout> payout, const Terms &terms);
    // From this day on, by days and terms.
    QList<DaySum> daysOf(Tx &tx, Id<Vendor> vendor, qint64 from);
    QList<WithheldSum> withheldFrom(Tx &tx, Id<Vendor> vendor, qint64 monthDay);
    QList<WithheldSum> withheldFor(Tx &tx, qint64 monthDay, const Stores &stores);
    void insert(Tx &tx, const WithheldRow &row);

    // False when the challan is known.
    bool insertNew(Tx &tx, const DepositRow &row);
    QList<DepositRow> deposits(Tx &tx, const ListTaxDeposits &wish, const std::optional<Id<TaxDeposit>> &before,
                               int limit);
    QList<DepositRow> depositsAfter(Tx &tx, Id<TaxDeposit> id, int limit);
    QSet<QUuid> known(Tx &tx, const QList<QUuid> &deposits);
    // False when it was taken back before.
    bool insertNew(Tx &tx, const ReversalRow &row);
    std::optional<DepositRow> deposit(Tx &tx, Id<TaxDeposit> id);
    std::optional<ReversalRow> reversal(Tx &tx, Id<TaxDeposit> deposit);
    QList<ReversalRow> reversals(Tx &tx, const QList<DepositRow> &deposits);
    qint64 reversalsOf(Tx &tx, const QString &challanKey);
    QList<PayoutTax> withheldAfter(Tx &tx, Id<Payout> payout, int limit);
    bool isWithheld(Tx &tx, Id<Payout> payout);
    // For this month; without one, ever. What was taken back is none of it.
    Money deposited(Tx &tx, TaxHead head, const std::optional<qint64> &monthDay = {});

    // False when a newer edition of the rules has been here.
    bool takeEdition(Tx &tx, int edition);
    QList<SwitchRow> switches(Tx &tx);
    // False when it stands there so already.
    bool turn(Tx &tx, const SwitchRow &row);

    ProgressRow progress(Tx &tx);
    void advance(Tx &tx, const ProgressRow &row);

private:
    // The sums by days follow every line.
    void add(Tx &tx, Id<Vendor> vendor, const DaySum &sum);
    void addReturn(Tx &tx, const ReturnRow &row);
};

} // namespace tax
