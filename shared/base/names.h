#pragma once

// NAMED_ENUM(OrderStatus, Placed, OutForDelivery) declares the enum and its wire names: "placed", "out_for_delivery".

#include <QByteArrayView>
#include <QLatin1StringView>
#include <QStringList>
#include <QStringView>

#include <array>
#include <optional>
#include <string_view>

namespace names {

template <std::size_t N>
struct Table
{
    struct Name
    {
        char text[48] = {};
        std::size_t size = 0;
    };
    std::array<Name, N> names{};
};

template <std::size_t N>
consteval Table<N> parse(std::string_view list)
{
    Table<N> table;
    std::size_t at = 0;
    for (auto &name : table.names) {
        while (list[at] == ' ' || list[at] == ',')
            ++at;
        for (bool first = true; at < list.size() && list[at] != ',' && list[at] != ' '; ++at, first = false) {
            const char c = list[at];
            const bool upper = c >= 'A' && c <= 'Z';
            if (upper && !first)
                name.text[name.size++] = '_';
            name.text[name.size++] = upper ? char(c - 'A' + 'a') : c;
        }
    }
    return table;
}

consteval std::size_t count(std::string_view list)
{
    std::size_t n = 1;
    for (char c : list)
        n += c == ',';
    return n;
}

template <class E>
concept NamedEnum = requires(E e)
{
    namesOf(e);
};

template <NamedEnum E>
QLatin1StringView text(E value)
{
    const auto &name = namesOf(value).names[std::size_t(value)];
    return QLatin1StringView(name.text, qsizetype(name.size));
}

template <NamedEnum E>
std::optional<E> fromText(QStringView wanted)
{
    const auto &table = namesOf(E{}).names;
    for (std::size_t i = 0; i < table.size(); ++i)
        if (wanted == QLatin1StringView(table[i].text, qsizetype(table[i].size)))
            return E(i);
    return std::nullopt;
}

template <NamedEnum E>
std::optional<E> fromText(QByteArrayView wanted)
{
    const auto &table = namesOf(E{}).names;
    for (std::size_t i = 0; i < table.size(); ++i)
        if (wanted == QByteArrayView(table[i].text, qsizetype(table[i].size)))
            return E(i);
    return std::nullopt;
}

template <NamedEnum E>
QStringList all()
{
    QStringList out;
    for (const auto &name : namesOf(E{}).names)
        out += QLatin1StringView(name.text, qsizetype(name.size));
    return out;
}

} // namespace names

#define NAMED_ENUM(Name, ...)                                                                                          \
    enum class Name { __VA_ARGS__ };                                                                                   \
    inline constexpr auto namesTable##Name = ::names::parse<::names::count(#__VA_ARGS__)>(#__VA_ARGS__);               \
    constexpr const auto &namesOf(Name)                                                                                \
    {                                                                                                                  \
        return namesTable##Name;                                                                                       \
    }
