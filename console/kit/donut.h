#pragma once

// Shares of a whole as a ring. The names and numbers stand beside it in a list (kit/linelist), which keyboards and
// screen readers use; the list's colours are the ring's.

#include "console/kit/theme.h"

#include <QWidget>

namespace kit {

class Donut : public QWidget
{
    Q_OBJECT

public:
    explicit Donut(const Theme &theme, QWidget *parent = nullptr);

    // In the order of the theme's series.
    void show(const QList<qint64> &parts, const QString &middle, const QString &below);
    // As it looks in another theme, on paper.
    void draw(QPainter &painter, const QRect &where, const Theme &theme) const;
    QSize sizeHint() const override { return {m_theme.px(132), m_theme.px(132)}; }
    QSize minimumSizeHint() const override { return {m_theme.px(96), m_theme.px(96)}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QList<qint64> m_parts;
    QString m_middle, m_below;
};

} // namespace kit
