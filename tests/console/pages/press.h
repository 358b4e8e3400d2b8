#pragma once

// Presses what a person would press, found by name; a control that is missing or hidden fails the test at once.

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

template <class T>
T *found(QWidget &where, const char *name)
{
    for (T *widget : where.findChildren<T *>(QString::fromLatin1(name))) {
        if (widget->isVisibleTo(&where))
            return widget;
    }
    return nullptr;
}

inline bool press(QWidget &where, const char *button)
{
    auto *found = ::found<QAbstractButton>(where, button);
    if (!found || !found->isEnabled())
        return false;
    found->click();
    return true;
}

// The dialog that is open on the page.
inline QDialog *dialogOf(QWidget &page)
{
    for (QDialog *dialog : page.findChildren<QDialog *>()) {
        if (dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

inline void type(QWidget &where, const char *field, const QString &text)
{
    if (auto *lines = found<QPlainTextEdit>(where, field))
        lines->setPlainText(text);
    else if (auto *line = found<QLineEdit>(where, field))
        line->setText(text);
    else
        QTest::qFail(qPrintable(QStringLiteral("no field %1").arg(QLatin1StringView(field))), __FILE__, __LINE__);
}

inline bool shows(const QWidget &where, const QString &text)
{
    for (const QLabel *label : where.findChildren<QLabel *>()) {
        if (label->isVisibleTo(&where) && label->text().contains(text))
            return true;
    }
    return false;
}
