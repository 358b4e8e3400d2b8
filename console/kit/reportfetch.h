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
class RunProgress;

// "en" or "hi": the language that the console speaks now, and its reports with it.
QString spokenLanguage();

// The file of a run to this path; into is where it shows how far it is, and can be stopped.
void receiveRun(Kit &kit, const ReportRun &run, const QString &path, QBoxLayout &into,
                std::function<void(const Result<FileBody> &)> then);

class ReportFetch : public QWidget
{
    Q_OBJECT

public:
    ReportFetch(Kit &kit, ReportName name, const RunReport &wish, QWidget *parent);

private:
    void begin();
    void watch();
    void cancel();
    void take(const ReportRun &run);
    void save(const ReportRun &run);
    void showTrouble(const Error &error);

    Kit &m_kit;
    const ReportName m_name;
    const RunReport m_wish;
    ReportRun m_run;
    RunProgress *m_progress;
    Banner *m_banner;
    QBoxLayout *m_layout;
    QTimer m_again;
};

} // namespace kit
