#include "console/pages/orderboard/card.h"

#include "console/kit/display.h"
#include "console/kit/paint.h"

#include <QPainter>

namespace orderboard {

using kit::Tone;
using kit::Type;

namespace {

constexpr qint64 urgentMs = 30 * minuteMs;
constexpr qint64 soonMs = hourMs;

} // namespace

Due dueOf(const OrderCard &order, Instant now)
{
    switch (order.orderStatus) {
    case OrderStatus::Placed: {
        if (!order.dueAt)
            return {Card::tr("Waiting for you"), Tone::Info};
        const qint64 left = order.dueAt->ms - now.ms;
        if (left <= 0)
            return {Card::tr("Acceptance is overdue"), Tone::Danger};
        return {Card::tr("Accept in %1").arg(kit::display::span(left)), left <= urgentMs ? Tone::Danger
                                                                        : left <= soonMs ? Tone::Warning
                                                                                         : Tone::Neutral};
    }
    case OrderStatus::Confirmed: return {Card::tr("To be packed"), Tone::Warning};
    case OrderStatus::Packed: return {Card::tr("Ready to be shipped"), Tone::Info};
    case OrderStatus::Shipped: return {kit::display::text(order.orderStatus), Tone::Violet};
    case OrderStatus::OutForDelivery: return {kit::display::text(order.orderStatus), Tone::Warning};
    case OrderStatus::Delivered:
        return order.contestedAt ? Due{Card::tr("Disputed, waits for the decision"), Tone::Danger}
                                 : Due{Card::tr("Waiting for buyer"), Tone::Warning};
    case OrderStatus::Completed:
    case OrderStatus::Cancelled:
    case OrderStatus::Failed:
    case OrderStatus::Refunded: break;
    }
    const kit::display::Word word = kit::display::word(order.orderStatus);
    return {word.text, word.tone};
}

QString spoken(const OrderCard &order, Instant now)
{
    return QStringList{order.orderNumber, kit::display::text(order.totalAmount), order.customerName, order.summary,
                       dueOf(order, now).text}
        .join(QStringLiteral(", "));
}

Card::Card(const kit::Kit &kit, const kit::ContractTable<OrderCard> &orders, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_kit(kit)
    , m_orders(orders)
{}

QSize Card::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const kit::Theme &theme = m_kit.theme;
    const int words = 2 * QFontMetrics(theme.font(Type::Body)).height() +
                      QFontMetrics(theme.font(Type::Small)).height() + kit::paint::chipHeight(theme);
    return {option.rect.width(), words + theme.px(11 + 12 + 8 + 10)};
}

void Card::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const kit::Theme &theme = m_kit.theme;
    const bool isChosen = option.state.testFlag(QStyle::State_Selected);
    const bool isHovered = option.state.testFlag(QStyle::State_MouseOver);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -theme.px(10) - 0.5);
    painter->setPen(QPen(isChosen ? theme.accent : isHovered ? theme.borderStrong : theme.border, isChosen ? 1.5 : 1));
    painter->setBrush(theme.surface);
    painter->drawRoundedRect(frame, theme.px(8), theme.px(8));
    paintWords(*painter, frame.toRect().adjusted(theme.px(11), theme.px(9), -theme.px(11), -theme.px(9)),
               m_orders.at(index));
    painter->restore();
}

void Card::paintWords(QPainter &painter, QRect inner, const OrderCard &order) const
{
    const kit::Theme &theme = m_kit.theme;
    painter.setFont(theme.font(Type::BodyStrong));
    const QString amount = kit::display::rounded(order.totalAmount);
    QRect row(inner.topLeft(), QSize(inner.width(), painter.fontMetrics().height()));
    painter.setPen(theme.text);
    painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, amount);
    const int left = row.width() - painter.fontMetrics().horizontalAdvance(amount) - theme.px(8);
    QFont number = theme.font(Type::Caption);
    number.setWeight(QFont::DemiBold);
    painter.setFont(number);
    painter.setPen(theme.accentText);
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(order.orderNumber, Qt::ElideLeft, left));

    const auto line = [&](Type type, const QColor &ink, const QString &text) {
        painter.setFont(theme.font(type));
        painter.setPen(ink);
        row.moveTop(row.bottom() + theme.px(3));
        row.setHeight(painter.fontMetrics().height());
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, row.width()));
    };
    line(Type::Body, theme.text, order.customerName);
    line(Type::Small, theme.text2, order.summary);
    paintFoot(painter,
              QRect(inner.left(), inner.bottom() - kit::paint::chipHeight(theme) + 1, inner.width(),
                    kit::paint::chipHeight(theme)),
              order);
}

void Card::paintFoot(QPainter &painter, const QRect &where, const OrderCard &order) const
{
    const kit::Theme &theme = m_kit.theme;
    int room = where.width();
    if (order.unreadMessages > 0) {
        painter.setFont(theme.font(Type::Caption));
        const QString count = kit::display::text(order.unreadMessages);
        const int icon = theme.px(14);
        const int width = painter.fontMetrics().horizontalAdvance(count);
        painter.setPen(theme.accentText);
        painter.drawText(where, Qt::AlignRight | Qt::AlignVCenter, count);
        theme.drawIcon(
            painter, QStringLiteral("message-square"),
            QRectF(where.right() - width - icon - theme.px(4), where.center().y() - icon / 2.0 + 0.5, icon, icon),
            theme.accentText);
        room -= width + icon + theme.px(10);
    }
    const Due due = dueOf(order, m_kit.clock.now());
    kit::paint::chip(painter, theme, QRect(where.left(), where.top(), room, where.height()),
                     {.text = due.text, .tone = due.tone, .mark = kit::paint::Mark::None});
}

} // namespace orderboard
