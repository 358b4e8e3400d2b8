#pragma once

// Shapes that delegates and widgets share: faces and chips look the same wherever they stand.

#include "console/kit/theme.h"

#include <optional>

namespace kit::paint {

// What stands before a chip's word beside its colour.
enum class Mark { Dot, None };

struct Chip
{
    QString text;
    Tone tone = Tone::Neutral;
    Mark mark = Mark::Dot;
    QString icon = {}; // instead of the mark
};

int chipHeight(const Theme &theme);
int chipWidth(const Theme &theme, const Chip &chip);
// At the left of `where`, in its middle; a long word is elided. Returns the width that was used.
int chip(QPainter &painter, const Theme &theme, const QRect &where, const Chip &chip);

// Initials on a tint that follows from the name, so that a person looks the same on every page. A circle is a person,
// a rounded square a store.
enum class Face { Person, Store };
void avatar(QPainter &painter, const Theme &theme, const QRect &where, const QString &name, Face face = Face::Person);

} // namespace kit::paint
