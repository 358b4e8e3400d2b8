#pragma once

// An invoice as a PDF on A4: the object of shared/contract/invoicedocument.h, drawn on the sheets of the reports.

#include "server/sandbox/report.h"

namespace invoice {

tl::expected<void, report::Refusal> draw(std::FILE *in, std::FILE *out);

} // namespace invoice
