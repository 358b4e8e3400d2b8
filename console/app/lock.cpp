#include "console/app/lock.h"

#include "shared/contract/factors.h"

#include <QApplication>
#include <QKeyEvent>

namespace app {

namespace {

constexpr int tickMs = 15'000;

bool isInput(QEvent::Type type)
{
    switch (type) {
    case QEvent::KeyPress:
    case QEvent::ShortcutOverride: // comes before a shortcut is carried out
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin: return true;
    default: return false;
    }
}

bool isLockKey(const QEvent &event)
{
    if (event.type() != QEvent::KeyPress)
        return false;
    const auto &key = static_cast<const QKeyEvent &>(event);
    return key.key() == Qt::Key_L && key.modifiers() == Qt::ControlModifier;
}

} // namespace

Idle::Idle(kit::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_ticker.setInterval(tickMs);
    connect(&m_ticker, &QTimer::timeout, this, &Idle::tick);
}

void Idle::watch()
{
    m_lastInput = m_clock.now();
    m_ticker.start();
    qApp->installEventFilter(this);
}

void Idle::rest()
{
    m_ticker.stop();
    qApp->removeEventFilter(this);
}

void Idle::tick()
{
    if (m_clock.now().ms - m_lastInput.ms >= idleMs)
        Q_EMIT lockAsked();
}

bool Idle::eventFilter(QObject *watched, QEvent *event)
{
    if (!watched->isWidgetType() || !isInput(event->type()))
        return false;
    // The first touch after the pause belongs to nobody yet: it must not reach what lies below.
    tick();
    if (isWatching() && isLockKey(*event))
        Q_EMIT lockAsked();
    if (!isWatching())
        return true;
    m_lastInput = m_clock.now();
    return false;
}

Lock::Lock(kit::Kit &kit, QWidget *parent)
    : Step(kit, QStringLiteral("lock"), parent)
    , m_password(addLine(QStringLiteral("password")))
    , m_eye(signin::addEye(m_password.edit, kit.theme))
    , m_leave(addLink())
{
    setObjectName(QStringLiteral("lock"));
    m_leave->setObjectName(QStringLiteral("signOut"));
    connect(m_leave, &QPushButton::clicked, this, &Lock::signOutAsked);
    retranslate();
}

void Lock::begin()
{
    retranslate();
    m_banner->clear();
    m_password.edit->clear();
    m_password.edit->setFocus();
}

// The session that was opened with a code goes on, so that only the password is asked for again. Wrong ones end it and
// leave the account alone.
void Lock::go()
{
    const Reauthenticate wish{.password = m_password.edit->text()};
    if (isBusy() || wish.password->isEmpty())
        return;
    setBusy(tr("Checking…"));
    kit::whenDone(this, m_kit.api.call(api::reauthenticate, wish), [this](const Result<Reauthenticated> &answer) {
        m_password.edit->clear();
        if (answer) {
            setReady();
            Q_EMIT opened();
            return;
        }
        fail(answer.error());
        m_password.edit->setFocus();
    });
}

void Lock::retranslate()
{
    setTexts(tr("Locked"), tr("%1, type your password to go on where you were.").arg(m_kit.me.name), tr("Unlock"));
    m_password.say(tr("Password"));
    m_eye->say(tr("Show the password"));
    m_leave->say(tr("Sign out"));
}

} // namespace app
