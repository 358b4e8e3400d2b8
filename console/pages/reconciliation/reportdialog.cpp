#include "console/pages/reconciliation/reportdialog.h"

#include "console/kit/controls.h"
#include "console/kit/phrases.h"
#include "console/kit/tableview.h"

#include <QVBoxLayout>

namespace reconciliation {

ReportDialog::ReportDialog(kit::Kit &kit, const StatementReport &report, QWidget *parent)
    : QDialog(parent)
{
    const kit::Theme &theme = kit.theme;
    m_lines.show(&StatementRow::line, &StatementRow::outcome, &StatementRow::narration, &StatementRow::amount);
    m_lines.column(&StatementRow::line).heading.width = 70;
    m_lines.column(&StatementRow::outcome).heading.width = 180;
    m_lines.column(&StatementRow::narration).heading.stretches = true;
    m_lines.column(&StatementRow::amount).heading.width = 130;
    m_lines.settle();
    m_lines.setRows(report.lines);

    auto *title = new kit::Label(theme, kit::Type::Heading2, "", this);
    title->say(tr("%1 credited").arg(kit::display::text(report.creditedAmount)));
    auto *sums = new kit::Label(theme, kit::Type::Body, "text2", this);
    sums->say(tr("Credited: %1 · to look at: %2 · seen before: %3")
                  .arg(kit::display::text(report.credited), kit::display::text(report.flagged),
                       kit::display::text(report.seen)));
    auto *view = new kit::TableView(theme, m_lines, this);
    view->setObjectName(QStringLiteral("lines"));
    view->setAccessibleName(tr("Lines of the statement"));
    auto *close = new kit::Button(theme, QString(), "primary", this);
    close->setObjectName(QStringLiteral("close"));
    close->say(tr("Done"));
    connect(close, &QPushButton::clicked, this, &QDialog::accept);

    setWindowTitle(title->text());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(16));
    layout->setSpacing(theme.px(10));
    layout->addWidget(title);
    layout->addWidget(sums);
    layout->addWidget(view, 1);
    layout->addWidget(close, 0, Qt::AlignRight);
    resize(theme.px(760), theme.px(520));
}

} // namespace reconciliation
