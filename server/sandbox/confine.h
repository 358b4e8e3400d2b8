#pragma once

// Takes away from this process whatever decoding a picture does not need: memory, time, files, network, children. Each
// wall stands on its own, so that a kernel that lacks one of them still has the others; whether the two that keep the
// server's files and the network away are there is told.

namespace confine {

// What the process may use; it dies when it wants more, whatever it does.
struct Caps
{
    int wallSeconds;
    int cpuSeconds;
    int writtenMebibytes; // to one file
};
// One strange file.
constexpr Caps forUploads{.wallSeconds = 15, .cpuSeconds = 10, .writtenMebibytes = 64};
// A report of our own that may have a hundred thousand rows; the server waits 100 seconds.
constexpr Caps forReports{.wallSeconds = 95, .cpuSeconds = 90, .writtenMebibytes = 512};

// From here on nothing can be opened for writing, no socket made and no program started. To be called after the
// libraries and plugins are loaded and before the first strange byte is read.
// False: the kernel hides no files or filters no calls, so that strange bytes are better not read at all.
bool apply(const Caps &caps = forUploads);

} // namespace confine
