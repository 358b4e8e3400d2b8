#include "console/kit/filterbar.h"

#include <QHBoxLayout>
#include <QMenu>

namespace kit {

namespace {

constexpr int typingPauseMs = 250;

} // namespace

SearchField::SearchField(const Theme &theme, QWidget *parent)
    : QLineEdit(parent)
{
    addAction(theme.icon(QStringLiteral("search"), Ink::Text3), LeadingPosition);
    setClearButtonEnabled(false);
    setMaxLength(200);
}

void SearchField::say(const QString &prompt)
{
    setPlaceholderText(prompt);
    setAccessibleName(prompt);
    actions().constFirst()->setText(prompt);
}

ChoiceFilter::ChoiceFilter(const Theme &theme, QWidget *parent)
    : QPushButton(parent)
{
    setMenu(new QMenu(this));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, &ChoiceFilter::dress);
}

void ChoiceFilter::offer(const QString &name, const QList<Choice> &choices)
{
    m_name = name;
    m_choices = choices;
    menu()->clear();
    for (const Choice &choice : choices)
        connect(menu()->addAction(choice.text), &QAction::triggered, this,
                [this, value = choice.value] { pick(value); });
    menu()->addSeparator();
    connect(menu()->addAction(tr("Any")), &QAction::triggered, this, [this] { pick({}); });
    dress();
}

void ChoiceFilter::pick(const QString &value)
{
    if (m_value == value)
        return;
    m_value = value;
    dress();
    Q_EMIT changed();
}

void ChoiceFilter::dress()
{
    const auto chosen = std::find_if(m_choices.begin(), m_choices.end(),
                                     [this](const Choice &choice) { return choice.value == m_value; });
    const bool isOn = !m_value.isEmpty() && chosen != m_choices.end();
    setText(isOn ? tr("%1: %2").arg(m_name, chosen->text) : QStringLiteral("+ ") + m_name);
    setAccessibleName(isOn ? text() : tr("Filter by %1").arg(m_name));
    wear(this, isOn ? "filterOn" : "filter");
}

FilterBar::FilterBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_layout(row(8))
    , m_search(new SearchField(theme, this))
    , m_clear(new Button(theme, {}, "link", this))
{
    setLayout(m_layout);
    m_search->setFixedWidth(theme.px(220));
    m_layout->addWidget(m_search);
    m_layout->addWidget(m_clear);
    m_layout->addStretch(1);
    m_clear->hide();

    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPauseMs);
    connect(m_search, &QLineEdit::textChanged, &m_typing, QOverload<>::of(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, &FilterBar::settle);
    connect(&m_typing, &QTimer::timeout, this, &FilterBar::settle);
    connect(m_clear, &QPushButton::clicked, this, &FilterBar::clear);
    connect(&theme, &Theme::changed, this, [this] { m_search->setFixedWidth(m_theme.px(220)); });
    retranslate();
}

ChoiceFilter *FilterBar::addChoice()
{
    auto *choice = new ChoiceFilter(m_theme, this);
    m_choices += choice;
    m_layout->insertWidget(m_layout->indexOf(m_clear), choice);
    connect(choice, &ChoiceFilter::changed, this, &FilterBar::settle);
    return choice;
}

void FilterBar::addWidget(QWidget *widget)
{
    m_layout->insertWidget(m_layout->indexOf(m_clear), widget);
}

bool FilterBar::isEmpty() const
{
    const bool isAnyChosen = std::any_of(m_choices.begin(), m_choices.end(),
                                         [](const ChoiceFilter *choice) { return !choice->value().isEmpty(); });
    return m_search->text().trimmed().isEmpty() && !isAnyChosen;
}

void FilterBar::clear()
{
    {
        // One change in the end, not one for each filter.
        const QSignalBlocker quiet(this);
        m_search->clear();
        for (ChoiceFilter *choice : std::as_const(m_choices))
            choice->pick({});
    }
    settle();
}

void FilterBar::settle()
{
    m_typing.stop();
    m_clear->setVisible(!isEmpty());
    Q_EMIT changed();
}

void FilterBar::retranslate()
{
    m_clear->say(tr("Clear filters"));
}

} // namespace kit
