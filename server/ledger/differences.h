#pragma once

// How a difference in the books is said to whoever looks after them.

#include "server/ledger/rules.h"

namespace ledger::differences {

QString unequal(const QString &number, const std::optional<Id<Account>> &owner, Money cached, Money sum);
QString misnamed(const QUuid &id, const QString &kind, const std::optional<Id<Account>> &owner);
QString linesMissing(const QString &kind, Id<Account> subject, qint64 found, qint64 said);
QString withoutAccounts(Id<Account> owner);
// A balance as it was carried forward to the day of that id, to be said with unequal().
QString carriedTo(AccountKind kind, const QUuid &before);
QString unlikeMonth(const TrialLine &line, const TrialLine &carried, const QUuid &before);
// A difference of what is carried alone, with what can be done about it.
QString ofCarried(const QString &difference);

} // namespace ledger::differences
