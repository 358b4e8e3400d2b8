// Counting: what events ask for, and everything again from the books.

#include "server/analytics/service.h"
#include "server/core/turns.h"
#include "shared/contract/accounts.h"
#include "shared/contract/discovery.h"
#include "shared/contract/kyc.h"
#include "shared/contract/payouts.h"

#include <algorithm>
#include <array>
#include <map>

namespace analytics {

namespace {

// Subjects of one transaction. Units of PostgreSQL that collide with reactions are run again, so there they are short;
// SQLite has one writer, and each of its commits waits for the disk.
constexpr int subjectsPerUnit(Engine engine)
{
    return engine == Engine::Sqlite ? 200 : 40;
}
constexpr int subjectsAtOnceAlone = 20'000; // the more, the more of what is added falls on the same row
constexpr std::array everything{Subject::Accounts, Subject::Stores, Subject::Orders, Subject::Payments,
                                Subject::Payouts};
constexpr int rowsPerPurge = 2'000; // of each table
constexpr int purgesMax = 1'000'000;
constexpr qint64 deadAfterMs = 10 * minuteMs; // a rebuild writes every few seconds
constexpr qint64 retryMaxMs = hourMs;         // of one that fails over and over

tl::unexpected<Error> overtaken()
{
    return failure(ErrorCode::Conflict, QStringLiteral("Another rebuild has begun meanwhile."));
}

} // namespace

Result<> Service::onOrderPlaced(Tx &tx, const OrderPlaced &event)
{
    m_rollup.catchUp(tx, m_rollupStore.countingEditions(tx), event.orderId);
    return {};
}

Result<> Service::onOrderAdvanced(Tx &tx, const OrderAdvanced &event)
{
    m_rollup.catchUp(tx, m_rollupStore.countingEditions(tx), event.orderId);
    return {};
}

Result<> Service::onOrderSettled(Tx &tx, const OrderSettled &event)
{
    m_rollup.catchUp(tx, m_rollupStore.countingEditions(tx), event.orderId);
    return {};
}

Result<> Service::onPaymentSettled(Tx &tx, const PaymentSettled &event)
{
    m_rollup.catchUp(tx, m_rollupStore.countingEditions(tx), event.paymentId);
    return {};
}

Result<> Service::onPayoutChanged(Tx &tx, const PayoutChanged &event)
{
    m_rollup.catchUp(tx, m_rollupStore.countingEditions(tx), event.payoutId);
    return {};
}

Result<> Service::onAccountOpened(Tx &tx, const AccountOpened &event)
{
    m_rollup.catchUp(tx, m_rollupStore.countingEditions(tx), event.accountId);
    return {};
}

Result<> Service::onKycSubmitted(Tx &tx, const KycSubmitted &event)
{
    m_rollup.catchUp(tx, m_rollupStore.countingEditions(tx), event.vendorId);
    return {};
}

Result<> Service::onKycDecided(Tx &tx, const KycDecided &event)
{
    m_rollup.catchUp(tx, m_rollupStore.countingEditions(tx), event.vendorId);
    return {};
}

Result<> Service::onFootfall(Tx &tx, const Footfall &event)
{
    // In one order, so that two servers that tell at the same time do not wait for each other.
    QList<ProductViews> views = event.views;
    std::sort(views.begin(), views.end(), [](const ProductViews &a, const ProductViews &b) {
        return std::tie(a.productId.uuid, a.hour) < std::tie(b.productId.uuid, b.hour);
    });
    for (const ProductViews &each : std::as_const(views))
        m_rollupStore.addViews(tx, each.productId, dayOf(each.hour), each.count);
    std::map<std::pair<QUuid, qint64>, qint64> stores; // the market's own rows have the id of zeros and come first
    for (const StoreViews &each : event.stores) {
        stores[{QUuid(), dayOf(each.hour)}] += each.count;
        stores[{each.vendorId.uuid, dayOf(each.hour)}] += each.count;
    }
    for (const auto &[key, count] : stores)
        m_healthStore.addStoreViews(tx, Id<Vendor>{key.first}, key.second, count);
    return {};
}

Result<qint64> Service::rebuild(const Stopping &isStopping, Company company)
{
    // First, too: one that fails over and over must not leave an edition each time.
    forgetOld(isStopping);
    Result<qint64> seen = company == Company::Alone ? rebuildAlone(isStopping) : rebuildBeside(isStopping);
    forgetOld(isStopping);
    return seen;
}

// In one transaction, because nobody waits for it.
Result<qint64> Service::rebuildAlone(const Stopping &isStopping)
{
    return m_db.write([&](Tx &tx) -> Result<qint64> {
        const qint64 edition = m_rollupStore.begin(tx);
        const auto aside = m_rollupStore.takeDownIndexes(tx);
        qint64 seen = 0;
        for (const Subject subject : everything) {
            for (QUuid after;;) {
                if (isStopping())
                    return stopped();
                const QList<QUuid> ids = walkOn(tx, edition, subject, after, subjectsAtOnceAlone);
                if (ids.isEmpty())
                    break;
                seen += ids.size();
                after = ids.constLast();
            }
        }
        indexes::makeAgain(tx, aside);
        m_rollupStore.makeCurrent(tx, edition);
        return seen;
    });
}

// From its first transaction on reactions count into the new edition too. So what happens behind the walk's back is
// there already when the walk comes to it, or is added after it, and never counts twice.
// When it is stopped or fails, it is given up, because until then every reaction counts for it as well.
Result<qint64> Service::rebuildBeside(const Stopping &isStopping)
{
    LET(edition, m_db.write([&](Tx &tx) -> Result<qint64> { return m_rollupStore.begin(tx); }));
    const auto giveUp = [&] {
        return m_db.write([&](Tx &tx) -> Result<> {
            m_rollupStore.giveUp(tx, edition);
            return {};
        });
    };
    try {
        Result<qint64> seen = make(edition, isStopping);
        if (!seen)
            MUST(giveUp());
        return seen;
    } catch (const DbFault &) { // an order that cannot be read
        MUST(giveUp());
        forgetOld(isStopping);
        throw;
    }
}

Result<qint64> Service::make(qint64 edition, const Stopping &isStopping)
{
    qint64 seen = 0;
    for (const Subject subject : everything) {
        LET(walked, recount(edition, subject, isStopping));
        seen += walked;
    }
    MUST(m_db.write([&](Tx &tx) -> Result<> {
        if (!m_rollupStore.makeCurrent(tx, edition))
            return overtaken();
        return {};
    }));
    return seen;
}

Result<qint64> Service::recount(qint64 edition, Subject subject, const Stopping &isStopping)
{
    qint64 seen = 0;
    Turns turns;
    for (QUuid after;;) {
        if (isStopping())
            return stopped();
        LET(batch, m_db.write([&](Tx &tx) -> Result<QList<QUuid>> {
            if (!m_rollupStore.workOn(tx, edition))
                return overtaken();
            return walkOn(tx, edition, subject, after, subjectsPerUnit(tx.engine()));
        }));
        if (batch.isEmpty())
            return seen;
        seen += batch.size();
        after = batch.constLast();
        turns.giveWay();
    }
}

// Counts the next ones and says which these were.
QList<QUuid> Service::walkOn(Tx &tx, qint64 edition, Subject subject, const QUuid &after, int limit)
{
    const QList<QUuid> ids = m_books.next(tx, subject, after, limit);
    m_rollup.catchUp(tx, {edition}, subject, ids);
    return ids;
}

// Nobody reads these rows any more, so a portion that cannot be removed now is left to the next rebuild.
void Service::forgetOld(const Stopping &isStopping)
{
    Turns turns;
    for (int portion = 0; portion < purgesMax && !isStopping(); ++portion, turns.giveWay()) {
        const Result<bool> isLeft = m_db.write([&](Tx &tx) -> Result<bool> {
            const qint64 edition = m_rollupStore.oldEdition(tx);
            return edition != 0 &&
                   (m_rollupStore.purge(tx, edition, rowsPerPurge) || m_rollupStore.oldEdition(tx) != 0);
        });
        if (!isLeft || !*isLeft)
            return;
    }
}

// A market that cannot be counted is not tried again at once: each time walks through all of it.
Result<> Service::rebuildOnce(const Stopping &isStopping)
{
    const Instant now = m_clock.now();
    MUST(m_db.write([&](Tx &tx) -> Result<> {
        m_rollupStore.giveUpDead(tx, now.after(-deadAfterMs));
        return {};
    }));
    if (now < m_rebuildNotBefore)
        return {};
    if (m_db.read([&](Tx &tx) { return m_rollupStore.isBuilt(tx); }))
        return {};
    m_rebuildNotBefore = now.after(m_rebuildPauseMs);
    m_rebuildPauseMs = std::min(2 * m_rebuildPauseMs, retryMaxMs);
    LET(seen, rebuild(isStopping));
    Q_UNUSED(seen)
    return {};
}

} // namespace analytics
