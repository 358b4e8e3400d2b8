#include "server/people/service.h"

#include "server/accounts/service.h"
#include "server/audit/service.h"
#include "server/auth/service.h"
#include "server/core/cursor.h"
#include "server/core/permit.h"
#include "server/orders/service.h"
#include "server/people/rules.h"

#include <QJsonArray>

namespace people {

struct Service::Change
{
    QJsonValue before;
    QJsonValue after;
};

enum class Sessions { Stay, End };

// One act, the same way for all: who may, what changes, which sessions end and what the audit log says.
struct Service::Deed
{
    PersonAct act = PersonAct::Banned;
    QString reason = {};
    Sessions sessions = Sessions::Stay;
    std::function<Result<Change>(Tx &, const Account &)> change;
};

namespace {

QString nameOf(PersonStatus status)
{
    return QString(names::text(status));
}

QJsonObject powersOf(const QList<Permission> &permissions, bool isSuperAdmin)
{
    QJsonArray list;
    for (const Permission permission : permissions)
        list += QString(names::text(permission));
    return {{QStringLiteral("permissions"), list}, {QStringLiteral("super_admin"), isSuperAdmin}};
}

} // namespace

// Never oneself, so that a slip of the hand locks nobody out; and other admins only by those above them.
Result<Account> Service::touchable(Tx &tx, const Caller &caller, Id<Account> id)
{
    const auto account = m_accounts.find(tx, id);
    if (!account)
        return notFound(QLatin1StringView("account"));
    if (id == caller.id)
        return failure(ErrorCode::Forbidden, QStringLiteral("Nobody does this to the own account."));
    if (account->role == Role::Admin)
        MUST(permitSuper(caller));
    return *account;
}

void Service::note(Tx &tx, const Caller &caller, Id<Account> id, PersonAct act, const Change &change,
                   const QString &reason)
{
    QJsonObject details;
    if (!change.before.isNull())
        details.insert(QStringLiteral("old"), change.before);
    if (!change.after.isNull())
        details.insert(QStringLiteral("new"), change.after);
    if (!reason.isEmpty())
        details.insert(QStringLiteral("reason"), reason);
    const QByteArray action = "people." + QByteArray(names::text(act).data(), names::text(act).size());
    m_audit.record(tx, caller, std::string_view(action.data(), std::size_t(action.size())), "account", id.text(),
                   audit::details(details));
    tx.publish(PersonChanged{id, act});
}

Result<Person> Service::act(const Caller &caller, Id<Account> id, const Deed &deed)
{
    MUST(permit(caller, Permission::ManageUsers));
    LET(person, m_db.write(caller, [&](Tx &tx) -> Result<Person> {
        LET(seen, touchable(tx, caller, id));
        LET(change, deed.change(tx, seen));
        if (deed.sessions == Sessions::End) {
            m_auth.revokeAll(tx, id, QString(names::text(deed.act)));
            m_auth.narrowKeys(tx, caller, id);
        }
        note(tx, caller, id, deed.act, change, deed.reason);
        return described(tx, id);
    }));
    if (deed.sessions == Sessions::End) {
        m_auth.noteRevoked({id, std::nullopt, {}});
        m_auth.loadKeys();
    }
    return person;
}

void Service::addLock(Tx &tx, Person &person)
{
    person.lockedUntil = m_auth.lockedUntil(tx, person.id);
    if (person.lockedUntil && person.status == PersonStatus::Active)
        person.status = PersonStatus::Locked;
}

Person Service::described(Tx &tx, Id<Account> id)
{
    Person out = *m_accounts.person(tx, id);
    addLock(tx, out);
    return out;
}

Result<Page<Person>> Service::page(const ListPeople &wish)
{
    LET(before, cursor::idOf<Account>(wish.cursor));
    return cursor::pageById(m_db.read([&](Tx &tx) {
        const bool needsLocks = wish.status == PersonStatus::Locked || wish.status == PersonStatus::Active;
        QList<Person> out = m_accounts.people(
            tx,
            {.wish = wish, .before = before, .locked = needsLocks ? m_auth.lockedAccounts(tx) : QList<Id<Account>>()});
        for (Person &person : out)
            addLock(tx, person);
        return out;
    }),
                            wish.limit);
}

Result<Page<Person>> Service::listPeople(const Caller &caller, const ListPeople &wish)
{
    MUST(permit(caller, Permission::ManageUsers));
    return page(wish);
}

Result<Person> Service::readPerson(const Caller &caller, Id<Account> id)
{
    MUST(permit(caller, Permission::ManageUsers));
    return m_db.read([&](Tx &tx) -> Result<Person> {
        if (!m_accounts.find(tx, id))
            return notFound(QLatin1StringView("account"));
        return described(tx, id);
    });
}

Result<QList<Session>> Service::listSessions(const Caller &caller, Id<Account> id)
{
    MUST(permit(caller, Permission::ManageUsers));
    return m_db.read([&](Tx &tx) -> Result<QList<Session>> {
        if (!m_accounts.find(tx, id))
            return notFound(QLatin1StringView("account"));
        return m_auth.sessionsOf(tx, id, caller.sessionId);
    });
}

Result<Page<AuditEntry>> Service::listActivity(const Caller &caller, Id<Account> id, const ListPersonActivity &wish)
{
    MUST(permit(caller, Permission::ManageUsers));
    LET(before, cursor::idOf<AuditEntry>(wish.cursor));
    return m_db.read([&](Tx &tx) -> Result<Page<AuditEntry>> {
        if (!m_accounts.find(tx, id))
            return notFound(QLatin1StringView("account"));
        return cursor::pageById(m_audit.ofPerson(tx, id, before, wish.limit + 1), wish.limit);
    });
}

Result<Person> Service::ban(const Caller &caller, Id<Account> id, const PersonReason &wish)
{
    return act(caller, id,
               {.act = PersonAct::Banned,
                .reason = wish.reason,
                .sessions = Sessions::End,
                .change = [&](Tx &tx, const Account &seen) -> Result<Change> {
                    const PersonStatus before = described(tx, id).status;
                    MUST(m_accounts.ban(tx, seen, wish.reason));
                    tx.publish(AccountBanned{id, wish.reason});
                    return Change{nameOf(before), nameOf(PersonStatus::Banned)};
                }});
}

Result<Person> Service::unban(const Caller &caller, Id<Account> id, const PersonReason &wish)
{
    return act(caller, id,
               {.act = PersonAct::Unbanned,
                .reason = wish.reason,
                .change = [&](Tx &tx, const Account &seen) -> Result<Change> {
                    MUST(m_accounts.unban(tx, seen));
                    return Change{nameOf(PersonStatus::Banned), nameOf(described(tx, id).status)};
                }});
}

Result<Person> Service::suspend(const Caller &caller, Id<Account> id, const PersonReason &wish)
{
    return act(caller, id,
               {.act = PersonAct::Suspended,
                .reason = wish.reason,
                .sessions = Sessions::End,
                .change = [&](Tx &tx, const Account &seen) -> Result<Change> {
                    const PersonStatus before = described(tx, id).status;
                    MUST(m_accounts.suspend(tx, seen));
                    return Change{nameOf(before), nameOf(PersonStatus::Inactive)};
                }});
}

Result<Person> Service::activate(const Caller &caller, Id<Account> id, const PersonReason &wish)
{
    return act(caller, id,
               {.act = PersonAct::Activated,
                .reason = wish.reason,
                .change = [&](Tx &tx, const Account &seen) -> Result<Change> {
                    MUST(m_accounts.resume(tx, seen));
                    return Change{nameOf(PersonStatus::Inactive), nameOf(described(tx, id).status)};
                }});
}

Result<Person> Service::verifyEmail(const Caller &caller, Id<Account> id, const PersonReason &wish)
{
    return act(
        caller, id,
        {.act = PersonAct::Verified, .reason = wish.reason, .change = [&](Tx &tx, const Account &) -> Result<Change> {
             MUST(m_accounts.activate(tx, id));
             return Change{nameOf(PersonStatus::Unverified), nameOf(described(tx, id).status)};
         }});
}

// Where nothing is locked and nobody signed in, the wish is fulfilled as well.
Result<Person> Service::unlock(const Caller &caller, Id<Account> id)
{
    return act(caller, id, {.act = PersonAct::Unlocked, .change = [&](Tx &tx, const Account &) -> Result<Change> {
                                const bool wasLocked = m_auth.unlock(tx, id);
                                return Change{wasLocked ? nameOf(PersonStatus::Locked) : QJsonValue(), {}};
                            }});
}

Result<Person> Service::endSessions(const Caller &caller, Id<Account> id)
{
    return act(caller, id,
               {.act = PersonAct::SessionsEnded,
                .sessions = Sessions::End,
                .change = [&](Tx &tx, const Account &) -> Result<Change> {
                    return Change{m_auth.sessionsOf(tx, id, {}).size(), 0};
                }});
}

Result<Person> Service::sendReset(const Caller &caller, Id<Account> id)
{
    return act(caller, id, {.act = PersonAct::ResetSent, .change = [&](Tx &tx, const Account &seen) -> Result<Change> {
                                MUST(m_auth.sendReset(tx, seen));
                                return Change{};
                            }});
}

// An order is between a buyer and a vendor as they were; whoever changes sides has to end it first.
Result<Person> Service::changeRole(const Caller &caller, Id<Account> id, const ChangeRole &wish)
{
    return act(caller, id,
               {.act = PersonAct::RoleChanged,
                .reason = wish.reason,
                .sessions = Sessions::End,
                .change = [&](Tx &tx, const Account &seen) -> Result<Change> {
                    if (wish.role == Role::Admin)
                        MUST(permitSuper(caller));
                    if (changesSides(seen.role, wish.role) && m_orders.hasOpen(tx, seen))
                        return failure(ErrorCode::Conflict,
                                       QStringLiteral("This account has orders that are not over."));
                    MUST(m_accounts.setRole(tx, seen, wish.role));
                    return Change{QString(names::text(seen.role)), QString(names::text(wish.role))};
                }});
}

Result<Person> Service::approveDistributor(const Caller &caller, Id<Account> id)
{
    return act(caller, id,
               {.act = PersonAct::DistributorApproved, .change = [&](Tx &tx, const Account &seen) -> Result<Change> {
                    MUST(m_accounts.decideDistributor(tx, seen, DistributorStatus::Approved));
                    if (seen.role != Role::Distributor)
                        m_auth.revokeAll(tx, id, QStringLiteral("role_changed"));
                    tx.publish(DistributorDecided{id, DistributorStatus::Approved, std::nullopt});
                    return Change{QString(names::text(seen.distributorStatus)),
                                  QString(names::text(DistributorStatus::Approved))};
                }});
}

Result<Person> Service::rejectDistributor(const Caller &caller, Id<Account> id, const PersonReason &wish)
{
    return act(caller, id,
               {.act = PersonAct::DistributorRejected,
                .reason = wish.reason,
                .change = [&](Tx &tx, const Account &seen) -> Result<Change> {
                    MUST(m_accounts.decideDistributor(tx, seen, DistributorStatus::Rejected));
                    tx.publish(DistributorDecided{id, DistributorStatus::Rejected, wish.reason});
                    return Change{QString(names::text(seen.distributorStatus)),
                                  QString(names::text(DistributorStatus::Rejected))};
                }});
}

Result<Person> Service::changePowers(const Caller &caller, Id<Account> id, const ChangePowers &wish)
{
    MUST(permitSuper(caller));
    LET(permissions, cleaned(wish.permissions));
    return act(caller, id,
               {.act = PersonAct::PowersChanged,
                .reason = wish.reason,
                .sessions = Sessions::End,
                .change = [&](Tx &tx, const Account &seen) -> Result<Change> {
                    const auto before = m_accounts.permissionsOf(tx, id);
                    MUST(m_accounts.setPowers(tx, seen, {permissions, wish.isSuperAdmin}));
                    return Change{powersOf(before, seen.isSuperAdmin), powersOf(permissions, wish.isSuperAdmin)};
                }});
}

Result<Page<Person>> Service::listStaff(const Caller &caller, const ListStaff &wish)
{
    MUST(permitSuper(caller));
    return page({.limit = wish.limit, .cursor = wish.cursor, .q = wish.q, .role = Role::Admin});
}

// The account is inactive and not verified until the mailed token sets its password.
Result<Person> Service::inviteStaff(const Caller &caller, const InviteStaff &wish)
{
    MUST(permitSuper(caller));
    LET(permissions, cleaned(wish.permissions));
    LET(hash, m_auth.unknownPassword());
    return m_db.write(caller, [&](Tx &tx) -> Result<Person> {
        accounts::NewAccount account{
            .username = wish.username, .email = wish.email, .role = Role::Admin, .permissions = permissions};
        if (wish.language)
            account.language = *wish.language;
        LET(made, m_auth.invite(tx, account, hash));
        note(tx, caller, made.id, PersonAct::Invited, {{}, powersOf(permissions, false)});
        return described(tx, made.id);
    });
}

} // namespace people
