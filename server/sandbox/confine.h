#pragma once

// Takes away from this process whatever decoding a picture does not need: memory, time, files, network, children. Each
// wall stands on its own, so that a kernel that lacks one of them still has the others.

namespace confine {

// The process dies when it runs longer, whatever it does.
constexpr int wallSeconds = 15;
constexpr int cpuSeconds = 10;

// From here on nothing can be opened for writing, no socket made and no program started. To be called after the
// libraries and plugins are loaded and before the first strange byte is read.
void apply();

} // namespace confine
