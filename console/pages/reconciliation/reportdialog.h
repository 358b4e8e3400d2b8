#pragma once

// What came of each line of a statement.

#include "console/kit/contracttable.h"
#include "console/kit/kit.h"
#include "shared/contract/reconciliation.h"

#include <QDialog>

namespace reconciliation {

class ReportDialog : public QDialog
{
    Q_OBJECT

public:
    ReportDialog(kit::Kit &kit, const StatementReport &report, QWidget *parent);

private:
    kit::ContractTable<StatementRow> m_lines;
};

} // namespace reconciliation
