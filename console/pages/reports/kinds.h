#pragma once

// The reports there are, or what can be exported as a whole.

#include "console/pages/reports/panel.h"
#include "console/pages/reports/wishes.h"

namespace reports {

class Kinds : public Panel
{
    Q_OBJECT

public:
    Kinds(kit::Kit &kit, ReportGroup group, const Offers &offers, QWidget *parent);

    void refresh() override;
    void retranslate() override;
    const QList<ReportKind> &all() const { return m_table.rows(); }

Q_SIGNALS:
    void loaded();
    void began(const ReportRun &run);
    void saved(const ReportDefinition &definition);

protected:
    void settleButtons() override;

private:
    void run();
    void save();
    const ReportKind *chosen() const;

    const ReportGroup m_group;
    const Offers &m_offers;
    kit::ContractTable<ReportKind> m_table;
    kit::ListCard *m_card;
    kit::Button *m_save, *m_run;
};

} // namespace reports
