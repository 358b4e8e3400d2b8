#include "console/pages/earnings/tile.h"

#include "console/kit/display.h"

#include <QHBoxLayout>

namespace earnings {

using kit::Type;

Tile::Tile(const kit::Theme &theme, const QString &icon, QWidget *parent)
    : QFrame(parent)
    , m_name(new kit::Label(theme, Type::Small, "text2", this))
    , m_figure(new kit::Label(theme, Type::Heading1, "", this))
    , m_meaning(new kit::Label(theme, Type::Small, "text3", this))
{
    kit::wear(this, "tile");
    auto *head = kit::row(6);
    head->addWidget(new kit::Picture(theme, icon, 15, kit::Ink::Text3, this));
    head->addWidget(m_name->eliding(), 1);
    auto *layout = kit::column(theme.px(4));
    layout->setContentsMargins(theme.px(14), theme.px(12), theme.px(12), theme.px(12));
    layout->addLayout(head);
    layout->addWidget(m_figure);
    layout->addWidget(m_meaning->eliding());
    setLayout(layout);
    m_figure->say(QStringLiteral("–"));
}

void Tile::say(const QString &name, const QString &meaning)
{
    m_name->say(name);
    m_meaning->say(meaning);
    this->name();
}

void Tile::show(Money amount)
{
    m_figure->say(kit::display::text(amount));
    name();
}

void Tile::name()
{
    setAccessibleName(m_name->text() + QStringLiteral(": ") + m_figure->text());
}

} // namespace earnings
