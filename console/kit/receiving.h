#pragma once

// A file on its way to this machine: how far it is, and how to stop it. The call ends when this goes.

#include "console/kit/progressline.h"

namespace kit {

class Receiving : public ProgressLine
{
    Q_OBJECT

public:
    Receiving(const Theme &theme, const QString &name, QWidget *parent);
    void show(qint64 received, qint64 total);

Q_SIGNALS:
    void stopped(); // it goes
};

} // namespace kit
