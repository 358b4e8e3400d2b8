#pragma once

// What is held for each order, and what became of it (WAL-10): a view of the order and of its postings.

#include "shared/contract/orders.h"

struct LedgerPosting;

struct EscrowRecord
{
    Id<Order> orderId;
    QString orderNumber;
    Id<Vendor> vendorId;
    QString storeName;
    Id<Account> walletId; // a wallet has the id of its buyer
    QString customerName;
    std::optional<Id<Payment>> paymentId;                 // of what was paid online; else the money was in the wallet
    Money amount;                                         // all that was held, with top-ups
    std::optional<Id<LedgerPosting>> walletTransactionId; // the posting that has held it; none was taken over
    EscrowStatus escrowStatus = EscrowStatus::Held;
    std::optional<Instant> heldAt;
    std::optional<Instant> releasedAt; // when it left, for the store or back to the buyer
    std::optional<Id<Account>> releasedById;
    std::optional<QString> releasedBy; // the admin; nobody when it left by itself

    FIELDS(EscrowRecord, FIELD(orderId), FIELD(orderNumber, .label = QT_TRANSLATE_NOOP("fields", "Order")),
           FIELD(vendorId), FIELD(storeName, .label = QT_TRANSLATE_NOOP("fields", "Vendor")), FIELD(walletId),
           FIELD(customerName, .label = QT_TRANSLATE_NOOP("fields", "Buyer")),
           FIELD(paymentId, .label = QT_TRANSLATE_NOOP("fields", "Payment")),
           FIELD(amount, .label = QT_TRANSLATE_NOOP("fields", "Amount")), FIELD(walletTransactionId),
           FIELD(escrowStatus, .label = QT_TRANSLATE_NOOP("fields", "Escrow")), FIELD(heldAt), FIELD(releasedAt),
           FIELD(releasedById), FIELD(releasedBy))
};

namespace api {

inline constexpr Endpoint<ListOrders, Page<EscrowRecord>> listEscrow{
    .method = Method::Get,
    .path = "/api/v1/admin/escrow",
    .access = Access::Admin,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "The money that is held or contested, or in the state that is asked for, newest order first",
    .permission = Permission::ManageOrders};

inline constexpr Endpoint<Nothing, EscrowRecord, Id<Order>> readEscrow{
    .method = Method::Get,
    .path = "/api/v1/admin/escrow/{id}",
    .access = Access::Admin,
    .owner = Owner::Anyones,
    .rate = Rate::Account,
    .summary = "What is held for an order, and what became of it",
    .permission = Permission::ManageOrders};

inline constexpr auto escrow = std::tuple{listEscrow, readEscrow};

} // namespace api
