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

} // namespace fields
