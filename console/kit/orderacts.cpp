// What OrderPanel does to its order. Money and cancelling are asked before; a plain step is not.

#include "console/kit/askdialog.h"
#include "console/kit/display.h"
#include "console/kit/orderpanel.h"
#include "console/kit/ordershares.h"
#include "console/kit/proof.h"
#include "shared/contract/payouts.h"

namespace kit {

// Not while a step is on its way, and not within a double click after the steps on offer have changed.
bool OrderPanel::mayAct() const
{
    return m_moving != m_id && !m_settling.isActive();
}

void OrderPanel::checkActions()
{
    m_foot->setEnabled(mayAct());
}

void OrderPanel::advance()
{
    m_isToAdvance = !m_order;
    if (m_order && mayAct() && !m_order->nextStatuses.isEmpty())
        moveTo(m_order->nextStatuses.first());
}

void OrderPanel::moveTo(OrderStatus status)
{
    if (status == OrderStatus::Cancelled) {
        cancel();
        return;
    }
    const Id<Order> id = m_order->id;
    const bool isAdmin = m_kit.me.role == Role::Admin;
    if (!isAdmin && status != OrderStatus::Shipped) {
        send({.status = status});
        return;
    }
    Ask ask{.title = OrderSteps::verb(status),
            .facts = {{display::label(&OrderCard::orderNumber), m_order->orderNumber},
                      {display::label(&OrderCard::totalAmount), display::text(m_order->totalAmount)}},
            .verb = OrderSteps::verb(status)};
    if (status == OrderStatus::Completed && m_order->paymentMethod != PaymentMethodKind::Cod) // which may settle it
        ask.facts += {tr("Vendor receives"), display::text(sharesOf(*m_order).vendor)};
    if (isAdmin) {
        ask.text = tr("You act in place of the parties. The reason is kept in the order's history and the audit log.");
        ask.words = Ask::Words::Lines;
        ask.label = display::label(&CancelOrder::reason);
        ask.lengthMin = 3;
    } else {
        ask.words = Ask::Words::Line;
        ask.label = tr("Vehicle or carrier (optional)");
        ask.lengthMax = 100;
    }
    auto *dialog = new AskDialog(m_kit.theme, ask, this);
    dialog->perform(
        [this, dialog, id, status, isAdmin](const QString &words) {
            AdvanceOrder wish{.status = status};
            if (!words.isEmpty())
                (isAdmin ? wish.reason : wish.carrier) = words;
            return proved(m_kit, dialog, [this, wish, id] { return m_kit.api.call(api::advanceOrder, wish, id); });
        },
        [this](const Order &order) { take(order); });
}

void OrderPanel::send(const AdvanceOrder &wish)
{
    m_trouble->clear();
    const Id<Order> id = m_order->id;
    m_moving = id;
    checkActions();
    whenDone(this, m_kit.api.call(api::advanceOrder, wish, id),
             [this, id, number = m_order->orderNumber](const Result<Order> &order) {
                 if (m_moving == id)
                     m_moving.reset();
                 checkActions();
                 if (order || m_id == id)
                     take(order);
                 else // another order is on screen by now
                     m_trouble->say(tr("Order %1: %2").arg(number, display::trouble(order.error())), Tone::Danger);
             });
}

void OrderPanel::cancel()
{
    const Id<Order> id = m_order->id;
    const bool isNew = m_kit.me.role == Role::Vendor && m_order->orderStatus == OrderStatus::Placed;
    auto *dialog =
        new AskDialog(m_kit.theme,
                      {.title = isNew ? tr("Reject this order?") : tr("Cancel this order?"),
                       .text = tr("The held money goes back to the buyer. This cannot be undone."),
                       .facts = {{display::label(&OrderCard::orderNumber), m_order->orderNumber},
                                 {display::label(&OrderCard::customerName), m_order->customerName},
                                 {display::label(&OrderCard::totalAmount), display::text(m_order->totalAmount)}},
                       .verb = isNew ? tr("Reject order") : tr("Cancel order"),
                       .look = "dangerFilled",
                       .words = Ask::Words::Lines,
                       .label = tr("Reason (the buyer reads it)"),
                       .lengthMin = 3},
                      this);
    dialog->perform(
        [this, dialog, id](const QString &words) {
            return proved(m_kit, dialog,
                          [this, words, id] { return m_kit.api.call(api::cancelOrder, {.reason = words}, id); });
        },
        [this](const Order &order) { take(order); });
}

void OrderPanel::releaseEscrow()
{
    const Id<Order> id = m_order->id;
    const OrderShares shares = sharesOf(*m_order);
    QList<std::pair<QString, QString>> facts{{display::label(&OrderCard::orderNumber), m_order->orderNumber},
                                             {display::label(&OrderCard::storeName), m_order->storeName}};
    if (shares.refunded != Money{})
        facts += {display::label(&OrderCard::refundedAmount), display::text(shares.refunded)};
    facts += {tr("Vendor receives"), display::text(shares.vendor)};
    facts += {display::label(&Earning::commission), display::text(shares.commission)};
    auto *dialog = new AskDialog(m_kit.theme,
                                 {.title = tr("Release the escrow?"),
                                  .text = tr("The held money is settled with the vendor. This cannot be undone."),
                                  .facts = facts,
                                  .verb = tr("Release %1").arg(display::text(shares.left))},
                                 this);
    dialog->perform(
        [this, dialog, id](const QString &) {
            return proved(m_kit, dialog, [this, id] { return m_kit.api.call(api::releaseEscrow, id); });
        },
        [this](const Order &order) { take(order); });
}

void OrderPanel::take(const Result<Order> &outcome)
{
    if (!outcome) {
        m_trouble->showTrouble(outcome.error());
        return;
    }
    if (m_id == outcome->id)
        show(*outcome);
    m_kit.notices.toast(tr("Order %1: %2").arg(outcome->orderNumber, display::text(outcome->orderStatus)));
    Q_EMIT changed(*outcome);
}

} // namespace kit
