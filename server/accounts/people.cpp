// The building blocks of Service for what admins do to people.

#include "server/accounts/service.h"
#include "server/core/ids.h"

namespace accounts {

namespace {

Result<> unchanged(const Account &account, const char *why)
{
    if (account.isSuperAdmin)
        return failure(ErrorCode::Conflict, QStringLiteral("It is so already, or no super-admin would be left."));
    return failure(ErrorCode::Conflict, QString::fromLatin1(why));
}

} // namespace

QList<Person> Service::people(Tx &tx, const PeopleQuestion &question)
{
    return m_store.people(tx, question);
}

std::optional<Person> Service::person(Tx &tx, Id<Account> id)
{
    return m_store.person(tx, id);
}

// Whether a store may sell hangs on its owner (VEN-08).
Result<> Service::passOn(Tx &tx, const Account &changed)
{
    const auto now = m_store.find(tx, changed.id);
    if (now->vendorId) {
        m_store.noteCanSell(tx, *now->vendorId);
        tx.publish(VendorChanged{*now->vendorId});
    }
    return {};
}

Result<> Service::ban(Tx &tx, const Account &seen, const QString &reason)
{
    if (!m_store.ban(tx, seen.id, reason))
        return unchanged(seen, "This account is banned already.");
    return passOn(tx, seen);
}

Result<> Service::unban(Tx &tx, const Account &seen)
{
    if (!m_store.unban(tx, seen.id))
        return unchanged(seen, "This account is not banned.");
    return passOn(tx, seen);
}

Result<> Service::suspend(Tx &tx, const Account &seen)
{
    if (!m_store.suspend(tx, seen.id))
        return unchanged(seen, "This account is not active.");
    return passOn(tx, seen);
}

Result<> Service::resume(Tx &tx, const Account &seen)
{
    if (!m_store.resume(tx, seen.id))
        return unchanged(seen, "This account has not been suspended.");
    return passOn(tx, seen);
}

// Whoever becomes a vendor gets a store, or the one that was left comes back.
Result<> Service::setRole(Tx &tx, const Account &seen, Role role)
{
    RoleRow row{.role = role};
    if (role == seen.role)
        return failure(ErrorCode::Conflict, QStringLiteral("The account has this role already."));
    if (role == Role::Distributor)
        row.distributorStatus = DistributorStatus::Approved;
    if (role == Role::Vendor && !seen.vendorId)
        row.newStore = m_ids.next<Vendor>();
    if (!m_store.setRole(tx, seen.id, seen.role, row))
        return unchanged(seen, "The account's role has changed meanwhile.");
    if (row.newStore)
        openStore(tx, seen, *row.newStore);
    noteCompleteness(tx, seen.id);
    return passOn(tx, seen);
}

Result<> Service::setPowers(Tx &tx, const Account &seen, const Powers &powers)
{
    if (!m_store.setPowers(tx, seen.id, powers))
        return unchanged(seen, "Only admins have permissions.");
    return passOn(tx, seen);
}

Result<> Service::decideDistributor(Tx &tx, const Account &seen, DistributorStatus status)
{
    if (!m_store.decideDistributor(tx, seen.id, status))
        return unchanged(seen, "This account does not wait for a decision.");
    return passOn(tx, seen);
}

} // namespace accounts
