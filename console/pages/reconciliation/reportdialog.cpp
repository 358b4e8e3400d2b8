#include "console/pages/reconciliation/reportdialog.h"

#include "console/kit/contracttable.h"
#include "console/kit/controls.h"
#include "console/kit/tableview.h"

#include <QVBoxLayout>

#include <algorithm>

namespace reconciliation {

ReportDialog::ReportDialog(kit::Kit &kit, const StatementReport &report, QWidget *parent)
    : QDialog(parent)
{
    auto *lines = new kit::ContractTable<StatementRow>(this);
    lines->show(&StatementRow::line, &StatementRow::outcome, &StatementRow::narration, &StatementRow::amount);
    lines->column(&StatementRow::line).heading.width = 70;
    lines->column(&StatementRow::outcome).heading.width = 180;
    lines->column(&StatementRow::narration).heading.stretches = true;
    lines->column(&StatementRow::amount).heading.width = 130;
    lines->settle();
    lines->setRows(report.lines);
    build(kit.theme,
          {.title = tr("%1 credited").arg(kit::display::text(report.creditedAmount)),
           .sums = tr("Credited: %1 · to look at: %2 · seen before: %3")
                       .arg(kit::display::text(report.credited), kit::display::text(report.flagged),
                            kit::display::text(report.seen)),
           .lines = tr("Lines of the statement")},
          *lines);
}

ReportDialog::ReportDialog(kit::Kit &kit, const SettlementReport &report, QWidget *parent)
    : QDialog(parent)
{
    auto *lines = new kit::ContractTable<SettlementRow>(this);
    lines->show(&SettlementRow::line, &SettlementRow::outcome, &SettlementRow::transactionId, &SettlementRow::fee,
                &SettlementRow::gross);
    lines->column(&SettlementRow::line).heading.width = 70;
    lines->column(&SettlementRow::outcome).heading.width = 180;
    lines->column(&SettlementRow::transactionId).heading.stretches = true;
    lines->column(&SettlementRow::fee).heading.width = 110;
    lines->column(&SettlementRow::gross).heading.width = 130;
    lines->settle();
    lines->setRows(report.lines);
    const auto unreadable = std::count_if(report.lines.begin(), report.lines.end(), [](const SettlementRow &row) {
        return row.outcome == SettlementOutcome::Unreadable;
    });
    const QString counts = tr("Booked: %1 · to look at: %2 · seen before: %3 · not understood: %4")
                               .arg(kit::display::text(report.posted), kit::display::text(report.flagged),
                                    kit::display::text(report.seen), kit::display::text(int(unreadable)));
    const QString money = tr("%1 of payments, of which the provider has kept %2")
                              .arg(kit::display::text(report.gross), kit::display::text(report.fees));
    build(kit.theme,
          {.title = tr("%1 came to the bank").arg(kit::display::text(report.net)),
           .sums = counts + u'\n' + money,
           .lines = tr("Lines of the settlement")},
          *lines);
}

void ReportDialog::build(const kit::Theme &theme, const Words &words, kit::TableModel &lines)
{
    auto *title = new kit::Label(theme, kit::Type::Heading2, "", this);
    title->say(words.title);
    auto *sums = new kit::Label(theme, kit::Type::Body, "text2", this);
    sums->wrapping()->say(words.sums);
    auto *view = new kit::TableView(theme, lines, this);
    view->setObjectName(QStringLiteral("lines"));
    view->setAccessibleName(words.lines);
    auto *close = new kit::Button(theme, QString(), "primary", this);
    close->setObjectName(QStringLiteral("close"));
    close->say(tr("Done"));
    connect(close, &QPushButton::clicked, this, &QDialog::accept);

    setWindowTitle(words.title);
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
