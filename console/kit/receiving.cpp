#include "console/kit/receiving.h"

#include "console/kit/display.h"

#include <QHBoxLayout>
#include <QProgressBar>

namespace kit {

namespace {

constexpr int barHeight = 6;
constexpr int thousandths = 1000;

} // namespace

Receiving::Receiving(const Theme &theme, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_count(new Label(theme, Type::Small, "text2", this))
    , m_bar(new QProgressBar(this))
{
    setObjectName(QStringLiteral("receiving"));
    auto *title = new Label(theme, Type::BodyStrong, "", this);
    title->eliding()->say(tr("Saving %1").arg(name));
    auto *cancel = new Button(theme, QStringLiteral("x"), "", this);
    cancel->setObjectName(QStringLiteral("stopSaving"));
    cancel->say(tr("Stop"));
    cancel->setAccessibleName(tr("Stop saving %1").arg(name));
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(theme.px(barHeight));
    m_bar->setRange(0, 0);
    m_bar->setAccessibleName(title->text());
    auto *words = row(8);
    words->addWidget(title, 1);
    words->addWidget(m_count);
    auto *left = column(theme.px(4));
    left->addLayout(words);
    left->addWidget(m_bar);
    auto *layout = row(theme.px(16));
    layout->setContentsMargins(0, theme.px(4), 0, theme.px(4));
    layout->addLayout(left, 1);
    layout->addWidget(cancel);
    setLayout(layout);
    connect(cancel, &QPushButton::clicked, this, [this] {
        Q_EMIT stopped();
        deleteLater();
    });
}

void Receiving::show(qint64 received, qint64 total)
{
    const bool isKnown = total > 0;
    m_bar->setRange(0, isKnown ? thousandths : 0);
    if (isKnown)
        m_bar->setValue(int(qMin(received, total) * thousandths / total));
    m_count->say(isKnown ? tr("%1 of %2").arg(display::bytes(received), display::bytes(total))
                         : display::bytes(received));
    m_bar->setAccessibleDescription(m_count->text());
}

} // namespace kit
