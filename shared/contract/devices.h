#pragma once

// Where news can be pushed to (NOTIF-20): the app of a session, by the token that its platform has given it.

#include "shared/base/endpoint.h"
#include "shared/base/values.h"

constexpr int pushDevicesMax = 20; // of one account

NAMED_ENUM(PushPlatform, Android, Ios, Web)

struct PushDevice
{
    Id<PushDevice> id;
    PushPlatform platform = PushPlatform::Android;
    std::optional<QString> name;
    Instant registeredAt;
    bool isCurrent = false; // of the session that asks

    FIELDS(PushDevice, FIELD(id), FIELD(platform), FIELD(name), FIELD(registeredAt), FIELD(isCurrent))
};

struct RegisterDevice
{
    PushPlatform platform = PushPlatform::Android;
    QString token;
    std::optional<QString> name; // "Asha's phone"

    FIELDS(RegisterDevice, FIELD(platform),
           FIELD(token, .lengthMin = 16, .lengthMax = 1000, .pattern = "[\\x21-\\x7e]+", .secret = true),
           FIELD(name, .lengthMin = 1, .lengthMax = 100))
};

namespace api {

inline constexpr Endpoint<Nothing, QList<PushDevice>> listDevices{.method = Method::Get,
                                                                  .path = "/api/v1/users/me/devices",
                                                                  .access = Access::SignedIn,
                                                                  .owner = Owner::Nobodys,
                                                                  .rate = Rate::Account,
                                                                  .summary =
                                                                      "Where news can be pushed to, newest first",
                                                                  .most = pushDevicesMax};

inline constexpr Endpoint<RegisterDevice, PushDevice> registerDevice{
    .method = Method::Post,
    .path = "/api/v1/users/me/devices",
    .access = Access::SignedIn,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "Let news be pushed to the app of this session, until it ends",
    .status = 201};

inline constexpr Endpoint<Nothing, Nothing, Id<PushDevice>> removeDevice{.method = Method::Delete,
                                                                         .path = "/api/v1/users/me/devices/{id}",
                                                                         .access = Access::SignedIn,
                                                                         .owner = Owner::Callers,
                                                                         .rate = Rate::Account,
                                                                         .summary = "Push no more news to a device"};

inline constexpr auto devices = std::tuple{listDevices, registerDevice, removeDevice};

} // namespace api
