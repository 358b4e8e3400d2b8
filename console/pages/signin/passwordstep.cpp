#include "console/pages/signin/steps.h"

namespace signin {

PasswordStep::PasswordStep(kit::Kit &kit, QWidget *parent)
    : Step(kit, {}, parent)
    , m_identifier(addLine(QStringLiteral("identifier")))
    , m_password(addLine(QStringLiteral("password")))
    , m_eye(addEye(m_password.edit, kit.theme))
    , m_forgot(addLink())
    , m_register(addLink())
    , m_activate(addLink())
{
    m_register->setObjectName(QStringLiteral("register"));
    m_activate->setObjectName(QStringLiteral("activate"));
    connect(m_forgot, &QPushButton::clicked, this, &PasswordStep::forgotAsked);
    connect(m_register, &QPushButton::clicked, this, &PasswordStep::registerAsked);
    connect(m_activate, &QPushButton::clicked, this, [this] { Q_EMIT activateAsked({}); });
    connect(m_banner, &kit::Banner::acted, this, [this] {
        const QString typed = m_identifier.edit->text().trimmed();
        Q_EMIT activateAsked(typed.contains(u'@') ? typed : QString());
    });
    retranslate();
}

void PasswordStep::begin()
{
    m_password.edit->clear();
    (m_identifier.edit->text().isEmpty() ? m_identifier : m_password).edit->setFocus();
}

void PasswordStep::setIdentifier(const QString &identifier)
{
    m_identifier.edit->setText(identifier);
}

void PasswordStep::go()
{
    if (isBusy())
        return;
    const SignIn wish{.identifier = m_identifier.edit->text().trimmed(), .password = m_password.edit->text()};
    if (wish.identifier.isEmpty() || wish.password.isEmpty()) {
        m_banner->say(tr("Please type your name and your password."), kit::Tone::Warning);
        return;
    }
    setBusy(tr("Checking…"));
    kit::whenDone(this, m_kit.api.call(api::signIn, wish),
                  [this](const Result<OtpChallenge> &answer) { settle(answer); });
}

void PasswordStep::settle(const Result<OtpChallenge> &answer)
{
    if (!answer) {
        fail(answer.error());
        if (answer.error().code == ErrorCode::NotVerified || answer.error().code == ErrorCode::AccountInactive)
            m_banner->say(tr("The account is not activated yet."), kit::Tone::Warning, tr("Activate"));
        m_password.edit->selectAll();
        m_password.edit->setFocus();
        return;
    }
    setReady();
    m_password.edit->clear();
    Q_EMIT challenged(*answer, m_identifier.edit->text().trimmed());
}

void PasswordStep::retranslate()
{
    setTexts(tr("Sign in"), tr("For vendors and for the people who run the marketplace."), tr("Continue"));
    m_identifier.say(tr("Username or e-mail"));
    m_eye->say(tr("Show the password"));
    m_password.say(tr("Password"));
    m_forgot->say(tr("Forgot your password?"));
    m_register->say(tr("New here? Register as a vendor"));
    m_activate->say(tr("Activate with the code from the mail"));
}

} // namespace signin
