#include "console/pages/signin/steps.h"

namespace signin {

namespace {

constexpr int typingPauseMs = 500;

} // namespace

RegisterStep::RegisterStep(kit::Kit &kit, QWidget *parent)
    : Step(kit, {}, parent)
    , m_form(new kit::ContractForm<Register>(kit.theme, this))
    , m_back(addLink())
{
    m_form->ask(&Register::username, &Register::email, &Register::password);
    addField(m_form);
    m_eye = addEye(qobject_cast<QLineEdit *>(m_form->editor("password")), kit.theme);
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPauseMs);
    if (auto *username = qobject_cast<QLineEdit *>(m_form->editor("username")))
        connect(username, &QLineEdit::textEdited, &m_typing, QOverload<>::of(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, &RegisterStep::checkUsername);
    connect(m_form, &kit::Form::submitted, this, &RegisterStep::go);
    connect(m_form, &kit::Form::misplaced, this,
            [this](const QString &text) { m_banner->say(text, kit::Tone::Danger); });
    connect(m_back, &QPushButton::clicked, this, &RegisterStep::backAsked);
    retranslate();
}

void RegisterStep::begin()
{
    m_form->fill({.role = Role::Vendor});
    m_banner->clear();
    m_form->editor("username")->setFocus();
}

void RegisterStep::checkUsername()
{
    const QString typed = qobject_cast<QLineEdit *>(m_form->editor("username"))->text().trimmed();
    if (typed.size() < 3)
        return;
    kit::whenDone(this, m_kit.api.call(api::usernameAvailable, {.username = typed}),
                  [this, typed](const Result<UsernameAvailability> &answer) {
                      const auto *username = qobject_cast<QLineEdit *>(m_form->editor("username"));
                      if (answer && !answer->isAvailable && username->text().trimmed() == typed)
                          m_form->showProblems({{QStringLiteral("username"), tr("This name is taken.")}},
                                               kit::Form::Focus::Stays);
                  });
}

void RegisterStep::go()
{
    auto wish = m_form->value();
    if (!wish || isBusy())
        return;
    wish->role = Role::Vendor;
    setBusy(tr("Registering…"));
    kit::whenDone(this, m_kit.api.call(api::registerAccount, *wish),
                  [this, email = wish->email](const Result<Registered> &answer) {
                      if (answer) {
                          setReady();
                          Q_EMIT registered(email);
                          return;
                      }
                      fail(answer.error());
                      const auto strangers = m_form->showProblems(answer.error().fields);
                      if (strangers.isEmpty() && !answer.error().fields.isEmpty())
                          m_banner->clear();
                      else if (!strangers.isEmpty())
                          m_banner->say(m_form->spoken(strangers), kit::Tone::Danger);
                  });
}

void RegisterStep::retranslate()
{
    setTexts(tr("Register as a vendor"),
             tr("A mail with an activation code follows. Then come your store and its documents."), tr("Register"));
    m_back->say(tr("I have an account already"));
    m_form->retranslate();
    m_eye->say(tr("Show the password"));
}

} // namespace signin
