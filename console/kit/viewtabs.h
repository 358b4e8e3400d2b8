#pragma once

// The views of a list as tabs with how many rows each has.

#include "console/kit/theme.h"

#include <QTabBar>

namespace kit {

class ViewTabs : public QTabBar
{
    Q_OBJECT

public:
    explicit ViewTabs(const Theme &theme, QWidget *parent = nullptr);
    void setCount(int tab, qint64 count); // −1: not known

protected:
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override { return tabSizeHint(index); }
    void paintEvent(QPaintEvent *event) override;

private:
    QString countOf(int tab) const;
    void paintTab(QPainter &painter, int tab) const;

    const Theme &m_theme;
};

} // namespace kit
