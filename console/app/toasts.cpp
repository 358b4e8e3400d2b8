#include "console/app/toasts.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>

namespace app {

namespace {

constexpr int stayMs = 5000;
constexpr int undoMs = 8000;

} // namespace

Toasts::Toasts(const kit::Theme &theme, QWidget *over)
    : QFrame(over)
    , m_theme(theme)
    , m_picture(new kit::Picture(theme, QStringLiteral("circle-check"), 17, kit::Ink::OnTip, this))
    , m_text(new kit::Label(theme, kit::Type::Body, "onTip", this))
    , m_undo(new kit::Button(theme, {}, "toastlink", this))
{
    kit::wear(this, "toast");
    m_undo->setObjectName(QStringLiteral("undo"));
    auto *layout = kit::row(10);
    layout->setContentsMargins(theme.px(14), theme.px(9), theme.px(12), theme.px(9));
    layout->addWidget(m_picture);
    layout->addWidget(m_text);
    layout->addSpacing(theme.px(14));
    layout->addWidget(m_undo);
    setLayout(layout);
    hide();
    m_stay.setSingleShot(true);
    connect(&m_stay, &QTimer::timeout, this, &Toasts::settle);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        m_commit = nullptr;
        const auto revert = std::exchange(m_revert, nullptr);
        settle();
        if (revert)
            revert();
    });
    over->installEventFilter(this);
}

void Toasts::toast(const QString &text, kit::Tone tone)
{
    settle();
    show(text, tone, stayMs);
}

void Toasts::toastWithUndo(const QString &text, std::function<void()> commit, std::function<void()> undo)
{
    settle();
    m_commit = std::move(commit);
    m_revert = std::move(undo);
    show(text, kit::Tone::Success, undoMs);
}

void Toasts::settle()
{
    m_stay.stop();
    hide();
    m_revert = nullptr;
    if (const auto commit = std::exchange(m_commit, nullptr))
        commit();
}

void Toasts::show(const QString &text, kit::Tone tone, int forMs)
{
    const bool isBad = tone == kit::Tone::Danger || tone == kit::Tone::Warning;
    m_picture->draw(isBad ? QStringLiteral("triangle-alert") : QStringLiteral("circle-check"), kit::Ink::OnTip);
    m_text->say(text.left(200));
    m_undo->say(tr("Undo"));
    m_undo->setVisible(bool(m_commit));
    setAccessibleName(text);
    place();
    QFrame::show();
    raise();
    m_stay.start(forMs);
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void Toasts::place()
{
    adjustSize();
    const QWidget *over = parentWidget();
    move((over->width() - width()) / 2, over->height() - height() - m_theme.px(44));
}

bool Toasts::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

} // namespace app
