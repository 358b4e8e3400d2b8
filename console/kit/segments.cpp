#include "console/kit/segments.h"

#include <QButtonGroup>
#include <QHBoxLayout>

namespace kit {

namespace {

constexpr int around = 28; // paddings and borders of the style sheet

} // namespace

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
    connect(&theme, &Theme::changed, this, &Segments::fit);
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
    fit();
    if (m_group->checkedId() < 0 && !names.isEmpty())
        choose(0);
}

// The chosen one is bolder, which the button's own size does not know before.
void Segments::fit()
{
    const QFontMetrics bold(m_theme.font(Type::BodyStrong));
    const QList<QAbstractButton *> buttons = m_group->buttons();
    for (QAbstractButton *button : buttons)
        button->setMinimumWidth(bold.horizontalAdvance(button->text()) + m_theme.px(around));
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
