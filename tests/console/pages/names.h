#pragma once

// Finds what a screen reader could not name: controls and rows without a text.

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabBar>

// A table's header is part of the table; its sections are named by the model. Everything else that Tab reaches is a
// control, whatever it is made of.
inline bool isControl(const QWidget *widget)
{
    if (qobject_cast<const QHeaderView *>(widget))
        return false;
    const auto *area = qobject_cast<const QAbstractScrollArea *>(widget->parentWidget());
    if (area && area->viewport() == widget)
        return false; // its area speaks for it
    if (widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus)
        return true;
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget) ||
           qobject_cast<const QComboBox *>(widget) || qobject_cast<const QPlainTextEdit *>(widget) ||
           qobject_cast<const QAbstractItemView *>(widget) || qobject_cast<const QTabBar *>(widget);
}

inline QStringList namelessRows(const QAbstractItemView *view)
{
    QStringList out;
    const QAbstractItemModel *model = view->model();
    for (int row = 0; model && row < model->rowCount(); ++row) {
        const QModelIndex index = model->index(row, 0);
        if (index.data(Qt::AccessibleTextRole).toString().isEmpty() && index.data().toString().isEmpty())
            out += QStringLiteral("row %1 of %2").arg(row).arg(view->objectName());
    }
    return out;
}

// Their names in one line; empty when everything can be named.
inline QString nameless(QWidget &page)
{
    QStringList out;
    for (const QWidget *widget : page.findChildren<QWidget *>()) {
        if (!widget->isVisibleTo(&page) || !isControl(widget) || widget->objectName().startsWith(u"qt_"))
            continue;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        if (!face || face->text(QAccessible::Name).trimmed().isEmpty())
            out += QStringLiteral("%1 %2").arg(widget->metaObject()->className(), widget->objectName());
        if (const auto *view = qobject_cast<const QAbstractItemView *>(widget))
            out += namelessRows(view);
    }
    return out.join(QStringLiteral("; "));
}
