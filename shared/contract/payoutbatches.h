#pragma once

// Approved payouts on their way through the bank: the file that is uploaded there, and what the bank answers (PAYO-08).

#include "shared/base/endpoint.h"
#include "shared/base/page.h"
#include "shared/contract/bankreference.h"
#include "shared/contract/payouts.h"

NAMED_ENUM(PayoutBatchStatus, Open, Cancelled)

constexpr int payoutsPerBatchMax = 500;
constexpr int bankAnswerRowsMax = 1000;

// How a bank wants its file.
struct BankLayout
{
    QString name;
    QString title;
    Money amountMin; // of one payout

    FIELDS(BankLayout, FIELD(name), FIELD(title), FIELD(amountMin))
};

struct PayoutBatch
{
    Id<PayoutBatch> id;
    QString batchNumber;
    QString layoutName;
    qint64 payoutsCount = 0;
    Money amount;
    QString fileName;
    QString fileHash; // SHA-256 of the file
    PayoutBatchStatus status = PayoutBatchStatus::Open;
    QString createdBy;
    Instant createdAt;
    std::optional<Instant> openedAt; // from then on it may lie with the bank
    std::optional<Instant> cancelledAt;
    std::optional<QString> withdrawnReference; // the bank's word that it does not pay an opened one

    FIELDS(PayoutBatch, FIELD(id), FIELD(batchNumber, .label = QT_TRANSLATE_NOOP("fields", "Bank file")),
           FIELD(layoutName, .label = QT_TRANSLATE_NOOP("fields", "Layout")),
           FIELD(payoutsCount, .label = QT_TRANSLATE_NOOP("fields", "Payouts")),
           FIELD(amount, .label = QT_TRANSLATE_NOOP("fields", "Amount")), FIELD(fileName),
           FIELD(fileHash, .label = QT_TRANSLATE_NOOP("fields", "Checksum")),
           FIELD(status, .label = QT_TRANSLATE_NOOP("fields", "Status")),
           FIELD(createdBy, .label = QT_TRANSLATE_NOOP("fields", "Made by")),
           FIELD(createdAt, .label = QT_TRANSLATE_NOOP("fields", "Made")),
           FIELD(openedAt, .label = QT_TRANSLATE_NOOP("fields", "Opened")), FIELD(cancelledAt),
           FIELD(withdrawnReference))
};

struct MakePayoutBatch
{
    QList<Id<Payout>> payoutIds;
    QString layoutName;

    FIELDS(MakePayoutBatch, FIELD(payoutIds, .countMin = 1, .countMax = payoutsPerBatchMax),
           FIELD(layoutName, .label = QT_TRANSLATE_NOOP("fields", "Layout"), .lengthMin = 1, .lengthMax = 40))
};

struct WithdrawPayoutBatch
{
    QString bankReference;

    FIELDS(WithdrawPayoutBatch, BANK_REFERENCE(bankReference))
};

struct ListPayoutBatches
{
    int limit = pageLimitDefault;
    std::optional<QString> cursor;

    FIELDS(ListPayoutBatches, PAGE_FIELDS)
};

// The file itself, with the account numbers in full. The same batch gives the same bytes every time.
struct BankFile
{
    QString fileName;
    QString text;
    QString fileHash;
    qint64 payoutsCount = 0;
    Money amount;

    FIELDS(BankFile, FIELD(fileName), FIELD(text, .secret = true), FIELD(fileHash), FIELD(payoutsCount), FIELD(amount))
};

// CSV with a line of names: payout_number, status (paid, failed, returned), reference, reason.
struct EnterBankAnswer
{
    QString text;

    FIELDS(EnterBankAnswer,
           FIELD(text, .label = QT_TRANSLATE_NOOP("fields", "The bank's answer"), .lengthMin = 1, .lengthMax = 400'000))
};

struct BankAnswerProblem
{
    qint64 line = 0; // as an editor counts them
    QString payoutNumber;
    QString problem;

    FIELDS(BankAnswerProblem, FIELD(line, .label = QT_TRANSLATE_NOOP("fields", "Line")),
           FIELD(payoutNumber, .label = QT_TRANSLATE_NOOP("fields", "Payout")),
           FIELD(problem, .label = QT_TRANSLATE_NOOP("fields", "Problem")))
};

// Good rows are entered, also when others are wrong. One that was entered before counts as known.
struct BankAnswer
{
    qint64 rows = 0; // that were read; who has sent more sees that some are missing
    qint64 paid = 0;
    qint64 failed = 0;
    qint64 returned = 0;
    qint64 known = 0;
    QList<BankAnswerProblem> problems;

    FIELDS(BankAnswer, FIELD(rows), FIELD(paid), FIELD(failed), FIELD(returned), FIELD(known),
           FIELD(problems, .countMax = bankAnswerRowsMax))
};

namespace api {

inline constexpr Endpoint<Nothing, QList<BankLayout>> listBankLayouts{.method = Method::Get,
                                                                      .path = "/api/v1/admin/bank-layouts",
                                                                      .access = Access::Admin,
                                                                      .owner = Owner::Nobodys,
                                                                      .rate = Rate::Account,
                                                                      .summary = "The layouts of bank files there are",
                                                                      .permission = Permission::ManagePayouts,
                                                                      .most = 50};

inline constexpr Endpoint<ListPayoutBatches, Page<PayoutBatch>> listPayoutBatches{
    .method = Method::Get,
    .path = "/api/v1/admin/payout-batches",
    .access = Access::Admin,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "Bank files of payouts, newest first",
    .permission = Permission::ManagePayouts};

inline constexpr Endpoint<MakePayoutBatch, PayoutBatch> makePayoutBatch{
    .method = Method::Post,
    .path = "/api/v1/admin/payout-batches",
    .access = Access::Admin,
    .owner = Owner::Nobodys,
    .rate = Rate::Money,
    .summary = "Put approved payouts into a file for the bank; each stands in one only",
    .permission = Permission::ManagePayouts,
    .repeat = Repeat::Keyed,
    .status = 201};

inline constexpr Endpoint<Nothing, BankFile, Id<PayoutBatch>> openPayoutBatch{
    .method = Method::Post,
    .path = "/api/v1/admin/payout-batches/{id}/file",
    .access = Access::Admin,
    .owner = Owner::Anyones,
    .rate = Rate::Money,
    .summary = "The bank file with the account numbers in full",
    .permission = Permission::ManagePayouts};

inline constexpr Endpoint<Nothing, PayoutBatch, Id<PayoutBatch>> cancelPayoutBatch{
    .method = Method::Post,
    .path = "/api/v1/admin/payout-batches/{id}/cancel",
    .access = Access::Admin,
    .owner = Owner::Anyones,
    .rate = Rate::Money,
    .summary = "Take back a bank file that was never opened; its payouts can stand in another one",
    .permission = Permission::ManagePayouts};

inline constexpr Endpoint<WithdrawPayoutBatch, PayoutBatch, Id<PayoutBatch>> withdrawPayoutBatch{
    .method = Method::Post,
    .path = "/api/v1/admin/payout-batches/{id}/withdraw",
    .access = Access::Admin,
    .owner = Owner::Anyones,
    .rate = Rate::Money,
    .summary = "Take back a bank file that another admin has opened, with the bank's reference that it is not paid",
    .permission = Permission::ManagePayouts};

inline constexpr Endpoint<EnterBankAnswer, BankAnswer> enterBankAnswer{
    .method = Method::Post,
    .path = "/api/v1/admin/payout-batches/answer",
    .access = Access::Admin,
    .owner = Owner::Nobodys,
    .rate = Rate::Money,
    .summary = "Enter the bank's answer, row by row: paid, failed or returned",
    .permission = Permission::ManagePayouts,
    .heavy = true};

inline constexpr auto payoutBatches =
    std::tuple{listBankLayouts,   listPayoutBatches,   makePayoutBatch, openPayoutBatch,
               cancelPayoutBatch, withdrawPayoutBatch, enterBankAnswer};

} // namespace api
