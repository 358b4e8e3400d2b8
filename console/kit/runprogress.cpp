#include "console/kit/runprogress.h"

#include "console/kit/display.h"

namespace kit {

RunProgress::RunProgress(const Theme &theme, QWidget *parent)
    : ProgressLine(theme, parent)
{
    m_stop->setObjectName(QStringLiteral("cancelActive"));
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_stop->setEnabled(false);
        Q_EMIT cancelled(m_run);
    });
}

void RunProgress::show(const ReportRun &run)
{
    if (m_run != run.id)
        m_stop->setEnabled(true);
    m_run = run.id;
    m_title->say(run.title + QStringLiteral(" · ") + display::text(run.format));
    // Until rows are counted nobody can say how far it is.
    const qint64 whole = run.status == RunStatus::Running ? run.rowsEstimated : 0;
    QString words = tr("%1 rows").arg(display::text(run.rowsDone));
    if (run.status == RunStatus::Waiting)
        words = display::text(run.status);
    else if (whole > 0)
        words = tr("%1 of about %2 rows").arg(display::text(run.rowsDone), display::text(whole));
    showPart(run.rowsDone, whole, words);
    m_stop->say(tr("Cancel run"));
    m_stop->setAccessibleName(tr("Cancel %1").arg(run.title));
}

} // namespace kit
