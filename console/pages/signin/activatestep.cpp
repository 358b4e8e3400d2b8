#include "console/pages/signin/steps.h"

#include <QUrlQuery>

namespace signin {

ActivateStep::ActivateStep(kit::Kit &kit, QWidget *parent)
    : Step(kit, {}, parent)
    , m_token(addLine(QStringLiteral("token")))
    , m_resend(addLink())
    , m_back(addLink())
{
    m_token.edit->setMaxLength(1000);
    connect(m_resend, &QPushButton::clicked, this, &ActivateStep::resend);
    connect(m_back, &QPushButton::clicked, this, &ActivateStep::backAsked);
    retranslate();
}

void ActivateStep::begin()
{
    m_token.edit->clear();
    m_token.edit->setFocus();
}

void ActivateStep::expect(const QString &email)
{
    m_email = email;
    m_banner->clear();
    retranslate();
}

QString ActivateStep::tokenOf(const QString &pasted)
{
    const QString text = pasted.trimmed();
    if (!text.contains(u'/') && !text.contains(u'='))
        return text;
    const QUrl url(text);
    const QString asked = QUrlQuery(url).queryItemValue(QStringLiteral("token"), QUrl::FullyDecoded);
    return asked.isEmpty() ? url.path().section(u'/', -1) : asked;
}

void ActivateStep::go()
{
    const QString token = tokenOf(m_token.edit->text());
    if (isBusy() || token.isEmpty())
        return;
    setBusy(tr("Activating…"));
    kit::whenDone(this, m_kit.api.call(api::verifyEmail, {.token = token}),
                  [this](const Result<SessionTokens> &answer) {
                      if (!answer)
                          return fail(answer.error());
                      setReady();
                      Q_EMIT signedIn(*answer);
                  });
}

void ActivateStep::resend()
{
    m_resend->setEnabled(false);
    kit::whenDone(
        this, m_kit.api.call(api::resendActivation, {.email = m_email}), [this](const Result<Nothing> &answer) {
            m_resend->setEnabled(true);
            if (!answer)
                return fail(answer.error());
            m_banner->say(tr("The mail is on its way again. Only the newest code counts."), kit::Tone::Success);
        });
}

void ActivateStep::retranslate()
{
    setTexts(tr("Activate your account"),
             m_email.isEmpty() ? tr("Paste the link or the code from the activation mail.")
                               : tr("We sent a mail to %1. Paste its link or code here.").arg(m_email),
             tr("Activate"));
    m_token.say(tr("Link or code"));
    m_resend->say(tr("Send the mail again"));
    m_resend->setVisible(!m_email.isEmpty());
    m_back->say(tr("Back"));
}

} // namespace signin
