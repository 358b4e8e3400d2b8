#pragma once

// One figure of a dashboard: its name, how much, what has changed since the previous period and whether that is good,
// and its course as a small line. The whole tile is a button that leads to the list behind the figure; it waits, fails
// and is asked again by itself.

#include "console/kit/theme.h"
#include "shared/base/result.h"

#include <QAbstractButton>
#include <QTimer>

#include <optional>

namespace kit {

struct TileFigure
{
    QString figure;
    // Hundredths of a percent or of a percentage point, by which text was made.
    std::optional<qint64> change = {};
    QString changeText = {};
    enum class Better { More, Less, Neither } better = Better::More;
    QString note = {};
    QList<qint64> course = {};
    QString of = {}; // the days that it is of; said when it is old, because others may be chosen by then

    friend bool operator==(const TileFigure &, const TileFigure &) = default;
};

class FigureTile : public QAbstractButton
{
    Q_OBJECT

public:
    FigureTile(const Theme &theme, const QString &icon, QWidget *parent = nullptr);

    void say(const QString &name);
    const QString &title() const { return m_name; }
    // What the figure is made of, in one sentence: its tool tip, and what a screen reader adds.
    void explain(const QString &sentence);
    void showLoading(); // what stands there stays; without it a grey bar comes after 150 ms
    void show(const TileFigure &figure);
    void showTrouble(const Error &error); // a figure that stands there stays, and says that it is old
    const std::optional<TileFigure> &figure() const { return m_figure; }
    bool isTroubled() const { return !m_trouble.isEmpty(); }
    // Whether all words of the change and of the note have room in a tile of this width.
    bool fits(int width) const;
    // How the change is to be taken: green, red or neither.
    static Tone toneOf(const TileFigure &figure);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    // As it looks in another theme, on paper.
    void draw(QPainter &painter, const QRect &where, const Theme &theme) const;

Q_SIGNALS:
    void opened();
    void retried();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void name();
    QString spokenChange() const;
    void paintIn(QPainter &painter, const QRect &where);
    void paintTrouble(QPainter &painter, const QRect &where);
    void paintFigure(QPainter &painter, const QRect &where);
    void paintAge(QPainter &painter, const QRect &first, const QRect &below);
    void paintChange(QPainter &painter, const QRect &first, const QRect &second);
    QFont changeFont() const;
    int changeWidth() const;
    bool takesTwoLines(int width) const;
    void paintCourse(QPainter &painter, const QRectF &where);

    const Theme &m_theme;
    QString m_icon, m_name, m_trouble, m_explained;
    std::optional<TileFigure> m_figure;
    QTimer m_patience;
};

} // namespace kit
