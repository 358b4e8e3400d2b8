// What Service tells of stores: to their vendors, and to the buyers of one that was suspended.

#include "server/accounts/service.h"
#include "server/notifications/news.h"
#include "server/notifications/rules.h"

namespace notifications {

void Service::tellAndMail(Tx &tx, const News &news)
{
    tell(tx, news);
    mail(tx, news, news.reader.email.value_or(QString()));
}

Result<> Service::onVendorModerated(Tx &tx, const VendorModerated &event)
{
    const auto vendor = m_accounts.find(tx, event.accountId);
    if (!vendor)
        return {};
    News news{
        .reader = *vendor,
        .letter = QStringLiteral("store_update"),
        .words = {{QStringLiteral("username"), vendor->username}, {QStringLiteral("store_name"), event.storeName}},
        .sections = {names::text(event.act)},
        .kind = NoticeKind::StoreUpdate,
        .objectId = event.vendorId.text()};
    // A limit that was taken away has no number; its letter says so.
    if (event.after)
        news.words += Word{QStringLiteral("value"), *event.after};
    else
        news.sections += QStringLiteral("taken_away");
    addReason(news.words, event.reason);
    tellAndMail(tx, news);
    return {};
}

Result<> Service::onBuyersOfSuspended(Tx &tx, const BuyersOfSuspended &event)
{
    for (const Id<Account> id : event.buyers) {
        if (const auto buyer = m_accounts.find(tx, id))
            tellAndMail(tx, {.reader = *buyer,
                             .letter = QStringLiteral("store_suspended"),
                             .words = {{QStringLiteral("username"), buyer->username},
                                       {QStringLiteral("store_name"), event.storeName}},
                             .kind = NoticeKind::StoreUpdate});
    }
    return {};
}

Result<> Service::onPriceOverridden(Tx &tx, const PriceOverridden &event)
{
    const auto vendor = m_accounts.find(tx, event.vendorAccountId);
    if (!vendor)
        return {};
    News news{.reader = *vendor,
              .letter = QStringLiteral("price_overridden"),
              .words = {{QStringLiteral("username"), vendor->username},
                        {QStringLiteral("title"), event.title},
                        {QStringLiteral("before"), rupees(event.before)},
                        {QStringLiteral("after"), rupees(event.after)}},
              .kind = NoticeKind::StoreUpdate,
              .objectId = event.productId.text()};
    addReason(news.words, event.reason);
    tellAndMail(tx, news);
    return {};
}

// About security, so that a vendor hears of it who has not done it.
Result<> Service::onPayoutAccountChanged(Tx &tx, const PayoutAccountChanged &event)
{
    if (const auto vendor = m_accounts.find(tx, event.vendorAccountId))
        tellAndMail(tx, {.reader = *vendor,
                         .letter = QStringLiteral("payout_account"),
                         .words = {{QStringLiteral("username"), vendor->username}},
                         .sections = {names::text(event.act)},
                         .kind = NoticeKind::PayoutUpdate});
    return {};
}

// To the address that is to be shown to work, not to the account's.
Result<> Service::onBusinessCodeIssued(Tx &tx, const BusinessCodeIssued &event)
{
    mail(tx,
         {.reader = {.language = event.language},
          .isSecret = true,
          .letter = QStringLiteral("business_email"),
          .words = {{QStringLiteral("username"), event.username}, {QStringLiteral("code"), event.code}}},
         event.email);
    return {};
}

} // namespace notifications
