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

void receiveRun(Kit &kit, const ReportRun &run, const QString &path, QBoxLayout &into,
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
    whenDone(receiving, kit.api.download(api::downloadRun, to, run.id),
             [receiving, then](const Result<FileBody> &file) {
                 receiving->deleteLater();
                 then(file);
             });
}

ReportFetch::ReportFetch(Kit &kit, ReportName name, const RunReport &wish, QWidget *parent)
    : QWidget(parent)
    , m_kit(kit)
    , m_name(name)
    , m_wish(wish)
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
    connect(&m_again, &QTimer::timeout, this, &ReportFetch::watch);
    connect(m_progress, &RunProgress::cancelled, this, &ReportFetch::cancel);
    connect(m_banner, &Banner::acted, this, &ReportFetch::begin);
    begin();
}

void ReportFetch::begin()
{
    m_banner->clear();
    m_progress->hide();
    whenDone(this, m_kit.api.call(api::runReport, m_wish, m_name),
             [this](const Result<ReportRun> &run) { run ? take(*run) : showTrouble(run.error()); });
}

// One answer that does not come must not end the watching.
void ReportFetch::watch()
{
    whenDone(this, m_kit.api.call(api::readRun, m_run.id), [this](const Result<ReportRun> &run) {
        if (run)
            take(*run);
        else if (wire::isUnreachable(run.error()))
            m_again.start();
        else
            showTrouble(run.error());
    });
}

void ReportFetch::cancel()
{
    m_again.stop();
    whenDone(this, m_kit.api.call(api::cancelRun, m_run.id),
             [this](const Result<ReportRun> &run) { run ? take(*run) : showTrouble(run.error()); });
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
    case RunStatus::Failed: return showTrouble({ErrorCode::Internal, run.problem.value_or(display::text(run.status))});
    case RunStatus::Cancelled:
        m_kit.notices.toast(tr("%1: %2").arg(run.title, display::text(run.status)));
        deleteLater();
        return;
    }
}

// A file that nobody wants to keep now stays in the list of runs.
void ReportFetch::save(const ReportRun &run)
{
    m_progress->hide();
    QDialog *dialog = askWhere(this, run.fileName.value_or(run.title), [this, run](const QString &path) {
        receiveRun(m_kit, run, path, *m_layout, [this](const Result<FileBody> &file) {
            if (!file)
                return showTrouble(file.error());
            m_kit.notices.toast(phrase::saved(), Tone::Success);
            deleteLater();
        });
    });
    connect(dialog, &QDialog::rejected, this, &QObject::deleteLater);
}

void ReportFetch::showTrouble(const Error &error)
{
    m_progress->hide();
    m_banner->showTrouble(error);
}

} // namespace kit
