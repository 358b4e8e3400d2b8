#include "console/kit/banner.h"

#include "console/kit/display.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>

namespace kit {

namespace {

QString iconOf(Tone tone)
{
    switch (tone) {
    case Tone::Success: return QStringLiteral("circle-check");
    case Tone::Warning:
    case Tone::Danger: return QStringLiteral("triangle-alert");
    case Tone::Neutral:
    case Tone::Info:
    case Tone::Violet:
    case Tone::Accent: return QStringLiteral("info");
    }
    return QStringLiteral("info");
}

Ink inkOf(Tone tone)
{
    switch (tone) {
    case Tone::Success: return Ink::Success;
    case Tone::Warning: return Ink::Warning;
    case Tone::Danger: return Ink::Danger;
    case Tone::Info: return Ink::Info;
    case Tone::Neutral:
    case Tone::Violet:
    case Tone::Accent: return Ink::Text2;
    }
    return Ink::Text2;
}

const char *nameOf(Tone tone)
{
    switch (tone) {
    case Tone::Success: return "success";
    case Tone::Warning: return "warning";
    case Tone::Danger: return "danger";
    case Tone::Info: return "info";
    case Tone::Neutral:
    case Tone::Violet:
    case Tone::Accent: return "text2";
    }
    return "";
}

// What was decided by how things stand, or by who asks, is decided the same way again.
bool isFinal(ErrorCode code)
{
    using enum ErrorCode;
    return code == IllegalTransition || code == Conflict || code == Forbidden || code == PermissionMissing ||
           code == AlreadyExists || code == FeatureOff || code == ValidationFailed;
}

} // namespace

Banner::Banner(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_picture(new Picture(theme, QStringLiteral("info"), 16, Ink::Info, this))
    , m_text(new Label(theme, Type::Body, "", this))
    , m_button(new Button(theme, {}, "link", this))
{
    m_text->wrapping();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme.px(14), theme.px(8), theme.px(14), theme.px(8));
    layout->setSpacing(theme.px(10));
    layout->addWidget(m_picture);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_button);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connect(m_button, &QPushButton::clicked, this, &Banner::acted);
    hide();
}

void Banner::say(const QString &text, Tone tone, const QString &button)
{
    say([words = Words{text, button}] { return words; }, tone);
}

void Banner::say(std::function<Words()> words, Tone tone)
{
    m_words = std::move(words);
    m_tone = tone;
    m_picture->draw(iconOf(tone), inkOf(tone));
    dip(m_text, nameOf(tone));
    write(m_words());
    show();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void Banner::showTrouble(const Error &error, const QString &more)
{
    say(
        [error, more] {
            return Words{QStringList{display::trouble(error), more}.join(u' ').trimmed(),
                         isFinal(error.code) ? QString() : tr("Try again")};
        },
        Tone::Danger);
}

void Banner::write(const Words &words)
{
    m_text->say(words.text);
    m_button->say(words.button);
    m_button->setVisible(!words.button.isEmpty());
    setAccessibleName(words.text);
}

void Banner::clear()
{
    m_words = nullptr;
    hide();
}

void Banner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_words)
        write(m_words());
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.tone(m_tone).ground);
    painter.drawRoundedRect(rect(), m_theme.px(8), m_theme.px(8));
}

} // namespace kit
