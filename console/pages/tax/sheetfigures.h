#pragma once

// The lines of a worksheet as they are given away: every field of the contract but the ids.

#include "console/kit/display.h"
#include "console/kit/figures.h"
#include "shared/base/json.h"
#include "shared/contract/tax.h"

namespace tax {

template <class V>
kit::Figures::Cell figureOf(const V &value)
{
    if constexpr (json::isOptional<V>)
        return value ? figureOf(*value) : kit::Figures::Cell{};
    else if constexpr (std::is_same_v<V, Money> || std::is_same_v<V, BasisPoints>)
        return {.text = kit::display::text(value), .plain = value.text(), .isNumber = true};
    else
        return {.text = kit::display::text(value)};
}

template <fields::Contract Line>
kit::Figures figuresOf(const QList<Line> &lines)
{
    kit::Figures out;
    fields::forEach<Line>([&](const auto &field) {
        if constexpr (!json::isId<typename std::decay_t<decltype(field)>::Type>)
            out.headings += kit::display::title(field.check.label, field.wire.latin1());
    });
    for (const Line &line : lines) {
        QList<kit::Figures::Cell> row;
        fields::forEach<Line>([&](const auto &field) {
            if constexpr (!json::isId<typename std::decay_t<decltype(field)>::Type>)
                row += figureOf(line.*field.member);
        });
        out.rows += row;
    }
    return out;
}

} // namespace tax
