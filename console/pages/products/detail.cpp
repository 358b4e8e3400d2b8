#include "console/pages/products/detail.h"

#include "console/kit/display.h"
#include "console/kit/phrases.h"

#include <QGridLayout>
#include <QHBoxLayout>

namespace products {

using kit::Type;

Detail::Detail(kit::Kit &kit, QWidget *parent)
    : DetailFrame(kit, parent)
    , m_title(new kit::Label(kit.theme, Type::Heading2, "", this))
    , m_sku(new kit::Label(kit.theme, Type::Small, "text2", this))
    , m_price(new kit::Label(kit.theme, Type::Figure, "", this))
    , m_description(new kit::Label(kit.theme, Type::Body, "text2", this))
    , m_active(new kit::Chip(kit.theme, this))
    , m_facts(newFacts())
    , m_edit(new kit::Button(kit.theme, QStringLiteral("pencil"), "primary", this))
    , m_stock(new kit::Button(kit.theme, QStringLiteral("boxes"), "", this))
    , m_switch(new kit::Button(kit.theme, QStringLiteral("eye"), "", this))
    , m_remove(new kit::Button(kit.theme, QStringLiteral("trash-2"), "danger", this))
{
    m_edit->setObjectName(QStringLiteral("edit"));
    m_stock->setObjectName(QStringLiteral("stock"));
    m_switch->setObjectName(QStringLiteral("switch"));
    m_remove->setObjectName(QStringLiteral("remove"));
    put(newHead(m_title, m_sku, newStanding(m_price, m_active)), newBody(), newButtons());
    retranslate();
    connect(m_edit, &QPushButton::clicked, this, [this] { Q_EMIT editWanted(*m_product); });
    connect(m_stock, &QPushButton::clicked, this, [this] { Q_EMIT stockWanted(*m_product); });
    connect(m_switch, &QPushButton::clicked, this, [this] { Q_EMIT switchWanted(*m_product); });
    connect(m_remove, &QPushButton::clicked, this, [this] { Q_EMIT removeWanted(*m_product); });
}

QWidget *Detail::newBody()
{
    auto *body = new kit::PaneBody(m_kit.theme, this);
    body->add(m_description->wrapping());
    body->addLine();
    body->add(m_facts);
    body->end();
    return body;
}

QWidget *Detail::newButtons()
{
    auto *second = new QWidget(this);
    auto *pair = kit::row(8);
    pair->addWidget(m_switch, 1);
    pair->addWidget(m_remove, 1);
    second->setLayout(pair);
    return newFoot({m_edit, m_stock, second});
}

void Detail::addStrong(const QString &name, const QString &value)
{
    addFact(m_facts, name, value, "", Type::BodyStrong);
}

void Detail::show(const Product &product, const QString &category)
{
    m_product = product;
    m_category = category;
    fill(product);
    showContent();
}

void Detail::fill(const Product &product)
{
    m_title->say(product.title);
    m_sku->say(product.sku);
    m_price->say(kit::display::text(product.price));
    m_description->say(product.description);
    m_active->say(kit::phrase::onSale(product.isActive), product.isActive ? kit::Tone::Success : kit::Tone::Neutral);
    kit::empty(m_facts);
    const QString unit = kit::display::text(product.unit);
    addStrong(kit::display::label(&PutProduct::categoryId), m_category);
    addStrong(tr("Price per %1").arg(unit), kit::display::text(product.price));
    if (product.distributorPrice)
        addStrong(tr("Price for distributors"), kit::display::text(*product.distributorPrice));
    addStrong(kit::display::label(&PutProduct::stockQuantity), kit::display::text(product.stockQuantity, unit));
    addStrong(kit::display::label(&PutProduct::minStockLevel), kit::display::text(product.minStockLevel, unit));
    addStrong(kit::display::label(&PutProduct::minimumOrderQuantity),
              kit::display::text(product.minimumOrderQuantity, unit));
    if (product.hsnCode)
        addStrong(kit::display::label(&PutProduct::hsnCode), *product.hsnCode);
    addStrong(kit::display::label(&Product::gstRate), kit::display::text(product.gstRate));
    addStrong(kit::display::label(&Product::ordersCount), kit::display::text(product.ordersCount));
    addStrong(kit::display::label(&Product::updatedAt), kit::display::text(product.updatedAt));
    m_switch->say(product.isActive ? tr("Hide") : tr("Put on sale"));
    m_switch->draw(product.isActive ? QStringLiteral("eye-off") : QStringLiteral("eye"));
}

void Detail::retranslate()
{
    DetailFrame::retranslate();
    m_edit->say(tr("Edit…"));
    m_stock->say(tr("Change stock…"));
    m_switch->say(tr("Hide"));
    m_remove->say(tr("Remove…"));
    if (m_product)
        fill(*m_product);
}

} // namespace products
