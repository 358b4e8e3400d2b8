#include "console/app/agreement.h"

#include <QHBoxLayout>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace app {

namespace {

constexpr int textWidth = 560, textHeight = 380;

QString titleOf(const LegalText &text)
{
    return AgreementDialog::tr("%1, version %2").arg(text.title, text.version);
}

} // namespace

AgreementDialog::AgreementDialog(kit::Kit &kit, const LegalText &text, QWidget *parent)
    : CallDialog(kit.theme, tr("I agree"), "primary", parent)
    , m_kit(kit)
    , m_text(text)
{
    const kit::Theme &theme = kit.theme;
    setObjectName(QStringLiteral("agreement"));
    setWindowTitle(titleOf(text));
    m_cancel->say(tr("Later"));
    auto *title = new kit::Label(theme, kit::Type::Heading2, "", this);
    title->wrapping()->say(titleOf(text));
    auto *why = new kit::Label(theme, kit::Type::Body, "text2", this);
    why->wrapping()->say(tr("Please read this and agree to it. Put off, it is asked again at the next sign-in."));
    auto *words = new QTextBrowser(this);
    words->setObjectName(QStringLiteral("legalText"));
    words->setAccessibleName(text.title);
    words->setOpenLinks(false);
    words->setMarkdown(text.text);
    words->setMinimumSize(theme.px(textWidth), theme.px(textHeight));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(22), theme.px(20), theme.px(22), theme.px(18));
    layout->setSpacing(theme.px(12));
    layout->addWidget(title);
    layout->addWidget(why);
    layout->addWidget(m_trouble);
    layout->addWidget(words, 1);
    layout->addLayout(buttons());
    connect(m_verb, &QPushButton::clicked, this, &AgreementDialog::agree);
    words->setFocus(); // so that Enter does not agree to what nobody has read
    check();
}

void AgreementDialog::agree()
{
    await(m_kit.api.call(api::acceptLegal, {m_text.document, m_text.version}), [this](const Consent &) {
        accept();
        Q_EMIT agreed();
    });
}

Agreement::Agreement(kit::Kit &kit, QWidget *over)
    : QObject(over)
    , m_kit(kit)
    , m_over(over)
{}

// When the server does not say what is open, nothing is asked this time.
void Agreement::ask(const QString &language)
{
    m_language = language;
    kit::whenDone(this, m_kit.api.call(api::listConsents), [this](const Result<Consents> &consents) {
        if (!consents)
            return;
        for (const ConsentState &each : consents->documents)
            if (!each.isAccepted && each.document != LegalDocument::Wallet) // nobody has a wallet here
                m_open += each.document;
        askNext();
    });
}

void Agreement::askNext()
{
    if (m_open.isEmpty())
        return;
    const LegalDocument next = m_open.takeFirst();
    kit::whenDone(this, m_kit.api.call(api::readLegal, {m_language}, next), [this](const Result<LegalText> &text) {
        if (!text)
            return;
        auto *dialog = new AgreementDialog(m_kit, *text, m_over);
        connect(dialog, &AgreementDialog::agreed, this, &Agreement::askNext);
        dialog->open();
    });
}

} // namespace app
