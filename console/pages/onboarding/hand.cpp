#include "console/pages/onboarding/hand.h"

#include "console/kit/display.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace onboarding {

using kit::Type;

Hand::Hand(kit::Kit &kit, QWidget *parent)
    : QFrame(parent)
    , m_kit(kit)
    , m_title(new kit::Label(kit.theme, Type::Heading3, "", this))
    , m_text(new kit::Label(kit.theme, Type::Body, "text2", this))
    , m_summary(new kit::Label(kit.theme, Type::Body, "", this))
    , m_trouble(new kit::Banner(kit.theme, this))
    , m_entry(new QWidget(this))
    , m_form(new kit::ContractForm<SubmitKyc>(kit.theme, m_entry))
    , m_pan(new kit::FileDrop(kit, FilePurpose::Kyc, m_entry))
    , m_gstin(new kit::FileDrop(kit, FilePurpose::Kyc, m_entry))
    , m_cheque(new kit::FileDrop(kit, FilePurpose::Kyc, m_entry))
    , m_send(new kit::Button(kit.theme, QStringLiteral("send"), "primary", m_entry))
{
    kit::wear(this, "card");
    m_form->ask(&SubmitKyc::pan, &SubmitKyc::gstin, &SubmitKyc::bankAccountHolder, &SubmitKyc::bankAccountNumber,
                &SubmitKyc::bankIfsc);
    // These are always capitals; nobody should have to hold Shift for them.
    for (const char *key : {"pan", "gstin", "bank_ifsc"}) {
        if (auto *edit = qobject_cast<QLineEdit *>(m_form->editor(key)))
            connect(edit, &QLineEdit::textEdited, edit, [edit](const QString &text) {
                const int at = edit->cursorPosition();
                edit->setText(text.toUpper());
                edit->setCursorPosition(at);
            });
    }
    m_pan->setObjectName(QStringLiteral("panFile"));
    m_gstin->setObjectName(QStringLiteral("gstinFile"));
    m_cheque->setObjectName(QStringLiteral("chequeFile"));
    m_send->setObjectName(QStringLiteral("handIn"));
    build();
    connect(m_send, &QPushButton::clicked, this, &Hand::send);
    connect(m_trouble, &kit::Banner::acted, this, &Hand::send);
    connect(m_form, &kit::Form::misplaced, this,
            [this](const QString &text) { m_trouble->say(text, kit::Tone::Danger); });
    for (kit::FileDrop *slot : {m_pan, m_gstin, m_cheque})
        connect(slot, &kit::FileDrop::changed, this, &Hand::check);
}

void Hand::build()
{
    const kit::Theme &theme = m_kit.theme;
    auto *entry = kit::column(theme.px(8));
    entry->addWidget(m_form);
    entry->addWidget(m_pan);
    entry->addWidget(m_gstin);
    entry->addWidget(m_cheque);
    entry->addSpacing(theme.px(4));
    entry->addWidget(m_trouble);
    entry->addWidget(m_send, 0, Qt::AlignRight);
    m_entry->setLayout(entry);
    auto *layout = kit::column(theme.px(8));
    layout->setContentsMargins(theme.px(18), theme.px(16), theme.px(18), theme.px(16));
    layout->addWidget(m_title);
    layout->addWidget(m_text->wrapping());
    layout->addWidget(m_summary->wrapping());
    layout->addWidget(m_entry);
    setLayout(layout);
}

void Hand::show(const VendorKyc &kyc)
{
    m_kyc = kyc;
    const bool isOpen = !kyc.current || kyc.current->status == SubmissionStatus::Rejected ||
                        kyc.current->status == SubmissionStatus::MoreInfo;
    m_entry->setVisible(isOpen);
    m_summary->setVisible(!isOpen);
    if (isOpen && !m_form->isTouched()) {
        SubmitKyc wish;
        // The numbers come back masked and are typed again.
        if (kyc.current) {
            wish.bankIfsc = kyc.current->bankIfsc;
            wish.bankAccountHolder = kyc.current->bankAccountHolder;
        }
        m_form->fill(wish);
    }
    describe();
}

void Hand::send()
{
    m_trouble->clear();
    m_pan->demand();
    m_gstin->demand();
    m_form->set(&SubmitKyc::panFileId, m_pan->file() ? m_pan->file()->id : Id<StoredFile>{});
    m_form->set(&SubmitKyc::gstinFileId, m_gstin->file() ? m_gstin->file()->id : Id<StoredFile>{});
    m_form->set(&SubmitKyc::chequeFileId, m_cheque->file() ? std::optional(m_cheque->file()->id) : std::nullopt);
    const std::optional<SubmitKyc> wish = m_form->value();
    if (!wish || !m_pan->file() || !m_gstin->file() || !m_send->isEnabled())
        return;
    m_isSending = true;
    check();
    kit::whenDone(this, m_kit.api.call(api::submitKyc, *wish), [this](const Result<KycSubmission> &submission) {
        m_isSending = false;
        check();
        if (!submission) {
            const auto strangers = m_form->showProblems(submission.error().fields);
            m_trouble->showTrouble(submission.error(), m_form->spoken(strangers));
            return;
        }
        for (kit::FileDrop *slot : {m_pan, m_gstin, m_cheque})
            slot->clear();
        m_form->fill({});
        m_kit.notices.toast(tr("Your documents are handed in"));
        Q_EMIT handedIn(*submission);
    });
}

// Not before every file is there, and not twice.
void Hand::check()
{
    m_send->setEnabled(!m_isSending && !m_pan->isSending() && !m_gstin->isSending() && !m_cheque->isSending());
}

void Hand::describe()
{
    const bool isAgain =
        m_kyc && m_kyc->current &&
        (m_kyc->current->status == SubmissionStatus::Rejected || m_kyc->current->status == SubmissionStatus::MoreInfo);
    m_title->say(tr("2  Documents"));
    m_text->say(m_entry->isHidden() ? tr("These documents were handed in.")
                : isAgain           ? tr("Correct what was asked for and hand everything in again.")
                                    : tr("An admin compares what you type with the documents, usually within a day."));
    m_send->say(isAgain ? tr("Hand in again") : tr("Hand in for review"));
    if (!m_kyc || !m_kyc->current)
        return;
    const KycSubmission &current = *m_kyc->current;
    QStringList lines{
        tr("PAN %1").arg(current.panMasked), tr("GSTIN %1").arg(current.gstinMasked),
        tr("Account %1 · %2 · %3").arg(current.bankAccountMasked, current.bankIfsc, current.bankAccountHolder)};
    for (const KycDocument &document : current.documents)
        lines += QStringLiteral("%1 (%2)").arg(document.file.name, kit::display::bytes(document.file.size));
    m_summary->say(lines.join(u'\n'));
}

void Hand::retranslate()
{
    m_form->retranslate();
    m_pan->say(kit::display::text(KycDocumentKind::Pan));
    m_gstin->say(kit::display::text(KycDocumentKind::Gstin));
    m_cheque->say(tr("Cancelled cheque (optional)"));
    describe();
}

} // namespace onboarding
