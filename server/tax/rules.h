#pragma once

// What the rules come to, reckoned in whole paise. Every share is rounded half up to the paisa; within a state CGST and
// SGST are each reckoned by half the rate, so that they are equal, and the whole is their sum. A sale goes by the rules
// of its own day, however late it is looked at.

#include "shared/base/spread.h"
#include "shared/contract/tax.h"

namespace tax {

enum class Territory { WithinState, AcrossStates };

struct Split
{
    Money igst;
    Money cgst;
    Money sgst;

    constexpr Money whole() const { return igst + cgst + sgst; }
    friend constexpr Split operator+(const Split &a, const Split &b)
    {
        return {a.igst + b.igst, a.cgst + b.cgst, a.sgst + b.sgst};
    }
    friend bool operator==(const Split &, const Split &) = default;
};

// A price and what of it is tax; gross is the sum of both.
struct Parts
{
    Money taxable;
    Split tax;

    friend bool operator==(const Parts &, const Parts &) = default;
};

// Days from the first one until before the last one; numbered as india::dayNumber does.
struct Span
{
    qint64 from = 0;
    qint64 until = 0;

    friend bool operator==(const Span &, const Span &) = default;
};

struct ChosenRate
{
    BasisPoints rate;
    GstRateSource source = GstRateSource::None;
};

// One line of a settled order as the rules see it.
struct Supply
{
    QString day;
    QString hsn;
    Money gross;
    Money taxable;
    BasisPoints gstRate;
    Territory territory = Territory::WithinState;
    bool isSellerRegistered = true;
    bool isBuyerRegistered = false;
    Money contract; // the taxable value of all that was agreed on at once
    PanHolder holder = PanHolder::Unknown;
    Money soldBefore;   // by the seller in the financial year
    Money boughtBefore; // by the buyer from the seller in the financial year
};

// What a store sold during a span in which one rule held.
struct Turnover
{
    qint64 day = 0; // the span's first
    Money gross;
};

struct Deduction
{
    Money grossBefore;
    Money gross;
    Money base;
    BasisPoints rate;
    Money tax;
    std::optional<TaxExemption> exemption;
};

// What a store sold in one territory during a span.
struct Supplies
{
    qint64 day = 0;
    Territory territory = Territory::WithinState;
    Money taxable;
    Money returned;
};

// Whoever is withheld from.
struct Seller
{
    PanHolder holder = PanHolder::Unknown;
    bool isRegistered = false;
};

// What a sold line is withheld for: the rates of its day for who the store is when a payout looks at it.
struct Terms
{
    BasisPoints tcsRate;
    BasisPoints tdsRate;
    std::optional<Money> exemptUntil = {}; // no income tax while the sales of the year are not above it
};

// What a store sold and took back on a day in one territory. covered, taxable and returned are of the lines that a
// payout has looked at, for these terms; without rates of those from before terms were kept.
struct DaySum
{
    qint64 day = 0;
    bool isInterstate = false;
    std::optional<BasisPoints> tcsRate = {};
    std::optional<BasisPoints> tdsRate = {};
    std::optional<Money> exemptUntil = {};
    Money gross = {};
    Money covered = {};
    Money taxable = {};
    Money returned = {};

    FIELDS(DaySum, FIELD(day), FIELD(isInterstate), FIELD(tcsRate), FIELD(tdsRate), FIELD(exemptUntil), FIELD(gross),
           FIELD(covered), FIELD(taxable), FIELD(returned))
};

bool holdsOn(const TaxRule &rule, const QString &day);
// The rule of this kind that is on and holds on the day, of several the one that began last; null when there is none.
const TaxRule *ruleOn(const QList<TaxRule> &rules, TaxRuleKind kind, const QString &day);

// The days cut where a rule of this kind begins or ends.
QList<Span> spansOf(const QList<TaxRule> &rules, TaxRuleKind kind, const Span &days);
std::optional<Span> monthOf(const QString &month);
qint64 yearStart(qint64 day); // of the financial year, which begins in April

Territory territoryOf(const QString &sellerRegion, const QString &buyerRegion);
PanHolder holderOf(const QString &pan);

Split split(Money base, BasisPoints rate, Territory territory);
// Of a price that has the tax within.
Parts partsOf(Money gross, BasisPoints rate, Territory territory);

// What the store declared of its product goes before the table of HSN codes.
ChosenRate gstRateOf(const QList<TaxRule> &rules, const QString &day, const QString &hsn, BasisPoints declared);

// Every rule that has a say about the line, in the order in which they are listed.
QList<AppliedTax> applied(const QList<TaxRule> &rules, const Supply &supply);

// Of the month that begins on this day: what the year comes to until its end less what it came to before it. So the
// months add up to the year, and the month that passes the threshold makes up for those before it.
Deduction deductionOf(const QList<TaxRule> &rules, const QList<Turnover> &year, qint64 monthStart, PanHolder holder);
// What is collected of the net supplies; returns beyond them are not paid back.
Split collectionOf(const QList<TaxRule> &rules, const QList<Supplies> &month);

Terms termsOn(const QList<TaxRule> &rules, const QString &day, const Seller &seller);
// What of these days is withheld for a month: as the worksheet has it, but of the lines that payouts have looked at,
// and by the terms of each.
Split collectedFor(const QList<DaySum> &days, const Span &month);
Money deductedFor(const QList<DaySum> &days, const Span &month);

bool needsEWayBill(const QList<TaxRule> &rules, const QString &day, Money consignment, Territory territory);
// Days for which an e-way bill holds over this distance.
std::optional<int> eWayBillDays(const QList<TaxRule> &rules, const QString &day, int distanceKm);

} // namespace tax
