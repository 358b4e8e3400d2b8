// What admins are told who look after the money.

#include "server/accounts/service.h"
#include "server/notifications/news.h"
#include "server/notifications/rules.h"
#include "server/notifications/service.h"

namespace notifications {

namespace {

constexpr int adminsMax = 200;

} // namespace

// Every admin who may let money leave. A statement can flag a hundred lines: whoever has not looked at the list yet is
// not told of the next one.
void Service::tellCashiers(Tx &tx, News news)
{
    const QList<Word> words = news.words;
    for (const Person &admin : m_accounts.people(tx, {.wish = {.limit = adminsMax, .role = Role::Admin}})) {
        if (!admin.isActive || (!admin.isSuperAdmin && !admin.permissions.contains(Permission::ManagePayouts)))
            continue;
        const auto reader = m_accounts.find(tx, admin.id);
        const bool isTold = news.kind == NoticeKind::MoneyAlert && m_store.hasUnread(tx, admin.id, news.kind);
        if (!reader || isTold)
            continue;
        news.reader = *reader;
        news.words = words;
        news.words += {QStringLiteral("username"), reader->username};
        tell(tx, news);
        mail(tx, news, reader->email.value_or(QString()));
    }
}

Result<> Service::onBooksJudged(Tx &tx, const BooksJudged &event)
{
    tellCashiers(tx, {.letter = QStringLiteral("books_judged"),
                      .words = {{QStringLiteral("difference"), event.difference.value_or(QString())}},
                      .sections = {event.difference ? QStringLiteral("in_doubt") : QStringLiteral("sound")},
                      .kind = NoticeKind::BooksAlert});
    return {};
}

Result<> Service::onCustodyDiffers(Tx &tx, const CustodyDiffers &event)
{
    tellCashiers(tx, {.letter = QStringLiteral("custody_differs"),
                      .words = {{QStringLiteral("day"), event.day},
                                {QStringLiteral("amount"), rupees(event.amount)},
                                {QStringLiteral("expected"), rupees(event.expected)},
                                {QStringLiteral("difference"), rupees(event.difference)},
                                {QStringLiteral("excess"), rupees(event.excess)}},
                      .sections = event.excess > Money{} ? QList{QStringLiteral("overdrawn")} : QList<QString>(),
                      .kind = NoticeKind::BooksAlert});
    return {};
}

Result<> Service::onMoneyFlagged(Tx &tx, const MoneyFlagged &event)
{
    tellCashiers(
        tx, {.letter = QStringLiteral("money_flagged"),
             .words = {{QStringLiteral("provider"), event.provider}, {QStringLiteral("amount"), rupees(event.amount)}},
             .sections = {names::text(event.kind)},
             .kind = NoticeKind::MoneyAlert,
             .objectId = event.flagId.text()});
    return {};
}

} // namespace notifications
