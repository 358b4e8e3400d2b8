#pragma once

// The lines of a list as they are given away: every field of the contract but the ids.

#include "console/kit/display.h"
#include "console/kit/figures.h"
#include "shared/base/json.h"

namespace kit {

template <class T>
inline constexpr bool isNameless = json::isId<T>;
template <class T>
inline constexpr bool isNameless<std::optional<T>> = json::isId<T>;

template <class V>
Figures::Cell figureOf(const V &value)
{
    if constexpr (json::isOptional<V>)
        return value ? figureOf(*value) : Figures::Cell{};
    else if constexpr (std::is_same_v<V, Money> || std::is_same_v<V, BasisPoints>)
        return {.text = display::text(value), .plain = value.text(), .isNumber = true};
    else if constexpr (std::is_same_v<V, Instant>)
        return {.text = display::text(value), .plain = value.text()};
    else
        return {.text = display::text(value)};
}

template <fields::Contract Line>
Figures figuresOf(const QList<Line> &lines)
{
    Figures out;
    fields::forEach<Line>([&](const auto &field) {
        if constexpr (!isNameless<typename std::decay_t<decltype(field)>::Type>)
            out.headings += display::title(field.check.label, field.wire.latin1());
    });
    for (const Line &line : lines) {
        QList<Figures::Cell> row;
        fields::forEach<Line>([&](const auto &field) {
            if constexpr (!isNameless<typename std::decay_t<decltype(field)>::Type>)
                row += figureOf(line.*field.member);
        });
        out.rows += row;
    }
    return out;
}

} // namespace kit
