#pragma once

// A report as a PDF on A4: the document of shared/contract/reportdocument.h comes as JSON lines, the pages leave while
// they are drawn, so that a hundred thousand rows take no more memory than a hundred.

#include <tl/expected.hpp>

#include <cstdio>

namespace report {

// Why a document is not drawn, as one word on standard error.
enum class Refusal { Damaged, Unwritten };
const char *word(Refusal refusal);

// What has to be at hand before files and fonts are out of reach: faces, colours, words.
void prepare();
// In can be read twice: a file, or a copy of what came through a pipe.
tl::expected<void, Refusal> draw(std::FILE *in, std::FILE *out);

} // namespace report
