#pragma once

// Saves bytes that came from the server, and what the console makes of figures, where the user wants them. The name was
// chosen by others: only its last part is offered.

#include "console/kit/figures.h"
#include "console/kit/kit.h"

#include <functional>

class QDialog;

namespace kit {

class Paper;

enum class Saved { Keep, Open };

// Asks where a file is to go.
QDialog *askWhere(QWidget *parent, const QString &name, std::function<void(const QString &path)> react);

// The dialog belongs to the parent and closes with it; the outcome is said as a toast.
void saveFile(Kit &kit, QWidget *parent, const QString &name, const QByteArray &bytes, Saved then = Saved::Keep);

// Figures as CSV.
void saveFigures(Kit &kit, QWidget *parent, const QString &title, const Figures &figures);

// Figures as a document to print.
void savePaper(Kit &kit, QWidget *parent, const QString &name, const Paper &paper);

} // namespace kit
