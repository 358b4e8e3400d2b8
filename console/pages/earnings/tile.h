#pragma once

// One figure of the vendor's money with its name and what it means.

#include "console/kit/controls.h"
#include "shared/base/values.h"

namespace earnings {

class Tile : public QFrame
{
    Q_OBJECT

public:
    Tile(const kit::Theme &theme, const QString &icon, QWidget *parent);

    void say(const QString &name, const QString &meaning);
    void show(Money amount);

private:
    void name();

    kit::Label *m_name, *m_figure, *m_meaning;
};

} // namespace earnings
