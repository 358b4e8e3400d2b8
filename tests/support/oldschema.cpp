#include "tests/support/oldschema.h"

#include <limits>

std::vector<migrate::Script> OldSchema::until(int version) const
{
    std::vector<migrate::Script> out;
    for (const migrate::Script &script : migrate::scripts()) {
        if (script.owner == "core")
            out.push_back(script);
        if (script.owner != owner)
            continue;
        if (script.version == 1 && !neighbours.empty())
            out.push_back({"neighbours", 1, neighbours});
        if (script.version >= first && script.version <= version)
            out.push_back(script);
    }
    return out;
}

std::vector<migrate::Script> OldSchema::whole() const
{
    return until(std::numeric_limits<int>::max());
}
