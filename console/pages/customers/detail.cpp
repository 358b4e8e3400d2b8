#include "console/pages/customers/detail.h"

#include "console/kit/display.h"
#include "console/kit/phrases.h"

namespace customers {

using kit::Type;

namespace {

constexpr int margin = 16;

} // namespace

Detail::Detail(kit::Kit &kit, QWidget *parent)
    : QWidget(parent)
    , m_kit(kit)
    , m_title(new kit::Label(kit.theme, Type::Heading2, "", this))
    , m_reached(new kit::Label(kit.theme, Type::Body, "text2", this))
    , m_figures(new kit::Label(kit.theme, Type::Body, "text2", this))
    , m_close(new kit::IconButton(kit.theme, QStringLiteral("x"), this))
    , m_list(new kit::ListCard(kit.theme, m_orders, this))
{
    m_orders.show(&OrderCard::orderNumber, &OrderCard::orderStatus, &OrderCard::totalAmount);
    m_orders.column(&OrderCard::orderNumber).look = kit::Cell::Look::Link;
    m_orders.column(&OrderCard::orderNumber).heading.stretches = true;
    m_orders.settle();
    m_orders.from([this](const std::optional<QString> &cursor) {
        return m_kit.api.call(api::listCustomerOrders, {.limit = 50, .cursor = cursor, .customerId = m_customer->id});
    });
    m_list->view()->setObjectName(QStringLiteral("customerOrders"));
    build();
    retranslate();
    connect(m_close, &QToolButton::clicked, this, &Detail::closed);
    connect(m_list, &kit::ListCard::retried, this, &Detail::reload);
    connect(m_list->view(), &kit::TableView::opened, this,
            [this](const QString &id) { m_kit.navigator.open(QStringLiteral("vendor.orders"), id); });
}

void Detail::build()
{
    const kit::Theme &theme = m_kit.theme;
    auto *words = kit::column(2);
    words->addWidget(m_title->wrapping());
    words->addWidget(m_reached->wrapping());
    words->addWidget(m_figures->wrapping());
    auto *top = kit::row(8);
    top->addLayout(words, 1);
    top->addWidget(m_close, 0, Qt::AlignTop);
    auto *layout = kit::column(theme.px(12));
    layout->setContentsMargins(theme.px(margin), theme.px(margin), theme.px(margin), theme.px(margin));
    layout->addLayout(top);
    layout->addWidget(m_list, 1);
    setLayout(layout);
}

void Detail::show(const StoreCustomer &customer)
{
    const bool isAnother = !m_customer || m_customer->id != customer.id;
    m_customer = customer;
    retranslate();
    if (isAnother)
        m_orders.setRows({});
    reload();
}

void Detail::reload()
{
    if (m_customer)
        m_orders.refresh();
}

void Detail::retranslate()
{
    m_close->say(kit::phrase::closeDetails());
    m_list->say(tr("Orders of this customer"));
    m_list->setEmptyText(QStringLiteral("shopping-bag"), tr("No orders here"), {});
    if (!m_customer)
        return;
    m_title->say(m_customer->customerName);
    m_reached->say(QStringList{m_customer->customerPhone, m_customer->city}.join(QStringLiteral(" · ")));
    m_figures->say(tr("%Ln order(s), %1 settled", nullptr, int(m_customer->orders))
                       .arg(kit::display::text(m_customer->settledAmount)));
    m_orders.retranslate();
}

} // namespace customers
