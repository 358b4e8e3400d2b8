#include "console/kit/segments.h"

#include <QButtonGroup>
#include <QHBoxLayout>

namespace kit {

Segments::Segments(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_group(new QButtonGroup(this))
{
    wear(this, "segments");
    auto *layout = row(2);
    layout->setContentsMargins(3, 3, 3, 3);
    setLayout(layout);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int index, bool isOn) {
        if (isOn)
            Q_EMIT chosenChanged(index);
    });
}

void Segments::offer(const QStringList &names)
{
    while (m_group->buttons().size() < names.size()) {
        auto *button = new Button(m_theme, {}, "segment", this);
        button->setCheckable(true);
        m_group->addButton(button, int(m_group->buttons().size()));
        layout()->addWidget(button);
    }
    for (int i = 0; i < names.size(); ++i)
        static_cast<Button *>(m_group->button(i))->say(names.at(i));
    if (m_group->checkedId() < 0 && !names.isEmpty())
        choose(0);
}

int Segments::chosen() const
{
    return m_group->checkedId();
}

void Segments::choose(int index)
{
    if (QAbstractButton *button = m_group->button(index))
        button->setChecked(true);
}

} // namespace kit
