#include "server/auth/routes.h"

#include "server/auth/service.h"

namespace auth {

namespace {

void signingInRoutes(http::Router &router, Service &auth)
{
    router.on(api::registerAccount,
              [&](const Caller &caller, const Register &wish) { return auth.registerAccount(caller, wish); });
    router.on(api::usernameAvailable,
              [&](const Caller &caller, const AskUsername &wish) { return auth.usernameAvailable(caller, wish); });
    router.on(api::verifyEmail,
              [&](const Caller &caller, const VerifyEmail &wish) { return auth.verifyEmail(caller, wish); });
    router.on(api::resendActivation,
              [&](const Caller &caller, const AskMail &wish) { return auth.resendActivation(caller, wish); });
    router.on(api::signIn, [&](const Caller &caller, const SignIn &wish) { return auth.signIn(caller, wish); });
    router.on(api::resendOtp,
              [&](const Caller &caller, const ResendOtp &wish) { return auth.resendOtp(caller, wish); });
    router.on(api::verifyOtp,
              [&](const Caller &caller, const VerifyOtp &wish) { return auth.verifyOtp(caller, wish); });
}

void factorRoutes(http::Router &router, Service &auth)
{
    router.on(api::reauthenticate,
              [&](const Caller &caller, const Reauthenticate &wish) { return auth.reauthenticate(caller, wish); });
    router.on(api::readSecurity, [&](const Caller &caller) { return auth.readSecurity(caller); });
    router.on(api::startTotp, [&](const Caller &caller) { return auth.startTotp(caller); });
    router.on(api::confirmTotp,
              [&](const Caller &caller, const ConfirmTotp &wish) { return auth.confirmTotp(caller, wish); });
    router.on(api::disableTotp, [&](const Caller &caller) { return auth.disableTotp(caller); });
    router.on(api::renewRecoveryCodes, [&](const Caller &caller) { return auth.renewRecoveryCodes(caller); });
}

void identityRoutes(http::Router &router, Service &auth)
{
    router.on(api::askCode, [&](const Caller &caller, const AskCode &wish) { return auth.askCode(caller, wish); });
    router.on(api::signInWithGoogle,
              [&](const Caller &caller, const SignInWithGoogle &wish) { return auth.signInWithGoogle(caller, wish); });
    router.on(api::setUpPassword,
              [&](const Caller &caller, const SetUpPassword &wish) { return auth.setUpPassword(caller, wish); });
    router.on(api::startPhone, [&](const Caller &caller) { return auth.startPhone(caller); });
    router.on(api::confirmPhone,
              [&](const Caller &caller, const ConfirmPhone &wish) { return auth.confirmPhone(caller, wish); });
    router.on(api::startEmail,
              [&](const Caller &caller, const StartEmail &wish) { return auth.startEmail(caller, wish); });
    router.on(api::confirmEmail,
              [&](const Caller &caller, const ConfirmEmail &wish) { return auth.confirmEmail(caller, wish); });
}

} // namespace

void routes(http::Router &router, Service &auth)
{
    signingInRoutes(router, auth);
    factorRoutes(router, auth);
    identityRoutes(router, auth);
    router.on(api::refreshSession,
              [&](const Caller &caller, const RefreshSession &wish) { return auth.refreshSession(caller, wish); });
    router.on(api::signOut, [&](const Caller &caller) { return auth.signOut(caller); });
    router.on(api::forgotPassword,
              [&](const Caller &caller, const AskMail &wish) { return auth.forgotPassword(caller, wish); });
    router.on(api::resetPassword,
              [&](const Caller &caller, const ResetPassword &wish) { return auth.resetPassword(caller, wish); });
    router.on(api::changePassword,
              [&](const Caller &caller, const ChangePassword &wish) { return auth.changePassword(caller, wish); });
    router.on(api::listSessions, [&](const Caller &caller) { return auth.listSessions(caller); });
    router.on(api::revokeSession, [&](const Caller &caller, Id<Session> id) { return auth.revokeSession(caller, id); });
    router.on(api::listApiKeys, [&](const Caller &caller) { return auth.listApiKeys(caller); });
    router.on(api::createApiKey,
              [&](const Caller &caller, const CreateApiKey &wish) { return auth.createApiKey(caller, wish); });
    router.on(api::revokeApiKey, [&](const Caller &caller, Id<ApiKey> id) { return auth.revokeApiKey(caller, id); });
}

} // namespace auth
