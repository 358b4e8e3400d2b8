#pragma once

// The buyer's wallet: a view of the double-entry books (WAL-01, C15). Money moves only through orders, payments and
// payouts, so there are no calls here that write.

#include "shared/base/endpoint.h"
#include "shared/base/page.h"
#include "shared/base/values.h"

struct Order;

// TakenBack: went back at the bank after it had come into the wallet, or paid what was owed of that. A closure gives
// the balance back to where it came from (C46); it is neither spent nor recharged.
NAMED_ENUM(WalletEntryType, Recharge, Hold, Deduct, Release, Refund, TakenBack, Closure)
NAMED_ENUM(WalletEntryStatus, Pending, Completed, Failed, Cancelled)

struct Wallet
{
    Money currentBalance; // with what is held
    Money heldAmount;
    Money available;
    Money totalRecharged; // without what was taken back
    Money totalSpent;
    bool isActive = true;
    Money owed = {};                       // went back at the bank after it was spent; whatever comes in pays it first
    std::optional<Instant> createdAt = {}; // nothing before the first recharge
    std::optional<Instant> updatedAt = {};

    FIELDS(Wallet, FIELD(currentBalance), FIELD(heldAmount), FIELD(available), FIELD(totalRecharged), FIELD(totalSpent),
           FIELD(isActive), FIELD(owed), FIELD(createdAt), FIELD(updatedAt))
};

struct WalletEntry
{
    Id<WalletEntry> id;
    WalletEntryType type = WalletEntryType::Recharge;
    WalletEntryStatus status = WalletEntryStatus::Completed;
    Money amount;
    Money balanceBefore; // of the current balance
    Money balanceAfter;
    Money heldAfter;
    QString description;
    std::optional<Id<Order>> orderId;
    std::optional<QString> gatewayReference;
    Instant processedAt;

    FIELDS(WalletEntry, FIELD(id), FIELD(type), FIELD(status), FIELD(amount), FIELD(balanceBefore), FIELD(balanceAfter),
           FIELD(heldAfter), FIELD(description), FIELD(orderId), FIELD(gatewayReference), FIELD(processedAt))
};

struct ListWalletEntries
{
    int limit = pageLimitDefault;
    std::optional<QString> cursor;
    std::optional<WalletEntryType> type = {};
    std::optional<WalletEntryStatus> status = {};
    std::optional<Instant> from = {};
    std::optional<Instant> to = {}; // before that

    FIELDS(ListWalletEntries, PAGE_FIELDS, FIELD(type), FIELD(status), FIELD(from), FIELD(to))
};

namespace api {

inline constexpr Endpoint<Nothing, Wallet> readWallet{.method = Method::Get,
                                                      .path = "/api/v1/wallet",
                                                      .access = Access::Buyer,
                                                      .owner = Owner::Nobodys,
                                                      .rate = Rate::Account,
                                                      .summary = "The own wallet"};

inline constexpr Endpoint<ListWalletEntries, Page<WalletEntry>> listWalletEntries{
    .method = Method::Get,
    .path = "/api/v1/wallet/transactions",
    .access = Access::Buyer,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "What moved in the own wallet, newest first"};

inline constexpr auto ledger = std::tuple{readWallet, listWalletEntries};

} // namespace api
