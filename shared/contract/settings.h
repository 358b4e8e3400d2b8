#pragma once

// What admins may tune while the server runs (SET-01). The keys, bounds and defaults stand in settings/rules.h.

#include "shared/base/endpoint.h"
#include "shared/base/page.h"
#include "shared/base/values.h"

NAMED_ENUM(SettingType, Whole, Money, Rate, Truth, Choice)

struct Setting
{
    QString key;
    SettingType type = SettingType::Whole;
    QString value;
    QString standard;
    QString description;
    qint64 min = 0;
    qint64 max = 0;
    QList<QString> choices;
    std::optional<Instant> changedAt;

    FIELDS(Setting, FIELD(key), FIELD(type), FIELD(value), FIELD(standard), FIELD(description), FIELD(min), FIELD(max),
           FIELD(choices), FIELD(changedAt))
};

struct ChangeSetting
{
    QString value;

    FIELDS(ChangeSetting, FIELD(value, .lengthMax = 200))
};

// One of several that change together.
struct WishedSetting
{
    QString key;
    QString value;
    QString before; // as the admin saw it; when somebody else has changed it since, nothing is changed

    FIELDS(WishedSetting, FIELD(key, .lengthMin = 1, .lengthMax = 100), FIELD(value, .lengthMax = 200),
           FIELD(before, .lengthMax = 200))
};

struct ChangeSettings
{
    QList<WishedSetting> changes;

    FIELDS(ChangeSettings, FIELD(changes, .lengthMin = 1, .lengthMax = 100))
};

// What stands in the audit log about a setting.
struct SettingChange
{
    Id<SettingChange> id;
    std::optional<QString> changedBy;
    QString before;
    QString after;
    Instant changedAt;

    FIELDS(SettingChange, FIELD(id), FIELD(changedBy, .label = QT_TRANSLATE_NOOP("fields", "Who")),
           FIELD(before, .label = QT_TRANSLATE_NOOP("fields", "Before")),
           FIELD(after, .label = QT_TRANSLATE_NOOP("fields", "After")),
           FIELD(changedAt, .label = QT_TRANSLATE_NOOP("fields", "When")))
};

struct ListSettingHistory
{
    int limit = pageLimitDefault;
    std::optional<QString> cursor;

    FIELDS(ListSettingHistory, PAGE_FIELDS)
};

struct SettingChanged
{
    static constexpr auto topic = "settings.changed";

    QString key;

    FIELDS(SettingChanged, FIELD(key))
};

namespace api {

inline constexpr Endpoint<Nothing, QList<Setting>> listSettings{.method = Method::Get,
                                                                .path = "/api/v1/admin/settings",
                                                                .access = Access::Admin,
                                                                .owner = Owner::Nobodys,
                                                                .rate = Rate::Account,
                                                                .summary = "All settings",
                                                                .permission = Permission::ManageSettings,
                                                                .most = 500};

inline constexpr Endpoint<ChangeSetting, Setting, QString> changeSetting{.method = Method::Put,
                                                                         .path = "/api/v1/admin/settings/{key}",
                                                                         .access = Access::Admin,
                                                                         .owner = Owner::Anyones,
                                                                         .rate = Rate::Account,
                                                                         .summary =
                                                                             "Change a setting; takes effect at once",
                                                                         .permission = Permission::ManageSettings};

inline constexpr Endpoint<ChangeSettings, QList<Setting>> changeSettings{
    .method = Method::Post,
    .path = "/api/v1/admin/settings/changes",
    .access = Access::Admin,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "Change several settings at once, or none when one of them is refused or has changed meanwhile",
    .permission = Permission::ManageSettings,
    .most = 100};

inline constexpr Endpoint<ListSettingHistory, Page<SettingChange>, QString> listSettingHistory{
    .method = Method::Get,
    .path = "/api/v1/admin/settings/{key}/history",
    .access = Access::Admin,
    .owner = Owner::Anyones,
    .rate = Rate::Account,
    .summary = "Who changed a setting, newest first",
    .permission = Permission::ManageSettings};

inline constexpr auto settings = std::tuple{listSettings, changeSetting, changeSettings, listSettingHistory};

} // namespace api
