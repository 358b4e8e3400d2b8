#pragma once

// What came into a wallet and what moved in it, for its owner and for admins.

#include "shared/contract/ledger.h"
#include "shared/contract/payments.h"

struct ListPayments
{
    int limit = pageLimitDefault;
    std::optional<QString> cursor;
    std::optional<PaymentStatus> status;

    FIELDS(ListPayments, PAGE_FIELDS, FIELD(status))
};

namespace api {

inline constexpr Endpoint<ListPayments, Page<Payment>> listPayments{
    .method = Method::Get,
    .path = "/api/v1/payments",
    .access = Access::Buyer,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "The own payments, newest first: recharges, and orders that were paid online"};

inline constexpr Endpoint<Nothing, Wallet, Id<Account>> readWalletOf{.method = Method::Get,
                                                                     .path = "/api/v1/admin/wallets/{id}",
                                                                     .access = Access::Admin,
                                                                     .owner = Owner::Anyones,
                                                                     .rate = Rate::Account,
                                                                     .summary = "The wallet of a person",
                                                                     .permission = Permission::ManagePayouts};

inline constexpr Endpoint<ListWalletEntries, Page<WalletEntry>, Id<Account>> listWalletEntriesOf{
    .method = Method::Get,
    .path = "/api/v1/admin/wallets/{id}/transactions",
    .access = Access::Admin,
    .owner = Owner::Anyones,
    .rate = Rate::Account,
    .summary = "What moved in the wallet of a person, newest first",
    .permission = Permission::ManagePayouts};

inline constexpr auto purses = std::tuple{listPayments, readWalletOf, listWalletEntriesOf};

} // namespace api
