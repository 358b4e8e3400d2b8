#pragma once

// What admins may tune while the server runs (SET-01). The keys, bounds and defaults stand in settings/rules.h.

#include "shared/base/endpoint.h"
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

inline constexpr auto settings = std::tuple{listSettings, changeSetting};

} // namespace api
