#include "console/pages/customers/detail.h"

#include "console/kit/display.h"

#include <QGridLayout>
#include <QHBoxLayout>

namespace customers {

using kit::Type;

Detail::Detail(kit::Kit &kit, QWidget *parent)
    : DetailFrame(kit, parent)
    , m_title(new kit::Label(kit.theme, Type::Heading2, "", this))
    , m_figures(new kit::Label(kit.theme, Type::Small, "text2", this))
    , m_open(new kit::Chip(kit.theme, this))
    , m_facts(newFacts())
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
    auto *standing = kit::row(8);
    standing->addWidget(m_open);
    standing->addStretch(1);
    put(newHead(m_title, m_figures, standing), newBody(), new QWidget(this));
    retranslate();
    connect(m_list, &kit::ListCard::retried, this, &Detail::reload);
    connect(m_list->view(), &kit::TableView::opened, this,
            [this](const QString &id) { m_kit.navigator.open(QStringLiteral("vendor.orders"), id); });
}

QWidget *Detail::newBody()
{
    auto *body = new kit::PaneBody(m_kit.theme, this);
    body->add(m_facts);
    body->addLine();
    body->addWide(m_list);
    return body;
}

void Detail::show(const StoreCustomer &customer)
{
    const bool isAnother = !m_customer || m_customer->id != customer.id;
    m_customer = customer;
    fill(customer);
    showContent();
    if (isAnother)
        m_orders.setRows({});
    reload();
}

void Detail::reload()
{
    if (m_customer)
        m_orders.refresh();
}

void Detail::fill(const StoreCustomer &customer)
{
    m_title->say(customer.customerName);
    m_figures->say(
        tr("%Ln order(s), %1 settled", nullptr, int(customer.orders)).arg(kit::display::text(customer.settledAmount)));
    m_open->say(tr("%1 open").arg(kit::display::text(customer.openOrders)), kit::Tone::Info);
    m_open->setVisible(customer.openOrders > 0);
    kit::empty(m_facts);
    addFact(m_facts, kit::display::label(&StoreCustomer::customerPhone), customer.customerPhone);
    addFact(m_facts, kit::display::label(&StoreCustomer::city), customer.city);
    addFact(m_facts, tr("Last order"), kit::display::text(customer.lastOrderAt));
}

void Detail::retranslate()
{
    DetailFrame::retranslate();
    m_list->say(tr("Orders of this customer"));
    m_list->setEmptyText(QStringLiteral("shopping-bag"), tr("No orders here"), {});
    m_orders.retranslate();
    if (m_customer)
        fill(*m_customer);
}

} // namespace customers
