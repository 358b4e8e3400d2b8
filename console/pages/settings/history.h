#pragma once

// Who changed a setting, from what to what; an earlier value can be taken back into the form.

#include "console/kit/contracttable.h"
#include "console/kit/kit.h"
#include "console/kit/listcard.h"
#include "shared/contract/settings.h"

#include <QDialog>

namespace settings {

class History : public QDialog
{
    Q_OBJECT

public:
    History(kit::Kit &kit, const Setting &setting, QWidget *parent);

Q_SIGNALS:
    void wanted(const QString &value);

private:
    void addColumns(const Setting &setting);

    kit::ContractTable<SettingChange> m_table;
    kit::ListCard *m_card;
    kit::Button *m_take;
};

} // namespace settings
