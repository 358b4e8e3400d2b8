#pragma once

// Paper out of the printer of this machine, as its owner set it up (CUPS). Where there is none, or it does not take the
// paper, it is saved and opened instead.

#include "console/kit/kit.h"

class QWidget;

namespace kit {

void printPaper(Kit &kit, QWidget *parent, const QString &name, const QByteArray &pdf);

} // namespace kit
