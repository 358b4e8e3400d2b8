#pragma once

// One rule of tax in words: what it says, how sure that is, where it is from, and the button that switches it.

#include "console/kit/controls.h"
#include "console/kit/kit.h"
#include "shared/contract/tax.h"

namespace tax {

class RuleCard : public QFrame
{
    Q_OBJECT

public:
    explicit RuleCard(kit::Kit &kit, QWidget *parent = nullptr);

    void show(const TaxRule &rule);
    void retranslate();

Q_SIGNALS:
    void switched(const TaxRule &rule);

private:
    void build();
    void ask();

    kit::Kit &m_kit;
    std::optional<TaxRule> m_rule;
    kit::Label *m_title, *m_note, *m_source, *m_changed;
    kit::Chip *m_certainty;
    kit::Button *m_switch;
};

} // namespace tax
