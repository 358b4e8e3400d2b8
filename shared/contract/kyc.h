#pragma once

// Know your customer: what a vendor hands in and how an admin decides (VEN-03…07).

#include "shared/base/endpoint.h"
#include "shared/base/page.h"
#include "shared/contract/accounts.h"
#include "shared/contract/storage.h"

struct KycSubmission;

NAMED_ENUM(SubmissionStatus, Pending, MoreInfo, Verified, Rejected)
NAMED_ENUM(KycDocumentKind, Pan, Gstin, Cheque)
NAMED_ENUM(KycNumber, Pan, Gstin, BankAccount)
NAMED_ENUM(CheckOutcome, Passed, Warning, Failed)
NAMED_ENUM(KycCheckKind, GstinCheckDigit, PanInGstin, GstinState, DuplicatePan, DuplicateBank, HolderName, MapDistance)
// Whose cases a list shows: those the asking admin has taken, or those that nobody has.
NAMED_ENUM(KycHolder, Mine, Free)

struct SubmitKyc
{
    QString pan;
    QString gstin;
    QString bankAccountNumber;
    QString bankIfsc;
    QString bankAccountHolder;
    Id<StoredFile> panFileId;
    Id<StoredFile> gstinFileId;
    std::optional<Id<StoredFile>> chequeFileId;

    FIELDS(SubmitKyc,
           FIELD(pan, .label = QT_TRANSLATE_NOOP("fields", "PAN"), .lengthMin = 10, .lengthMax = 10,
                 .pattern = "[A-Z]{5}[0-9]{4}[A-Z]"),
           FIELD(gstin, .label = QT_TRANSLATE_NOOP("fields", "GSTIN"), .lengthMin = 15, .lengthMax = 15,
                 .pattern = "[0-9]{2}[A-Z]{5}[0-9]{4}[A-Z][1-9A-Z]Z[0-9A-Z]"),
           FIELD(bankAccountNumber, .label = QT_TRANSLATE_NOOP("fields", "Account number"), .lengthMin = 6,
                 .lengthMax = 18, .pattern = "[0-9]+", .secret = true),
           FIELD(bankIfsc, .label = QT_TRANSLATE_NOOP("fields", "IFSC"), .lengthMin = 11, .lengthMax = 11,
                 .pattern = "[A-Z]{4}0[A-Z0-9]{6}"),
           FIELD(bankAccountHolder, .label = QT_TRANSLATE_NOOP("fields", "Account holder"), .lengthMin = 2,
                 .lengthMax = 255),
           FIELD(panFileId, .label = QT_TRANSLATE_NOOP("fields", "PAN document")),
           FIELD(gstinFileId, .label = QT_TRANSLATE_NOOP("fields", "GSTIN certificate")),
           FIELD(chequeFileId, .label = QT_TRANSLATE_NOOP("fields", "Cancelled cheque")))
};

struct KycDocument
{
    KycDocumentKind kind = KycDocumentKind::Pan;
    StoredFile file;

    FIELDS(KycDocument, FIELD(kind), FIELD(file))
};

struct KycCheck
{
    KycCheckKind kind = KycCheckKind::GstinCheckDigit;
    CheckOutcome outcome = CheckOutcome::Passed;
    QString text;

    FIELDS(KycCheck, FIELD(kind), FIELD(outcome), FIELD(text))
};

// An admin who looks at a submission. Until then nobody else decides about it.
struct KycClaim
{
    Id<Account> adminId;
    QString adminName;
    Instant until;

    FIELDS(KycClaim, FIELD(adminId), FIELD(adminName), FIELD(until))
};

// Another vendor that handed in the same number.
struct KycDuplicate
{
    KycNumber number = KycNumber::Pan;
    Id<Vendor> vendorId;
    QString storeName;
    SubmissionStatus status = SubmissionStatus::Pending; // of its newest submission with it

    FIELDS(KycDuplicate, FIELD(number), FIELD(vendorId), FIELD(storeName), FIELD(status))
};

// One line of the queue.
struct KycCase
{
    Id<KycSubmission> id;
    Id<Vendor> vendorId;
    QString storeName;
    std::optional<QString> city;
    SubmissionStatus status = SubmissionStatus::Pending;
    int attempt = 1;
    CheckOutcome worstCheck = CheckOutcome::Passed;
    std::optional<QString> flag; // the text of the worst check that did not pass
    Instant submittedAt;
    Instant dueAt; // submittedAt plus the promised time
    std::optional<KycClaim> claim;

    FIELDS(KycCase, FIELD(id), FIELD(vendorId), FIELD(storeName, .label = QT_TRANSLATE_NOOP("fields", "Store")),
           FIELD(city, .label = QT_TRANSLATE_NOOP("fields", "City")),
           FIELD(status, .label = QT_TRANSLATE_NOOP("fields", "Status")),
           FIELD(attempt, .label = QT_TRANSLATE_NOOP("fields", "Attempt")), FIELD(worstCheck), FIELD(flag),
           FIELD(submittedAt, .label = QT_TRANSLATE_NOOP("fields", "Submitted")), FIELD(dueAt), FIELD(claim))
};

struct KycSubmission
{
    Id<KycSubmission> id;
    Id<Vendor> vendorId;
    SubmissionStatus status = SubmissionStatus::Pending;
    int attempt = 1;
    QString panMasked;         // "•••• 939F"; the numbers themselves are only revealed (VEN-05, PRIV-06)
    QString gstinMasked;       // "•••• F1ZV"
    QString bankAccountMasked; // "•••• 6620"
    QString bankIfsc;
    QString bankAccountHolder;
    QList<KycDocument> documents;
    QList<KycCheck> checks;
    Instant submittedAt;
    std::optional<Instant> decidedAt;
    std::optional<QString> decidedBy;
    std::optional<QString> reason;

    FIELDS(KycSubmission, FIELD(id), FIELD(vendorId), FIELD(status), FIELD(attempt), FIELD(panMasked),
           FIELD(gstinMasked), FIELD(bankAccountMasked), FIELD(bankIfsc), FIELD(bankAccountHolder), FIELD(documents),
           FIELD(checks), FIELD(submittedAt), FIELD(decidedAt), FIELD(decidedBy), FIELD(reason))
};

struct KycReview
{
    KycSubmission submission;
    Vendor vendor;
    QList<KycSubmission> earlier; // newest first
    QList<KycDuplicate> duplicates;
    std::optional<KycClaim> claim;

    FIELDS(KycReview, FIELD(submission), FIELD(vendor), FIELD(earlier), FIELD(duplicates), FIELD(claim))
};

struct VendorKyc
{
    std::optional<KycSubmission> current;
    QList<KycSubmission> earlier;

    FIELDS(VendorKyc, FIELD(current), FIELD(earlier))
};

struct ListKyc
{
    int limit = pageLimitDefault;
    std::optional<QString> cursor;
    SubmissionStatus status = SubmissionStatus::Pending;
    std::optional<KycHolder> holder;

    FIELDS(ListKyc, PAGE_FIELDS, FIELD(status, .standard = true), FIELD(holder))
};

struct ApproveKyc
{
    std::optional<QString> note;

    FIELDS(ApproveKyc, FIELD(note, .lengthMax = 2000))
};

struct RefuseKyc
{
    QString reason;

    FIELDS(RefuseKyc, FIELD(reason, .label = QT_TRANSLATE_NOOP("fields", "Reason"), .lengthMin = 5, .lengthMax = 2000))
};

// One number in full, for a reason that is written down, by an admin who has just shown that it is him.
struct RevealKyc
{
    KycNumber number = KycNumber::Pan;
    QString reason;

    FIELDS(RevealKyc, FIELD(number),
           FIELD(reason, .label = QT_TRANSLATE_NOOP("fields", "Reason"), .lengthMin = 5, .lengthMax = 500))
};

struct RevealedKyc
{
    KycNumber number = KycNumber::Pan;
    QString value;

    FIELDS(RevealedKyc, FIELD(number), FIELD(value, .secret = true))
};

struct KycSubmitted
{
    static constexpr auto topic = "kyc.submitted";

    Id<KycSubmission> submissionId;
    Id<Vendor> vendorId;
    QString storeName;

    FIELDS(KycSubmitted, FIELD(submissionId), FIELD(vendorId), FIELD(storeName))
};

// Taken or given back; nobody holds it when the claim is absent.
struct KycClaimed
{
    static constexpr auto topic = "kyc.claimed";

    Id<KycSubmission> submissionId;
    std::optional<KycClaim> claim;

    FIELDS(KycClaimed, FIELD(submissionId), FIELD(claim))
};

struct KycDecided
{
    static constexpr auto topic = "kyc.decided";

    Id<KycSubmission> submissionId;
    Id<Vendor> vendorId;
    Id<Account> accountId;
    SubmissionStatus status = SubmissionStatus::Verified;
    std::optional<QString> reason;

    FIELDS(KycDecided, FIELD(submissionId), FIELD(vendorId), FIELD(accountId), FIELD(status), FIELD(reason))
};

namespace api {

inline constexpr Endpoint<Nothing, VendorKyc> readKyc{.method = Method::Get,
                                                      .path = "/api/v1/vendor/kyc",
                                                      .access = Access::Onboarding,
                                                      .owner = Owner::Nobodys,
                                                      .rate = Rate::Account,
                                                      .summary = "The own KYC submissions (vendors)"};

inline constexpr Endpoint<SubmitKyc, KycSubmission> submitKyc{.method = Method::Post,
                                                              .path = "/api/v1/vendor/kyc",
                                                              .access = Access::Onboarding,
                                                              .owner = Owner::Nobodys,
                                                              .rate = Rate::Account,
                                                              .summary = "Hand in KYC documents (vendors)",
                                                              .status = 201};

inline constexpr Endpoint<ListKyc, Page<KycCase>> listKyc{.method = Method::Get,
                                                          .path = "/api/v1/admin/kyc",
                                                          .access = Access::Admin,
                                                          .owner = Owner::Nobodys,
                                                          .rate = Rate::Account,
                                                          .summary = "KYC queue, oldest first",
                                                          .permission = Permission::ReviewKyc};

inline constexpr Endpoint<Nothing, KycReview, Id<KycSubmission>> reviewKyc{
    .method = Method::Get,
    .path = "/api/v1/admin/kyc/{id}",
    .access = Access::Admin,
    .owner = Owner::Anyones,
    .rate = Rate::Account,
    .summary = "One submission with documents, checks and history",
    .permission = Permission::ReviewKyc};

inline constexpr Endpoint<ApproveKyc, KycSubmission, Id<KycSubmission>> approveKyc{
    .method = Method::Post,
    .path = "/api/v1/admin/kyc/{id}/approve",
    .access = Access::Admin,
    .owner = Owner::Anyones,
    .rate = Rate::Account,
    .summary = "Approve a submission; the vendor may sell",
    .permission = Permission::ReviewKyc};

inline constexpr Endpoint<RefuseKyc, KycSubmission, Id<KycSubmission>> rejectKyc{
    .method = Method::Post,
    .path = "/api/v1/admin/kyc/{id}/reject",
    .access = Access::Admin,
    .owner = Owner::Anyones,
    .rate = Rate::Account,
    .summary = "Reject a submission with a reason",
    .permission = Permission::ReviewKyc};

inline constexpr Endpoint<RefuseKyc, KycSubmission, Id<KycSubmission>> askMoreKyc{
    .method = Method::Post,
    .path = "/api/v1/admin/kyc/{id}/request-info",
    .access = Access::Admin,
    .owner = Owner::Anyones,
    .rate = Rate::Account,
    .summary = "Ask the vendor for more documents",
    .permission = Permission::ReviewKyc};

inline constexpr Endpoint<RevealKyc, RevealedKyc, Id<KycSubmission>> revealKyc{
    .method = Method::Post,
    .path = "/api/v1/admin/kyc/{id}/reveal",
    .access = Access::Admin,
    .owner = Owner::Anyones,
    .rate = Rate::Account,
    .summary = "One number of a submission in full; the reason is recorded",
    .permission = Permission::ReviewKyc};

inline constexpr Endpoint<Nothing, KycClaim, Id<KycSubmission>> claimKyc{
    .method = Method::Post,
    .path = "/api/v1/admin/kyc/{id}/claim",
    .access = Access::Admin,
    .owner = Owner::Anyones,
    .rate = Rate::Account,
    .summary = "Take a submission for a quarter of an hour, so that nobody else decides about it",
    .permission = Permission::ReviewKyc};

inline constexpr Endpoint<Nothing, Nothing, Id<KycSubmission>> releaseKyc{
    .method = Method::Post,
    .path = "/api/v1/admin/kyc/{id}/release",
    .access = Access::Admin,
    .owner = Owner::Anyones,
    .rate = Rate::Account,
    .summary = "Give a taken submission back to the others",
    .permission = Permission::ReviewKyc};

inline constexpr auto kyc = std::tuple{readKyc,   submitKyc,  listKyc,   reviewKyc, approveKyc,
                                       rejectKyc, askMoreKyc, revealKyc, claimKyc,  releaseKyc};

} // namespace api
