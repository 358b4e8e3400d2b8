#include "server/reports/rules.h"

#include <QDate>

namespace reports {

namespace {

using india::dateOf;

constexpr int monthsPerQuarter = 3;

QDate startOfWeek(const QDate &date)
{
    return date.addDays(Qt::Monday - date.dayOfWeek());
}

QDate startOfMonth(const QDate &date)
{
    return {date.year(), date.month(), 1};
}

QDate startOfQuarter(const QDate &date)
{
    return {date.year(), (date.month() - 1) / monthsPerQuarter * monthsPerQuarter + 1, 1};
}

// Where the schedule's period that holds this day begins, and where the one after it does.
QDate startOfPeriod(ReportFrequency frequency, const QDate &date)
{
    switch (frequency) {
    case ReportFrequency::Never:
    case ReportFrequency::Daily: return date;
    case ReportFrequency::Weekly: return startOfWeek(date);
    case ReportFrequency::Monthly: return startOfMonth(date);
    case ReportFrequency::Quarterly: return startOfQuarter(date);
    }
    return date;
}

QDate startOfNext(ReportFrequency frequency, const QDate &start)
{
    constexpr int daysPerWeek = 7;
    switch (frequency) {
    case ReportFrequency::Never:
    case ReportFrequency::Daily: return start.addDays(1);
    case ReportFrequency::Weekly: return start.addDays(daysPerWeek);
    case ReportFrequency::Monthly: return start.addMonths(1);
    case ReportFrequency::Quarterly: return start.addMonths(monthsPerQuarter);
    }
    return start;
}

Span before(const QDate &start, const QDate &previousStart)
{
    return {india::dayNumber(previousStart), india::dayNumber(start) - 1};
}

Result<std::optional<Span>> customSpan(const ReportScope &scope, const QString &place)
{
    const auto read = [&](const std::optional<QString> &text, QLatin1StringView field,
                          QLatin1StringView such) -> Result<qint64> {
        if (!text)
            return refusal(place + field, QStringLiteral("is required for a custom period"));
        const auto day = india::dayFrom(*text);
        if (!day)
            return refusal(place + field, QStringLiteral("must be a day such as ") + such);
        if (*day < 0)
            return refusal(place + field, QStringLiteral("must not be before 1970-01-01"));
        return *day;
    };
    LET(from, read(scope.from, QLatin1StringView("from"), QLatin1StringView("2026-11-01")));
    LET(to, read(scope.to, QLatin1StringView("to"), QLatin1StringView("2026-11-30")));
    if (to < from)
        return refusal(place + QStringLiteral("to"), QStringLiteral("must not be before the first day"));
    return std::optional(Span{from, to});
}

QString monthName(int month, const QString &language)
{
    static const QStringList english{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    static const QStringList hindi{QStringLiteral("जनवरी"), QStringLiteral("फ़रवरी"), QStringLiteral("मार्च"),
                                   QStringLiteral("अप्रैल"),  QStringLiteral("मई"),    QStringLiteral("जून"),
                                   QStringLiteral("जुलाई"),  QStringLiteral("अगस्त"),  QStringLiteral("सितंबर"),
                                   QStringLiteral("अक्टूबर"), QStringLiteral("नवंबर"),  QStringLiteral("दिसंबर")};
    return (language == u"hi" ? hindi : english).at(month - 1);
}

QString longDay(qint64 day, const QString &language)
{
    const QDate date = dateOf(day);
    return QStringLiteral("%1 %2 %3").arg(date.day()).arg(monthName(date.month(), language)).arg(date.year());
}

} // namespace

std::optional<qint64> dayOf(const QString &text)
{
    const auto day = india::dayFrom(text);
    return day && *day >= 0 ? day : std::nullopt;
}

Result<std::optional<Span>> spanOf(const ReportScope &scope, Instant now, const QString &place)
{
    const QDate today = dateOf(dayOf(now));
    if (scope.period == ReportPeriod::Custom)
        return customSpan(scope, place);
    if (scope.from || scope.to)
        return refusal(place + QStringLiteral("from"), QStringLiteral("is only said with a custom period"));
    switch (scope.period) {
    case ReportPeriod::Everything:
    case ReportPeriod::Custom: return std::optional<Span>();
    case ReportPeriod::Today: return std::optional(Span{india::dayNumber(today), india::dayNumber(today)});
    case ReportPeriod::Yesterday: return std::optional(before(today, today.addDays(-1)));
    case ReportPeriod::LastWeek: return std::optional(before(startOfWeek(today), startOfWeek(today).addDays(-7)));
    case ReportPeriod::ThisMonth:
        return std::optional(Span{india::dayNumber(startOfMonth(today)), india::dayNumber(today)});
    case ReportPeriod::LastMonth: return std::optional(before(startOfMonth(today), startOfMonth(today).addMonths(-1)));
    case ReportPeriod::LastQuarter:
        return std::optional(before(startOfQuarter(today), startOfQuarter(today).addMonths(-monthsPerQuarter)));
    }
    return std::optional<Span>();
}

ReportPeriod periodOf(ReportFrequency frequency)
{
    switch (frequency) {
    case ReportFrequency::Never: return ReportPeriod::Everything;
    case ReportFrequency::Daily: return ReportPeriod::Yesterday;
    case ReportFrequency::Weekly: return ReportPeriod::LastWeek;
    case ReportFrequency::Monthly: return ReportPeriod::LastMonth;
    case ReportFrequency::Quarterly: return ReportPeriod::LastQuarter;
    }
    return ReportPeriod::Everything;
}

std::optional<Instant> nextRun(ReportFrequency frequency, int hour, Instant after)
{
    if (frequency == ReportFrequency::Never)
        return std::nullopt;
    const QDate start = startOfPeriod(frequency, dateOf(dayOf(after)));
    const Instant here = startOf(india::dayNumber(start)).after(hour * hourMs);
    return here > after ? here : startOf(india::dayNumber(startOfNext(frequency, start))).after(hour * hourMs);
}

QString spanText(const std::optional<Span> &span, const QString &language)
{
    const bool isHindi = language == u"hi";
    if (!span)
        return isHindi ? QStringLiteral("पूरी अवधि") : QStringLiteral("Everything");
    if (span->from == span->to)
        return longDay(span->from, language);
    return (isHindi ? QStringLiteral("%1 से %2") : QStringLiteral("%1 to %2"))
        .arg(longDay(span->from, language), longDay(span->to, language));
}

QString tooLongForPaper(qint64 rows)
{
    return QStringLiteral("would have %1 rows, and a PDF has at most %2: choose XLSX or CSV, or a shorter period")
        .arg(rows)
        .arg(reportPdfRowsMax);
}

QString fileName(ReportName name, const std::optional<Span> &span, Instant now, ReportFormat format)
{
    QString stem = QString(names::text(name)).replace(u'_', u'-');
    stem += u'-' + dayText(span ? span->from : dayOf(now));
    if (span && span->to != span->from)
        stem += QStringLiteral("-to-") + dayText(span->to);
    return stem + u'.' + names::text(format);
}

QString contentType(ReportFormat format)
{
    switch (format) {
    case ReportFormat::Csv: return QStringLiteral("text/csv; charset=utf-8");
    case ReportFormat::Xlsx: return QStringLiteral("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    case ReportFormat::Pdf: return QStringLiteral("application/pdf");
    }
    return {};
}

} // namespace reports
