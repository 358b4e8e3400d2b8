#pragma once

// The first sheets: what the report is about, its key figures, and its charts.

#include "server/sandbox/reportpaper.h"

namespace report {

// How many sheets cover and charts take.
int coverSheets(const DocumentHead &head);
void drawCover(Paper &paper, const DocumentHead &head);

} // namespace report
