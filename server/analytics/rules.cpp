#include "server/analytics/rules.h"

#include <QDate>

#include <algorithm>
#include <cmath>

namespace analytics {

namespace {

constexpr qint64 monthsOfYear = 12;
constexpr qint64 whole = 10'000;
constexpr double bucketsPerDoubling = 4;
constexpr qint64 secondMs = 1000;

qint64 daysOf(NamedPeriod period)
{
    switch (period) {
    case NamedPeriod::Today: return 1;
    case NamedPeriod::Week: return 7;
    case NamedPeriod::Month: return 30;
    case NamedPeriod::Quarter: return 90;
    }
    return 1;
}

qint64 lastOf(qint64 day, SeriesStep step)
{
    switch (step) {
    case SeriesStep::Day: return day;
    case SeriesStep::Week: return day + 7 - india::dateOf(day).dayOfWeek();
    case SeriesStep::Month: return firstDayOf(monthOf(day) + 1) - 1;
    }
    return day;
}

} // namespace

qint64 monthOf(qint64 day)
{
    const QDate date = india::dateOf(day);
    return date.year() * monthsOfYear + date.month() - 1;
}

qint64 firstDayOf(qint64 month)
{
    return india::dayNumber(QDate(int(month / monthsOfYear), int(month % monthsOfYear) + 1, 1));
}

QString monthText(qint64 month)
{
    return dayText(firstDayOf(month)).left(7);
}

Result<Span> spanOf(const std::optional<NamedPeriod> &period, const std::optional<QString> &from,
                    const std::optional<QString> &to, qint64 today)
{
    if (period && (from || to))
        return refusal(QStringLiteral("period"), QStringLiteral("is not said together with from and to"));
    if (!from && !to)
        return Span{today - daysOf(period.value_or(NamedPeriod::Month)) + 1, today};
    if (!from || !to)
        return refusal(from ? QStringLiteral("to") : QStringLiteral("from"), QStringLiteral("is required"));
    const auto first = dayFrom(*from), last = dayFrom(*to);
    if (!first || !last)
        return refusal(first ? QStringLiteral("to") : QStringLiteral("from"), QStringLiteral("is not a day"));
    if (*last < *first)
        return refusal(QStringLiteral("to"), QStringLiteral("is before from"));
    if (*last - *first >= periodDaysMax)
        return refusal(QStringLiteral("to"), QStringLiteral("is %1 days after from or more").arg(periodDaysMax));
    return Span{*first, *last};
}

std::optional<Rest> restOf(const Span &span, Instant now)
{
    if (dayOf(now) != span.last)
        return std::nullopt;
    const Rest rest{now.after(1 - span.days() * dayMs), startOf(span.first), span.before().last};
    return rest.from < rest.before ? std::optional(rest) : std::nullopt;
}

CoveredPeriod covered(const Span &span, Instant now)
{
    const Span before = span.before();
    const auto rest = restOf(span, now);
    return {.from = dayText(span.first),
            .to = dayText(span.last),
            .previousFrom = dayText(before.first),
            .previousTo = dayText(before.last),
            .previousUntil = rest ? rest->from : startOf(span.first),
            .days = span.days(),
            .start = startOf(span.first),
            .until = startOf(span.last + 1)};
}

QList<Span> pieces(const Span &span, SeriesStep step)
{
    QList<Span> out;
    for (qint64 day = span.first; day <= span.last; day = out.constLast().last + 1)
        out += Span{day, qMin(lastOf(day, step), span.last)};
    return out;
}

QList<Span> pieces(const Span &span, int countMax)
{
    const qint64 length = (span.days() + countMax - 1) / countMax;
    QList<Span> out;
    for (qint64 day = span.first; day <= span.last; day += length)
        out += Span{day, qMin(day + length - 1, span.last)};
    return out;
}

Split split(const Span &span)
{
    const qint64 firstMonth =
        firstDayOf(monthOf(span.first)) == span.first ? monthOf(span.first) : monthOf(span.first) + 1;
    const qint64 lastMonth = monthOf(span.last + 1) - 1;
    if (firstMonth > lastMonth)
        return {.days = {span}, .months = {}};
    Split out{.days = {}, .months = Months{firstMonth, lastMonth}};
    if (const Span head{span.first, firstDayOf(firstMonth) - 1}; head.days() > 0)
        out.days += head;
    if (const Span tail{firstDayOf(lastMonth + 1), span.last}; tail.days() > 0)
        out.days += tail;
    return out;
}

std::optional<BasisPoints> difference(const std::optional<BasisPoints> &before, const std::optional<BasisPoints> &now)
{
    return before && now ? std::optional(BasisPoints{now->value - before->value}) : std::nullopt;
}

std::optional<Money> average(Money total, qint64 count)
{
    return count > 0 ? std::optional(Money{roundedQuotient(total.minor, count)}) : std::nullopt;
}

int bucketOf(qint64 durationMs)
{
    if (durationMs < secondMs)
        return 0;
    int bucket = int(std::floor(std::log2(double(durationMs) / double(secondMs)) * bucketsPerDoubling)) + 1;
    // The logarithm may round to the wrong side of a border, which has to be the same on every machine.
    while (bucket > 1 && durationMs < bucketStartMs(bucket))
        --bucket;
    while (durationMs >= bucketStartMs(bucket + 1))
        ++bucket;
    return qMin(bucket, bucketsMax - 1);
}

qint64 bucketStartMs(int bucket)
{
    return bucket == 0 ? 0 : qint64(std::ceil(double(secondMs) * std::exp2(double(bucket - 1) / bucketsPerDoubling)));
}

std::optional<qint64> quantileMs(const QList<Bucket> &buckets, BasisPoints part)
{
    qint64 count = 0;
    for (const Bucket &each : buckets)
        count += each.orders;
    if (count == 0)
        return std::nullopt;
    const double wanted = double(count) * double(part.value) / double(whole);
    double below = 0;
    for (const Bucket &each : buckets) {
        if (below + double(each.orders) >= wanted) {
            const auto start = double(bucketStartMs(int(each.bucket)));
            const auto end = double(bucketStartMs(int(each.bucket) + 1));
            return qint64(std::llround(start + (end - start) * (wanted - below) / double(each.orders)));
        }
        below += double(each.orders);
    }
    return bucketStartMs(int(buckets.constLast().bucket) + 1);
}

std::optional<BasisPoints> shareBelow(const QList<Bucket> &buckets, qint64 limitMs)
{
    double below = 0, count = 0;
    for (const Bucket &each : buckets) {
        const auto start = double(bucketStartMs(int(each.bucket)));
        const auto end = double(bucketStartMs(int(each.bucket) + 1));
        below += double(each.orders) * std::clamp((double(limitMs) - start) / (end - start), 0.0, 1.0);
        count += double(each.orders);
    }
    return count > 0 ? std::optional(BasisPoints{qint64(std::llround(below / count * double(whole)))}) : std::nullopt;
}

} // namespace analytics
