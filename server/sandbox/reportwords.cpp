#include "server/sandbox/reportwords.h"

#include "shared/base/values.h"

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace report {

namespace {

constexpr qint64 lakh = 100'000LL * 100;
constexpr qint64 crore = 100 * lakh;

QDate dayOf(const QString &wire)
{
    return QDate::fromString(wire, Qt::ISODate);
}

// The digits before the point in Indian groups; what follows stays as it is.
QString grouped(const QLocale &locale, const QString &wire)
{
    const bool isBelow = wire.startsWith(u'-');
    const QString plain = isBelow ? wire.sliced(1) : wire;
    const qsizetype point = plain.indexOf(u'.');
    bool isWhole = false;
    const qint64 whole = plain.left(point < 0 ? plain.size() : point).toLongLong(&isWhole);
    if (!isWhole)
        return wire;
    QString out = isBelow ? QStringLiteral("−") : QString();
    out += locale.toString(whole);
    return point < 0 ? out : out + plain.sliced(point);
}

// 12345 hundredths as "123.5": one digit is enough beside a line.
QString tenths(const QLocale &locale, qint64 hundredths, qint64 unit)
{
    const qint64 out = (hundredths * 10 + unit / 2) / unit;
    QString text = locale.toString(out / 10);
    if (out % 10 != 0)
        text += u'.' + QString::number(out % 10);
    return text;
}

} // namespace

Words::Words(const QString &language)
    : m_locale(language == u"hi" ? QStringLiteral("hi_IN") : QStringLiteral("en_IN"))
    , m_isLatin(language != u"hi")
{
    QFile file(QStringLiteral(":/paper/hi.json"));
    if (m_isLatin || !file.open(QIODevice::ReadOnly))
        return;
    const QJsonObject words = QJsonDocument::fromJson(file.readAll()).object();
    for (auto word = words.begin(); word != words.end(); ++word)
        m_words.insert(word.key(), word.value().toString());
}

QString Words::operator()(const char *english) const
{
    const QString text = QString::fromUtf8(english);
    return m_words.value(text, text);
}

// The short names of months in Hindi end in a sign that the face does not have.
QString Words::month(const QString &form) const
{
    return form.arg(m_isLatin ? QStringLiteral("MMM") : QStringLiteral("MMMM"));
}

QString Words::day(const QString &wire) const
{
    const QDate day = dayOf(wire);
    return day.isValid() ? m_locale.toString(day, month(QStringLiteral("d %1 yyyy"))) : wire;
}

QString Words::shortDay(const QString &wire) const
{
    const QDate day = dayOf(wire);
    return day.isValid() ? m_locale.toString(day, month(QStringLiteral("d %1"))) : wire;
}

QString Words::time(const QString &wire) const
{
    const auto instant = Instant::parse(wire);
    if (!instant)
        return wire;
    return m_locale.toString(QDateTime::fromMSecsSinceEpoch(instant->ms, Qt::OffsetFromUTC, indiaSeconds),
                             month(QStringLiteral("d %1 yyyy, HH:mm")));
}

QString Words::period(const DocumentHead &head) const
{
    if (!head.from || !head.to)
        return (*this)("Everything");
    return *head.from == *head.to ? day(*head.from) : day(*head.from) + QStringLiteral(" – ") + day(*head.to);
}

QString Words::value(ValueKind kind, const QString &wire) const
{
    if (wire.isEmpty())
        return {};
    switch (kind) {
    case ValueKind::Text:
    case ValueKind::Word:
    case ValueKind::State:
    case ValueKind::Id: return wire;
    case ValueKind::Number:
    case ValueKind::Quantity: return grouped(m_locale, wire);
    case ValueKind::Money: {
        const QString text = grouped(m_locale, wire);
        return text.startsWith(u'−') ? QStringLiteral("−₹") + text.sliced(1) : u'₹' + text;
    }
    case ValueKind::Rate: return grouped(m_locale, wire) + u'%';
    case ValueKind::Instant: return time(wire);
    case ValueKind::Day: return day(wire);
    }
    return wire;
}

QString Words::rounded(ValueKind kind, qint64 hundredths) const
{
    const qint64 size = qAbs(hundredths);
    QString text = hundredths < 0 ? QStringLiteral("−") : QString();
    if (kind == ValueKind::Money)
        text += u'₹';
    if (size >= crore)
        text += (*this)("%1 Cr").arg(tenths(m_locale, size, crore));
    else if (size >= lakh)
        text += (*this)("%1 L").arg(tenths(m_locale, size, lakh));
    else
        text += tenths(m_locale, size, 100);
    return kind == ValueKind::Rate ? text + u'%' : text;
}

qint64 hundredths(const QString &wire)
{
    const bool isBelow = wire.startsWith(u'-');
    const QString plain = isBelow ? wire.sliced(1) : wire;
    const qint64 whole = plain.section(u'.', 0, 0).toLongLong();
    const qint64 rest = plain.section(u'.', 1).leftJustified(2, u'0', true).toLongLong();
    constexpr qint64 most = INT64_MAX / 1'000; // room for the axis
    const qint64 out = qMin(whole, most / 100) * 100 + rest;
    return isBelow ? -out : out;
}

} // namespace report
