// What is held for orders and what became of it, for admins (WAL-10).

#include "server/accounts/service.h"
#include "server/core/cursor.h"
#include "server/core/permit.h"
#include "server/ledger/service.h"
#include "server/orders/rules.h"
#include "server/orders/service.h"
#include "server/payments/service.h"

namespace orders {

Result<Page<EscrowRecord>> Service::listEscrow(const Caller &caller, const ListOrders &wish)
{
    MUST(permit(caller, Permission::ManageOrders));
    LET(before, cursor::idOf<Order>(wish.cursor));
    const auto wanted = wantedStatuses(wish);
    if (!wanted)
        return Page<EscrowRecord>{.limit = wish.limit};
    const QList<Overdue> late = wish.urgency ? overdue(*wish.urgency) : QList<Overdue>();
    return m_db.read([&](Tx &tx) -> Result<Page<EscrowRecord>> {
        QList<EscrowRecord> out;
        for (const OrderRow &row : m_store.escrows(tx, wish, *wanted, late, before, wish.limit + 1))
            out += escrowOf(tx, row);
        return cursor::page(std::move(out), wish.limit,
                            [](const EscrowRecord &record) { return QStringList{record.orderId.text()}; });
    });
}

Result<EscrowRecord> Service::readEscrow(const Caller &caller, Id<Order> id)
{
    MUST(permit(caller, Permission::ManageOrders));
    return m_db.read([&](Tx &tx) -> Result<EscrowRecord> {
        const auto order = m_store.find(tx, id);
        if (!order || !order->escrowStatus || isUnpaid(*order))
            return notFound(QLatin1StringView("escrow"));
        return escrowOf(tx, *order);
    });
}

// The order says in which state it is and who has released it; what moved, and when, is what the books say.
EscrowRecord Service::escrowOf(Tx &tx, const OrderRow &order)
{
    const auto payment = m_payments.paymentOf(tx, order.checkoutId);
    const auto held = m_ledger.escrowOf(tx, order.id);
    EscrowRecord out{.orderId = order.id,
                     .orderNumber = order.orderNumber,
                     .vendorId = order.vendorId,
                     .storeName = order.storeName,
                     .walletId = order.buyerId,
                     .customerName = order.customerName,
                     .amount = order.totalAmount,
                     .escrowStatus = order.escrowStatus.value_or(EscrowStatus::Held),
                     .releasedById = order.releasedBy};
    if (held) {
        out.amount = held->amount;
        out.walletTransactionId = {held->heldBy.uuid};
        out.heldAt = held->heldAt;
        out.releasedAt = held->endedAt;
    }
    if (payment)
        out.paymentId = payment->id;
    if (order.releasedBy)
        out.releasedBy = m_accounts.namesOf(tx, {*order.releasedBy}).value(*order.releasedBy);
    return out;
}

} // namespace orders
