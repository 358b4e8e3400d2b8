#include "console/kit/ringer.h"

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryFile>

namespace kit {

namespace {

constexpr int againMs = 20'000;

QString findPlayer()
{
    for (const char *name : {"pw-play", "paplay", "aplay"}) {
        const QString found = QStandardPaths::findExecutable(QString::fromLatin1(name));
        if (!found.isEmpty())
            return found;
    }
    return {};
}

} // namespace

Ringer::Ringer(QObject *parent)
    : QObject(parent)
    , m_player(findPlayer())
{
    connect(&m_again, &QTimer::timeout, this, &Ringer::sound);
}

Ringer::~Ringer() = default;

void Ringer::ring()
{
    qApp->installEventFilter(this);
    m_again.start(againMs);
    sound();
}

void Ringer::stop()
{
    m_again.stop();
    qApp->removeEventFilter(this);
}

bool Ringer::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::KeyPress)
        stop();
    return QObject::eventFilter(watched, event);
}

void Ringer::sound()
{
    Q_EMIT rang();
    if (m_player.isEmpty() || soundFile().isEmpty() || !QProcess::startDetached(m_player, {soundFile()}))
        QApplication::beep();
}

// Players read files, not resources.
QString Ringer::soundFile()
{
    if (!m_file) {
        QFile sound(QStringLiteral(":/sounds/new-order.wav"));
        m_file = std::make_unique<QTemporaryFile>();
        if (!sound.open(QIODevice::ReadOnly) || !m_file->open())
            return {};
        m_file->write(sound.readAll());
        m_file->flush();
    }
    return m_file->fileName();
}

} // namespace kit
