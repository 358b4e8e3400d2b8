#include "console/pages/reconciliation/detail.h"

#include "console/kit/askdialog.h"
#include "console/kit/display.h"
#include "console/kit/proof.h"
#include "console/pages/reconciliation/words.h"
#include "shared/contract/gateways.h"

#include <QGridLayout>

namespace reconciliation {

using kit::Ask;
using kit::Type;

namespace {

constexpr int candidatesMax = 50;

// What went back at the bank, is not here any more.
bool isGone(FlagKind kind)
{
    return kind == FlagKind::Returned || kind == FlagKind::ChargedBack;
}

// Its money may be in a wallet, so that nothing is done with it but to look.
bool isQuestion(FlagKind kind)
{
    return kind == FlagKind::Settlement;
}

} // namespace

Detail::Detail(kit::Kit &kit, QWidget *parent)
    : DetailPane(kit, parent)
    , m_kind(new kit::Label(kit.theme, Type::Heading2, "", this))
    , m_when(new kit::Label(kit.theme, Type::Small, "text2", this))
    , m_amount(new kit::Label(kit.theme, Type::Figure, "", this))
    , m_status(new kit::Chip(kit.theme, this))
    , m_facts(newFacts())
    , m_credit(new kit::Button(kit.theme, QStringLiteral("check"), "primary", this))
    , m_giveBack(new kit::Button(kit.theme, QStringLiteral("undo-2"), "", this))
    , m_book(new kit::Button(kit.theme, QStringLiteral("undo-2"), "primary", this))
    , m_byHand(new kit::Button(kit.theme, QStringLiteral("check"), "", this))
    , m_dismiss(new kit::Button(kit.theme, QStringLiteral("circle-x"), "", this))
{
    m_credit->setObjectName(QStringLiteral("credit"));
    m_giveBack->setObjectName(QStringLiteral("giveBack"));
    m_book->setObjectName(QStringLiteral("book"));
    m_byHand->setObjectName(QStringLiteral("byHand"));
    m_dismiss->setObjectName(QStringLiteral("dismiss"));
    auto *body = new kit::PaneBody(kit.theme, this);
    body->add(m_facts);
    body->end();
    put(newHead(m_kind, m_when, newStanding(m_amount, m_status)), body,
        newFoot({m_credit, m_giveBack, m_book, m_byHand, m_dismiss}));
    retranslate();

    connect(m_credit, &QPushButton::clicked, this, &Detail::credit);
    connect(m_giveBack, &QPushButton::clicked, this, &Detail::giveBack);
    connect(m_book, &QPushButton::clicked, this, &Detail::book);
    connect(m_byHand, &QPushButton::clicked, this, &Detail::payByHand);
    connect(m_dismiss, &QPushButton::clicked, this, &Detail::dismiss);
}

void Detail::retranslate()
{
    m_credit->say(tr("Credit to a buyer…"));
    m_giveBack->say(tr("Give back…"));
    m_book->say(tr("Take out of the wallet…"));
    m_byHand->say(tr("Paid by a transfer…"));
    m_dismiss->say(shown() && isQuestion(shown()->kind) ? tr("Answered…") : tr("None of ours…"));
    DetailPane::retranslate();
}

QFuture<Result<MoneyFlag>> Detail::fetch(const Id<MoneyFlag> &id)
{
    return m_kit.api.call(api::readMoneyFlag, id);
}

void Detail::fill(const MoneyFlag &flag)
{
    m_kind->say(kit::display::text(flag.kind));
    m_when->say(tr("Found %1").arg(kit::display::text(flag.createdAt)));
    m_amount->say(amountOf(flag));
    const kit::display::Word status = kit::display::word(flag.status);
    m_status->say(status.text, status.tone, status.icon);
    fillFacts(flag);
    const bool isOpen = flag.status == FlagStatus::Open;
    // What went back, or was paid to a store, is not here any more.
    const bool isPaidOut = flag.provider == names::text(GatewayName::StripeConnect);
    const bool isNews = flag.kind == FlagKind::Disputed || isQuestion(flag.kind);
    const bool hasMoney = !isGone(flag.kind) && !isNews && !isPaidOut;
    const bool isOwed = flag.kind == FlagKind::Refused; // to its payer, so it is nobody else's
    m_credit->setVisible(!isOwed && isOpen && hasMoney && flag.kind != FlagKind::Mismatch);
    m_giveBack->setVisible(isOpen && hasMoney && flag.kind != FlagKind::Reinstated);
    m_book->setVisible(isOpen && isGone(flag.kind) && flag.paymentId);
    m_byHand->setVisible(isOpen && isOwed);
    m_dismiss->setVisible(isOpen && !isOwed);
    m_dismiss->say(isQuestion(flag.kind) ? tr("Answered…") : tr("None of ours…"));
}

void Detail::fillFacts(const MoneyFlag &flag)
{
    kit::empty(m_facts);
    addFact(m_facts, kit::display::label(&MoneyFlag::provider), providerName(flag.provider), "", Type::BodyStrong);
    addFact(m_facts, kit::display::label(&MoneyFlag::transactionId), flag.transactionId);
    if (flag.reference)
        addFact(m_facts, kit::display::label(&MoneyFlag::reference), *flag.reference);
    if (flag.expectedAmount)
        addFact(m_facts, kit::display::label(&MoneyFlag::expectedAmount), kit::display::text(*flag.expectedAmount));
    if (flag.note)
        addFact(m_facts, isQuestion(flag.kind) ? tr("The file says") : tr("The bank says"), *flag.note);
    if (flag.reason)
        addFact(m_facts, kit::display::label(&MoneyFlag::reason), *flag.reason);
    if (flag.resolvedBy)
        addFact(m_facts, tr("By"), *flag.resolvedBy);
}

// Whose money it is has to be said where no payment was found.
void Detail::credit()
{
    const MoneyFlag flag = *shown();
    if (flag.paymentId)
        return ask(FlagAction::Credit, tr("Credit to the buyer of this payment?"),
                   tr("Exactly what came goes into the wallet."), tr("Credit %1").arg(amountOf(flag)));
    const ListAllPayments query{.limit = candidatesMax, .provider = flag.provider, .amount = flag.amount};
    kit::whenDone(this, m_kit.api.call(api::listAllPayments, query),
                  [this, id = flag.id](const Result<::Page<PaymentOfPayer>> &page) {
                      if (!page)
                          m_kit.notices.toast(page.error().message, kit::Tone::Danger);
                      else if (shown() && shown()->id == id)
                          chooseWhose(page->items);
                  });
}

void Detail::chooseWhose(const QList<PaymentOfPayer> &candidates)
{
    QList<std::pair<QString, QString>> offers;
    for (const PaymentOfPayer &each : candidates)
        offers +=
            {each.id.text(), QStringLiteral("%1 · %2 · %3")
                                 .arg(each.payer, kit::display::text(each.amount), kit::display::text(each.createdAt))};
    if (offers.isEmpty()) {
        m_kit.notices.toast(tr("Nobody was asked for this amount."), kit::Tone::Warning);
        return;
    }
    auto *form = new kit::ContractForm<ResolveFlag>(m_kit.theme);
    form->askFrom(&ResolveFlag::paymentId, offers);
    form->askAtLength(&ResolveFlag::reason);
    form->fill({.action = FlagAction::Credit, .paymentId = candidates.first().id});
    auto *dialog = new kit::FormDialog(m_kit.theme,
                                       {.title = tr("Whose money is this?"),
                                        .text = tr("These payments are about the same amount."),
                                        .verb = tr("Credit %1").arg(amountOf(*shown())),
                                        .width = 520},
                                       form, this);
    resolveBy(*dialog, *form);
}

// What is filled in ends what is shown.
void Detail::resolveBy(kit::FormDialog &dialog, kit::ContractForm<ResolveFlag> &form)
{
    dialog.perform(
        form,
        [this, id = shown()->id](const ResolveFlag &wish) {
            return kit::proved(m_kit, this,
                               [this, wish, id] { return m_kit.api.call(api::resolveMoneyFlag, wish, id); });
        },
        [this](const MoneyFlag &flag) { take(flag); });
}

void Detail::giveBack()
{
    ask(FlagAction::Refund, tr("Give this money back?"),
        tr("The provider sends it back by itself. What came by UPI is sent back at the bank: enter the bank's "
           "reference."),
        tr("Give back %1").arg(amountOf(*shown())));
}

void Detail::book()
{
    ask(FlagAction::Book, tr("Take this out of the wallet?"),
        tr("It went back at the bank after it had come into the wallet. What is not there any more is owed, and "
           "whatever comes in pays it first."),
        tr("Take out %1").arg(amountOf(*shown())));
}

// What the gateway does not send is paid at the bank, which gives it a number.
void Detail::payByHand()
{
    auto *form = new kit::ContractForm<ResolveFlag>(m_kit.theme);
    form->ask(&ResolveFlag::bankReference);
    form->askAtLength(&ResolveFlag::reason);
    form->fill({.action = FlagAction::Transfer});
    auto *dialog = new kit::FormDialog(m_kit.theme,
                                       {.title = tr("Was it paid by a bank transfer?"),
                                        .text = tr("The gateway does not send it back, so %1 is paid to the buyer at "
                                                   "the bank.")
                                                    .arg(amountOf(*shown())),
                                        .verb = tr("Paid"),
                                        .width = 520},
                                       form, this);
    resolveBy(*dialog, *form);
}

void Detail::dismiss()
{
    if (isQuestion(shown()->kind))
        return ask(
            FlagAction::Dismiss, tr("Is this question answered?"),
            tr("The books stay as they are. A line that is right is posted when its file is read again; a posting "
               "that is wrong is taken back in the books before that."),
            tr("Answered"));
    ask(FlagAction::Dismiss, tr("Is this none of ours?"), tr("The money stays where it is and is in no wallet."),
        tr("None of ours"));
}

void Detail::ask(FlagAction action, const QString &title, const QString &text, const QString &verb)
{
    const MoneyFlag flag = *shown();
    auto *dialog = new kit::AskDialog(m_kit.theme,
                                      {.title = title,
                                       .text = text,
                                       .facts = {{kit::display::label(&MoneyFlag::amount), amountOf(flag)},
                                                 {kit::display::label(&MoneyFlag::transactionId), flag.transactionId}},
                                       .verb = verb,
                                       .words = Ask::Words::Lines,
                                       .label = kit::display::label(&ResolveFlag::reason),
                                       .lengthMin = 5},
                                      this);
    dialog->perform(
        [this, action, id = flag.id](const QString &words) {
            const ResolveFlag wish{.action = action, .reason = words};
            return kit::proved(m_kit, this,
                               [this, wish, id] { return m_kit.api.call(api::resolveMoneyFlag, wish, id); });
        },
        [this](const MoneyFlag &changed) { take(changed); });
}

void Detail::take(const MoneyFlag &flag)
{
    m_kit.notices.toast(QStringLiteral("%1: %2").arg(amountOf(flag), kit::display::text(flag.status)));
    renew(flag.id, flag);
    Q_EMIT changed(flag);
}

} // namespace reconciliation
