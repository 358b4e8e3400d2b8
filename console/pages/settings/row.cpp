#include "console/pages/settings/row.h"

#include "console/kit/display.h"
#include "console/pages/settings/words.h"

#include <QCheckBox>
#include <QHBoxLayout>

namespace settings {

using kit::Type;

namespace {

constexpr int editorWidth = 200;
constexpr int unitWidth = 76;

} // namespace

Row::Row(kit::Kit &kit, const Setting &setting, QWidget *parent)
    : QFrame(parent)
    , m_kit(kit)
    , m_setting(setting)
    , m_text(new kit::Label(kit.theme, Type::Body, "", this))
    , m_note(new kit::Label(kit.theme, Type::Small, "text2", this))
    , m_problem(new kit::Label(kit.theme, Type::Small, "danger", this))
    , m_unit(new kit::Label(kit.theme, Type::Body, "text2", this))
    , m_reset(new kit::IconButton(kit.theme, QStringLiteral("undo-2"), this))
    , m_history(new kit::IconButton(kit.theme, QStringLiteral("clock"), this))
{
    setObjectName(setting.key);
    m_reset->setObjectName(QStringLiteral("reset"));
    m_history->setObjectName(QStringLiteral("history"));
    makeEditor();
    m_editor->setObjectName(QStringLiteral("value"));
    kit::fixWidth(m_editor, kit.theme, editorWidth);
    build();
    put(setting.value);
    retranslate();
    connect(m_reset, &QToolButton::clicked, this, [this] { propose(m_setting.standard); });
    connect(m_history, &QToolButton::clicked, this, &Row::historyWanted);
}

void Row::makeEditor()
{
    if (m_setting.type == SettingType::Truth) {
        m_truth = new QCheckBox(this);
        connect(m_truth, &QCheckBox::toggled, this, &Row::react);
        m_editor = m_truth;
    } else if (m_setting.type == SettingType::Choice) {
        m_choice = new kit::ChoiceBox(m_kit.theme, this);
        for (const QString &choice : std::as_const(m_setting.choices))
            m_choice->addItem(choiceName(choice), choice);
        connect(m_choice, &QComboBox::currentIndexChanged, this, &Row::react);
        m_editor = m_choice;
    } else {
        constexpr int longest = 20;
        m_line = new QLineEdit(this);
        m_line->setMaxLength(longest);
        m_line->setAlignment(Qt::AlignRight);
        connect(m_line, &QLineEdit::textEdited, this, &Row::react);
        m_editor = m_line;
    }
}

void Row::build()
{
    const kit::Theme &theme = m_kit.theme;
    auto *words = kit::column(theme.px(2));
    words->addWidget(m_text->wrapping());
    words->addWidget(m_note->wrapping());
    words->addWidget(m_problem->wrapping());
    kit::fixWidth(m_unit, theme, unitWidth);
    auto *layout = kit::row(theme.px(8));
    layout->setContentsMargins(theme.px(16), theme.px(10), theme.px(12), theme.px(10));
    layout->addLayout(words, 1);
    layout->addSpacing(theme.px(12));
    layout->addWidget(m_editor, 0, Qt::AlignVCenter);
    layout->addWidget(m_unit, 0, Qt::AlignVCenter);
    layout->addWidget(m_reset, 0, Qt::AlignVCenter);
    layout->addWidget(m_history, 0, Qt::AlignVCenter);
    setLayout(layout);
}

QString Row::value() const
{
    if (m_truth)
        return m_truth->isChecked() ? QStringLiteral("true") : QStringLiteral("false");
    if (m_choice)
        return m_choice->currentData().toString();
    // Amounts and shares are compared in the form the server writes them in.
    const QString typed = m_line->text().trimmed();
    if (m_setting.type == SettingType::Money) {
        const auto money = Money::parse(typed);
        return money ? money->text() : typed;
    }
    if (m_setting.type == SettingType::Rate) {
        const auto rate = BasisPoints::parse(typed);
        return rate ? rate->text() : typed;
    }
    return typed;
}

void Row::put(const QString &value)
{
    const QSignalBlocker quiet(m_editor);
    if (m_truth) {
        m_truth->setChecked(value == QLatin1String("true"));
        m_truth->setText(shown(m_setting, value));
    } else if (m_choice) {
        m_choice->setCurrentIndex(m_choice->findData(value));
    } else {
        m_line->setText(value);
    }
}

void Row::show(const Setting &setting)
{
    const bool isUntouched = !isChanged();
    const QString typed = value();
    m_setting = setting;
    if (isUntouched || typed == setting.value)
        put(setting.value);
    m_problem->say({});
    settle();
}

void Row::react()
{
    if (m_truth)
        m_truth->setText(shown(m_setting, value()));
    m_problem->say(isGood() ? QString() : tr("Has to be %1.").arg(bounds(m_setting)));
    settle();
    Q_EMIT changed();
}

void Row::settle()
{
    const bool isStandard = value() == m_setting.standard;
    m_reset->setEnabled(!isStandard);
    QStringList parts{m_setting.key};
    if (isChanged())
        parts += tr("was %1").arg(shown(m_setting, m_setting.value));
    if (!isStandard)
        parts += tr("standard: %1").arg(shown(m_setting, m_setting.standard));
    if (m_setting.changedAt)
        parts += tr("changed %1").arg(kit::display::ago(*m_setting.changedAt, m_kit.clock.now()));
    m_note->say(parts.join(QStringLiteral("  ·  ")));
    m_problem->setVisible(!m_problem->text().isEmpty());
    kit::wear(this, isChanged() ? "edited" : "");
}

bool Row::isGood() const
{
    return settings::isGood(m_setting, value());
}

bool Row::matches(const QString &words) const
{
    return words.isEmpty() || m_setting.key.contains(words, Qt::CaseInsensitive) ||
           description(m_setting).contains(words, Qt::CaseInsensitive);
}

void Row::discard()
{
    propose(m_setting.value);
}

void Row::propose(const QString &value)
{
    put(value);
    react();
}

void Row::retranslate()
{
    m_text->say(description(m_setting));
    m_unit->say(unit(m_setting));
    m_editor->setAccessibleName(description(m_setting));
    m_reset->say(tr("Back to the standard"));
    m_history->say(tr("Who changed this"));
    if (m_truth)
        m_truth->setText(shown(m_setting, value()));
    if (m_choice) {
        for (int i = 0; i < m_choice->count(); ++i)
            m_choice->setItemText(i, choiceName(m_choice->itemData(i).toString()));
    }
    if (!isGood())
        m_problem->say(tr("Has to be %1.").arg(bounds(m_setting)));
    settle();
}

} // namespace settings
