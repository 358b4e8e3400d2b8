#pragma once

// One chart with its title in its place on a sheet.

#include "server/sandbox/reportpaper.h"

namespace report {

void drawChart(Paper &paper, const QRect &where, const DocumentChart &chart);

} // namespace report
