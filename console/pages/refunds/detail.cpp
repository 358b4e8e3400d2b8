#include "console/pages/refunds/detail.h"

#include "console/kit/askdialog.h"
#include "console/kit/display.h"
#include "console/kit/phrases.h"
#include "console/kit/proof.h"
#include "shared/contract/payouts.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace refunds {

using kit::Ask;
using kit::Tone;
using kit::Type;

Detail::Detail(kit::Kit &kit, QWidget *parent)
    : DetailPane(kit, parent)
    , m_warning(new kit::Banner(kit.theme, this))
    , m_number(new kit::Label(kit.theme, Type::Heading2, "", this))
    , m_when(new kit::Label(kit.theme, Type::Small, "text2", this))
    , m_amount(new kit::Label(kit.theme, Type::Figure, "", this))
    , m_text(new kit::Label(kit.theme, Type::Body, "", this))
    , m_linesTitle(new kit::Label(kit.theme, Type::Overline, "text3", this))
    , m_status(new kit::Chip(kit.theme, this))
    , m_facts(newFacts())
    , m_view(new kit::TableView(kit.theme, m_lines, this))
    , m_approve(new kit::Button(kit.theme, QStringLiteral("check"), "primary", this))
    , m_reject(new kit::Button(kit.theme, QStringLiteral("circle-x"), "danger", this))
    , m_process(new kit::Button(kit.theme, QStringLiteral("undo-2"), "primary", this))
    , m_order(new kit::Button(kit.theme, QStringLiteral("shopping-bag"), "", this))
{
    m_lines.show(&RefundLine::title, &RefundLine::amount);
    auto &title = m_lines.column(&RefundLine::title);
    title.heading.stretches = true;
    title.heading.width = 180;
    m_lines.column(&RefundLine::amount).heading.width = 120;
    m_lines.settle();
    m_approve->setObjectName(QStringLiteral("approve"));
    m_reject->setObjectName(QStringLiteral("reject"));
    m_process->setObjectName(QStringLiteral("process"));
    m_order->setObjectName(QStringLiteral("order"));
    put(newHead(m_number, m_when, newStanding(m_amount, m_status)), buildBody(),
        newFoot({m_warning, m_approve, m_process, m_reject, m_order}));
    retranslate();

    connect(m_approve, &QPushButton::clicked, this, &Detail::approve);
    connect(m_reject, &QPushButton::clicked, this, &Detail::reject);
    connect(m_process, &QPushButton::clicked, this, &Detail::process);
    connect(m_order, &QPushButton::clicked, this, [this] {
        m_kit.navigator.open(isForAdmin() ? QStringLiteral("admin.orders") : QStringLiteral("vendor.orders"),
                             shown()->refund.orderId.text());
    });
}

QWidget *Detail::buildBody()
{
    auto *body = new kit::PaneBody(m_kit.theme, this);
    body->add(m_text->wrapping());
    body->add(m_facts);
    body->addLine();
    body->add(m_linesTitle);
    body->addWide(m_view);
    body->end();
    return body;
}

void Detail::retranslate()
{
    m_linesTitle->say(tr("OF THESE ITEMS"));
    m_view->setAccessibleName(tr("Items of which something goes back"));
    m_approve->say(tr("Approve refund…"));
    m_reject->say(kit::phrase::reject());
    m_process->say(tr("Process refund…"));
    m_order->say(tr("Open the order"));
    m_lines.retranslate();
    DetailPane::retranslate();
}

QFuture<Result<RefundDetail>> Detail::fetch(const Id<Refund> &id)
{
    return m_kit.api.call(api::readRefund, id);
}

void Detail::fill(const RefundDetail &detail)
{
    const Refund &refund = detail.refund;
    m_number->say(refund.refundNumber);
    m_when->say(tr("Requested %1").arg(kit::display::text(refund.requestedAt)));
    m_amount->say(kit::display::text(refund.amount));
    m_text->say(refund.text);
    const kit::display::Word status = kit::display::word(refund.status);
    m_status->say(status.text, status.tone, status.icon);
    fillFacts(detail);
    m_lines.setRows(refund.lines);
    m_linesTitle->setVisible(!refund.lines.isEmpty());
    m_view->setVisible(!refund.lines.isEmpty());
    const bool isDisputed = detail.money.escrowStatus == EscrowStatus::Disputed;
    const bool isWaiting = refund.status == RefundStatus::Requested || refund.status == RefundStatus::Approved;
    m_approve->setVisible(isForAdmin() && refund.status == RefundStatus::Requested);
    m_process->setVisible(isForAdmin() && refund.status == RefundStatus::Approved);
    m_process->setEnabled(!isDisputed && !detail.needsAnother && refund.amount <= detail.money.left);
    m_reject->setVisible(isForAdmin() && isWaiting);
    if (isWaiting && isDisputed)
        m_warning->say(tr("The order is disputed; the decision comes first."), Tone::Warning);
    else if (isWaiting && refund.amount > detail.money.left)
        m_warning->say(tr("Only %1 of the order are left.").arg(kit::display::text(detail.money.left)), Tone::Danger);
    else if (isWaiting && detail.needsAnother)
        m_warning->say(tr("You have approved it. A refund of this size is processed by another admin."), Tone::Info);
    else
        m_warning->clear();
}

void Detail::fillFacts(const RefundDetail &detail)
{
    const Refund &refund = detail.refund;
    kit::empty(m_facts);
    addFact(m_facts, kit::display::label(&Refund::reason), kit::display::text(refund.reason), "", Type::BodyStrong);
    addFact(m_facts, kit::display::label(&Refund::orderNumber), refund.orderNumber);
    if (isForAdmin())
        addFact(m_facts, kit::display::label(&Refund::storeName), refund.storeName);
    addFact(m_facts, kit::display::label(&OrderCard::customerName), detail.customerName);
    addFact(m_facts, kit::display::label(&OrderCard::orderStatus), kit::display::text(detail.money.orderStatus));
    addFact(m_facts, tr("Paid"), kit::display::text(detail.money.paid));
    addFact(m_facts, tr("Refunded so far"), kit::display::text(detail.money.refunded));
    if (refund.fromVendor) {
        addFact(m_facts, tr("From the vendor"), kit::display::text(*refund.fromVendor));
        addFact(m_facts, kit::display::label(&Earning::commission), kit::display::text(*refund.fromCommission));
    }
    if (refund.decidedAt)
        addFact(m_facts, tr("Decided"), kit::display::text(*refund.decidedAt));
    if (refund.decidedBy)
        addFact(m_facts, tr("By"), *refund.decidedBy);
    if (refund.refusal)
        addFact(m_facts, tr("Why not"), *refund.refusal, "danger");
}

QList<std::pair<QString, QString>> Detail::facts() const
{
    const Refund &refund = shown()->refund;
    return {{kit::display::label(&Refund::orderNumber), refund.orderNumber},
            {kit::display::label(&OrderCard::customerName), shown()->customerName},
            {kit::display::label(&Refund::amount), kit::display::text(refund.amount)}};
}

void Detail::approve()
{
    auto *dialog = new kit::AskDialog(m_kit.theme,
                                      {.title = tr("Approve this refund?"),
                                       .text = tr("No money moves before it is processed."),
                                       .facts = facts(),
                                       .verb = tr("Approve %1").arg(kit::display::text(shown()->refund.amount))},
                                      this);
    dialog->perform([this, id = shown()->refund.id](
                        const QString &) { return m_kit.api.call(api::decideRefund, {RefundStatus::Approved}, id); },
                    [this](const Refund &changed) { take(changed); });
}

void Detail::process()
{
    const bool isSettled = shown()->money.settledAt.has_value();
    auto *dialog = new kit::AskDialog(
        m_kit.theme,
        {.title = tr("Process this refund?"),
         .text = isSettled ? tr("The buyer's wallet gets the money; vendor and commission give their parts.")
                           : tr("The money is still in escrow; it is left out when the rest is settled."),
         .facts = facts(),
         .verb = tr("Refund %1").arg(kit::display::text(shown()->refund.amount))},
        this);
    dialog->perform(
        [this, dialog, id = shown()->refund.id](const QString &) {
            return kit::proved(m_kit, dialog,
                               [this, id] { return m_kit.api.call(api::decideRefund, {RefundStatus::Processed}, id); });
        },
        [this](const Refund &changed) { take(changed); });
}

void Detail::reject()
{
    auto *dialog = new kit::AskDialog(m_kit.theme,
                                      {.title = tr("Reject this refund?"),
                                       .text = tr("Nothing goes back to the buyer."),
                                       .facts = facts(),
                                       .verb = tr("Reject refund"),
                                       .look = "dangerFilled",
                                       .words = Ask::Words::Lines,
                                       .label = kit::phrase::reasonForVendor(),
                                       .lengthMin = 5},
                                      this);
    dialog->perform(
        [this, id = shown()->refund.id](const QString &words) {
            return m_kit.api.call(api::decideRefund, {RefundStatus::Rejected, words}, id);
        },
        [this](const Refund &changed) { take(changed); });
}

void Detail::take(const Refund &refund)
{
    m_kit.notices.toast(tr("Refund %1: %2").arg(refund.refundNumber, kit::display::text(refund.status)));
    if (id() == refund.id)
        reload();
    Q_EMIT changed(refund);
}

} // namespace refunds
