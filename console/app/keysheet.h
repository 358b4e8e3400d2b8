#pragma once

// "?": which keys do what.

#include "console/kit/theme.h"

#include <QDialog>

namespace app {

class KeySheet : public QDialog
{
    Q_OBJECT

public:
    struct Key
    {
        QString keys;
        QString what;
    };
    KeySheet(const kit::Theme &theme, const QList<Key> &keys, QWidget *parent);
};

} // namespace app
