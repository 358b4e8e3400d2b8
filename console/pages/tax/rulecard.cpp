#include "console/pages/tax/rulecard.h"

#include "console/kit/askdialog.h"
#include "console/kit/display.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace tax {

using kit::Type;

RuleCard::RuleCard(kit::Kit &kit, QWidget *parent)
    : QFrame(parent)
    , m_kit(kit)
    , m_title((new kit::Label(kit.theme, Type::Heading3, "", this))->wrapping())
    , m_note((new kit::Label(kit.theme, Type::Body, "", this))->wrapping())
    , m_source((new kit::Label(kit.theme, Type::Small, "text2", this))->wrapping())
    , m_changed((new kit::Label(kit.theme, Type::Small, "text2", this))->wrapping())
    , m_certainty(new kit::Chip(kit.theme, this))
    , m_switch(new kit::Button(kit.theme, QStringLiteral("sliders-horizontal"), "", this))
{
    kit::wear(this, "card");
    m_switch->setObjectName(QStringLiteral("switch"));
    build();
    setVisible(false);
    connect(m_switch, &QPushButton::clicked, this, &RuleCard::ask);
}

void RuleCard::build()
{
    constexpr int margin = 16;
    const kit::Theme &theme = m_kit.theme;
    auto *head = kit::row(8);
    head->addWidget(m_title, 1);
    head->addWidget(m_certainty);
    head->addWidget(m_switch);
    auto *layout = kit::column(theme.px(6));
    layout->setContentsMargins(theme.px(margin), theme.px(12), theme.px(margin), theme.px(12));
    layout->addLayout(head);
    layout->addWidget(m_note);
    layout->addWidget(m_source);
    layout->addWidget(m_changed);
    setLayout(layout);
}

void RuleCard::show(const TaxRule &rule)
{
    m_rule = rule;
    m_title->say(rule.title);
    m_note->say(rule.note);
    m_source->say(tr("Source: %1").arg(rule.source));
    const kit::display::Word certainty = kit::display::word(rule.certainty);
    m_certainty->say(certainty.text, certainty.tone, certainty.icon);
    m_switch->say(rule.isOn ? tr("Switch off…") : tr("Switch on…"));
    m_changed->setVisible(rule.changedAt.has_value());
    if (rule.changedAt)
        m_changed->say(tr("Switched %1 by %2: %3")
                           .arg(kit::display::text(*rule.changedAt), rule.changedBy.value_or(QString()),
                                rule.reason.value_or(QString())));
    setVisible(true);
}

void RuleCard::ask()
{
    const TaxRule rule = *m_rule;
    auto *dialog = new kit::AskDialog(m_kit.theme,
                                      {.title = rule.isOn ? tr("Switch this rule off?") : tr("Switch this rule on?"),
                                       .text = rule.note,
                                       .facts = {{kit::display::label(&TaxRule::title), rule.title},
                                                 {kit::display::label(&TaxRule::basis), rule.basis}},
                                       .verb = rule.isOn ? tr("Switch off") : tr("Switch on"),
                                       .words = kit::Ask::Words::Lines,
                                       .label = kit::display::label(&SwitchTaxRule::reason),
                                       .lengthMin = 3},
                                      this);
    dialog->perform(
        [this, rule](const QString &reason) {
            return m_kit.api.call(api::switchTaxRule, SwitchTaxRule{!rule.isOn, reason}, rule.key);
        },
        [this](const TaxRule &changed) { Q_EMIT switched(changed); });
}

void RuleCard::retranslate()
{
    if (m_rule)
        show(TaxRule(*m_rule));
}

} // namespace tax
