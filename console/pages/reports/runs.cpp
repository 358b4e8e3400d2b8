#include "console/pages/reports/runs.h"

#include "console/kit/phrases.h"
#include "console/kit/reportfetch.h"
#include "console/kit/savefile.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QUrl>
#include <QVBoxLayout>

namespace reports {

using kit::Cell;

namespace {

constexpr int askAgainMs = 2000; // while something is under way
constexpr qsizetype activeShown = 3;

bool isUnderWay(const ReportRun &run)
{
    return run.status == RunStatus::Waiting || run.status == RunStatus::Running;
}

bool mayRetry(const ReportRun &run)
{
    return run.status == RunStatus::Failed || run.status == RunStatus::Cancelled;
}

QString day(const QString &wire)
{
    const QDate date = QDate::fromString(wire, Qt::ISODate);
    return date.isValid() ? QLocale().toString(date, QStringLiteral("d MMM yyyy")) : wire;
}

QString periodOf(const ReportRun &run)
{
    if (!run.from || !run.to)
        return kit::display::text(run.scope.period);
    return *run.from == *run.to ? day(*run.from) : day(*run.from) + QStringLiteral(" – ") + day(*run.to);
}

} // namespace

Runs::Runs(kit::Kit &kit, QWidget *parent)
    : Panel(kit, parent)
    , m_card(addList(m_table, "runs"))
    , m_banner(new kit::Banner(kit.theme, this))
    , m_cancel(addButton(QStringLiteral("x"), "", "cancel"))
    , m_retry(addButton(QStringLiteral("rotate-cw"), "", "retry"))
    , m_open(addButton(QStringLiteral("eye"), "", "open"))
    , m_save(addButton(QStringLiteral("download"), "primary", "download"))
{
    above()->addWidget(m_banner);
    addColumns();
    m_again.setSingleShot(true);
    m_again.setInterval(askAgainMs);
    connect(&m_again, &QTimer::timeout, this, [this] {
        if (isVisible())
            m_table.refresh();
    });
    connect(&m_table, &kit::TableModel::loaded, this, &Runs::settle);
    // One answer that does not come must not end the watching.
    connect(&m_table, &kit::TableModel::failed, this, [this] {
        if (underWay() > 0)
            m_again.start();
    });
    connect(m_banner, &kit::Banner::acted, this, &Runs::refresh);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (const ReportRun *run = chosen())
            cancel(run->id);
    });
    connect(m_retry, &QPushButton::clicked, this, &Runs::retry);
    connect(m_save, &QPushButton::clicked, this, [this] { download(After::Nothing); });
    connect(m_open, &QPushButton::clicked, this, [this] { download(After::Open); });
    connect(m_card->view(), &kit::TableView::opened, this, [this] {
        if (m_save->isEnabled())
            download(After::Nothing);
    });
}

void Runs::addColumns()
{
    m_table.show(&ReportRun::title, &ReportRun::format, &ReportRun::status, &ReportRun::rowsDone, &ReportRun::fileSize,
                 &ReportRun::finishedAt, &ReportRun::createdAt, &ReportRun::requestedBy);
    auto &title = m_table.column(&ReportRun::title);
    title.heading.stretches = true;
    title.heading.width = 260;
    title.cell = [](const ReportRun &run) {
        // What nobody gave a name to is called as the console says it now, whatever language its file is in.
        const QString title = run.definitionId ? run.title : kit::display::text(run.name);
        return Cell{.text = title, .second = run.problem.value_or(periodOf(run)), .look = Cell::Look::Strong};
    };
    m_table.column(&ReportRun::format).heading.width = 80;
    m_table.column(&ReportRun::format).cell = [](const ReportRun &run) {
        return Cell{.text = kit::display::text(run.format)};
    };
    m_table.column(&ReportRun::status).heading.width = 120;
    m_table.column(&ReportRun::rowsDone).heading.width = 96;
    auto &size = m_table.column(&ReportRun::fileSize);
    size.heading.width = 90;
    size.heading.priority = 2;
    size.heading.alignment = Qt::AlignRight;
    size.cell = [](const ReportRun &run) {
        return Cell{.text = run.fileSize ? kit::display::bytes(*run.fileSize) : QStringLiteral("–")};
    };
    auto &took = m_table.column(&ReportRun::finishedAt);
    took.heading.label = QT_TRANSLATE_NOOP("fields", "Took");
    took.heading.width = 80;
    took.heading.priority = 3;
    took.cell = [](const ReportRun &run) {
        if (!run.startedAt || !run.finishedAt)
            return Cell{.text = QStringLiteral("–"), .look = Cell::Look::Quiet};
        const qint64 ms = run.finishedAt->ms - run.startedAt->ms;
        constexpr qint64 minuteMs = 60'000;
        return Cell{.text = ms < minuteMs ? tr("%1 s").arg((ms + 999) / 1000) : kit::display::span(ms),
                    .look = Cell::Look::Quiet};
    };
    m_table.column(&ReportRun::createdAt).heading.width = 130;
    auto &who = m_table.column(&ReportRun::requestedBy);
    who.heading.width = 140;
    who.heading.priority = 4;
    who.cell = [](const ReportRun &run) {
        return Cell{.text = run.requestedBy.value_or(tr("Schedule")), .look = Cell::Look::Quiet};
    };
    m_table.settle();
    m_table.from([this](const std::optional<QString> &cursor) {
        return m_kit.api.call(api::listRuns, ListRuns{.limit = 50, .cursor = cursor});
    });
}

void Runs::refresh()
{
    m_table.refresh();
}

void Runs::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    if (underWay() > 0)
        m_table.refresh();
}

int Runs::underWay() const
{
    return int(std::count_if(m_table.rows().cbegin(), m_table.rows().cend(), isUnderWay));
}

void Runs::settle()
{
    showActive();
    settleButtons();
    Q_EMIT counted(underWay());
    if (underWay() > 0)
        m_again.start();
}

void Runs::showActive()
{
    QList<ReportRun> open;
    std::copy_if(m_table.rows().cbegin(), m_table.rows().cend(), std::back_inserter(open), isUnderWay);
    const qsizetype shown = qMin(open.size(), activeShown);
    while (m_active.size() < shown) {
        auto *active = new kit::RunProgress(m_kit.theme, this);
        connect(active, &kit::RunProgress::cancelled, this, &Runs::cancel);
        above()->addWidget(active);
        m_active += active;
    }
    for (qsizetype i = 0; i < m_active.size(); ++i) {
        m_active[i]->setVisible(i < shown);
        if (i < shown)
            m_active[i]->show(open[i]);
    }
}

void Runs::take(const ReportRun &run)
{
    m_table.put(run);
    m_card->view()->choose(run.id.text());
    refresh();
}

void Runs::choose(const QString &id)
{
    m_card->view()->choose(id);
}

const ReportRun *Runs::chosen() const
{
    return m_table.find(m_card->view()->chosen());
}

void Runs::settleButtons()
{
    const ReportRun *run = chosen();
    m_cancel->setEnabled(run && isUnderWay(*run));
    m_retry->setEnabled(run && mayRetry(*run));
    m_save->setEnabled(run && run->hasFile);
    m_open->setEnabled(run && run->hasFile);
}

void Runs::cancel(const Id<ReportRun> &id)
{
    kit::whenDone(this, m_kit.api.call(api::cancelRun, id), [this](const Result<ReportRun> &run) {
        if (!run) {
            m_banner->showTrouble(run.error());
            return;
        }
        m_banner->clear();
        m_table.put(*run);
        settle();
        m_kit.notices.toast(tr("%1: %2").arg(run->title, kit::display::text(run->status)));
    });
}

void Runs::retry()
{
    const ReportRun *run = chosen();
    if (!run)
        return;
    m_retry->setEnabled(false);
    kit::whenDone(this, m_kit.api.call(api::retryRun, run->id), [this](const Result<ReportRun> &again) {
        settleButtons();
        if (!again) {
            m_banner->showTrouble(again.error());
            return;
        }
        m_banner->clear();
        take(*again);
    });
}

// Where it goes is asked first, so that a large file is never held in memory.
void Runs::download(After after)
{
    const ReportRun *run = chosen();
    if (!run)
        return;
    kit::askWhere(this, run->fileName.value_or(run->title),
                  [this, wanted = *run, after](const QString &path) { receive(wanted, path, after); });
}

void Runs::receive(const ReportRun &run, const QString &path, After after)
{
    kit::receiveRun(m_kit, run, path, *above(), [this, path, after](const Result<FileBody> &file) {
        if (!file) {
            m_banner->showTrouble(file.error());
            return;
        }
        m_banner->clear();
        m_kit.notices.toast(kit::phrase::saved(), kit::Tone::Success);
        if (after == After::Open)
            QDesktopServices::openUrl(QUrl::fromLocalFile(path));
    });
}

void Runs::retranslate()
{
    setHint(tr("Files stay here until they expire. What is under way goes on when you leave this page."));
    m_cancel->say(tr("Cancel run"));
    m_retry->say(tr("Run again"));
    m_open->say(tr("Save and open…"));
    m_save->say(tr("Save as…"));
    m_card->say(tr("Runs of reports and exports"));
    m_card->setEmptyText(QStringLiteral("file-text"), tr("Nothing was run yet"),
                         tr("Run a report or an export; its file appears here."));
    m_table.retranslate();
    showActive();
}

} // namespace reports
