#include "server/ledger/differences.h"

#include "server/core/ids.h"
#include "shared/base/indiatime.h"

namespace ledger::differences {

namespace {

QString nameOf(const std::optional<Id<Account>> &owner)
{
    return owner ? owner->text() : QStringLiteral("the platform");
}

} // namespace

QString unequal(const QString &number, const std::optional<Id<Account>> &owner, Money cached, Money sum)
{
    return QStringLiteral("%1 of %2 is %3, its rows say %4").arg(number, nameOf(owner), cached.text(), sum.text());
}

QString misnamed(const QUuid &id, const QString &kind, const std::optional<Id<Account>> &owner)
{
    return QStringLiteral("account %1 is not the %2 of %3").arg(id.toString(QUuid::WithoutBraces), kind, nameOf(owner));
}

QString linesMissing(const QString &kind, Id<Account> subject, qint64 found, qint64 said)
{
    return QStringLiteral("%1 of %2 has %3 lines and says %4").arg(kind, subject.text()).arg(found).arg(said);
}

QString withoutAccounts(Id<Account> owner)
{
    return QStringLiteral("the wallet of %1 has no accounts").arg(owner.text());
}

QString carriedTo(AccountKind kind, const QUuid &before)
{
    return QStringLiteral("%1 carried to %2")
        .arg(names::text(kind), india::dayText(india::dayNumber(Ids::timeOf(before))));
}

QString unlikeMonth(const TrialLine &line, const TrialLine &carried, const QUuid &before)
{
    return QStringLiteral("all %1 is %2 in %3 accounts, the rows say %4 in %5")
        .arg(carriedTo(line.kind, before), carried.balance.text(), QString::number(carried.accounts),
             line.balance.text(), QString::number(line.accounts));
}

QString ofCarried(const QString &difference)
{
    return QStringLiteral("%1; the postings are right, and \"kabaadwala-server ledger recarry\" carries them anew")
        .arg(difference);
}

} // namespace ledger::differences
