#pragma once

// Figures of the market and of one store: counted by reactions in the transaction that moves the subscriber on, read by
// admins and vendors, and made anew from the books on demand.

#include "server/analytics/rollup.h"
#include "server/analytics/store.h"
#include "server/analytics/storehealth.h"
#include "server/analytics/storemarket.h"
#include "server/analytics/storerest.h"
#include "server/core/clock.h"
#include "server/core/db.h"
#include "server/core/stopping.h"

#include <functional>
#include <mutex>

struct AccountOpened;
struct Footfall;
struct KycDecided;
struct KycSubmitted;
struct PaymentSettled;
struct PayoutChanged;

namespace settings {
class Service;
}

namespace analytics {

// A transaction with the edition that it reads, so that all figures of an answer belong together.
struct Reading
{
    Tx &tx;
    qint64 edition;
};

// The days of a period and of the one before it, and what of the latter's last day this one has not come to yet.
struct Sales
{
    QList<DayCounters> days;
    Counters rest;
};

// Whether others use the market while something long is done to it.
enum class Company { Others, Alone };

class Service
{
public:
    Service(Db &db, const Clock &clock, settings::Service &settings);

    Result<Dashboard> readDashboard(const Caller &caller, const AskAnalytics &wish);
    Result<QList<Decision>> listDecisions(const Caller &caller);
    Result<Revenue> readRevenue(const Caller &caller, const AskRevenue &wish);
    Result<Top> readTop(const Caller &caller, const AskTop &wish);
    Result<Cohorts> readCohorts(const Caller &caller, const AskCohorts &wish);
    Result<Funnel> readFunnel(const Caller &caller, const AskAnalytics &wish);
    Result<Processing> readProcessing(const Caller &caller, const AskAnalytics &wish);
    Result<Operations> readOperations(const Caller &caller, const AskAnalytics &wish);
    Result<VendorAnalytics> readVendorAnalytics(const Caller &caller, const AskVendorAnalytics &wish);
    Result<VendorDashboard> readVendorDashboard(const Caller &caller);

    // Reactions.
    Result<> onOrderPlaced(Tx &tx, const OrderPlaced &event);
    Result<> onOrderAdvanced(Tx &tx, const OrderAdvanced &event);
    Result<> onOrderSettled(Tx &tx, const OrderSettled &event);
    Result<> onPaymentSettled(Tx &tx, const PaymentSettled &event);
    Result<> onPayoutChanged(Tx &tx, const PayoutChanged &event);
    Result<> onAccountOpened(Tx &tx, const AccountOpened &event);
    Result<> onKycSubmitted(Tx &tx, const KycSubmitted &event);
    Result<> onKycDecided(Tx &tx, const KycDecided &event);
    Result<> onFootfall(Tx &tx, const Footfall &event);

    // Counts everything again from the books while the figures of before are still read, and then shows the new ones.
    // Says how much was looked at; fails when another rebuild began meanwhile, or when the server is to stop.
    Result<qint64> rebuild(const Stopping &isStopping = goOn, Company company = Company::Others);
    // A new or upgraded marketplace has a past that no event tells of.
    Result<> rebuildOnce(const Stopping &isStopping = goOn);

    // What this server has answered since it began; said before its jobs start.
    struct Answered
    {
        qint64 requests = 0;
        qint64 totalMs = 0;
    };
    void listen(std::function<Answered()> answered) { m_answered = std::move(answered); }
    // Called by a job of every server, more often than once in a minute.
    void noteHealth();

private:
    Reading reading(Tx &tx);
    Result<qint64> rebuildAlone(const Stopping &isStopping);
    Result<qint64> rebuildBeside(const Stopping &isStopping);
    Result<qint64> make(qint64 edition, const Stopping &isStopping);
    Result<qint64> recount(qint64 edition, Subject subject, const Stopping &isStopping);
    QList<QUuid> walkOn(Tx &tx, qint64 edition, Subject subject, const QUuid &after, int limit);
    void forgetOld(const Stopping &isStopping);

    Result<> mustBeStore(Tx &tx, const OfVendor &vendor);

    Sales sales(const Reading &at, const Filter &filter, const Span &span);
    Counters rest(const Reading &at, const Filter &filter, const Span &span);
    QHash<QByteArray, Money> placedInRest(const Reading &at, TopKind kind, const Filter &filter, const Span &span);
    SalesSums sumsBefore(const Reading &at, const Filter &filter, const Span &span);
    qint64 buyersBefore(const Reading &at, const Span &span);
    qint64 firstTimeBuyersBefore(const Reading &at, const Span &span);

    SalesSums sums(const Reading &at, const Filter &filter, const Span &span);
    QList<SeriesPoint> series(const Sales &sales, const Span &span, const QList<Span> &pieces) const;
    Revenue revenue(const Reading &at, const Filter &filter, const Span &span, SeriesStep step, int forecastDays);
    Revenue revenueOf(const Sales &sales, const Span &span, SeriesStep step) const;
    std::optional<Forecast> outlook(const Reading &at, const Filter &filter, int days);
    Top top(const Reading &at, TopKind kind, const Filter &filter, const Span &span, int limit);
    MoneyFigure held(const Reading &at, const Filter &filter, const Span &span, const Sales &sales, qint64 &orders);
    Funnel funnel(const Reading &at, const Filter &filter, const Span &span);
    QList<ProcessingTime> processing(const Reading &at, const OfVendor &vendor, const Span &span);
    QList<FlightStage> flight(const Reading &at, const OfVendor &vendor);
    CountFigure activeBuyers(const Reading &at, const Span &span);
    Operations operations(const Reading &at, const Span &span);
    RateFigure retention(const Reading &at, qint64 lastDay);
    CountFigure counted(const Reading &at, Count figure, const Span &span);
    static CountFigure countedIn(const QList<DayAmount> &amounts, const Span &span, qint64 rest);
    Waiting lateOrders(Tx &tx);
    TimeFigure responseTime(const Reading &at, const Span &span);
    std::optional<BasisPoints> shareUp(const Reading &at, const Span &span);
    RateFigure uptime(const Reading &at, const Span &span);
    CountFigure storeViews(const Reading &at, const OfVendor &vendor, const Span &span);
    MoneyFigure placedIn(const Sales &sales, const Span &span) const;
    std::optional<qint64> targetMinutes(TradeStep step) const;
    qint64 today() const { return dayOf(m_clock.now()); }

    Db &m_db;
    const Clock &m_clock;
    settings::Service &m_settings;
    Books m_books;
    RollupStore m_rollupStore;
    Instant m_rebuildNotBefore{}; // of the only job that asks
    qint64 m_rebuildPauseMs = minuteMs;
    Rollup m_rollup{m_books, m_rollupStore};
    Store m_store;
    MarketStore m_market;
    HealthStore m_healthStore;
    RestStore m_restStore;

    std::function<Answered()> m_answered;
    std::mutex m_healthMutex; // of what was noted last
    Answered m_noted;
};

} // namespace analytics
