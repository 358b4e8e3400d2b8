#pragma once

// Saved reports: which run by themselves and when, to whom they are mailed, and how the last run ended.

#include "console/pages/reports/panel.h"
#include "console/pages/reports/wishes.h"

namespace reports {

class Schedules : public Panel
{
    Q_OBJECT

public:
    // The reports there are, for the dialogs.
    using Reports = std::function<QList<ReportKind>()>;
    Schedules(kit::Kit &kit, Reports reports, const Offers &offers, QWidget *parent);

    void refresh() override;
    void takeKinds(); // when the reports there are have come
    void retranslate() override;
    void take(const ReportDefinition &definition);

Q_SIGNALS:
    void began(const ReportRun &run);

protected:
    void settleButtons() override;

private:
    void addColumns();
    void add();
    void edit();
    void run();
    void pause();
    void remove();
    const ReportDefinition *chosen() const;
    bool mayEdit(const ReportDefinition &definition) const;

    Reports m_reports;
    const Offers &m_offers;
    kit::ContractTable<ReportDefinition> m_table;
    kit::ListCard *m_card;
    kit::Banner *m_banner;
    kit::Button *m_remove, *m_pause, *m_edit, *m_run, *m_add;
};

} // namespace reports
