#include "console/pages/security/privacycard.h"

#include "console/kit/askdialog.h"
#include "console/kit/display.h"
#include "console/kit/phrases.h"
#include "console/kit/proof.h"
#include "console/kit/savefile.h"

#include <QHBoxLayout>

namespace security {

using kit::Type;

namespace {

// What keeps the account, and what to do about it.
std::pair<QString, QString> wordsFor(ErasureBlocker blocker)
{
    switch (blocker) {
    case ErasureBlocker::OpenOrders: return {PrivacyCard::tr("Open orders"), PrivacyCard::tr("finish or cancel them")};
    case ErasureBlocker::HeldEscrow:
        return {PrivacyCard::tr("Held money"), PrivacyCard::tr("wait until it is released")};
    case ErasureBlocker::Balance:
        return {PrivacyCard::tr("A balance"),
                PrivacyCard::tr("spend it, have it paid out or ask the market to give it back")};
    case ErasureBlocker::Debt: return {PrivacyCard::tr("Money you owe"), PrivacyCard::tr("your next orders pay it")};
    case ErasureBlocker::PendingPayments:
        return {PrivacyCard::tr("A payment"), PrivacyCard::tr("wait until it is decided")};
    case ErasureBlocker::PendingPayouts:
        return {PrivacyCard::tr("A payout"), PrivacyCard::tr("wait until it has arrived")};
    case ErasureBlocker::SellingStore:
        return {PrivacyCard::tr("An open store"), PrivacyCard::tr("close it in its profile")};
    case ErasureBlocker::StaffAccount:
        return {PrivacyCard::tr("An admin's account"), PrivacyCard::tr("another admin ends it")};
    }
    return {};
}

QString wordsFor(KeptRecord record)
{
    switch (record) {
    case KeptRecord::Orders: return PrivacyCard::tr("Orders and invoices");
    case KeptRecord::Books: return PrivacyCard::tr("The books");
    case KeptRecord::Kyc: return PrivacyCard::tr("Verified documents");
    case KeptRecord::AuditLog: return PrivacyCard::tr("Audit log, without your name");
    case KeptRecord::Conversations: return PrivacyCard::tr("Chats, without your name");
    case KeptRecord::Consents: return PrivacyCard::tr("What you agreed to");
    case KeptRecord::PayoutAccount: return PrivacyCard::tr("Your account with the provider of payouts");
    }
    return {};
}

} // namespace

PrivacyCard::PrivacyCard(kit::Kit &kit, QWidget *parent)
    : Card(kit.theme, parent)
    , m_kit(kit)
    , m_state(new kit::Chip(kit.theme, this))
    , m_text(new kit::Label(kit.theme, Type::Body, "text2", this))
    , m_ask(new kit::Button(kit.theme, QStringLiteral("copy"), "", this))
    , m_save(new kit::Button(kit.theme, QStringLiteral("download"), "primary", this))
    , m_erase(new kit::Button(kit.theme, QStringLiteral("trash-2"), "danger", this))
{
    m_ask->setObjectName(QStringLiteral("askCopy"));
    m_save->setObjectName(QStringLiteral("saveCopy"));
    m_erase->setObjectName(QStringLiteral("eraseMe"));
    build();
    connect(this, &Card::retried, this, &PrivacyCard::refresh);
    connect(m_ask, &QPushButton::clicked, this, &PrivacyCard::ask);
    connect(m_save, &QPushButton::clicked, this, &PrivacyCard::save);
    connect(m_erase, &QPushButton::clicked, this, &PrivacyCard::askErasure);
}

void PrivacyCard::build()
{
    const kit::Theme &theme = m_kit.theme;
    auto *content = new QWidget(this);
    auto *verbs = kit::row(theme.px(8));
    verbs->addWidget(m_save);
    verbs->addWidget(m_ask);
    verbs->addWidget(m_erase);
    verbs->addStretch(1);
    auto *layout = kit::column(theme.px(12));
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text->wrapping());
    layout->addLayout(verbs);
    content->setLayout(layout);
    addTool(m_state);
    put(content);
    showLoading();
    // Whoever works for the market is let go by another admin.
    m_erase->setVisible(m_kit.me.role != Role::Admin);
    settle();
}

void PrivacyCard::refresh()
{
    kit::whenDone(this, m_kit.api.call(api::listCopies), [this](const Result<QList<PersonalCopy>> &copies) {
        copies ? show(*copies) : showTrouble(copies.error());
    });
}

void PrivacyCard::show(const QList<PersonalCopy> &copies)
{
    m_newest = copies.isEmpty() ? std::nullopt : std::optional(copies.constFirst());
    showContent();
    settle();
    retranslate();
}

bool PrivacyCard::isThere() const
{
    return m_newest && m_newest->url;
}

void PrivacyCard::settle()
{
    m_save->setVisible(isThere());
    m_ask->setEnabled(!m_newest || m_newest->state != CopyState::Waiting);
    m_state->setVisible(m_newest && (isThere() || m_newest->state != CopyState::Ready));
}

void PrivacyCard::ask()
{
    m_ask->setEnabled(false);
    kit::whenDone(this, m_kit.api.call(api::requestCopy), [this](const Result<PersonalCopy> &copy) {
        if (copy)
            return show({*copy});
        settle();
        Q_EMIT refused(copy.error());
    });
}

// A link is good for minutes, so a fresh one is asked for.
void PrivacyCard::save()
{
    kit::whenDone(this, m_kit.api.call(api::listCopies), [this](const Result<QList<PersonalCopy>> &copies) {
        if (!copies)
            return Q_EMIT refused(copies.error());
        show(*copies);
        if (!isThere())
            return;
        kit::askWhere(this, QStringLiteral("kabaadwala-my-data.zip"),
                      [this, url = *m_newest->url](const QString &path) { receive(url, path); });
    });
}

// Straight to the disk, so that it is never held in memory.
void PrivacyCard::receive(const QString &url, const QString &path)
{
    kit::whenDone(this, m_kit.api.fetchTo(url, {.path = path, .wantedBy = this}), [this](const Result<FileBody> &file) {
        if (!file)
            return Q_EMIT refused(file.error());
        m_kit.notices.toast(kit::phrase::saved(), kit::Tone::Success);
    });
}

void PrivacyCard::askErasure()
{
    kit::whenDone(this, m_kit.api.call(api::readErasure), [this](const Result<ErasureOutlook> &outlook) {
        if (!outlook)
            return Q_EMIT refused(outlook.error());
        outlook->blockers.isEmpty() ? confirmErasure(outlook->kept) : sayWhatIsOpen(outlook->blockers);
    });
}

void PrivacyCard::sayWhatIsOpen(const QList<ErasureBlocker> &blockers)
{
    kit::Ask ask{.title = tr("Your account cannot be deleted yet"),
                 .text = tr("Something of yours is still open:"),
                 .verb = tr("Understood")};
    for (const ErasureBlocker blocker : blockers)
        ask.facts += wordsFor(blocker);
    auto *dialog = new kit::AskDialog(m_kit.theme, ask, this);
    connect(dialog, &kit::AskDialog::answered, dialog, &QDialog::accept);
    dialog->open();
}

void PrivacyCard::confirmErasure(const QList<KeptRecords> &kept)
{
    kit::Ask ask{.title = tr("Delete your account for good?"),
                 .text = tr("Your name, e-mail, phone, addresses, pictures and messages to you are removed, and you "
                            "are signed out everywhere. Nobody can bring the account back. The law makes us keep:"),
                 .verb = tr("Delete my account"),
                 .look = "dangerFilled"};
    for (const KeptRecords &each : kept)
        ask.facts += {wordsFor(each.what), tr("%1 years").arg(each.years)};
    auto *dialog = new kit::AskDialog(m_kit.theme, ask, this);
    dialog->perform(
        [this, dialog](const QString &) {
            return kit::proved(m_kit, dialog, [this] { return m_kit.api.call(api::eraseMe); });
        },
        [this](const Erased &) {
            // Not from within the dialog, which goes with this page.
            QMetaObject::invokeMethod(
                this, [this] { m_kit.navigator.signInAgain(); }, Qt::QueuedConnection);
        });
}

void PrivacyCard::retranslate()
{
    Card::retranslate();
    say(tr("My data"));
    const bool isWaiting = m_newest && m_newest->state == CopyState::Waiting;
    if (isThere())
        m_state->say(tr("Ready until %1").arg(kit::display::date(m_newest->expiresAt)), kit::Tone::Success);
    else
        m_state->say(isWaiting ? tr("Being made") : tr("Failed"), isWaiting ? kit::Tone::Info : kit::Tone::Danger);
    m_text->say(isWaiting ? tr("The copy is being made. A message comes when it is ready.")
                          : tr("Take a copy of everything the market keeps about you, as a ZIP file."));
    m_ask->say(isThere() ? tr("Make a new copy") : tr("Make a copy"));
    m_save->say(tr("Save copy…"));
    m_erase->say(tr("Delete my account…"));
}

} // namespace security
