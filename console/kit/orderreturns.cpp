// What OrderPanel does when something of its order goes back, or its sides do not agree.

#include "console/kit/formdialog.h"
#include "console/kit/orderpanel.h"
#include "console/kit/ordershares.h"
#include "console/kit/returnforms.h"

namespace kit {

namespace {

constexpr int disputeHeight = 640, refundHeight = 560;
constexpr int itemsWithoutScrolling = 3;

bool isOver(OrderStatus status)
{
    return status == OrderStatus::Cancelled || status == OrderStatus::Failed || status == OrderStatus::Refunded;
}

} // namespace

void OrderPanel::addReturns(const Order &order)
{
    const auto add = [this](const QString &icon, const QString &text, const char *name, void (OrderPanel::*act)()) {
        auto *button = new Button(m_kit.theme, icon, "", this);
        button->say(text);
        button->setObjectName(QString::fromLatin1(name));
        connect(button, &QPushButton::clicked, this, act);
        m_actions->addWidget(button);
    };
    const bool isCash = order.paymentMethod == PaymentMethodKind::Cod; // of which the market has nothing to give back
    const bool isDue = isCash && order.paymentStatus == PaymentStatus::Pending;
    if (isOver(order.orderStatus) || (order.paymentStatus != PaymentStatus::Paid && !isDue))
        return;
    const bool isDisputed = order.contestedAt.has_value();
    const bool mayGiveBack = order.orderStatus != OrderStatus::Placed && !isDisputed;
    if (mayGiveBack && !isCash)
        add(QStringLiteral("undo-2"), tr("Refund…"), "refund", &OrderPanel::refund);
    if (mayGiveBack && m_kit.me.role == Role::Vendor)
        add(QStringLiteral("triangle-alert"), tr("Dispute…"), "dispute", &OrderPanel::dispute);
    if (isDisputed)
        add(QStringLiteral("triangle-alert"), tr("Show the dispute"), "show_dispute", &OrderPanel::showDispute);
}

// Why the server offers no end of it.
void OrderPanel::sayContest(const Order &order)
{
    if (order.contestedAt)
        m_contest->say(
            tr("This order is disputed. Its completion, its cancellation and its money wait for the decision."),
            Tone::Warning);
    else
        m_contest->clear();
}

void OrderPanel::refund()
{
    const Id<Order> id = m_order->id;
    const bool isAdmin = m_kit.me.role == Role::Admin;
    auto *form = new RefundForm(m_kit.theme, *m_order);
    const QString left = display::text(sharesOf(*m_order).left);
    auto *dialog = new FormDialog(
        m_kit.theme,
        {.title = isAdmin ? tr("Grant a refund of order %1").arg(m_order->orderNumber)
                          : tr("Ask for a refund of order %1").arg(m_order->orderNumber),
         .text =
             isAdmin
                 ? tr("Left empty, the amount is all that is left: %1. It still has to be processed.").arg(left)
                 : tr("Left empty, the amount is all that is left: %1. An admin approves and processes it.").arg(left),
         .verb = isAdmin ? tr("Grant refund") : tr("Ask for refund"),
         .height = m_order->lines.size() > itemsWithoutScrolling ? refundHeight : 0},
        form, this);
    dialog->perform(
        *form,
        [this, id, isAdmin](const RequestRefund &wish) {
            return isAdmin ? m_kit.api.call(api::grantRefund, wish, id) : m_kit.api.call(api::requestRefund, wish, id);
        },
        [this](const Refund &refund) {
            m_kit.notices.toast(tr("Refund %1: %2").arg(refund.refundNumber, display::text(refund.status)));
        });
}

void OrderPanel::dispute()
{
    const Id<Order> id = m_order->id;
    auto *form = new DisputeForm(m_kit);
    auto *dialog = new FormDialog(
        m_kit.theme,
        {.title = tr("Dispute order %1").arg(m_order->orderNumber),
         .text =
             tr("The money waits until an admin has heard both sides. The buyer is asked to answer. An amount is what"
                " the buyer is to get of a part back."),
         .verb = tr("Open dispute"),
         .height = disputeHeight},
        form, this);
    dialog->perform(
        *form, [this, id](const OpenDispute &wish) { return m_kit.api.call(api::openDispute, wish, id); },
        [this](const Dispute &opened) {
            m_kit.notices.toast(tr("Dispute %1 is open").arg(opened.disputeNumber));
            reload();
        });
}

void OrderPanel::showDispute()
{
    const bool isAdmin = m_kit.me.role == Role::Admin;
    const ListDisputes query{.limit = 1, .open = true, .order = m_order->id};
    auto answer = isAdmin ? m_kit.api.call(api::listAllDisputes, query) : m_kit.api.call(api::listDisputes, query);
    whenDone(this, std::move(answer), [this, isAdmin](const Result<::Page<Dispute>> &found) {
        if (!found)
            m_trouble->showTrouble(found.error());
        else if (!found->items.isEmpty())
            m_kit.navigator.open(isAdmin ? QStringLiteral("admin.disputes") : QStringLiteral("vendor.disputes"),
                                 found->items.constFirst().id.text());
    });
}

} // namespace kit
