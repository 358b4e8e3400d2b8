// The entries of Service that are about addresses.

#include "server/accounts/rules.h"
#include "server/accounts/service.h"
#include "server/core/ids.h"
#include "shared/base/geo.h"

namespace accounts {

Result<Address> Service::checked(const PutAddress &wish, Id<Address> id) const
{
    if (!isPincode(wish.pincode, wish.country))
        return refusal(QStringLiteral("pincode"), QStringLiteral("is not a postal code of this country"));
    if (isIndia(wish.country) && accounts::regionOf(wish.state).isEmpty())
        return refusal(QStringLiteral("state"), QStringLiteral("is not a state of India"));
    return Address{.id = id,
                   .addressType = wish.addressType,
                   .recipientName = wish.recipientName,
                   .recipientPhone = wish.recipientPhone,
                   .flatNumber = wish.flatNumber,
                   .streetAddress = wish.streetAddress,
                   .landmark = wish.landmark,
                   .city = wish.city,
                   .pincode = wish.pincode,
                   .state = wish.state,
                   .country = wish.country,
                   .location = wish.location ? wish.location : m_pincodes.centreOf(wish.pincode)};
}

Result<QList<Address>> Service::listAddresses(const Caller &caller)
{
    return m_db.read([&](Tx &tx) -> Result<QList<Address>> { return m_store.addresses(tx, caller.id); });
}

Result<Address> Service::addAddress(const Caller &caller, const PutAddress &wish)
{
    LET(address, checked(wish, m_ids.next<Address>()));
    return m_db.write(caller, [&](Tx &tx) -> Result<Address> {
        if (m_store.countAddresses(tx, caller.id) >= addressesMax)
            return failure(ErrorCode::Conflict, QStringLiteral("There are too many addresses already."));
        m_store.insertAddress(tx, caller.id, address);
        if (wish.isDefault.value_or(false))
            m_store.setDefaultAddress(tx, caller.id, address.id);
        m_store.promoteNewestAddress(tx, caller.id);
        noteCompleteness(tx, caller.id);
        return addressOf(tx, caller.id, address.id);
    });
}

// Whoever no longer wants this one as the default makes another one the default.
Result<Address> Service::updateAddress(const Caller &caller, Id<Address> id, const PutAddress &wish)
{
    LET(address, checked(wish, id));
    return m_db.write(caller, [&](Tx &tx) -> Result<Address> {
        if (!m_store.updateAddress(tx, caller.id, address, wish.version)) {
            MUST(addressOf(tx, caller.id, id));
            return failure(ErrorCode::Conflict, QStringLiteral("The address has changed meanwhile."));
        }
        if (wish.isDefault.value_or(false))
            m_store.setDefaultAddress(tx, caller.id, id);
        return addressOf(tx, caller.id, id);
    });
}

Result<> Service::removeAddress(const Caller &caller, Id<Address> id)
{
    return m_db.write(caller, [&](Tx &tx) -> Result<> {
        if (!m_store.removeAddress(tx, caller.id, id))
            return notFound(QLatin1StringView("address"));
        m_store.promoteNewestAddress(tx, caller.id);
        noteCompleteness(tx, caller.id);
        return {};
    });
}

Result<Address> Service::setDefaultAddress(const Caller &caller, Id<Address> id)
{
    return m_db.write(caller, [&](Tx &tx) -> Result<Address> {
        if (!m_store.setDefaultAddress(tx, caller.id, id))
            return notFound(QLatin1StringView("address"));
        return addressOf(tx, caller.id, id);
    });
}

Result<Address> Service::activateAddress(const Caller &caller, Id<Address> id)
{
    return m_db.write(caller, [&](Tx &tx) -> Result<Address> {
        if (!m_store.activateAddress(tx, caller.id, id))
            return notFound(QLatin1StringView("address"));
        return addressOf(tx, caller.id, id);
    });
}

std::optional<Address> Service::activeAddressOf(Tx &tx, Id<Account> owner)
{
    return m_store.activeAddress(tx, owner);
}

int Service::addressesAround(Tx &tx, const GeoPoint &centre, double radiusKm)
{
    constexpr int countedMax = 10'000;
    int count = 0;
    for (const GeoPoint &place : m_store.placesAround(tx, centre, radiusKm, countedMax))
        count += geo::distanceKm(centre.latitude, centre.longitude, place.latitude, place.longitude) <= radiusKm;
    return count;
}

Result<QList<IndianState>> Service::listStates(const Caller &) const
{
    return states();
}

bool Service::isState(const QString &code) const
{
    return accounts::isState(code);
}

// Where a city lies is said by its pincode.
Result<QList<IndianCity>> Service::listCities(const Caller &, const ListCities &wish) const
{
    if (!isState(wish.state))
        return refusal(QStringLiteral("state"), QStringLiteral("is not a state of India"));
    QList<IndianCity> out;
    for (const City &city : m_cities.all())
        if (m_pincodes.regionOf(city.pincode) == wish.state)
            out += IndianCity{city.name, city.hindi, wish.state, city.pincode, {city.latitude, city.longitude}};
    return out;
}

} // namespace accounts
