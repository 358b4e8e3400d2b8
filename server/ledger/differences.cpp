#include "server/ledger/differences.h"

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

} // namespace ledger::differences
