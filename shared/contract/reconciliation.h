#pragma once

// Money that came in otherwise than it was asked for: what admins see of it, the bank's statements in which UPI money
// is found, and how the ways to the providers are.

#include "shared/base/endpoint.h"
#include "shared/base/page.h"
#include "shared/contract/payments.h"

// Why money is not where it should be.
//   Mismatch   another currency or order      Partial    less than was asked for      Excess   more than that
//   Duplicate  the payment was paid before    Unknown    nobody asked for it, or nobody is left to have it
//   Returned   it went back at the provider, after it had been credited here; a part, or all of it
//   Disputed   its payer says to the bank that it is not his; somebody has to answer there
//   ChargedBack  the bank has taken it back for its payer
//   Reinstated   the bank has given back what it had taken so
//   Settlement   a line of a provider's settlement that the books do not take; its money may be in a wallet
//   Refused      it is to go back to its payer, and the gateway does not send it
NAMED_ENUM(FlagKind, Mismatch, Partial, Excess, Duplicate, Unknown, Returned, Disputed, ChargedBack, Reinstated,
           Settlement, Refused)

// Closed: a question about a settlement that was answered without money.
NAMED_ENUM(FlagStatus, Open, Credited, Refunded, Dismissed, Booked, Closed)

struct MoneyFlag
{
    Id<MoneyFlag> id;
    FlagKind kind = FlagKind::Unknown;
    FlagStatus status = FlagStatus::Open;
    QString provider;
    QString transactionId;            // at the provider, or the bank's reference
    std::optional<QString> reference; // ours, where it was found
    std::optional<Id<Payment>> paymentId;
    Money amount;
    std::optional<Money> expectedAmount;
    QString currency;
    std::optional<QString> note; // the bank's words
    std::optional<QString> reason;
    std::optional<QString> resolvedBy;
    Instant createdAt;
    std::optional<Instant> resolvedAt;

    FIELDS(MoneyFlag, FIELD(id), FIELD(kind, .label = QT_TRANSLATE_NOOP("fields", "What is wrong")),
           FIELD(status, .label = QT_TRANSLATE_NOOP("fields", "Status")),
           FIELD(provider, .label = QT_TRANSLATE_NOOP("fields", "Provider")),
           FIELD(transactionId, .label = QT_TRANSLATE_NOOP("fields", "Transaction")),
           FIELD(reference, .label = QT_TRANSLATE_NOOP("fields", "Reference")), FIELD(paymentId),
           FIELD(amount, .label = QT_TRANSLATE_NOOP("fields", "Amount")),
           FIELD(expectedAmount, .label = QT_TRANSLATE_NOOP("fields", "Expected")), FIELD(currency), FIELD(note),
           FIELD(reason, .label = QT_TRANSLATE_NOOP("fields", "Reason")), FIELD(resolvedBy),
           FIELD(createdAt, .label = QT_TRANSLATE_NOOP("fields", "Found")), FIELD(resolvedAt))
};

struct ListMoneyFlags
{
    int limit = pageLimitDefault;
    std::optional<QString> cursor;
    std::optional<FlagStatus> status;

    FIELDS(ListMoneyFlags, PAGE_FIELDS, FIELD(status))
};

// Credit: the money belongs to the payer of a payment, and comes into that wallet. Refund: it goes back. Dismiss: it is
// none of the market's, or there is nothing to be done. Book: it went back, so it leaves the wallet that it had come
// into; what is not there is owed. Transfer: what the gateway would not send back was paid by the bank.
NAMED_ENUM(FlagAction, Credit, Refund, Dismiss, Book, Transfer)

struct ResolveFlag
{
    FlagAction action = FlagAction::Dismiss;
    std::optional<Id<Payment>> paymentId; // credit: whose money it is; empty: the one that was found
    QString reason;
    std::optional<QString> bankReference = {}; // transfer: by which it was paid

    FIELDS(ResolveFlag, FIELD(action), FIELD(paymentId, .label = QT_TRANSLATE_NOOP("fields", "Whose money it is")),
           FIELD(reason, .label = QT_TRANSLATE_NOOP("fields", "Reason"), .lengthMin = 5, .lengthMax = 500),
           FIELD(bankReference, .label = QT_TRANSLATE_NOOP("fields", "Reference of the bank"), .lengthMin = 4,
                 .lengthMax = 100))
};

// What the columns of a bank's statement are called in its first line; every bank has its own names.
struct StatementColumns
{
    QString date;
    QString narration;
    QString amount;                   // of what came in
    std::optional<QString> reference; // the bank's number of the transaction
    std::optional<QString> balance;   // behind each line; tells equal lines apart where the bank has no numbers

    FIELDS(StatementColumns,
           FIELD(date, .label = QT_TRANSLATE_NOOP("fields", "Column of the date"), .lengthMin = 1, .lengthMax = 80),
           FIELD(narration, .label = QT_TRANSLATE_NOOP("fields", "Column of the bank's words"), .lengthMin = 1,
                 .lengthMax = 80),
           FIELD(amount, .label = QT_TRANSLATE_NOOP("fields", "Column of what came in"), .lengthMin = 1,
                 .lengthMax = 80),
           FIELD(reference, .label = QT_TRANSLATE_NOOP("fields", "Column of the bank's number"), .lengthMin = 1,
                 .lengthMax = 80),
           FIELD(balance, .label = QT_TRANSLATE_NOOP("fields", "Column of the balance"), .lengthMin = 1,
                 .lengthMax = 80))
};

constexpr int statementBytesMax = 1 << 20;
constexpr int statementLinesMax = 2000;

struct TakeStatement
{
    StatementColumns columns;
    QString csv;
    bool isOtherForm = false; // the columns differ from those of the last statement, and are meant to

    FIELDS(TakeStatement, FIELD(columns), FIELD(csv, .lengthMin = 1, .lengthMax = statementBytesMax),
           FIELD(isOtherForm, .standard = true))
};

// What came of one line. Seen: of an earlier statement. Debit: no money that came in.
NAMED_ENUM(LineOutcome, Credited, Partial, Excess, Duplicate, Unknown, Seen, Debit, Unreadable)

struct StatementRow
{
    int line = 0;
    LineOutcome outcome = LineOutcome::Unreadable;
    std::optional<Money> amount;
    std::optional<QString> reference; // ours
    QString narration;

    FIELDS(StatementRow, FIELD(line, .label = QT_TRANSLATE_NOOP("fields", "Line")),
           FIELD(outcome, .label = QT_TRANSLATE_NOOP("fields", "Result")),
           FIELD(amount, .label = QT_TRANSLATE_NOOP("fields", "Amount")),
           FIELD(reference, .label = QT_TRANSLATE_NOOP("fields", "Reference")),
           FIELD(narration, .label = QT_TRANSLATE_NOOP("fields", "Words of the bank")))
};

struct StatementReport
{
    int credited = 0;
    int flagged = 0;
    int seen = 0;
    Money creditedAmount;
    QList<StatementRow> lines;

    FIELDS(StatementReport, FIELD(credited), FIELD(flagged), FIELD(seen), FIELD(creditedAmount),
           FIELD(lines, .countMax = statementLinesMax))
};

// The way to one provider.
struct ProviderHealth
{
    QString provider;
    bool isAnswering = true;
    int failures = 0;                   // in a row
    std::optional<Instant> closedUntil; // nobody asks before that
    int pending = 0;                    // payments that wait for it
    bool isBelieved = false;            // its webhooks can be checked
    // Of the payments that were opened in the last days (PAY-19): success is paid / (paid + failed), what is still open
    // counts for neither.
    int windowDays = 0;
    qint64 attempts = 0;
    qint64 paid = 0;
    qint64 failed = 0;
    std::optional<BasisPoints> success;

    FIELDS(ProviderHealth, FIELD(provider, .label = QT_TRANSLATE_NOOP("fields", "Provider")),
           FIELD(isAnswering, .label = QT_TRANSLATE_NOOP("fields", "Answers")), FIELD(failures), FIELD(closedUntil),
           FIELD(pending, .label = QT_TRANSLATE_NOOP("fields", "Waiting")), FIELD(isBelieved), FIELD(windowDays),
           FIELD(attempts), FIELD(paid), FIELD(failed), FIELD(success))
};

struct ListAllPayments
{
    int limit = pageLimitDefault;
    std::optional<QString> cursor;
    std::optional<QString> provider;
    std::optional<PaymentStatus> status;
    std::optional<Money> amount;
    std::optional<QString> reference;

    FIELDS(ListAllPayments, PAGE_FIELDS, FIELD(provider, .lengthMin = 1, .lengthMax = 40), FIELD(status), FIELD(amount),
           FIELD(reference, .lengthMin = 1, .lengthMax = 100))
};

struct PaymentOfPayer
{
    Id<Payment> id;
    QString payer;
    QString provider;
    std::optional<QString> gatewayOrderId;
    Money amount;
    PaymentStatus status = PaymentStatus::Pending;
    Instant createdAt;

    FIELDS(PaymentOfPayer, FIELD(id), FIELD(payer, .label = QT_TRANSLATE_NOOP("fields", "Buyer")),
           FIELD(provider, .label = QT_TRANSLATE_NOOP("fields", "Provider")),
           FIELD(gatewayOrderId, .label = QT_TRANSLATE_NOOP("fields", "Reference")),
           FIELD(amount, .label = QT_TRANSLATE_NOOP("fields", "Amount")),
           FIELD(status, .label = QT_TRANSLATE_NOOP("fields", "Status")),
           FIELD(createdAt, .label = QT_TRANSLATE_NOOP("fields", "Created")))
};

// The alert (PAY-08): money did not come as it was asked for.
struct MoneyFlagged
{
    static constexpr auto topic = "payments.flagged";

    Id<MoneyFlag> flagId;
    FlagKind kind = FlagKind::Unknown;
    QString provider;
    Money amount;

    FIELDS(MoneyFlagged, FIELD(flagId), FIELD(kind), FIELD(provider), FIELD(amount))
};

namespace api {

inline constexpr Endpoint<ListMoneyFlags, Page<MoneyFlag>> listMoneyFlags{
    .method = Method::Get,
    .path = "/api/v1/admin/reconciliation",
    .access = Access::Admin,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "Money that did not come as it was asked for, newest first",
    .permission = Permission::ManagePayouts};

inline constexpr Endpoint<Nothing, MoneyFlag, Id<MoneyFlag>> readMoneyFlag{
    .method = Method::Get,
    .path = "/api/v1/admin/reconciliation/{id}",
    .access = Access::Admin,
    .owner = Owner::Anyones,
    .rate = Rate::Account,
    .summary = "One payment that did not come as it was asked for",
    .permission = Permission::ManagePayouts};

inline constexpr Endpoint<ResolveFlag, MoneyFlag, Id<MoneyFlag>> resolveMoneyFlag{
    .method = Method::Post,
    .path = "/api/v1/admin/reconciliation/{id}/resolve",
    .access = Access::Admin,
    .owner = Owner::Anyones,
    .rate = Rate::Money,
    .summary = "Credit flagged money to a payer, give it back, or say that it is none of ours",
    .permission = Permission::ManagePayouts,
    .repeat = Repeat::Keyed};

inline constexpr Endpoint<TakeStatement, StatementReport> takeStatement{
    .method = Method::Post,
    .path = "/api/v1/admin/reconciliation/statements",
    .access = Access::Admin,
    .owner = Owner::Nobodys,
    .rate = Rate::Money,
    .summary = "Read a bank's statement; what carries the reference and the amount of a UPI payment is credited",
    .permission = Permission::ManagePayouts,
    .repeat = Repeat::Keyed,
    .bodyMax = 4 << 20};

inline constexpr Endpoint<ListAllPayments, Page<PaymentOfPayer>> listAllPayments{
    .method = Method::Get,
    .path = "/api/v1/admin/payments",
    .access = Access::Admin,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "Payments of all buyers, newest first",
    .permission = Permission::ManagePayouts};

inline constexpr Endpoint<Nothing, QList<ProviderHealth>> listProviders{.method = Method::Get,
                                                                        .path = "/api/v1/admin/payments/providers",
                                                                        .access = Access::Admin,
                                                                        .owner = Owner::Nobodys,
                                                                        .rate = Rate::Account,
                                                                        .summary = "How the ways to the providers are",
                                                                        .permission = Permission::ManagePayouts,
                                                                        .most = 10};

inline constexpr auto reconciliation =
    std::tuple{listMoneyFlags, readMoneyFlag, resolveMoneyFlag, takeStatement, listAllPayments, listProviders};

} // namespace api
