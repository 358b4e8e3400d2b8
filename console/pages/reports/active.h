#pragma once

// One run that is not over yet: how far it is, and how to stop it.

#include "console/kit/controls.h"
#include "shared/contract/reports.h"

class QProgressBar;

namespace reports {

class Active : public QWidget
{
    Q_OBJECT

public:
    Active(const kit::Theme &theme, QWidget *parent);
    void show(const ReportRun &run);

Q_SIGNALS:
    void cancelled(const Id<ReportRun> &run);

private:
    Id<ReportRun> m_run;
    kit::Label *m_title, *m_count;
    QProgressBar *m_bar;
    kit::Button *m_cancel;
};

} // namespace reports
