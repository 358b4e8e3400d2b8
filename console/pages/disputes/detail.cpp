#include "console/pages/disputes/detail.h"

#include "console/kit/askdialog.h"
#include "console/kit/display.h"
#include "console/kit/weightickets.h"
#include "console/pages/disputes/answerdialog.h"
#include "console/pages/disputes/decidedialog.h"
#include "console/pages/disputes/due.h"
#include "console/pages/disputes/sidesdialog.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace disputes {

using kit::Tone;
using kit::Type;

Detail::Detail(kit::Kit &kit, QWidget *parent)
    : DetailPane(kit, parent)
    , m_hint(new kit::Banner(kit.theme, this))
    , m_number(new kit::Label(kit.theme, Type::Heading2, "", this))
    , m_when(new kit::Label(kit.theme, Type::Small, "text2", this))
    , m_amount(new kit::Label(kit.theme, Type::Figure, "", this))
    , m_saidTitle(new kit::Label(kit.theme, Type::Overline, "text3", this))
    , m_status(new kit::Chip(kit.theme, this))
    , m_due(new kit::Chip(kit.theme, this))
    , m_facts(newFacts())
    , m_said(kit::column(12))
    , m_weights(new kit::WeighTickets(kit, this))
    , m_compare(new kit::Button(kit.theme, QStringLiteral("table-2"), "", this))
    , m_state(new kit::Button(kit.theme, QStringLiteral("message-square"), "", this))
    , m_decide(new kit::Button(kit.theme, QStringLiteral("check-check"), "primary", this))
    , m_withdraw(new kit::Button(kit.theme, QStringLiteral("undo-2"), "danger", this))
    , m_order(new kit::Button(kit.theme, QStringLiteral("shopping-bag"), "", this))
{
    m_compare->setObjectName(QStringLiteral("compare"));
    m_state->setObjectName(QStringLiteral("state"));
    m_decide->setObjectName(QStringLiteral("decide"));
    m_withdraw->setObjectName(QStringLiteral("withdraw"));
    m_order->setObjectName(QStringLiteral("order"));
    put(newHead(m_number, m_when, newStanding(m_amount, m_status, {m_due})), buildBody(),
        newFoot({m_hint, m_decide, m_compare, m_state, m_withdraw, m_order}));
    retranslate();

    connect(m_compare, &QPushButton::clicked, this, &Detail::compare);
    connect(m_state, &QPushButton::clicked, this, &Detail::state);
    connect(m_decide, &QPushButton::clicked, this, &Detail::decide);
    connect(m_withdraw, &QPushButton::clicked, this, &Detail::withdraw);
    connect(m_order, &QPushButton::clicked, this, [this] {
        m_kit.navigator.open(isForAdmin() ? QStringLiteral("admin.orders") : QStringLiteral("vendor.orders"),
                             shown()->dispute.orderId.text());
    });
}

QWidget *Detail::buildBody()
{
    auto *body = new kit::PaneBody(m_kit.theme, this);
    body->add(m_facts);
    body->addLine();
    body->add(m_saidTitle);
    body->add(m_said);
    body->add(m_weights);
    body->end();
    return body;
}

void Detail::retranslate()
{
    m_saidTitle->say(tr("WHAT THEY SAY"));
    m_compare->say(tr("Both sides beside each other…"));
    m_decide->say(tr("Decide…"));
    m_withdraw->say(tr("Take back…"));
    m_order->say(tr("Open the order"));
    m_weights->retranslate();
    DetailPane::retranslate();
}

QFuture<Result<DisputeDetail>> Detail::fetch(const Id<Dispute> &id)
{
    return m_kit.api.call(api::readDispute, id);
}

void Detail::fill(const DisputeDetail &detail)
{
    const Dispute &dispute = detail.dispute;
    m_number->say(dispute.disputeNumber);
    m_when->say(tr("Opened %1").arg(kit::display::text(dispute.openedAt)));
    m_amount->say(kit::display::text(dispute.atStake));
    const kit::display::Word status = kit::display::word(dispute.status);
    m_status->say(status.text, status.tone, status.icon);
    const kit::display::Word due = dueWord(dispute.answerDueAt, m_kit.clock.now());
    m_due->say(due.text, due.tone);
    m_due->setVisible(dispute.status == DisputeStatus::Open);
    fillFacts(detail);
    fillSaid(detail);
    fillHint(detail);
    const bool isAsked = dispute.status == DisputeStatus::Open && dispute.openedBy != Actor::Vendor && !isForAdmin();
    m_state->say(isAsked ? tr("Answer…") : tr("Add something…"));
    m_state->setVisible(detail.mayState);
    m_withdraw->setVisible(detail.mayWithdraw);
    m_decide->setVisible(isForAdmin() && detail.mayState);
    m_decide->setEnabled(detail.mayDecide);
}

// The scale is heard as well when it is about the weight.
void Detail::follow()
{
    const Dispute &dispute = shown()->dispute;
    if (dispute.kind == DisputeKind::Weight || dispute.weighTicketId)
        m_weights->open(dispute.orderId, dispute.weighTicketId);
    else
        m_weights->forget();
}

void Detail::forget()
{
    m_weights->forget();
}

void Detail::fillFacts(const DisputeDetail &detail)
{
    const Dispute &dispute = detail.dispute;
    kit::empty(m_facts);
    addFact(m_facts, kit::display::label(&Dispute::kind), kit::display::text(dispute.kind), "", Type::BodyStrong);
    addFact(m_facts, kit::display::label(&Dispute::openedBy), kit::display::text(dispute.openedBy));
    addFact(m_facts, tr("Wanted"),
            dispute.wishedAmount ? QStringLiteral("%1 · %2").arg(kit::display::text(dispute.wish),
                                                                 kit::display::text(*dispute.wishedAmount))
                                 : kit::display::text(dispute.wish));
    addFact(m_facts, kit::display::label(&Dispute::orderNumber), dispute.orderNumber);
    if (isForAdmin())
        addFact(m_facts, kit::display::label(&Dispute::storeName), dispute.storeName);
    addFact(m_facts, kit::display::label(&OrderCard::customerName), detail.customerName);
    addFact(m_facts, kit::display::label(&OrderCard::orderStatus), kit::display::text(detail.money.orderStatus));
    if (detail.money.escrowStatus)
        addFact(m_facts, kit::display::label(&OrderCard::escrowStatus), kit::display::text(*detail.money.escrowStatus));
    addFact(m_facts, tr("Paid"), kit::display::text(detail.money.paid));
    if (detail.money.refunded.minor != 0)
        addFact(m_facts, tr("Refunded so far"), kit::display::text(detail.money.refunded));
    if (dispute.toBuyer) {
        addFact(m_facts, kit::display::label(&DecideDispute::toBuyer), kit::display::text(*dispute.toBuyer), "",
                Type::BodyStrong);
        addFact(m_facts, kit::display::label(&DecideDispute::toVendor), kit::display::text(*dispute.toVendor), "",
                Type::BodyStrong);
    }
    if (dispute.resolution)
        addFact(m_facts, kit::display::label(&DecideDispute::resolution), *dispute.resolution);
    if (dispute.decidedBy)
        addFact(m_facts, tr("By"), *dispute.decidedBy);
}

void Detail::fillSaid(const DisputeDetail &detail)
{
    kit::empty(m_said);
    for (const DisputeStatement &said : detail.statements) {
        auto *who = new kit::Label(m_kit.theme, Type::Caption, "text2", this);
        who->eliding()->say(said.authorName + QStringLiteral(" · ") + kit::display::text(said.at));
        auto *words = new kit::Label(m_kit.theme, Type::Body, "", this);
        words->wrapping()->say(said.text);
        auto *box = kit::column(3);
        box->addWidget(who);
        box->addWidget(words);
        if (!said.files.isEmpty()) {
            auto *files = new kit::Label(m_kit.theme, Type::Small, "text3", this);
            files->say(tr("%Ln file(s)", nullptr, int(said.files.size())));
            box->addWidget(files);
        }
        m_said->addLayout(box);
    }
}

void Detail::fillHint(const DisputeDetail &detail)
{
    const Dispute &dispute = detail.dispute;
    if (dispute.status != DisputeStatus::Open)
        m_hint->clear();
    else if (isForAdmin() && !detail.mayDecide)
        m_hint->say(tr("The other side has until %1 to answer.").arg(kit::display::text(dispute.answerDueAt)),
                    Tone::Info);
    else if (isForAdmin())
        m_hint->say(tr("The other side did not answer in time. You may decide without it."), Tone::Warning);
    else if (dispute.openedBy != Actor::Vendor)
        m_hint->say(tr("Answer until %1. After that it may be decided without you.")
                        .arg(kit::display::text(dispute.answerDueAt)),
                    Tone::Warning);
    else
        m_hint->clear();
}

void Detail::compare()
{
    auto *dialog = new SidesDialog(m_kit, *shown(), this);
    dialog->open();
}

void Detail::state()
{
    auto *dialog = new AnswerDialog(m_kit, shown()->dispute, this);
    connect(dialog, &AnswerDialog::stated, this, [this](const DisputeDetail &detail) {
        renew(detail.dispute.id, detail);
        Q_EMIT changed(detail.dispute);
    });
    dialog->open();
}

void Detail::decide()
{
    auto *dialog = new DecideDialog(m_kit, *shown(), this);
    connect(dialog, &DecideDialog::decided, this, &Detail::take);
    dialog->open();
}

void Detail::withdraw()
{
    auto *dialog =
        new kit::AskDialog(m_kit.theme,
                           {.title = tr("Take this dispute back?"),
                            .text = tr("The order goes on as before. Its money is no longer frozen."),
                            .facts = {{kit::display::label(&Dispute::orderNumber), shown()->dispute.orderNumber}},
                            .verb = tr("Take it back")},
                           this);
    dialog->perform(
        [this, id = shown()->dispute.id](const QString &) { return m_kit.api.call(api::withdrawDispute, id); },
        [this](const Dispute &changed) { take(changed); });
}

void Detail::take(const Dispute &dispute)
{
    m_kit.notices.toast(tr("Dispute %1: %2").arg(dispute.disputeNumber, kit::display::text(dispute.status)));
    if (id() == dispute.id)
        reload();
    Q_EMIT changed(dispute);
}

} // namespace disputes
