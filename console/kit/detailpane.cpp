#include "console/kit/detailpane.h"

#include "console/kit/display.h"
#include "console/kit/phrases.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace kit {

namespace {

constexpr int margin = 16;
constexpr int tableHeightMin = 160;
constexpr int wideShare = 100; // against the 1 of the room below

} // namespace

PaneBody::PaneBody(const Theme &theme, QWidget *parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_parts(column(10))
{
    auto *body = new QWidget(this);
    wear(body, "body");
    body->setLayout(m_parts);
    setWidget(body);
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    // Who has no mouse has to reach what is below.
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this,
            [this](int, int most) { setFocusPolicy(most > 0 ? Qt::TabFocus : Qt::NoFocus); });
    retranslate();
}

void PaneBody::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PaneBody::retranslate()
{
    setAccessibleName(tr("Details"));
}

void PaneBody::add(QLayout *facts)
{
    facts->setContentsMargins(m_theme.px(margin), 0, m_theme.px(margin), 0);
    m_parts->addLayout(facts);
}

void PaneBody::add(QWidget *part)
{
    auto *inset = column(0);
    inset->addWidget(part);
    add(inset);
}

void PaneBody::addWide(QWidget *table)
{
    table->setMinimumHeight(m_theme.px(tableHeightMin));
    m_parts->addWidget(table, wideShare);
}

void PaneBody::addLine()
{
    m_parts->addWidget(line(widget()));
}

void PaneBody::end()
{
    m_parts->addSpacing(m_theme.px(margin));
    m_parts->addStretch(1);
}

DetailFrame::DetailFrame(Kit &kit, QWidget *parent)
    : QWidget(parent)
    , m_kit(kit)
    , m_trouble(new Banner(kit.theme, this))
    , m_close(new IconButton(kit.theme, QStringLiteral("x"), this))
    , m_stack(new QStackedWidget(this))
    , m_state(new PageState(kit.theme, this))
    , m_content(new QWidget(this))
{
    m_stack->addWidget(m_state);
    m_stack->addWidget(m_content);
    auto *layout = column(0);
    layout->addWidget(m_stack);
    setLayout(layout);
    connect(m_close, &QToolButton::clicked, this, &DetailFrame::closed);
    connect(m_state, &PageState::acted, this, [this] {
        showWaiting();
        reload();
    });
    connect(m_trouble, &Banner::acted, this, [this] { reload(); });
}

void DetailFrame::put(QWidget *head, QWidget *body, QWidget *foot)
{
    auto *layout = column(0);
    layout->addWidget(head);
    layout->addWidget(body, 1);
    layout->addWidget(foot);
    m_content->setLayout(layout);
}

QWidget *DetailFrame::newHead(Label *title, Label *note, QLayout *standing)
{
    const Theme &theme = m_kit.theme;
    auto *head = new QWidget(this);
    auto *words = column(2);
    words->addWidget(title->wrapping());
    words->addWidget(note->eliding());
    auto *top = row(8);
    top->addLayout(words, 1);
    top->addWidget(m_close, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(theme.px(margin), theme.px(margin), theme.px(margin), theme.px(10));
    layout->setSpacing(theme.px(10));
    layout->addLayout(top);
    layout->addLayout(standing);
    layout->addWidget(m_trouble);
    layout->addWidget(line(head));
    return head;
}

QLayout *DetailFrame::newStanding(Label *figure, Chip *status, const QList<Chip *> &further)
{
    auto *first = row(10);
    first->addWidget(figure);
    first->addStretch(1);
    first->addWidget(status);
    auto *second = row(8);
    for (Chip *chip : further)
        second->addWidget(chip);
    second->addStretch(1);
    auto *both = column(8);
    both->addLayout(first);
    if (!further.isEmpty())
        both->addLayout(second);
    return both;
}

QGridLayout *DetailFrame::newFacts() const
{
    auto *facts = new QGridLayout;
    facts->setVerticalSpacing(m_kit.theme.px(8));
    facts->setHorizontalSpacing(m_kit.theme.px(12));
    facts->setColumnStretch(1, 1);
    return facts;
}

QWidget *DetailFrame::newFoot(const QList<QWidget *> &parts)
{
    const Theme &theme = m_kit.theme;
    auto *foot = new QWidget(this);
    auto *layout = new QVBoxLayout(foot);
    layout->setContentsMargins(theme.px(margin), theme.px(10), theme.px(margin), theme.px(margin));
    layout->setSpacing(theme.px(8));
    for (QWidget *part : parts)
        layout->addWidget(part);
    return foot;
}

void DetailFrame::retranslate()
{
    m_close->say(phrase::closeDetails());
}

void DetailFrame::showWaiting()
{
    m_state->showLoading();
    m_stack->setCurrentWidget(m_state);
}

void DetailFrame::showContent()
{
    m_stack->setCurrentWidget(m_content);
}

bool DetailFrame::hasContent() const
{
    return m_stack->currentWidget() == m_content;
}

void DetailFrame::showTrouble(const Error &error)
{
    hasContent() ? m_trouble->showTrouble(error, display::problems(error.fields)) : m_state->showTrouble(error);
}

void DetailFrame::addFact(QGridLayout *grid, const QString &name, const QString &value, const char *ink, Type type)
{
    kit::addFact(grid, this, m_kit.theme, name, value, ink, type);
}

} // namespace kit
