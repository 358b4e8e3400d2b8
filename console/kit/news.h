#pragma once

// What a live event is about, as the type that its kind promises; nothing when a newer server says it otherwise.
//     if (const auto order = kit::read<OrderCard>(event)) greet(*order);

#include "shared/base/json.h"
#include "shared/contract/live.h"

#include <optional>

namespace kit {

template <class T>
std::optional<T> read(const LiveEvent &event)
{
    const auto document = json::document(event.data.text);
    if (!document)
        return std::nullopt;
    auto value = json::read<T>(*document, json::Reader::Source::Reply);
    return value ? std::optional<T>(*std::move(value)) : std::nullopt;
}

} // namespace kit
