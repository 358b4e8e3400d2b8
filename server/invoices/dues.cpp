// The papers that are to be written, of Service: each stays due until it is there, however long what it needs takes.

#include "server/core/log.h"
#include "server/invoices/service.h"
#include "server/ledger/service.h"
#include "server/orders/service.h"
#include "server/tax/service.h"

#include <algorithm>

namespace invoices {

namespace {

Q_LOGGING_CATEGORY(invoicesLog, "invoices")
constexpr int papersAtOnce = 100;
constexpr int postingsOfOrderMax = 1000;
constexpr int duesOfStoreMax = 10'000;
constexpr int monthsOfStoreMax = 1000;

} // namespace

void Service::expect(Tx &tx, DueRow due)
{
    due.noticedAt = due.dueAt = tx.now();
    m_store.expect(tx, due);
}

// Of an order that was settled at some time: its invoice, and notes to the refunds that somebody has reckoned apart.
void Service::expectFrom(Tx &tx, const orders::SoldOrder &sold)
{
    if (!m_store.ofSale(tx, sold.id))
        expect(tx, {.causeId = {sold.id.uuid}, .orderId = sold.id, .vendorId = sold.vendorId});
    for (const ledger::Transaction &posting : m_ledger.postings(tx, sold.id, std::nullopt, postingsOfOrderMax)) {
        const Id<Refund> refund{posting.subjectId.uuid};
        if (posting.kind != ledger::Posting::Refund || m_store.ofRefund(tx, refund) ||
            m_tax.returnsOf(tx, refund).isEmpty())
            continue;
        expect(tx, {.causeId = {refund.uuid}, .orderId = sold.id, .vendorId = sold.vendorId, .refundId = refund});
    }
}

Result<> Service::write(Tx &tx, const DueRow &due)
{
    if (due.refundId) {
        MUST(issueCredit(tx, due.orderId, *due.refundId));
    } else {
        MUST(issueSale(tx, due.orderId));
    }
    m_store.fulfil(tx, due);
    return {};
}

int Service::issueDue(const Stopping &isStopping)
{
    int issued = 0;
    for (;;) {
        const auto rows = m_db.read([&](Tx &tx) { return m_store.due(tx, papersAtOnce); });
        for (const DueRow &row : rows) {
            if (isStopping())
                return issued;
            issued += tryFor(row) ? 1 : 0;
        }
        if (rows.size() < papersAtOnce)
            return issued;
    }
}

// What cannot be written is looked at again after as long as it has waited, so that it does not stand in the way of
// what is behind it.
bool Service::tryFor(const DueRow &due)
{
    try {
        const Result<> written = m_db.write([&](Tx &tx) -> Result<> { return write(tx, due); });
        if (written)
            return true;
        if (written.error().code != ErrorCode::Unavailable)
            qCCritical(invoicesLog, "order %s gets no paper: %s", qUtf8Printable(due.orderId.text()),
                       qUtf8Printable(written.error().message));
    } catch (const DbBusy &) {
        throw; // the others would meet the same; the next run goes on
    } catch (const DbFault &fault) {
        qCCritical(invoicesLog, "order %s gets no paper: %s", qUtf8Printable(due.orderId.text()), fault.what());
    }
    (void)m_db.write([&](Tx &tx) -> Result<> {
        const qint64 waitedMs = tx.now().ms - due.noticedAt.ms;
        m_store.putOff(tx, due, tx.now().after(std::clamp(waitedMs, minuteMs, hourMs)));
        return {};
    });
    return false;
}

// What is still not reckoned stays due; later papers name the store as the newest one does.
void Service::closeStore(Tx &tx, Id<Vendor> vendor)
{
    for (const DueRow &due : m_store.duesOf(tx, vendor, duesOfStoreMax))
        (void)write(tx, due);
    for (const MonthRow &month : m_store.unbilledOf(tx, vendor, monthsOfStoreMax))
        (void)bill(tx, month);
}

} // namespace invoices
