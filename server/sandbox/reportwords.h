#pragma once

// What a report says by itself, and values as its reader knows them: Indian grouping, Indian time.

#include "shared/contract/reportdocument.h"

#include <QHash>
#include <QLocale>

namespace report {

constexpr int indiaSeconds = (5 * 60 + 30) * 60; // ahead of UTC, all the year

class Words
{
public:
    explicit Words(const QString &language);

    QString operator()(const char *english) const; // in the report's language
    QString value(ValueKind kind, const QString &wire) const;
    QString rounded(ValueKind kind, qint64 hundredths) const; // for the axis of a chart: ₹1.2 L
    QString day(const QString &wire) const;                   // 20 Nov 2026
    QString shortDay(const QString &wire) const;              // 20 Nov; anything else stays as it is
    QString time(const QString &wire) const;                  // 20 Nov 2026, 15:01
    QString period(const DocumentHead &head) const;

private:
    QString month(const QString &form) const;

    QLocale m_locale;
    bool m_isLatin;
    QHash<QString, QString> m_words;
};

// Numbers stand at the right, under each other.
constexpr bool isNumber(ValueKind kind)
{
    return kind == ValueKind::Number || kind == ValueKind::Money || kind == ValueKind::Quantity ||
           kind == ValueKind::Rate;
}

// The size of a bar or a point in hundredths of its unit. Exact for money; drawn, never calculated with.
qint64 hundredths(const QString &wire);

} // namespace report
