#include "console/pages/onboarding/progress.h"

#include <QHBoxLayout>

namespace onboarding {

using kit::Ink;

Progress::Progress(const kit::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_steps(kit::column(theme.px(14)))
{
    setLayout(m_steps);
}

void Progress::show(const QList<Step> &steps)
{
    kit::empty(m_steps);
    for (const Step &step : steps) {
        static constexpr const char *icons[] = {"circle-check", "circle-dot", "triangle-alert", "circle"};
        static constexpr Ink inks[] = {Ink::Success, Ink::Accent, Ink::Danger, Ink::Text3};
        const auto mark = std::size_t(step.mark);
        auto *box = new QWidget(this);
        auto *text = new kit::Label(m_theme, step.mark == Mark::Ahead ? kit::Type::Body : kit::Type::BodyStrong,
                                    step.mark == Mark::Ahead ? "text2" : "", box);
        text->say(step.text);
        auto *aside = new kit::Label(m_theme, kit::Type::Small, step.mark == Mark::Wrong ? "danger" : "text2", box);
        aside->wrapping()->say(step.aside);
        aside->setVisible(!step.aside.isEmpty());
        auto *words = kit::column(2);
        words->addWidget(text);
        words->addWidget(aside);
        auto *layout = kit::row(m_theme.px(10));
        layout->addWidget(new kit::Picture(m_theme, QString::fromLatin1(icons[mark]), 18, inks[mark], box), 0,
                          Qt::AlignTop);
        layout->addLayout(words, 1);
        box->setLayout(layout);
        m_steps->addWidget(box);
    }
}

} // namespace onboarding
