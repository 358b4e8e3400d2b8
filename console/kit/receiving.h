#pragma once

// A file on its way to this machine: how far it is, and how to stop it. The call ends when this goes.

#include "console/kit/controls.h"

class QProgressBar;

namespace kit {

class Receiving : public QWidget
{
    Q_OBJECT

public:
    Receiving(const Theme &theme, const QString &name, QWidget *parent);
    void show(qint64 received, qint64 total);

Q_SIGNALS:
    void stopped(); // it goes

private:
    Label *m_count;
    QProgressBar *m_bar;
};

} // namespace kit
