#include "console/kit/receiving.h"

#include "console/kit/display.h"

namespace kit {

Receiving::Receiving(const Theme &theme, const QString &name, QWidget *parent)
    : ProgressLine(theme, parent)
{
    setObjectName(QStringLiteral("receiving"));
    m_title->eliding()->say(tr("Saving %1").arg(name));
    m_stop->setObjectName(QStringLiteral("stopSaving"));
    m_stop->say(tr("Stop"));
    m_stop->setAccessibleName(tr("Stop saving %1").arg(name));
    showPart(0, 0, QString());
    connect(m_stop, &QPushButton::clicked, this, [this] {
        Q_EMIT stopped();
        deleteLater();
    });
}

void Receiving::show(qint64 received, qint64 total)
{
    showPart(received, total,
             total > 0 ? tr("%1 of %2").arg(display::bytes(received), display::bytes(total))
                       : display::bytes(received));
}

} // namespace kit
