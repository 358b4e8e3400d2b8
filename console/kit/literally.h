#pragma once

// Names of others on menus and buttons: Qt takes "&" there for the mark of a key, eats it and underlines what follows.

#include <QString>

namespace kit {

inline QString literally(QString text)
{
    return text.replace(u'&', QStringLiteral("&&"));
}

} // namespace kit
