#include "console/pages/reports/receiving.h"

#include "console/kit/display.h"

#include <QHBoxLayout>
#include <QProgressBar>

namespace reports {

namespace {

constexpr int barHeight = 6;
constexpr int thousandths = 1000;

} // namespace

Receiving::Receiving(const kit::Theme &theme, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_count(new kit::Label(theme, kit::Type::Small, "text2", this))
    , m_bar(new QProgressBar(this))
{
    setObjectName(QStringLiteral("receiving"));
    auto *title = new kit::Label(theme, kit::Type::BodyStrong, "", this);
    title->eliding()->say(tr("Saving %1").arg(name));
    auto *cancel = new kit::Button(theme, QStringLiteral("x"), "", this);
    cancel->setObjectName(QStringLiteral("stopSaving"));
    cancel->say(tr("Stop"));
    cancel->setAccessibleName(tr("Stop saving %1").arg(name));
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(theme.px(barHeight));
    m_bar->setRange(0, 0);
    m_bar->setAccessibleName(title->text());
    auto *words = kit::row(8);
    words->addWidget(title, 1);
    words->addWidget(m_count);
    auto *left = kit::column(theme.px(4));
    left->addLayout(words);
    left->addWidget(m_bar);
    auto *layout = kit::row(theme.px(16));
    layout->setContentsMargins(0, theme.px(4), 0, theme.px(4));
    layout->addLayout(left, 1);
    layout->addWidget(cancel);
    setLayout(layout);
    connect(cancel, &QPushButton::clicked, this, &QObject::deleteLater);
}

void Receiving::show(qint64 received, qint64 total)
{
    const bool isKnown = total > 0;
    m_bar->setRange(0, isKnown ? thousandths : 0);
    if (isKnown)
        m_bar->setValue(int(qMin(received, total) * thousandths / total));
    m_count->say(isKnown ? tr("%1 of %2").arg(kit::display::bytes(received), kit::display::bytes(total))
                         : kit::display::bytes(received));
    m_bar->setAccessibleDescription(m_count->text());
}

} // namespace reports
