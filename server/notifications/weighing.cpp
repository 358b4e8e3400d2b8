// What Service tells of weights: each party what the other one, or time, has done.

#include "server/accounts/service.h"
#include "server/notifications/news.h"
#include "server/notifications/rules.h"
#include "shared/base/indiatime.h"

namespace notifications {

Result<> Service::onWeighTicketChanged(Tx &tx, const WeighTicketChanged &event)
{
    for (const auto &[reader, party] :
         {std::pair(event.buyerId, Actor::Buyer), std::pair(event.vendorAccountId, Actor::Vendor)}) {
        const auto account = event.by == party ? std::nullopt : m_accounts.find(tx, reader);
        if (!account)
            continue;
        News news{.reader = *account,
                  .letter = QStringLiteral("weigh_update"),
                  .words = {{QStringLiteral("username"), account->username},
                            {QStringLiteral("order_number"), event.orderNumber},
                            {QStringLiteral("ticket"), QString::number(event.number)},
                            {QStringLiteral("title"), event.title},
                            {QStringLiteral("net"), event.net.text()},
                            {QStringLiteral("unit"), names::text(event.unit)},
                            {QStringLiteral("link"), orderLink(event.orderId)}},
                  .sections = {names::text(event.act)},
                  .kind = NoticeKind::OrderUpdate,
                  .objectId = event.orderId.text()};
        addReason(news.words, event.reason);
        tellAndMail(tx, news);
    }
    return {};
}

// The buyer hears what is asked, the store what became of it. What was superseded was a question of a moment.
Result<> Service::onWeighTopUpChanged(Tx &tx, const WeighTopUpChanged &event)
{
    if (event.status == TopUpStatus::Superseded)
        return {};
    const bool isAsked = event.status == TopUpStatus::Asked;
    const auto account = m_accounts.find(tx, isAsked ? event.buyerId : event.vendorAccountId);
    if (!account)
        return {};
    tellAndMail(tx, {.reader = *account,
                     .letter = QStringLiteral("weigh_top_up"),
                     .words = {{QStringLiteral("username"), account->username},
                               {QStringLiteral("order_number"), event.orderNumber},
                               {QStringLiteral("amount"), rupees(event.amount)},
                               {QStringLiteral("day"), india::dayText(india::dayNumber(event.deadline))},
                               {QStringLiteral("link"), orderLink(event.orderId)}},
                     .sections = {names::text(event.status)},
                     .kind = NoticeKind::OrderUpdate,
                     .objectId = event.orderId.text()});
    return {};
}

} // namespace notifications
