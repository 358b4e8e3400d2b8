#include "console/pages/signin/page.h"

#include "console/kit/display.h"
#include "console/pages/signin/brand.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QStackedWidget>

namespace signin {

namespace {

constexpr int formWidth = 368;

} // namespace

Page::Page(kit::Kit &kit, QWidget *parent)
    : QWidget(parent)
    , m_kit(kit)
    , m_steps(new QStackedWidget(this))
    , m_password(new PasswordStep(kit, this))
    , m_code(new CodeStep(kit, this))
    , m_register(new RegisterStep(kit, this))
    , m_activate(new ActivateStep(kit, this))
    , m_forgot(new ForgotStep(kit, this))
    , m_servers(new ServersStep(kit, this))
    , m_newServer(new ServerStep(kit, this))
    , m_news(new kit::Banner(kit.theme, this))
    , m_language(new kit::Button(kit.theme, QStringLiteral("languages"), "ghost", this))
    , m_server(new kit::Button(kit.theme, QStringLiteral("server"), "ghost", this))
    , m_shade(new kit::IconButton(kit.theme, QStringLiteral("moon"), this))
{
    build();
    link();
    retranslate();
}

void Page::build()
{
    kit::wear(this, "surface");
    m_language->setObjectName(QStringLiteral("language"));
    m_server->setObjectName(QStringLiteral("serverButton"));
    for (Step *step : {static_cast<Step *>(m_password), static_cast<Step *>(m_code), static_cast<Step *>(m_register),
                       static_cast<Step *>(m_activate), static_cast<Step *>(m_forgot), static_cast<Step *>(m_servers),
                       static_cast<Step *>(m_newServer)}) {
        m_steps->addWidget(step);
        connect(step, &Step::backAsked, this,
                [this, step] { open(step == m_newServer ? static_cast<Step *>(m_servers) : m_password); });
    }
    auto *top = kit::row(4);
    top->addStretch(1);
    top->addWidget(m_language);
    top->addWidget(m_shade);
    auto *form = new QWidget(this);
    kit::fixWidth(form, m_kit.theme, formWidth);
    auto *formLayout = kit::column(10);
    formLayout->addStretch(3);
    formLayout->addWidget(m_news);
    formLayout->addWidget(m_steps);
    formLayout->addStretch(2);
    form->setLayout(formLayout);
    m_steps->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *right = kit::column(0);
    right->setContentsMargins(m_kit.theme.px(20), m_kit.theme.px(14), m_kit.theme.px(20), m_kit.theme.px(14));
    right->addLayout(top);
    right->addWidget(form, 1, Qt::AlignHCenter);
    right->addWidget(m_server, 0, Qt::AlignHCenter);

    auto *brand = new Brand(m_kit.theme, this);
    brand->setObjectName(QStringLiteral("brand"));
    auto *layout = kit::row(0);
    layout->addWidget(brand, 9);
    layout->addLayout(right, 11);
    setLayout(layout);
}

void Page::link()
{
    connect(m_password, &PasswordStep::challenged, this, [this](const OtpChallenge &challenge, const QString &who) {
        Q_EMIT identified(who);
        m_code->ask(challenge);
        open(m_code);
    });
    connect(m_password, &PasswordStep::registerAsked, this, [this] { open(m_register); });
    connect(m_password, &PasswordStep::forgotAsked, this, [this] { open(m_forgot); });
    connect(m_password, &PasswordStep::activateAsked, this, [this](const QString &email) {
        m_activate->expect(email);
        open(m_activate);
    });
    connect(m_register, &RegisterStep::registered, this, [this](const QString &email) {
        m_activate->expect(email);
        open(m_activate);
    });
    connect(m_forgot, &ForgotStep::changed, this, [this] {
        open(m_password);
        m_news->say(tr("The password is changed. Sign in with the new one."), kit::Tone::Success);
    });
    connect(m_code, &CodeStep::signedIn, this, &Page::signedIn);
    connect(m_activate, &ActivateStep::signedIn, this, &Page::signedIn);
    connect(m_servers, &ServersStep::chosen, this, &Page::serverChosen);
    connect(m_servers, &ServersStep::removed, this, &Page::serverRemoved);
    connect(m_servers, &ServersStep::changeAsked, this, [this](const kit::Profile &profile) {
        m_newServer->edit(profile, ServerStep::Visit::Later);
        open(m_newServer);
    });
    connect(m_newServer, &ServerStep::saved, this, &Page::serverSaved);
    connect(m_server, &QPushButton::clicked, this, [this] { open(m_servers); });
    connect(m_language, &QPushButton::clicked, this, &Page::languageAsked);
    connect(m_shade, &QToolButton::clicked, this, &Page::shadeAsked);
    connect(&m_kit.theme, &kit::Theme::changed, this, &Page::retranslate);
}

void Page::open(Step *step)
{
    m_news->clear();
    m_steps->setCurrentWidget(step);
    step->begin();
}

void Page::begin()
{
    open(m_password);
}

void Page::showServers(const QList<kit::Profile> &profiles, const QString &chosen)
{
    m_servers->show(profiles, chosen);
    m_serverName.clear();
    for (const kit::Profile &profile : profiles) {
        if (profile.id == chosen)
            m_serverName = profile.name == profile.server.host()
                               ? profile.server.authority()
                               : profile.name + QStringLiteral("  ·  ") + profile.server.authority();
    }
    m_server->setVisible(!profiles.isEmpty());
    retranslate();
}

void Page::refuseServer()
{
    m_newServer->refuse();
}

void Page::askServer(const kit::Profile &first)
{
    m_newServer->edit(first, ServerStep::Visit::First);
    open(m_newServer);
}

void Page::setIdentifier(const QString &identifier)
{
    m_password->setIdentifier(identifier);
}

void Page::setRestoring(bool isBusy)
{
    if (isBusy)
        m_news->say(tr("Taking up your last session…"), kit::Tone::Info);
    else
        m_news->clear();
    m_steps->setEnabled(!isBusy);
    if (!isBusy)
        m_password->begin();
}

void Page::showUnreached(const Error &error)
{
    m_news->say(kit::display::trouble(error) + u' ' + tr("Your last session is taken up as soon as it answers."),
                kit::Tone::Warning);
}

void Page::showEnded(Ending ending)
{
    open(m_password);
    switch (ending) {
    case Ending::ByServer: m_news->say(tr("Your session has ended. Please sign in again."), kit::Tone::Warning); break;
    case Ending::InOtherWindow:
        m_news->say(tr("You signed out in another window of this console."), kit::Tone::Info);
        break;
    case Ending::ToWiden:
        m_news->say(tr("Sign in with your password to open every page of your store."), kit::Tone::Info);
        break;
    }
}

void Page::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void Page::retranslate()
{
    const bool isDark = m_kit.theme.shade() == kit::Theme::Shade::Dark;
    m_language->say(tr("English", "the language that is spoken now"));
    m_server->say(m_serverName.isEmpty() ? tr("Connection") : m_serverName);
    m_server->setAccessibleName(tr("Connection settings"));
    m_shade->draw(isDark ? QStringLiteral("sun") : QStringLiteral("moon"));
    m_shade->say(isDark ? tr("Light colours") : tr("Dark colours"));
    findChild<Brand *>(QStringLiteral("brand"))->retranslate();
}

} // namespace signin
