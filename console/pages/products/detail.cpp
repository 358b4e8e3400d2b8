#include "console/pages/products/detail.h"

#include "console/kit/display.h"
#include "console/kit/phrases.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollArea>

namespace products {

using kit::Type;

namespace {

constexpr int margin = 16;

} // namespace

Detail::Detail(kit::Kit &kit, QWidget *parent)
    : QWidget(parent)
    , m_kit(kit)
    , m_title(new kit::Label(kit.theme, Type::Heading2, "", this))
    , m_sku(new kit::Label(kit.theme, Type::Small, "text2", this))
    , m_description(new kit::Label(kit.theme, Type::Body, "text2", this))
    , m_active(new kit::Chip(kit.theme, this))
    , m_close(new kit::IconButton(kit.theme, QStringLiteral("x"), this))
    , m_facts(new QGridLayout)
    , m_edit(new kit::Button(kit.theme, QStringLiteral("pencil"), "primary", this))
    , m_stock(new kit::Button(kit.theme, QStringLiteral("boxes"), "", this))
    , m_switch(new kit::Button(kit.theme, QStringLiteral("eye"), "", this))
    , m_remove(new kit::Button(kit.theme, QStringLiteral("trash-2"), "danger", this))
{
    m_edit->setObjectName(QStringLiteral("edit"));
    m_stock->setObjectName(QStringLiteral("stock"));
    m_switch->setObjectName(QStringLiteral("switch"));
    m_remove->setObjectName(QStringLiteral("remove"));
    build();
    retranslate();
    connect(m_close, &QToolButton::clicked, this, &Detail::closed);
    connect(m_edit, &QPushButton::clicked, this, [this] { Q_EMIT editWanted(*m_product); });
    connect(m_stock, &QPushButton::clicked, this, [this] { Q_EMIT stockWanted(*m_product); });
    connect(m_switch, &QPushButton::clicked, this, [this] { Q_EMIT switchWanted(*m_product); });
    connect(m_remove, &QPushButton::clicked, this, [this] { Q_EMIT removeWanted(*m_product); });
}

void Detail::build()
{
    const kit::Theme &theme = m_kit.theme;
    auto *words = kit::column(2);
    words->addWidget(m_title->wrapping());
    words->addWidget(m_sku);
    auto *top = kit::row(8);
    top->addLayout(words, 1);
    top->addWidget(m_close, 0, Qt::AlignTop);
    m_facts->setVerticalSpacing(theme.px(9));
    m_facts->setColumnStretch(1, 1);

    auto *body = new QWidget(this);
    kit::wear(body, "body");
    auto *bodyLayout = kit::column(theme.px(12));
    bodyLayout->setContentsMargins(theme.px(margin), theme.px(margin), theme.px(margin), theme.px(margin));
    bodyLayout->addLayout(top);
    bodyLayout->addWidget(m_active, 0, Qt::AlignLeft);
    bodyLayout->addWidget(kit::line(body));
    bodyLayout->addWidget(m_description->wrapping());
    bodyLayout->addWidget(kit::line(body));
    bodyLayout->addLayout(m_facts);
    bodyLayout->addStretch(1);
    body->setLayout(bodyLayout);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(body);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);

    auto *second = kit::row(8);
    second->addWidget(m_switch, 1);
    second->addWidget(m_remove, 1);
    auto *foot = kit::column(theme.px(8));
    foot->setContentsMargins(theme.px(margin), theme.px(10), theme.px(margin), theme.px(margin));
    foot->addWidget(m_edit);
    foot->addWidget(m_stock);
    foot->addLayout(second);
    auto *layout = kit::column(0);
    layout->addWidget(scroll, 1);
    layout->addLayout(foot);
    setLayout(layout);
}

void Detail::addFact(const QString &name, const QString &value)
{
    const int row = m_facts->count() / 2;
    auto *left = new kit::Label(m_kit.theme, Type::Body, "text2", this);
    left->say(name);
    auto *right = new kit::Label(m_kit.theme, Type::BodyStrong, "", this);
    right->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    right->wrapping()->say(value);
    m_facts->addWidget(left, row, 0, Qt::AlignTop);
    m_facts->addWidget(right, row, 1);
}

void Detail::show(const Product &product, const QString &category)
{
    m_product = product;
    m_category = category;
    m_title->say(product.title);
    m_sku->say(product.sku);
    m_description->say(product.description);
    m_active->say(kit::phrase::onSale(product.isActive), product.isActive ? kit::Tone::Success : kit::Tone::Neutral);
    kit::empty(m_facts);
    const QString unit = kit::display::text(product.unit);
    addFact(kit::display::label(&PutProduct::categoryId), category);
    addFact(tr("Price per %1").arg(unit), kit::display::text(product.price));
    if (product.distributorPrice)
        addFact(tr("Price for distributors"), kit::display::text(*product.distributorPrice));
    addFact(kit::display::label(&PutProduct::stockQuantity), kit::display::text(product.stockQuantity, unit));
    addFact(kit::display::label(&PutProduct::minStockLevel), kit::display::text(product.minStockLevel, unit));
    addFact(kit::display::label(&PutProduct::minimumOrderQuantity),
            kit::display::text(product.minimumOrderQuantity, unit));
    if (product.hsnCode)
        addFact(kit::display::label(&PutProduct::hsnCode), *product.hsnCode);
    addFact(kit::display::label(&Product::gstRate), kit::display::text(product.gstRate));
    addFact(kit::display::label(&Product::ordersCount), kit::display::text(product.ordersCount));
    addFact(kit::display::label(&Product::updatedAt), kit::display::text(product.updatedAt));
    m_switch->say(product.isActive ? tr("Hide") : tr("Put on sale"));
    m_switch->draw(product.isActive ? QStringLiteral("eye-off") : QStringLiteral("eye"));
}

void Detail::retranslate()
{
    m_close->say(kit::phrase::closeDetails());
    m_edit->say(tr("Edit…"));
    m_stock->say(tr("Change stock…"));
    m_switch->say(tr("Hide"));
    m_remove->say(tr("Remove…"));
    if (m_product)
        show(Product(*m_product), QString(m_category));
}

} // namespace products
