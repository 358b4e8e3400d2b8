#include "console/kit/detailpane.h"

#include "console/kit/phrases.h"

#include <QGridLayout>
#include <QStackedWidget>

namespace kit {

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
    hasContent() ? m_trouble->showTrouble(error) : m_state->showTrouble(error);
}

void DetailFrame::addFact(QGridLayout *grid, const QString &name, const QString &value, const char *ink, Type type)
{
    const int row = grid->count() / 2;
    auto *left = new Label(m_kit.theme, Type::Body, "text2", this);
    left->say(name);
    auto *right = new Label(m_kit.theme, type, ink, this);
    right->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    right->wrapping()->say(value);
    grid->addWidget(left, row, 0, Qt::AlignTop);
    grid->addWidget(right, row, 1);
}

} // namespace kit
