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

enum class Zeros { Kept, Dropped }; // at the end

Decimal unscaled(qint64 value, int decimals, Zeros zeros)
{
    Decimal out;
    quint64 left = value < 0 ? 0 - quint64(value) : quint64(value);
    const auto put = [&out](char c) { out.text[--out.begin] = c; };
    bool isKeeping = zeros == Zeros::Kept;
    for (int place = 0; place < decimals; ++place, left /= 10) {
        isKeeping = isKeeping || left % 10 != 0;
        if (isKeeping)
            put(char('0' + left % 10));
    }
    if (isKeeping && decimals > 0)
        put('.');
    do
        put(char('0' + left % 10));
    while (left /= 10);
    if (value < 0)
        put('-');
    return out;
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
Decimal Money::decimal() const
{
    return unscaled(minor, 2, Zeros::Kept);
}

std::optional<Quantity> Quantity::parse(QStringView text)
{
    return wrap<Quantity>(scaled(text, 3));
}
Decimal Quantity::decimal() const
{
    return unscaled(milli, 3, Zeros::Dropped);
}

std::optional<BasisPoints> BasisPoints::parse(QStringView text)
{
    return wrap<BasisPoints>(scaled(text, 2));
}
Decimal BasisPoints::decimal() const
{
    return unscaled(value, 2, Zeros::Kept);
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
