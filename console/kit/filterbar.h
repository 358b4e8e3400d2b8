#pragma once

// The row of filters above a list: a search field ("/" leads there), switches of fixed choices, and how to drop them.

#include "console/kit/controls.h"

#include <QLineEdit>
#include <QTimer>

class QHBoxLayout;

namespace kit {

// A line to type in with an icon before it.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(const Theme &theme, QWidget *parent = nullptr);
    void say(const QString &prompt); // also its accessible name

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

// One filter of fixed choices: "+ City" while it is off, "City: Pune" while it is on.
class ChoiceFilter : public QPushButton
{
    Q_OBJECT

public:
    ChoiceFilter(const Theme &theme, QWidget *parent = nullptr);

    struct Choice
    {
        QString value; // what the query gets
        QString text;
    };
    void offer(const QString &name, const QList<Choice> &choices); // keeps what is chosen
    QString value() const { return m_value; }
    void pick(const QString &value);

Q_SIGNALS:
    void changed();

private:
    void dress();

    QString m_name, m_value;
    QList<Choice> m_choices;
};

class FilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(const Theme &theme, QWidget *parent = nullptr);

    SearchField *search() const { return m_search; }
    ChoiceFilter *addChoice();
    void addWidget(QWidget *widget);
    bool isEmpty() const;
    void clear();
    void retranslate();

Q_SIGNALS:
    void changed(); // after a short pause while typing

private:
    void settle();

    const Theme &m_theme;
    QHBoxLayout *m_layout;
    SearchField *m_search;
    Button *m_clear;
    QList<ChoiceFilter *> m_choices;
    QTimer m_typing;
};

} // namespace kit
