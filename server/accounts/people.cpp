// The building blocks of Service for what admins do to people.

#include "server/accounts/service.h"
#include "server/core/ids.h"

namespace accounts {

QList<Person> Service::people(Tx &tx, const PeopleQuestion &question)
{
    return m_store.people(tx, question);
}

std::optional<Person> Service::person(Tx &tx, Id<Account> id)
{
    return m_store.person(tx, id);
}

// What follows from a change, or why there was none. Whether a store may sell hangs on its owner (VEN-08).
Result<> Service::changed(Tx &tx, const Account &seen, bool isChanged, const char *otherwise)
{
    if (!isChanged)
        return failure(ErrorCode::Conflict, seen.isSuperAdmin
                                                ? QStringLiteral("It is so already, or no super-admin would be left.")
                                                : QString::fromLatin1(otherwise));
    const auto now = m_store.find(tx, seen.id);
    if (now->vendorId) {
        m_store.noteCanSell(tx, *now->vendorId);
        tx.publish(VendorChanged{*now->vendorId});
    }
    return {};
}

Result<> Service::ban(Tx &tx, const Account &seen, const QString &reason)
{
    return changed(tx, seen, m_store.ban(tx, seen.id, reason), "This account is banned already.");
}

Result<> Service::unban(Tx &tx, const Account &seen)
{
    return changed(tx, seen, m_store.unban(tx, seen.id), "This account is not banned.");
}

Result<> Service::suspend(Tx &tx, const Account &seen)
{
    return changed(tx, seen, m_store.suspend(tx, seen.id), "This account is not active.");
}

Result<> Service::resume(Tx &tx, const Account &seen)
{
    return changed(tx, seen, m_store.resume(tx, seen.id), "This account has not been suspended.");
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
    const bool isChanged = m_store.setRole(tx, seen.id, seen.role, row);
    if (isChanged && row.newStore)
        openStore(tx, seen, *row.newStore);
    MUST(changed(tx, seen, isChanged, "The account's role has changed meanwhile."));
    noteCompleteness(tx, seen.id);
    return {};
}

Result<> Service::setPowers(Tx &tx, const Account &seen, const Powers &powers)
{
    return changed(tx, seen, m_store.setPowers(tx, seen.id, powers), "Only admins have permissions.");
}

Result<> Service::decideDistributor(Tx &tx, const Account &seen, DistributorStatus status)
{
    return changed(tx, seen, m_store.decideDistributor(tx, seen.id, status),
                   "This account does not wait for a decision.");
}

} // namespace accounts
