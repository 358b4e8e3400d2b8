#include "console/pages/reports/schedules.h"

#include "console/kit/askdialog.h"
#include "console/kit/phrases.h"
#include "console/kit/reportfetch.h"

#include <QVBoxLayout>

namespace reports {

using kit::Cell;

namespace {

QString hourOf(const ReportDefinition &definition)
{
    return QLocale().toString(QTime(definition.hour, 0), QStringLiteral("HH:mm"));
}

bool isScheduled(const ReportDefinition &definition)
{
    return definition.frequency != ReportFrequency::Never;
}

} // namespace

Schedules::Schedules(kit::Kit &kit, Reports reports, const Offers &offers, QWidget *parent)
    : Panel(kit, parent)
    , m_reports(std::move(reports))
    , m_offers(offers)
    , m_card(addList(m_table, "schedules"))
    , m_banner(new kit::Banner(kit.theme, this))
    , m_remove(addButton(QStringLiteral("trash-2"), "", "remove"))
    , m_pause(addButton(QStringLiteral("clock"), "", "pause"))
    , m_edit(addButton(QStringLiteral("pencil"), "", "edit"))
    , m_run(addButton(QStringLiteral("file-text"), "", "runSaved"))
    , m_add(addButton(QStringLiteral("plus"), "primary", "add"))
{
    above()->addWidget(m_banner);
    addColumns();
    connect(m_banner, &kit::Banner::acted, this, &Schedules::refresh);
    connect(m_add, &QPushButton::clicked, this, &Schedules::add);
    connect(m_edit, &QPushButton::clicked, this, &Schedules::edit);
    connect(m_run, &QPushButton::clicked, this, &Schedules::run);
    connect(m_pause, &QPushButton::clicked, this, &Schedules::pause);
    connect(m_remove, &QPushButton::clicked, this, &Schedules::remove);
    connect(m_card->view(), &kit::TableView::opened, this, &Schedules::edit);
}

void Schedules::addColumns()
{
    m_table.show(&ReportDefinition::title, &ReportDefinition::frequency, &ReportDefinition::nextAt,
                 &ReportDefinition::recipients, &ReportDefinition::lastStatus, &ReportDefinition::lastRunAt,
                 &ReportDefinition::createdBy);
    auto &title = m_table.column(&ReportDefinition::title);
    title.heading.stretches = true;
    title.heading.width = 250;
    title.cell = [](const ReportDefinition &definition) {
        return Cell{.text = definition.title,
                    .second = kit::display::text(definition.name) + QStringLiteral(" · ") +
                              kit::display::text(definition.format),
                    .look = Cell::Look::Strong};
    };
    auto &frequency = m_table.column(&ReportDefinition::frequency);
    frequency.heading.width = 150;
    frequency.cell = [](const ReportDefinition &definition) {
        if (!isScheduled(definition))
            return Cell{.text = tr("By hand"), .look = Cell::Look::Quiet};
        return Cell{.text = kit::display::text(definition.frequency), .second = tr("at %1").arg(hourOf(definition))};
    };
    auto &next = m_table.column(&ReportDefinition::nextAt);
    next.heading.width = 130;
    next.cell = [](const ReportDefinition &definition) {
        if (isScheduled(definition) && definition.isPaused)
            return Cell{.text = tr("Paused"), .chip = kit::Tone::Warning};
        return Cell{.text = kit::display::text(definition.nextAt)};
    };
    auto &recipients = m_table.column(&ReportDefinition::recipients);
    recipients.heading.label = QT_TRANSLATE_NOOP("fields", "Recipients");
    recipients.heading.width = 96;
    recipients.heading.priority = 3;
    recipients.heading.alignment = Qt::AlignRight;
    m_table.column(&ReportDefinition::lastStatus).heading.width = 120;
    m_table.column(&ReportDefinition::lastRunAt).heading.width = 130;
    m_table.column(&ReportDefinition::lastRunAt).heading.priority = 2;
    m_table.column(&ReportDefinition::createdBy).heading.width = 130;
    m_table.column(&ReportDefinition::createdBy).heading.priority = 4;
    m_table.column(&ReportDefinition::createdBy).look = Cell::Look::Quiet;
    m_table.settle();
    m_table.from([this](const std::optional<QString> &) { return wholePage(m_kit.api.call(api::listDefinitions)); });
}

void Schedules::refresh()
{
    m_table.refresh();
}

const ReportDefinition *Schedules::chosen() const
{
    return m_table.find(m_card->view()->chosen());
}

void Schedules::settleButtons()
{
    const ReportDefinition *definition = chosen();
    for (kit::Button *button : {m_remove, m_run})
        button->setEnabled(definition);
    m_edit->setEnabled(definition && mayEdit(*definition));
    m_add->setEnabled(!m_reports().isEmpty());
    m_pause->setEnabled(definition && isScheduled(*definition));
    m_pause->say(definition && definition->isPaused ? tr("Resume") : tr("Pause"));
}

// Before the kinds have come the form could neither name its report nor tell by what it is narrowed.
bool Schedules::mayEdit(const ReportDefinition &definition) const
{
    const QList<ReportKind> kinds = m_reports();
    return std::any_of(kinds.cbegin(), kinds.cend(),
                       [&](const ReportKind &kind) { return kind.name == definition.name; });
}

void Schedules::takeKinds()
{
    m_table.retranslate(); // the rows bear the titles of the reports
    settleButtons();
}

void Schedules::take(const ReportDefinition &definition)
{
    m_table.put(definition);
    m_card->view()->choose(definition.id.text());
    refresh();
}

void Schedules::add()
{
    ReportDefinition fresh{.language = kit::spokenLanguage(),
                           .scope = {.period = ReportPeriod::LastMonth},
                           .frequency = ReportFrequency::Daily,
                           .hour = 7};
    askToSave(m_kit, m_reports(), m_offers, fresh, this, [this](const ReportDefinition &saved) {
        m_kit.notices.toast(kit::phrase::saved());
        take(saved);
    });
}

void Schedules::edit()
{
    const ReportDefinition *definition = chosen();
    if (definition && mayEdit(*definition))
        askToSave(m_kit, m_reports(), m_offers, *definition, this, [this](const ReportDefinition &saved) {
            m_kit.notices.toast(kit::phrase::saved());
            take(saved);
        });
}

void Schedules::run()
{
    const ReportDefinition *definition = chosen();
    if (!definition)
        return;
    kit::whenDone(this, m_kit.api.call(api::runDefinition, definition->id), [this](const Result<ReportRun> &run) {
        if (run)
            Q_EMIT began(*run);
        else
            m_banner->showTrouble(run.error());
    });
}

void Schedules::pause()
{
    const ReportDefinition *definition = chosen();
    if (!definition)
        return;
    PutReportDefinition put = putOf(*definition);
    put.isPaused = !put.isPaused;
    m_pause->setEnabled(false);
    kit::whenDone(this, m_kit.api.call(api::changeDefinition, put, definition->id),
                  [this](const Result<ReportDefinition> &changed) {
                      if (changed) {
                          m_banner->clear();
                          m_table.put(*changed);
                      } else {
                          m_banner->showTrouble(changed.error());
                      }
                      settleButtons();
                  });
}

void Schedules::remove()
{
    const ReportDefinition *definition = chosen();
    if (!definition)
        return;
    auto *dialog = new kit::AskDialog(m_kit.theme,
                                      {.title = tr("Remove this saved report?"),
                                       .text = tr("It no longer runs and nobody is mailed. Files it has made stay."),
                                       .facts = {{kit::display::label(&ReportDefinition::title), definition->title}},
                                       .verb = tr("Remove"),
                                       .look = "dangerFilled"},
                                      this);
    dialog->perform([this, id = definition->id](const QString &) { return m_kit.api.call(api::removeDefinition, id); },
                    [this, id = definition->id.text()](const Nothing &) {
                        m_table.drop(id);
                        refresh();
                    });
}

void Schedules::retranslate()
{
    setHint(tr("Reports that run by themselves and are mailed, and ones that are kept to be run by hand."));
    m_add->say(tr("Save a report…"));
    m_edit->say(tr("Edit…"));
    m_run->say(tr("Run now"));
    m_remove->say(tr("Remove…"));
    m_card->say(tr("Saved reports and schedules"));
    m_card->setEmptyText(QStringLiteral("clock"), tr("No report is saved yet"),
                         tr("Save one with a schedule, and it comes by mail every day, week, month or quarter."));
    m_table.retranslate();
    settleButtons();
}

} // namespace reports
