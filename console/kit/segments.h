#pragma once

// A few exclusive choices beside each other: "Board | Table", "Pending | More info | Rejected".

#include "console/kit/controls.h"

class QButtonGroup;

namespace kit {

class Segments : public QFrame
{
    Q_OBJECT

public:
    explicit Segments(const Theme &theme, QWidget *parent = nullptr);

    void offer(const QStringList &names); // the first call makes the buttons, later ones rename them
    int chosen() const;
    void choose(int index);

Q_SIGNALS:
    void chosenChanged(int index);

private:
    void fit();

    const Theme &m_theme;
    QButtonGroup *m_group;
};

} // namespace kit
