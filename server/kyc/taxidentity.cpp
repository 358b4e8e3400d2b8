// What Service knows of vendors as taxpayers.

#include "server/core/secrets.h"
#include "server/kyc/rules.h"
#include "server/kyc/sealing.h"
#include "server/kyc/service.h"

namespace kyc {

std::optional<TaxIdentity> Service::taxIdentityOf(Tx &tx, Id<Vendor> vendor)
{
    const auto row = m_store.verified(tx, vendor);
    if (!row)
        return std::nullopt;
    const QString pan = numberIn(*row, KycNumber::Pan);
    constexpr int shownDigits = 4;
    return TaxIdentity{numberIn(*row, KycNumber::Gstin), pan, maskedAccount(pan.right(shownDigits))};
}

bool Service::isSameHolder(const QString &one, const QString &other)
{
    return areAlike(one, other);
}

bool Service::isTaxNumber(const QString &gstin)
{
    return isGstin(gstin);
}

QString Service::regionOfTaxNumber(const QString &gstin)
{
    return regionOfGstin(gstin);
}

QString Service::stateNumberOf(const QString &region)
{
    return kyc::stateNumberOf(region);
}

} // namespace kyc
