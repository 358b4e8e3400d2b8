#pragma once

// A report that another page asks for: it is run, watched, may be stopped, and is saved where the user wants it. A line
// above the content, gone when it is over; one that failed says so and is run again from there.

#include "console/kit/kit.h"
#include "shared/contract/reports.h"

#include <QTimer>
#include <QWidget>

class QBoxLayout;

namespace kit {

class Banner;
class Receiving;
class RunProgress;

// "en" or "hi": the language that the console speaks now, and its reports with it.
QString spokenLanguage();

// How a run is asked for, watched, stopped and fetched: by an admin, or by a store that makes its own.
struct RunCalls
{
    std::function<QFuture<Result<ReportRun>>()> begin = {}; // none: what failed cannot be tried again
    std::function<QFuture<Result<ReportRun>>(const Id<ReportRun> &)> watch;
    std::function<QFuture<Result<ReportRun>>(const Id<ReportRun> &)> cancel =
        {}; // none: it is only not watched any more
    std::function<QFuture<Result<FileBody>>(const Destination &, const Id<ReportRun> &)> download;
};

// The file of a run to this path; into is where it shows how far it is. When it is stopped, then is never called.
Receiving *receiveRun(Kit &kit, const ReportRun &run, const QString &path, QBoxLayout &into,
                      std::function<void(const Result<FileBody> &)> then);

class ReportFetch : public QWidget
{
    Q_OBJECT

public:
    ReportFetch(Kit &kit, ReportName name, const RunReport &wish, QWidget *parent);
    ReportFetch(Kit &kit, RunCalls calls, QWidget *parent);

    void begin();                      // what failed is offered to be tried again in the line
    void follow(const ReportRun &run); // one that was asked for already

Q_SIGNALS:
    void ended(); // it goes

private:
    enum class Step { Begin, Watch, Cancel };
    void ask(Step step);
    void refuse(Step step, const Error &error);
    void take(const ReportRun &run);
    void save(const ReportRun &run);
    void receive(const QString &path);
    void fail(const Error &error, std::function<void()> again);
    void end();

    Kit &m_kit;
    const RunCalls m_calls;
    ReportRun m_run;
    RunProgress *m_progress;
    Banner *m_banner;
    QBoxLayout *m_layout;
    QTimer m_again;
    std::function<void()> m_retry;
    int m_asked = 0;
};

} // namespace kit
