#include "console/pages/books/closing.h"

#include "console/kit/formdialog.h"
#include "console/kit/proof.h"

namespace books {

Closing::Closing(kit::Kit &kit, QWidget *page)
    : QObject(page)
    , m_kit(kit)
    , m_page(page)
{}

void Closing::ask(const Id<Account> &wallet)
{
    const int asked = ++m_asked;
    kit::whenDone(m_page, m_kit.api.call(api::readWalletClosure, wallet),
                  [this, asked](const Result<WalletClosure> &closure) {
                      if (asked == m_asked)
                          take(closure);
                  });
}

void Closing::take(const Result<WalletClosure> &closure)
{
    Q_EMIT answered();
    if (!closure)
        Q_EMIT failed(closure.error());
    else if (closure->obstacle)
        Q_EMIT failed({ErrorCode::Conflict, *closure->obstacle});
    else if (m_page->isVisible()) // nobody is asked about what is out of sight by now
        isAskedByMe(*closure) ? tellToWait(*closure) : show(*closure);
}

void Closing::drop()
{
    ++m_asked;
}

bool Closing::isAskedByMe(const WalletClosure &closure) const
{
    return closure.status == ClosureStatus::Waiting && closure.requestedById &&
           closure.requestedById->text() == m_kit.me.id;
}

// The server would refuse the same hand.
void Closing::tellToWait(const WalletClosure &closure)
{
    m_kit.notices.toast(tr("You have asked for this: %1 of %2. Another super-admin has to close it.")
                            .arg(kit::display::text(closure.amount), closure.ownerName),
                        kit::Tone::Warning);
}

// The bank is asked for its reference only by whoever gives the balance back: the first of two admins moves nothing.
void Closing::show(const WalletClosure &closure)
{
    const bool isLast = !closure.needsSecond || closure.status == ClosureStatus::Waiting;
    QStringList text{tr("%1 of %2 goes back: %3 through gateways, %4 by a bank transfer.")
                         .arg(kit::display::text(closure.amount), closure.ownerName,
                              kit::display::text(closure.throughGateways), kit::display::text(closure.byHand))};
    if (closure.requestedBy && isLast)
        text += tr("%1 has asked for it.").arg(*closure.requestedBy);
    else if (!isLast)
        text += tr("A second super-admin has to close it as well; nothing moves until then.");
    auto *form = new kit::ContractForm<CloseWallet>(m_kit.theme);
    form->askAtLength(&CloseWallet::reason);
    if (isLast && closure.byHand > Money{})
        form->ask(&CloseWallet::bankReference);
    form->fill({.amount = closure.amount, .byHand = closure.byHand});
    auto *dialog = new kit::FormDialog(
        m_kit.theme, {.title = tr("Give the balance back"), .text = text.join(u' '), .verb = tr("Give back")}, form,
        m_page);
    dialog->setObjectName(QStringLiteral("closing"));
    dialog->perform(
        *form,
        [this, dialog, wallet = closure.walletId](const CloseWallet &wish) {
            return kit::proved(m_kit, dialog,
                               [this, wish, wallet] { return m_kit.api.call(api::closeWallet, wish, wallet); });
        },
        [this](const WalletClosure &closed) {
            m_kit.notices.toast(closed.status == ClosureStatus::Waiting ? tr("Another super-admin has to close it.")
                                                                        : tr("The balance goes back."));
            Q_EMIT done(closed);
        });
}

} // namespace books
