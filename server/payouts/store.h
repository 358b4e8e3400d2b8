#pragma once

// SQL of the payouts.

#include "server/core/db.h"
#include "shared/contract/payouts.h"

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
    qint64 ordersCount = 0;
    Id<KycSubmission> kycSubmissionId; // whose bank account it is
    sql::Blob bankAccountSealed;
    QString bankAccountMasked;
    QString bankIfsc;
    QString bankAccountHolder;
    PayoutStatus status = PayoutStatus::Requested;
    std::optional<QString> transactionReference;
    std::optional<QString> failureCode;
    std::optional<QString> failureReason;
    std::optional<QString> processedBy;
    std::optional<Id<Account>> processedById;
    Instant requestedAt;
    std::optional<Instant> approvedAt;
    std::optional<Instant> processedAt;

    FIELDS(PayoutRow, FIELD(id), FIELD(payoutNumber), FIELD(vendorId), FIELD(vendorAccountId), FIELD(region),
           FIELD(storeName), FIELD(amount), FIELD(ordersCount), FIELD(kycSubmissionId), FIELD(bankAccountSealed),
           FIELD(bankAccountMasked), FIELD(bankIfsc), FIELD(bankAccountHolder), FIELD(status),
           FIELD(transactionReference), FIELD(failureCode), FIELD(failureReason), FIELD(processedBy),
           FIELD(processedById), FIELD(requestedAt), FIELD(approvedAt), FIELD(processedAt))
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

struct Scope
{
    std::optional<Id<Vendor>> vendor = {}; // empty: every store's
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

    QList<PayoutRow> after(Tx &tx, Id<Payout> id, int limit);
    void reseal(Tx &tx, Id<Payout> id, const QByteArray &number);

    // Writes what may change of a payout; false when it has not the seen status any more.
    bool change(Tx &tx, PayoutStatus seen, const PayoutRow &next);
    void dismissShares(Tx &tx, Id<Payout> id);
};

} // namespace payouts
