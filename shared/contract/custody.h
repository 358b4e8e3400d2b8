#pragma once

// Who keeps the money of the wallets. Own: the operator himself, who needs the authorisation for it. Mirror: a payment
// aggregator or a bank keeps it in escrow, and the books here are its mirror; every day the balance of that account is
// entered and compared with them.

#include "shared/base/endpoint.h"
#include "shared/base/page.h"
#include "shared/base/values.h"

struct Account;

NAMED_ENUM(WalletMode, Own, Mirror)

// The balance of the account outside at the end of a day, and what the books say that it is.
struct CustodyBalance
{
    Id<CustodyBalance> id;
    QString day;       // "2026-11-01", as India counts days
    Money amount;      // as the holder of the account says it
    Money withdrawn;   // all of the commission that the operator has ever taken out of it
    Money expected;    // what came in and has not left, less what was withdrawn
    Money difference;  // amount minus expected
    Money excess;      // of what was withdrawn: beyond what the market had earned, so other people's
    QString reference; // of the holder's statement
    QString enteredBy;
    Instant enteredAt;

    FIELDS(CustodyBalance, FIELD(id), FIELD(day, .label = QT_TRANSLATE_NOOP("fields", "Day")),
           FIELD(amount, .label = QT_TRANSLATE_NOOP("fields", "Balance there")),
           FIELD(withdrawn, .label = QT_TRANSLATE_NOOP("fields", "Withdrawn by the market")),
           FIELD(expected, .label = QT_TRANSLATE_NOOP("fields", "The books say")),
           FIELD(difference, .label = QT_TRANSLATE_NOOP("fields", "Difference")), FIELD(excess),
           FIELD(reference, .label = QT_TRANSLATE_NOOP("fields", "Reference")),
           FIELD(enteredBy, .label = QT_TRANSLATE_NOOP("fields", "Entered by")),
           FIELD(enteredAt, .label = QT_TRANSLATE_NOOP("fields", "Entered")))
};

struct Custody
{
    WalletMode mode = WalletMode::Own;
    std::optional<QString> acknowledgedBy; // who has read what the mode asks of the operator; nobody yet
    std::optional<Instant> acknowledgedAt;
    std::optional<CustodyBalance> newest; // of the last day that was entered; in mirror mode alone

    FIELDS(Custody, FIELD(mode), FIELD(acknowledgedBy), FIELD(acknowledgedAt), FIELD(newest))
};

// The mode whose notice was read; it may have been changed meanwhile.
struct AcknowledgeCustody
{
    WalletMode mode = WalletMode::Own;

    FIELDS(AcknowledgeCustody, FIELD(mode))
};

struct EnterCustodyBalance
{
    std::optional<QString> day; // that is over; yesterday without it
    Money amount;
    Money withdrawn;
    QString reference;

    FIELDS(EnterCustodyBalance,
           FIELD(day, .label = QT_TRANSLATE_NOOP("fields", "Day"), .lengthMin = 10, .lengthMax = 10),
           FIELD(amount, .label = QT_TRANSLATE_NOOP("fields", "Balance there"), .min = 0, .max = 1'000'000'000'000'00),
           FIELD(withdrawn, .label = QT_TRANSLATE_NOOP("fields", "Withdrawn by the market"), .min = 0,
                 .max = 1'000'000'000'000'00),
           FIELD(reference, .label = QT_TRANSLATE_NOOP("fields", "Reference"), .lengthMin = 1, .lengthMax = 100))
};

struct ListCustodyBalances
{
    int limit = pageLimitDefault;
    std::optional<QString> cursor;

    FIELDS(ListCustodyBalances, PAGE_FIELDS)
};

// The account outside does not hold what the books say, or more was taken out of it than the market had earned.
struct CustodyDiffers
{
    static constexpr auto topic = "books.custody_differs";

    QString day;
    Money amount;
    Money expected;
    Money difference;
    Money excess;
    Instant at;

    FIELDS(CustodyDiffers, FIELD(day), FIELD(amount), FIELD(expected), FIELD(difference),
           FIELD(excess, .standard = true), FIELD(at))
};

namespace api {

inline constexpr Endpoint<Nothing, Custody> readCustody{
    .method = Method::Get,
    .path = "/api/v1/admin/books/custody",
    .access = Access::Admin,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "Who keeps the money of the wallets, and whether the notice about it was read",
    .permission = Permission::ManagePayouts};

inline constexpr Endpoint<AcknowledgeCustody, Custody> acknowledgeCustody{
    .method = Method::Post,
    .path = "/api/v1/admin/books/custody/acknowledgement",
    .access = Access::Admin,
    .owner = Owner::Nobodys,
    .rate = Rate::Money,
    .summary = "Say that the notice about keeping the money was read",
    .permission = Permission::ManagePayouts};

inline constexpr Endpoint<ListCustodyBalances, Page<CustodyBalance>> listCustodyBalances{
    .method = Method::Get,
    .path = "/api/v1/admin/books/custody/balances",
    .access = Access::Admin,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "The balances of the account outside as they were entered, newest first",
    .permission = Permission::ManagePayouts};

inline constexpr Endpoint<EnterCustodyBalance, CustodyBalance> enterCustodyBalance{
    .method = Method::Post,
    .path = "/api/v1/admin/books/custody/balances",
    .access = Access::Admin,
    .owner = Owner::Nobodys,
    .rate = Rate::Money,
    .summary = "Enter the balance of the account outside at the end of a day and compare it with the books",
    .permission = Permission::ManagePayouts,
    .status = 201,
    .heavy = true};

inline constexpr auto custody = std::tuple{readCustody, acknowledgeCustody, listCustodyBalances, enterCustodyBalance};

} // namespace api
