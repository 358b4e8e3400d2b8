#include "server/invoices/service.h"

#include "server/accounts/service.h"
#include "server/core/cursor.h"
#include "server/core/permit.h"
#include "server/jobs/service.h"
#include "server/kyc/service.h"
#include "server/orders/service.h"
#include "shared/contract/refunds.h"

namespace invoices {

namespace {

constexpr QLatin1StringView invoiceWord("invoice");
constexpr QLatin1StringView orderWord("order");

struct IssueJob
{
    Id<Order> order;

    FIELDS(IssueJob, FIELD(order))
};

struct CreditJob
{
    Id<Order> order;
    Id<Refund> refund;

    FIELDS(CreditJob, FIELD(order), FIELD(refund))
};

// A paper whose tax nobody has reckoned yet stays due, and is looked at again.
Result<> patient(Result<> written)
{
    return !written && written.error().code == ErrorCode::Unavailable ? Result<>() : std::move(written);
}

bool isParty(const Caller &caller, const std::optional<Id<Account>> &buyer, Id<Vendor> vendor)
{
    return caller.known && (caller.id == buyer || (caller.role == Role::Vendor && caller.vendorId == vendor));
}

// Where it is registered, else where its pincode lies.
InvoiceParty placed(InvoiceParty party, const accounts::Service &accounts)
{
    if (party.region.isEmpty())
        party.region =
            party.gstin.isEmpty() ? accounts.regionOf(party.pincode) : kyc::Service::regionOfTaxNumber(party.gstin);
    party.stateNumber = kyc::Service::stateNumberOf(party.region);
    return party;
}

} // namespace

Service::Service(Db &db, const Ids &ids, const Sources &sources, InvoiceParty market, QString painter)
    : m_db(db)
    , m_ids(ids)
    , m_orders(sources.orders)
    , m_weighing(sources.weighing)
    , m_accounts(sources.accounts)
    , m_kyc(sources.kyc)
    , m_tax(sources.tax)
    , m_jobs(sources.jobs)
    , m_ledger(sources.ledger)
    , m_market(placed(std::move(market), sources.accounts))
    , m_painter(std::move(painter))
{}

// Somebody else's order looks like no order.
Result<> Service::checkSeat(Tx &tx, const Caller &caller, Id<Order> order)
{
    if (caller.role == Role::Admin)
        MUST(permit(caller, Permission::ManageOrders));
    const auto parties = m_orders.partiesOf(tx, order);
    if (!parties || (caller.role != Role::Admin && !isParty(caller, parties->buyer, parties->vendor)))
        return notFound(orderWord);
    return {};
}

Result<FileBody> Service::downloadOrderInvoice(const Caller &caller, Id<Order> id, const AskInvoice &wish)
{
    LET(paper, m_db.read([&](Tx &tx) -> Result<InvoicePaper> {
        MUST(checkSeat(tx, caller, id));
        const auto row = m_store.ofSale(tx, id);
        if (!row)
            return notFound(invoiceWord);
        return row->paper;
    }));
    return drawn(paper, wish.language);
}

Result<QList<Invoice>> Service::listOrderInvoices(const Caller &caller, Id<Order> id)
{
    return m_db.read([&](Tx &tx) -> Result<QList<Invoice>> {
        MUST(checkSeat(tx, caller, id));
        return m_store.ofOrder(tx, id, invoicesPerOrderMax);
    });
}

Result<FileBody> Service::downloadInvoice(const Caller &caller, Id<Invoice> id, const AskInvoice &wish)
{
    if (caller.role == Role::Admin)
        MUST(permit(caller, Permission::ReadReports));
    LET(paper, m_db.read([&](Tx &tx) -> Result<InvoicePaper> {
        const auto row = m_store.find(tx, id);
        if (!row || (caller.role != Role::Admin && !isParty(caller, row->buyerId, row->vendorId)))
            return notFound(invoiceWord);
        return row->paper;
    }));
    return drawn(paper, wish.language);
}

Result<Page<Invoice>> Service::page(const Scope &scope, const std::optional<QString> &cursor, int limit)
{
    LET(before, cursor::idOf<Invoice>(cursor));
    return m_db.read([&](Tx &tx) -> Result<Page<Invoice>> {
        return cursor::pageById(m_store.list(tx, scope, before, limit + 1), limit);
    });
}

Result<Page<Invoice>> Service::listVendorInvoices(const Caller &caller, const ListInvoices &wish)
{
    LET(store, storeOf(caller));
    return page({.vendor = store, .month = wish.month, .kind = wish.kind}, wish.cursor, wish.limit);
}

Result<Page<Invoice>> Service::listInvoices(const Caller &caller, const ListAllInvoices &wish)
{
    MUST(permit(caller, Permission::ReadReports));
    return page({.vendor = wish.vendor, .month = wish.month, .kind = wish.kind}, wish.cursor, wish.limit);
}

Result<> Service::onOrderSettled(Tx &tx, const OrderSettled &event)
{
    noteCommission(tx, event.orderId, event.vendorId);
    expect(tx, {.causeId = {event.orderId.uuid}, .orderId = event.orderId, .vendorId = event.vendorId});
    m_jobs.enqueue(tx, issueKind, IssueJob{event.orderId});
    return {};
}

// What went back before the settlement was never invoiced.
Result<> Service::onRefundProcessed(Tx &tx, const RefundProcessed &event)
{
    if (!event.wasSettled)
        return {};
    noteCommission(tx, event.orderId, event.vendorId);
    expect(tx, {.causeId = {event.refundId.uuid},
                .orderId = event.orderId,
                .vendorId = event.vendorId,
                .refundId = event.refundId});
    m_jobs.enqueue(tx, creditKind, CreditJob{event.orderId, event.refundId});
    return {};
}

Result<> Service::issue(const QByteArray &payload)
{
    LET(job, sql::stored<IssueJob>(payload));
    return patient(m_db.write([&](Tx &tx) -> Result<> {
        return write(tx, {.causeId = {job.order.uuid}, .orderId = job.order, .vendorId = {}});
    }));
}

Result<> Service::credit(const QByteArray &payload)
{
    LET(job, sql::stored<CreditJob>(payload));
    return patient(m_db.write([&](Tx &tx) -> Result<> {
        return write(tx, {.causeId = {job.refund.uuid}, .orderId = job.order, .vendorId = {}, .refundId = job.refund});
    }));
}

} // namespace invoices
