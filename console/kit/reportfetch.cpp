#include "console/kit/reportfetch.h"

#include "console/kit/banner.h"
#include "console/kit/display.h"
#include "console/kit/phrases.h"
#include "console/kit/receiving.h"
#include "console/kit/runprogress.h"
#include "console/kit/savefile.h"

#include <QDialog>
#include <QFileInfo>
#include <QLocale>
#include <QVBoxLayout>

namespace kit {

namespace {

constexpr int askAgainMs = 1000;

} // namespace

QString spokenLanguage()
{
    return QLocale().language() == QLocale::Hindi ? QStringLiteral("hi") : QStringLiteral("en");
}

namespace {

Receiving *fetched(Kit &kit, const RunCalls &calls, const ReportRun &run, const QString &path, QBoxLayout &into,
                   std::function<void(const Result<FileBody> &)> then)
{
    auto *receiving = new Receiving(kit.theme, QFileInfo(path).fileName(), into.parentWidget());
    into.addWidget(receiving);
    receiving->setVisible(true);
    const Destination to{
        .path = path, .wantedBy = receiving, .progress = [shown = QPointer(receiving)](qint64 received, qint64 total) {
            if (shown)
                shown->show(received, total);
        }};
    whenDone(receiving, calls.download(to, run.id), [receiving, then](const Result<FileBody> &file) {
        receiving->deleteLater();
        then(file);
    });
    return receiving;
}

RunCalls callsOfAdmins(Kit &kit)
{
    return {.watch = [&kit](const Id<ReportRun> &id) { return kit.api.call(api::readRun, id); },
            .cancel = [&kit](const Id<ReportRun> &id) { return kit.api.call(api::cancelRun, id); },
            .download = [&kit](const Destination &to,
                               const Id<ReportRun> &id) { return kit.api.download(api::downloadRun, to, id); }};
}

RunCalls callsFor(Kit &kit, ReportName name, const RunReport &wish)
{
    RunCalls out = callsOfAdmins(kit);
    out.begin = [&kit, name, wish] { return kit.api.call(api::runReport, wish, name); };
    return out;
}

} // namespace

Receiving *receiveRun(Kit &kit, const ReportRun &run, const QString &path, QBoxLayout &into,
                      std::function<void(const Result<FileBody> &)> then)
{
    return fetched(kit, callsOfAdmins(kit), run, path, into, std::move(then));
}

ReportFetch::ReportFetch(Kit &kit, ReportName name, const RunReport &wish, QWidget *parent)
    : ReportFetch(kit, callsFor(kit, name, wish), parent)
{}

ReportFetch::ReportFetch(Kit &kit, RunCalls calls, QWidget *parent)
    : QWidget(parent)
    , m_kit(kit)
    , m_calls(std::move(calls))
    , m_progress(new RunProgress(kit.theme, this))
    , m_banner(new Banner(kit.theme, this))
    , m_layout(column(kit.theme.px(4)))
{
    setObjectName(QStringLiteral("reportFetch"));
    m_layout->addWidget(m_progress);
    m_layout->addWidget(m_banner);
    setLayout(m_layout);
    m_again.setObjectName(QStringLiteral("again"));
    m_again.setParent(this);
    m_again.setSingleShot(true);
    m_again.setInterval(askAgainMs);
    connect(&m_again, &QTimer::timeout, this, [this] { ask(Step::Watch); });
    connect(m_progress, &RunProgress::cancelled, this, [this] { m_calls.cancel ? ask(Step::Cancel) : end(); });
    connect(m_banner, &Banner::acted, this, [this] {
        m_banner->clear();
        m_retry();
    });
}

void ReportFetch::begin()
{
    m_progress->hide();
    ask(Step::Begin);
}

void ReportFetch::follow(const ReportRun &run)
{
    m_progress->hide();
    take(run);
}

// Only the answer to the last asking lands: what was read before a cancel must not offer the file after it.
void ReportFetch::ask(Step step)
{
    m_again.stop();
    const auto call = [&] {
        switch (step) {
        case Step::Begin: return m_calls.begin();
        case Step::Watch: return m_calls.watch(m_run.id);
        case Step::Cancel: break;
        }
        return m_calls.cancel(m_run.id);
    };
    const int asked = ++m_asked;
    whenDone(this, call(), [this, step, asked](const Result<ReportRun> &run) {
        if (asked == m_asked)
            run ? take(*run) : refuse(step, run.error());
    });
}

// A run that exists is never begun a second time.
void ReportFetch::refuse(Step step, const Error &error)
{
    switch (step) {
    case Step::Begin: return fail(error, [this] { begin(); });
    case Step::Watch:
        // One answer that does not come must not end the watching.
        if (wire::isUnreachable(error))
            m_again.start();
        else
            fail(error, [this] { ask(Step::Watch); });
        return;
    case Step::Cancel:
        // It goes on, or was over already: what became of it is seen by watching on.
        if (error.code != ErrorCode::Conflict) {
            m_retry = [this] { ask(Step::Cancel); };
            m_banner->showTrouble(error);
        }
        m_again.start();
        return;
    }
}

void ReportFetch::take(const ReportRun &run)
{
    m_run = run;
    switch (run.status) {
    case RunStatus::Waiting:
    case RunStatus::Running:
        m_progress->show(run);
        m_progress->setVisible(true);
        m_again.start();
        return;
    case RunStatus::Done: return save(run);
    case RunStatus::Failed:
        return fail({ErrorCode::Internal, run.problem.value_or(display::text(run.status))},
                    [this] { m_calls.begin ? begin() : end(); });
    case RunStatus::Cancelled:
        m_kit.notices.toast(tr("%1: %2").arg(run.title, display::text(run.status)));
        return end();
    }
}

// A file that nobody wants to keep now stays in the list of runs.
void ReportFetch::save(const ReportRun &run)
{
    m_progress->hide();
    m_banner->clear();
    QDialog *dialog = askWhere(this, run.fileName.value_or(run.title), [this](const QString &path) { receive(path); });
    connect(dialog, &QDialog::rejected, this, &ReportFetch::end);
}

void ReportFetch::receive(const QString &path)
{
    const auto *receiving = fetched(m_kit, m_calls, m_run, path, *m_layout, [this, path](const Result<FileBody> &file) {
        if (!file)
            return fail(file.error(), [this, path] { receive(path); });
        m_kit.notices.toast(phrase::saved(), Tone::Success);
        end();
    });
    connect(receiving, &Receiving::stopped, this, &ReportFetch::end);
}

void ReportFetch::fail(const Error &error, std::function<void()> again)
{
    m_progress->hide();
    m_retry = std::move(again);
    m_banner->showTrouble(error);
}

void ReportFetch::end()
{
    Q_EMIT ended();
    deleteLater();
}

} // namespace kit
