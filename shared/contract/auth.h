#pragma once

// How somebody becomes a signed-in caller: registration, activation, password and one-time code, sessions.

#include "shared/base/endpoint.h"
#include "shared/contract/accounts.h"

struct OtpChallenge;

struct Register
{
    QString username;
    QString email;
    QString password;
    Role role = Role::Buyer; // admin is refused; a distributor stays pending until approved (ACC-15)
    std::optional<QString> language;
    std::optional<QString> acceptedTerms;   // the versions that were shown and agreed to (PRIV-04); what is not said
    std::optional<QString> acceptedPrivacy; // here is asked for later

    FIELDS(Register,
           FIELD(username, .label = QT_TRANSLATE_NOOP("fields", "Username"), .lengthMin = 3, .lengthMax = 150,
                 .pattern = "[A-Za-z0-9][A-Za-z0-9_.-]*"),
           FIELD(email, .label = QT_TRANSLATE_NOOP("fields", "E-mail"), .lengthMin = 3, .lengthMax = 254),
           FIELD(password, .label = QT_TRANSLATE_NOOP("fields", "Password"), .lengthMin = 8, .lengthMax = 72,
                 .secret = true),
           FIELD(role, .standard = true), FIELD(language, .lengthMin = 2, .lengthMax = 5),
           FIELD(acceptedTerms, .lengthMin = 1, .lengthMax = 20),
           FIELD(acceptedPrivacy, .lengthMin = 1, .lengthMax = 20))
};

struct Registered
{
    Id<Account> accountId;
    QString sentTo; // the address with its middle hidden
    Instant activationExpiresAt;

    FIELDS(Registered, FIELD(accountId), FIELD(sentTo), FIELD(activationExpiresAt))
};

struct AskUsername
{
    QString username;

    FIELDS(AskUsername, FIELD(username, .lengthMin = 1, .lengthMax = 150))
};

struct UsernameAvailability
{
    QString username;
    bool isAvailable = false;

    FIELDS(UsernameAvailability, FIELD(username), FIELD(isAvailable))
};

struct VerifyEmail
{
    QString token;

    FIELDS(VerifyEmail, FIELD(token, .lengthMin = 10, .lengthMax = 200, .secret = true))
};

struct AskMail
{
    QString email;

    FIELDS(AskMail, FIELD(email, .lengthMin = 3, .lengthMax = 254))
};

struct SignIn
{
    QString identifier; // username, e-mail, or a verified phone with its country code
    QString password;

    FIELDS(SignIn,
           FIELD(identifier, .label = QT_TRANSLATE_NOOP("fields", "Username or e-mail"), .lengthMin = 1,
                 .lengthMax = 254),
           FIELD(password, .label = QT_TRANSLATE_NOOP("fields", "Password"), .lengthMin = 1, .lengthMax = 72,
                 .secret = true))
};

// The password was right; a one-time code is on its way.
struct OtpChallenge
{
    Id<OtpChallenge> challengeId;
    QString sentTo;
    Instant expiresAt;
    Instant resendAt;      // a new code can be asked for from then on
    bool asksTotp = false; // the code of the app is needed too

    FIELDS(OtpChallenge, FIELD(challengeId), FIELD(sentTo), FIELD(expiresAt), FIELD(resendAt), FIELD(asksTotp))
};

struct ResendOtp
{
    Id<OtpChallenge> challengeId;

    FIELDS(ResendOtp, FIELD(challengeId))
};

struct VerifyOtp
{
    Id<OtpChallenge> challengeId;
    QString code;
    std::optional<QString> device; // shown in the list of sessions
    std::optional<QString> totp;   // of the app, or a recovery code, when the challenge asks for it

    FIELDS(VerifyOtp, FIELD(challengeId),
           FIELD(code, .label = QT_TRANSLATE_NOOP("fields", "One-time code"), .lengthMin = 6, .lengthMax = 6,
                 .pattern = "[0-9]{6}", .secret = true),
           FIELD(device, .lengthMax = 100),
           FIELD(totp, .label = QT_TRANSLATE_NOOP("fields", "Code of the app"), .lengthMin = 6, .lengthMax = 24,
                 .secret = true))
};

struct SessionTokens
{
    QString accessToken;
    Instant accessExpiresAt;
    QString refreshToken;
    Instant refreshExpiresAt;
    bool isLimited = false; // only onboarding is open: profile, addresses, store, KYC
    Account account;

    FIELDS(SessionTokens, FIELD(accessToken, .secret = true), FIELD(accessExpiresAt),
           FIELD(refreshToken, .secret = true), FIELD(refreshExpiresAt), FIELD(isLimited), FIELD(account))
};

struct RefreshSession
{
    QString refreshToken;

    FIELDS(RefreshSession, FIELD(refreshToken, .lengthMin = 20, .lengthMax = 200, .secret = true))
};

struct ResetPassword
{
    QString token;
    QString password;

    FIELDS(ResetPassword, FIELD(token, .lengthMin = 10, .lengthMax = 200, .secret = true),
           FIELD(password, .lengthMin = 8, .lengthMax = 72, .secret = true))
};

struct ChangePassword
{
    QString currentPassword;
    QString newPassword;

    FIELDS(ChangePassword,
           FIELD(currentPassword, .label = QT_TRANSLATE_NOOP("fields", "Current password"), .lengthMin = 1,
                 .lengthMax = 72, .secret = true),
           FIELD(newPassword, .label = QT_TRANSLATE_NOOP("fields", "New password"), .lengthMin = 8, .lengthMax = 72,
                 .secret = true))
};

struct Session
{
    Id<Session> id;
    std::optional<QString> device;
    QString ip;
    Instant createdAt;
    Instant lastSeenAt;
    Instant expiresAt;
    bool isCurrent = false;

    FIELDS(Session, FIELD(id), FIELD(device), FIELD(ip), FIELD(createdAt), FIELD(lastSeenAt), FIELD(expiresAt),
           FIELD(isCurrent))
};

// Events. The secrets in them live only until the mail is handed over; delivered outbox rows are removed.

struct ActivationIssued
{
    static constexpr auto topic = "auth.activation_issued";

    Id<Account> accountId;
    QString email;
    QString username;
    QString token;
    QString language;
    bool isResent = false;

    FIELDS(ActivationIssued, FIELD(accountId), FIELD(email), FIELD(username), FIELD(token, .secret = true),
           FIELD(language), FIELD(isResent))
};

struct OtpIssued
{
    static constexpr auto topic = "auth.otp_issued";

    Id<Account> accountId;
    QString email;
    QString username;
    QString code;
    QString language;
    std::optional<QString> phone = {}; // sent there instead of by mail

    FIELDS(OtpIssued, FIELD(accountId), FIELD(email), FIELD(username), FIELD(code, .secret = true), FIELD(language),
           FIELD(phone))
};

struct PasswordResetIssued
{
    static constexpr auto topic = "auth.password_reset_issued";

    Id<Account> accountId;
    QString email;
    QString username;
    QString token;
    QString language;

    FIELDS(PasswordResetIssued, FIELD(accountId), FIELD(email), FIELD(username), FIELD(token, .secret = true),
           FIELD(language))
};

// Every session of the account, or the one that is named, ended before its time.
struct SessionsRevoked
{
    static constexpr auto topic = "auth.sessions_revoked";

    Id<Account> accountId;
    std::optional<Id<Session>> sessionId;
    QString reason;

    FIELDS(SessionsRevoked, FIELD(accountId), FIELD(sessionId), FIELD(reason))
};

namespace api {

inline constexpr Endpoint<Register, Registered> registerAccount{
    .method = Method::Post,
    .path = "/api/v1/auth/register",
    .access = Access::Public,
    .owner = Owner::Nobodys,
    .rate = Rate::Registration,
    .summary = "Create an inactive account and mail its activation link",
    .status = 201,
    .hashes = true,
    .aliases = "/api/v1/register /api/v1/customer/auth/register"};

inline constexpr Endpoint<AskUsername, UsernameAvailability> usernameAvailable{
    .method = Method::Get,
    .path = "/api/v1/auth/username-available",
    .access = Access::Public,
    .owner = Owner::Nobodys,
    .rate = Rate::Lookup,
    .summary = "Whether a username is still free"};

inline constexpr Endpoint<VerifyEmail, SessionTokens> verifyEmail{
    .method = Method::Post,
    .path = "/api/v1/auth/verify-email",
    .access = Access::Public,
    .owner = Owner::Nobodys,
    .rate = Rate::Auth,
    .summary = "Activate the account; answers a limited session"};

inline constexpr Endpoint<AskMail, Nothing> resendActivation{.method = Method::Post,
                                                             .path = "/api/v1/auth/resend-activation",
                                                             .access = Access::Public,
                                                             .owner = Owner::Nobodys,
                                                             .rate = Rate::Otp,
                                                             .summary = "Send the activation mail again"};

inline constexpr Endpoint<SignIn, OtpChallenge> signIn{
    .method = Method::Post,
    .path = "/api/v1/auth/login",
    .access = Access::Public,
    .owner = Owner::Nobodys,
    .rate = Rate::Auth,
    .summary = "Check the password and send a one-time code",
    .hashes = true,
    .aliases = "/api/v1/login /api/v1/auth/login-with-password /api/v1/customer/auth/login /api/v1/admin/auth/login"};

inline constexpr Endpoint<ResendOtp, OtpChallenge> resendOtp{
    .method = Method::Post,
    .path = "/api/v1/auth/send-otp",
    .access = Access::Public,
    .owner = Owner::Nobodys,
    .rate = Rate::Otp,
    .summary = "Send a new one-time code for a challenge",
    .aliases = "/api/v1/auth/send-email-passcode /api/v1/customer/auth/send-otp"};

inline constexpr Endpoint<VerifyOtp, SessionTokens> verifyOtp{
    .method = Method::Post,
    .path = "/api/v1/auth/verify-otp",
    .access = Access::Public,
    .owner = Owner::Nobodys,
    .rate = Rate::Auth,
    .summary = "Finish signing in with the one-time code",
    .aliases = "/api/v1/auth/verify-email-passcode /api/v1/customer/auth/verify-otp"};

inline constexpr Endpoint<RefreshSession, SessionTokens> refreshSession{.method = Method::Post,
                                                                        .path = "/api/v1/auth/refresh",
                                                                        .access = Access::Public,
                                                                        .owner = Owner::Nobodys,
                                                                        .rate = Rate::Account,
                                                                        .summary =
                                                                            "Exchange a refresh token for a new pair"};

inline constexpr Endpoint<Nothing, Nothing> signOut{.method = Method::Post,
                                                    .path = "/api/v1/auth/logout",
                                                    .access = Access::Onboarding,
                                                    .owner = Owner::Nobodys,
                                                    .rate = Rate::Account,
                                                    .summary = "End the current session",
                                                    .aliases = "/api/v1/logout"};

inline constexpr Endpoint<AskMail, Nothing> forgotPassword{
    .method = Method::Post,
    .path = "/api/v1/auth/forgot-password",
    .access = Access::Public,
    .owner = Owner::Nobodys,
    .rate = Rate::Otp,
    .summary = "Mail a reset token; answers the same for every address"};

inline constexpr Endpoint<ResetPassword, Nothing> resetPassword{.method = Method::Post,
                                                                .path = "/api/v1/auth/reset-password",
                                                                .access = Access::Public,
                                                                .owner = Owner::Nobodys,
                                                                .rate = Rate::Auth,
                                                                .summary = "Set a new password with a reset token",
                                                                .hashes = true,
                                                                .aliases = "PUT:/api/v1/auth/reset-password"};

inline constexpr Endpoint<ChangePassword, Nothing> changePassword{.method = Method::Put,
                                                                  .path = "/api/v1/users/me/password",
                                                                  .access = Access::SignedIn,
                                                                  .owner = Owner::Nobodys,
                                                                  .rate = Rate::Auth,
                                                                  .summary =
                                                                      "Change the own password; ends all sessions",
                                                                  .hashes = true};

inline constexpr Endpoint<Nothing, QList<Session>> listSessions{.method = Method::Get,
                                                                .path = "/api/v1/users/me/sessions",
                                                                .access = Access::SignedIn,
                                                                .owner = Owner::Nobodys,
                                                                .rate = Rate::Account,
                                                                .summary = "The own sessions",
                                                                .most = 50};

inline constexpr Endpoint<Nothing, Nothing, Id<Session>> revokeSession{.method = Method::Delete,
                                                                       .path = "/api/v1/users/me/sessions/{id}",
                                                                       .access = Access::SignedIn,
                                                                       .owner = Owner::Callers,
                                                                       .rate = Rate::Account,
                                                                       .summary = "End one of the own sessions"};

inline constexpr auto auth = std::tuple{
    registerAccount, usernameAvailable, verifyEmail,    resendActivation, signIn,         resendOtp,    verifyOtp,
    refreshSession,  signOut,           forgotPassword, resetPassword,    changePassword, listSessions, revokeSession};

} // namespace api
