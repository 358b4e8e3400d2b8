#pragma once

// The small pieces that pages are put together from: labels and buttons that follow the theme, lines, chips, avatars.
// Texts of others are shown as they are, never as rich text.

#include "console/kit/theme.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

class QGridLayout;
class QHBoxLayout;
class QVBoxLayout;

namespace kit {

class Label : public QLabel
{
    Q_OBJECT

public:
    Label(const Theme &theme, Type type, const char *ink = "", QWidget *parent = nullptr);
    // Lets the text wrap and gives it the height it then needs.
    Label *wrapping();
    // Shortens to the width it gets; the full text stays for tool tip and screen reader.
    Label *eliding();
    void say(const QString &text);
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_elides = false;
};

// A push button with an icon: look is "" (plain), "primary", "danger", "ghost" or "link".
class Button : public QPushButton
{
    Q_OBJECT

public:
    Button(const Theme &theme, const QString &icon, const char *look = "", QWidget *parent = nullptr);
    void say(const QString &text);
    void draw(const QString &icon);

private:
    void dress();

    const Theme &m_theme;
    QString m_icon;
    QByteArray m_look;
    QString m_text;
};

// Only an icon; the name is for the tool tip and for screen readers.
class IconButton : public QToolButton
{
    Q_OBJECT

public:
    IconButton(const Theme &theme, const QString &icon, QWidget *parent = nullptr);
    void say(const QString &name);
    void draw(const QString &icon, Ink ink = Ink::Text2);

private:
    const Theme &m_theme;
};

class Chip : public QLabel
{
    Q_OBJECT

public:
    explicit Chip(const Theme &theme, QWidget *parent = nullptr);
    void say(const QString &text, Tone tone, const QString &icon = {});
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    Tone m_tone = Tone::Neutral;
    QString m_icon;
};

class Avatar : public QLabel
{
    Q_OBJECT

public:
    enum class Shape { Round, Square };
    Avatar(const Theme &theme, int size, Shape shape, QWidget *parent = nullptr);
    void show(const QString &name);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    Shape m_shape;
};

// An icon that follows the theme, for people who see it: screen readers pass over it.
class Picture : public QLabel
{
    Q_OBJECT

public:
    Picture(const Theme &theme, const QString &icon, int size, Ink ink, QWidget *parent = nullptr);
    void draw(const QString &icon, Ink ink);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_icon;
    Ink m_ink;
    int m_size;
};

// A length at 100 % zoom that follows the theme's.
void fixWidth(QWidget *widget, const Theme &theme, int px);
void fixHeight(QWidget *widget, const Theme &theme, int px);

QFrame *line(QWidget *parent = nullptr);
QHBoxLayout *row(int spacing = 8);
QVBoxLayout *column(int spacing = 8);
// A row of a grid of two columns: its name, and what it is at the right, which is returned.
Label *addFact(QGridLayout *grid, QWidget *parent, const Theme &theme, const QString &name, const QString &value,
               const char *ink = "", Type type = Type::Body);
// Takes out all that stands in a layout and the layouts in it. It is gone from sight at once and deleted soon, because
// the click that led here may come from one of these.
void empty(QLayout *layout);

} // namespace kit
