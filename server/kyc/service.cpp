#include "server/kyc/service.h"

#include "server/accounts/service.h"
#include "server/audit/service.h"
#include "server/auth/service.h"
#include "server/core/cursor.h"
#include "server/core/ids.h"
#include "server/core/permit.h"
#include "server/core/secrets.h"
#include "server/kyc/rules.h"
#include "server/kyc/sealing.h"
#include "server/settings/service.h"
#include "server/storage/service.h"

namespace kyc {

namespace {

constexpr int shownDigits = 4;

QString masked(const QString &number)
{
    return maskedAccount(number.right(shownDigits));
}

KycStatus vendorStatus(SubmissionStatus status)
{
    switch (status) {
    case SubmissionStatus::Pending:
    case SubmissionStatus::MoreInfo: return KycStatus::Pending;
    case SubmissionStatus::Verified: return KycStatus::Approved;
    case SubmissionStatus::Rejected: return KycStatus::Rejected;
    }
    return KycStatus::Pending;
}

std::string_view actionOf(SubmissionStatus status)
{
    switch (status) {
    case SubmissionStatus::Pending: return "kyc.submitted";
    case SubmissionStatus::MoreInfo: return "kyc.more_info_asked";
    case SubmissionStatus::Verified: return "kyc.approved";
    case SubmissionStatus::Rejected: return "kyc.rejected";
    }
    return {};
}

struct RevealDetails
{
    KycNumber number = KycNumber::Pan;
    QString reason;

    FIELDS(RevealDetails, FIELD(number), FIELD(reason))
};

struct DecisionDetails
{
    SubmissionStatus status = SubmissionStatus::Verified;
    std::optional<QString> reason;

    FIELDS(DecisionDetails, FIELD(status), FIELD(reason))
};

// What a machine found wrong is approved only by somebody who says why.
Result<> checkNote(const QList<KycCheck> &checks, SubmissionStatus status, const std::optional<QString> &note)
{
    const bool isSaid = note && !note->trimmed().isEmpty();
    if (status != SubmissionStatus::Verified || isSaid || worst(checks) != CheckOutcome::Failed)
        return {};
    return refusal(QStringLiteral("note"), QStringLiteral("is required over a failed check"));
}

auto waitsAlready()
{
    return failure(ErrorCode::Conflict, QStringLiteral("These documents cannot be handed in now."));
}

} // namespace

std::optional<BankAccount> Service::verifiedBankOf(Tx &tx, Id<Vendor> vendor)
{
    const auto row = m_store.verified(tx, vendor);
    if (!row)
        return std::nullopt;
    return BankAccount{row->bankSealed.toLatin1(), row->bankIfsc, row->bankHolder, maskedAccount(row->bankLastFour),
                       row->id};
}

QString Service::numberOf(const BankAccount &account) const
{
    return open(m_secrets, account.sealed, bankColumn, account.submissionId);
}

KycSubmission Service::shown(Tx &tx, const SubmissionRow &row, const Caller &reader)
{
    KycSubmission out{.id = row.id,
                      .vendorId = row.vendorId,
                      .status = row.status,
                      .attempt = row.attempt,
                      .panMasked = masked(open(m_secrets, row.panSealed.toLatin1(), "pan", row.id)),
                      .gstinMasked = masked(open(m_secrets, row.gstinSealed.toLatin1(), "gstin", row.id)),
                      .bankAccountMasked = maskedAccount(row.bankLastFour),
                      .bankIfsc = row.bankIfsc,
                      .bankAccountHolder = row.bankHolder,
                      .documents = {},
                      .checks = row.checks,
                      .submittedAt = row.submittedAt,
                      .decidedAt = row.decidedAt,
                      .decidedBy = row.decidedBy,
                      .reason = row.reason};
    const auto add = [&](KycDocumentKind kind, Id<StoredFile> file) {
        if (const auto described = m_storage.describe(tx, file, reader.id))
            out.documents += KycDocument{kind, *described};
    };
    add(KycDocumentKind::Pan, row.panFileId);
    add(KycDocumentKind::Gstin, row.gstinFileId);
    if (row.chequeFileId)
        add(KycDocumentKind::Cheque, *row.chequeFileId);
    return out;
}

QList<KycSubmission> Service::shownAll(Tx &tx, const QList<SubmissionRow> &rows, const Caller &reader)
{
    QList<KycSubmission> out;
    for (const SubmissionRow &row : rows)
        out += shown(tx, row, reader);
    return out;
}

Result<VendorKyc> Service::readKyc(const Caller &caller)
{
    LET(vendor, storeOf(caller));
    return m_db.read([&](Tx &tx) -> Result<VendorKyc> {
        VendorKyc out{.current = {}, .earlier = shownAll(tx, m_store.ofVendor(tx, vendor), caller)};
        if (!out.earlier.isEmpty())
            out.current = out.earlier.takeFirst();
        if (out.current)
            hideFromVendor(*out.current);
        for (KycSubmission &submission : out.earlier)
            hideFromVendor(submission);
        return out;
    });
}

// Which other vendors were found, what was noted on an approval and which admin decided stays in the house.
void Service::hideFromVendor(KycSubmission &submission)
{
    submission.checks.clear();
    if (submission.status == SubmissionStatus::Verified) {
        submission.reason.reset();
        submission.decidedBy.reset();
    } else if (submission.decidedBy) {
        submission.decidedBy = accounts::marketName();
    }
}

// The numbers, the files and the checks of a submission that is not stored yet.
Result<SubmissionRow> Service::prepared(Tx &tx, const Vendor &vendor, const SubmitKyc &wish)
{
    MUST(m_storage.claim(tx, wish.panFileId, vendor.accountId, FilePurpose::Kyc));
    MUST(m_storage.claim(tx, wish.gstinFileId, vendor.accountId, FilePurpose::Kyc));
    if (wish.chequeFileId)
        MUST(m_storage.claim(tx, *wish.chequeFileId, vendor.accountId, FilePurpose::Kyc));
    return drafted(tx, vendor, wish, m_ids.next<KycSubmission>());
}

SubmissionRow Service::drafted(Tx &tx, const Vendor &vendor, const SubmitKyc &wish, Id<KycSubmission> id)
{
    const QStringList pans = panMarks(m_secrets, wish.pan);
    const QStringList banks = bankMarks(m_secrets, wish.bankIfsc, wish.bankAccountNumber);
    const Context context{.ownerName = vendor.ownerName.value_or(QString()),
                          .storeName = vendor.storeName,
                          .region = vendor.region.value_or(QString()),
                          .panElsewhere = m_store.vendorsWithPan(tx, pans, vendor.id),
                          .bankElsewhere = m_store.vendorsWithBank(tx, banks, vendor.id),
                          .kmFromPincode = kmFromPincode(vendor)};
    const auto earlier = m_store.ofVendor(tx, vendor.id);
    return {.id = id,
            .vendorId = vendor.id,
            .accountId = vendor.accountId,
            .region = vendor.region,
            .storeName = vendor.storeName,
            .city = vendor.city,
            .attempt = earlier.isEmpty() ? 1 : earlier.constFirst().attempt + 1,
            .panSealed = seal(m_secrets, wish.pan, "pan", id),
            .panIndex = pans.constFirst(),
            .gstinSealed = seal(m_secrets, wish.gstin, "gstin", id),
            .bankSealed = seal(m_secrets, wish.bankAccountNumber, "bank", id),
            .bankIndex = banks.constFirst(),
            .bankLastFour = wish.bankAccountNumber.right(shownDigits),
            .bankIfsc = wish.bankIfsc,
            .bankHolder = wish.bankAccountHolder,
            .panFileId = wish.panFileId,
            .gstinFileId = wish.gstinFileId,
            .chequeFileId = wish.chequeFileId,
            .checks = checks(wish, context),
            .submittedAt = tx.now()};
}

Result<> Service::adopt(Tx &tx, const PastSubmission &past)
{
    if (!isGstin(past.documents.gstin))
        return refusal(QStringLiteral("gstin"), QStringLiteral("has a wrong check digit"));
    const auto vendor = m_accounts.vendor(tx, past.vendorId);
    if (!vendor)
        return notFound(QLatin1StringView("vendor"));
    MUST(checkStore(*vendor));
    for (const auto &file : {std::optional(past.documents.panFileId), std::optional(past.documents.gstinFileId),
                             past.documents.chequeFileId}) {
        const auto stored = file ? m_storage.describe(tx, *file) : std::nullopt;
        if (file && (!stored || stored->purpose != FilePurpose::Kyc))
            return notFound(QLatin1StringView("file"));
    }
    const bool isDecided = past.status != SubmissionStatus::Pending;
    if (isDecided != past.decidedAt.has_value() || (isDecided && *past.decidedAt < past.submittedAt))
        return refusal(QStringLiteral("decided_at"), QStringLiteral("does not fit the status"));

    SubmissionRow row = drafted(tx, *vendor, past.documents, past.id);
    row.status = past.status;
    row.submittedAt = past.submittedAt;
    row.decidedAt = past.decidedAt;
    row.decidedById = past.decidedById;
    row.decidedBy = past.decidedBy;
    row.reason = past.reason;
    if (!m_store.insert(tx, row))
        return waitsAlready();
    const bool isToldWhy = past.status == SubmissionStatus::Rejected || past.status == SubmissionStatus::MoreInfo;
    return m_accounts.noteKycStatus(tx, past.vendorId, vendorStatus(past.status),
                                    isToldWhy ? past.reason : std::nullopt);
}

Result<KycSubmission> Service::submitKyc(const Caller &caller, const SubmitKyc &wish)
{
    LET(vendorId, storeOf(caller));
    if (!isGstin(wish.gstin))
        return refusal(QStringLiteral("gstin"), QStringLiteral("has a wrong check digit"));

    return m_db.write(caller, [&](Tx &tx) -> Result<KycSubmission> {
        const auto vendor = m_accounts.vendor(tx, vendorId);
        if (!vendor)
            return notFound(QLatin1StringView("vendor"));
        MUST(checkStore(*vendor));
        if (vendor->kycStatus == KycStatus::Approved)
            return waitsAlready();
        LET(row, prepared(tx, *vendor, wish));
        // One that waits already keeps this one out, by the unique index.
        if (!m_store.insert(tx, row))
            return waitsAlready();
        MUST(m_accounts.setKycStatus(tx, vendorId, KycStatus::Pending, std::nullopt));
        m_audit.record(tx, caller, "kyc.submitted", "kyc_submission", row.id.text());
        tx.publish(KycSubmitted{row.id, vendorId, vendor->storeName});
        KycSubmission out = shown(tx, row, caller);
        hideFromVendor(out);
        return out;
    });
}

Result<Page<KycCase>> Service::listKyc(const Caller &caller, const ListKyc &wish)
{
    MUST(permit(caller, Permission::ReviewKyc));
    LET(after, cursor::idOf<KycSubmission>(wish.cursor));
    const qint64 slaMs = m_settings.whole(settings::Key::KycSlaHours) * hourMs;
    QList<KycCase> cases;
    m_db.read([&](Tx &tx) {
        for (const SubmissionRow &row : m_store.queue(tx, {.status = wish.status,
                                                          .holder = wish.holder,
                                                          .asker = caller.id,
                                                          .now = tx.now(),
                                                          .after = after,
                                                          .limit = wish.limit + 1}))
            cases += KycCase{.id = row.id,
                             .vendorId = row.vendorId,
                             .storeName = row.storeName,
                             .city = row.city,
                             .status = row.status,
                             .attempt = row.attempt,
                             .worstCheck = worst(row.checks),
                             .flag = flag(row.checks),
                             .submittedAt = row.submittedAt,
                             .dueAt = row.submittedAt.after(slaMs),
                             .claim = claimOf(row, tx.now())};
        return true;
    });
    return cursor::pageById(std::move(cases), wish.limit);
}

Result<KycReview> Service::reviewKyc(const Caller &caller, Id<KycSubmission> id)
{
    MUST(permit(caller, Permission::ReviewKyc));
    return m_db.read([&](Tx &tx) -> Result<KycReview> {
        const auto row = m_store.find(tx, id);
        const auto vendor = row ? m_accounts.vendor(tx, row->vendorId) : std::nullopt;
        if (!vendor)
            return notFound(QLatin1StringView("submission"));
        QList<SubmissionRow> earlier = m_store.ofVendor(tx, vendor->id);
        earlier.removeIf([&](const SubmissionRow &other) { return other.attempt >= row->attempt; });
        return KycReview{shown(tx, *row, caller), *vendor, shownAll(tx, earlier, caller), duplicatesOf(tx, *row),
                         claimOf(*row, tx.now())};
    });
}

Result<KycSubmission> Service::approveKyc(const Caller &caller, Id<KycSubmission> id, const ApproveKyc &wish)
{
    return decide(caller, id, SubmissionStatus::Verified, wish.note);
}

Result<KycSubmission> Service::rejectKyc(const Caller &caller, Id<KycSubmission> id, const RefuseKyc &wish)
{
    return decide(caller, id, SubmissionStatus::Rejected, wish.reason);
}

Result<KycSubmission> Service::askMoreKyc(const Caller &caller, Id<KycSubmission> id, const RefuseKyc &wish)
{
    return decide(caller, id, SubmissionStatus::MoreInfo, wish.reason);
}

// A stolen session does not buy numbers: who asks has to show first that it is still him.
Result<RevealedKyc> Service::revealKyc(const Caller &caller, Id<KycSubmission> id, const RevealKyc &wish)
{
    MUST(permit(caller, Permission::ReviewKyc));
    return m_db.write(caller, [&](Tx &tx) -> Result<RevealedKyc> {
        MUST(m_auth.requireFresh(tx, caller));
        const auto row = m_store.find(tx, id);
        if (!row)
            return notFound(QLatin1StringView("submission"));
        m_audit.record(tx, caller, "kyc.revealed", "kyc_submission", id.text(),
                       {json::bytes(RevealDetails{wish.number, wish.reason})});
        return RevealedKyc{wish.number, numberIn(*row, wish.number)};
    });
}

QString Service::numberIn(const SubmissionRow &row, KycNumber number) const
{
    switch (number) {
    case KycNumber::Pan: return open(m_secrets, row.panSealed.toLatin1(), "pan", row.id);
    case KycNumber::Gstin: return open(m_secrets, row.gstinSealed.toLatin1(), "gstin", row.id);
    case KycNumber::BankAccount: return open(m_secrets, row.bankSealed.toLatin1(), "bank", row.id);
    }
    return {};
}

Result<KycSubmission> Service::decide(const Caller &caller, Id<KycSubmission> id, SubmissionStatus status,
                                      const std::optional<QString> &reason)
{
    MUST(permit(caller, Permission::ReviewKyc));
    return m_db.write(caller, [&](Tx &tx) -> Result<KycSubmission> {
        if (!m_store.decide(tx, id, {status, caller.id, nameOf(tx, caller), reason, tx.now()}))
            return takenOrDecided(tx, id);
        const auto row = m_store.find(tx, id);
        MUST(checkNote(row->checks, status, reason));
        // A note on an approval is for the file, not for the vendor.
        const auto told = status == SubmissionStatus::Verified ? std::nullopt : reason;
        MUST(m_accounts.setKycStatus(tx, row->vendorId, vendorStatus(status), told));
        m_audit.record(tx, caller, actionOf(status), "kyc_submission", id.text(),
                       {json::bytes(DecisionDetails{status, reason})});
        tx.publish(KycDecided{id, row->vendorId, row->accountId, status, told});
        return shown(tx, *row, caller);
    });
}

} // namespace kyc
