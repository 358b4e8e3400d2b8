// What Service gives and forgets of one person (PRIV-02, PRIV-03), and what it says about that.

#include "server/accounts/service.h"
#include "server/notifications/news.h"
#include "shared/base/indiatime.h"

namespace notifications {

personal::Parts Service::exportOf(Tx &tx, Id<Account> account)
{
    return {personal::part("notices", m_store.ofAccount(tx, account, personal::rowsMax)),
            personal::part("devices", devicesOf(tx, account, {}))};
}

void Service::eraseOf(Tx &tx, Id<Account> account)
{
    m_store.erase(tx, account);
    m_store.forgetDevices(tx, account, std::nullopt);
}

// The mail names no link: the copy opens in a session of its owner only.
Result<> Service::onCopyReady(Tx &tx, const CopyReady &event)
{
    const auto owner = m_accounts.find(tx, event.accountId);
    if (!owner)
        return {};
    tellAndMail(tx, {.reader = *owner,
                     .letter = QStringLiteral("copy_ready"),
                     .words = {{QStringLiteral("username"), owner->username},
                               {QStringLiteral("day"), india::dayText(india::dayNumber(event.expiresAt))}},
                     .kind = NoticeKind::PersonalCopy,
                     .objectId = event.copyId.text()});
    return {};
}

// To the address that was the account's.
Result<> Service::onAccountErased(Tx &tx, const AccountErased &event)
{
    mail(tx,
         {.reader = {.language = event.language},
          .letter = QStringLiteral("account_erased"),
          .words = {{QStringLiteral("username"), event.username}}},
         event.email);
    return {};
}

} // namespace notifications
