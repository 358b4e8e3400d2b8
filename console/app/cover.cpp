#include "console/app/cover.h"

#include <QApplication>
#include <QDialog>
#include <QEvent>
#include <QToolTip>

#include <algorithm>

namespace app {

Cover::Cover(QWidget &console)
    : QObject(&console)
    , m_console(console)
{}

// A second console of the same program has a lock of its own.
bool Cover::isOther(const QWidget &window) const
{
    const bool isOfOtherConsole = window.metaObject() == m_console.metaObject();
    return &window != m_console.window() && !isOfOtherConsole;
}

void Cover::draw()
{
    while (QWidget *popup = QApplication::activePopupWidget())
        popup->close();
    QToolTip::hideText();
    m_isDrawn = true;
    // The newest is hidden first, because a dialog over a dialog goes with its parent.
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (isOther(*window) && window->isVisible())
            cover(*window);
    }
    qApp->installEventFilter(this);
}

void Cover::cover(QWidget &window)
{
    const bool isKnown =
        std::any_of(m_covered.begin(), m_covered.end(), [&](const Covered &each) { return each.window == &window; });
    if (!isKnown)
        m_covered += {&window, window.windowModality()};
    window.hide();
}

void Cover::lift()
{
    qApp->removeEventFilter(this);
    m_isDrawn = false;
    for (const Covered &each : std::exchange(m_covered, {})) {
        auto *dialog = qobject_cast<QDialog *>(each.window);
        // Hidden, a dialog forgets that it was open over its window.
        if (dialog && each.modality == Qt::WindowModal)
            dialog->open();
        else if (each.window)
            each.window->show();
    }
}

void Cover::forget()
{
    qApp->removeEventFilter(this);
    m_isDrawn = false;
    m_covered.clear();
}

// What shows itself meanwhile waits under the cover too.
bool Cover::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Show || !watched->isWidgetType())
        return false;
    auto *window = static_cast<QWidget *>(watched);
    if (!window->isWindow() || !isOther(*window) || window->windowType() == Qt::ToolTip)
        return false;
    QMetaObject::invokeMethod(
        this,
        [this, window = QPointer(window)] {
            if (m_isDrawn && window && window->isVisible())
                cover(*window);
        },
        Qt::QueuedConnection);
    return false;
}

} // namespace app
