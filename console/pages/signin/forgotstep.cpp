#include "console/pages/signin/steps.h"

namespace signin {

ForgotStep::ForgotStep(kit::Kit &kit, QWidget *parent)
    : Step(kit, {}, parent)
    , m_email(addLine(QStringLiteral("email")))
    , m_token(addLine(QStringLiteral("resetToken")))
    , m_password(addLine(QStringLiteral("newPassword")))
    , m_eye(addEye(m_password.edit, kit.theme))
    , m_back(addLink())
{
    m_token.edit->setMaxLength(1000);
    connect(m_back, &QPushButton::clicked, this, &ForgotStep::backAsked);
    retranslate();
}

void ForgotStep::begin()
{
    m_banner->clear();
    m_token.edit->clear();
    m_password.edit->clear();
    advance(false);
    m_email.edit->setFocus();
}

void ForgotStep::advance(bool isMailed)
{
    m_isMailed = isMailed;
    m_email.edit->setEnabled(!isMailed);
    for (QWidget *widget : {static_cast<QWidget *>(m_token.name), static_cast<QWidget *>(m_token.edit),
                            static_cast<QWidget *>(m_password.name), static_cast<QWidget *>(m_password.edit)})
        widget->setVisible(isMailed);
    retranslate();
}

void ForgotStep::go()
{
    if (isBusy() || m_email.edit->text().trimmed().isEmpty())
        return;
    setBusy(tr("Please wait…"));
    const auto done = [this](const Result<Nothing> &answer) {
        if (!answer)
            return fail(answer.error());
        setReady();
        if (m_isMailed) {
            Q_EMIT changed();
            return;
        }
        advance(true);
        m_token.edit->setFocus();
    };
    if (m_isMailed)
        kit::whenDone(this,
                      m_kit.api.call(api::resetPassword, {.token = ActivateStep::tokenOf(m_token.edit->text()),
                                                          .password = m_password.edit->text()}),
                      done);
    else
        kit::whenDone(this, m_kit.api.call(api::forgotPassword, {.email = m_email.edit->text().trimmed()}), done);
}

void ForgotStep::retranslate()
{
    setTexts(tr("A new password"),
             m_isMailed ? tr("If the address is known, a mail with a code is on its way.")
                        : tr("Type the e-mail address of your account."),
             m_isMailed ? tr("Set the new password") : tr("Send the code"));
    m_email.say(tr("E-mail"));
    m_token.say(tr("Link or code"));
    m_eye->say(tr("Show the password"));
    m_password.say(tr("New password"));
    m_back->say(tr("Back"));
}

} // namespace signin
