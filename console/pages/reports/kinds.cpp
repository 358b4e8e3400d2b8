#include "console/pages/reports/kinds.h"

#include "console/kit/reportfetch.h"
#include "console/pages/reports/about.h"

namespace reports {

using kit::Cell;

Kinds::Kinds(kit::Kit &kit, ReportGroup group, const Offers &offers, QWidget *parent)
    : Panel(kit, parent)
    , m_group(group)
    , m_offers(offers)
    , m_card(addList(m_table, group == ReportGroup::Report ? "reports" : "exports"))
    , m_save(addButton(QStringLiteral("clock"), "", "save"))
    , m_run(addButton(group == ReportGroup::Report ? QStringLiteral("file-text") : QStringLiteral("download"),
                      "primary", "run"))
{
    m_table.show(&ReportKind::title, &ReportKind::usualFrequency, &ReportKind::parameters, &ReportKind::columns);
    auto &title = m_table.column(&ReportKind::title);
    title.heading.stretches = true;
    title.heading.width = 320;
    title.cell = [](const ReportKind &kind) {
        return Cell{.text = kit::display::text(kind.name), .second = about(kind.name), .look = Cell::Look::Strong};
    };
    auto &usual = m_table.column(&ReportKind::usualFrequency);
    usual.heading.label = QT_TRANSLATE_NOOP("fields", "Usually");
    usual.heading.width = 150;
    usual.heading.priority = group == ReportGroup::Report ? 1 : 4;
    usual.cell = [](const ReportKind &kind) {
        return Cell{.text = kit::display::text(kind.usualFrequency), .look = Cell::Look::Quiet};
    };
    auto &filters = m_table.column(&ReportKind::parameters);
    filters.heading.label = QT_TRANSLATE_NOOP("fields", "Filters");
    filters.heading.width = 210;
    filters.heading.priority = 2;
    filters.cell = [](const ReportKind &kind) {
        QStringList words;
        for (const ReportParameter parameter : kind.parameters)
            words += kit::display::text(parameter);
        return Cell{.text = words.join(QStringLiteral(" · ")), .look = Cell::Look::Quiet};
    };
    auto &columns = m_table.column(&ReportKind::columns);
    columns.heading.label = QT_TRANSLATE_NOOP("fields", "Columns");
    columns.heading.width = 90;
    columns.heading.priority = 3;
    columns.heading.alignment = Qt::AlignRight;
    m_table.settle();
    m_table.from([this](const std::optional<QString> &) {
        return wholePage(m_group == ReportGroup::Report ? m_kit.api.call(api::listReports)
                                                        : m_kit.api.call(api::listExports));
    });
    connect(&m_table, &kit::TableModel::loaded, this, &Kinds::loaded);
    connect(m_run, &QPushButton::clicked, this, &Kinds::run);
    connect(m_save, &QPushButton::clicked, this, &Kinds::save);
    connect(m_card->view(), &kit::TableView::opened, this, &Kinds::run);
}

void Kinds::refresh()
{
    m_table.refresh();
}

const ReportKind *Kinds::chosen() const
{
    return m_table.find(m_card->view()->chosen());
}

void Kinds::settleButtons()
{
    const ReportKind *kind = chosen();
    const bool mayRun = kind && kind->mayRead;
    m_run->setEnabled(mayRun);
    m_save->setEnabled(mayRun);
    const QString why = kind && !kind->mayRead ? tr("Your account may not read this.") : QString();
    m_run->setToolTip(why);
    m_save->setToolTip(why);
}

void Kinds::run()
{
    const ReportKind *kind = chosen();
    if (!kind || !kind->mayRead)
        return;
    askToRun(m_kit, *kind, m_offers, this, [this](const ReportRun &run) { Q_EMIT began(run); });
}

void Kinds::save()
{
    const ReportKind *kind = chosen();
    if (!kind)
        return;
    ReportDefinition fresh{.name = kind->name,
                           .title = kit::display::text(kind->name),
                           .format = m_group == ReportGroup::Report ? ReportFormat::Pdf : ReportFormat::Xlsx,
                           .language = kit::spokenLanguage(),
                           .scope = {.period = ReportPeriod::LastMonth},
                           .frequency = kind->usualFrequency,
                           .hour = 7};
    askToSave(m_kit, m_table.rows(), m_offers, fresh, this,
              [this](const ReportDefinition &definition) { Q_EMIT saved(definition); });
}

void Kinds::retranslate()
{
    const bool isReport = m_group == ReportGroup::Report;
    setHint(isReport ? tr("Choose a report, then run it now or save it with a schedule.")
                     : tr("Everything there is of one kind, as a file. Large ones are made in the background."));
    m_run->say(isReport ? tr("Run now…") : tr("Export now…"));
    m_save->say(tr("Save and schedule…"));
    m_card->say(isReport ? tr("Reports") : tr("Exports"));
    m_card->setEmptyText(QStringLiteral("file-text"), tr("Nothing to report"),
                         tr("Your account may read none of the reports."));
    m_table.retranslate();
}

} // namespace reports
