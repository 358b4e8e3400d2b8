#include "console/kit/page.h"

#include <QEvent>

namespace kit {

namespace {

// Figures and rows that change faster than they can be read help nobody.
constexpr int newsPauseMs = 4000;

} // namespace

Page::Page(Kit &kit, QWidget *parent)
    : QWidget(parent)
    , m_kit(kit)
{
    wear(this, "canvas");
    m_pause.setSingleShot(true);
    m_pause.setInterval(newsPauseMs);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (std::exchange(m_isBehind, false))
            noteNews();
    });
}

void Page::noteNews()
{
    if (m_pause.isActive()) {
        m_isBehind = true;
        return;
    }
    m_pause.start();
    catchUp();
}

void Page::catchUp()
{
    if (isVisible())
        refresh();
}

void Page::reveal(const QString &) {}

void Page::narrow(const Narrowing &) {}

void Page::hear(const LiveEvent &) {}

void Page::setWaiting(int count)
{
    if (m_waiting == count)
        return;
    m_waiting = count;
    Q_EMIT waitingChanged(count);
}

void Page::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_isInOldWords = !isVisible();
    if (isVisible())
        retranslate();
}

void Page::showEvent(QShowEvent *event)
{
    if (std::exchange(m_isInOldWords, false))
        retranslate();
    QWidget::showEvent(event);
}

} // namespace kit
