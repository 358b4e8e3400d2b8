// What one store sees of itself.

#include "server/analytics/service.h"
#include "server/core/permit.h"
#include "server/settings/service.h"

namespace analytics {

namespace {

constexpr int bestMax = 5;
constexpr int waitingMax = 10;
constexpr int lowestMax = 10;
constexpr qint64 weekDays = 7, monthDays = 30;

OrderCard cardOf(const WaitingOrder &order, qint64 cancelMinutes)
{
    return {.id = order.id,
            .orderNumber = order.orderNumber,
            .vendorId = order.vendorId,
            .storeName = order.storeName,
            .customerName = order.customerName,
            .city = order.city,
            .summary = order.summary,
            .orderStatus = order.orderStatus,
            .statusGroup = StatusGroup::Pending,
            .escrowStatus = order.escrowStatus,
            .totalAmount = order.totalAmount,
            .placedAt = order.placedAt,
            .updatedAt = order.updatedAt,
            .dueAt = order.reachedAt.after(cancelMinutes * minuteMs)};
}

} // namespace

Result<VendorAnalytics> Service::readVendorAnalytics(const Caller &caller, const AskVendorAnalytics &wish)
{
    LET(vendor, storeOf(caller));
    LET(span, spanOf(wish.period, wish.from, wish.to, today()));
    return m_db.read([&](Tx &tx) -> Result<VendorAnalytics> {
        const Reading at = reading(tx);
        const Filter filter{.vendor = vendor, .category = wish.category, .state = wish.state};
        VendorAnalytics out{.revenue = revenue(at, filter, span, wish.step, wish.forecastDays),
                            .lifetime = sums(at, filter, {firstDayEver, today()}),
                            .products = top(at, TopKind::Products, filter, span, bestMax),
                            .categories = top(at, TopKind::Categories, filter, span, bestMax),
                            .funnel = funnel(at, filter, span),
                            .steps = processing(at, vendor, span),
                            .stockLow = m_market.lowStock(tx, vendor),
                            .storeViews = storeViews(at, vendor, span)};
        const auto completed = [](const SalesSums &of) {
            return share(of.ordersSettled, of.ordersSettled + of.ordersCancelled);
        };
        out.fulfilment.figure = completed(out.revenue.sums);
        out.fulfilment.previous = completed(out.revenue.previous);
        out.fulfilment.change = difference(out.fulfilment.previous, out.fulfilment.figure);
        return out;
    });
}

Result<VendorDashboard> Service::readVendorDashboard(const Caller &caller)
{
    LET(vendor, storeOf(caller));
    return m_db.read([&](Tx &tx) -> Result<VendorDashboard> {
        const Reading at = reading(tx);
        const Filter filter{.vendor = vendor};
        const qint64 now = today();
        const Span day{now, now}, month{now - monthDays + 1, now};
        const Sales ofMonth = sales(at, filter, month);
        const auto upTo = [&](const Span &span) { return Sales{ofMonth.days, rest(at, filter, span)}; };
        const Sales ofDay = upTo(day);
        VendorDashboard out{.period = covered(day, m_clock.now()), .lifetime = sums(at, filter, {firstDayEver, now})};
        const Span week{now - weekDays + 1, now};
        out.month = placedIn(ofMonth, month);
        out.week = placedIn(upTo(week), week);
        out.today = placedIn(ofDay, day);
        out.today.spark = out.month.spark;
        const auto points = series(ofMonth, month, pieces(month, SeriesStep::Day));
        for (const SeriesPoint &point : points)
            out.ordersToday.spark += point.sums.ordersPlaced;
        out.ordersToday.figure = out.ordersToday.spark.constLast();
        const qint64 yesterday = out.ordersToday.spark.at(monthDays - 2);
        out.ordersToday.previous = std::max<qint64>(yesterday - ofDay.rest.ordersPlaced, 0);
        out.ordersToday.change = change(out.ordersToday.previous, out.ordersToday.figure);
        out.flight = flight(at, vendor);
        out.held = m_market.held(tx, vendor);
        const qint64 cancelMinutes = m_settings.whole(settings::Key::OrdersUnconfirmedCancelMinutes);
        for (const WaitingOrder &order : m_market.waitingOrders(tx, vendor, waitingMax))
            out.waiting += cardOf(order, cancelMinutes);
        out.stockLow = m_market.lowStock(tx, vendor);
        out.lowest = m_market.lowest(tx, vendor, lowestMax);
        out.released = m_market.released(tx, vendor);
        return out;
    });
}

} // namespace analytics
