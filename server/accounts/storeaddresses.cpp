// The SQL of Store that is about addresses.

#include "server/accounts/rules.h"
#include "server/accounts/store.h"
#include "shared/base/geo.h"

#include <cmath>

namespace accounts {

namespace {

struct Coordinates
{
    std::optional<double> latitude;
    std::optional<double> longitude;
};

Coordinates coordinatesOf(const Address &address)
{
    if (!address.location)
        return {};
    return {address.location->latitude, address.location->longitude};
}

// The tree of SQLite (core/sqltext.cpp) is told what PostgreSQL's index sees by itself: before an address changes or
// goes, and after it came or changed.
void leavePlace(Tx &tx, Id<Account> owner, Id<Address> id)
{
    if (tx.engine() == Engine::Sqlite)
        tx.run("DELETE FROM addresses_place WHERE tree_id IN (SELECT tree_id FROM addresses JOIN addresses_place"
               " ON south <= latitude AND north >= latitude AND west <= longitude AND east >= longitude"
               " AND row_id = addresses.id WHERE addresses.id = ? AND account_id = ?)",
               id, owner);
}

void takePlace(Tx &tx, Id<Account> owner, Id<Address> id)
{
    if (tx.engine() == Engine::Sqlite)
        tx.run("INSERT INTO addresses_place (south, north, west, east, row_id) SELECT latitude, latitude, longitude,"
               " longitude, id FROM addresses WHERE id = ? AND account_id = ? AND latitude IS NOT NULL",
               id, owner);
}

} // namespace

void Store::insertAddress(Tx &tx, Id<Account> owner, const Address &address)
{
    const Coordinates place = coordinatesOf(address);
    tx.run("INSERT INTO addresses (id, account_id, address_type, recipient_name, recipient_phone, flat_number,"
           " street_address, landmark, city, pincode, state, country, location, latitude, longitude, is_default,"
           " created_at, updated_at)"
           " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, 0, ?16, ?16)",
           address.id, owner, address.addressType, address.recipientName, address.recipientPhone, address.flatNumber,
           address.streetAddress, address.landmark, address.city, address.pincode, address.state, address.country,
           address.location, place.latitude, place.longitude, tx.now());
    takePlace(tx, owner, address.id);
}

bool Store::updateAddress(Tx &tx, Id<Account> owner, const Address &address, const std::optional<qint64> &seen)
{
    const Coordinates place = coordinatesOf(address);
    leavePlace(tx, owner, address.id);
    const qint64 changed =
        tx.run("UPDATE addresses SET address_type = ?3, recipient_name = ?4, recipient_phone = ?5, flat_number = ?6,"
               " street_address = ?7, landmark = ?8, city = ?9, pincode = ?10, state = ?11, country = ?12,"
               " location = ?13, latitude = ?14, longitude = ?15, updated_at = ?16, version = version + 1"
               " WHERE id = ?1 AND account_id = ?2 AND version = COALESCE(?17, version)",
               address.id, owner, address.addressType, address.recipientName, address.recipientPhone,
               address.flatNumber, address.streetAddress, address.landmark, address.city, address.pincode,
               address.state, address.country, address.location, place.latitude, place.longitude, tx.now(), seen);
    takePlace(tx, owner, address.id);
    return changed == 1;
}

bool Store::removeAddress(Tx &tx, Id<Account> owner, Id<Address> id)
{
    leavePlace(tx, owner, id);
    return tx.run("DELETE FROM addresses WHERE id = ? AND account_id = ?", id, owner) == 1;
}

std::optional<Address> Store::address(Tx &tx, Id<Account> owner, Id<Address> id)
{
    return tx.one<Address>("FROM addresses WHERE id = ? AND account_id = ?", id, owner);
}

std::optional<Address> Store::defaultAddress(Tx &tx, Id<Account> owner)
{
    return tx.one<Address>("FROM addresses WHERE account_id = ? AND is_default = 1", owner);
}

QList<Address> Store::addresses(Tx &tx, Id<Account> owner)
{
    return tx.all<Address>("FROM addresses WHERE account_id = ? ORDER BY is_default DESC, id DESC LIMIT ?", owner,
                           addressesMax);
}

int Store::countAddresses(Tx &tx, Id<Account> owner)
{
    return int(tx.number("count(*) FROM addresses WHERE account_id = ?", owner));
}

bool Store::setDefaultAddress(Tx &tx, Id<Account> owner, Id<Address> id)
{
    tx.run("UPDATE addresses SET is_default = 0 WHERE account_id = ?1 AND is_default = 1 AND id <> ?2", owner, id);
    return tx.run("UPDATE addresses SET is_default = 1 WHERE id = ?1 AND account_id = ?2", id, owner) == 1;
}

void Store::promoteNewestAddress(Tx &tx, Id<Account> owner)
{
    tx.run("UPDATE addresses SET is_default = 1 WHERE id = (SELECT id FROM addresses WHERE account_id = ?1"
           " ORDER BY id DESC LIMIT 1)"
           " AND NOT EXISTS (SELECT 1 FROM addresses WHERE account_id = ?1 AND is_default = 1)",
           owner);
}

std::optional<Address> Store::activeAddress(Tx &tx, Id<Account> owner)
{
    return tx.one<Address>("FROM addresses WHERE account_id = ? AND (is_active = 1 OR is_default = 1)"
                           " ORDER BY is_active DESC LIMIT 1",
                           owner);
}

bool Store::activateAddress(Tx &tx, Id<Account> owner, Id<Address> id)
{
    tx.run("UPDATE addresses SET is_active = 0 WHERE account_id = ?1 AND is_active = 1 AND id <> ?2", owner, id);
    return tx.run("UPDATE addresses SET is_active = 1 WHERE id = ?1 AND account_id = ?2", id, owner) == 1;
}

// The two engines have different trees (core/sqltext.cpp). The tree of SQLite keeps rounded numbers, so the box is a
// little wider than the circle and whoever asks looks at the distance itself.
QList<GeoPoint> Store::placesAround(Tx &tx, const GeoPoint &centre, double radiusKm, int limit)
{
    constexpr double wider = 1.01;
    constexpr double narrowest = 0.01; // of a degree's width; nobody trades at the poles
    const double degrees = radiusKm * wider / geo::kmPerDegree;
    const double across = degrees / std::max(narrowest, std::cos(geo::radians(centre.latitude)));
    const double south = centre.latitude - degrees, north = centre.latitude + degrees;
    const double west = centre.longitude - across, east = centre.longitude + across;
    const std::string buyers = " AND EXISTS (SELECT 1 FROM accounts WHERE accounts.id = addresses.account_id"
                               " AND role IN ('buyer', 'distributor')) LIMIT ?";
    if (tx.engine() == Engine::Postgres)
        return tx.all<GeoPoint>("FROM addresses WHERE point(longitude, latitude) <@ box(point(CAST(? AS float8),"
                                " CAST(? AS float8)), point(CAST(? AS float8), CAST(? AS float8)))" +
                                    buyers,
                                west, south, east, north, limit);
    return tx.all<GeoPoint>("FROM addresses WHERE id IN (SELECT row_id FROM addresses_place WHERE north >= ?"
                            " AND south <= ? AND east >= ? AND west <= ?)" +
                                buyers,
                            south, north, west, east, limit);
}

} // namespace accounts
