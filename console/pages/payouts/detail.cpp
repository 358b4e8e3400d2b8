#include "console/pages/payouts/detail.h"

#include "console/kit/display.h"
#include "console/kit/phrases.h"
#include "console/kit/proof.h"
#include "shared/contract/kyc.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace payouts {

using kit::Cell;
using kit::Tone;
using kit::Type;

Detail::Detail(kit::Kit &kit, QWidget *parent)
    : DetailPane(kit, parent)
    , m_sum(new kit::Banner(kit.theme, this))
    , m_number(new kit::Label(kit.theme, Type::Heading2, "", this))
    , m_when(new kit::Label(kit.theme, Type::Small, "text2", this))
    , m_amount(new kit::Label(kit.theme, Type::Figure, "", this))
    , m_bankTitle(new kit::Label(kit.theme, Type::Overline, "text3", this))
    , m_ordersTitle(new kit::Label(kit.theme, Type::Overline, "text3", this))
    , m_status(new kit::Chip(kit.theme, this))
    , m_first(new kit::Chip(kit.theme, this))
    , m_own(new kit::Label(kit.theme, Type::Small, "text2", this))
    , m_facts(newFacts())
    , m_view(new kit::TableView(kit.theme, m_orders, this))
    , m_approve(new kit::Button(kit.theme, QStringLiteral("check"), "primary", this))
    , m_note(new kit::Button(kit.theme, QStringLiteral("pencil"), "primary", this))
    , m_reject(new kit::Button(kit.theme, QStringLiteral("circle-x"), "danger", this))
    , m_paid(new kit::Button(kit.theme, QStringLiteral("landmark"), "primary", this))
    , m_returned(new kit::Button(kit.theme, QStringLiteral("undo-2"), "danger", this))
    , m_ask(new kit::Button(kit.theme, QStringLiteral("refresh-cw"), "", this))
{
    m_orders.show(&Earning::orderNumber, &Earning::net);
    auto &number = m_orders.column(&Earning::orderNumber);
    number.heading.stretches = true;
    number.heading.width = 200;
    // A column of its own would cut the numbers, which differ only in their ends.
    number.cell = [](const Earning &earning) {
        return Cell{.text = earning.orderNumber,
                    .second = QStringLiteral("%1 %2").arg(kit::display::label(&Earning::commission),
                                                          kit::display::text(earning.commission))};
    };
    m_orders.column(&Earning::net).heading.width = 120;
    m_orders.settle();
    m_approve->setObjectName(QStringLiteral("approve"));
    m_note->setObjectName(QStringLiteral("noteHolder"));
    m_reject->setObjectName(QStringLiteral("reject"));
    m_paid->setObjectName(QStringLiteral("paid"));
    m_returned->setObjectName(QStringLiteral("returned"));
    m_ask->setObjectName(QStringLiteral("ask"));
    m_first->setObjectName(QStringLiteral("firstApproval"));
    put(newHead(m_number, m_when, newStanding(m_amount, m_status, {m_first})), buildBody(),
        newFoot({m_sum, m_own->wrapping(), m_approve, m_note, m_paid, m_returned, m_ask, m_reject}));
    retranslate();

    connect(m_approve, &QPushButton::clicked, this, &Detail::approve);
    connect(m_note, &QPushButton::clicked, this, &Detail::noteHolder);
    connect(m_reject, &QPushButton::clicked, this, &Detail::reject);
    connect(m_paid, &QPushButton::clicked, this, &Detail::enterReference);
    connect(m_returned, &QPushButton::clicked, this, &Detail::enterReturn);
    connect(m_ask, &QPushButton::clicked, this, &Detail::endTransfer);
}

QWidget *Detail::buildBody()
{
    auto *body = new kit::PaneBody(m_kit.theme, this);
    body->add(m_bankTitle);
    body->add(m_facts);
    body->addLine();
    body->add(m_ordersTitle);
    body->addWide(m_view);
    return body;
}

void Detail::retranslate()
{
    m_bankTitle->say(tr("GOES TO"));
    m_ordersTitle->say(tr("ORDERS IN IT"));
    m_view->setAccessibleName(tr("Orders in this payout"));
    m_own->say(tr("The first approval is yours. The second one has to be another admin's."));
    m_approve->say(tr("Approve payout…"));
    m_note->say(tr("Note the holder…"));
    m_reject->say(kit::phrase::reject());
    m_paid->say(tr("Enter bank reference…"));
    m_returned->say(tr("The bank returned it…"));
    m_ask->say(tr("Ask the provider…"));
    m_orders.retranslate();
    DetailPane::retranslate();
}

QFuture<Result<PayoutDetail>> Detail::fetch(const Id<Payout> &id)
{
    return m_kit.api.call(api::readPayout, id);
}

void Detail::fill(const PayoutDetail &detail)
{
    const Payout &payout = detail.payout;
    m_number->say(payout.payoutNumber);
    m_when->say(tr("Requested %1").arg(kit::display::text(payout.requestedAt)));
    m_amount->say(kit::display::text(payout.amount));
    const kit::display::Word status = kit::display::word(payout.status);
    m_status->say(status.text, status.tone, status.icon);
    fillFacts(payout);
    fillHolder(detail);
    m_orders.setRows(detail.earnings);
    checkSum(detail);
    m_approve->setVisible(payout.status == PayoutStatus::Requested);
    // The account may have become another one's after the approval; the transfer waits for the note then.
    m_note->setVisible(payout.status == PayoutStatus::Approved && isUnexplained(detail));
    // What stands in a bank file may be on its way.
    m_reject->setVisible(!payout.batchNumber &&
                         (payout.status == PayoutStatus::Requested || payout.status == PayoutStatus::Approved));
    m_paid->setVisible(payout.status == PayoutStatus::Approved);
    m_returned->setVisible(payout.status == PayoutStatus::Processed);
    m_ask->hide();
    showFirstApproval(payout);
    askTransfer(payout);
}

// Whether it goes through a provider instead of the bank.
void Detail::askTransfer(const Payout &payout)
{
    if (payout.status == PayoutStatus::Requested)
        return;
    kit::whenDone(this, m_kit.api.call(api::listPayoutTransfers, payout.id),
                  [this, id = payout.id](const Result<QList<PayoutTransfer>> &transfers) {
                      if (transfers && !transfers->isEmpty() && shown() && shown()->payout.id == id)
                          showTransfer(transfers->constFirst());
                  });
}

// What is on its way there ends as the provider says.
void Detail::showTransfer(const PayoutTransfer &transfer)
{
    const kit::display::Word word = kit::display::word(transfer.status);
    QString said = word.text;
    if (transfer.problem)
        said += QStringLiteral(" · ") + *transfer.problem;
    addFact(m_facts, kit::display::text(transfer.provider), said, word.tone == Tone::Danger ? "danger" : "",
            Type::BodyStrong);
    const bool isUnderWay = transfer.status == TransferStatus::Wanted || transfer.status == TransferStatus::Sending;
    const bool isLate = transfer.status == TransferStatus::Cancelled && transfer.transferRef;
    m_ask->setVisible(isUnderWay || isLate || transfer.status == TransferStatus::Paid);
    if (isUnderWay)
        m_paid->hide();
    if (transfer.status == TransferStatus::Paid)
        m_returned->hide();
    if (transfer.status == TransferStatus::Sending)
        m_reject->hide();
    if (transfer.status != TransferStatus::Wanted)
        m_note->hide(); // nothing waits for it any more
}

void Detail::showFirstApproval(const Payout &payout)
{
    const bool isHalf = payout.status == PayoutStatus::Requested && payout.firstApprovedBy;
    m_first->setVisible(isHalf);
    // Money takes two people; this one has said yes already.
    const bool isOwn = isHalf && payout.firstApprovedById && payout.firstApprovedById->text() == m_kit.me.id;
    m_own->setVisible(isOwn);
    if (isOwn)
        m_approve->setEnabled(false);
    if (isHalf)
        m_first->say(tr("1 of 2 approvals"), Tone::Warning, QStringLiteral("users"));
}

void Detail::fillFacts(const Payout &payout)
{
    kit::empty(m_facts);
    addFact(m_facts, kit::display::label(&Payout::storeName), payout.storeName, "", Type::BodyStrong);
    addFact(m_facts, kit::display::label(&Payout::provider), kit::display::text(payout.provider), "", Type::BodyStrong);
    addFact(m_facts, kit::display::label(&SubmitKyc::bankAccountHolder), payout.bankAccountHolder);
    addFact(m_facts, kit::display::label(&Payout::bankAccountMasked), payout.bankAccountMasked);
    addFact(m_facts, kit::display::label(&Payout::bankIfsc), payout.bankIfsc);
    if (payout.corrections != Money{})
        addFact(m_facts, kit::display::label(&Payout::corrections), kit::display::text(payout.corrections));
    if (payout.withheld != Money{})
        addFact(m_facts, kit::display::label(&Payout::withheld), kit::display::text(payout.withheld));
    if (payout.firstApprovedBy)
        addFact(m_facts, kit::display::label(&Payout::firstApprovedBy), *payout.firstApprovedBy);
    if (payout.batchNumber)
        addFact(m_facts, kit::display::label(&Payout::batchNumber), *payout.batchNumber);
    if (payout.transactionReference)
        addFact(m_facts, kit::display::label(&ProcessPayout::transactionReference), *payout.transactionReference, "",
                Type::BodyStrong);
    if (payout.processedAt)
        addFact(m_facts, tr("Decided"), kit::display::text(*payout.processedAt));
    if (payout.processedBy)
        addFact(m_facts, tr("By"), *payout.processedBy);
    if (payout.returnedAt)
        addFact(m_facts, kit::display::text(PayoutFailure::Returned), kit::display::text(*payout.returnedAt), "danger");
    if (payout.failureReason)
        addFact(m_facts, kit::display::label(&Payout::failureReason), *payout.failureReason, "danger");
}

// Whose account the provider pays; of another name than the papers it takes a note.
void Detail::fillHolder(const PayoutDetail &detail)
{
    if (detail.providerHolder)
        addFact(m_facts, kit::display::label(&PayoutDetail::providerHolder), *detail.providerHolder,
                detail.isHolderKnown ? "" : "danger", Type::BodyStrong);
    if (detail.holderNote)
        addFact(m_facts, kit::display::label(&PayoutDetail::holderNote), *detail.holderNote);
}

// A payout whose orders do not add up to its amount must never be paid without looking.
void Detail::checkSum(const PayoutDetail &detail)
{
    Money sum = detail.payout.corrections - detail.payout.withheld;
    for (const Earning &earning : detail.earnings)
        sum = sum + earning.net;
    const bool isWhole = sum == detail.payout.amount;
    const bool isReleased = detail.payout.status == PayoutStatus::Failed; // its orders went back to the balance
    m_approve->setEnabled(isWhole);
    m_paid->setEnabled(isWhole);
    if (isReleased)
        m_sum->clear();
    else if (isWhole)
        m_sum->say(
            detail.payout.withheld != Money{} ? tr("%Ln order(s), less tax and corrections, add up to the amount.",
                                                   nullptr, int(detail.earnings.size()))
            : detail.payout.corrections == Money{}
                ? tr("%Ln order(s) add up to the amount.", nullptr, int(detail.earnings.size()))
                : tr("%Ln order(s) and the corrections add up to the amount.", nullptr, int(detail.earnings.size())),
            Tone::Success);
    else
        m_sum->say(tr("The orders add up to %1, not to the amount.").arg(kit::display::text(sum)), Tone::Danger);
}

} // namespace payouts
