#pragma once

// Looks into Word documents without showing them: what they are made of, how far they unfold, and whether they bring
// something along that runs or is fetched.

#include "server/sandbox/upload.h"

namespace archive {

// The number of parts. A .docx is an archive, every part of which is unpacked once and counted.
tl::expected<int, Refusal> checkWordXml(const Upload &upload);
// An old .doc is a file system of its own, in which the names of its parts stand as they are.
tl::expected<int, Refusal> checkWord(const Upload &upload);

} // namespace archive
