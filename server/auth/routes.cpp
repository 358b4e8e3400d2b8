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

} // namespace

void routes(http::Router &router, Service &auth)
{
    signingInRoutes(router, auth);
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
