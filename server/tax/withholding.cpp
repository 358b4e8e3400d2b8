// What is withheld from payouts, of Service. A month is withheld for as its worksheet has it, but of the sales alone
// that a payout has looked at.

#include "server/kyc/service.h"
#include "server/ledger/service.h"
#include "server/orders/service.h"
#include "server/tax/service.h"
#include "shared/base/indiatime.h"

#include <QMap>

namespace tax {

namespace {

// What a store has sold since the year before this one, by days, and what it is asked about.
struct Past
{
    QList<DaySum> days;
    PanHolder holder = PanHolder::Unknown;
    bool isRegistered = false;
};

QList<Supplies> suppliesIn(const QList<TaxRule> &rules, const Past &past, const Span &month)
{
    QList<Supplies> out;
    for (const Span &span : spansOf(rules, TaxRuleKind::GstTcs, month))
        for (const Territory territory : {Territory::WithinState, Territory::AcrossStates}) {
            Supplies sum{.day = span.from, .territory = territory};
            for (const DaySum &each : past.days)
                if (each.day >= span.from && each.day < span.until &&
                    each.isInterstate == (territory == Territory::AcrossStates)) {
                    sum.taxable = sum.taxable + each.taxable;
                    sum.returned = sum.returned + each.returned;
                }
            out += sum;
        }
    return out;
}

QList<Turnover> turnoverUntil(const QList<TaxRule> &rules, const Past &past, const Span &month)
{
    QList<Turnover> out;
    for (const Span &span : spansOf(rules, TaxRuleKind::IncomeTds, {yearStart(month.from), month.from}) +
                                spansOf(rules, TaxRuleKind::IncomeTds, month)) {
        Turnover sum{.day = span.from, .taxed = Money{}};
        for (const DaySum &each : past.days)
            if (each.day >= span.from && each.day < span.until) {
                sum.gross = sum.gross + each.gross;
                sum.taxed = *sum.taxed + each.covered;
            }
        out += sum;
    }
    return out;
}

// What is due for the month and not withheld yet.
WithheldRow missing(const QList<TaxRule> &rules, const Past &past, const Span &month, const WithheldSum &sofar)
{
    const Split tcs = past.isRegistered ? collectionOf(rules, suppliesIn(rules, past, month)) : Split{};
    const Money tds = deductionOf(rules, turnoverUntil(rules, past, month), month.from, past.holder).tax;
    return {.monthDay = month.from,
            .igst = tcs.igst - sofar.igst,
            .cgst = tcs.cgst - sofar.cgst,
            .sgst = tcs.sgst - sofar.sgst,
            .tds = tds - sofar.tds};
}

Span monthAfter(const Span &month)
{
    return {month.until, india::dayNumber(india::dateOf(month.until).addMonths(1))};
}

Money tcsOf(const WithheldRow &row)
{
    return row.igst + row.cgst + row.sgst;
}

} // namespace

// An order that nobody has reckoned yet is reckoned now: its news may still be on the way.
void Service::cover(Tx &tx, Id<Payout> payout, const QList<Id<Order>> &orders, const QList<TaxRule> &known)
{
    for (const Id<Order> order : orders) {
        if (m_store.cover(tx, order, payout) > 0 || !m_store.lines(tx, order).isEmpty())
            continue;
        if (const auto sold = m_orders.soldOf(tx, order)) {
            for (const LineRow &line : reckoned(tx, *sold, known))
                m_store.note(tx, line);
            m_store.cover(tx, order, payout);
        }
    }
}

// What was withheld too much for one month, because something was returned since, makes up for what is missing for
// another. What is left of that waits for the next payout.
ledger::Withheld Service::withhold(Tx &tx, Id<Vendor> vendor, Id<Payout> payout, const QList<Id<Order>> &orders)
{
    const QList<TaxRule> known = rules(tx);
    cover(tx, payout, orders, known);
    const qint64 today = india::dayNumber(tx.now()), from = yearStart(yearStart(today) - 1);
    const auto identity = m_kyc.taxIdentityOf(tx, vendor);
    const Past past{.days = m_store.daysOf(tx, vendor, from),
                    .holder = identity ? holderOf(identity->pan) : PanHolder::Unknown,
                    .isRegistered = identity.has_value()};
    QMap<qint64, WithheldSum> sofar;
    for (const WithheldSum &sum : m_store.withheldFrom(tx, vendor, from))
        sofar.insert(sum.monthDay, sum);

    QList<WithheldRow> rows;
    ledger::Withheld out;
    for (Span month{from, india::dayNumber(india::dateOf(from).addMonths(1))}; month.from <= today;
         month = monthAfter(month)) {
        rows += missing(known, past, month, sofar.value(month.from));
        out.tcs = out.tcs + tcsOf(rows.constLast());
        out.tds = out.tds + rows.constLast().tds;
    }
    const bool takesTcs = out.tcs >= Money{}, takesTds = out.tds >= Money{};
    for (WithheldRow &row : rows) {
        if (!takesTcs)
            row.igst = row.cgst = row.sgst = {};
        if (!takesTds)
            row.tds = {};
        row.payoutId = payout;
        row.vendorId = vendor;
        if (row.igst != Money{} || row.cgst != Money{} || row.sgst != Money{} || row.tds != Money{})
            m_store.insert(tx, row);
    }
    return {takesTcs ? out.tcs : Money{}, takesTds ? out.tds : Money{}};
}

} // namespace tax
