#include "console/kit/progressline.h"

#include <QHBoxLayout>
#include <QProgressBar>

namespace kit {

namespace {

constexpr int barHeight = 6;
constexpr int thousandths = 1000;

} // namespace

ProgressLine::ProgressLine(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_title(new Label(theme, Type::BodyStrong, "", this))
    , m_count(new Label(theme, Type::Small, "text2", this))
    , m_bar(new QProgressBar(this))
    , m_stop(new Button(theme, QStringLiteral("x"), "", this))
{
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(theme.px(barHeight));
    m_bar->setRange(0, 0);
    auto *words = row(8);
    words->addWidget(m_title, 1);
    words->addWidget(m_count);
    auto *left = column(theme.px(4));
    left->addLayout(words);
    left->addWidget(m_bar);
    auto *layout = row(theme.px(16));
    layout->setContentsMargins(0, theme.px(4), 0, theme.px(4));
    layout->addLayout(left, 1);
    layout->addWidget(m_stop);
    setLayout(layout);
}

void ProgressLine::showPart(qint64 done, qint64 whole, const QString &words)
{
    const bool isKnown = whole > 0;
    m_bar->setRange(0, isKnown ? thousandths : 0);
    if (isKnown)
        m_bar->setValue(int(qMin(done, whole) * thousandths / whole));
    m_count->say(words);
    m_bar->setAccessibleName(m_title->text());
    m_bar->setAccessibleDescription(words);
}

} // namespace kit
