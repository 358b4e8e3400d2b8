#include "console/pages/payouts/batches.h"

#include "console/kit/askdialog.h"
#include "console/kit/display.h"
#include "console/kit/proof.h"
#include "console/kit/savefile.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace payouts {

Batches::Batches(kit::Kit &kit, QWidget *parent)
    : CallDialog(kit.theme, tr("Save file again…"), "primary", parent)
    , m_kit(kit)
    , m_card(new kit::ListCard(kit.theme, m_table, this))
    , m_withdraw(new kit::Button(kit.theme, QStringLiteral("circle-x"), "danger", this))
{
    setWindowTitle(tr("Files for the bank"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_withdraw->setObjectName(QStringLiteral("withdraw"));
    m_cancel->say(tr("Close"));
    m_card->view()->setObjectName(QStringLiteral("batches"));
    m_table.show(&PayoutBatch::batchNumber, &PayoutBatch::createdAt, &PayoutBatch::layoutName,
                 &PayoutBatch::payoutsCount, &PayoutBatch::openedAt, &PayoutBatch::status, &PayoutBatch::amount);
    m_table.column(&PayoutBatch::batchNumber).heading.width = 170;
    m_table.column(&PayoutBatch::batchNumber).heading.stretches = true;
    m_table.column(&PayoutBatch::layoutName).heading.width = 80;
    m_table.column(&PayoutBatch::layoutName).cell = [](const PayoutBatch &batch) {
        return kit::Cell{.text = batch.layoutName.toUpper()};
    };
    m_table.column(&PayoutBatch::payoutsCount).heading.width = 80;
    m_table.column(&PayoutBatch::amount).heading.width = 140;
    m_table.settle();
    m_table.from([this](const std::optional<QString> &cursor) {
        return m_kit.api.call(api::listPayoutBatches, {.limit = 50, .cursor = cursor});
    });
    m_card->say(windowTitle());
    m_card->setEmptyText(QStringLiteral("landmark"), tr("No files yet"),
                         tr("A file is made of approved payouts and uploaded at the bank."));
    build();
    m_table.retranslate();
    connect(m_card, &kit::ListCard::retried, this, [this] { m_table.refresh(); });
    connect(m_card->view(), &kit::TableView::chosenChanged, this, [this] { check(); });
    connect(&m_table, &kit::TableModel::loaded, this, [this] { check(); }); // it may have been opened meanwhile
    connect(m_verb, &QPushButton::clicked, this, &Batches::save);
    connect(m_withdraw, &QPushButton::clicked, this, &Batches::askBack);
    check();
}

void Batches::build()
{
    const kit::Theme &theme = m_kit.theme;
    auto *title = new kit::Label(theme, kit::Type::Heading2, "", this);
    title->say(windowTitle());
    QHBoxLayout *foot = buttons();
    foot->insertWidget(0, m_withdraw);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(20), theme.px(18), theme.px(20), theme.px(18));
    layout->setSpacing(theme.px(12));
    layout->addWidget(title);
    layout->addWidget(m_trouble);
    layout->addWidget(m_card, 1);
    layout->addLayout(foot);
    resize(theme.px(880), theme.px(480));
}

void Batches::begin()
{
    m_table.refresh();
    open();
}

const PayoutBatch *Batches::chosen() const
{
    return m_table.find(m_card->view()->chosen());
}

bool Batches::isReady() const
{
    const PayoutBatch *batch = chosen();
    const bool isOpen = batch && batch->status == PayoutBatchStatus::Open;
    m_withdraw->say(batch && batch->openedAt ? tr("Withdraw file…") : tr("Cancel file…"));
    m_withdraw->setEnabled(isOpen && !isWaiting());
    return isOpen;
}

void Batches::save()
{
    const PayoutBatch *batch = chosen();
    if (!batch)
        return;
    await(kit::proved(m_kit, this, [this, id = batch->id] { return m_kit.api.call(api::openPayoutBatch, id); }),
          [this](const BankFile &file) {
              kit::saveFile(m_kit, parentWidget(), file.fileName, file.text.toUtf8());
              accept();
          });
}

void Batches::askBack()
{
    const PayoutBatch *batch = chosen();
    if (!batch)
        return;
    batch->openedAt ? askWithdraw(*batch) : askCancel(*batch);
}

void Batches::askCancel(const PayoutBatch &batch)
{
    auto *dialog = new kit::AskDialog(
        m_kit.theme,
        {.title = tr("Cancel this file?"),
         .text =
             tr("Only a file that was never uploaded at the bank may be cancelled: its payouts would be paid twice."),
         .facts = {{kit::display::label(&PayoutBatch::batchNumber), batch.batchNumber},
                   {kit::display::label(&PayoutBatch::amount), kit::display::text(batch.amount)}},
         .verb = tr("Cancel file"),
         .look = "dangerFilled"},
        this);
    dialog->perform(
        [this, dialog, id = batch.id](const QString &) {
            return kit::proved(m_kit, dialog, [this, id] { return m_kit.api.call(api::cancelPayoutBatch, id); });
        },
        [this](const PayoutBatch &changed) { take(changed); });
}

// The bank may have it: the server asks for a second admin, and for the bank's word.
void Batches::askWithdraw(const PayoutBatch &batch)
{
    auto *dialog = new kit::AskDialog(
        m_kit.theme,
        kit::wordsOf(&WithdrawPayoutBatch::bankReference,
                     {.title = tr("Withdraw this file?"),
                      .text = tr("It was opened, so the bank may have it. An admin who has not opened it enters the "
                                 "reference with which the bank says that it does not pay it."),
                      .facts = {{kit::display::label(&PayoutBatch::batchNumber), batch.batchNumber},
                                {kit::display::label(&PayoutBatch::amount), kit::display::text(batch.amount)},
                                {kit::display::label(&PayoutBatch::openedAt), kit::display::text(*batch.openedAt)}},
                      .verb = tr("Withdraw file"),
                      .look = "dangerFilled",
                      .words = kit::Ask::Words::Line}),
        this);
    dialog->perform(
        [this, dialog, id = batch.id](const QString &words) {
            return kit::proved(m_kit, dialog, [this, id, words] {
                return m_kit.api.call(api::withdrawPayoutBatch, {.bankReference = words}, id);
            });
        },
        [this](const PayoutBatch &changed) { take(changed); });
}

void Batches::take(const PayoutBatch &changed)
{
    m_table.put(changed);
    check();
    Q_EMIT takenBack();
}

} // namespace payouts
