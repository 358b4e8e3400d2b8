#include "console/kit/ordertrack.h"

#include "console/kit/display.h"

#include <QPainter>
#include <QStyledItemDelegate>

namespace kit {

namespace {

constexpr int stepHeight = 35;

constexpr OrderStatus way[] = {OrderStatus::Placed,   OrderStatus::Confirmed,      OrderStatus::Packed,
                               OrderStatus::Shipped,  OrderStatus::OutForDelivery, OrderStatus::Delivered,
                               OrderStatus::Completed};

const StatusChange *changeTo(const Order &order, OrderStatus status)
{
    for (auto it = order.history.rbegin(); it != order.history.rend(); ++it) {
        if (it->status == status)
            return &*it;
    }
    return nullptr;
}

QString asideOf(const StatusChange &change)
{
    const QString when = display::text(change.at);
    return change.actorName ? when + QStringLiteral(" · ") + *change.actorName : when;
}

bool isEnd(OrderStatus status)
{
    return status == OrderStatus::Cancelled || status == OrderStatus::Failed || status == OrderStatus::Refunded;
}

// Paints a step: the circle on the line, the name, and when and by whom at the right.
class StepLine : public QStyledItemDelegate
{
public:
    StepLine(const Theme &theme, const OrderSteps &steps, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
        , m_steps(steps)
    {}

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {m_theme.px(80), m_theme.px(stepHeight)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const OrderSteps::Step &step = m_steps.at(index.row());
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        paintMark(*painter, option.rect, index.row());
        const bool isAhead = step.mark == OrderSteps::Mark::Ahead;
        const QRect words = option.rect.adjusted(m_theme.px(30), 0, -1, 0);
        painter->setFont(m_theme.font(Type::Small));
        painter->setPen(m_theme.text3);
        const int room =
            words.width() - QFontMetrics(m_theme.font(Type::BodyStrong)).horizontalAdvance(step.text) - m_theme.px(10);
        const QString aside = painter->fontMetrics().elidedText(step.aside, Qt::ElideRight, room);
        painter->drawText(words, Qt::AlignRight | Qt::AlignVCenter, aside);
        painter->setFont(m_theme.font(isAhead ? Type::Body : Type::BodyStrong));
        painter->setPen(isAhead                                ? m_theme.text3
                        : step.mark == OrderSteps::Mark::Ended ? m_theme.tone(Tone::Danger).ink
                                                               : m_theme.text);
        painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter, step.text);
        painter->restore();
    }

private:
    void paintMark(QPainter &painter, const QRect &row, int at) const
    {
        const OrderSteps::Step &step = m_steps.at(at);
        const double radius = m_theme.px(8);
        const QPointF centre(row.left() + radius + m_theme.px(2), row.center().y() + 0.5);
        const auto line = [&](double from, double to, bool isDone) {
            painter.setPen(QPen(isDone ? m_theme.accent : m_theme.border, m_theme.px(2)));
            painter.drawLine(QPointF(centre.x(), from), QPointF(centre.x(), to));
        };
        const bool isReached = step.mark != OrderSteps::Mark::Ahead;
        if (at > 0)
            line(row.top(), centre.y() - radius, isReached);
        if (at + 1 < m_steps.rowCount())
            line(centre.y() + radius, row.bottom() + 1, m_steps.at(at + 1).mark != OrderSteps::Mark::Ahead);

        const double icon = m_theme.px(11);
        const QRectF glyph(centre.x() - icon / 2, centre.y() - icon / 2, icon, icon);
        switch (step.mark) {
        case OrderSteps::Mark::Done:
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_theme.accent);
            painter.drawEllipse(centre, radius, radius);
            m_theme.drawIcon(painter, QStringLiteral("check"), glyph, m_theme.onAccent);
            break;
        case OrderSteps::Mark::Now:
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_theme.accentSoft);
            painter.drawEllipse(centre, radius + 1, radius + 1);
            painter.setBrush(m_theme.accent);
            painter.drawEllipse(centre, radius * 0.55, radius * 0.55);
            break;
        case OrderSteps::Mark::Ended:
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_theme.tone(Tone::Danger).dot);
            painter.drawEllipse(centre, radius, radius);
            m_theme.drawIcon(painter, QStringLiteral("x"), glyph, Qt::white);
            break;
        case OrderSteps::Mark::Ahead:
            painter.setPen(QPen(m_theme.borderStrong, 1.5));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(centre, radius - 2, radius - 2);
            break;
        }
    }

    const Theme &m_theme;
    const OrderSteps &m_steps;
};

} // namespace

void OrderSteps::show(const Order &order)
{
    beginResetModel();
    m_steps.clear();
    const bool isEnded = isEnd(order.orderStatus);
    for (const OrderStatus status : way) {
        const StatusChange *change = changeTo(order, status);
        // Of an order that ended early only what really happened is shown.
        if (isEnded && !change && status != OrderStatus::Placed)
            continue;
        Step step{.status = status, .text = display::text(status)};
        if (order.orderStatus == status && status != OrderStatus::Completed)
            step.mark = Mark::Now;
        else if (isEnded || order.orderStatus > status || order.orderStatus == OrderStatus::Completed)
            step.mark = Mark::Done;
        if (change)
            step.aside = asideOf(*change);
        else if (status == OrderStatus::Placed)
            step.aside = display::text(order.placedAt);
        else if (status == OrderStatus::Completed && step.mark == Mark::Ahead)
            step.aside = tr("when both have confirmed");
        m_steps += step;
    }
    if (isEnded) {
        const StatusChange *change = changeTo(order, order.orderStatus);
        m_steps +=
            {order.orderStatus, Mark::Ended, display::text(order.orderStatus), change ? asideOf(*change) : QString()};
    }
    endResetModel();
}

int OrderSteps::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_steps.size());
}

QVariant OrderSteps::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Step &step = m_steps.at(index.row());
    if (role == Qt::DisplayRole)
        return step.text;
    if (role != Qt::AccessibleTextRole)
        return {};
    const QString state = step.mark == Mark::Ahead ? tr("still to come")
                          : step.mark == Mark::Now ? tr("now")
                                                   : tr("done");
    return QStringList{step.text, state, step.aside}.join(QStringLiteral(", "));
}

QString OrderSteps::verb(OrderStatus status)
{
    switch (status) {
    case OrderStatus::Placed: return tr("Put back to placed");
    case OrderStatus::Confirmed: return tr("Accept order");
    case OrderStatus::Packed: return tr("Mark packed");
    case OrderStatus::Shipped: return tr("Mark shipped");
    case OrderStatus::OutForDelivery: return tr("Mark out for delivery");
    case OrderStatus::Delivered: return tr("Confirm delivery");
    case OrderStatus::Completed: return tr("Complete order");
    case OrderStatus::Cancelled: return tr("Cancel order…");
    case OrderStatus::Failed: return tr("Mark failed");
    case OrderStatus::Refunded: return tr("Mark refunded");
    }
    return {};
}

QString OrderSteps::icon(OrderStatus status)
{
    switch (status) {
    case OrderStatus::Confirmed: return QStringLiteral("check");
    case OrderStatus::Packed: return QStringLiteral("package");
    case OrderStatus::Shipped:
    case OrderStatus::OutForDelivery: return QStringLiteral("truck");
    case OrderStatus::Delivered:
    case OrderStatus::Completed: return QStringLiteral("circle-check");
    case OrderStatus::Placed:
    case OrderStatus::Refunded: return QStringLiteral("undo-2");
    case OrderStatus::Cancelled:
    case OrderStatus::Failed: return QStringLiteral("circle-x");
    }
    return {};
}

OrderTrack::OrderTrack(const Theme &theme, QWidget *parent)
    : QListView(parent)
    , m_theme(theme)
{
    setModel(&m_steps);
    setItemDelegate(new StepLine(theme, m_steps, this));
    setFrameShape(NoFrame);
    setSelectionMode(NoSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        doItemsLayout();
        updateGeometry();
    });
}

void OrderTrack::show(const Order &order)
{
    m_steps.show(order);
    updateGeometry();
}

QSize OrderTrack::sizeHint() const
{
    return {m_theme.px(200), m_theme.px(stepHeight) * qMax(1, m_steps.rowCount()) + 2};
}

} // namespace kit
