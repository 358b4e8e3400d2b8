#include "console/pages/reports/panel.h"

#include <QHBoxLayout>

namespace reports {

Panel::Panel(kit::Kit &kit, QWidget *parent)
    : QWidget(parent)
    , m_kit(kit)
    , m_hint(new kit::Label(kit.theme, kit::Type::Body, "text2", this))
    , m_head(kit::row(8))
    , m_above(kit::column(8))
    , m_layout(kit::column(kit.theme.px(12)))
{
    m_hint->wrapping();
    m_head->addWidget(m_hint, 1);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->addLayout(m_head);
    m_layout->addLayout(m_above);
    setLayout(m_layout);
}

kit::ListCard *Panel::addList(kit::TableModel &model, const char *name)
{
    auto *card = new kit::ListCard(m_kit.theme, model, this);
    card->view()->setObjectName(QString::fromLatin1(name));
    m_layout->addWidget(card, 1);
    connect(card, &kit::ListCard::retried, this, [this] { refresh(); });
    connect(card->view(), &kit::TableView::chosenChanged, this, [this] { settleButtons(); });
    connect(&model, &kit::TableModel::loaded, this, [this] { settleButtons(); });
    setFocusProxy(card->view());
    return card;
}

kit::Button *Panel::addButton(const QString &icon, const char *look, const char *name)
{
    auto *button = new kit::Button(m_kit.theme, icon, look, this);
    button->setObjectName(QString::fromLatin1(name));
    button->setEnabled(false);
    m_head->addWidget(button, 0, Qt::AlignTop);
    return button;
}

void Panel::setHint(const QString &text)
{
    m_hint->say(text);
}

} // namespace reports
