#pragma once

// Values of the trade as people read them, in the language and grouping of the default QLocale (en_IN or hi_IN).

#include "console/kit/theme.h"
#include "shared/base/fields.h"
#include "shared/base/names.h"
#include "shared/base/result.h"
#include "shared/base/values.h"

#include <QLocale>

namespace kit::display {

// A status or kind: its word, what it means, and an icon where one helps.
struct Word
{
    QString text;
    Tone tone = Tone::Neutral;
    QString icon = {};
};
// Which value of which enum.
struct WordKey
{
    const void *kind; // the enum's table of names
    int value;

    friend constexpr bool operator==(const WordKey &, const WordKey &) = default;
};
template <names::NamedEnum E>
constexpr WordKey keyOf(E value)
{
    return {&namesOf(value), int(value)};
}
Word word(const WordKey &key, QLatin1StringView wireName);
template <names::NamedEnum E>
Word word(E value)
{
    return word(keyOf(value), names::text(value));
}

QString text(Money money);                            // ₹12,34,567.50
QString rounded(Money money);                         // ₹8.94 Cr, for tiles
QString text(Quantity quantity);                      // 46.5
QString text(Quantity quantity, const QString &unit); // 46.5 kg
QString text(BasisPoints share);                      // 4.5 %
QString text(Instant instant);                        // 20 Nov  09:47
QString date(Instant instant);                        // 20 Nov 2026
QString momentOf(Instant instant);                    // 20 Nov 2026, 09:47
QString time(Instant instant);                        // 09:47
QString ago(Instant then, Instant now);               // 3 min ago
QString span(qint64 durationMs);                      // 26 h
QString bytes(qint64 size);                           // 1.8 MB
inline QString text(const QString &text)
{
    return text;
}
inline QString text(qint64 number)
{
    return QLocale().toString(number);
}
inline QString text(int number)
{
    return QLocale().toString(number);
}
inline QString text(double number)
{
    return QLocale().toString(number);
}
QString text(bool yes);
template <names::NamedEnum E>
QString text(E value)
{
    return word(value).text;
}
template <class T>
QString text(const Id<T> &id)
{
    return id.text();
}
template <class T>
QString text(const std::optional<T> &value)
{
    return value ? text(*value) : QStringLiteral("–");
}
template <class T>
QString text(const QList<T> &list)
{
    return text(qint64(list.size()));
}
inline QString text(const Json &json)
{
    return QString::fromUtf8(json.text);
}

// What somebody typed, also with the sign and the groups of India: "₹1,00,000.50". Commas elsewhere are no amount.
std::optional<Money> amountOf(const QString &typed);

// What went wrong, in the user's language, with the number to quote to support.
QString trouble(const Error &error);

// What is wrong with one field, as the contract's checks and the server say it, in the user's language.
QString problem(const QString &english);
// The same of several fields, each with its name: for a banner where no form knows them.
QString problems(const QList<FieldError> &problems);

// A field's human name: its label, or its wire name made readable.
QByteArray source(const char *label, QLatin1StringView wireName); // in English
QString title(const char *label, QLatin1StringView wireName);
// What the contract calls this member.
template <fields::Contract T, class V>
QString label(V T::*member)
{
    QString out;
    fields::forEach<T>([&](const auto &field) {
        if constexpr (std::is_same_v<decltype(field.member), V T::*>) {
            if (field.member == member)
                out = title(field.check.label, field.wire.latin1());
        }
    });
    return out;
}
QString initials(const QString &name);

} // namespace kit::display
