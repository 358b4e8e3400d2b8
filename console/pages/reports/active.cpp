#include "console/pages/reports/active.h"

#include "console/kit/display.h"

#include <QHBoxLayout>
#include <QProgressBar>

namespace reports {

namespace {

constexpr int barHeight = 6;
constexpr int thousandths = 1000;

} // namespace

Active::Active(const kit::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_title(new kit::Label(theme, kit::Type::BodyStrong, "", this))
    , m_count(new kit::Label(theme, kit::Type::Small, "text2", this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new kit::Button(theme, QStringLiteral("x"), "", this))
{
    m_cancel->setObjectName(QStringLiteral("cancelActive"));
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(theme.px(barHeight));
    auto *words = kit::row(8);
    words->addWidget(m_title);
    words->addStretch(1);
    words->addWidget(m_count);
    auto *left = kit::column(theme.px(4));
    left->addLayout(words);
    left->addWidget(m_bar);
    auto *layout = kit::row(theme.px(16));
    layout->setContentsMargins(0, theme.px(4), 0, theme.px(4));
    layout->addLayout(left, 1);
    layout->addWidget(m_cancel);
    setLayout(layout);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancel->setEnabled(false);
        Q_EMIT cancelled(m_run);
    });
}

void Active::show(const ReportRun &run)
{
    if (m_run != run.id)
        m_cancel->setEnabled(true);
    m_run = run.id;
    m_title->say(run.title + QStringLiteral(" · ") + kit::display::text(run.format));
    // Until rows are counted nobody can say how far it is.
    const bool isKnown = run.status == RunStatus::Running && run.rowsEstimated > 0;
    m_bar->setRange(0, isKnown ? thousandths : 0);
    if (isKnown)
        m_bar->setValue(int(qMin(run.rowsDone, run.rowsEstimated) * thousandths / run.rowsEstimated));
    if (run.status == RunStatus::Waiting)
        m_count->say(kit::display::text(run.status));
    else if (isKnown)
        m_count->say(
            tr("%1 of about %2 rows").arg(kit::display::text(run.rowsDone), kit::display::text(run.rowsEstimated)));
    else
        m_count->say(tr("%1 rows").arg(kit::display::text(run.rowsDone)));
    m_bar->setAccessibleName(m_title->text());
    m_bar->setAccessibleDescription(m_count->text());
    m_cancel->say(tr("Cancel run"));
    m_cancel->setAccessibleName(tr("Cancel %1").arg(run.title));
}

} // namespace reports
