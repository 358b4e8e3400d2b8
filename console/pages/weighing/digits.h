#pragma once

// The weight as it is read from across the yard: as large as there is room, with its unit and whether it stands still.

#include "console/kit/theme.h"

#include <QWidget>

namespace weighing {

class Digits : public QWidget
{
    Q_OBJECT

public:
    explicit Digits(const kit::Theme &theme, QWidget *parent = nullptr);

    void say(const QString &number, const QString &unit, const QString &state, kit::Tone tone);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const kit::Theme &m_theme;
    QString m_number, m_unit, m_state;
    kit::Tone m_tone = kit::Tone::Neutral;
};

} // namespace weighing
