#include "console/kit/filterbar.h"

#include "console/kit/literally.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>

namespace kit {

namespace {

constexpr int typingPauseMs = 250;

} // namespace

SearchField::SearchField(const Theme &theme, QWidget *parent)
    : QLineEdit(parent)
    , m_theme(theme)
{
    // The style sheet's padding misplaces the icons of QLineEdit's own actions.
    setTextMargins(theme.px(22), 0, theme.px(20), 0);
    setMaxLength(200);
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int size = m_theme.px(16);
    m_theme.drawIcon(painter, QStringLiteral("search"), QRectF(m_theme.px(10), (height() - size) / 2.0, size, size),
                     m_theme.text3);
    if (hasFocus() || !text().isEmpty())
        return;
    const QRectF box(width() - m_theme.px(25) + 0.5, height() / 2.0 - m_theme.px(9) + 0.5, m_theme.px(17),
                     m_theme.px(18));
    painter.setPen(m_theme.borderStrong);
    painter.setBrush(m_theme.surface);
    painter.drawRoundedRect(box, 4, 4);
    painter.setFont(m_theme.font(Type::Caption));
    painter.setPen(m_theme.text2);
    painter.drawText(box, Qt::AlignCenter, QStringLiteral("/"));
}

void SearchField::say(const QString &prompt)
{
    setPlaceholderText(prompt);
    setAccessibleName(prompt);
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
    if (QMenu *menu = this->menu()) {
        menu->clear();
        for (const Choice &choice : choices)
            connect(menu->addAction(literally(choice.text)), &QAction::triggered, this,
                    [this, value = choice.value] { pick(value); });
        menu->addSeparator();
        connect(menu->addAction(tr("Any")), &QAction::triggered, this, [this] { pick({}); });
    }
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
    const QString words = isOn ? tr("%1: %2").arg(m_name, chosen->text) : QStringLiteral("+ ") + m_name;
    setText(literally(words));
    setAccessibleName(isOn ? words : tr("Filter by %1").arg(m_name));
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
