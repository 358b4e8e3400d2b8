#include "console/app/topbar.h"

#include "console/kit/display.h"
#include "console/kit/paint.h"

#include <QHBoxLayout>
#include <QPainter>

namespace app {

Pill::Pill(const kit::Theme &theme, QWidget *parent)
    : QPushButton(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("pill"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
    connect(&theme, &kit::Theme::changed, this, [this] { updateGeometry(); });
    retranslate();
}

void Pill::show(kit::LiveFeed::State state, int latencyMs)
{
    m_state = state;
    m_latencyMs = latencyMs;
    retranslate();
}

void Pill::retranslate()
{
    using enum kit::LiveFeed::State;
    QString word;
    switch (m_state) {
    case Live:
        m_tone = kit::Tone::Success;
        word = m_latencyMs < 0 ? tr("Live") : tr("Live · %1 ms").arg(m_latencyMs);
        break;
    case Reconnecting:
        m_tone = kit::Tone::Warning;
        word = tr("Reconnecting…");
        break;
    case Offline:
        m_tone = kit::Tone::Danger;
        word = tr("Offline");
        break;
    }
    setText(word);
    setAccessibleName(tr("Connection: %1").arg(word));
    setToolTip(m_state == Live ? tr("News arrive as they happen.") : tr("Click to connect again."));
    updateGeometry();
    update();
}

QSize Pill::sizeHint() const
{
    return {kit::paint::chipWidth(m_theme, {.text = text()}), kit::paint::chipHeight(m_theme)};
}

void Pill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    kit::paint::chip(painter, m_theme, rect(), {.text = text(), .tone = m_tone});
    if (!hasFocus())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.focus);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), height() / 2.0, height() / 2.0);
}

SearchButton::SearchButton(const kit::Theme &theme, QWidget *parent)
    : QPushButton(parent)
    , m_theme(theme)
{
    kit::wear(this, "search");
    setObjectName(QStringLiteral("search"));
    setMinimumWidth(theme.px(180));
    setMaximumWidth(theme.px(430));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SearchButton::say(const QString &prompt)
{
    m_prompt = prompt;
    setAccessibleName(prompt);
    setToolTip(tr("Search (%1)").arg(QStringLiteral("Ctrl+K")));
    update();
}

void SearchButton::paintEvent(QPaintEvent *event)
{
    QPushButton::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int size = m_theme.px(16);
    m_theme.drawIcon(painter, QStringLiteral("search"), QRectF(m_theme.px(11), (height() - size) / 2.0, size, size),
                     m_theme.text3);
    const QString keys = QStringLiteral("Ctrl K");
    painter.setFont(m_theme.font(kit::Type::Caption));
    const int keysWidth = painter.fontMetrics().horizontalAdvance(keys) + m_theme.px(12);
    const QRectF box(width() - keysWidth - m_theme.px(7) + 0.5, height() / 2.0 - m_theme.px(10) + 0.5, keysWidth,
                     m_theme.px(20));
    painter.setBrush(m_theme.surface);
    painter.setPen(m_theme.border);
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(m_theme.text2);
    painter.drawText(box, Qt::AlignCenter, keys);
    painter.setFont(m_theme.font(kit::Type::Body));
    painter.setPen(m_theme.text3);
    const QRect words(m_theme.px(36), 0, int(box.left()) - m_theme.px(44), height());
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(m_prompt, Qt::ElideRight, words.width()));
}

Bell::Bell(const kit::Theme &theme, QWidget *parent)
    : kit::IconButton(theme, QStringLiteral("bell"), parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("bell"));
}

void Bell::setUnread(qint64 count)
{
    m_unread = qMax<qint64>(0, count);
    say(m_unread > 0 ? tr("Inbox, %Ln unread", nullptr, int(m_unread)) : tr("Inbox"));
    update();
}

void Bell::paintEvent(QPaintEvent *event)
{
    kit::IconButton::paintEvent(event);
    if (m_unread == 0)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont font = m_theme.font(kit::Type::Overline);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0);
    font.setPixelSize(m_theme.px(9));
    painter.setFont(font);
    const QString text = m_unread > 99 ? QStringLiteral("99+") : kit::display::text(m_unread);
    const int size = m_theme.px(14);
    const int wide = qMax(size, painter.fontMetrics().horizontalAdvance(text) + m_theme.px(7));
    // Beside the bell as long as there is room; a wide one moves over it, so that all of it is seen.
    const double left = qMin(width() / 2.0 + 1, width() - wide - 2.0);
    const QRectF badge(left, height() / 2.0 - m_theme.px(14), wide, size);
    painter.setPen(QPen(m_theme.surface, 1.5));
    painter.setBrush(m_theme.tone(kit::Tone::Danger).dot);
    painter.drawRoundedRect(badge, size / 2.0, size / 2.0);
    painter.setPen(Qt::white);
    painter.drawText(badge, Qt::AlignCenter, text);
}

TopBar::TopBar(const kit::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_search(new SearchButton(theme, this))
    , m_pill(new Pill(theme, this))
    , m_language(new kit::Button(theme, QStringLiteral("languages"), "ghost", this))
    , m_shade(new kit::IconButton(theme, QStringLiteral("moon"), this))
    , m_bell(new Bell(theme, this))
    , m_more(new kit::IconButton(theme, QStringLiteral("ellipsis"), this))
{
    kit::wear(this, "topbar");
    m_language->setObjectName(QStringLiteral("language"));
    m_shade->setObjectName(QStringLiteral("shade"));
    m_more->setObjectName(QStringLiteral("more"));
    auto *layout = kit::row(6);
    layout->setContentsMargins(theme.px(20), 0, theme.px(16), 0);
    layout->addWidget(m_search, 3);
    layout->addStretch(2);
    layout->addWidget(m_pill);
    layout->addSpacing(theme.px(4));
    layout->addWidget(m_language);
    layout->addWidget(m_shade);
    layout->addWidget(m_bell);
    layout->addWidget(m_more);
    setLayout(layout);
    setFixedHeight(theme.px(56));

    connect(m_search, &QPushButton::clicked, this, &TopBar::searchAsked);
    connect(m_pill, &QPushButton::clicked, this, &TopBar::retryAsked);
    connect(m_language, &QPushButton::clicked, this, &TopBar::languageAsked);
    connect(m_shade, &QToolButton::clicked, this, &TopBar::shadeAsked);
    connect(m_bell, &QToolButton::clicked, this, &TopBar::inboxAsked);
    connect(m_more, &QToolButton::clicked, this, &TopBar::moreAsked);
    connect(&theme, &kit::Theme::changed, this, [this] {
        setFixedHeight(m_theme.px(56));
        retranslate();
    });
    retranslate();
}

void TopBar::retranslate()
{
    const bool isDark = m_theme.shade() == kit::Theme::Shade::Dark;
    m_language->say(tr("English", "the language that is spoken now"));
    m_language->setToolTip(tr("Language"));
    m_shade->draw(isDark ? QStringLiteral("sun") : QStringLiteral("moon"));
    m_shade->say(isDark ? tr("Light colours") : tr("Dark colours"));
    m_more->say(tr("More"));
    m_bell->setUnread(m_bell->unread());
    m_pill->retranslate();
}

} // namespace app
