// What admins are told who look after the money.

#include "server/accounts/service.h"
#include "server/notifications/news.h"
#include "server/notifications/service.h"

namespace notifications {

namespace {

constexpr int adminsMax = 200;

} // namespace

Result<> Service::onBooksJudged(Tx &tx, const BooksJudged &event)
{
    for (const Person &admin : m_accounts.people(tx, {.wish = {.limit = adminsMax, .role = Role::Admin}})) {
        if (!admin.isActive || (!admin.isSuperAdmin && !admin.permissions.contains(Permission::ManagePayouts)))
            continue;
        const auto reader = m_accounts.find(tx, admin.id);
        if (!reader)
            continue;
        const QString state = event.difference ? QStringLiteral("in_doubt") : QStringLiteral("sound");
        mail(tx,
             {.reader = *reader,
              .letter = QStringLiteral("books_judged"),
              .words = {{QStringLiteral("username"), reader->username},
                        {QStringLiteral("difference"), event.difference.value_or(QString())}},
              .sections = {state}},
             reader->email.value_or(QString()));
    }
    return {};
}

} // namespace notifications
