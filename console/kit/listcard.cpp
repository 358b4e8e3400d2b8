#include "console/kit/listcard.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace kit {

ListCard::ListCard(const Theme &theme, TableModel &model, QWidget *parent)
    : QFrame(parent)
    , m_model(model)
    , m_view(new TableView(theme, model, this))
    , m_state(new PageState(theme, this))
    , m_trouble(new Banner(theme, this))
    , m_stack(new QStackedWidget(this))
{
    wear(this, "card");
    m_stack->addWidget(m_state);
    m_stack->addWidget(m_view);
    auto *layout = column(0);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->addWidget(m_trouble);
    layout->addWidget(m_stack, 1);
    setLayout(layout);
    connect(&model, &TableModel::loaded, this, &ListCard::showContent);
    connect(&model, &TableModel::failed, this, [this](const Error &error) {
        if (m_model.rowCount() > 0) {
            m_trouble->showTrouble(error);
            return;
        }
        m_state->showTrouble(error);
        m_stack->setCurrentWidget(m_state);
    });
    connect(m_state, &PageState::acted, this, &ListCard::retried);
    connect(m_trouble, &Banner::acted, this, &ListCard::retried);
}

void ListCard::say(const QString &name)
{
    m_view->setAccessibleName(name);
}

void ListCard::setEmptyText(const QString &icon, const QString &title, const QString &text)
{
    m_empty = {icon, title, text};
    if (m_model.hasLoaded())
        showContent();
}

void ListCard::showContent()
{
    m_trouble->clear();
    if (m_model.rowCount() > 0) {
        m_stack->setCurrentWidget(m_view);
        return;
    }
    m_state->showEmpty(m_empty.value(0), m_empty.value(1), m_empty.value(2));
    m_stack->setCurrentWidget(m_state);
}

} // namespace kit
