#include "console/pages/security/page.h"

#include "console/kit/askdialog.h"
#include "console/kit/formdialog.h"
#include "console/kit/proof.h"
#include "console/pages/security/appdialog.h"
#include "console/pages/security/privacycard.h"
#include "console/pages/security/recoverydialog.h"

#include <QHBoxLayout>

namespace security {

using kit::Cell;
using kit::Type;

Page::Page(kit::Kit &kit, QWidget *parent)
    : kit::Page(kit, parent)
    , m_title(new kit::Label(kit.theme, Type::Heading1, "", this))
    , m_subtitle(new kit::Label(kit.theme, Type::Body, "text2", this))
    , m_banner(new kit::Banner(kit.theme, this))
    , m_password(new kit::Card(kit.theme, this))
    , m_app(new kit::Card(kit.theme, this))
    , m_privacy(new PrivacyCard(kit, this))
    , m_passwordText(new kit::Label(kit.theme, Type::Body, "text2", this))
    , m_change(new kit::Button(kit.theme, QStringLiteral("pencil"), "", this))
    , m_state(new kit::Chip(kit.theme, this))
    , m_appText(new kit::Label(kit.theme, Type::Body, "text2", this))
    , m_setUp(new kit::Button(kit.theme, QStringLiteral("lock"), "primary", this))
    , m_codes(new kit::Button(kit.theme, QStringLiteral("refresh-cw"), "", this))
    , m_turnOff(new kit::Button(kit.theme, QStringLiteral("circle-x"), "danger", this))
    , m_sessionsTitle(new kit::Label(kit.theme, Type::Heading3, "", this))
    , m_end(new kit::Button(kit.theme, QStringLiteral("log-out"), "danger", this))
    , m_sessionsCard(new kit::ListCard(kit.theme, m_sessions, this))
{
    m_change->setObjectName(QStringLiteral("changePassword"));
    m_setUp->setObjectName(QStringLiteral("setUp"));
    m_codes->setObjectName(QStringLiteral("newCodes"));
    m_turnOff->setObjectName(QStringLiteral("turnOff"));
    m_end->setObjectName(QStringLiteral("endSession"));
    m_sessionsCard->view()->setObjectName(QStringLiteral("sessions"));
    addColumns();
    build();
    retranslate();
    settle();
    connect(m_banner, &kit::Banner::acted, this, &Page::refresh);
    connect(m_password, &kit::Card::retried, this, &Page::refresh);
    connect(m_app, &kit::Card::retried, this, &Page::refresh);
    connect(m_privacy, &PrivacyCard::refused, this, [this](const Error &error) { m_banner->showTrouble(error); });
    connect(m_sessionsCard, &kit::ListCard::retried, this, &Page::refresh);
    connect(m_change, &QPushButton::clicked, this, &Page::changePassword);
    connect(m_setUp, &QPushButton::clicked, this, &Page::setUp);
    connect(m_codes, &QPushButton::clicked, this, &Page::renewCodes);
    connect(m_turnOff, &QPushButton::clicked, this, &Page::turnOff);
    connect(m_end, &QPushButton::clicked, this, &Page::endSession);
    connect(m_sessionsCard->view(), &kit::TableView::chosenChanged, this, [this] { settle(); });
}

void Page::addColumns()
{
    m_sessions.show(&Session::device, &Session::isCurrent, &Session::lastSeenAt, &Session::createdAt);
    auto &device = m_sessions.column(&Session::device);
    device.heading.label = QT_TRANSLATE_NOOP("fields", "Device");
    device.heading.stretches = true;
    device.heading.width = 220;
    device.cell = [](const Session &session) {
        return Cell{.text = session.device.value_or(session.ip),
                    .second = session.device ? session.ip : QString(),
                    .look = Cell::Look::Strong};
    };
    auto &current = m_sessions.column(&Session::isCurrent);
    current.heading.label = QT_TRANSLATE_NOOP("fields", "Where");
    current.heading.width = 150;
    current.cell = [](const Session &session) {
        return session.isCurrent ? Cell{.text = tr("This console"), .chip = kit::Tone::Accent} : Cell{};
    };
    m_sessions.column(&Session::lastSeenAt).heading.label = QT_TRANSLATE_NOOP("fields", "Last seen");
    m_sessions.column(&Session::lastSeenAt).heading.width = 130;
    auto &since = m_sessions.column(&Session::createdAt);
    since.heading.label = QT_TRANSLATE_NOOP("fields", "Signed in");
    since.heading.width = 130;
    since.heading.priority = 2;
    m_sessions.settle();
    m_sessions.from([this](const std::optional<QString> &) {
        return m_kit.api.call(api::listSessions)
            .then([](const Result<QList<Session>> &items) -> Result<::Page<Session>> {
                if (!items)
                    return tl::unexpected(items.error());
                return ::Page<Session>{.items = *items, .total = items->size()};
            });
    });
}

QWidget *Page::buildApp()
{
    const kit::Theme &theme = m_kit.theme;
    auto *content = new QWidget(this);
    auto *verbs = kit::row(theme.px(8));
    verbs->addWidget(m_setUp);
    verbs->addWidget(m_codes);
    verbs->addWidget(m_turnOff);
    verbs->addStretch(1);
    auto *layout = kit::column(theme.px(12));
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_appText->wrapping());
    layout->addLayout(verbs);
    content->setLayout(layout);
    return content;
}

void Page::build()
{
    const kit::Theme &theme = m_kit.theme;
    m_password->addTool(m_change);
    m_password->put(m_passwordText->wrapping());
    m_password->showLoading();
    m_app->addTool(m_state);
    m_app->put(buildApp());
    m_app->showLoading();

    auto *sessionsHead = kit::row(theme.px(8));
    sessionsHead->addWidget(m_sessionsTitle, 1);
    sessionsHead->addWidget(m_end);
    // A session that may only set up the app sees nothing else.
    const bool isWhole = !m_kit.me.isLimited;
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_password, m_sessionsTitle, m_end, m_sessionsCard, m_privacy})
        part->setVisible(isWhole);

    auto *layout = kit::column(theme.px(12));
    layout->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16));
    layout->setSpacing(theme.px(12));
    auto *words = kit::column(2);
    words->addWidget(m_title);
    words->addWidget(m_subtitle);
    layout->addLayout(words);
    layout->addWidget(m_banner);
    layout->addWidget(m_app);
    layout->addWidget(m_password);
    layout->addSpacing(theme.px(4));
    layout->addLayout(sessionsHead);
    layout->addWidget(m_sessionsCard, 1);
    layout->addWidget(m_privacy);
    if (!isWhole)
        layout->addStretch(1);
    setLayout(layout);
}

void Page::refresh()
{
    whenDone(this, m_kit.api.call(api::readSecurity), [this](const Result<Security> &security) {
        if (!security)
            return showTrouble(security.error());
        m_banner->clear();
        show(*security);
    });
    if (m_kit.me.isLimited)
        return;
    m_sessions.refresh();
    m_privacy->refresh();
}

void Page::showTrouble(const Error &error)
{
    m_app->showTrouble(error);
    m_password->showTrouble(error);
}

void Page::show(const Security &security)
{
    m_security = security;
    m_app->showContent();
    m_password->showContent();
    retranslate();
    settle();
}

void Page::settle()
{
    const bool isOn = m_security && m_security->totpSince;
    m_codes->setVisible(isOn);
    m_turnOff->setVisible(isOn && !m_security->mustHaveTotp);
    const Session *chosen = m_sessions.find(m_sessionsCard->view()->chosen());
    m_end->setEnabled(chosen && !chosen->isCurrent);
}

template <class T, class React>
void Page::follow(QFuture<Result<T>> answer, React react)
{
    whenDone(this, std::move(answer), [this, react](const Result<T> &outcome) {
        if (outcome)
            return react(*outcome);
        // Whoever left the question knows why nothing happened.
        if (outcome.error().code != ErrorCode::ReauthenticationNeeded)
            m_banner->showTrouble(outcome.error());
    });
}

void Page::changePassword()
{
    auto *form = new kit::ContractForm<ChangePassword>(m_kit.theme);
    form->ask(&ChangePassword::currentPassword, &ChangePassword::newPassword);
    form->fill({});
    auto *dialog = new kit::FormDialog(
        m_kit.theme,
        {.title = tr("Change password"),
         .text = tr("At least 8 characters with letters, digits and special characters. All your sessions end, this "
                    "one too: sign in again with the new password."),
         .verb = tr("Change password")},
        form, this);
    dialog->perform(
        *form, [this](const ChangePassword &wish) { return m_kit.api.call(api::changePassword, wish); },
        [this](const Nothing &) {
            // Not from within the dialog, which goes with this page.
            QMetaObject::invokeMethod(
                this, [this] { m_kit.navigator.signInAgain(); }, Qt::QueuedConnection);
        });
}

void Page::setUp()
{
    const auto ask = [this] { return m_kit.api.call(api::startTotp); };
    follow(kit::proved(m_kit, this, ask), [this](const TotpOffer &offer) {
        auto *dialog = new AppDialog(m_kit, offer, this);
        connect(dialog, &AppDialog::confirmed, this, &Page::showCodes);
        dialog->open();
    });
}

void Page::renewCodes()
{
    auto *dialog = new kit::AskDialog(m_kit.theme,
                                      {.title = tr("New recovery codes?"),
                                       .text = tr("Those you have are then good for nothing."),
                                       .verb = tr("Make new ones")},
                                      this);
    dialog->perform(
        [this, dialog](const QString &) {
            return kit::proved(m_kit, dialog, [this] { return m_kit.api.call(api::renewRecoveryCodes); });
        },
        [this](const RecoveryCodes &codes) { showCodes(codes); });
}

// A session that was limited becomes whole with its next token; that builds the rooms anew, so it comes last.
void Page::showCodes(const RecoveryCodes &codes)
{
    refresh();
    auto *dialog = new RecoveryDialog(m_kit, codes, this);
    connect(dialog, &QDialog::finished, this, [this] {
        if (m_kit.me.isLimited)
            m_kit.api.renewSession();
    });
    dialog->open();
}

void Page::turnOff()
{
    auto *dialog = new kit::AskDialog(m_kit.theme,
                                      {.title = tr("Sign in without the app?"),
                                       .text = tr("Whoever has your password and your mail then has your account."),
                                       .verb = tr("Turn off"),
                                       .look = "dangerFilled"},
                                      this);
    dialog->perform(
        [this, dialog](const QString &) {
            return kit::proved(m_kit, dialog, [this] { return m_kit.api.call(api::disableTotp); });
        },
        [this](const Nothing &) {
            m_kit.notices.toast(tr("The app is no longer asked for"));
            refresh();
        });
}

void Page::endSession()
{
    const Session *session = m_sessions.find(m_sessionsCard->view()->chosen());
    if (!session)
        return;
    auto *dialog = new kit::AskDialog(m_kit.theme,
                                      {.title = tr("End this session?"),
                                       .text = tr("Whoever uses it has to sign in again."),
                                       .facts = {{tr("Device"), session->device.value_or(session->ip)},
                                                 {tr("Last seen"), kit::display::text(session->lastSeenAt)}},
                                       .verb = tr("End session"),
                                       .look = "dangerFilled"},
                                      this);
    dialog->perform([this, id = session->id](const QString &) { return m_kit.api.call(api::revokeSession, id); },
                    [this](const Nothing &) {
                        m_kit.notices.toast(tr("The session has ended"));
                        m_sessions.refresh();
                        settle();
                    });
}

void Page::retranslate()
{
    const bool isOn = m_security && m_security->totpSince;
    const bool isMissing = m_security && m_security->mustHaveTotp && !isOn;
    m_title->say(tr("My security"));
    m_subtitle->say(tr("What guards your account, and where you are signed in"));
    const auto changedAt = m_security ? m_security->passwordChangedAt : std::nullopt;
    m_password->say(tr("Password"), changedAt ? tr("Changed %1").arg(kit::display::date(*changedAt)) : QString());
    m_passwordText->say(tr("When you change it, all your sessions end."));
    m_change->say(tr("Change…"));
    m_app->say(tr("App that shows codes"));
    m_state->say(isOn        ? tr("On")
                 : isMissing ? tr("Needed")
                             : tr("Off"),
                 isOn        ? kit::Tone::Success
                 : isMissing ? kit::Tone::Danger
                             : kit::Tone::Neutral);
    if (isOn)
        m_appText->say(tr("Used since %1. Recovery codes left: %2.")
                           .arg(kit::display::date(*m_security->totpSince))
                           .arg(m_security->recoveryCodesLeft));
    else if (isMissing)
        m_appText->say(tr("The market asks admins for a code of an app beside the password. Set it up to go on."));
    else
        m_appText->say(tr("Beside the password and the code by mail, a code from your phone is asked for: a stolen "
                          "mailbox is then not enough."));
    m_setUp->say(isOn ? tr("Set up another phone…") : tr("Set up…"));
    m_codes->say(tr("New recovery codes…"));
    m_turnOff->say(tr("Turn off…"));
    m_sessionsTitle->say(tr("Where you are signed in"));
    m_end->say(tr("End session…"));
    m_sessionsCard->say(tr("Sessions"));
    m_sessionsCard->setEmptyText(QStringLiteral("server"), tr("No sessions"), tr("You are not signed in anywhere."));
    m_sessions.retranslate();
    m_privacy->retranslate();
}

} // namespace security
