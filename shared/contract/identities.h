#pragma once

// Ways to sign in beside name and password, for buyers and distributors: a code alone, and Google (C03). Both still end
// in verify-otp. And the phone, which counts for something once it is verified.

#include "shared/contract/auth.h"

struct AskCode
{
    QString identifier; // e-mail, or a verified phone with its country code

    FIELDS(AskCode, FIELD(identifier, .lengthMin = 3, .lengthMax = 254))
};

struct ConfirmPhone
{
    Id<OtpChallenge> challengeId;
    QString code;

    FIELDS(ConfirmPhone, FIELD(challengeId),
           FIELD(code, .label = QT_TRANSLATE_NOOP("fields", "One-time code"), .lengthMin = 6, .lengthMax = 6,
                 .pattern = "[0-9]{6}", .secret = true))
};

struct SignInWithGoogle
{
    QString idToken;
    QString nonce; // that the client gave Google for this sign-in

    FIELDS(SignInWithGoogle, FIELD(idToken, .lengthMin = 20, .lengthMax = 8192, .secret = true),
           FIELD(nonce, .lengthMin = 16, .lengthMax = 200, .secret = true))
};

struct SetUpPassword
{
    QString password;

    FIELDS(SetUpPassword, FIELD(password, .label = QT_TRANSLATE_NOOP("fields", "New password"), .lengthMin = 8,
                                .lengthMax = 72, .secret = true))
};

namespace api {

inline constexpr Endpoint<AskCode, OtpChallenge> askCode{
    .method = Method::Post,
    .path = "/api/v1/auth/otp",
    .access = Access::Public,
    .owner = Owner::Nobodys,
    .rate = Rate::Otp,
    .summary = "Send a code to sign in without a password; answers the same whether there is such an account"};

inline constexpr Endpoint<SignInWithGoogle, OtpChallenge> signInWithGoogle{
    .method = Method::Post,
    .path = "/api/v1/auth/google",
    .access = Access::Public,
    .owner = Owner::Nobodys,
    .rate = Rate::Auth,
    .summary = "Sign in with an ID token of Google instead of a password; a one-time code follows",
    .feature = Feature::GoogleSignIn,
    .heavy = true};

inline constexpr Endpoint<SetUpPassword, Nothing> setUpPassword{
    .method = Method::Post,
    .path = "/api/v1/auth/setup-password",
    .access = Access::Onboarding,
    .owner = Owner::Nobodys,
    .rate = Rate::Auth,
    .summary = "Set the first password of an account that has none",
    .hashes = true};

inline constexpr Endpoint<Nothing, OtpChallenge> startPhone{.method = Method::Post,
                                                            .path = "/api/v1/users/me/phone/code",
                                                            .access = Access::Onboarding,
                                                            .owner = Owner::Nobodys,
                                                            .rate = Rate::Otp,
                                                            .summary = "Send a code to the own phone"};

inline constexpr Endpoint<ConfirmPhone, Account> confirmPhone{.method = Method::Post,
                                                              .path = "/api/v1/users/me/phone/confirm",
                                                              .access = Access::Onboarding,
                                                              .owner = Owner::Nobodys,
                                                              .rate = Rate::Auth,
                                                              .summary = "Verify the own phone with the code"};

inline constexpr auto identities = std::tuple{askCode, signInWithGoogle, setUpPassword, startPhone, confirmPhone};

} // namespace api
