#pragma once

// The double-entry books as admins look into them: accounts, postings, balances at any instant, whether everything
// agrees, and the few things that may be done to them.

#include "shared/base/endpoint.h"
#include "shared/base/page.h"
#include "shared/base/values.h"

struct Account;
struct LedgerPosting;
struct Order;
struct Vendor;

NAMED_ENUM(LedgerAccountKind, BuyerAvailable, BuyerHeld, VendorPayable, VendorPayout, VendorDebt, CommissionIncome,
           GstDue, TcsDue, TdsDue, GatewayClearing, Bank, BuyerDebt, GatewayFees)
NAMED_ENUM(PostingKind, Recharge, Hold, TopUp, Release, Settle, Refund, PayoutReserve, PayoutComplete, PayoutReturn,
           PayoutBounce, Adjust, Reverse, TaxWithhold, TaxDeposit, CodCommission, RechargeBack, DebtPaid, GatewaySettle,
           Closure)

// What a check of the books has found, and how far the one has come that runs.
struct BooksState
{
    bool isSound = true;
    std::optional<QString> difference; // the first one, in words; no money leaves while it stands
    std::optional<Instant> foundAt;
    std::optional<Instant> checkedAt; // when the last full check found nothing
    qint64 checkedPostings = 0;
    qint64 sealNumber = 0; // the newest seal it has seen; kept elsewhere, it shows that nothing was put back
    QString sealHash;
    std::optional<Instant> startedAt; // of the check that runs
    qint64 seenPostings = 0;
    qint64 postings = 0; // that are sealed

    FIELDS(BooksState, FIELD(isSound), FIELD(difference), FIELD(foundAt), FIELD(checkedAt), FIELD(checkedPostings),
           FIELD(sealNumber), FIELD(sealHash), FIELD(startedAt), FIELD(seenPostings), FIELD(postings))
};

struct LedgerAccount
{
    Id<LedgerAccount> id;
    LedgerAccountKind kind = LedgerAccountKind::Bank;
    std::optional<Id<Account>> buyerId;
    std::optional<Id<Vendor>> vendorId;
    std::optional<QString> ownerName; // nothing of the platform's own
    Money balance;                    // credits minus debits
    std::optional<Instant> frozenAt;
    std::optional<QString> frozenReason;

    FIELDS(LedgerAccount, FIELD(id), FIELD(kind, .label = QT_TRANSLATE_NOOP("fields", "Ledger account")),
           FIELD(buyerId), FIELD(vendorId), FIELD(ownerName, .label = QT_TRANSLATE_NOOP("fields", "Owner")),
           FIELD(balance, .label = QT_TRANSLATE_NOOP("fields", "Balance")),
           FIELD(frozenAt, .label = QT_TRANSLATE_NOOP("fields", "Frozen")), FIELD(frozenReason))
};

struct ListLedgerAccounts
{
    int limit = pageLimitDefault;
    std::optional<QString> cursor;
    std::optional<LedgerAccountKind> kind;
    std::optional<QString> owner; // anywhere in the name of a person or a store, or the id of one

    FIELDS(ListLedgerAccounts, PAGE_FIELDS, FIELD(kind), FIELD(owner, .lengthMin = 1, .lengthMax = 100))
};

struct AsOf
{
    std::optional<Instant> at; // what was posted until then; now without it

    FIELDS(AsOf, FIELD(at))
};

// One movement of an account.
struct StatementLine
{
    Id<LedgerPosting> postingId;
    int line = 0;
    Instant at;
    PostingKind kind = PostingKind::Recharge;
    Money amount;  // below zero: it went away
    Money balance; // behind it
    LedgerAccountKind otherKind = LedgerAccountKind::Bank;
    std::optional<QString> otherName;
    std::optional<Id<Order>> orderId;
    std::optional<QString> note;

    FIELDS(StatementLine, FIELD(postingId), FIELD(line), FIELD(at, .label = QT_TRANSLATE_NOOP("fields", "Time")),
           FIELD(kind, .label = QT_TRANSLATE_NOOP("fields", "Posting")),
           FIELD(amount, .label = QT_TRANSLATE_NOOP("fields", "Amount")),
           FIELD(balance, .label = QT_TRANSLATE_NOOP("fields", "Balance")),
           FIELD(otherKind, .label = QT_TRANSLATE_NOOP("fields", "Other account")),
           FIELD(otherName, .label = QT_TRANSLATE_NOOP("fields", "Of")), FIELD(orderId),
           FIELD(note, .label = QT_TRANSLATE_NOOP("fields", "Reason")))
};

struct ReadStatement
{
    int limit = pageLimitDefault;
    std::optional<QString> cursor;
    std::optional<Instant> at; // what was posted until then

    FIELDS(ReadStatement, PAGE_FIELDS, FIELD(at))
};

// A line takes from one account what it gives to the other.
struct LedgerLine
{
    int line = 0;
    Id<LedgerAccount> debitId;
    LedgerAccountKind debitKind = LedgerAccountKind::Bank;
    std::optional<QString> debitName;
    Id<LedgerAccount> creditId;
    LedgerAccountKind creditKind = LedgerAccountKind::Bank;
    std::optional<QString> creditName;
    Money amount;

    FIELDS(LedgerLine, FIELD(line), FIELD(debitId),
           FIELD(debitKind, .label = QT_TRANSLATE_NOOP("fields", "From account")),
           FIELD(debitName, .label = QT_TRANSLATE_NOOP("fields", "Of")), FIELD(creditId),
           FIELD(creditKind, .label = QT_TRANSLATE_NOOP("fields", "To account")),
           FIELD(creditName, .label = QT_TRANSLATE_NOOP("fields", "Of")),
           FIELD(amount, .label = QT_TRANSLATE_NOOP("fields", "Amount")))
};

struct LedgerPosting
{
    Id<LedgerPosting> id;
    PostingKind kind = PostingKind::Recharge;
    Instant at;
    QString subjectId; // the payment, order, top-up, refund, payout, correction, reversed posting, flag or line
    std::optional<Id<Order>> orderId;
    std::optional<QString> note;
    std::optional<Id<LedgerPosting>> reversedBy;
    bool isReversible = false;
    std::optional<qint64> sealNumber;
    QList<LedgerLine> lines;

    FIELDS(LedgerPosting, FIELD(id), FIELD(kind), FIELD(at), FIELD(subjectId), FIELD(orderId), FIELD(note),
           FIELD(reversedBy), FIELD(isReversible), FIELD(sealNumber), FIELD(lines, .countMax = 10))
};

struct ListPostings
{
    int limit = pageLimitDefault;
    std::optional<QString> cursor;
    std::optional<Id<Order>> order; // what was posted for it

    FIELDS(ListPostings, PAGE_FIELDS, FIELD(order))
};

// All accounts of a kind.
struct TrialLine
{
    LedgerAccountKind kind = LedgerAccountKind::Bank;
    qint64 accounts = 0;
    Money balance;

    FIELDS(TrialLine, FIELD(kind, .label = QT_TRANSLATE_NOOP("fields", "Ledger account")),
           FIELD(accounts, .label = QT_TRANSLATE_NOOP("fields", "Accounts")),
           FIELD(balance, .label = QT_TRANSLATE_NOOP("fields", "Balance")))
};

struct TrialBalance
{
    Instant at;
    QList<TrialLine> lines;
    Money total; // zero, or the books are wrong

    FIELDS(TrialBalance, FIELD(at), FIELD(lines, .countMax = 11), FIELD(total))
};

struct FreezeAccount
{
    QString reason;

    FIELDS(FreezeAccount,
           FIELD(reason, .label = QT_TRANSLATE_NOOP("fields", "Reason"), .lengthMin = 5, .lengthMax = 500))
};

// Above zero the store gets it out of the commission, below it gives it (COM-05).
struct AdjustCommission
{
    Id<Vendor> vendorId;
    Money amount;
    QString reason;

    FIELDS(AdjustCommission, FIELD(vendorId),
           FIELD(amount, .label = QT_TRANSLATE_NOOP("fields", "Amount"), .min = -10'000'000'00, .max = 10'000'000'00),
           FIELD(reason, .label = QT_TRANSLATE_NOOP("fields", "Reason"), .lengthMin = 5, .lengthMax = 500))
};

struct ReversePosting
{
    QString reason;

    FIELDS(ReversePosting,
           FIELD(reason, .label = QT_TRANSLATE_NOOP("fields", "Reason"), .lengthMin = 5, .lengthMax = 500))
};

// A check has found a difference, or after one a full check has found none.
struct BooksJudged
{
    static constexpr auto topic = "books.judged";

    std::optional<QString> difference;
    Instant at;

    FIELDS(BooksJudged, FIELD(difference), FIELD(at))
};

namespace api {

inline constexpr Endpoint<Nothing, BooksState> readBooks{.method = Method::Get,
                                                         .path = "/api/v1/admin/books",
                                                         .access = Access::Admin,
                                                         .owner = Owner::Nobodys,
                                                         .rate = Rate::Account,
                                                         .summary = "Whether the books agree with themselves",
                                                         .permission = Permission::ManagePayouts};

inline constexpr Endpoint<Nothing, BooksState> verifyBooks{.method = Method::Post,
                                                           .path = "/api/v1/admin/books/verify",
                                                           .access = Access::Admin,
                                                           .owner = Owner::Nobodys,
                                                           .rate = Rate::Money,
                                                           .summary = "Begin a full check of the books",
                                                           .permission = Permission::ManagePayouts,
                                                           .status = 202};

inline constexpr Endpoint<AsOf, TrialBalance> readTrialBalance{
    .method = Method::Get,
    .path = "/api/v1/admin/books/trial-balance",
    .access = Access::Admin,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "The balances of all kinds of accounts, at any instant",
    .permission = Permission::ManagePayouts,
    .heavy = true};

inline constexpr Endpoint<ListLedgerAccounts, Page<LedgerAccount>> listLedgerAccounts{
    .method = Method::Get,
    .path = "/api/v1/admin/books/accounts",
    .access = Access::Admin,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "The accounts of the books",
    .permission = Permission::ManagePayouts,
    .heavy = true};

inline constexpr Endpoint<AsOf, LedgerAccount, Id<LedgerAccount>> readLedgerAccount{
    .method = Method::Get,
    .path = "/api/v1/admin/books/accounts/{id}",
    .access = Access::Admin,
    .owner = Owner::Anyones,
    .rate = Rate::Account,
    .summary = "One account with its balance, at any instant",
    .permission = Permission::ManagePayouts,
    .heavy = true};

inline constexpr Endpoint<ReadStatement, Page<StatementLine>, Id<LedgerAccount>> readLedgerStatement{
    .method = Method::Get,
    .path = "/api/v1/admin/books/accounts/{id}/statement",
    .access = Access::Admin,
    .owner = Owner::Anyones,
    .rate = Rate::Account,
    .summary = "What moved in an account, newest first, with the balance behind each line",
    .permission = Permission::ManagePayouts,
    .heavy = true};

inline constexpr Endpoint<FreezeAccount, LedgerAccount, Id<LedgerAccount>> freezeAccount{
    .method = Method::Post,
    .path = "/api/v1/admin/books/accounts/{id}/freeze",
    .access = Access::Admin,
    .owner = Owner::Anyones,
    .rate = Rate::Money,
    .summary = "Let nothing new be held or paid out from an account",
    .permission = Permission::ManagePayouts};

inline constexpr Endpoint<FreezeAccount, LedgerAccount, Id<LedgerAccount>> unfreezeAccount{
    .method = Method::Post,
    .path = "/api/v1/admin/books/accounts/{id}/unfreeze",
    .access = Access::Admin,
    .owner = Owner::Anyones,
    .rate = Rate::Money,
    .summary = "Open a frozen account again",
    .permission = Permission::ManagePayouts};

inline constexpr Endpoint<ListPostings, Page<LedgerPosting>> listPostings{
    .method = Method::Get,
    .path = "/api/v1/admin/books/postings",
    .access = Access::Admin,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "All postings, newest first, or those of one order",
    .permission = Permission::ManagePayouts};

inline constexpr Endpoint<Nothing, LedgerPosting, Id<LedgerPosting>> readPosting{
    .method = Method::Get,
    .path = "/api/v1/admin/books/postings/{id}",
    .access = Access::Admin,
    .owner = Owner::Anyones,
    .rate = Rate::Account,
    .summary = "One posting with its lines and what it is about",
    .permission = Permission::ManagePayouts};

inline constexpr Endpoint<AdjustCommission, LedgerPosting> adjustCommission{
    .method = Method::Post,
    .path = "/api/v1/admin/books/adjustments",
    .access = Access::SuperAdmin,
    .owner = Owner::Nobodys,
    .rate = Rate::Money,
    .summary = "Move commission to a store or back, with a reason",
    .repeat = Repeat::Keyed,
    .status = 201};

inline constexpr Endpoint<ReversePosting, LedgerPosting, Id<LedgerPosting>> reversePosting{
    .method = Method::Post,
    .path = "/api/v1/admin/books/postings/{id}/reverse",
    .access = Access::SuperAdmin,
    .owner = Owner::Anyones,
    .rate = Rate::Money,
    .summary = "Take a correction or a line of a settlement back by the opposite posting",
    .repeat = Repeat::Keyed,
    .status = 201};

inline constexpr auto books = std::tuple{readBooks,         verifyBooks,         readTrialBalance, listLedgerAccounts,
                                         readLedgerAccount, readLedgerStatement, freezeAccount,    unfreezeAccount,
                                         listPostings,      readPosting,         adjustCommission, reversePosting};

} // namespace api
