#include "console/pages/chat/bubble.h"

#include "console/kit/display.h"
#include "console/kit/paint.h"

#include <QListView>
#include <QPainter>
#include <QTextLayout>

namespace chat {

using kit::Tone;
using kit::Type;

namespace {

constexpr int widthMax = 460;
constexpr int margin = 20;
constexpr int pad = 12;
constexpr int gap = 10;
constexpr int face = 30;
constexpr int fileHeight = 40;
constexpr int footHeight = 18;
constexpr int dayHeight = 34;

// Long words without blanks (links, hashes) break anywhere, so that no bubble is wider than its column.
QSize layOut(QTextLayout &layout, int width)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    qreal height = 0;
    qreal widest = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, height});
        height += line.height();
        widest = qMax(widest, line.naturalTextWidth());
    }
    layout.endLayout();
    return {int(std::ceil(widest)) + 1, int(std::ceil(height))};
}

// The layout breaks at line separators, not at the newlines people type.
QString lines(QString text)
{
    return text.replace(u'\n', QChar::LineSeparator);
}

QString fileLine(const StoredFile &file)
{
    return kit::display::bytes(file.size);
}

} // namespace

Bubble::Bubble(const kit::Theme &theme, const Thread &thread, QListView *view)
    : QStyledItemDelegate(view)
    , m_theme(theme)
    , m_thread(thread)
    , m_view(view)
{}

Bubble::Shape Bubble::pillShape(const Thread::Entry &entry, int top, int width) const
{
    Shape shape;
    const QFontMetrics metrics(m_theme.font(Type::Caption));
    const int most = width - 2 * m_theme.px(margin);
    const QString text = entry.message.content + QStringLiteral(" · ") + kit::display::time(entry.message.sentAt);
    const int w = qMin(most, metrics.horizontalAdvance(text) + m_theme.px(2 * pad + 24));
    const int h = qMax(m_theme.px(26), metrics.height() + m_theme.px(8));
    shape.bubble = QRect((width - w) / 2, top, w, h);
    shape.height = shape.bubble.bottom() + m_theme.px(gap);
    return shape;
}

Bubble::Shape Bubble::shapeOf(int row, int width) const
{
    const auto px = [this](double length) { return m_theme.px(length); };
    const Thread::Entry &entry = m_thread.at(row);
    const ChatMessage &message = entry.message;
    const int day = m_thread.startsDay(row) ? px(dayHeight) : 0;
    if (message.type == MessageType::System) {
        Shape shape = pillShape(entry, day + px(gap) / 2, width);
        shape.day = QRect(0, 0, width, day);
        return shape;
    }
    Shape shape;
    shape.day = QRect(0, 0, width, day);
    const bool isMine = Thread::isMine(message);
    const int left = px(margin) + (isMine ? 0 : px(face + gap));
    const int room = qMax(px(120), qMin(px(widthMax), width - left - px(margin) - px(isMine ? 60 : 40)) - 2 * px(pad));

    int inner = qMin(room, QFontMetrics(m_theme.font(Type::Caption)).horizontalAdvance(footOf(entry)) + px(22));
    int y = px(8);
    const int top = day + px(gap) / 2;
    if (message.attachment) {
        const int name = QFontMetrics(m_theme.font(Type::BodyStrong)).horizontalAdvance(message.attachment->name);
        inner = qMax(inner, qMin(room, name + px(fileHeight + 12)));
        shape.file = QRect(px(pad), y, 0, px(fileHeight));
        y += px(fileHeight) + px(6);
    }
    if (!message.content.isEmpty()) {
        QTextLayout layout(lines(message.content), m_theme.font(Type::Body));
        const QSize size = layOut(layout, room);
        inner = qMax(inner, size.width());
        shape.words = QRect(px(pad), y, size.width(), size.height());
        y += size.height();
    }
    shape.foot = QRect(px(pad), y + px(1), inner, px(footHeight));
    const int height = y + px(footHeight) + px(6);
    const int w = inner + 2 * px(pad);
    shape.bubble = QRect(isMine ? width - px(margin) - w : left, top, w, height);
    for (QRect *part : {&shape.file, &shape.words, &shape.foot})
        part->translate(shape.bubble.topLeft());
    shape.file.setWidth(shape.file.height() > 0 ? inner : 0);
    shape.height = shape.bubble.bottom() + px(gap) / 2 + 1;
    return shape;
}

QString Bubble::footOf(const Thread::Entry &entry) const
{
    switch (entry.state) {
    case Thread::State::Waiting: return tr("sending");
    case Thread::State::Refused: return tr("Not sent. Press Enter to try again.") + u' ' + entry.trouble;
    case Thread::State::Sent:
    case Thread::State::Read: break;
    }
    return kit::display::time(entry.message.sentAt);
}

QSize Bubble::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const int width = m_view->viewport()->width();
    return {width, shapeOf(index.row(), width).height};
}

void Bubble::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Thread::Entry &entry = m_thread.at(index.row());
    const Shape shape = shapeOf(index.row(), option.rect.width());
    const bool isMine = Thread::isMine(entry.message);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(option.rect.topLeft());
    if (!shape.day.isEmpty()) {
        painter->setFont(m_theme.font(Type::Caption));
        painter->setPen(m_theme.text3);
        painter->drawText(shape.day, Qt::AlignCenter, kit::display::date(entry.message.sentAt));
    }
    if (entry.message.type == MessageType::System) {
        paintPill(*painter, shape.bubble,
                  entry.message.content + QStringLiteral(" · ") + kit::display::time(entry.message.sentAt));
        painter->restore();
        return;
    }

    const bool isRefused = entry.state == Thread::State::Refused;
    const bool isFocused = option.state.testFlag(QStyle::State_HasFocus);
    painter->setPen(QPen(isFocused ? m_theme.focus : isMine ? m_theme.accentSoft : m_theme.border, isFocused ? 2 : 1));
    painter->setBrush(isRefused ? m_theme.tone(Tone::Danger).ground : isMine ? m_theme.accentSoft : m_theme.surface);
    painter->drawRoundedRect(QRectF(shape.bubble).adjusted(0.5, 0.5, -0.5, -0.5), m_theme.px(10), m_theme.px(10));
    if (!isMine) {
        const int size = m_theme.px(face);
        kit::paint::avatar(*painter, m_theme, QRect(m_theme.px(margin), shape.bubble.bottom() - size + 1, size, size),
                           entry.message.senderName);
    }
    if (entry.message.attachment)
        paintFile(*painter, shape.file, *entry.message.attachment);
    if (!entry.message.content.isEmpty()) {
        QTextLayout layout(lines(entry.message.content), m_theme.font(Type::Body));
        layOut(layout, shape.words.width());
        painter->setPen(m_theme.text);
        layout.draw(painter, shape.words.topLeft());
    }
    paintFoot(*painter, shape, entry);
    painter->restore();
}

void Bubble::paintPill(QPainter &painter, const QRect &where, const QString &text) const
{
    const int icon = m_theme.px(14);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.tone(Tone::Neutral).ground);
    painter.drawRoundedRect(where, where.height() / 2.0, where.height() / 2.0);
    const QRect inner = where.adjusted(m_theme.px(pad), 0, -m_theme.px(pad), 0);
    m_theme.drawIcon(painter, QStringLiteral("info"),
                     QRectF(inner.left(), inner.center().y() - icon / 2.0 + 0.5, icon, icon),
                     m_theme.tone(Tone::Neutral).ink);
    painter.setFont(m_theme.font(Type::Caption));
    painter.setPen(m_theme.tone(Tone::Neutral).ink);
    const QRect words = inner.adjusted(icon + m_theme.px(8), 0, 0, 0);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, words.width()));
}

void Bubble::paintFile(QPainter &painter, const QRect &where, const StoredFile &file) const
{
    const bool isImage = file.contentType.startsWith(QLatin1StringView("image/"));
    const kit::ToneColors colors = m_theme.tone(isImage ? Tone::Info : Tone::Danger);
    const QRect tile(where.topLeft(), QSize(where.height(), where.height()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.ground);
    painter.drawRoundedRect(tile, m_theme.px(8), m_theme.px(8));
    const int icon = m_theme.px(18);
    m_theme.drawIcon(painter, isImage ? QStringLiteral("image") : QStringLiteral("file-text"),
                     QRectF(tile.center().x() - icon / 2.0 + 0.5, tile.center().y() - icon / 2.0 + 0.5, icon, icon),
                     colors.ink);
    const QRect words = where.adjusted(where.height() + m_theme.px(10), 0, 0, 0);
    painter.setFont(m_theme.font(Type::BodyStrong));
    painter.setPen(m_theme.text);
    painter.drawText(words, Qt::AlignTop | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(file.name, Qt::ElideMiddle, words.width()));
    painter.setFont(m_theme.font(Type::Small));
    painter.setPen(m_theme.text2);
    painter.drawText(words, Qt::AlignBottom | Qt::AlignLeft, fileLine(file));
}

void Bubble::paintFoot(QPainter &painter, const Shape &shape, const Thread::Entry &entry) const
{
    const Thread::State state = m_thread.stateOf(entry);
    const int icon = m_theme.px(14);
    QRect words = shape.foot;
    if (Thread::isMine(entry.message)) {
        static constexpr const char *icons[] = {"clock", "circle-x", "check", "check-check"};
        const QColor color = state == Thread::State::Refused ? m_theme.tone(Tone::Danger).ink
                             : state == Thread::State::Read  ? m_theme.accent
                                                             : m_theme.text3;
        const QRectF tick(words.right() - icon + 1, words.center().y() - icon / 2.0 + 1, icon, icon);
        m_theme.drawIcon(painter, QString::fromLatin1(icons[int(state)]), tick, color);
        words.setRight(int(tick.left()) - m_theme.px(4));
    }
    painter.setFont(m_theme.font(Type::Caption));
    painter.setPen(state == Thread::State::Refused ? m_theme.tone(Tone::Danger).ink : m_theme.text3);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignRight,
                     painter.fontMetrics().elidedText(footOf(entry), Qt::ElideRight, words.width()));
}

} // namespace chat
