#pragma once

// What somebody proves beside the password: that it is still the same person, and an app that shows codes (RFC 6238).

#include "shared/base/endpoint.h"
#include "shared/base/values.h"

// Either of them; a code only by whoever has set up an app.
struct Reauthenticate
{
    std::optional<QString> password;
    std::optional<QString> code; // of the app, or a recovery code

    FIELDS(Reauthenticate,
           FIELD(password, .label = QT_TRANSLATE_NOOP("fields", "Password"), .lengthMin = 1, .lengthMax = 72,
                 .secret = true),
           FIELD(code, .label = QT_TRANSLATE_NOOP("fields", "Code of the app"), .lengthMin = 6, .lengthMax = 24,
                 .secret = true))
};

// Until then this session may do what asks for it.
struct Reauthenticated
{
    Instant until;

    FIELDS(Reauthenticated, FIELD(until))
};

// The details of REAUTHENTICATION_NEEDED: with what.
struct ReauthenticationWish
{
    bool takesPassword = false;
    bool takesCode = false;

    FIELDS(ReauthenticationWish, FIELD(takesPassword), FIELD(takesCode))
};

struct Security
{
    std::optional<Instant> passwordChangedAt; // empty: there is none
    bool mustHaveTotp = false;
    std::optional<Instant> totpSince;
    int recoveryCodesLeft = 0;

    FIELDS(Security, FIELD(passwordChangedAt), FIELD(mustHaveTotp), FIELD(totpSince), FIELD(recoveryCodesLeft))
};

// Shown once. It counts only when a code that the app makes of it has been given.
struct TotpOffer
{
    QString secret; // Base32, to be typed
    QString uri;    // otpauth://…, to be drawn

    FIELDS(TotpOffer, FIELD(secret, .secret = true), FIELD(uri, .secret = true))
};

struct ConfirmTotp
{
    QString code;

    FIELDS(ConfirmTotp, FIELD(code, .label = QT_TRANSLATE_NOOP("fields", "Code of the app"), .lengthMin = 6,
                              .lengthMax = 6, .pattern = "[0-9]{6}", .secret = true))
};

// Each is good once. Shown once: only their hashes are kept.
struct RecoveryCodes
{
    QList<QString> codes;

    FIELDS(RecoveryCodes, FIELD(codes, .secret = true))
};

namespace api {

inline constexpr Endpoint<Reauthenticate, Reauthenticated> reauthenticate{
    .method = Method::Post,
    .path = "/api/v1/auth/reauthenticate",
    .access = Access::Onboarding,
    .owner = Owner::Nobodys,
    .rate = Rate::Auth,
    .summary = "Show that it is still the same person; counts for five minutes on this session",
    .hashes = true};

inline constexpr Endpoint<Nothing, Security> readSecurity{.method = Method::Get,
                                                          .path = "/api/v1/users/me/security",
                                                          .access = Access::Onboarding,
                                                          .owner = Owner::Nobodys,
                                                          .rate = Rate::Account,
                                                          .summary = "What guards the own account"};

inline constexpr Endpoint<Nothing, TotpOffer> startTotp{
    .method = Method::Post,
    .path = "/api/v1/users/me/totp",
    .access = Access::Onboarding,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "A secret for an app that shows codes; the app in use counts until the new one is confirmed",
    .status = 201};

inline constexpr Endpoint<ConfirmTotp, RecoveryCodes> confirmTotp{
    .method = Method::Post,
    .path = "/api/v1/users/me/totp/confirm",
    .access = Access::Onboarding,
    .owner = Owner::Nobodys,
    .rate = Rate::Auth,
    .summary = "Take the app into use with a code that it shows; answers recovery codes"};

inline constexpr Endpoint<Nothing, Nothing> disableTotp{.method = Method::Delete,
                                                        .path = "/api/v1/users/me/totp",
                                                        .access = Access::SignedIn,
                                                        .owner = Owner::Nobodys,
                                                        .rate = Rate::Account,
                                                        .summary = "Sign in without the app from now on"};

inline constexpr Endpoint<Nothing, RecoveryCodes> renewRecoveryCodes{
    .method = Method::Post,
    .path = "/api/v1/users/me/totp/recovery-codes",
    .access = Access::SignedIn,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "New recovery codes instead of those there are"};

inline constexpr auto factors =
    std::tuple{reauthenticate, readSecurity, startTotp, confirmTotp, disableTotp, renewRecoveryCodes};

} // namespace api
