#include "console/kit/viewtabs.h"

#include "console/kit/display.h"

#include <QPainter>

namespace kit {

namespace {

constexpr int space = 24;
constexpr int gap = 8;

} // namespace

ViewTabs::ViewTabs(const Theme &theme, QWidget *parent)
    : QTabBar(parent)
    , m_theme(theme)
{
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(true);
    setMouseTracking(true);
    connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
}

void ViewTabs::setCount(int tab, qint64 count)
{
    setTabData(tab, count);
    setAccessibleTabName(tab, count < 0 ? tabText(tab) : tabText(tab) + QStringLiteral(", ") + display::text(count));
    // Sizes are asked for again only when something that Qt knows of changes.
    const QString text = tabText(tab);
    setTabText(tab, {});
    setTabText(tab, text);
}

QString ViewTabs::countOf(int tab) const
{
    const QVariant count = tabData(tab);
    return count.isValid() && count.toLongLong() >= 0 ? display::text(count.toLongLong()) : QString();
}

QSize ViewTabs::tabSizeHint(int index) const
{
    const QFontMetrics words(m_theme.font(Type::BodyStrong));
    const QFontMetrics numbers(m_theme.font(Type::Caption));
    const QString count = countOf(index);
    const int extra = count.isEmpty() ? 0 : m_theme.px(gap) + numbers.horizontalAdvance(count) + m_theme.px(12);
    return {words.horizontalAdvance(tabText(index)) + extra + m_theme.px(space),
            qMax(m_theme.px(36), words.height() + 16)};
}

void ViewTabs::paintTab(QPainter &painter, int tab) const
{
    const QRect where = tabRect(tab).adjusted(0, 0, -m_theme.px(space), 0);
    const bool isCurrent = tab == currentIndex();
    const bool isPointedAt = where.contains(mapFromGlobal(QCursor::pos()));
    QFont font = m_theme.font(Type::Body);
    font.setWeight(isCurrent ? QFont::DemiBold : QFont::Medium);
    painter.setFont(font);
    painter.setPen(isCurrent || isPointedAt ? m_theme.text : m_theme.text2);
    const QRect words = where.adjusted(0, 0, 0, -m_theme.px(4));
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, tabText(tab));
    const int wordsWidth = QFontMetrics(m_theme.font(Type::BodyStrong)).horizontalAdvance(tabText(tab));

    if (const QString count = countOf(tab); !count.isEmpty()) {
        painter.setFont(m_theme.font(Type::Caption));
        const int width = painter.fontMetrics().horizontalAdvance(count) + m_theme.px(12);
        const QRect pill(where.left() + wordsWidth + m_theme.px(gap), words.center().y() - m_theme.px(9), width,
                         m_theme.px(19));
        painter.setPen(Qt::NoPen);
        painter.setBrush(isCurrent ? m_theme.accentSoft : m_theme.sunken);
        painter.drawRoundedRect(pill, m_theme.px(9), m_theme.px(9));
        painter.setPen(isCurrent ? m_theme.accentText : m_theme.text2);
        painter.drawText(pill, Qt::AlignCenter, count);
    }
    if (isCurrent)
        painter.fillRect(QRect(where.left(), height() - m_theme.px(2), where.width(), m_theme.px(2)), m_theme.accent);
    if (isCurrent && hasFocus()) {
        painter.setPen(m_theme.focus);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(where.adjusted(-4, 4, 4, -6), 5, 5);
    }
}

void ViewTabs::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.border);
    for (int tab = 0; tab < count(); ++tab)
        paintTab(painter, tab);
}

} // namespace kit
