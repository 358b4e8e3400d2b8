#pragma once

// A text as a square that a phone's camera reads. Always dark on white with the white rim that cameras need, also in
// the dark: many of them read nothing else.

#include "console/kit/theme.h"

#include <QImage>
#include <QWidget>

namespace kit {

class QrCode : public QWidget
{
    Q_OBJECT

public:
    QrCode(const Theme &theme, const QString &text, QWidget *parent = nullptr);

    // A pixel for each module, with the rim; null when the text is too long.
    const QImage &modules() const { return m_modules; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QImage m_modules;
};

} // namespace kit
