#pragma once

// One run that is not over yet: how far it is, and how to stop it.

#include "console/kit/progressline.h"
#include "shared/contract/reports.h"

namespace kit {

class RunProgress : public ProgressLine
{
    Q_OBJECT

public:
    RunProgress(const Theme &theme, QWidget *parent);
    void show(const ReportRun &run);

Q_SIGNALS:
    void cancelled(const Id<ReportRun> &run);

private:
    Id<ReportRun> m_run;
};

} // namespace kit
