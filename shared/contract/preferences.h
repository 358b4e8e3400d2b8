#pragma once

// On which channels somebody wants to hear of news, and in which language. The last phase of the profile's wizard
// (AUTH-30): a profile is complete once they were saved. What has to reach people is sent all the same (NOTIF-17).

#include "shared/base/endpoint.h"
#include "shared/base/values.h"

// Before they are saved they are those of PutPreferences, without a time. The language is the account's.
struct Preferences
{
    bool email = true;
    bool sms = true;
    bool push = true;
    bool whatsapp = false;
    bool inApp = true;
    QString language;
    std::optional<Instant> savedAt;

    FIELDS(Preferences, FIELD(email), FIELD(sms), FIELD(push), FIELD(whatsapp), FIELD(inApp), FIELD(language),
           FIELD(savedAt))
};

struct PutPreferences
{
    bool email = true;
    bool sms = true;
    bool push = true;
    bool whatsapp = false;           // costs the market money and belongs to another company, so it is asked for
    bool inApp = true;               // off: news stands in the inbox, but nothing rings
    std::optional<QString> language; // what is left out stays

    FIELDS(PutPreferences, FIELD(email, .label = QT_TRANSLATE_NOOP("fields", "By e-mail")),
           FIELD(sms, .label = QT_TRANSLATE_NOOP("fields", "By text message")),
           FIELD(push, .label = QT_TRANSLATE_NOOP("fields", "On the phone's screen")),
           FIELD(whatsapp, .label = QT_TRANSLATE_NOOP("fields", "By WhatsApp")),
           FIELD(inApp, .label = QT_TRANSLATE_NOOP("fields", "While I am signed in")),
           FIELD(language, .label = QT_TRANSLATE_NOOP("fields", "Language"), .lengthMin = 2, .lengthMax = 5,
                 .pattern = "[a-z]{2}(-[A-Z]{2})?"))
};

namespace api {

inline constexpr Endpoint<Nothing, Preferences> readPreferences{.method = Method::Get,
                                                                .path = "/api/v1/users/me/preferences",
                                                                .access = Access::Onboarding,
                                                                .owner = Owner::Nobodys,
                                                                .rate = Rate::Account,
                                                                .summary = "How the signed-in account hears of news"};

inline constexpr Endpoint<PutPreferences, Preferences> savePreferences{
    .method = Method::Put,
    .path = "/api/v1/users/me/preferences",
    .access = Access::Onboarding,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "Choose the channels of news and its language; the last step of a complete profile"};

inline constexpr auto preferences = std::tuple{readPreferences, savePreferences};

} // namespace api
