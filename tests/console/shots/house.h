#pragma once

// Pictures of the door and of the shell around every page, at the sizes of real screens.

#include "console/kit/theme.h"

#include <QSize>
#include <QString>

enum class Rooms { All, Door };
void shootHouse(kit::Theme::Shade shade, const QString &language, QSize size, const QString &folder,
                const QString &ending, Rooms rooms);
