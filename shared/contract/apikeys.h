#pragma once

// Keys with which other programs pull reports (REP-06, CADM-18). A key is shown once; afterwards only its beginning is
// known, and the server keeps nothing but its hash.

#include "shared/base/endpoint.h"
#include "shared/base/values.h"
#include "shared/contract/reports.h"

struct ApiKey
{
    Id<ApiKey> id;
    QString name;
    QString prefix; // "kbk_3fA9c1": enough to recognise it
    QList<ReportName> scopes;
    QString createdBy;
    Instant createdAt;
    std::optional<Instant> expiresAt;
    std::optional<Instant> revokedAt;
    std::optional<Instant> lastUsedAt; // to the minute
    qint64 calls = 0;

    FIELDS(ApiKey, FIELD(id), FIELD(name, .label = QT_TRANSLATE_NOOP("fields", "Name")),
           FIELD(prefix, .label = QT_TRANSLATE_NOOP("fields", "Key")),
           FIELD(scopes, .label = QT_TRANSLATE_NOOP("fields", "Reports")), FIELD(createdBy),
           FIELD(createdAt, .label = QT_TRANSLATE_NOOP("fields", "Created")),
           FIELD(expiresAt, .label = QT_TRANSLATE_NOOP("fields", "Expires")), FIELD(revokedAt),
           FIELD(lastUsedAt, .label = QT_TRANSLATE_NOOP("fields", "Last used")),
           FIELD(calls, .label = QT_TRANSLATE_NOOP("fields", "Calls")))
};

struct CreateApiKey
{
    QString name;
    QList<ReportName> scopes;
    std::optional<int> days; // until it expires; for ever when absent

    FIELDS(CreateApiKey, FIELD(name, .label = QT_TRANSLATE_NOOP("fields", "Name"), .lengthMin = 1, .lengthMax = 100),
           FIELD(scopes, .label = QT_TRANSLATE_NOOP("fields", "Reports"), .countMin = 1, .countMax = 50),
           FIELD(days, .label = QT_TRANSLATE_NOOP("fields", "Days until it expires"), .min = 1, .max = 3650))
};

struct NewApiKey
{
    ApiKey key;
    QString secret; // "kbk_…", never to be seen again

    FIELDS(NewApiKey, FIELD(key), FIELD(secret))
};

// Keys were made or revoked; every node takes them over anew.
struct ApiKeysChanged
{
    static constexpr auto topic = "auth.api_keys_changed";

    Id<ApiKey> keyId;

    FIELDS(ApiKeysChanged, FIELD(keyId))
};

namespace api {

inline constexpr Endpoint<Nothing, QList<ApiKey>> listApiKeys{.method = Method::Get,
                                                              .path = "/api/v1/admin/api-keys",
                                                              .access = Access::Admin,
                                                              .owner = Owner::Nobodys,
                                                              .rate = Rate::Account,
                                                              .summary = "The keys of other programs, newest first",
                                                              .permission = Permission::ManageSettings,
                                                              .most = 1000};

inline constexpr Endpoint<CreateApiKey, NewApiKey> createApiKey{.method = Method::Post,
                                                                .path = "/api/v1/admin/api-keys",
                                                                .access = Access::Admin,
                                                                .owner = Owner::Nobodys,
                                                                .rate = Rate::Account,
                                                                .summary = "Make a key; it is shown this once",
                                                                .permission = Permission::ManageSettings,
                                                                .status = 201};

inline constexpr Endpoint<Nothing, ApiKey, Id<ApiKey>> revokeApiKey{.method = Method::Post,
                                                                    .path = "/api/v1/admin/api-keys/{id}/revoke",
                                                                    .access = Access::Admin,
                                                                    .owner = Owner::Anyones,
                                                                    .rate = Rate::Account,
                                                                    .summary = "End a key at once",
                                                                    .permission = Permission::ManageSettings};

inline constexpr auto apiKeys = std::tuple{listApiKeys, createApiKey, revokeApiKey};

} // namespace api
