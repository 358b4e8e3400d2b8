#pragma once

// Something that takes its time: what it is, how far it is, and a button that stops it.

#include "console/kit/controls.h"

class QProgressBar;

namespace kit {

class ProgressLine : public QWidget
{
public:
    ProgressLine(const Theme &theme, QWidget *parent);

protected:
    // Without a whole nobody can say how far it is.
    void showPart(qint64 done, qint64 whole, const QString &words);

    Label *m_title, *m_count;
    QProgressBar *m_bar;
    Button *m_stop;
};

} // namespace kit
