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

// What is due for the month and not withheld yet.
WithheldRow missing(const QList<DaySum> &days, const Span &month, const WithheldSum &sofar)
{
    const Split tcs = collectedFor(days, month);
    return {.monthDay = month.from,
            .igst = tcs.igst - sofar.igst,
            .cgst = tcs.cgst - sofar.cgst,
            .sgst = tcs.sgst - sofar.sgst,
            .tds = deductedFor(days, month) - sofar.tds};
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
void Service::cover(Tx &tx, Id<Payout> payout, const QList<Id<Order>> &orders, const QList<TaxRule> &known,
                    const Seller &seller)
{
    for (const Id<Order> order : orders) {
        QList<LineRow> lines = m_store.lines(tx, order);
        if (lines.isEmpty())
            if (const auto sold = m_orders.soldOf(tx, order)) {
                lines = reckoned(tx, *sold, known);
                for (const LineRow &line : std::as_const(lines))
                    m_store.note(tx, line);
            }
        if (!lines.isEmpty())
            m_store.cover(tx, lines.constFirst().vendorId, order, payout,
                          termsOn(known, india::dayText(lines.constFirst().soldDay), seller));
    }
}

// By days; those from before terms were kept have the terms of today's rules.
QList<DaySum> Service::sinceThen(Tx &tx, Id<Vendor> vendor, qint64 from, const QList<TaxRule> &known,
                                 const Seller &seller)
{
    QList<DaySum> out = m_store.daysOf(tx, vendor, from);
    for (DaySum &sum : out)
        if (!sum.tcsRate) {
            const Terms terms = termsOn(known, india::dayText(sum.day), seller);
            sum.tcsRate = terms.tcsRate;
            sum.tdsRate = terms.tdsRate;
            sum.exemptUntil = terms.exemptUntil;
        }
    return out;
}

// What was withheld too much for one month, because something was returned since, makes up for what is missing for
// another. What is left of that waits for the next payout.
ledger::Withheld Service::withhold(Tx &tx, Id<Vendor> vendor, Id<Payout> payout, const QList<Id<Order>> &orders)
{
    const QList<TaxRule> known = rules(tx);
    const auto identity = m_kyc.taxIdentityOf(tx, vendor);
    const Seller seller{.holder = identity ? holderOf(identity->pan) : PanHolder::Unknown,
                        .isRegistered = identity.has_value()};
    cover(tx, payout, orders, known, seller);
    const qint64 today = india::dayNumber(tx.now()), from = yearStart(yearStart(today) - 1);
    const QList<DaySum> days = sinceThen(tx, vendor, from, known, seller);
    QMap<qint64, WithheldSum> sofar;
    for (const WithheldSum &sum : m_store.withheldFrom(tx, vendor, from))
        sofar.insert(sum.monthDay, sum);

    QList<WithheldRow> rows;
    ledger::Withheld out;
    for (Span month{from, india::dayNumber(india::dateOf(from).addMonths(1))}; month.from <= today;
         month = monthAfter(month)) {
        rows += missing(days, month, sofar.value(month.from));
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
