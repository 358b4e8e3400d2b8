#include "shared/base/values.h"

#include <QDateTime>

namespace {

constexpr qint64 powerOfTen(int digits)
{
    return digits == 0 ? 1 : 10 * powerOfTen(digits - 1);
}

// Decimal text to a scaled whole number without a detour over double.
std::optional<qint64> scaled(QStringView text, int decimals)
{
    const bool negative = text.startsWith(u'-');
    if (negative)
        text = text.sliced(1);
    const qsizetype dot = text.indexOf(u'.');
    const QStringView whole = dot < 0 ? text : text.first(dot);
    const QStringView rest = dot < 0 ? QStringView() : text.sliced(dot + 1);
    constexpr int mostDigits = 15;
    if (whole.isEmpty() || whole.size() > mostDigits || (dot >= 0 && rest.isEmpty()) || rest.size() > decimals)
        return std::nullopt;
    qint64 value = 0;
    for (const QStringView part : {whole, rest}) {
        for (const QChar c : part) {
            if (c < u'0' || c > u'9')
                return std::nullopt;
            value = value * 10 + (c.unicode() - u'0');
        }
    }
    value *= powerOfTen(decimals - int(rest.size()));
    return negative ? -value : value;
}

QString unscaled(qint64 value, int decimals, bool keepZeros)
{
    const qint64 unit = powerOfTen(decimals);
    QString text = QString::number(qAbs(value) / unit);
    QString rest = QString::number(qAbs(value) % unit).rightJustified(decimals, u'0');
    while (!keepZeros && rest.endsWith(u'0'))
        rest.chop(1);
    if (!rest.isEmpty())
        text += u'.' + rest;
    return value < 0 ? u'-' + text : text;
}

template <class T>
std::optional<T> wrap(std::optional<qint64> value)
{
    return value ? std::optional(T{*value}) : std::nullopt;
}

} // namespace

std::optional<Money> Money::parse(QStringView text)
{
    return wrap<Money>(scaled(text, 2));
}
QString Money::text() const
{
    return unscaled(minor, 2, true);
}

std::optional<Quantity> Quantity::parse(QStringView text)
{
    return wrap<Quantity>(scaled(text, 3));
}
QString Quantity::text() const
{
    return unscaled(milli, 3, false);
}

std::optional<BasisPoints> BasisPoints::parse(QStringView text)
{
    return wrap<BasisPoints>(scaled(text, 2));
}
QString BasisPoints::text() const
{
    return unscaled(value, 2, true);
}

std::optional<Instant> Instant::parse(QStringView text)
{
    const QDateTime time = QDateTime::fromString(text.toString(), Qt::ISODateWithMs);
    return time.isValid() && time.timeSpec() != Qt::LocalTime ? std::optional(Instant{time.toMSecsSinceEpoch()})
                                                              : std::nullopt;
}

QString Instant::text() const
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs);
}
