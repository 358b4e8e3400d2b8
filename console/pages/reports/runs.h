#pragma once

// What was run: what is under way with its progress, and the files that came of it.

#include "console/kit/runprogress.h"
#include "console/pages/reports/panel.h"
#include "shared/contract/reports.h"

#include <QTimer>

namespace reports {

class Runs : public Panel
{
    Q_OBJECT

public:
    Runs(kit::Kit &kit, QWidget *parent);

    void refresh() override;
    void retranslate() override;
    void take(const ReportRun &run); // one that was begun elsewhere
    void choose(const QString &id);
    int underWay() const;

Q_SIGNALS:
    void counted(int underWay);

protected:
    void settleButtons() override;
    void showEvent(QShowEvent *event) override;

private:
    void addColumns();
    void settle();
    void showActive();
    void cancel(const Id<ReportRun> &id);
    void retry();
    enum class After { Nothing, Open };
    void download(After after);
    void receive(const ReportRun &run, const QString &path, After after);
    const ReportRun *chosen() const;

    kit::ContractTable<ReportRun> m_table;
    kit::ListCard *m_card;
    kit::Banner *m_banner;
    kit::Button *m_cancel, *m_retry, *m_open, *m_save;
    QList<kit::RunProgress *> m_active;
    QTimer m_again;
};

} // namespace reports
