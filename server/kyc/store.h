#pragma once

#include "server/core/db.h"
#include "server/kyc/onboarding.h"
#include "shared/contract/kyc.h"

namespace kyc {

// What is sealed is base64 text, bound to the row and the column.
struct SubmissionRow
{
    Id<KycSubmission> id;
    Id<Vendor> vendorId;
    Id<Account> accountId;
    std::optional<QString> region;
    QString storeName;
    std::optional<QString> city;
    SubmissionStatus status = SubmissionStatus::Pending;
    int attempt = 1;
    QString panSealed;
    QString panIndex;
    QString gstinSealed;
    QString bankSealed;
    QString bankIndex;
    QString bankLastFour;
    QString bankIfsc;
    QString bankHolder;
    Id<StoredFile> panFileId;
    Id<StoredFile> gstinFileId;
    std::optional<Id<StoredFile>> chequeFileId;
    QList<KycCheck> checks;
    Instant submittedAt;
    std::optional<Instant> decidedAt;
    std::optional<Id<Account>> decidedById;
    std::optional<QString> decidedBy;
    std::optional<QString> reason;
    std::optional<Id<Account>> claimedById;
    std::optional<QString> claimedBy;
    std::optional<Instant> claimedUntil;

    FIELDS(SubmissionRow, FIELD(id), FIELD(vendorId), FIELD(accountId), FIELD(region), FIELD(storeName), FIELD(city),
           FIELD(status), FIELD(attempt), FIELD(panSealed), FIELD(panIndex), FIELD(gstinSealed), FIELD(bankSealed),
           FIELD(bankIndex), FIELD(bankLastFour), FIELD(bankIfsc), FIELD(bankHolder), FIELD(panFileId),
           FIELD(gstinFileId), FIELD(chequeFileId), FIELD(checks), FIELD(submittedAt), FIELD(decidedAt),
           FIELD(decidedById), FIELD(decidedBy), FIELD(reason), FIELD(claimedById), FIELD(claimedBy),
           FIELD(claimedUntil))
};

struct Decision
{
    SubmissionStatus status = SubmissionStatus::Verified;
    Id<Account> by;
    QString byName;
    std::optional<QString> reason;
    Instant at;
};

// What a page of the queue asks for.
struct QueueQuestion
{
    SubmissionStatus status = SubmissionStatus::Pending;
    std::optional<KycHolder> holder;
    Id<Account> asker;
    Instant now;
    std::optional<Id<KycSubmission>> after;
    int limit = 0;
};

// A submission with the same number as another one.
struct SameNumber
{
    Id<Vendor> vendorId;
    QString storeName;
    SubmissionStatus status = SubmissionStatus::Pending;

    FIELDS(SameNumber, FIELD(vendorId), FIELD(storeName), FIELD(status))
};

// The queue as it stands.
struct Waiting
{
    qint64 waiting = 0;
    qint64 overdue = 0;
    std::optional<Instant> oldestAt;

    FIELDS(Waiting, FIELD(waiting), FIELD(overdue), FIELD(oldestAt))
};

class Store
{
public:
    // False when the vendor has a submission that waits already.
    bool insert(Tx &tx, const SubmissionRow &row);
    std::optional<SubmissionRow> find(Tx &tx, Id<KycSubmission> id);
    QList<SubmissionRow> ofVendor(Tx &tx, Id<Vendor> vendor);          // newest first
    QList<SubmissionRow> queue(Tx &tx, const QueueQuestion &question); // oldest first
    QList<SubmissionRow> all(Tx &tx, Id<Vendor> vendor, int limit);    // newest first
    // overdue: handed in at that moment or earlier.
    Waiting waiting(Tx &tx, Instant overdue);
    QList<QueueTime> decidedSince(Tx &tx, Instant time); // the newest of them
    QList<Instant> submittedSince(Tx &tx, Instant time);
    void eraseUnverified(Tx &tx, Id<Vendor> vendor);
    void eraseAll(Tx &tx, Id<Vendor> vendor);
    std::optional<SubmissionRow> verified(Tx &tx, Id<Vendor> vendor);
    // The marks are those of one value under every master.
    int vendorsWithPan(Tx &tx, const QStringList &indexes, Id<Vendor> except);
    int vendorsWithBank(Tx &tx, const QStringList &indexes, Id<Vendor> except);
    // The same by name, each vendor once with its newest submission.
    QList<SameNumber> sharing(Tx &tx, KycNumber number, const QStringList &indexes, Id<Vendor> except);
    QList<SubmissionRow> after(Tx &tx, Id<KycSubmission> id, int limit); // of all, for sealing them anew
    void reseal(Tx &tx, const SubmissionRow &row);
    // Each succeeds only for a submission that still waits and that nobody else holds, so that of two admins one does.
    bool claim(Tx &tx, Id<KycSubmission> id, const KycClaim &claim);
    bool release(Tx &tx, Id<KycSubmission> id, Id<Account> admin);
    bool decide(Tx &tx, Id<KycSubmission> id, const Decision &decision);
};

} // namespace kyc
