#pragma once

// Saves bytes that came from the server where the user wants them. The name was chosen by others: only its last part is
// offered.

#include "console/kit/kit.h"

namespace kit {

enum class Saved { Keep, Open };

// The dialog belongs to the parent and closes with it; the outcome is said as a toast.
void saveFile(Kit &kit, QWidget *parent, const QString &name, const QByteArray &bytes, Saved then = Saved::Keep);

} // namespace kit
