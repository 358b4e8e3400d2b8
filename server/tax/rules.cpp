#include "server/tax/rules.h"

#include "shared/base/indiatime.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace tax {

namespace {

constexpr qint64 wholeShare = 10'000; // in basis points

Money share(Money of, qint64 numerator, qint64 denominator)
{
    const __int128 exact = static_cast<__int128>(of.minor) * numerator;
    return {qint64((exact + denominator / 2) / denominator)};
}

bool isWithin(const TaxRule &rule, const QString &hsn)
{
    if (!rule.chapterFrom)
        return true;
    const int chapter = hsn.left(2).toInt();
    return chapter >= *rule.chapterFrom && chapter <= rule.chapterTo.value_or(*rule.chapterFrom);
}

Money above(Money amount, Money threshold)
{
    return std::max(Money{}, amount - threshold);
}

AppliedTax said(const TaxRule &rule, TaxDuty duty, Money base)
{
    return {.key = rule.key,
            .kind = rule.kind,
            .title = rule.title,
            .duty = duty,
            .base = base,
            .rate = rule.rate.value_or(BasisPoints{})};
}

AppliedTax gst(const TaxRule &rule, TaxDuty duty, Money base, Territory territory)
{
    AppliedTax out = said(rule, duty, base);
    const Split parts = split(base, out.rate, territory);
    out.igst = parts.igst;
    out.cgst = parts.cgst;
    out.sgst = parts.sgst;
    out.tax = parts.whole();
    return out;
}

bool isSmall(PanHolder holder)
{
    return holder == PanHolder::Individual || holder == PanHolder::Family;
}

bool isExempt(const TaxRule &rule, PanHolder holder, Money year)
{
    return isSmall(holder) && year <= rule.threshold.value_or(Money{});
}

BasisPoints incomeRate(const TaxRule &rule, PanHolder holder)
{
    const auto rate = holder == PanHolder::Unknown ? rule.rateWithoutPan : rule.rate;
    return rate.value_or(BasisPoints{});
}

AppliedTax incomeTds(const TaxRule &rule, const Supply &supply)
{
    const bool wasExempt = isExempt(rule, supply.holder, supply.soldBefore);
    AppliedTax out = said(rule, TaxDuty::Operator, supply.gross);
    out.rate = incomeRate(rule, supply.holder);
    if (isExempt(rule, supply.holder, supply.soldBefore + supply.gross)) {
        out.exemption = TaxExemption::BelowThreshold;
        return out;
    }
    // The sale that passes the threshold makes up for those before it.
    if (wasExempt)
        out.base = supply.soldBefore + supply.gross;
    out.tax = out.rate.of(out.base);
    return out;
}

std::optional<AppliedTax> incomeTcs(const TaxRule &rule, const Supply &supply)
{
    const Money threshold = rule.threshold.value_or(Money{});
    const Money base =
        rule.threshold ? above(supply.boughtBefore + supply.gross, threshold) - above(supply.boughtBefore, threshold)
                       : supply.gross;
    if (base.minor == 0)
        return std::nullopt;
    AppliedTax out = said(rule, TaxDuty::Seller, base);
    out.tax = out.rate.of(base);
    return out;
}

std::optional<AppliedTax> appliedOne(const TaxRule &rule, const Supply &supply)
{
    switch (rule.kind) {
    case TaxRuleKind::GstTcs:
        if (!supply.isSellerRegistered || supply.gstRate.value == 0)
            return std::nullopt;
        return gst(rule, TaxDuty::Operator, supply.taxable, supply.territory);
    case TaxRuleKind::IncomeTds: return incomeTds(rule, supply);
    case TaxRuleKind::IncomeTcs: return incomeTcs(rule, supply);
    case TaxRuleKind::ReverseCharge:
        if (supply.isSellerRegistered || !supply.isBuyerRegistered || !isWithin(rule, supply.hsn))
            return std::nullopt;
        return gst(rule, TaxDuty::Buyer, supply.taxable, supply.territory);
    case TaxRuleKind::GstTds:
        if (!supply.isSellerRegistered || !supply.isBuyerRegistered || !isWithin(rule, supply.hsn) ||
            supply.contract <= rule.threshold.value_or(Money{}))
            return std::nullopt;
        return gst(rule, TaxDuty::Buyer, supply.taxable, supply.territory);
    case TaxRuleKind::EInvoice:
    case TaxRuleKind::EInvoiceUpload:
    case TaxRuleKind::EWayBill:
    case TaxRuleKind::PaymentCode:
    case TaxRuleKind::HsnRate:
    case TaxRuleKind::CommissionGst: break;
    }
    return std::nullopt;
}

// What the year comes to after these spans.
Money yearTax(const QList<TaxRule> &rules, const QList<Turnover> &spans, PanHolder holder)
{
    Money gross, tax;
    const TaxRule *last = nullptr;
    for (const Turnover &span : spans) {
        gross = gross + span.gross;
        const TaxRule *rule = ruleOn(rules, TaxRuleKind::IncomeTds, india::dayText(span.day));
        if (!rule)
            continue;
        tax = tax + incomeRate(*rule, holder).of(span.gross);
        last = rule;
    }
    return last && isExempt(*last, holder, gross) ? Money{} : tax;
}

Money sumOf(const QList<Turnover> &spans)
{
    return std::accumulate(spans.begin(), spans.end(), Money{},
                           [](Money sum, const Turnover &span) { return sum + span.gross; });
}

bool lies(const DaySum &sum, const Span &span)
{
    return sum.day >= span.from && sum.day < span.until;
}

Money grossOf(const QList<DaySum> &days, const Span &span)
{
    return std::accumulate(days.begin(), days.end(), Money{},
                           [&](Money sofar, const DaySum &sum) { return lies(sum, span) ? sofar + sum.gross : sofar; });
}

// In a year that has come to so much.
Money deductedOf(const QList<DaySum> &days, const Span &span, Money year)
{
    std::map<qint64, Money> bases; // by rate
    for (const DaySum &sum : days)
        if (lies(sum, span) && (!sum.exemptUntil || year > *sum.exemptUntil)) {
            Money &base = bases[sum.tdsRate.value_or(BasisPoints{}).value];
            base = base + sum.covered;
        }
    Money out;
    for (const auto &[rate, base] : bases)
        out = out + BasisPoints{rate}.of(base);
    return out;
}

} // namespace

bool holdsOn(const TaxRule &rule, const QString &day)
{
    return rule.validFrom <= day && (!rule.validUntil || day < *rule.validUntil);
}

const TaxRule *ruleOn(const QList<TaxRule> &rules, TaxRuleKind kind, const QString &day)
{
    const TaxRule *out = nullptr;
    for (const TaxRule &rule : rules)
        if (rule.isOn && rule.kind == kind && holdsOn(rule, day) && (!out || out->validFrom < rule.validFrom))
            out = &rule;
    return out;
}

QList<Span> spansOf(const QList<TaxRule> &rules, TaxRuleKind kind, const Span &days)
{
    QList<qint64> cuts{days.from, days.until};
    for (const TaxRule &rule : rules) {
        if (rule.kind != kind)
            continue;
        for (const auto &text : {std::optional(rule.validFrom), rule.validUntil}) {
            const auto day = text ? india::dayFrom(*text) : std::nullopt;
            if (day && *day > days.from && *day < days.until)
                cuts += *day;
        }
    }
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    QList<Span> out;
    for (qsizetype i = 1; i < cuts.size(); ++i)
        out += Span{cuts[i - 1], cuts[i]};
    return out;
}

std::optional<Span> monthOf(const QString &month)
{
    const auto first = india::dayFrom(month + QStringLiteral("-01"));
    if (!first)
        return std::nullopt;
    return Span{*first, india::dayNumber(india::dateOf(*first).addMonths(1))};
}

qint64 yearStart(qint64 day)
{
    constexpr int april = 4;
    const QDate date = india::dateOf(day);
    return india::dayNumber(QDate(date.month() < april ? date.year() - 1 : date.year(), april, 1));
}

Territory territoryOf(const QString &sellerRegion, const QString &buyerRegion)
{
    return sellerRegion == buyerRegion ? Territory::WithinState : Territory::AcrossStates;
}

PanHolder holderOf(const QString &pan)
{
    constexpr qsizetype panSize = 10, kindAt = 3;
    if (pan.size() != panSize)
        return PanHolder::Unknown;
    switch (pan[kindAt].unicode()) {
    case u'P': return PanHolder::Individual;
    case u'H': return PanHolder::Family;
    default: return PanHolder::Other;
    }
}

Split split(Money base, BasisPoints rate, Territory territory)
{
    if (territory == Territory::AcrossStates)
        return {.igst = rate.of(base)};
    const Money half = share(base, rate.value, 2 * wholeShare);
    return {.cgst = half, .sgst = half};
}

Parts partsOf(Money gross, BasisPoints rate, Territory territory)
{
    Split tax;
    if (territory == Territory::AcrossStates)
        tax.igst = share(gross, rate.value, wholeShare + rate.value);
    else
        tax.cgst = tax.sgst = share(gross, rate.value, 2 * (wholeShare + rate.value));
    return {gross - tax.whole(), tax};
}

ChosenRate gstRateOf(const QList<TaxRule> &rules, const QString &day, const QString &hsn, BasisPoints declared)
{
    if (declared.value > 0)
        return {declared, GstRateSource::Product};
    const TaxRule *best = nullptr;
    for (const TaxRule &rule : rules) {
        const bool fits = rule.kind == TaxRuleKind::HsnRate && rule.isOn && holdsOn(rule, day) && rule.hsn &&
                          hsn.startsWith(*rule.hsn);
        if (fits && (!best || rule.hsn->size() > best->hsn->size()))
            best = &rule;
    }
    return best ? ChosenRate{*best->rate, GstRateSource::Rule} : ChosenRate{};
}

QList<AppliedTax> applied(const QList<TaxRule> &rules, const Supply &supply)
{
    QList<AppliedTax> out;
    for (const TaxRule &rule : rules)
        if (rule.isOn && holdsOn(rule, supply.day))
            if (const auto one = appliedOne(rule, supply))
                out += *one;
    return out;
}

Deduction deductionOf(const QList<TaxRule> &rules, const QList<Turnover> &year, qint64 monthStart, PanHolder holder)
{
    QList<Turnover> before;
    for (const Turnover &span : year)
        if (span.day < monthStart)
            before += span;
    Deduction out{.grossBefore = sumOf(before), .gross = sumOf(year) - sumOf(before)};
    const TaxRule *rule =
        year.isEmpty() ? nullptr : ruleOn(rules, TaxRuleKind::IncomeTds, india::dayText(year.constLast().day));
    if (!rule) {
        out.exemption = TaxExemption::NoRule;
        return out;
    }
    out.rate = incomeRate(*rule, holder);
    if (isExempt(*rule, holder, out.grossBefore + out.gross)) {
        out.exemption = TaxExemption::BelowThreshold;
        return out;
    }
    out.base = isExempt(*rule, holder, out.grossBefore) ? out.grossBefore + out.gross : out.gross;
    out.tax = std::max(Money{}, yearTax(rules, year, holder) - yearTax(rules, before, holder));
    return out;
}

Split collectionOf(const QList<TaxRule> &rules, const QList<Supplies> &month)
{
    Split out;
    for (const Supplies &each : month)
        if (const TaxRule *rule = ruleOn(rules, TaxRuleKind::GstTcs, india::dayText(each.day)))
            out = out + split(above(each.taxable, each.returned), *rule->rate, each.territory);
    return out;
}

Terms termsOn(const QList<TaxRule> &rules, const QString &day, const Seller &seller)
{
    Terms out;
    const TaxRule *tcs = seller.isRegistered ? ruleOn(rules, TaxRuleKind::GstTcs, day) : nullptr;
    if (tcs)
        out.tcsRate = tcs->rate.value_or(BasisPoints{});
    if (const TaxRule *tds = ruleOn(rules, TaxRuleKind::IncomeTds, day)) {
        out.tdsRate = incomeRate(*tds, seller.holder);
        if (isSmall(seller.holder))
            out.exemptUntil = tds->threshold.value_or(Money{});
    }
    return out;
}

Split collectedFor(const QList<DaySum> &days, const Span &month)
{
    std::map<std::pair<qint64, bool>, Money> nets; // by rate and territory
    for (const DaySum &sum : days)
        if (lies(sum, month)) {
            Money &net = nets[{sum.tcsRate.value_or(BasisPoints{}).value, sum.isInterstate}];
            net = net + sum.taxable - sum.returned;
        }
    Split out;
    for (const auto &[of, net] : nets)
        out = out + split(above(net, Money{}), BasisPoints{of.first},
                          of.second ? Territory::AcrossStates : Territory::WithinState);
    return out;
}

Money deductedFor(const QList<DaySum> &days, const Span &month)
{
    const Span before{yearStart(month.from), month.from};
    const Money grossBefore = grossOf(days, before), gross = grossBefore + grossOf(days, month);
    const Money whole = deductedOf(days, before, gross) + deductedOf(days, month, gross);
    return std::max(Money{}, whole - deductedOf(days, before, grossBefore));
}

bool needsEWayBill(const QList<TaxRule> &rules, const QString &day, Money consignment, Territory territory)
{
    const TaxRule *rule = ruleOn(rules, TaxRuleKind::EWayBill, day);
    return rule && territory == Territory::AcrossStates && consignment > rule->threshold.value_or(Money{});
}

std::optional<int> eWayBillDays(const QList<TaxRule> &rules, const QString &day, int distanceKm)
{
    const TaxRule *rule = ruleOn(rules, TaxRuleKind::EWayBill, day);
    if (!rule || !rule->kmPerDay)
        return std::nullopt;
    return (distanceKm + *rule->kmPerDay - 1) / *rule->kmPerDay;
}

} // namespace tax
