#pragma once

// The own e-mail address: given by whoever signed up by phone and has none yet (C73), or changed (ACC-03). It counts
// once the code that is mailed there has been shown.

#include "shared/contract/auth.h"

struct StartEmail
{
    QString email;
    std::optional<QString> username; // instead of the one that was made up; only before the first address counts

    FIELDS(StartEmail, FIELD(email, .label = QT_TRANSLATE_NOOP("fields", "E-mail"), .lengthMin = 3, .lengthMax = 254),
           FIELD(username, .label = QT_TRANSLATE_NOOP("fields", "Username"), .lengthMin = 3, .lengthMax = 150,
                 .pattern = "[A-Za-z0-9][A-Za-z0-9_.-]*"))
};

struct ConfirmEmail
{
    Id<OtpChallenge> challengeId;
    QString code;

    FIELDS(ConfirmEmail, FIELD(challengeId),
           FIELD(code, .label = QT_TRANSLATE_NOOP("fields", "One-time code"), .lengthMin = 6, .lengthMax = 6,
                 .pattern = "[0-9]{6}", .secret = true))
};

// Events.

// To the address that is to be shown to work, which is not yet the account's.
struct EmailCodeIssued
{
    static constexpr auto topic = "auth.email_code_issued";

    QString email;
    QString username;
    QString language;
    QString code;

    FIELDS(EmailCodeIssued, FIELD(email), FIELD(username), FIELD(language), FIELD(code, .secret = true))
};

// To the address that was the account's until now: whoever did not do this learns of it there.
struct EmailChanged
{
    static constexpr auto topic = "auth.email_changed";

    QString formerEmail;
    QString username;
    QString language;
    QString shownEmail; // the new one, with its middle hidden

    FIELDS(EmailChanged, FIELD(formerEmail), FIELD(username), FIELD(language), FIELD(shownEmail))
};

namespace api {

inline constexpr Endpoint<StartEmail, OtpChallenge> startEmail{
    .method = Method::Post,
    .path = "/api/v1/users/me/email/code",
    .access = Access::Onboarding,
    .owner = Owner::Nobodys,
    .rate = Rate::Otp,
    .summary = "Send a code to an e-mail address that is to be the own one"};

inline constexpr Endpoint<ConfirmEmail, Account> confirmEmail{
    .method = Method::Post,
    .path = "/api/v1/users/me/email/confirm",
    .access = Access::Onboarding,
    .owner = Owner::Nobodys,
    .rate = Rate::Auth,
    .summary = "Take the e-mail address with its code; a session that waited for one is full after its next refresh"};

inline constexpr auto ownEmail = std::tuple{startEmail, confirmEmail};

} // namespace api
