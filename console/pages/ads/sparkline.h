#pragma once

// Views by day as a line without axes; the figures stand in words beside it.

#include "console/kit/theme.h"
#include "shared/contract/ads.h"

#include <QWidget>

namespace ads {

class Sparkline : public QWidget
{
    Q_OBJECT

public:
    Sparkline(const kit::Theme &theme, QWidget *parent);

    // Days without any count are none.
    void show(const QList<AdDay> &days);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const kit::Theme &m_theme;
    QList<qint64> m_views;
};

} // namespace ads
