#pragma once

// Reports and exports: run one now, keep one with a schedule, take the files, and give keys to other programs.

#include "console/kit/controls.h"
#include "console/kit/page.h"
#include "console/kit/viewtabs.h"
#include "console/pages/reports/wishes.h"

class QStackedWidget;

namespace reports {

class Keys;
class Kinds;
class Panel;
class Runs;
class Schedules;

class Page : public kit::Page
{
    Q_OBJECT

public:
    explicit Page(kit::Kit &kit, QWidget *parent = nullptr);

    void refresh() override;
    void retranslate() override;
    void reveal(const QString &object) override; // a run

private:
    enum Tab { ReportsTab, ExportsTab, SchedulesTab, RunsTab, KeysTab };
    void build();
    void open(Tab tab);
    void begin(const ReportRun &run);
    Panel *current() const;
    QList<ReportKind> reports() const;
    void fetchOffers();

    Offers m_offers; // declared before those who hold it
    kit::Label *m_title, *m_subtitle;
    kit::ViewTabs *m_tabs;
    QStackedWidget *m_stack;
    Kinds *m_reports, *m_exports;
    Schedules *m_schedules;
    Runs *m_runs;
    Keys *m_keys;
};

} // namespace reports
