// The statements of Store that count.

#include "server/refunds/store.h"

namespace refunds {

namespace {

constexpr int talliesMax = 100;

constexpr std::string_view sumOf = "CAST(coalesce(sum(";
constexpr std::string_view asWhole = "), 0) AS BIGINT)";

std::string sum(std::string_view what, std::string_view as)
{
    return std::string(sumOf) + std::string(what) + std::string(asWhole) + " AS " + std::string(as);
}

QList<Tally> refundsBy(Tx &tx, std::string_view name, std::string_view condition, const Span &span)
{
    const std::string by(name);
    return tx.all<Tally>("FROM (SELECT " + by + " AS name, count(*) AS count, " + sum("amount", "amount") + ", " +
                             sum("coalesce(from_vendor, 0)", "from_vendor") + ", " +
                             sum("coalesce(from_commission, 0)", "from_commission") +
                             " FROM refunds WHERE requested_at >= ? AND requested_at < ?" + std::string(condition) +
                             " GROUP BY " + by + ") AS counted ORDER BY count DESC, name LIMIT ?",
                         span.from, span.until, talliesMax);
}

QList<Tally> disputesBy(Tx &tx, std::string_view name, const Span &span)
{
    const std::string by(name);
    return tx.all<Tally>("FROM (SELECT " + by + " AS name, count(*) AS count, " + sum("at_stake", "amount") + ", " +
                             sum("coalesce(to_vendor, 0)", "from_vendor") +
                             ", CAST(0 AS BIGINT) AS from_commission FROM disputes"
                             " WHERE opened_at >= ? AND opened_at < ? GROUP BY " +
                             by + ") AS counted ORDER BY count DESC, name LIMIT ?",
                         span.from, span.until, talliesMax);
}

// Half of them took no longer.
std::optional<qint64> median(Tx &tx, std::string_view duration, std::string_view table, std::string_view condition,
                             const Span &span)
{
    const std::string from = " FROM " + std::string(table) + " WHERE " + std::string(condition);
    const qint64 count = tx.number("count(*)" + from, span.from, span.until);
    if (count == 0)
        return std::nullopt;
    return tx.number(std::string(duration) + from + " ORDER BY 1 LIMIT 1 OFFSET ?", span.from, span.until,
                     (count - 1) / 2);
}

} // namespace

QList<Tally> Store::refundsByStatus(Tx &tx, const Span &span)
{
    return refundsBy(tx, "status", "", span);
}

QList<Tally> Store::refundsByReason(Tx &tx, const Span &span)
{
    return refundsBy(tx, "reason", " AND status = 'processed'", span);
}

QList<Tally> Store::disputesByOutcome(Tx &tx, const Span &span)
{
    return disputesBy(tx, "coalesce(outcome, status)", span);
}

QList<Tally> Store::disputesByKind(Tx &tx, const Span &span)
{
    return disputesBy(tx, "kind", span);
}

qint64 Store::escalated(Tx &tx, const Span &span)
{
    return tx.number("count(*) FROM disputes WHERE opened_at >= ? AND opened_at < ? AND status = 'open'"
                     " AND escalated_at IS NOT NULL",
                     span.from, span.until);
}

std::optional<qint64> Store::medianOfRefunds(Tx &tx, const Span &span)
{
    return median(tx, "decided_at - requested_at", "refunds",
                  "requested_at >= ? AND requested_at < ? AND decided_at IS NOT NULL AND dispute_id IS NULL", span);
}

std::optional<qint64> Store::medianOfDisputes(Tx &tx, const Span &span)
{
    return median(tx, "closed_at - opened_at", "disputes", "opened_at >= ? AND opened_at < ? AND status = 'decided'",
                  span);
}

} // namespace refunds
