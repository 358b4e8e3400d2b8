#pragma once

// Keys with which other programs pull the rows of reports (CADM-18).

#include "console/pages/reports/panel.h"
#include "shared/contract/apikeys.h"

namespace reports {

class Keys : public Panel
{
    Q_OBJECT

public:
    using Offers = std::function<QList<ReportKind>()>;
    Keys(kit::Kit &kit, Offers offers, QWidget *parent);

    void refresh() override;
    void retranslate() override;

protected:
    void settleButtons() override;

private:
    void addColumns();
    static QString scopesOf(const ApiKey &key);
    kit::display::Word stateOf(const ApiKey &key) const;
    void create();
    void revoke();
    const ApiKey *chosen() const;

    Offers m_offers;
    kit::ContractTable<ApiKey> m_table;
    kit::ListCard *m_card;
    kit::Button *m_revoke, *m_create;
};

} // namespace reports
