#pragma once

// One run that is not over yet: how far it is, and how to stop it.

#include "console/kit/controls.h"
#include "shared/contract/reports.h"

class QProgressBar;

namespace kit {

class RunProgress : public QWidget
{
    Q_OBJECT

public:
    RunProgress(const Theme &theme, QWidget *parent);
    void show(const ReportRun &run);

Q_SIGNALS:
    void cancelled(const Id<ReportRun> &run);

private:
    Id<ReportRun> m_run;
    Label *m_title, *m_count;
    QProgressBar *m_bar;
    Button *m_cancel;
};

} // namespace kit
