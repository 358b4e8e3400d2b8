#pragma once

// What came of each line of a file: of a bank's statement, or of a provider's settlement.

#include "console/kit/kit.h"
#include "shared/contract/reconciliation.h"
#include "shared/contract/settlements.h"

#include <QDialog>

namespace kit {
class TableModel;
}

namespace reconciliation {

class ReportDialog : public QDialog
{
    Q_OBJECT

public:
    ReportDialog(kit::Kit &kit, const StatementReport &report, QWidget *parent);
    ReportDialog(kit::Kit &kit, const SettlementReport &report, QWidget *parent);

private:
    struct Words
    {
        QString title;
        QString sums;
        QString lines; // what the table is
    };
    void build(const kit::Theme &theme, const Words &words, kit::TableModel &lines);
};

} // namespace reconciliation
