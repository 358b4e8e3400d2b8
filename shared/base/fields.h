#pragma once

// One definition per wire type. A struct lists its fields once with FIELDS(...); from that list come the
// JSON codec, the validation, the OpenAPI schema, the SQL row mapping and the console's table columns.

#include <QList>
#include <QString>
#include <QtGlobal>

#include <array>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>

namespace fields {

// "stockQuantity" in C++ is "stock_quantity" on the wire and in SQL. The rule is applied here, once, while compiling.
struct WireName
{
    char text[40] = {};
    char key[48] = {}; // ,"text": as it stands between the members of an object
    std::size_t size = 0;

    consteval WireName(std::string_view camel)
    {
        for (const char c : camel) {
            const bool upper = c >= 'A' && c <= 'Z';
            if (upper)
                text[size++] = '_';
            text[size++] = upper ? char(c - 'A' + 'a') : c;
        }
        key[0] = ',';
        key[1] = key[size + 2] = '"';
        key[size + 3] = ':';
        for (std::size_t i = 0; i < size; ++i)
            key[i + 2] = text[i];
    }
    constexpr std::string_view view() const { return {text, size}; }
    QLatin1StringView latin1() const { return QLatin1StringView(text, qsizetype(size)); }
};

struct Check
{
    const char *label = nullptr; // human name, translatable; derived from the name when absent
    int lengthMin = 0;           // of a QString
    int lengthMax = 4000;
    int countMin = 0; // of a QList
    int countMax = 1000;
    qint64 min = std::numeric_limits<qint64>::min(); // of a number or money
    qint64 max = std::numeric_limits<qint64>::max();
    const char *pattern = nullptr; // of a QString, anchored
    bool secret = false;           // never logged, never listed
    bool standard = false;         // may be left out of a request: the struct's initializer is the default

    // What holds for each entry of a list: the checks without those of the list itself.
    constexpr Check each() const
    {
        Check entry = *this;
        entry.countMin = 0;
        entry.countMax = 1000;
        return entry;
    }
};

template <class Owner, class T>
struct Field
{
    using Type = T;
    WireName wire;
    T Owner::*member;
    Check check;
};

template <class Owner, class T>
consteval Field<Owner, T> field(std::string_view name, T Owner::*member, Check check = {})
{
    return {WireName(name), member, check};
}

// The fields of a struct side by side. A std::tuple would do, but its constructors cost the compiler half of every
// build.
template <std::size_t Place, class T>
struct Slot
{
    T value;
};
template <class Places, class... Ts>
struct Slots;
template <std::size_t... Places, class... Ts>
struct Slots<std::index_sequence<Places...>, Ts...> : Slot<Places, Ts>...
{
    static constexpr std::size_t count = sizeof...(Ts);

    template <class Visit>
    constexpr void forEach(Visit &&visit) const
    {
        (visit(static_cast<const Slot<Places, Ts> &>(*this).value), ...);
    }
};
template <class T>
constexpr const T &first(const Slot<0, T> &slot)
{
    return slot.value;
}
template <class... Ts>
consteval Slots<std::index_sequence_for<Ts...>, Ts...> list(Ts... each)
{
    return {{each}...};
}

// Forgetting a member in FIELDS must not compile: compare the list with the aggregate's true arity.
struct Any
{
    template <class T>
    operator T() const;
};
template <class T, class... Args>
consteval std::size_t arity()
{
    if constexpr (requires { T{std::declval<Args>()..., Any{}}; })
        return arity<T, Args..., Any>();
    else
        return sizeof...(Args);
}

template <class T>
concept Contract = requires
{
    T::fields();
};

template <Contract T>
inline constexpr auto of = T::fields();

template <Contract T>
inline constexpr std::size_t count = decltype(T::fields())::count;

template <Contract T>
inline constexpr bool complete = count<T> == arity<T>();

template <Contract T, class Visit>
constexpr void forEach(Visit &&visit)
{
    static_assert(complete<T>, "FIELDS(...) does not list every member of this struct");
    of<T>.forEach(visit);
}

} // namespace fields

#define FIELD(name, ...) ::fields::field(#name, &Self::name, ::fields::Check{__VA_ARGS__})
#define FIELDS(Type, ...)                                                                                              \
    static constexpr std::string_view typeName()                                                                       \
    {                                                                                                                  \
        return #Type;                                                                                                  \
    }                                                                                                                  \
    static consteval auto fields()                                                                                     \
    {                                                                                                                  \
        using Self = Type;                                                                                             \
        return ::fields::list(__VA_ARGS__);                                                                            \
    }
