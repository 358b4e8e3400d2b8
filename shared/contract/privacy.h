#pragma once

// What people may ask of the market about themselves: a copy of everything, and to be forgotten (PRIV-01 to PRIV-03).

#include "shared/base/endpoint.h"
#include "shared/base/values.h"

struct Account;

NAMED_ENUM(CopyState, Waiting, Ready, Failed)

// A copy of everything that is kept about somebody. Its link opens for the owner alone, in a session of his own.
struct PersonalCopy
{
    Id<PersonalCopy> id;
    CopyState state = CopyState::Waiting;
    Instant requestedAt;
    std::optional<Instant> finishedAt;
    std::optional<qint64> fileSize;
    Instant expiresAt;          // then it is removed, with its file
    std::optional<QString> url; // while there is a file; ends after some minutes

    FIELDS(PersonalCopy, FIELD(id), FIELD(state), FIELD(requestedAt), FIELD(finishedAt), FIELD(fileSize),
           FIELD(expiresAt), FIELD(url))
};

struct CopyLink
{
    qint64 expires = 0; // seconds since the epoch
    QString signature;

    FIELDS(CopyLink, FIELD(expires, .min = 0), FIELD(signature, .lengthMin = 20, .lengthMax = 100))
};

// Why an account cannot be erased yet (C46).
NAMED_ENUM(ErasureBlocker, OpenOrders, HeldEscrow, Balance, Debt, PendingPayments, PendingPayouts, SellingStore,
           StaffAccount)

// What stays behind, because a law or somebody else's rights ask for it.
NAMED_ENUM(KeptRecord, Orders, Books, Kyc, AuditLog, Conversations, Consents, PayoutAccount)

struct KeptRecords
{
    KeptRecord what = KeptRecord::Orders;
    int years = 0;
    QString basis; // "Companies Act 2013, section 128(5)"

    FIELDS(KeptRecords, FIELD(what), FIELD(years), FIELD(basis))
};

struct ErasureOutlook
{
    QList<ErasureBlocker> blockers; // nothing: it can be erased now
    QList<KeptRecords> kept;

    FIELDS(ErasureOutlook, FIELD(blockers), FIELD(kept))
};

struct Erased
{
    Instant at;
    QList<KeptRecords> kept;

    FIELDS(Erased, FIELD(at), FIELD(kept))
};

// A column of the database that says something about a person.
struct PersonalColumn
{
    QString table;
    QString column;
    QString purpose;
    QString kept;    // for how long
    QString erasure; // what erasing the account does to it

    FIELDS(PersonalColumn, FIELD(table), FIELD(column), FIELD(purpose), FIELD(kept), FIELD(erasure))
};

// The copy is there.
struct CopyReady
{
    static constexpr auto topic = "privacy.copy_ready";

    Id<Account> accountId;
    Id<PersonalCopy> copyId;
    Instant expiresAt;

    FIELDS(CopyReady, FIELD(accountId), FIELD(copyId), FIELD(expiresAt))
};

// The last that is said to somebody who is nobody any more. Delivered outbox rows are removed.
struct AccountErased
{
    static constexpr auto topic = "privacy.account_erased";

    Id<Account> accountId;
    QString username;
    QString email;
    QString language;

    FIELDS(AccountErased, FIELD(accountId), FIELD(username), FIELD(email), FIELD(language))
};

namespace api {

inline constexpr int personalColumnsMax = 500;

inline constexpr Endpoint<Nothing, PersonalCopy> requestCopy{
    .method = Method::Post,
    .path = "/api/v1/users/me/export",
    .access = Access::Onboarding,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "Begin to make a copy of everything that is kept about oneself; one at a time",
    .repeat = Repeat::Keyed,
    .status = 202};

inline constexpr Endpoint<Nothing, QList<PersonalCopy>> listCopies{
    .method = Method::Get,
    .path = "/api/v1/users/me/exports",
    .access = Access::Onboarding,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "The own copies, newest first, each with its link while it is there",
    .most = 20};

inline constexpr Endpoint<CopyLink, FileBody, Id<PersonalCopy>> downloadCopy{
    .method = Method::Get,
    .path = "/api/v1/users/me/exports/{id}/file",
    .access = Access::Onboarding,
    .owner = Owner::Callers,
    .rate = Rate::Account,
    .summary = "The copy as a ZIP file, by its own signed link",
    .heavy = true};

inline constexpr Endpoint<Nothing, ErasureOutlook> readErasure{
    .method = Method::Get,
    .path = "/api/v1/users/me/erase",
    .access = Access::Onboarding,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "What keeps the own account from being erased, and what would stay behind"};

inline constexpr Endpoint<Nothing, QList<PersonalColumn>> listPersonalColumns{
    .method = Method::Get,
    .path = "/api/v1/admin/privacy/inventory",
    .access = Access::Admin,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "What is kept about people, why, for how long and what erasing an account does to it",
    .permission = Permission::ReadAudit,
    .most = personalColumnsMax};

inline constexpr Endpoint<Nothing, Erased> eraseMe{
    .method = Method::Post,
    .path = "/api/v1/users/me/erase",
    .access = Access::Onboarding,
    .owner = Owner::Nobodys,
    .rate = Rate::Auth,
    .summary = "Erase the own account for good; refused with the reasons while something is open"};

inline constexpr auto privacy =
    std::tuple{requestCopy, listCopies, downloadCopy, readErasure, listPersonalColumns, eraseMe};

} // namespace api
