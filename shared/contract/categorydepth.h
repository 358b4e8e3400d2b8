#pragma once

// How deep the tree of categories may be. The server refuses a deeper one; the console, which also goes up from a
// category, ends where the server does.

namespace catalog {

inline constexpr int categoryDepthMax = 20; // levels; a damaged tree that bites its tail ends here, too

} // namespace catalog
