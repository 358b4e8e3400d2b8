#pragma once

// The folder of this test program for what it makes anew again and again. It is removed when the program ends; of one
// that was killed, the next one removes it, because nobody holds its lock any more.

#include <QString>

namespace scratch {

QString folder();

// Removes the folders in there whose programs are gone.
void sweep(const QString &where);

// Takes the lock of a folder, for as long as the file that is answered is open; -1 when somebody else has it.
int hold(const QString &folder);

inline const QString prefix = QStringLiteral("kabaadwala-tests-");

} // namespace scratch
