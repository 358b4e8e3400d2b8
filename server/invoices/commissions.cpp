// What the market invoices to a store: the commission of a month when it is over, and what refunds gave back of it.

#include "server/accounts/service.h"
#include "server/invoices/service.h"
#include "server/kyc/service.h"
#include "server/orders/service.h"
#include "server/tax/service.h"
#include "shared/base/indiatime.h"
#include "shared/contract/refunds.h"

namespace invoices {

namespace {

constexpr int monthsAtOnce = 50;
constexpr int ordersAtOnce = 50; // so that nobody waits long for the writer

} // namespace

// The rate of the day it was settled on is within.
void Service::noteSettled(Tx &tx, Id<Order> order, Money commission)
{
    const auto sold = m_orders.soldOf(tx, order);
    if (!sold || commission <= Money{})
        return;
    const qint64 day = india::dayNumber(sold->settledAt);
    note(tx, {.causeId = {order.uuid},
              .orderId = order,
              .vendorId = sold->vendorId,
              .chargedDay = day,
              .kind = InvoiceKind::CommissionInvoice,
              .amount = commission,
              .tax = taxWithin(commission, m_tax.rateOn(tx, TaxRuleKind::CommissionGst, day))});
}

// What several refunds give back of the tax is together what one over all of it would. An order from before anybody
// noted its commission was charged what is left of it and what goes back now.
void Service::noteGivenBack(Tx &tx, const RefundProcessed &event)
{
    if (event.fromCommission <= Money{})
        return;
    if (!m_store.commissionOf(tx, event.orderId)) {
        const auto settled = m_orders.settledAmong(tx, {event.orderId});
        if (!settled.isEmpty())
            noteSettled(tx, event.orderId, settled.constFirst().commission + event.fromCommission);
    }
    const auto charged = m_store.commissionOf(tx, event.orderId);
    if (!charged)
        return;
    const Charge charge{charged->amount, charged->tax, m_store.givenBackOf(tx, event.orderId).amount};
    CommissionRow row{.causeId = {event.refundId.uuid},
                      .orderId = event.orderId,
                      .vendorId = event.vendorId,
                      .chargedDay = india::dayNumber(tx.now()),
                      .kind = InvoiceKind::CommissionCreditNote,
                      .amount = event.fromCommission,
                      .tax = taxOf(charge, event.fromCommission)};
    note(tx, std::move(row));
}

// What comes after the paper of its month was written stands on that of the month that runs.
void Service::note(Tx &tx, CommissionRow row)
{
    row.month = monthOf(row.chargedDay);
    MonthRow month{.vendorId = row.vendorId, .month = row.month, .kind = row.kind};
    if (m_store.isBilled(tx, month))
        month.month = row.month = monthOf(india::dayNumber(tx.now()));
    if (m_store.note(tx, row))
        m_store.open(tx, month);
}

// It is dated by the last day of its month, so that a year's commission has the year's numbers.
Result<bool> Service::bill(Tx &tx, const MonthRow &month)
{
    const auto vendor = m_accounts.vendor(tx, month.vendorId);
    if (!vendor || !m_store.close(tx, month))
        return false;
    const CommissionSum sum = m_store.sumOf(tx, month);
    const qint64 day = lastDayOf(month.month);
    const InvoiceParty buyer = sellerOf(tx, *vendor, vendor->region.value_or(QString()));
    const QString home = m_market.region.isEmpty() ? buyer.region : m_market.region;
    const bool isAcross = tax::territoryOf(home, buyer.region) == tax::Territory::AcrossStates;
    const InvoiceItem item{.title = QStringLiteral("Commission on settled orders"),
                           .code = serviceCode,
                           .gstRate = m_tax.rateOn(tx, TaxRuleKind::CommissionGst, day),
                           .taxable = sum.amount - sum.tax,
                           .total = sum.amount};
    InvoicePaper paper{.kind = month.kind,
                       .issuedAt = tx.now(),
                       .month = month.month,
                       .seller = m_market,
                       .buyer = buyer,
                       .placeOfSupply = buyer.region,
                       .isInterstate = isAcross,
                       .items = {taxed(item, sum.tax, isAcross ? Reach::AcrossStates : Reach::WithinState)},
                       .orders = sum.orders};
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
            const QList<MonthRow> months = m_store.unbilled(tx, monthOf(india::dayNumber(tx.now())), monthsAtOnce);
            for (const MonthRow &month : months) {
                LET(isBilled, bill(tx, month));
                out += isBilled ? 1 : 0;
            }
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
            for (const orders::SettledOrder &settled : m_orders.settledAmong(tx, ids))
                noteSettled(tx, settled.id, settled.commission);
            for (const Id<Order> id : ids)
                MUST(issueSale(tx, id));
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
