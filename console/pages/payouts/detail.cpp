#include "console/pages/payouts/detail.h"

#include "console/kit/askdialog.h"
#include "console/kit/display.h"
#include "console/kit/phrases.h"
#include "shared/contract/kyc.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace payouts {

using kit::Ask;
using kit::Cell;
using kit::Tone;
using kit::Type;

namespace {

constexpr int margin = 16;

} // namespace

Detail::Detail(kit::Kit &kit, QWidget *parent)
    : QWidget(parent)
    , m_kit(kit)
    , m_stack(new QStackedWidget(this))
    , m_state(new kit::PageState(kit.theme, this))
    , m_trouble(new kit::Banner(kit.theme, this))
    , m_sum(new kit::Banner(kit.theme, this))
    , m_number(new kit::Label(kit.theme, Type::Heading2, "", this))
    , m_when(new kit::Label(kit.theme, Type::Small, "text2", this))
    , m_amount(new kit::Label(kit.theme, Type::Figure, "", this))
    , m_bankTitle(new kit::Label(kit.theme, Type::Overline, "text3", this))
    , m_ordersTitle(new kit::Label(kit.theme, Type::Overline, "text3", this))
    , m_status(new kit::Chip(kit.theme, this))
    , m_close(new kit::IconButton(kit.theme, QStringLiteral("x"), this))
    , m_facts(new QGridLayout)
    , m_view(new kit::TableView(kit.theme, m_orders, this))
    , m_approve(new kit::Button(kit.theme, QStringLiteral("check"), "primary", this))
    , m_reject(new kit::Button(kit.theme, QStringLiteral("circle-x"), "danger", this))
    , m_paid(new kit::Button(kit.theme, QStringLiteral("landmark"), "primary", this))
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
    m_reject->setObjectName(QStringLiteral("reject"));
    m_paid->setObjectName(QStringLiteral("paid"));
    build();
    retranslate();

    connect(m_close, &QToolButton::clicked, this, &Detail::closed);
    connect(m_state, &kit::PageState::acted, this, &Detail::reload);
    connect(m_trouble, &kit::Banner::acted, this, &Detail::reload);
    connect(m_approve, &QPushButton::clicked, this, &Detail::approve);
    connect(m_reject, &QPushButton::clicked, this, &Detail::reject);
    connect(m_paid, &QPushButton::clicked, this, &Detail::enterReference);
}

QWidget *Detail::buildHead()
{
    const kit::Theme &theme = m_kit.theme;
    auto *head = new QWidget(this);
    auto *words = kit::column(2);
    words->addWidget(m_number);
    words->addWidget(m_when);
    auto *top = kit::row(8);
    top->addLayout(words, 1);
    top->addWidget(m_close, 0, Qt::AlignTop);
    auto *sum = kit::row(10);
    sum->addWidget(m_amount);
    sum->addStretch(1);
    sum->addWidget(m_status);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(theme.px(margin), theme.px(margin), theme.px(margin), theme.px(12));
    layout->setSpacing(theme.px(10));
    layout->addLayout(top);
    layout->addLayout(sum);
    layout->addWidget(m_trouble);
    layout->addWidget(kit::line(head));
    layout->addWidget(m_bankTitle);
    m_facts->setVerticalSpacing(theme.px(8));
    m_facts->setColumnStretch(1, 1);
    layout->addLayout(m_facts);
    layout->addWidget(kit::line(head));
    layout->addWidget(m_ordersTitle);
    return head;
}

void Detail::build()
{
    const kit::Theme &theme = m_kit.theme;
    auto *page = new QWidget(this);
    auto *foot = new QWidget(page);
    auto *footLayout = new QVBoxLayout(foot);
    footLayout->setContentsMargins(theme.px(margin), theme.px(10), theme.px(margin), theme.px(margin));
    footLayout->setSpacing(theme.px(8));
    for (QWidget *part : {static_cast<QWidget *>(m_sum), static_cast<QWidget *>(m_approve),
                          static_cast<QWidget *>(m_paid), static_cast<QWidget *>(m_reject)})
        footLayout->addWidget(part);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHead());
    layout->addWidget(m_view, 1);
    layout->addWidget(foot);
    m_stack->addWidget(m_state);
    m_stack->addWidget(page);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_stack);
}

void Detail::retranslate()
{
    m_bankTitle->say(tr("GOES TO"));
    m_ordersTitle->say(tr("ORDERS IN IT"));
    m_close->say(kit::phrase::closeDetails());
    m_view->setAccessibleName(tr("Orders in this payout"));
    m_approve->say(tr("Approve payout…"));
    m_reject->say(kit::phrase::reject());
    m_paid->say(tr("Enter bank reference…"));
    m_orders.retranslate();
    if (m_shown)
        show(PayoutDetail(*m_shown));
}

void Detail::open(const Id<Payout> &id)
{
    const bool isSame = m_id == id;
    m_id = id;
    m_trouble->clear();
    if (!isSame) {
        m_shown.reset();
        m_state->showLoading();
        m_stack->setCurrentWidget(m_state);
    }
    reload();
}

void Detail::reload()
{
    if (!m_id)
        return;
    const Id<Payout> asked = *m_id;
    kit::whenDone(this, m_kit.api.call(api::readPayout, asked), [this, asked](const Result<PayoutDetail> &detail) {
        if (m_id != asked)
            return;
        if (detail)
            show(*detail);
        else if (m_shown)
            m_trouble->showTrouble(detail.error());
        else
            m_state->showTrouble(detail.error());
    });
}

void Detail::show(const PayoutDetail &detail)
{
    m_shown = detail;
    m_trouble->clear(); // only a fetch that failed speaks here
    const Payout &payout = detail.payout;
    m_number->say(payout.payoutNumber);
    m_when->say(tr("Requested %1").arg(kit::display::text(payout.requestedAt)));
    m_amount->say(kit::display::text(payout.amount));
    const kit::display::Word status = kit::display::word(payout.status);
    m_status->say(status.text, status.tone, status.icon);
    fillFacts(payout);
    m_orders.setRows(detail.earnings);
    checkSum(detail);
    m_approve->setVisible(payout.status == PayoutStatus::Requested);
    m_reject->setVisible(payout.status == PayoutStatus::Requested || payout.status == PayoutStatus::Approved);
    m_paid->setVisible(payout.status == PayoutStatus::Approved);
    m_stack->setCurrentIndex(1);
}

void Detail::fillFacts(const Payout &payout)
{
    kit::empty(m_facts);
    addFact(kit::display::label(&Payout::storeName), payout.storeName, Type::BodyStrong);
    addFact(kit::display::label(&SubmitKyc::bankAccountHolder), payout.bankAccountHolder);
    addFact(kit::display::label(&Payout::bankAccountMasked), payout.bankAccountMasked);
    addFact(kit::display::label(&Payout::bankIfsc), payout.bankIfsc);
    if (payout.transactionReference)
        addFact(kit::display::label(&ProcessPayout::transactionReference), *payout.transactionReference,
                Type::BodyStrong);
    if (payout.processedAt)
        addFact(tr("Decided"), kit::display::text(*payout.processedAt));
    if (payout.processedBy)
        addFact(tr("By"), *payout.processedBy);
    if (payout.failureReason)
        addFact(kit::display::label(&Payout::failureReason), *payout.failureReason, Type::Body, "danger");
}

void Detail::addFact(const QString &name, const QString &value, Type type, const char *ink)
{
    const int row = m_facts->count() / 2;
    auto *left = new kit::Label(m_kit.theme, Type::Body, "text2", this);
    left->say(name);
    auto *right = new kit::Label(m_kit.theme, type, ink, this);
    right->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    right->wrapping()->say(value);
    m_facts->addWidget(left, row, 0, Qt::AlignTop);
    m_facts->addWidget(right, row, 1);
}

// A payout whose orders do not add up to its amount must never be paid without looking.
void Detail::checkSum(const PayoutDetail &detail)
{
    Money sum;
    for (const Earning &earning : detail.earnings)
        sum = sum + earning.net;
    const bool isWhole = sum == detail.payout.amount;
    const bool isReleased = detail.payout.status == PayoutStatus::Failed; // its orders went back to the balance
    m_approve->setEnabled(isWhole);
    m_paid->setEnabled(isWhole);
    if (isReleased)
        m_sum->clear();
    else if (isWhole)
        m_sum->say(tr("%Ln order(s) add up to the amount.", nullptr, int(detail.earnings.size())), Tone::Success);
    else
        m_sum->say(tr("The orders add up to %1, not to the amount.").arg(kit::display::text(sum)), Tone::Danger);
}

QList<std::pair<QString, QString>> Detail::facts() const
{
    const Payout &payout = m_shown->payout;
    return {{kit::display::label(&Payout::storeName), payout.storeName},
            {kit::display::label(&Payout::amount), kit::display::text(payout.amount)},
            {kit::display::label(&Payout::bankAccountMasked),
             payout.bankAccountMasked + QStringLiteral(" · ") + payout.bankIfsc}};
}

void Detail::approve()
{
    const Payout payout = m_shown->payout;
    auto *dialog = new kit::AskDialog(m_kit.theme,
                                      {.title = tr("Approve this payout?"),
                                       .text = tr("After the approval the money is to be sent at the bank."),
                                       .facts = facts(),
                                       .verb = tr("Approve %1").arg(kit::display::text(payout.amount))},
                                      this);
    dialog->perform([this, id = payout.id](const QString &) { return m_kit.api.call(api::approvePayout, id); },
                    [this](const Payout &changed) { take(changed); });
}

void Detail::reject()
{
    auto *dialog = new kit::AskDialog(m_kit.theme,
                                      {.title = tr("Reject this payout?"),
                                       .text = tr("The orders in it return to the vendor's balance."),
                                       .facts = facts(),
                                       .verb = tr("Reject payout"),
                                       .look = "dangerFilled",
                                       .words = Ask::Words::Lines,
                                       .label = kit::phrase::reasonForVendor(),
                                       .lengthMin = 5},
                                      this);
    dialog->perform([this, id = m_shown->payout.id](
                        const QString &words) { return m_kit.api.call(api::rejectPayout, {.reason = words}, id); },
                    [this](const Payout &changed) { take(changed); });
}

void Detail::enterReference()
{
    auto *dialog = new kit::AskDialog(m_kit.theme,
                                      {.title = tr("Mark as paid"),
                                       .text = tr("Enter the reference that the bank gave for the transfer."),
                                       .facts = facts(),
                                       .verb = tr("Mark paid"),
                                       .words = Ask::Words::Line,
                                       .label = tr("Bank reference (UTR)"),
                                       .lengthMin = 4,
                                       .lengthMax = 100,
                                       .pattern = "[A-Za-z0-9/_-]+"},
                                      this);
    dialog->perform(
        [this, id = m_shown->payout.id](const QString &words) {
            return m_kit.api.call(api::processPayout, {.transactionReference = words}, id);
        },
        [this](const Payout &changed) { take(changed); });
}

void Detail::take(const Payout &payout)
{
    m_kit.notices.toast(tr("Payout %1: %2").arg(payout.payoutNumber, kit::display::text(payout.status)));
    if (m_shown && m_shown->payout.id == payout.id)
        reload();
    Q_EMIT changed(payout);
}

} // namespace payouts
