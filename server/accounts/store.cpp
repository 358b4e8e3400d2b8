#include "server/accounts/store.h"

#include "server/accounts/rules.h"

namespace accounts {

namespace {

// As people are shown; locks belong to another table, so that who is locked is said later.
constexpr std::string_view shownPeople =
    "FROM (SELECT a.*, CASE WHEN is_banned = 1 THEN 'banned' WHEN is_verified = 0 THEN 'unverified'"
    " WHEN is_active = 0 THEN 'inactive' WHEN distributor_status = 'pending' THEN 'distributor_pending'"
    " ELSE 'active' END AS status, CAST(NULL AS BIGINT) AS locked_until FROM accounts AS a) AS people";

// Whatever is done to one super-admin, another one who can act has to be left. It stands in the change itself, so that
// two of them cannot take each other's powers at the same time.
constexpr std::string_view anotherIsLeft =
    " AND (is_super_admin = 0 OR EXISTS (SELECT 1 FROM accounts AS other WHERE other.id <> accounts.id"
    " AND other.is_super_admin = 1 AND other.is_active = 1 AND other.is_banned = 0))";

// For LIKE … ESCAPE '!': what was typed, anywhere in the text.
QString anywhere(const QString &typed)
{
    QString pattern = typed.trimmed().toLower();
    for (const QChar special : {u'!', u'%', u'_'})
        pattern.replace(special, QString(u'!') + special);
    return u'%' + pattern + u'%';
}

// Empty: whoever is locked is that, and nobody else.
std::string_view conditionOf(PersonStatus status)
{
    switch (status) {
    case PersonStatus::Active: return "status = 'active'";
    case PersonStatus::Unverified: return "is_verified = 0 AND is_banned = 0";
    case PersonStatus::Inactive: return "is_active = 0 AND is_verified = 1 AND is_banned = 0";
    case PersonStatus::Banned: return "is_banned = 1";
    case PersonStatus::DistributorPending: return "distributor_status = 'pending' AND status = 'distributor_pending'";
    case PersonStatus::Locked: return "status = 'active'";
    }
    return {};
}

} // namespace

bool Store::insert(Tx &tx, const NewRow &row)
{
    return tx.insertNew("accounts", row);
}

std::optional<Account> Store::find(Tx &tx, Id<Account> id)
{
    return tx.one<Account>("FROM accounts WHERE id = ?", id);
}

QList<NamedAccount> Store::named(Tx &tx, const QList<Id<Account>> &ids)
{
    if (ids.isEmpty())
        return {};
    std::string marks;
    sql::Values values;
    for (const Id<Account> id : ids) {
        marks += marks.empty() ? "?" : ", ?";
        values.push_back(sql::value(id));
    }
    return tx.all<NamedAccount>("FROM accounts WHERE id IN (" + marks + ")", values);
}

std::optional<Account> Store::findByUsername(Tx &tx, const QString &key)
{
    return tx.one<Account>("FROM accounts WHERE username_key = ?", key);
}

std::optional<Account> Store::findByEmail(Tx &tx, const QString &key)
{
    return tx.one<Account>("FROM accounts WHERE email_key = ?", key);
}

std::optional<Account> Store::findByVerifiedPhone(Tx &tx, const QString &phone)
{
    return tx.one<Account>("FROM accounts WHERE phone = ? AND is_phone_verified = 1", phone);
}

// Of two who prove the same phone at once one is first; an index holds the other off (ACC-02).
bool Store::verifyPhone(Tx &tx, Id<Account> id, const QString &phone)
{
    return tx.run(
               "UPDATE accounts SET is_phone_verified = 1, updated_at = ?3 WHERE id = ?1 AND phone = ?2 AND NOT EXISTS"
               " (SELECT 1 FROM accounts WHERE phone = ?2 AND is_phone_verified = 1 AND id <> ?1)",
               id, phone, tx.now()) == 1;
}

// Of two who prove the same address at once one is first; its key holds the other off (AUTH-03).
bool Store::takeEmail(Tx &tx, Id<Account> id, const QString &email, const QString &key)
{
    return tx.run("UPDATE accounts SET email = ?2, email_key = ?3, is_verified = 1, updated_at = ?4 WHERE id = ?1"
                  " AND NOT EXISTS (SELECT 1 FROM accounts WHERE email_key = ?3 AND id <> ?1)",
                  id, email, key, tx.now()) == 1;
}

bool Store::chooseUsername(Tx &tx, Id<Account> id, const QString &username, const QString &key)
{
    return tx.run("UPDATE accounts SET username = ?2, username_key = ?3, updated_at = ?4 WHERE id = ?1"
                  " AND is_verified = 0 AND NOT EXISTS (SELECT 1 FROM accounts WHERE username_key = ?3 AND id <> ?1)",
                  id, username, key, tx.now()) == 1;
}

// Whoever was erased has no address that could be verified.
bool Store::activate(Tx &tx, Id<Account> id)
{
    if (tx.run("UPDATE accounts SET is_active = 1, is_verified = 1, updated_at = ?2 WHERE id = ?1 AND"
               " is_verified = 0 AND email IS NOT NULL",
               id, tx.now()) != 1)
        return false;
    // A store writes with the address of its account until it has another one (VEN-01).
    tx.run("UPDATE vendors SET is_business_email_verified = 1 WHERE account_id = ?1"
           " AND business_email = (SELECT email FROM accounts WHERE id = ?1)",
           id);
    return true;
}

void Store::noteSignIn(Tx &tx, Id<Account> id, Instant now)
{
    tx.run("UPDATE accounts SET last_login = ?2 WHERE id = ?1", id, now);
}

// A new number has to be verified again; what the wish leaves out stays.
bool Store::updateProfile(Tx &tx, Id<Account> id, const UpdateAccount &wish)
{
    return tx.run("UPDATE accounts SET full_name = ?2,"
                  " is_phone_verified = CASE WHEN phone = ?3 THEN is_phone_verified ELSE 0 END, phone = ?3,"
                  " language = COALESCE(?4, language), photo_id = COALESCE(?5, photo_id), updated_at = ?6"
                  " WHERE id = ?1",
                  id, wish.fullName, wish.phone, wish.language, wish.photoId, tx.now()) == 1;
}

// Whoever opens a store has said a name and a phone number with it; they count as the person's until it says others.
void Store::introduceOwner(Tx &tx, Id<Account> id, const PutVendor &store)
{
    tx.run("UPDATE accounts SET full_name = COALESCE(full_name, ?2), phone = COALESCE(phone, ?3), updated_at = ?4"
           " WHERE id = ?1 AND (full_name IS NULL OR phone IS NULL)",
           id, store.ownerName, store.businessPhone, tx.now());
}

QList<Permission> Store::permissionsOf(Tx &tx, Id<Account> id)
{
    const auto granted = tx.one<Granted>("FROM accounts WHERE id = ?", id);
    return granted ? granted->permissions : QList<Permission>();
}

QList<Person> Store::people(Tx &tx, const PeopleQuestion &question)
{
    const ListPeople &wish = question.wish;
    std::string from = std::string(shownPeople) + " WHERE date_joined >= ?";
    sql::Values values{sql::value(wish.from.value_or(Instant{}))};
    const auto also = [&](std::string_view condition, const sql::Value &value) {
        from += " AND " + std::string(condition);
        values.push_back(value);
    };
    if (wish.to)
        also("date_joined < ?", sql::value(wish.to));
    if (wish.role)
        also("role = ?", sql::value(wish.role));
    if (wish.status)
        from += " AND " + std::string(conditionOf(*wish.status));
    const bool isLocked = wish.status == PersonStatus::Locked;
    if (isLocked && question.locked.isEmpty())
        return {};
    if ((isLocked || wish.status == PersonStatus::Active) && !question.locked.isEmpty()) {
        from += isLocked ? " AND id IN (" : " AND id NOT IN (";
        for (const Id<Account> &id : question.locked) {
            from += "?, ";
            values.push_back(sql::value(id));
        }
        from.replace(from.size() - 2, 2, ")");
    }
    if (wish.q && !wish.q->trimmed().isEmpty()) {
        const QString pattern = anywhere(*wish.q);
        also("(username_key LIKE ? ESCAPE '!'", sql::value(pattern));
        from += " OR email_key LIKE ? ESCAPE '!' OR lower(full_name) LIKE ? ESCAPE '!' OR phone LIKE ? ESCAPE '!')";
        values.insert(values.end(), 3, sql::value(pattern));
    }
    if (question.before)
        also("id < ?", sql::value(question.before));
    values.push_back(sql::value(wish.limit + 1));
    return tx.all<Person>(from + " ORDER BY id DESC LIMIT ?", values);
}

std::optional<Person> Store::person(Tx &tx, Id<Account> id)
{
    return tx.one<Person>(std::string(shownPeople) + " WHERE id = ?", id);
}

bool Store::ban(Tx &tx, Id<Account> id, const QString &reason)
{
    return tx.run(std::string("UPDATE accounts SET is_banned = 1, ban_reason = ?2, updated_at = ?3"
                              " WHERE id = ?1 AND is_banned = 0") +
                      std::string(anotherIsLeft),
                  id, reason, tx.now()) == 1;
}

bool Store::unban(Tx &tx, Id<Account> id)
{
    return tx.run("UPDATE accounts SET is_banned = 0, ban_reason = NULL, updated_at = ?2 WHERE id = ?1"
                  " AND is_banned = 1",
                  id, tx.now()) == 1;
}

bool Store::suspend(Tx &tx, Id<Account> id)
{
    return tx.run(std::string("UPDATE accounts SET is_active = 0, updated_at = ?2 WHERE id = ?1 AND is_active = 1") +
                      std::string(anotherIsLeft),
                  id, tx.now()) == 1;
}

// Whose address was never verified has not been suspended.
bool Store::resume(Tx &tx, Id<Account> id)
{
    return tx.run("UPDATE accounts SET is_active = 1, updated_at = ?2 WHERE id = ?1 AND is_active = 0"
                  " AND (is_verified = 1 OR is_phone_verified = 1)",
                  id, tx.now()) == 1;
}

// Admins have no profile to complete; of the others it is asked anew.
bool Store::setRole(Tx &tx, Id<Account> id, Role seen, const RoleRow &row)
{
    return tx.run(std::string("UPDATE accounts SET role = ?3, distributor_status = ?4,"
                              " vendor_id = COALESCE(vendor_id, ?5), is_super_admin = 0, permissions = '[]',"
                              " is_profile_complete = ?6, updated_at = ?7 WHERE id = ?1 AND role = ?2") +
                      std::string(anotherIsLeft),
                  id, seen, row.role, row.distributorStatus, row.newStore, row.role == Role::Admin, tx.now()) == 1;
}

bool Store::setPowers(Tx &tx, Id<Account> id, const Powers &powers)
{
    const std::string change = "UPDATE accounts SET permissions = ?2, is_super_admin = ?3, updated_at = ?4"
                               " WHERE id = ?1 AND role = 'admin'";
    return tx.run(powers.isSuperAdmin ? change : change + std::string(anotherIsLeft), id, powers.permissions,
                  powers.isSuperAdmin, tx.now()) == 1;
}

// A refusal may be taken back, an approval is ended by another role.
bool Store::decideDistributor(Tx &tx, Id<Account> id, DistributorStatus status)
{
    return tx.run("UPDATE accounts SET distributor_status = ?2, role = 'distributor', updated_at = ?3 WHERE id = ?1"
                  " AND role IN ('buyer', 'distributor') AND distributor_status IN ('pending', 'rejected')"
                  " AND distributor_status <> ?2",
                  id, status, tx.now()) == 1;
}

bool Store::insertStore(Tx &tx, const NewStore &row)
{
    return tx.insertNew("vendors", row);
}

std::optional<Vendor> Store::vendor(Tx &tx, Id<Vendor> id)
{
    return tx.one<Vendor>("FROM vendors WHERE id = ?", id);
}

bool Store::isStoreNameFree(Tx &tx, const QString &name, Id<Vendor> except)
{
    return tx.number("count(*) FROM vendors WHERE store_key = ? AND id <> ?", key(name), except) == 0;
}

bool Store::updateStore(Tx &tx, Id<Vendor> id, const PutVendor &wish, const std::optional<QString> &region)
{
    const std::optional<GeoPoint> &place = wish.location;
    const auto latitude = place ? std::optional(place->latitude) : std::nullopt;
    const auto longitude = place ? std::optional(place->longitude) : std::nullopt;
    return tx.run("UPDATE vendors SET store_name = ?2, store_key = ?3, owner_name = ?4, business_phone = ?5,"
                  " description = ?6, logo_id = COALESCE(?7, logo_id), banner_id = COALESCE(?8, banner_id),"
                  " street_address = ?9, city = ?10, pincode = ?11, state = ?12, region = ?13, location = ?14,"
                  " latitude = ?15, longitude = ?16, is_open = COALESCE(?17, is_open),"
                  " business_hours = COALESCE(?18, business_hours), business_type = COALESCE(?19, business_type),"
                  " category = COALESCE(?20, category), updated_at = ?21, version = version + 1"
                  " WHERE id = ?1 AND version = COALESCE(?22, version)",
                  id, wish.storeName, key(wish.storeName), wish.ownerName, wish.businessPhone, wish.description,
                  wish.logoId, wish.bannerId, wish.streetAddress, wish.city, wish.pincode, wish.state, region, place,
                  latitude, longitude, wish.isOpen, wish.businessHours, wish.businessType, wish.category, tx.now(),
                  wish.version) == 1;
}

QList<Vendor> Store::stores(Tx &tx, const StoresQuestion &question)
{
    std::string from = "FROM vendors WHERE TRUE";
    sql::Values values;
    const auto also = [&](std::string_view condition, const sql::Value &value) {
        from += " AND " + std::string(condition);
        values.push_back(value);
    };
    if (question.kyc)
        also("kyc_status = ?", sql::value(question.kyc));
    if (question.status)
        also("status = ?", sql::value(question.status));
    if (question.city && !question.city->trimmed().isEmpty())
        also("lower(city) = ?", sql::value(key(*question.city)));
    if (question.q && !question.q->trimmed().isEmpty()) {
        const QString pattern = anywhere(*question.q);
        also("(store_key LIKE ? ESCAPE '!'", sql::value(pattern));
        from += " OR lower(owner_name) LIKE ? ESCAPE '!' OR lower(business_email) LIKE ? ESCAPE '!'"
                " OR business_phone LIKE ? ESCAPE '!')";
        values.insert(values.end(), 3, sql::value(pattern));
    }
    if (question.before)
        also("id < ?", sql::value(question.before));
    values.push_back(sql::value(question.limit));
    return tx.all<Vendor>(from + " ORDER BY id DESC LIMIT ?", values);
}

// What was seen stands in each change, so that of two admins the second one sees what the first one did.
bool Store::setStanding(Tx &tx, const Vendor &seen, StoreStatus status)
{
    return tx.run("UPDATE vendors SET status = ?3, updated_at = ?4 WHERE id = ?1 AND status = ?2", seen.id, seen.status,
                  status, tx.now()) == 1;
}

bool Store::setRadius(Tx &tx, const Vendor &seen, std::optional<int> radiusKm)
{
    return tx.run("UPDATE vendors SET radius_km = ?3, updated_at = ?4 WHERE id = ?1"
                  " AND coalesce(radius_km, 0) = ?2",
                  seen.id, seen.radiusKm.value_or(0), radiusKm, tx.now()) == 1;
}

bool Store::setCommission(Tx &tx, const Vendor &seen, std::optional<BasisPoints> rate)
{
    constexpr int none = -1;
    return tx.run("UPDATE vendors SET commission_rate = ?3, updated_at = ?4 WHERE id = ?1"
                  " AND coalesce(commission_rate, -1) = ?2",
                  seen.id, seen.commissionRate ? seen.commissionRate->value : none, rate, tx.now()) == 1;
}

void Store::setBusinessEmail(Tx &tx, Id<Vendor> id, const QString &email)
{
    tx.run("UPDATE vendors SET business_email = ?2, is_business_email_verified = 1, updated_at = ?3 WHERE id = ?1", id,
           email, tx.now());
}

bool Store::setKycStatus(Tx &tx, Id<Vendor> id, KycStatus status, const std::optional<QString> &reason)
{
    return tx.run("UPDATE vendors SET kyc_status = ?2, kyc_reason = ?3, updated_at = ?4 WHERE id = ?1", id, status,
                  reason, tx.now()) == 1;
}

void Store::noteCanSell(Tx &tx, Id<Vendor> id)
{
    tx.run("UPDATE vendors SET can_sell = CASE WHEN kyc_status = 'approved' AND status = 'active'"
           " AND EXISTS (SELECT 1 FROM accounts WHERE accounts.id = vendors.account_id AND is_banned = 0"
           " AND is_active = 1 AND role = 'vendor') THEN 1 ELSE 0 END WHERE id = ?",
           id);
}

bool Store::insertPast(Tx &tx, const PastAccountRow &row)
{
    return tx.insertNew("accounts", row);
}

bool Store::insertPast(Tx &tx, const PastStoreRow &row)
{
    return tx.insertNew("vendors", row);
}

} // namespace accounts
