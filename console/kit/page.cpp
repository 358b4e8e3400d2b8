#include "console/kit/page.h"

#include <QEvent>

namespace kit {

Page::Page(Kit &kit, QWidget *parent)
    : QWidget(parent)
    , m_kit(kit)
{
    wear(this, "canvas");
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
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace kit
