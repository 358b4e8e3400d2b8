#pragma once

// What the keys of the configuration demand of each other, and what production demands of all (SET-04, SET-05).

#include "server/core/config.h"

#include <optional>

namespace config {

// What is wrong, in words for the operator.
std::optional<QString> contradiction(const Config &config);

} // namespace config
