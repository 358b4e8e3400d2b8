// What Service tells of refunds, disputes and money that leaves a wallet.

#include "server/accounts/service.h"
#include "server/notifications/news.h"
#include "server/notifications/rules.h"
#include "shared/base/indiatime.h"

namespace notifications {

// The buyer hears of the money that comes, the store of every step.
Result<> Service::onRefundChanged(Tx &tx, const RefundChanged &event)
{
    const auto buyer = m_accounts.find(tx, event.buyerId);
    if (buyer && event.status == RefundStatus::Processed)
        tellAndMail(tx, {.reader = *buyer,
                         .letter = QStringLiteral("refund_email"),
                         .words = {{QStringLiteral("username"), buyer->username},
                                   {QStringLiteral("amount"), rupees(event.amount)},
                                   {QStringLiteral("order_number"), event.orderNumber}},
                         .kind = NoticeKind::OrderUpdate,
                         .objectId = event.orderId.text()});
    const auto vendor = m_accounts.find(tx, event.vendorAccountId);
    if (!vendor)
        return {};
    News news{.reader = *vendor,
              .letter = QStringLiteral("refund_update"),
              .words = {{QStringLiteral("username"), vendor->username},
                        {QStringLiteral("refund_number"), event.refundNumber},
                        {QStringLiteral("order_number"), event.orderNumber},
                        {QStringLiteral("amount"), rupees(event.amount)}},
              .sections = {names::text(event.status)},
              .kind = NoticeKind::OrderUpdate,
              .objectId = event.orderId.text()};
    addReason(news.words, event.reason);
    tell(tx, news);
    return {};
}

// Whoever did it himself is not told; what an admin or time did is told to both.
Result<> Service::onDisputeChanged(Tx &tx, const DisputeChanged &event)
{
    QList<Word> words{{QStringLiteral("dispute_number"), event.disputeNumber},
                      {QStringLiteral("order_number"), event.orderNumber},
                      {QStringLiteral("due"), india::timeText(event.answerDueAt).left(16).replace(u'T', u' ')},
                      {QStringLiteral("to_buyer"), rupees(event.toBuyer.value_or(Money{}))},
                      {QStringLiteral("to_vendor"), rupees(event.toVendor.value_or(Money{}))},
                      {QStringLiteral("link"), orderLink(event.orderId)}};
    addReason(words, event.resolution);
    const auto write = [&](Id<Account> id, Actor side) {
        const auto reader = event.actor == side ? std::nullopt : m_accounts.find(tx, id);
        if (reader)
            tellAndMail(tx, {.reader = *reader,
                             .letter = QStringLiteral("dispute_update"),
                             .words = words + QList<Word>{{QStringLiteral("username"), reader->username}},
                             .sections = {names::text(event.step)},
                             .kind = NoticeKind::OrderUpdate,
                             .objectId = event.orderId.text()});
    };
    write(event.buyerId, Actor::Buyer);
    write(event.vendorAccountId, Actor::Vendor);
    return {};
}

// Whatever is owed is said with it, because the next money that comes in pays that first.
Result<> Service::onWalletReduced(Tx &tx, const WalletReduced &event)
{
    const auto owner = m_accounts.find(tx, event.accountId);
    if (!owner)
        return {};
    News news{
        .reader = *owner,
        .letter = QStringLiteral("wallet_reduced"),
        .words = {{QStringLiteral("username"), owner->username}, {QStringLiteral("amount"), rupees(event.amount)}},
        .sections = {names::text(event.loss)},
        .kind = NoticeKind::WalletUpdate};
    if (event.owed > Money{})
        news.words += {QStringLiteral("owed"), rupees(event.owed)};
    if (event.byHand > Money{})
        news.words += {QStringLiteral("by_hand"), rupees(event.byHand)};
    if (event.amount > event.byHand)
        news.words += {QStringLiteral("by_gateway"), rupees(event.amount - event.byHand)};
    tellAndMail(tx, news);
    return {};
}

} // namespace notifications
