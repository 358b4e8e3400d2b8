#include "console/pages/customers/page.h"

#include "console/kit/display.h"
#include "console/pages/customers/detail.h"

namespace customers {

using kit::Cell;

Page::Page(kit::Kit &kit, QWidget *parent)
    : ListPage(kit, parent)
    , m_detail(new Detail(kit, this))
{
    addColumns();
    m_table.from([this](const std::optional<QString> &cursor) {
        return m_kit.api.call(api::listCustomers, {.limit = 50, .cursor = cursor});
    });
    list(m_table);
    setDetail(m_detail);
    filters()->hide(); // the server lists customers by their last order only
    connect(m_detail, &Detail::closed, this, [this] { closeDetail(); });
    retranslate();
}

void Page::addColumns()
{
    m_table.show(&StoreCustomer::customerName, &StoreCustomer::customerPhone, &StoreCustomer::city,
                 &StoreCustomer::orders, &StoreCustomer::settledAmount, &StoreCustomer::lastOrderAt);
    auto &buyer = m_table.column(&StoreCustomer::customerName);
    buyer.heading.width = 200;
    buyer.heading.stretches = true;
    buyer.look = Cell::Look::Avatar;
    m_table.column(&StoreCustomer::customerPhone).heading.width = 150;
    m_table.column(&StoreCustomer::city).heading.priority = 2;
    auto &orders = m_table.column(&StoreCustomer::orders);
    orders.heading.width = 110;
    orders.cell = [](const StoreCustomer &each) {
        Cell cell{.text = kit::display::text(each.orders), .alignment = Qt::AlignRight};
        if (each.openOrders > 0)
            cell.second = tr("%1 open").arg(kit::display::text(each.openOrders));
        return cell;
    };
    m_table.column(&StoreCustomer::lastOrderAt).heading.priority = 1;
    m_table.settle();
}

void Page::refresh()
{
    m_table.refresh();
    if (isDetailOpen())
        m_detail->reload();
}

void Page::showDetail(const QString &id)
{
    if (const StoreCustomer *customer = m_table.find(id))
        m_detail->show(*customer);
}

void Page::hear(const LiveEvent &event)
{
    if (event.kind == LiveKind::NewOrder || event.kind == LiveKind::OrderUpdated ||
        event.kind == LiveKind::OrderSettled)
        noteNews();
}

void Page::retranslate()
{
    setTitle(kit::titleOf(QLatin1StringView("vendor.customers")), tr("Who has ordered at your store"));
    setEmptyText(QStringLiteral("users"), tr("No customers yet"), tr("They appear with their first order."));
    m_detail->retranslate();
    ListPage::retranslate();
}

} // namespace customers
