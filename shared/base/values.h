#pragma once

// The values of the trade: ids, money, quantities, rates, times and places. None of them converts from or to double,
// except a place on the map.

#include <QByteArray>
#include <QString>
#include <QUuid>

#include <compare>
#include <optional>

// An id of one kind of thing. Ids of different kinds do not mix: passing an Id<Vendor> for an Id<Order> does not
// compile. Ids are UUIDv7; on the wire lower-case text, in SQL 16 bytes.
template <class Of>
struct Id
{
    QUuid uuid;

    static Id parse(QStringView text) { return {QUuid::fromString(text)}; }
    QString text() const { return uuid.toString(QUuid::WithoutBraces); }
    bool isNull() const { return uuid.isNull(); }

    friend bool operator==(const Id &, const Id &) = default;
    friend bool operator<(const Id &a, const Id &b) { return a.uuid < b.uuid; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return qHash(id.uuid, seed); }
};

// The text of a decimal number, without an allocation.
struct Decimal
{
    char text[24] = {};
    qsizetype begin = sizeof text; // written from the end

    QByteArrayView view() const { return {text + begin, qsizetype(sizeof text) - begin}; }
};

// Money in the smallest unit of the platform's currency (paise). On the wire "1234.50".
struct Money
{
    qint64 minor = 0;

    // Reads "1234", "1234.5" and "-1234.50"; more than two decimals, blanks or an overflow are refused.
    static std::optional<Money> parse(QStringView text);
    Decimal decimal() const;
    QString text() const { return QString::fromLatin1(decimal().view()); }

    friend constexpr auto operator<=>(const Money &, const Money &) = default;
    friend constexpr Money operator+(Money a, Money b) { return {a.minor + b.minor}; }
    friend constexpr Money operator-(Money a, Money b) { return {a.minor - b.minor}; }
    friend constexpr Money operator-(Money a) { return {-a.minor}; }
};

// A quantity in thousandths of its unit: 46.5 kg is 46'500. On the wire "46.5"; whole JSON numbers are read too.
struct Quantity
{
    qint64 milli = 0;

    static std::optional<Quantity> parse(QStringView text);
    Decimal decimal() const;
    QString text() const { return QString::fromLatin1(decimal().view()); }

    friend constexpr auto operator<=>(const Quantity &, const Quantity &) = default;
    friend constexpr Quantity operator+(Quantity a, Quantity b) { return {a.milli + b.milli}; }
    friend constexpr Quantity operator-(Quantity a, Quantity b) { return {a.milli - b.milli}; }
};

// The price of one unit times a quantity, half a paisa rounded up. Empty when the product does not fit.
constexpr std::optional<Money> lineTotal(Money unitPrice, Quantity quantity)
{
    const __int128 exact = static_cast<__int128>(unitPrice.minor) * quantity.milli;
    const __int128 rounded = (exact + (exact >= 0 ? 500 : -500)) / 1000;
    constexpr __int128 most = INT64_MAX;
    return rounded > most || rounded < -most ? std::nullopt : std::optional(Money{qint64(rounded)});
}

// A share in hundredths of a percent: 250 is 2.5 %. On the wire "2.50".
struct BasisPoints
{
    qint64 value = 0;

    static std::optional<BasisPoints> parse(QStringView text);
    Decimal decimal() const;
    QString text() const { return QString::fromLatin1(decimal().view()); }

    // Half away from zero; the other share is the whole minus this one, so that both always add up.
    constexpr Money of(Money whole) const
    {
        const __int128 exact = static_cast<__int128>(whole.minor) * value;
        return {qint64((exact + (exact >= 0 ? 5000 : -5000)) / 10000)};
    }

    friend constexpr auto operator<=>(const BasisPoints &, const BasisPoints &) = default;
};

constexpr qint64 secondMs = 1'000;
constexpr qint64 minuteMs = 60 * secondMs;
constexpr qint64 hourMs = 60 * minuteMs;
constexpr qint64 dayMs = 24 * hourMs;

// Milliseconds since the epoch, UTC. On the wire "2026-11-20T09:31:00.000Z".
struct Instant
{
    qint64 ms = 0;

    static std::optional<Instant> parse(QStringView text);
    QString text() const;
    constexpr Instant after(qint64 durationMs) const { return {ms + durationMs}; }

    friend constexpr auto operator<=>(const Instant &, const Instant &) = default;
};

// Bytes that already are JSON: audit details, snapshots. They are written as they are.
struct Json
{
    QByteArray text = "null";

    friend bool operator==(const Json &, const Json &) = default;
};
