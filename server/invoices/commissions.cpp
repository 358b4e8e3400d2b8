// What the market invoices to a store: the commission of a month when it is over, and what refunds gave back of it.

#include "server/accounts/service.h"
#include "server/invoices/service.h"
#include "server/kyc/service.h"
#include "server/ledger/service.h"
#include "server/orders/service.h"
#include "server/tax/service.h"
#include "shared/base/indiatime.h"

#include <algorithm>

namespace invoices {

namespace {

constexpr int monthsAtOnce = 50;
constexpr int ordersAtOnce = 50; // so that nobody waits long for the writer

// The tax is that of the books. The rate says how much of it that is, and is read from it where no rule holds any more.
InvoiceItem commission(Money amount, Money tax, BasisPoints ruled, Reach reach)
{
    const BasisPoints rate = tax > Money{} && ruled.value > 0 ? ruled : rateWithin(amount, tax);
    const InvoiceItem item{.title = QStringLiteral("Commission on settled orders"),
                           .code = serviceCode,
                           .gstRate = rate,
                           .taxable = amount - tax,
                           .total = amount};
    return taxed(item, tax, reach);
}

} // namespace

// As the books have posted it, with the tax that they have it within and on their days: whatever the rules say by now,
// and whoever hears of it late.
void Service::noteCommission(Tx &tx, Id<Order> order, Id<Vendor> vendor)
{
    for (const ledger::CommissionPart &part : m_ledger.commissionParts(tx, order))
        note(tx, {.causeId = {part.subjectId.uuid},
                  .orderId = order,
                  .vendorId = vendor,
                  .chargedDay = india::dayNumber(part.createdAt),
                  .kind = part.step == ledger::Step::Refund ? InvoiceKind::CommissionCreditNote
                                                            : InvoiceKind::CommissionInvoice,
                  .amount = part.amount,
                  .tax = part.tax});
}

// What comes after the paper of its month was written stands on that of the month that runs, or of the next one where a
// store has left and got that already.
void Service::note(Tx &tx, CommissionRow row)
{
    row.month = monthOf(row.chargedDay);
    MonthRow month{.vendorId = row.vendorId, .month = row.month, .kind = row.kind};
    if (m_store.isBilled(tx, month))
        month.month = row.month = monthOf(india::dayNumber(tx.now()));
    while (m_store.isBilled(tx, month))
        month.month = row.month = monthAfter(month.month);
    if (m_store.note(tx, row))
        m_store.open(tx, month);
}

// It is dated by the last day of its month, so that a year's commission has the year's numbers, and never ahead. What
// cannot name its store any more is done with, unwritten.
bool Service::bill(Tx &tx, const MonthRow &month)
{
    const auto vendor = m_accounts.vendor(tx, month.vendorId);
    if (!vendor || !m_store.close(tx, month))
        return false;
    const auto buyer = partyOf(tx, *vendor, vendor->region.value_or(QString()));
    if (!buyer)
        return false;
    const CommissionSum sum = m_store.sumOf(tx, month);
    const qint64 day = std::min(lastDayOf(month.month), india::dayNumber(tx.now()));
    const QString home = m_market.region.isEmpty() ? buyer->region : m_market.region;
    const bool isAcross = tax::territoryOf(home, buyer->region) == tax::Territory::AcrossStates;
    const Reach reach = isAcross ? Reach::AcrossStates : Reach::WithinState;
    InvoicePaper paper{.kind = month.kind,
                       .issuedAt = tx.now(),
                       .month = month.month,
                       .seller = m_market,
                       .buyer = *buyer,
                       .placeOfSupply = buyer->region,
                       .isInterstate = isAcross,
                       .orders = sum.orders};
    const BasisPoints rate = m_tax.rateOn(tx, TaxRuleKind::CommissionGst, day);
    if (sum.amount > sum.untaxed)
        paper.items += commission(sum.amount - sum.untaxed, sum.tax, rate, reach);
    if (sum.untaxed > Money{})
        paper.items += commission(sum.untaxed, {}, rate, reach);
    addUp(paper);
    add(tx, rowOf(tx, std::move(paper), *vendor, day));
    return true;
}

int Service::billMonths(const Stopping &isStopping)
{
    int billed = 0;
    for (;;) {
        if (isStopping())
            return billed;
        const auto more = m_db.write([&](Tx &tx) -> Result<int> {
            int out = 0;
            if (!m_store.progress(tx).isWhole)
                return out; // a month is invoiced with all of it
            const QList<MonthRow> months = m_store.unbilled(tx, monthOf(india::dayNumber(tx.now())), monthsAtOnce);
            for (const MonthRow &month : months)
                out += bill(tx, month) ? 1 : 0;
            return out;
        });
        if (more.value_or(0) == 0)
            return billed;
        billed += *more;
    }
}

// Those that are settled from now on come by their events; what is issued already stays as it is.
int Service::catchUp(const Stopping &isStopping)
{
    int looked = 0;
    while (!isStopping()) {
        const auto more = m_db.write([&](Tx &tx) -> Result<int> {
            ProgressRow at = m_store.progress(tx);
            if (at.isWhole)
                return 0;
            const auto ids = m_orders.settledAfter(tx, at.lastOrderId, ordersAtOnce);
            for (const Id<Order> id : ids)
                if (const auto sold = m_orders.soldOf(tx, id)) {
                    noteCommission(tx, id, sold->vendorId);
                    expectFrom(tx, *sold);
                }
            at.lastOrderId = ids.isEmpty() ? at.lastOrderId : std::optional(ids.constLast());
            at.isWhole = ids.size() < ordersAtOnce;
            m_store.advance(tx, at);
            return int(ids.size());
        });
        if (more.value_or(0) == 0)
            break;
        looked += *more;
    }
    return looked;
}

} // namespace invoices
