#pragma once

// What the paper server says in page tests and pictures: the same few orders, stores and people everywhere.

#include "shared/contract/ads.h"
#include "shared/contract/analyticsdepth.h"
#include "shared/contract/audit.h"
#include "shared/contract/catalog.h"
#include "shared/contract/chat.h"
#include "shared/contract/heatmap.h"
#include "shared/contract/kyc.h"
#include "shared/contract/orders.h"
#include "shared/contract/payouts.h"

#include <QDate>

namespace samples {

constexpr Instant now{1'795'171'860'000}; // 20 November 2026, 11:31 UTC
constexpr qint64 minuteMs = 60'000;
constexpr qint64 hourMs = 60 * minuteMs;

template <class T>
Id<T> id(int number)
{
    return {QUuid(QStringLiteral("0192f7a0-0000-7000-8000-%1").arg(number, 12, 16, QLatin1Char('0')))};
}

template <class T>
Page<T> page(const QList<T> &items, std::optional<qint64> total = {})
{
    return {.items = items, .limit = 50, .total = total.value_or(items.size())};
}

OrderCard card(int number, const QString &buyer, const QString &store, const QString &summary, OrderStatus status,
               qint64 paise);
QList<OrderCard> cards();
// The whole order behind a card, with the history that its status implies.
Order order(const OrderCard &card, Role viewer);

Payout payout(int number, const QString &store, PayoutStatus status, qint64 paise);
PayoutDetail payoutDetail(const Payout &payout);
QList<Payout> payouts();
VendorBalance balance();

QList<AuditEntry> auditEntries();
KycCase kycCase(int number, const QString &store, const QString &city, int hours, CheckOutcome worst,
                const QString &flag = {});
QList<KycCase> kycCases();
KycReview kycReview(const KycCase &line);

Vendor store();
QList<Category> categories();
QList<Product> products();

QList<ChatRoom> rooms();
QList<ChatMessage> messages(const ChatRoom &room); // newest first, as the server lists them

CoveredPeriod thirtyDays();
Dashboard dashboard();
QList<Decision> decisions();
VendorDashboard storeDashboard();
VendorAnalytics storeAnalytics();
Revenue revenue();
Cohorts cohorts();
Top top(TopKind kind);
Funnel funnel();
Processing processing();
Operations operations();

HeatMap heatMap();
HeatSeries heatSeries(); // three days by the hour, up to now
HeatSeries heatDays();   // a month by the day, up to today
HeatGaps heatGaps();

Ad ad(int number, const QString &title, AdSlot slot, QDate first, QDate last, AdState state);
QList<Ad> ads();
Ad otherHalf(const Ad &ad); // of an A/B pair, that ran long before
AdPerformance adPerformance();
AdStatistics adStatistics(const Ad &ad);

} // namespace samples
