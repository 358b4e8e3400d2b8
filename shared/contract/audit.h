#pragma once

// Who did what (AUD-01…03).

#include "shared/base/endpoint.h"
#include "shared/base/page.h"
#include "shared/contract/accounts.h"

struct AuditEntry
{
    Id<AuditEntry> id;
    std::optional<Id<Account>> actorId;
    std::optional<QString> actorName;
    QString actorRole;
    QString action;     // "kyc.approved"
    QString objectType; // "kyc_submission"
    QString objectId;
    Json details; // {"old":…,"new":…}
    QString ip;
    QString requestId;
    Instant createdAt;

    FIELDS(AuditEntry, FIELD(id), FIELD(actorId), FIELD(actorName, .label = QT_TRANSLATE_NOOP("fields", "Who")),
           FIELD(actorRole, .label = QT_TRANSLATE_NOOP("fields", "Role")),
           FIELD(action, .label = QT_TRANSLATE_NOOP("fields", "Action")),
           FIELD(objectType, .label = QT_TRANSLATE_NOOP("fields", "Object")),
           FIELD(objectId, .label = QT_TRANSLATE_NOOP("fields", "Number of the object")),
           FIELD(details, .lengthMax = 16384), FIELD(ip, .label = QT_TRANSLATE_NOOP("fields", "Network address")),
           FIELD(requestId, .label = QT_TRANSLATE_NOOP("fields", "Request")),
           FIELD(createdAt, .label = QT_TRANSLATE_NOOP("fields", "When")))
};

struct ListAudit
{
    int limit = pageLimitDefault;
    std::optional<QString> cursor;
    std::optional<QString> action; // "kyc.approved", or "kyc." for all that begin so
    std::optional<Id<Account>> actor;
    std::optional<QString> objectType;
    std::optional<QString> objectId;
    std::optional<Instant> from;
    std::optional<Instant> to;

    FIELDS(ListAudit, PAGE_FIELDS, FIELD(action, .lengthMax = 100), FIELD(actor), FIELD(objectType, .lengthMax = 100),
           FIELD(objectId, .lengthMax = 100), FIELD(from), FIELD(to))
};

namespace api {

inline constexpr Endpoint<ListAudit, Page<AuditEntry>> listAudit{.method = Method::Get,
                                                                 .path = "/api/v1/admin/audit-logs",
                                                                 .access = Access::Admin,
                                                                 .owner = Owner::Nobodys,
                                                                 .rate = Rate::Account,
                                                                 .summary = "The audit log, newest first",
                                                                 .permission = Permission::ReadAudit,
                                                                 .aliases = "/api/v1/owner/audit-logs"};

inline constexpr auto audit = std::tuple{listAudit};

} // namespace api
