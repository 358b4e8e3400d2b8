#pragma once

// People of every state for the pages about them.

#include "shared/contract/people.h"
#include "tests/console/pages/samples.h"

namespace samples {

Person person(int number, const QString &username, const QString &name, Role role,
              PersonStatus status = PersonStatus::Active);
QList<Person> crowd();
QList<Person> staff();
QList<Session> sessionsOf(const Person &person);
QList<AuditEntry> activityOf(const Person &person);

} // namespace samples
