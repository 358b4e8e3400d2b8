#pragma once

// Know your customer: vendors hand in, admins decide, exactly once. Identity and bank numbers are sealed in the
// database and found again by blind indexes.

#include "server/core/db.h"
#include "server/core/personal.h"
#include "server/kyc/history.h"
#include "server/kyc/store.h"
#include "shared/contract/kyc.h"
#include "shared/contract/onboarding.h"

#include <functional>

class Ids;
class Secrets;

namespace accounts {
class Service;
}
namespace audit {
class Service;
}
namespace auth {
class Service;
}
namespace settings {
class Service;
}
namespace storage {
class Service;
}

namespace kyc {

// Where a vendor's money goes, from the newest verified submission.
struct BankAccount
{
    QByteArray sealed; // the number, opened only by numberOf()
    QString ifsc;
    QString holder;
    QString masked;
    Id<KycSubmission> submissionId;
};

// Who a vendor is to the tax office, from the newest verified submission.
struct TaxIdentity
{
    QString gstin;
    QString pan;
    QString panMasked;
};

// What waits to be decided.
struct Queue
{
    qint64 waiting = 0;
    qint64 oldestWaitMs = 0;
};

class Service
{
public:
    Service(Db &db, const Ids &ids, accounts::Service &accounts, auth::Service &auth, storage::Service &storage,
            audit::Service &audit, settings::Service &settings, const Secrets &secrets)
        : m_db(db)
        , m_ids(ids)
        , m_accounts(accounts)
        , m_auth(auth)
        , m_storage(storage)
        , m_audit(audit)
        , m_settings(settings)
        , m_secrets(secrets)
    {}

    std::optional<BankAccount> verifiedBankOf(Tx &tx, Id<Vendor> vendor);
    // The number in full, for the transfer itself; never sent to anybody.
    QString numberOf(const BankAccount &account) const;

    // The number of a BankAccount that somebody kept, sealed with the current master; nothing when it is so already.
    std::optional<QByteArray> resealedNumber(const QByteArray &sealed, Id<KycSubmission> submission) const;

    // Whether two names are of one holder, as surely as a bank account has to be the store's.
    static bool isSameHolder(const QString &one, const QString &other);

    // In full, for what is filed with the tax office; whoever shows it to people says why.
    std::optional<TaxIdentity> taxIdentityOf(Tx &tx, Id<Vendor> vendor);
    // Whether the check digit of a GSTIN is right, and the state it was given in as ISO 3166-2.
    static bool isTaxNumber(const QString &gstin);
    static QString regionOfTaxNumber(const QString &gstin);
    // The two digits with which the GSTINs of a state begin today, "27" for IN-MH; empty for what is no state.
    static QString stateNumberOf(const QString &region);

    // Seals and marks anew what an older master sealed, at most that many submissions, and says how many those were.
    // Can be cut off and begun again at any time.
    int reseal(int most, const std::function<void(int)> &progress);

    // Numbers show their ends only, as everywhere.
    personal::Parts exportOf(Tx &tx, const Account &account);
    // Forgets what was never verified. The files of what stays, because the law asks for it (rules.h).
    QList<Id<StoredFile>> eraseOf(Tx &tx, Id<Vendor> vendor);
    // Forgets the rest too, once the law lets us. The files of it.
    QList<Id<StoredFile>> erasePapers(Tx &tx, Id<Vendor> vendor);

    // Takes in a submission from another system (history.h), oldest first per vendor.
    Result<> adopt(Tx &tx, const PastSubmission &past);

    // For who watches over the market.
    Queue queue();

    Result<Onboarding> readOnboarding(const Caller &caller);
    Result<VendorKyc> readKyc(const Caller &caller);
    Result<KycSubmission> submitKyc(const Caller &caller, const SubmitKyc &wish);
    Result<Page<KycCase>> listKyc(const Caller &caller, const ListKyc &wish);
    Result<KycReview> reviewKyc(const Caller &caller, Id<KycSubmission> id);
    Result<KycSubmission> approveKyc(const Caller &caller, Id<KycSubmission> id, const ApproveKyc &wish);
    Result<KycSubmission> rejectKyc(const Caller &caller, Id<KycSubmission> id, const RefuseKyc &wish);
    Result<KycSubmission> askMoreKyc(const Caller &caller, Id<KycSubmission> id, const RefuseKyc &wish);
    Result<KycClaim> claimKyc(const Caller &caller, Id<KycSubmission> id);
    Result<> releaseKyc(const Caller &caller, Id<KycSubmission> id);
    Result<RevealedKyc> revealKyc(const Caller &caller, Id<KycSubmission> id, const RevealKyc &wish);

private:
    Result<KycSubmission> decide(const Caller &caller, Id<KycSubmission> id, SubmissionStatus status,
                                 const std::optional<QString> &reason);
    Result<SubmissionRow> prepared(Tx &tx, const Vendor &vendor, const SubmitKyc &wish);
    SubmissionRow drafted(Tx &tx, const Vendor &vendor, const SubmitKyc &wish, Id<KycSubmission> id);
    KycSubmission shown(Tx &tx, const SubmissionRow &row, const Caller &reader);
    QList<KycSubmission> shownAll(Tx &tx, const QList<SubmissionRow> &rows, const Caller &reader);
    QString numberIn(const SubmissionRow &row, KycNumber number) const;
    QString nameOf(Tx &tx, const Caller &admin);
    tl::unexpected<Error> takenOrDecided(Tx &tx, Id<KycSubmission> id);
    QList<KycDuplicate> duplicatesOf(Tx &tx, const SubmissionRow &row);
    std::optional<double> kmFromPincode(const Vendor &vendor) const;
    static void hideFromVendor(KycSubmission &submission);

    Db &m_db;
    const Ids &m_ids;
    accounts::Service &m_accounts;
    auth::Service &m_auth;
    storage::Service &m_storage;
    audit::Service &m_audit;
    settings::Service &m_settings;
    const Secrets &m_secrets;
    Store m_store;
};

} // namespace kyc
