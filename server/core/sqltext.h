#pragma once

// What is done with the text of SQL before an engine sees it: the words of the schema scripts (core/migrate.h), the
// cut into single statements, and the marks of parameters.

#include "server/core/db.h"

#include <string>
#include <string_view>
#include <vector>

namespace sqltext {

// Replaces the words that differ between the engines. Throws DbFault at an unknown word.
std::string forEngine(std::string_view script, Engine engine);

// Cuts at each ';' that ends a statement, not at one in a literal, a comment, a function body or a trigger.
std::vector<std::string> statements(std::string_view script);

// "?" and "?2" become "$1" and "$2", except in literals and comments.
std::string numbered(std::string_view statement);

} // namespace sqltext
