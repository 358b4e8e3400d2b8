#include "console/kit/calldialog.h"

#include "console/kit/display.h"

#include <QHBoxLayout>
#include <QScreen>

namespace kit {

CallDialog::CallDialog(const Theme &theme, const QString &verb, const char *look, QWidget *parent)
    : QDialog(parent)
    , m_trouble(new Banner(theme, this))
    , m_cancel(new Button(theme, {}, "", this))
    , m_verb(new Button(theme, {}, look, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_cancel->say(tr("Cancel"));
    m_verb->say(verb);
    m_cancel->setObjectName(QStringLiteral("dismiss"));
    m_verb->setObjectName(QStringLiteral("verb"));
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_trouble, &Banner::acted, m_verb, &QPushButton::click);
}

// Cancel, Esc and the window's cross all lead here.
void CallDialog::reject()
{
    if (!m_isWaiting)
        QDialog::reject();
}

void CallDialog::check()
{
    m_verb->setEnabled(!m_isWaiting && isReady());
    m_cancel->setEnabled(!m_isWaiting);
}

void CallDialog::setWaiting(bool isWaiting)
{
    m_isWaiting = isWaiting;
    check();
}

void CallDialog::showTrouble(const Error &error)
{
    m_trouble->showTrouble(error, display::problems(error.fields));
    grow();
}

// What is said must not push together what stands below and above it.
void CallDialog::grow()
{
    if (!layout())
        return;
    layout()->activate();
    const int needed = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width()) : sizeHint().height();
    if (needed > height())
        resize(width(), qMin(needed, screen()->availableGeometry().height()));
}

QHBoxLayout *CallDialog::buttons(QWidget *beside) const
{
    QHBoxLayout *out = row();
    if (beside)
        out->addWidget(beside, 1);
    else
        out->addStretch(1);
    out->addWidget(m_cancel);
    out->addWidget(m_verb);
    return out;
}

} // namespace kit
