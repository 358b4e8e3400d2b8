#include "console/kit/runprogress.h"

#include "console/kit/display.h"

#include <QHBoxLayout>
#include <QProgressBar>

namespace kit {

namespace {

constexpr int barHeight = 6;
constexpr int thousandths = 1000;

} // namespace

RunProgress::RunProgress(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_title(new Label(theme, Type::BodyStrong, "", this))
    , m_count(new Label(theme, Type::Small, "text2", this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new Button(theme, QStringLiteral("x"), "", this))
{
    m_cancel->setObjectName(QStringLiteral("cancelActive"));
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(theme.px(barHeight));
    auto *words = row(8);
    words->addWidget(m_title);
    words->addStretch(1);
    words->addWidget(m_count);
    auto *left = column(theme.px(4));
    left->addLayout(words);
    left->addWidget(m_bar);
    auto *layout = row(theme.px(16));
    layout->setContentsMargins(0, theme.px(4), 0, theme.px(4));
    layout->addLayout(left, 1);
    layout->addWidget(m_cancel);
    setLayout(layout);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancel->setEnabled(false);
        Q_EMIT cancelled(m_run);
    });
}

void RunProgress::show(const ReportRun &run)
{
    if (m_run != run.id)
        m_cancel->setEnabled(true);
    m_run = run.id;
    m_title->say(run.title + QStringLiteral(" · ") + display::text(run.format));
    // Until rows are counted nobody can say how far it is.
    const bool isKnown = run.status == RunStatus::Running && run.rowsEstimated > 0;
    m_bar->setRange(0, isKnown ? thousandths : 0);
    if (isKnown)
        m_bar->setValue(int(qMin(run.rowsDone, run.rowsEstimated) * thousandths / run.rowsEstimated));
    if (run.status == RunStatus::Waiting)
        m_count->say(display::text(run.status));
    else if (isKnown)
        m_count->say(tr("%1 of about %2 rows").arg(display::text(run.rowsDone), display::text(run.rowsEstimated)));
    else
        m_count->say(tr("%1 rows").arg(display::text(run.rowsDone)));
    m_bar->setAccessibleName(m_title->text());
    m_bar->setAccessibleDescription(m_count->text());
    m_cancel->say(tr("Cancel run"));
    m_cancel->setAccessibleName(tr("Cancel %1").arg(run.title));
}

} // namespace kit
