#pragma once

// The tables of one capability as an earlier version had them, for tests of what is taken over (DEP-06).
//   constexpr OldSchema oldPayouts{.owner = "payouts", .neighbours = "CREATE TABLE orders …"};
//   migrate::run(*db, oldPayouts.until(1));
//   …
//   migrate::run(*db, oldPayouts.whole());

#include "server/core/migrate.h"

struct OldSchema
{
    std::string_view owner;
    std::string_view neighbours = {}; // tables that its scripts refer to, without what does not matter there
    int first = 1;                    // of its scripts; what those before it made is among the neighbours

    std::vector<migrate::Script> until(int version) const;
    std::vector<migrate::Script> whole() const;
};
