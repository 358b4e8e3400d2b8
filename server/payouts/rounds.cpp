// Payouts that are made by themselves, of Service (PAYO-03).

#include "server/accounts/service.h"
#include "server/core/log.h"
#include "server/ledger/service.h"
#include "server/orders/service.h"
#include "server/payouts/log.h"
#include "server/payouts/rules.h"
#include "server/payouts/service.h"
#include "server/settings/service.h"
#include "shared/base/indiatime.h"

namespace payouts {

namespace {

constexpr int storesAtOnce = 100;
constexpr qint64 startsMs = 6 * hourMs; // of the day in India

} // namespace

int Service::makeDue(const Stopping &isStopping)
{
    using settings::Key;
    if (m_settings.choice(Key::PayoutsMode) != u"automatic")
        return 0;
    const Instant now = m_db.read([](Tx &tx) { return tx.now(); });
    const qint64 day = india::dayNumber(now);
    const auto weekday = settings::weekdays[std::size_t(india::dateOf(day).dayOfWeek() - 1)];
    const bool isDay = m_settings.choice(Key::PayoutsSchedule) == u"daily" ||
                       m_settings.choice(Key::PayoutsWeekday) == QLatin1StringView(weekday.data(), weekday.size());
    if (!isDay || now.ms - india::startOf(day).ms < startsMs)
        return 0;
    const Result<bool> isToDo = m_db.write([&](Tx &tx) -> Result<bool> { return m_store.beginRound(tx, day, now); });
    if (!isToDo || !*isToDo)
        return 0;

    const Money least = m_settings.money(Key::PayoutsMinimum);
    int made = 0;
    std::optional<Id<Vendor>> after;
    for (;;) {
        const auto stores = m_db.read([&](Tx &tx) { return m_ledger.storesToPay(tx, least, after, storesAtOnce); });
        for (const Id<Vendor> store : stores) {
            if (isStopping())
                return made; // the day is not done: what is missing is made when the server is back
            made += tryFor(store) ? 1 : 0;
        }
        if (stores.size() < storesAtOnce)
            break;
        after = stores.constLast();
    }
    (void)m_db.write([&](Tx &tx) -> Result<> {
        m_store.endRound(tx, day, tx.now());
        return {};
    });
    return made;
}

// A store that is broken does not stand in the way of those behind it.
bool Service::tryFor(Id<Vendor> id)
{
    try {
        return makeFor(id);
    } catch (const DbBusy &) {
        throw; // the others would meet the same; the next run goes on
    } catch (const DbFault &fault) {
        qCCritical(payoutsLog, "store %s gets no payout by itself: %s", qUtf8Printable(id.text()), fault.what());
        return false;
    }
}

// A store that owes, is not verified or has too little is passed over.
bool Service::makeFor(Id<Vendor> id)
{
    using settings::Key;
    return m_db
        .write([&](Tx &tx) -> Result<> {
            const auto vendor = m_accounts.vendor(tx, id);
            const bool isClear =
                vendor && vendor->kycStatus == KycStatus::Approved && m_ledger.vendorFunds(tx, id).owed == Money{};
            if (!isClear)
                return failure(ErrorCode::NotVerified, QStringLiteral("The store gets no payouts by itself."));
            LET(row, request(tx, id));
            const bool isSmall = approvesItself(row.amount, m_settings.money(Key::PayoutsAutoApproveBelow),
                                                m_settings.money(Key::PayoutsSecondApprovalAbove));
            const bool needsEyes = isByProvider() && !checkHolder(tx, row);
            if (isSmall && !needsEyes && m_ledger.booksAreSound(tx))
                MUST(decided(tx, Caller{}, row, {.status = PayoutStatus::Approved}));
            return {};
        })
        .has_value();
}

} // namespace payouts
