#pragma once

// How far the store is: profile, documents, review, selling.

#include "console/kit/controls.h"

namespace onboarding {

class Progress : public QWidget
{
    Q_OBJECT

public:
    enum class Mark { Done, Now, Wrong, Ahead };
    struct Step
    {
        QString text;
        QString aside;
        Mark mark = Mark::Ahead;
    };

    Progress(const kit::Theme &theme, QWidget *parent);
    void show(const QList<Step> &steps);

private:
    const kit::Theme &m_theme;
    QVBoxLayout *m_steps;
};

} // namespace onboarding
