#include "console/kit/display.h"

#include "console/kit/envelope.h"
#include "console/kit/indiaclock.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace kit::display {

namespace {

// An integer with a fraction of a fixed number of digits, without a detour over double.
QString fixed(qint64 value, int unit, int digits)
{
    const QLocale locale;
    const qint64 whole = qAbs(value) / unit;
    const qint64 rest = qAbs(value) % unit;
    return locale.toString(whole) + locale.decimalPoint() +
           QStringLiteral("%1").arg(rest, digits, 10, QLatin1Char('0'));
}

QString trimmed(QString text)
{
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(QLocale().decimalPoint()))
        text.chop(1);
    return text;
}

QString sign(qint64 value)
{
    return value < 0 ? QStringLiteral("−") : QString();
}

} // namespace

QString text(Money money)
{
    return sign(money.minor) + QStringLiteral("₹") + fixed(money.minor, 100, 2);
}

QString rounded(Money money)
{
    constexpr qint64 lakh = 100'000LL * 100;
    constexpr qint64 crore = 100 * lakh;
    const qint64 size = qAbs(money.minor);
    if (size >= crore)
        return sign(money.minor) +
               QCoreApplication::translate("display", "₹%1 Cr").arg(trimmed(fixed(size / (crore / 100), 100, 2)));
    if (size >= lakh)
        return sign(money.minor) +
               QCoreApplication::translate("display", "₹%1 L").arg(trimmed(fixed(size / (lakh / 100), 100, 2)));
    return sign(money.minor) + QStringLiteral("₹") + QLocale().toString((size + 50) / 100);
}

QString text(Quantity quantity)
{
    return sign(quantity.milli) + trimmed(fixed(quantity.milli, 1000, 3));
}

QString text(Quantity quantity, const QString &unit)
{
    return text(quantity) + QChar(QChar::Nbsp) + unit;
}

QString text(BasisPoints share)
{
    return sign(share.value) + trimmed(fixed(share.value, 100, 2)) + QStringLiteral("%");
}

QString text(Instant instant)
{
    if (instant.ms == 0)
        return QStringLiteral("–");
    return QLocale().toString(inIndia(instant), QStringLiteral("d MMM, HH:mm"));
}

QString date(Instant instant)
{
    return instant.ms == 0 ? QStringLiteral("–")
                           : QLocale().toString(inIndia(instant).date(), QStringLiteral("d MMM yyyy"));
}

QString momentOf(Instant instant)
{
    return instant.ms == 0 ? QStringLiteral("–") : date(instant) + QStringLiteral(", ") + time(instant);
}

QString time(Instant instant)
{
    return QLocale().toString(inIndia(instant).time(), QStringLiteral("HH:mm"));
}

QString span(qint64 durationMs)
{
    if (durationMs < hourMs)
        return QCoreApplication::translate("display", "%1 min").arg(qMax<qint64>(0, durationMs) / minuteMs);
    if (durationMs < 3 * dayMs)
        return QCoreApplication::translate("display", "%1 h").arg(durationMs / hourMs);
    return QCoreApplication::translate("display", "%1 d").arg(durationMs / dayMs);
}

QString ago(Instant then, Instant now)
{
    const qint64 age = now.ms - then.ms;
    if (age < minuteMs)
        return QCoreApplication::translate("display", "%1 s ago").arg(qMax<qint64>(0, age) / 1000);
    return QCoreApplication::translate("display", "%1 ago").arg(span(age));
}

QString bytes(qint64 size)
{
    return QLocale().formattedDataSize(size, 1, QLocale::DataSizeSIFormat);
}

QString text(bool yes)
{
    return yes ? QCoreApplication::translate("display", "Yes") : QCoreApplication::translate("display", "No");
}

std::optional<Money> amountOf(const QString &typed)
{
    static const QRegularExpression grouped(QStringLiteral("^-?[0-9]{1,3}(,[0-9]{2,3})*,[0-9]{3}(\\.[0-9]*)?$"));
    QString text = typed.simplified().remove(u'₹').remove(u' ').remove(QChar(QChar::Nbsp));
    if (grouped.match(text).hasMatch())
        text.remove(u',');
    return Money::parse(text);
}

QByteArray source(const char *label, QLatin1StringView wireName)
{
    if (label)
        return label;
    QByteArray words = QByteArray(wireName.data(), wireName.size()).replace('_', ' ');
    if (words.endsWith(" id") || words.endsWith(" at"))
        words.chop(3);
    return words.left(1).toUpper() + words.mid(1);
}

QString title(const char *label, QLatin1StringView wireName)
{
    return QCoreApplication::translate("fields", source(label, wireName).constData());
}

QString initials(const QString &name)
{
    QString out;
    for (const QString &part : name.split(u' ', Qt::SkipEmptyParts)) {
        if (part.at(0).isLetterOrNumber() && out.size() < 2)
            out += part.at(0).toUpper();
    }
    return out.isEmpty() ? QStringLiteral("?") : out;
}

} // namespace kit::display
