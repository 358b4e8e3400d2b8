#include "server/accounts/service.h"

#include "server/accounts/rules.h"
#include "server/core/ids.h"
#include "server/core/permit.h"
#include "server/storage/service.h"

namespace accounts {

namespace {

auto taken(const char *field, const char *problem)
{
    return failure(ErrorCode::AlreadyExists, QString::fromLatin1(problem),
                   {{QString::fromLatin1(field), QStringLiteral("is taken")}});
}

} // namespace

Result<Account> Service::create(Tx &tx, const NewAccount &wish)
{
    if (const auto problem = usernameProblem(wish.username))
        return refusal(QStringLiteral("username"), *problem);
    if (!wish.verifiedPhone && !isEmail(wish.email))
        return refusal(QStringLiteral("email"), QStringLiteral("is not an e-mail address"));

    const bool isVendor = wish.role == Role::Vendor;
    const NewRow row{.id = m_ids.next<Account>(),
                     .username = wish.username,
                     .usernameKey = key(wish.username),
                     .email = wish.verifiedPhone ? std::nullopt : std::optional(wish.email.trimmed()),
                     .emailKey = wish.verifiedPhone ? std::nullopt : std::optional(key(wish.email)),
                     .phone = wish.verifiedPhone,
                     .isPhoneVerified = wish.verifiedPhone.has_value(),
                     .role = wish.role,
                     .distributorStatus = wish.distributorStatus,
                     .isSuperAdmin = wish.isSuperAdmin,
                     .isActive = wish.isActive,
                     .isVerified = wish.isVerified,
                     .language = wish.language,
                     .isProfileComplete = wish.role == Role::Admin,
                     .vendorId = isVendor ? std::optional(m_ids.next<Vendor>()) : std::nullopt,
                     .permissions = wish.permissions,
                     .dateJoined = tx.now()};
    if (!m_store.insert(tx, row))
        return m_store.findByUsername(tx, row.usernameKey) ? taken("username", "This username is taken.")
                                                           : taken("email", "This e-mail address is taken.");
    const auto account = m_store.find(tx, row.id);
    if (isVendor)
        openStore(tx, *account, *row.vendorId);
    tx.publish(AccountOpened{row.id, row.role});
    return *account;
}

void Service::openStore(Tx &tx, const Account &account, Id<Vendor> id)
{
    NewStore row{.id = id,
                 .accountId = account.id,
                 .storeName = account.username,
                 .storeKey = key(account.username),
                 .businessEmail = account.email,
                 .isBusinessEmailVerified = account.isVerified,
                 .createdAt = tx.now()};
    // Another store may have chosen this username as its name; ids are unique, so the second try is the last.
    if (!m_store.insertStore(tx, row)) {
        row.storeName += QLatin1Char('-') + id.text().right(12);
        row.storeKey = key(row.storeName);
        m_store.insertStore(tx, row);
    }
}

std::optional<Account> Service::find(Tx &tx, Id<Account> id)
{
    return m_store.find(tx, id);
}

QHash<Id<Account>, QString> Service::namesOf(Tx &tx, const QList<Id<Account>> &ids)
{
    QHash<Id<Account>, QString> out;
    for (const NamedAccount &account : m_store.named(tx, ids))
        out[account.id] =
            account.fullName ? QStringLiteral("%1 (%2)").arg(*account.fullName, account.username) : account.username;
    return out;
}

std::optional<Account> Service::findByIdentifier(Tx &tx, const QString &usernameOrEmail)
{
    const QString wanted = key(usernameOrEmail);
    if (wanted.startsWith(QLatin1Char('+')))
        return m_store.findByVerifiedPhone(tx, wanted);
    return wanted.contains(QLatin1Char('@')) ? m_store.findByEmail(tx, wanted) : m_store.findByUsername(tx, wanted);
}

std::optional<Account> Service::findByEmail(Tx &tx, const QString &email)
{
    return m_store.findByEmail(tx, key(email));
}

bool Service::isUsernameFree(Tx &tx, const QString &username)
{
    return !usernameProblem(username) && !m_store.findByUsername(tx, key(username));
}

bool Service::verifyPhone(Tx &tx, Id<Account> id, const QString &phone)
{
    return m_store.verifyPhone(tx, id, phone);
}

bool Service::takeEmail(Tx &tx, Id<Account> id, const QString &email)
{
    return m_store.takeEmail(tx, id, email, key(email));
}

Result<> Service::chooseUsername(Tx &tx, const Account &seen, const QString &username)
{
    if (key(username) == key(seen.username))
        return {};
    if (const auto problem = usernameProblem(username))
        return refusal(QStringLiteral("username"), *problem);
    if (seen.isVerified)
        return refusal(QStringLiteral("username"), QStringLiteral("cannot be chosen any more"));
    if (!m_store.chooseUsername(tx, seen.id, username, key(username)))
        return taken("username", "This username is taken.");
    return {};
}

Result<> Service::activate(Tx &tx, Id<Account> id)
{
    if (!m_store.activate(tx, id))
        return failure(ErrorCode::Conflict, QStringLiteral("This account is active already."));
    return {};
}

void Service::noteSignIn(Tx &tx, Id<Account> id)
{
    m_store.noteSignIn(tx, id, tx.now());
}

QList<Permission> Service::permissionsOf(Tx &tx, Id<Account> id)
{
    return m_store.permissionsOf(tx, id);
}

std::optional<Vendor> Service::vendor(Tx &tx, Id<Vendor> id)
{
    return m_store.vendor(tx, id);
}

Result<Address> Service::addressOf(Tx &tx, Id<Account> owner, Id<Address> id)
{
    if (auto address = m_store.address(tx, owner, id))
        return *address;
    return notFound(QLatin1StringView("address"));
}

std::optional<Address> Service::defaultAddressOf(Tx &tx, Id<Account> owner)
{
    return m_store.defaultAddress(tx, owner);
}

Result<> Service::setKycStatus(Tx &tx, Id<Vendor> id, KycStatus status, const std::optional<QString> &reason)
{
    MUST(noteKycStatus(tx, id, status, reason));
    tx.publish(VendorChanged{id});
    return {};
}

Result<> Service::noteKycStatus(Tx &tx, Id<Vendor> id, KycStatus status, const std::optional<QString> &reason)
{
    if (!m_store.setKycStatus(tx, id, status, reason))
        return notFound(QLatin1StringView("vendor"));
    m_store.noteCanSell(tx, id);
    return {};
}

std::optional<Account> Service::account(Id<Account> id)
{
    return m_db.read([&](Tx &tx) { return m_store.find(tx, id); });
}

void Service::noteCompleteness(Tx &tx, Id<Account> id)
{
    if (m_store.noteCompleteness(tx, id))
        tx.publish(ProfileCompleted{id});
}

Result<Account> Service::readMe(const Caller &caller)
{
    return m_db.read([&](Tx &tx) -> Result<Account> {
        if (auto account = m_store.find(tx, caller.id))
            return *account;
        return notFound(QLatin1StringView("account"));
    });
}

Result<Account> Service::updateMe(const Caller &caller, const UpdateAccount &wish)
{
    return m_db.write(caller, [&](Tx &tx) -> Result<Account> {
        if (wish.photoId)
            MUST(m_storage.claim(tx, *wish.photoId, caller.id, FilePurpose::ProfilePhoto));
        const auto seen = m_store.find(tx, caller.id);
        if (!seen)
            return notFound(QLatin1StringView("account"));
        // It is all that such an account is known by (C73).
        if (!seen->isVerified && seen->isPhoneVerified && seen->phone != wish.phone)
            return failure(ErrorCode::Conflict, QStringLiteral("Verify your e-mail address first."),
                           {{QStringLiteral("phone"), QStringLiteral("cannot be changed yet")}});
        m_store.updateProfile(tx, caller.id, wish);
        noteCompleteness(tx, caller.id);
        return *m_store.find(tx, caller.id);
    });
}

} // namespace accounts
