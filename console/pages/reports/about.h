#pragma once

// What each report is about, in the language of the console: the server says its sentences in the language of a run.

#include "shared/contract/reports.h"

namespace reports {

QString about(ReportName name);

} // namespace reports
