#pragma once

// The tax of whoever runs the market: the rules with their dates, what they come to for a month and is withheld of it,
// and what is due and was paid.

#include "console/kit/contracttable.h"
#include "console/kit/form.h"
#include "console/kit/listcard.h"
#include "console/kit/page.h"
#include "console/kit/segments.h"
#include "shared/contract/tax.h"

class QStackedWidget;

namespace tax {

class Dues;
class RuleCard;

class Page : public kit::Page
{
    Q_OBJECT

public:
    explicit Page(kit::Kit &kit, QWidget *parent = nullptr);

    void refresh() override;
    void retranslate() override;

private:
    enum class View { Rules, Tcs, Tds, Dues };

    void addRuleColumns();
    void addSheetColumns();
    void build();
    void listen();
    View view() const;
    void showView();
    void offerMonths();
    QString month() const;
    void askMonth();
    void sayMonth();
    static QString moved(Money withheld, Money deposited);
    void take(const TaxRule &rule);
    void save();
    template <class Line, class Call>
    void collect(const Call &call, const QString &month, const QList<Line> &sofar,
                 const std::optional<QString> &cursor = {});

    kit::ContractTable<TaxRule> m_rules;
    kit::ContractTable<TcsLine> m_tcs;
    kit::ContractTable<TdsLine> m_tds;
    std::optional<TaxMonth> m_sum;
    kit::Label *m_title, *m_subtitle, *m_totals;
    kit::Banner *m_notice, *m_trouble;
    kit::Segments *m_views;
    kit::ChoiceBox *m_month;
    kit::Button *m_export;
    QStackedWidget *m_stack;
    kit::ListCard *m_rulesCard, *m_tcsCard, *m_tdsCard;
    RuleCard *m_rule;
    Dues *m_dues;
};

} // namespace tax
