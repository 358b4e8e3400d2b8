#include "console/app/console.h"

#include "console/app/agreement.h"

#include <QApplication>
#include <QCloseEvent>
#include <QGuiApplication>
#include <QPointer>
#include <QScreen>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace app {

namespace {

constexpr int leastWidth = 960;
constexpr int leastHeight = 620;
constexpr int lockWidth = 360;
constexpr int frameHeight = 40; // the title bar that the desktop puts around it

} // namespace

kit::LiveFeed *Lines::open(const QString &path, QObject *parent)
{
    return new kit::LiveFeed({.server = m_server,
                              .path = path,
                              .credentials = m_server.isEmpty() ? nullptr : &m_credentials,
                              .authority = m_authority},
                             {}, parent);
}

Console::Console(World world, QWidget *parent)
    : QWidget(parent)
    , m_world(world)
    , m_api(world.transport)
    , m_session(m_api, world.vault, world.clock, m_me)
    , m_lines(m_session)
    , m_kit{m_theme, m_api, world.clock, m_lines, *this, *this, m_me, world.preferences}
    , m_stack(new QStackedWidget(this))
    , m_lockPlace(new QWidget(this))
    , m_idle(world.clock, this)
    , m_cover(*this)
    , m_departures(world.preferences.folder() + QStringLiteral("/departures"), this)
{
    // Language and look first: everything below is then built right at once.
    m_languages.speak(world.preferences.language());
    m_api.speak(m_languages.spoken().toLatin1());
    m_theme.dress(world.preferences.shade(), world.preferences.zoom(), world.preferences.density());
    setWindowIcon(QIcon(QStringLiteral(":/icons/kabaadwala.svg")));
    setObjectName(QStringLiteral("console"));
    m_door = new signin::Page(m_kit, this);
    m_toasts = new Toasts(m_theme, this);
    m_stack->addWidget(m_door);
    m_lock = new Lock(m_kit, m_lockPlace);
    kit::wear(m_lockPlace, "surface");
    kit::fixWidth(m_lock, m_theme, lockWidth);
    auto *lockLayout = kit::column(0);
    lockLayout->addStretch(2);
    lockLayout->addWidget(m_lock, 3, Qt::AlignHCenter);
    m_lockPlace->setLayout(lockLayout);
    m_stack->addWidget(m_lockPlace);
    auto *layout = kit::column(0);
    layout->addWidget(m_stack);
    setLayout(layout);
    setMinimumSize(leastWidth, leastHeight);
    link();
    linkServers();
    place();
    retitle();
}

void Console::link()
{
    connect(m_door, &signin::Page::signedIn, &m_session, &Session::adopt);
    connect(m_door, &signin::Page::identified, this,
            [this](const QString &who) { m_world.preferences.profiles().setIdentifier(who); });
    connect(m_door, &signin::Page::languageAsked, this, &Console::switchLanguage);
    connect(m_door, &signin::Page::shadeAsked, this, &Console::switchShade);
    connect(&m_session, &Session::restoring, m_door, &signin::Page::setRestoring);
    connect(&m_session, &Session::restoreFailed, m_door, &signin::Page::showUnreached);
    connect(&m_session, &Session::entered, this, [this] {
        m_departures.watch(m_world.preferences.server().toString(), m_me.id);
        enter();
    });
    connect(&m_session, &Session::left, this, [this] {
        m_departures.tell();
        leave();
    });
    connect(&m_departures, &Departures::left, this, [this] {
        m_session.leave();
        m_door->showEnded(signin::Page::Ending::InOtherWindow);
    });
    connect(&m_session, &Session::ended, this, [this] {
        m_departures.rest();
        leave();
        m_door->showEnded(signin::Page::Ending::ByServer);
    });
    connect(&m_idle, &Idle::lockAsked, this, &Console::lock);
    if (m_world.desktop)
        connect(m_world.desktop, &DesktopLock::locked, this, &Console::lock);
    connect(m_lock, &Lock::opened, this, &Console::unlock);
    connect(m_lock, &Lock::signOutAsked, &m_session, &Session::leave);
    connect(&m_session, &Session::vaultFailed, this, [this] {
        if (m_shell)
            m_shell->say(tr("No keychain runs on this desktop: you stay signed in only until you close the console."),
                         kit::Tone::Info);
    });
    connect(&m_session, &Session::identityChanged, this, [this] {
        if (!m_shell)
            return;
        // A completed profile opens the other rooms.
        if (m_wasLimited != m_me.isLimited)
            enter();
        else
            m_shell->introduce();
    });
}

void Console::start()
{
    showServers();
    if (const kit::Profile *chosen = m_world.preferences.profiles().chosen())
        return moveTo(*chosen);
    m_door->askServer({.server = m_world.preferences.server()});
}

void Console::linkServers()
{
    connect(m_door, &signin::Page::serverChosen, this, [this](const QString &id) {
        Profiles &profiles = m_world.preferences.profiles();
        profiles.choose(id);
        if (const kit::Profile *chosen = profiles.chosen())
            moveTo(*chosen);
    });
    connect(m_door, &signin::Page::serverSaved, this, &Console::saveServer);
    connect(m_door, &signin::Page::serverRemoved, this, &Console::removeServer);
}

// The last session there is taken up, if there was one.
void Console::moveTo(const kit::Profile &profile)
{
    if (m_world.network)
        m_world.network->moveTo(profile.server, profile.authority);
    m_lines.moveTo(profile);
    m_session.setServer(profile.server.toString());
    m_door->setIdentifier(profile.identifier);
    showServers();
    m_door->begin();
    m_session.restore();
}

void Console::showServers()
{
    const Profiles &profiles = m_world.preferences.profiles();
    m_door->showServers(profiles.all(), profiles.chosen() ? profiles.chosen()->id : QString());
}

void Console::saveServer(const kit::Profile &profile)
{
    Profiles &profiles = m_world.preferences.profiles();
    QUrl before;
    for (const kit::Profile &each : profiles.all()) {
        if (each.id == profile.id)
            before = each.server;
    }
    if (!profiles.put(profile))
        return m_door->refuseServer();
    // A session at the old address is not for the new one.
    if (!before.isEmpty() && before != profile.server)
        m_world.vault.erase(before.toString());
    moveTo(*profiles.chosen());
}

void Console::removeServer(const QString &id)
{
    Profiles &profiles = m_world.preferences.profiles();
    for (const kit::Profile &each : profiles.all()) {
        if (each.id == id)
            m_world.vault.erase(each.server.toString());
    }
    const bool wasInUse = profiles.chosen() && profiles.chosen()->id == id;
    profiles.remove(id);
    if (profiles.all().isEmpty() || wasInUse)
        return start();
    showServers();
}

void Console::enter()
{
    leave();
    m_wasLimited = m_me.isLimited;
    m_shell = new Shell(m_kit, this);
    m_shell->setRings(m_world.preferences.ringsForOrders());
    linkShell();
    m_stack->addWidget(m_shell);
    m_stack->setCurrentWidget(m_shell);
    m_idle.watch();
    (new Agreement(m_kit, m_shell))->ask(m_languages.spoken());
}

bool Console::isLocked() const
{
    return m_stack->currentWidget() == m_lockPlace;
}

// The rooms are hidden rather than covered, so that neither keys nor screen readers reach them. Dialogs and popups are
// windows of their own.
void Console::lock()
{
    if (!m_shell || isLocked())
        return;
    m_idle.rest();
    m_toasts->settle();
    m_toasts->hide();
    m_cover.draw();
    m_stack->setCurrentWidget(m_lockPlace);
    m_lock->begin();
}

void Console::unlock()
{
    if (!m_shell || !isLocked())
        return;
    m_stack->setCurrentWidget(m_shell);
    m_cover.lift();
    if (m_shell->page())
        m_shell->page()->setFocus();
    m_idle.watch();
}

void Console::linkShell()
{
    connect(m_shell, &Shell::languageAsked, this, &Console::switchLanguage);
    connect(m_shell, &Shell::shadeAsked, this, &Console::switchShade);
    connect(m_shell, &Shell::zoomAsked, this, [this](double factor) {
        m_theme.zoomTo(factor == 0 ? 1.0 : m_theme.zoom() * factor);
        m_world.preferences.keep(m_theme);
    });
    connect(m_shell, &Shell::densityAsked, this, [this](kit::Theme::Density density) {
        m_theme.packTo(density);
        m_world.preferences.keep(m_theme);
    });
    connect(m_shell, &Shell::signOutAsked, this, [this] {
        m_toasts->settle();
        m_session.leave();
    });
    connect(m_shell, &Shell::lockAsked, this, &Console::lock);
    connect(m_shell, &Shell::storeDecided, this, &Console::widen);
    connect(m_shell, &Shell::ringChanged, this, [this](bool rings) { m_world.preferences.setRingsForOrders(rings); });
    connect(m_shell, &Shell::orderCame, this, [this](int unseen) {
        m_unseen = unseen;
        retitle();
    });
}

void Console::leave()
{
    if (!m_shell)
        return;
    m_idle.rest();
    m_cover.forget();
    m_stack->setCurrentWidget(m_door);
    m_stack->removeWidget(m_shell);
    // A signal of one of its own children may have led here.
    m_shell->deleteLater();
    m_shell = nullptr;
    m_unseen = 0;
    retitle();
    m_door->begin();
}

void Console::open(const QString &page, const QString &object)
{
    if (m_shell)
        m_shell->open(page, object);
}

void Console::openNarrowed(const QString &page, const kit::Narrowing &by)
{
    if (m_shell)
        m_shell->open(page, {}, by);
}

// An approval opens rooms: a session that was limited by the profile becomes whole without a new sign-in, and the
// shell is then built anew. One that came from an activation link never does; the page says so.
void Console::widen()
{
    if (m_me.isLimited)
        m_session.renew();
}

void Console::signInAgain()
{
    m_toasts->settle();
    m_door->setIdentifier(m_me.email);
    m_session.leave();
    m_door->showEnded(signin::Page::Ending::ToWiden);
}

void Console::toast(const QString &text, kit::Tone tone)
{
    if (!isLocked())
        m_toasts->toast(text, tone);
}

void Console::toastWithUndo(const QString &text, std::function<void()> commit, std::function<void()> undo)
{
    m_toasts->toastWithUndo(text, std::move(commit), std::move(undo));
}

void Console::switchLanguage()
{
    if (m_isSwitching)
        return;
    m_isSwitching = true;
    QGuiApplication::setOverrideCursor(Qt::WaitCursor);
    const QString next = m_languages.spoken() == QLatin1StringView("hi") ? QStringLiteral("en") : QStringLiteral("hi");
    m_languages.speak(next);
    m_theme.apply(); // each script has its own spacing
    m_api.speak(next.toLatin1());
    m_world.preferences.setLanguage(next);
    // Every widget hears of it by an event that is under way already; what was pressed meanwhile is not meant anew.
    QTimer::singleShot(0, qApp, [self = QPointer(this)] {
        QGuiApplication::restoreOverrideCursor();
        if (self)
            self->m_isSwitching = false;
    });
}

void Console::switchShade()
{
    const bool isDark = m_theme.shade() == kit::Theme::Shade::Dark;
    m_theme.wear(isDark ? kit::Theme::Shade::Light : kit::Theme::Shade::Dark);
    m_world.preferences.keep(m_theme);
}

// Where the window stood last time, as far as today's screens reach.
void Console::place()
{
    const QScreen *screen = QGuiApplication::primaryScreen();
    const QRect room = screen ? screen->availableGeometry() : QRect(0, 0, 1280, 800);
    if (!restoreGeometry(m_world.preferences.geometry()))
        resize(qMin(1440, room.width()), qMin(900, room.height() - frameHeight));
    const bool isVisibleSomewhere = QGuiApplication::screenAt(geometry().center()) != nullptr;
    if (!isVisibleSomewhere)
        move(room.center() - rect().center());
}

void Console::retitle()
{
    const QString name = QStringLiteral("Kabaadwala");
    setWindowTitle(m_unseen > 0 ? QStringLiteral("(%1) %2").arg(m_unseen).arg(name) : name);
}

void Console::closeEvent(QCloseEvent *event)
{
    m_toasts->settle();
    m_world.preferences.setGeometry(saveGeometry());
    QWidget::closeEvent(event);
}

void Console::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retitle();
}

} // namespace app
