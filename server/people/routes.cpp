#include "server/people/routes.h"

#include "server/http/router.h"
#include "server/people/service.h"

namespace people {

namespace {

template <class In>
using Act = Result<Person> (Service::*)(const Caller &, Id<Account>, const In &);

template <class In>
void bind(http::Router &router, const Endpoint<In, Person, Id<Account>> &endpoint, Service &people, Act<In> act)
{
    router.on(endpoint, [&people, act](const Caller &caller, Id<Account> id, const In &wish) {
        return (people.*act)(caller, id, wish);
    });
}

} // namespace

void routes(http::Router &router, Service &people)
{
    router.on(api::listPeople,
              [&](const Caller &caller, const ListPeople &wish) { return people.listPeople(caller, wish); });
    router.on(api::readPerson, [&](const Caller &caller, Id<Account> id) { return people.readPerson(caller, id); });
    router.on(api::listPersonSessions,
              [&](const Caller &caller, Id<Account> id) { return people.listSessions(caller, id); });
    router.on(api::listPersonActivity, [&](const Caller &caller, Id<Account> id, const ListPersonActivity &wish) {
        return people.listActivity(caller, id, wish);
    });
    bind(router, api::banPerson, people, &Service::ban);
    bind(router, api::unbanPerson, people, &Service::unban);
    bind(router, api::suspendPerson, people, &Service::suspend);
    bind(router, api::activatePerson, people, &Service::activate);
    bind(router, api::verifyPersonEmail, people, &Service::verifyEmail);
    router.on(api::unlockPerson, [&](const Caller &caller, Id<Account> id) { return people.unlock(caller, id); });
    router.on(api::endPersonSessions,
              [&](const Caller &caller, Id<Account> id) { return people.endSessions(caller, id); });
    router.on(api::sendPersonReset, [&](const Caller &caller, Id<Account> id) { return people.sendReset(caller, id); });
    bind(router, api::changeRole, people, &Service::changeRole);
    router.on(api::approveDistributor,
              [&](const Caller &caller, Id<Account> id) { return people.approveDistributor(caller, id); });
    bind(router, api::rejectDistributor, people, &Service::rejectDistributor);
    bind(router, api::changePowers, people, &Service::changePowers);
    router.on(api::listStaff,
              [&](const Caller &caller, const ListStaff &wish) { return people.listStaff(caller, wish); });
    router.on(api::inviteStaff,
              [&](const Caller &caller, const InviteStaff &wish) { return people.inviteStaff(caller, wish); });
}

} // namespace people
