// What admins do with a payout.

#include "console/kit/askdialog.h"
#include "console/kit/display.h"
#include "console/kit/phrases.h"
#include "console/kit/proof.h"
#include "console/pages/payouts/detail.h"
#include "shared/contract/kyc.h"

namespace payouts {

using kit::Ask;

bool Detail::isUnexplained(const PayoutDetail &detail)
{
    return !detail.isHolderKnown && !detail.holderNote;
}

QList<std::pair<QString, QString>> Detail::facts() const
{
    const Payout &payout = shown()->payout;
    return {{kit::display::label(&Payout::storeName), payout.storeName},
            {kit::display::label(&Payout::provider), kit::display::text(payout.provider)},
            {kit::display::label(&Payout::amount), kit::display::text(payout.amount)},
            {kit::display::label(&Payout::bankAccountMasked),
             payout.bankAccountMasked + QStringLiteral(" · ") + payout.bankIfsc}};
}

void Detail::approve()
{
    const Payout payout = shown()->payout;
    if (isUnexplained(*shown())) {
        noteHolder();
        return;
    }
    auto *dialog = new kit::AskDialog(m_kit.theme,
                                      {.title = tr("Approve this payout?"),
                                       .text = payout.provider == PayoutProvider::Manual
                                                   ? tr("After the approval the money is to be sent at the bank.")
                                                   : tr("After the approval the provider sends the money by itself."),
                                       .facts = facts(),
                                       .verb = tr("Approve %1").arg(kit::display::text(payout.amount))},
                                      this);
    dialog->perform(
        [this, dialog, id = payout.id](const QString &) {
            return kit::proved(m_kit, dialog, [this, id] { return m_kit.api.call(api::approvePayout, id); });
        },
        [this](const Payout &changed) { take(changed); });
}

// It is approved afterwards, by whoever sees the note; what was approved before goes on by itself.
void Detail::noteHolder()
{
    auto facts = this->facts();
    facts += {kit::display::label(&PayoutDetail::providerHolder), shown()->providerHolder.value_or(QString())};
    facts += {kit::display::label(&SubmitKyc::bankAccountHolder), shown()->payout.bankAccountHolder};
    const QString text =
        shown()->payout.status == PayoutStatus::Approved
            ? tr("The account there is not of the name in the store's papers. Say why it is right; then the provider "
                 "sends the money.")
            : tr("The account there is not of the name in the store's papers. Say why it is right; then the payout "
                 "can be approved.");
    auto *dialog =
        new kit::AskDialog(m_kit.theme,
                           kit::wordsOf(&NotePayoutHolder::note, {.title = tr("The provider pays another name"),
                                                                  .text = text,
                                                                  .facts = facts,
                                                                  .verb = tr("Enter the note"),
                                                                  .words = Ask::Words::Lines}),
                           this);
    dialog->perform(
        [this, dialog, id = shown()->payout.id](const QString &words) {
            return kit::proved(m_kit, dialog, [this, id, words] {
                return m_kit.api.call(api::notePayoutHolder, {.note = words}, id);
            });
        },
        [this](const Payout &noted) {
            if (id() == noted.id)
                reload();
        });
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
    dialog->perform([this, id = shown()->payout.id](
                        const QString &words) { return m_kit.api.call(api::rejectPayout, {.reason = words}, id); },
                    [this](const Payout &changed) { take(changed); });
}

void Detail::enterReference()
{
    auto *dialog =
        new kit::AskDialog(m_kit.theme,
                           kit::wordsOf(&ProcessPayout::transactionReference,
                                        {.title = tr("Mark as paid"),
                                         .text = tr("Enter the reference (UTR) that the bank gave for the transfer."),
                                         .facts = facts(),
                                         .verb = tr("Mark paid"),
                                         .words = Ask::Words::Line}),
                           this);
    dialog->perform(
        [this, dialog, id = shown()->payout.id](const QString &words) {
            return kit::proved(m_kit, dialog, [this, id, words] {
                return m_kit.api.call(api::processPayout, {.transactionReference = words}, id);
            });
        },
        [this](const Payout &changed) { take(changed); });
}

void Detail::enterReturn()
{
    auto *dialog =
        new kit::AskDialog(m_kit.theme,
                           {.title = tr("The bank returned this payout?"),
                            .text = tr("The orders in it return to the vendor's balance, and the vendor is told."),
                            .facts = facts(),
                            .verb = tr("Enter the return"),
                            .look = "dangerFilled",
                            .words = Ask::Words::Line,
                            .label = kit::display::label(&ReturnPayout::reason),
                            .lengthMin = 3},
                           this);
    dialog->perform(
        [this, dialog, id = shown()->payout.id](const QString &words) {
            return kit::proved(m_kit, dialog,
                               [this, id, words] { return m_kit.api.call(api::returnPayout, {.reason = words}, id); });
        },
        [this](const Payout &changed) { take(changed); });
}

// Only its word ends what may have been sent.
void Detail::endTransfer()
{
    auto *dialog = new kit::AskDialog(
        m_kit.theme,
        {.title = tr("Ask the provider about this payout?"),
         .text = tr("What it took back returns to the vendor's balance. What it never got is cancelled there, and the "
                    "payout can be sent by the bank."),
         .facts = facts(),
         .verb = tr("Ask"),
         .words = Ask::Words::Line,
         .label = kit::display::label(&EndPayoutTransfer::reason),
         .lengthMin = 5},
        this);
    dialog->perform(
        [this, dialog, id = shown()->payout.id](const QString &words) {
            return kit::proved(m_kit, dialog, [this, id, words] {
                return m_kit.api.call(api::endPayoutTransfer, {.reason = words}, id);
            });
        },
        [this](const PayoutTransfer &transfer) {
            m_kit.notices.toast(kit::display::text(transfer.status));
            if (id() == transfer.payoutId)
                reload();
        });
}

void Detail::take(const Payout &payout)
{
    m_kit.notices.toast(tr("Payout %1: %2").arg(payout.payoutNumber, kit::display::text(payout.status)));
    if (id() == payout.id)
        reload();
    Q_EMIT changed(payout);
}

} // namespace payouts
