#pragma once

// SQL of the payouts.

#include "server/core/db.h"
#include "shared/contract/payoutaccounts.h"
#include "shared/contract/payoutbatches.h"

#include <QHash>
#include <QSet>

struct KycSubmission;

namespace payouts {

struct PayoutRow
{
    Id<Payout> id;
    QString payoutNumber;
    Id<Vendor> vendorId;
    Id<Account> vendorAccountId;
    QString region;
    QString storeName;
    Money amount;
    Money corrections = {};
    Money withheld = {};
    qint64 ordersCount = 0;
    Id<KycSubmission> kycSubmissionId; // whose bank account it is
    sql::Blob bankAccountSealed;
    QString bankAccountMasked;
    QString bankIfsc;
    QString bankAccountHolder;
    PayoutStatus status = PayoutStatus::Requested;
    std::optional<QString> firstApprovedBy = {};
    std::optional<Id<Account>> firstApprovedById = {};
    std::optional<Instant> firstApprovedAt = {};
    std::optional<Id<PayoutBatch>> batchId = {};
    std::optional<QString> batchNumber = {};
    std::optional<QString> transactionReference = {};
    std::optional<PayoutFailure> failureCode = {};
    std::optional<QString> failureReason = {};
    std::optional<QString> processedBy = {};
    std::optional<Id<Account>> processedById = {};
    Instant requestedAt = {};
    std::optional<Instant> approvedAt = {};
    std::optional<Instant> processedAt = {};
    std::optional<Instant> returnedAt = {};
    std::optional<QString> holderNote = {}; // why it goes to an account of another name

    FIELDS(PayoutRow, FIELD(id), FIELD(payoutNumber), FIELD(vendorId), FIELD(vendorAccountId), FIELD(region),
           FIELD(storeName), FIELD(amount), FIELD(corrections), FIELD(withheld), FIELD(ordersCount),
           FIELD(kycSubmissionId), FIELD(bankAccountSealed), FIELD(bankAccountMasked), FIELD(bankIfsc),
           FIELD(bankAccountHolder), FIELD(status), FIELD(firstApprovedBy), FIELD(firstApprovedById),
           FIELD(firstApprovedAt), FIELD(batchId), FIELD(batchNumber), FIELD(transactionReference), FIELD(failureCode),
           FIELD(failureReason), FIELD(processedBy), FIELD(processedById), FIELD(requestedAt), FIELD(approvedAt),
           FIELD(processedAt), FIELD(returnedAt), FIELD(holderNote))
};

// What somebody decides about a payout.
struct Decision
{
    PayoutStatus status = PayoutStatus::Approved;
    std::optional<QString> reference = {};
    std::optional<PayoutFailure> failure = {};
    std::optional<QString> reason = {};
};

struct BatchRow
{
    Id<PayoutBatch> id;
    QString batchNumber;
    QString layoutName;
    QString layout; // as it was, in JSON
    qint64 payoutsCount = 0;
    Money amount;
    QString fileName;
    QString fileHash;
    PayoutBatchStatus status = PayoutBatchStatus::Open;
    QString createdBy;
    Id<Account> createdById;
    Instant createdAt;
    std::optional<Instant> openedAt = {}; // the first time
    std::optional<Instant> cancelledAt = {};
    std::optional<QString> withdrawnReference = {}; // the bank's, of an opened one

    FIELDS(BatchRow, FIELD(id), FIELD(batchNumber), FIELD(layoutName), FIELD(layout), FIELD(payoutsCount),
           FIELD(amount), FIELD(fileName), FIELD(fileHash), FIELD(status), FIELD(createdBy), FIELD(createdById),
           FIELD(createdAt), FIELD(openedAt), FIELD(cancelledAt), FIELD(withdrawnReference))
};

// An order in a payout.
struct Share
{
    Id<Payout> payoutId;
    Id<Order> orderId;
    QString orderNumber;
    Money gross;
    Money commission;
    Money net;
    Instant settledAt;
    bool isCurrent = true;

    FIELDS(Share, FIELD(payoutId), FIELD(orderId), FIELD(orderNumber), FIELD(gross), FIELD(commission), FIELD(net),
           FIELD(settledAt), FIELD(isCurrent))
};

// What the orders of a payout come to.
struct ShareSum
{
    Id<Payout> payoutId;
    Money net;
    qint64 orders = 0;
    qint64 current = 0; // of them

    FIELDS(ShareSum, FIELD(payoutId), FIELD(net), FIELD(orders), FIELD(current))
};

struct Scope
{
    std::optional<Id<Vendor>> vendor = {}; // empty: every store's
};

// A store's account at the provider that pays it.
struct AccountRow
{
    Id<Vendor> vendorId;
    PayoutProvider provider = PayoutProvider::StripeConnect;
    QString accountRef;
    PayoutAccountStatus status = PayoutAccountStatus::Pending;
    std::optional<Instant> askAt = {};
    Instant openedAt;
    Instant createdAt;
    Instant updatedAt;
    qint64 told = 0;                    // how often the provider has told something about it
    std::optional<QString> holder = {}; // whose it is, when the provider has said so

    FIELDS(AccountRow, FIELD(vendorId), FIELD(provider), FIELD(accountRef), FIELD(status), FIELD(askAt),
           FIELD(openedAt), FIELD(createdAt), FIELD(updatedAt), FIELD(told), FIELD(holder))
};

struct TransferRow
{
    Id<Payout> payoutId;
    PayoutProvider provider = PayoutProvider::StripeConnect;
    TransferStatus status = TransferStatus::Wanted;
    QString accountRef;
    std::optional<QString> transferRef = {};
    qint64 tries = 0;
    std::optional<QString> problem = {}; // of the last try
    Instant createdAt;
    Instant updatedAt;
    std::optional<Instant> nextTryAt;
    qint64 told = 0;     // how often the provider has told something about it
    qint64 refusals = 0; // how often it has said no for now, and made nothing

    FIELDS(TransferRow, FIELD(payoutId), FIELD(provider), FIELD(status), FIELD(accountRef), FIELD(transferRef),
           FIELD(tries), FIELD(problem), FIELD(createdAt), FIELD(updatedAt), FIELD(nextTryAt), FIELD(told),
           FIELD(refusals))
};

struct TransferEnd
{
    TransferStatus status = TransferStatus::Paid;
    std::optional<QString> transferRef = {};
    std::optional<QString> problem = {};
};

class Store
{
public:
    // False when the payout's number is taken.
    bool insertNew(Tx &tx, const PayoutRow &row);
    void insert(Tx &tx, const Share &share);
    std::optional<PayoutRow> find(Tx &tx, Id<Payout> id);
    QList<Payout> list(Tx &tx, const Scope &scope, const ListPayouts &wish, const std::optional<Id<Payout>> &before,
                       int limit);
    QList<Payout> ofVendor(Tx &tx, Id<Vendor> vendor, int limit); // newest first
    QList<Payout> named(Tx &tx, const QList<Id<Payout>> &ids);
    QList<Share> shares(Tx &tx, Id<Payout> id, int limit);
    Money paidOut(Tx &tx, Id<Vendor> vendor);
    // Through whom an approved one goes: what has no transfer that was or may be made goes by the bank.
    PayoutProvider providerOf(Tx &tx, Id<Payout> id);

    QList<PayoutRow> after(Tx &tx, Id<Payout> id, int limit);
    void reseal(Tx &tx, Id<Payout> id, const QByteArray &number);

    // Writes what may change of a payout; false when it has not the seen status any more.
    bool change(Tx &tx, PayoutStatus seen, const PayoutRow &next);
    void dismissShares(Tx &tx, Id<Payout> id);
    // False when it is decided.
    bool noteHolder(Tx &tx, Id<Payout> id, const QString &note);
    std::optional<PayoutRow> numbered(Tx &tx, const QString &payoutNumber);
    // False when another payout has it.
    bool takeReference(Tx &tx, const QString &reference);
    // The first of two approvals; false when somebody has given it meanwhile.
    bool approveFirst(Tx &tx, const PayoutRow &next);

    // Bank files.
    bool insertNew(Tx &tx, const BatchRow &batch);
    void addItem(Tx &tx, Id<PayoutBatch> batch, Id<Payout> payout);
    std::optional<BatchRow> batch(Tx &tx, Id<PayoutBatch> id);
    QList<PayoutBatch> batches(Tx &tx, const std::optional<Id<PayoutBatch>> &before, int limit);
    QList<PayoutRow> inBatch(Tx &tx, Id<PayoutBatch> id); // by their numbers
    // False when the payout is not approved any more, or stands in another file.
    bool putIntoBatch(Tx &tx, const BatchRow &batch, Id<Payout> payout);
    // From then on it may lie with the bank.
    void noteOpened(Tx &tx, Id<PayoutBatch> id, Id<Account> admin);
    bool hasOpened(Tx &tx, Id<PayoutBatch> id, Id<Account> admin);
    // False when it was opened or is cancelled already, or something of it has left or failed at the bank.
    bool cancelBatch(Tx &tx, Id<PayoutBatch> id, Instant now);
    // The same for one that was opened.
    bool withdrawBatch(Tx &tx, Id<PayoutBatch> id, const QString &reference, Instant now);
    void emptyBatch(Tx &tx, Id<PayoutBatch> id);

    // Accounts at the provider. False when the store has one already.
    std::optional<AccountRow> account(Tx &tx, Id<Vendor> vendor);
    bool insertNew(Tx &tx, const AccountRow &row);
    QList<AccountRow> accountsToAsk(Tx &tx, Instant now, const AccountRow &last, int limit); // behind that one
    void opened(Tx &tx, Id<Vendor> vendor, Instant now, Instant askAt);
    // When it is asked about next is written only while nothing was told since it was seen.
    void noteAccount(Tx &tx, const AccountRow &seen, PayoutAccountStatus status, const std::optional<Instant> &askAt);
    void noteHolder(Tx &tx, Id<Vendor> vendor, const QString &holder);
    void askAgainAt(Tx &tx, const AccountRow &seen, Instant askAt);
    void askAccount(Tx &tx, const QString &accountRef);

    // Transfers to them.
    void insert(Tx &tx, const TransferRow &row);
    std::optional<TransferRow> transfer(Tx &tx, Id<Payout> payout);
    QList<PayoutTransfer> transfersOf(Tx &tx, Id<Payout> payout);
    bool isUnderWay(Tx &tx, Id<Payout> payout);
    bool isSent(Tx &tx, Id<Payout> payout); // and was paid
    bool hasTransfersUnderWay(Tx &tx);
    // False when it may have been sent.
    bool cancelTransfer(Tx &tx, Id<Payout> payout);
    QList<TransferRow> transfersDue(Tx &tx, Instant now, const TransferRow &last, int limit); // behind that one
    // Until then it is this caller's; false when somebody else was faster.
    bool claim(Tx &tx, const TransferRow &seen, TransferStatus next, Instant until);
    // The same for one that nobody has touched since then; whoever may still be sending keeps it.
    bool claimIdle(Tx &tx, Id<Payout> payout, Instant since, Instant until);
    // Both change nothing when something was told since it was seen: then it is asked about at once.
    void putOff(Tx &tx, const TransferRow &seen, const QString &problem, Instant until);
    void leaveAlone(Tx &tx, const TransferRow &seen);
    // Made by the provider although it had ended here.
    bool isLate(Tx &tx, Id<Payout> payout);
    // False when it has not ended unpaid, or is noted already.
    bool noteLate(Tx &tx, Id<Payout> payout, const QString &transferRef, const QString &problem);
    // False when it is not as it was seen any more.
    bool endTransfer(Tx &tx, Id<Payout> payout, TransferStatus seen, const TransferEnd &end);
    void askTransfer(Tx &tx, const QString &transferRef);

    // Rounds of automatic payouts, by days of India. False when the day is done.
    bool beginRound(Tx &tx, qint64 day, Instant now);
    void endRound(Tx &tx, qint64 day, Instant now);

    QSet<QUuid> known(Tx &tx, const QList<QUuid> &ids);
    Money waiting(Tx &tx, Id<Vendor> vendor);
    QHash<QUuid, ShareSum> shareSums(Tx &tx, const QList<QUuid> &payouts);
};

} // namespace payouts
