#include "console/pages/tax/dues.h"

#include "console/kit/askdialog.h"
#include "console/kit/display.h"
#include "console/kit/formdialog.h"
#include "console/kit/proof.h"

#include <QHBoxLayout>

namespace tax {

namespace {

// A list that comes whole, as the one page of a table.
Result<::Page<TaxDue>> wholePage(const Result<QList<TaxDue>> &dues)
{
    if (!dues)
        return tl::unexpected(dues.error());
    return ::Page<TaxDue>{.items = *dues, .total = dues->size()};
}

} // namespace

Dues::Dues(kit::Kit &kit, QWidget *parent)
    : QWidget(parent)
    , m_kit(kit)
    , m_duesCard(new kit::ListCard(kit.theme, m_dues, this))
    , m_depositsCard(new kit::ListCard(kit.theme, m_deposits, this))
    , m_pay(new kit::Button(kit.theme, QStringLiteral("landmark"), "primary", this))
    , m_takeBack(new kit::Button(kit.theme, QStringLiteral("undo-2"), "ghost", this))
{
    m_duesCard->view()->setObjectName(QStringLiteral("dues"));
    m_depositsCard->view()->setObjectName(QStringLiteral("deposits"));
    m_pay->setObjectName(QStringLiteral("pay"));
    m_takeBack->setObjectName(QStringLiteral("takeBack"));
    m_dues.show(&TaxDue::head, &TaxDue::due, &TaxDue::deposited);
    m_dues.column(&TaxDue::head).heading.width = 220;
    m_dues.column(&TaxDue::head).heading.stretches = true;
    m_dues.settle();
    m_dues.from([this](const std::optional<QString> &) { return m_kit.api.call(api::listTaxDues).then(wholePage); });
    m_deposits.show(&TaxDeposit::challan, &TaxDeposit::head, &TaxDeposit::month, &TaxDeposit::paidAt,
                    &TaxDeposit::paidBy, &TaxDeposit::amount);
    auto &challan = m_deposits.column(&TaxDeposit::challan);
    challan.heading.width = 180;
    challan.heading.stretches = true;
    challan.cell = [](const TaxDeposit &deposit) {
        return kit::Cell{.text = deposit.challan,
                         .second =
                             deposit.reversalReason ? tr("Taken back: %1").arg(*deposit.reversalReason) : QString()};
    };
    m_deposits.column(&TaxDeposit::paidBy).heading.priority = 2;
    m_deposits.settle();
    m_deposits.from([this](const std::optional<QString> &cursor) {
        return m_kit.api.call(api::listTaxDeposits, ListTaxDeposits{.limit = 50, .cursor = cursor});
    });
    build();
    connect(m_pay, &QPushButton::clicked, this, &Dues::ask);
    connect(m_takeBack, &QPushButton::clicked, this, &Dues::takeBack);
    connect(m_depositsCard->view(), &kit::TableView::chosenChanged, this, &Dues::check);
    check();
    for (kit::ListCard *card : {m_duesCard, m_depositsCard})
        connect(card, &kit::ListCard::retried, this, &Dues::refresh);
}

void Dues::build()
{
    const kit::Theme &theme = m_kit.theme;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme.px(12));
    auto *verbs = new QHBoxLayout;
    verbs->setSpacing(theme.px(8));
    verbs->addWidget(m_pay);
    verbs->addWidget(m_takeBack);
    verbs->addStretch(1);
    layout->addLayout(verbs);
    layout->addWidget(m_duesCard, 1);
    layout->addWidget(m_depositsCard, 2);
}

void Dues::refresh()
{
    m_dues.refresh();
    m_deposits.refresh();
}

void Dues::ask()
{
    auto *form = new kit::ContractForm<DepositTax>(m_kit.theme);
    form->ask(&DepositTax::head);
    form->askFrom(&DepositTax::month, m_months);
    form->ask(&DepositTax::amount, &DepositTax::challan);
    auto *dialog = new kit::FormDialog(m_kit.theme,
                                       {.title = tr("Enter a payment"),
                                        .text = tr("What was paid at the bank or the portal of the tax office. It "
                                                   "lowers what is due, and cannot be more than that."),
                                        .verb = tr("Enter payment")},
                                       form, this);
    dialog->perform(
        *form,
        [this, dialog](const DepositTax &wish) {
            return kit::proved(m_kit, dialog, [this, wish] { return m_kit.api.call(api::depositTax, wish); });
        },
        [this](const TaxDeposit &deposit) {
            m_kit.notices.toast(tr("%1 is entered as paid").arg(kit::display::text(deposit.amount)));
            refresh();
            Q_EMIT paid();
        });
}

const TaxDeposit *Dues::chosen() const
{
    return m_deposits.find(m_depositsCard->view()->chosen());
}

void Dues::check()
{
    const TaxDeposit *deposit = chosen();
    m_takeBack->setEnabled(deposit && !deposit->reversedAt);
}

void Dues::takeBack()
{
    const TaxDeposit *deposit = chosen();
    if (!deposit)
        return;
    auto *dialog = new kit::AskDialog(m_kit.theme,
                                      {.title = tr("Take this payment back?"),
                                       .text = tr("The opposite is posted, and both stay on record. The challan can be "
                                                  "entered anew."),
                                       .verb = tr("Take back"),
                                       .look = "dangerFilled",
                                       .words = kit::Ask::Words::Lines,
                                       .label = kit::display::label(&ReverseTaxDeposit::reason),
                                       .lengthMin = 3},
                                      this);
    dialog->perform(
        [this, dialog, id = deposit->id](const QString &words) {
            return kit::proved(m_kit, dialog, [this, words, id] {
                return m_kit.api.call(api::reverseTaxDeposit, {.reason = words}, id);
            });
        },
        [this](const TaxDeposit &back) {
            m_kit.notices.toast(tr("The payment of %1 is taken back").arg(kit::display::text(back.amount)));
            m_takeBack->setEnabled(false);
            refresh();
            Q_EMIT paid();
        });
}

void Dues::retranslate()
{
    m_pay->say(tr("Enter payment…"));
    m_takeBack->say(tr("Take payment back…"));
    m_duesCard->say(tr("Due to the tax office"));
    m_depositsCard->say(tr("Paid to the tax office"));
    m_depositsCard->setEmptyText(QStringLiteral("landmark"), tr("Nothing was paid yet"),
                                 tr("A payment stands here with its challan once it is entered."));
    m_dues.retranslate();
    m_deposits.retranslate();
}

} // namespace tax
