// What the order board does when something happens: news from the live feed, a choice, a step.

#include "console/kit/news.h"
#include "console/kit/display.h"
#include "console/kit/marketwords.h"
#include "console/kit/phrases.h"
#include "console/pages/orderboard/page.h"

namespace orderboard {

void Page::hear(const LiveEvent &event)
{
    if (event.kind == LiveKind::NewOrder) {
        if (const auto order = kit::read<OrderCard>(event))
            greet(*order);
        else
            fetch(OrderStatus::Placed);
    } else if (event.kind == LiveKind::OrderUpdated) {
        if (const auto change = kit::read<OrderAdvanced>(event))
            follow(*change);
        else
            noteNews();
    } else if (event.kind == LiveKind::DisputeUpdated) {
        noteNews();
    } else if (event.kind == LiveKind::OrderSettled) {
        if (m_detailPlace->isVisible())
            m_panel->reload();
    } else if (event.kind == LiveKind::Message || event.kind == LiveKind::MessagesRead) {
        fetchUnread();
    }
}

void Page::greet(const OrderCard &order)
{
    const bool isKnown = m_board->find(order.id.text()) != nullptr;
    m_board->put(order);
    describe();
    if (isKnown || order.orderStatus != OrderStatus::Placed)
        return;
    m_announced = order.id.text();
    QString text = tr("New order %1 from %2, %3.")
                       .arg(order.orderNumber, order.customerName, kit::display::text(order.totalAmount));
    if (order.dueAt)
        text += u' ' + tr("Accept within %1 or it is cancelled automatically.")
                           .arg(kit::display::span(order.dueAt->ms - m_kit.clock.now().ms));
    m_banner->say(text, kit::Tone::Info, tr("Open"));
}

void Page::follow(const OrderAdvanced &change)
{
    const QString id = change.orderId.text();
    if (id == m_announced && change.to != OrderStatus::Placed) {
        m_announced.clear();
        m_banner->clear();
    }
    if (const OrderCard *old = m_board->find(id)) {
        OrderCard card = *old;
        card.orderStatus = change.to;
        card.dueAt.reset();
        m_board->put(card);
        describe();
    } else if (Board::statuses().contains(change.to)) {
        fetch(change.to);
    }
    if (m_panel->order() && m_panel->order()->id == change.orderId)
        m_panel->reload();
}

void Page::take(const Order &order)
{
    follow({.orderId = order.id, .orderNumber = order.orderNumber, .to = order.orderStatus});
    if (const OrderCard *old = m_orders.find(order.id.text())) {
        OrderCard card = *old;
        card.orderStatus = order.orderStatus;
        card.escrowStatus = order.escrowStatus;
        card.contestedAt = order.contestedAt;
        m_orders.put(card);
    }
}

QString Page::chosen() const
{
    return m_views->chosen() == TableView ? m_table->chosen() : m_board->chosen();
}

void Page::reveal(const QString &object)
{
    m_board->choose(object);
    m_table->choose(object);
    openDetail(object);
}

void Page::openDetail(const QString &id)
{
    if (id.isEmpty())
        return;
    if (id == m_announced) {
        m_announced.clear();
        m_banner->clear();
    }
    m_detailPlace->show();
    m_panel->open(Id<Order>::parse(id));
}

void Page::closeDetail()
{
    m_detailPlace->hide();
}

// Ctrl+Enter takes the chosen order one step further; the server says which step that is.
void Page::advanceChosen()
{
    const QString id = chosen();
    if (id.isEmpty())
        return;
    const bool isShown = m_panel->order() && m_panel->order()->id.text() == id;
    if (!isShown || !m_detailPlace->isVisible())
        openDetail(id);
    m_panel->advance();
}

void Page::retranslate()
{
    m_title->say(kit::titleOf(QLatin1StringView("vendor.orders")));
    m_views->offer({tr("Board"), tr("Table")});
    m_export->say(tr("Export CSV"));
    m_views->setAccessibleName(kit::phrase::view());
    m_filters->search()->say(tr("Order or buyer"));
    m_filters->retranslate();
    QList<kit::ChoiceFilter::Choice> statuses;
    for (const QString &name : names::all<OrderStatus>())
        statuses += {name, kit::display::text(names::fromText<OrderStatus>(name).value())};
    m_status->offer(kit::display::label(&OrderCard::orderStatus), statuses);
    m_period->offer(tr("Placed"), kit::market::periodChoices());
    m_table->setAccessibleName(tr("All orders"));
    m_orders.retranslate();
    m_board->retranslate();
    m_panel->retranslate();
    describe();
}

} // namespace orderboard
