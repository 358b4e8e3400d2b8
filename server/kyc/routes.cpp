#include "server/kyc/routes.h"

#include "server/kyc/service.h"

namespace kyc {

void routes(http::Router &router, Service &kyc)
{
    router.on(api::readKyc, [&](const Caller &caller) { return kyc.readKyc(caller); });
    router.on(api::submitKyc, [&](const Caller &caller, const SubmitKyc &wish) { return kyc.submitKyc(caller, wish); });
    router.on(api::listKyc, [&](const Caller &caller, const ListKyc &wish) { return kyc.listKyc(caller, wish); });
    router.on(api::readOnboarding, [&](const Caller &caller) { return kyc.readOnboarding(caller); });
    router.on(api::reviewKyc, [&](const Caller &caller, Id<KycSubmission> id) { return kyc.reviewKyc(caller, id); });
    router.on(api::approveKyc, [&](const Caller &caller, Id<KycSubmission> id, const ApproveKyc &wish) {
        return kyc.approveKyc(caller, id, wish);
    });
    router.on(api::rejectKyc, [&](const Caller &caller, Id<KycSubmission> id, const RefuseKyc &wish) {
        return kyc.rejectKyc(caller, id, wish);
    });
    router.on(api::askMoreKyc, [&](const Caller &caller, Id<KycSubmission> id, const RefuseKyc &wish) {
        return kyc.askMoreKyc(caller, id, wish);
    });
    router.on(api::claimKyc, [&](const Caller &caller, Id<KycSubmission> id) { return kyc.claimKyc(caller, id); });
    router.on(api::releaseKyc, [&](const Caller &caller, Id<KycSubmission> id) { return kyc.releaseKyc(caller, id); });
    router.on(api::revealKyc, [&](const Caller &caller, Id<KycSubmission> id, const RevealKyc &wish) {
        return kyc.revealKyc(caller, id, wish);
    });
}

} // namespace kyc
