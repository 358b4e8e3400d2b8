#pragma once

// What admins do to people. Whoever loses a right loses the sessions that carry it in the same transaction (AUTH-22).

#include "server/core/db.h"
#include "shared/contract/people.h"

#include <QJsonValue>

namespace accounts {
class Service;
}
namespace auth {
class Service;
}
namespace orders {
class Service;
}
namespace audit {
class Service;
}

namespace people {

class Service
{
public:
    Service(Db &db, accounts::Service &accounts, auth::Service &auth, orders::Service &orders, audit::Service &audit)
        : m_db(db)
        , m_accounts(accounts)
        , m_auth(auth)
        , m_orders(orders)
        , m_audit(audit)
    {}

    Result<Page<Person>> listPeople(const Caller &caller, const ListPeople &wish);
    Result<Person> readPerson(const Caller &caller, Id<Account> id);
    Result<QList<Session>> listSessions(const Caller &caller, Id<Account> id);
    Result<Page<AuditEntry>> listActivity(const Caller &caller, Id<Account> id, const ListPersonActivity &wish);

    Result<Person> ban(const Caller &caller, Id<Account> id, const PersonReason &wish);
    Result<Person> unban(const Caller &caller, Id<Account> id, const PersonReason &wish);
    Result<Person> suspend(const Caller &caller, Id<Account> id, const PersonReason &wish);
    Result<Person> activate(const Caller &caller, Id<Account> id, const PersonReason &wish);
    Result<Person> verifyEmail(const Caller &caller, Id<Account> id, const PersonReason &wish);
    Result<Person> unlock(const Caller &caller, Id<Account> id);
    Result<Person> endSessions(const Caller &caller, Id<Account> id);
    Result<Person> sendReset(const Caller &caller, Id<Account> id);
    Result<Person> changeRole(const Caller &caller, Id<Account> id, const ChangeRole &wish);
    Result<Person> approveDistributor(const Caller &caller, Id<Account> id);
    Result<Person> rejectDistributor(const Caller &caller, Id<Account> id, const PersonReason &wish);

    // Of super-admins only.
    Result<Person> changePowers(const Caller &caller, Id<Account> id, const ChangePowers &wish);
    Result<Page<Person>> listStaff(const Caller &caller, const ListStaff &wish);
    Result<Person> inviteStaff(const Caller &caller, const InviteStaff &wish);

private:
    struct Deed;
    struct Change;

    Result<Person> act(const Caller &caller, Id<Account> id, const Deed &deed);
    Result<Account> touchable(Tx &tx, const Caller &caller, Id<Account> id);
    void note(Tx &tx, const Caller &caller, Id<Account> id, PersonAct act, const Change &change,
              const QString &reason = {});
    Result<Page<Person>> page(const ListPeople &wish);
    Person described(Tx &tx, Id<Account> id);
    void addLock(Tx &tx, Person &person);

    Db &m_db;
    accounts::Service &m_accounts;
    auth::Service &m_auth;
    orders::Service &m_orders;
    audit::Service &m_audit;
};

} // namespace people
