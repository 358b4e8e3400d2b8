#include "server/analytics/storehealth.h"

namespace analytics {

void HealthStore::note(Tx &tx, const HealthRow &more)
{
    tx.run("INSERT INTO analytics_health (day, requests, total_ms, minutes_up, first_minute, last_minute)"
           " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (day) DO UPDATE SET"
           " requests = analytics_health.requests + excluded.requests,"
           " total_ms = analytics_health.total_ms + excluded.total_ms,"
           " minutes_up = analytics_health.minutes_up"
           " + CASE WHEN excluded.last_minute > analytics_health.last_minute THEN 1 ELSE 0 END,"
           " last_minute = CASE WHEN excluded.last_minute > analytics_health.last_minute THEN excluded.last_minute"
           " ELSE analytics_health.last_minute END",
           more.day, more.requests, more.totalMs, more.minutesUp, more.firstMinute, more.lastMinute);
}

HealthRow HealthStore::sum(Tx &tx, const Span &span)
{
    return tx
        .all<HealthRow>("FROM (SELECT 0 AS day, CAST(coalesce(sum(requests), 0) AS BIGINT) AS requests,"
                        " CAST(coalesce(sum(total_ms), 0) AS BIGINT) AS total_ms,"
                        " CAST(coalesce(sum(minutes_up), 0) AS BIGINT) AS minutes_up,"
                        " coalesce(min(first_minute), 0) AS first_minute, coalesce(max(last_minute), 0) AS last_minute"
                        " FROM analytics_health WHERE day BETWEEN ? AND ?) AS summed",
                        span.first, span.last)
        .constFirst();
}

std::optional<qint64> HealthStore::firstMinute(Tx &tx)
{
    const auto first = tx.one<HealthRow>("FROM analytics_health ORDER BY day LIMIT 1");
    return first ? std::optional(first->firstMinute) : std::nullopt;
}

void HealthStore::addStoreViews(Tx &tx, const OfVendor &vendor, qint64 day, qint64 more)
{
    tx.run("INSERT INTO analytics_store_views (vendor_id, day, views) VALUES (?, ?, ?)"
           " ON CONFLICT (vendor_id, day) DO UPDATE SET views = analytics_store_views.views + excluded.views",
           sql::idBytes(vendor.value_or(Id<Vendor>{}).uuid), day, more);
}

QList<DayAmount> HealthStore::storeViews(Tx &tx, const OfVendor &vendor, const Span &span)
{
    return tx.all<DayAmount>("FROM (SELECT day, views AS amount FROM analytics_store_views WHERE vendor_id = ?"
                             " AND day BETWEEN ? AND ?) AS days ORDER BY day",
                             sql::idBytes(vendor.value_or(Id<Vendor>{}).uuid), span.first, span.last);
}

} // namespace analytics
