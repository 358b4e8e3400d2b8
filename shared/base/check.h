#pragma once

// The checks of a contract's field, for values that come another way than over the wire.

#include "shared/base/fields.h"

#include <type_traits>

namespace fields {

// checkOf(&Register::username)
template <class Owner, class T>
constexpr Check checkOf(T Owner::*member)
{
    Check found;
    forEach<Owner>([&](const auto &field) {
        if constexpr (std::is_same_v<decltype(field.member), T Owner::*const> ||
                      std::is_same_v<decltype(field.member), T Owner::*>)
            if (field.member == member)
                found = field.check;
    });
    return found;
}

// What the text breaks of the check, in the words that follow the field's name.
std::optional<QString> problemOf(const QString &text, const Check &check);

// What is wrong with a text that others are to read, in one line or in several: that it shows nothing, or has control
// characters or marks that turn the direction of what stands behind them.
std::optional<QString> lineProblemOf(const QString &text);
std::optional<QString> linesProblemOf(const QString &text);

} // namespace fields
