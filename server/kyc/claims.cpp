// What Service does so that two admins never look at one submission at the same time (VEN-06), and what it knows of
// other vendors with the same numbers.

#include "server/accounts/service.h"
#include "server/core/permit.h"
#include "server/core/secrets.h"
#include "server/kyc/rules.h"
#include "server/kyc/sealing.h"
#include "server/kyc/service.h"
#include "shared/base/geo.h"

namespace kyc {

QString Service::nameOf(Tx &tx, const Caller &admin)
{
    const auto account = m_accounts.find(tx, admin.id);
    return account ? account->fullName.value_or(account->username) : QString();
}

tl::unexpected<Error> Service::takenOrDecided(Tx &tx, Id<KycSubmission> id)
{
    const auto row = m_store.find(tx, id);
    if (!row)
        return notFound(QLatin1StringView("submission"));
    const auto claim = claimOf(*row, tx.now());
    if (row->status == SubmissionStatus::Pending && claim)
        return failure(ErrorCode::Conflict, QStringLiteral("%1 is looking at this submission.").arg(claim->adminName));
    return failure(ErrorCode::Conflict, QStringLiteral("This submission has been decided already."));
}

// Whoever holds it already holds it for another while.
Result<KycClaim> Service::claimKyc(const Caller &caller, Id<KycSubmission> id)
{
    MUST(permit(caller, Permission::ReviewKyc));
    return m_db.write(caller, [&](Tx &tx) -> Result<KycClaim> {
        const KycClaim claim{caller.id, nameOf(tx, caller), tx.now().after(claimMs)};
        if (!m_store.claim(tx, id, claim))
            return takenOrDecided(tx, id);
        tx.publish(KycClaimed{id, claim});
        return claim;
    });
}

// Who holds nothing gives nothing back, and that is well too.
Result<> Service::releaseKyc(const Caller &caller, Id<KycSubmission> id)
{
    MUST(permit(caller, Permission::ReviewKyc));
    return m_db.write(caller, [&](Tx &tx) -> Result<> {
        if (m_store.release(tx, id, caller.id))
            tx.publish(KycClaimed{id, std::nullopt});
        else if (!m_store.find(tx, id))
            return notFound(QLatin1StringView("submission"));
        return {};
    });
}

QList<KycDuplicate> Service::duplicatesOf(Tx &tx, const SubmissionRow &row)
{
    QList<KycDuplicate> out;
    const auto add = [&](KycNumber number, const QStringList &marks) {
        for (const SameNumber &each : m_store.sharing(tx, number, marks, row.vendorId))
            out += KycDuplicate{number, each.vendorId, each.storeName, each.status};
    };
    add(KycNumber::Pan, panMarks(m_secrets, numberIn(row, KycNumber::Pan)));
    add(KycNumber::BankAccount, bankMarks(m_secrets, row.bankIfsc, numberIn(row, KycNumber::BankAccount)));
    return out;
}

std::optional<double> Service::kmFromPincode(const Vendor &vendor) const
{
    const auto centre = vendor.pincode ? m_accounts.centreOf(*vendor.pincode) : std::nullopt;
    if (!centre || !vendor.location)
        return std::nullopt;
    return geo::distanceKm(centre->latitude, centre->longitude, vendor.location->latitude, vendor.location->longitude);
}

} // namespace kyc
