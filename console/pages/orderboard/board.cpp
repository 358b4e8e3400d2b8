#include "console/pages/orderboard/board.h"

#include "console/kit/display.h"

#include <QHBoxLayout>

#include <algorithm>

namespace orderboard {

namespace {

constexpr int tickMs = 20'000; // "Accept in 28 min" grows old

// What is due first stands first; without a due time the newest does.
bool isBefore(const OrderCard &a, const OrderCard &b)
{
    if (a.dueAt && b.dueAt && a.dueAt != b.dueAt)
        return a.dueAt < b.dueAt;
    return a.placedAt > b.placedAt;
}

} // namespace

const QList<OrderStatus> &Board::statuses()
{
    static const QList<OrderStatus> shown{OrderStatus::Placed,  OrderStatus::Confirmed,      OrderStatus::Packed,
                                          OrderStatus::Shipped, OrderStatus::OutForDelivery, OrderStatus::Delivered};
    return shown;
}

Board::Board(kit::Kit &kit, QWidget *parent)
    : QWidget(parent)
    , m_kit(kit)
{
    using kit::Tone;
    m_lanes = {new Lane(kit, {OrderStatus::Placed}, Tone::Info, this),
               new Lane(kit, {OrderStatus::Confirmed}, Tone::Accent, this),
               new Lane(kit, {OrderStatus::Packed}, Tone::Violet, this),
               new Lane(kit, {OrderStatus::Shipped, OrderStatus::OutForDelivery}, Tone::Warning, this),
               new Lane(kit, {OrderStatus::Delivered}, Tone::Success, this)};
    auto *layout = kit::row(kit.theme.px(10));
    for (int i = 0; i < m_lanes.size(); ++i) {
        Lane *lane = m_lanes.at(i);
        lane->setObjectName(QStringLiteral("lane_") + QString(names::text(lane->statuses().first())));
        layout->addWidget(lane, 1);
        connect(lane, &Lane::chosenChanged, this, [this, lane](const QString &id) {
            for (Lane *other : std::as_const(m_lanes)) {
                if (other != lane)
                    other->release();
            }
            Q_EMIT chosenChanged(id);
        });
        connect(lane, &Lane::opened, this, &Board::opened);
        connect(lane, &Lane::left, this, [this, i] { leave(i, -1); });
        connect(lane, &Lane::right, this, [this, i] { leave(i, 1); });
    }
    setLayout(layout);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        for (Lane *lane : std::as_const(m_lanes))
            lane->tick();
    });
    m_minute.start(tickMs);
}

void Board::retranslate()
{
    const QStringList names{tr("New"), kit::display::text(OrderStatus::Confirmed),
                            kit::display::text(OrderStatus::Packed), tr("On the way"),
                            kit::display::text(OrderStatus::Delivered)};
    for (int i = 0; i < m_lanes.size(); ++i)
        m_lanes.at(i)->say(names.at(i));
}

Lane *Board::laneOf(OrderStatus status) const
{
    for (Lane *lane : m_lanes) {
        if (lane->holds(status))
            return lane;
    }
    return nullptr;
}

void Board::show(OrderStatus status, const QList<OrderCard> &orders, Lane::Extent extent)
{
    extent == Lane::Extent::Cut ? void(m_cut.insert(status)) : void(m_cut.remove(status));
    m_orders.removeIf([status](const auto &entry) { return entry.value().orderStatus == status; });
    for (const OrderCard &order : orders)
        m_orders.insert(order.id.text(), order);
    if (Lane *lane = laneOf(status))
        arrange(lane);
}

void Board::put(const OrderCard &order)
{
    const QString id = order.id.text();
    const OrderCard *old = find(id);
    Lane *from = old ? laneOf(old->orderStatus) : nullptr;
    Lane *to = laneOf(order.orderStatus);
    const bool wasChosen = chosen() == id;
    if (to)
        m_orders.insert(id, order);
    else
        m_orders.remove(id);
    if (from && from != to)
        arrange(from);
    if (to)
        arrange(to);
    if (wasChosen && to)
        to->choose(id);
}

const OrderCard *Board::find(const QString &id) const
{
    const auto it = m_orders.constFind(id);
    return it == m_orders.cend() ? nullptr : &*it;
}

int Board::count(OrderStatus status) const
{
    return int(std::count_if(m_orders.begin(), m_orders.end(),
                             [status](const OrderCard &order) { return order.orderStatus == status; }));
}

void Board::noteUnread(const QHash<QString, qint64> &unreadByOrder)
{
    m_unread = unreadByOrder;
    for (Lane *lane : std::as_const(m_lanes))
        arrange(lane);
}

void Board::arrange(Lane *lane)
{
    QList<OrderCard> orders;
    for (OrderCard order : std::as_const(m_orders)) {
        if (!lane->holds(order.orderStatus))
            continue;
        order.unreadMessages = m_unread.value(order.id.text());
        orders += order;
    }
    std::sort(orders.begin(), orders.end(), isBefore);
    const bool isCut = std::any_of(lane->statuses().begin(), lane->statuses().end(),
                                   [this](OrderStatus status) { return m_cut.contains(status); });
    lane->show(std::move(orders), isCut ? Lane::Extent::Cut : Lane::Extent::Whole);
}

QString Board::chosen() const
{
    for (const Lane *lane : m_lanes) {
        if (const QString id = lane->chosen(); !id.isEmpty())
            return id;
    }
    return {};
}

void Board::choose(const QString &id)
{
    for (Lane *lane : std::as_const(m_lanes)) {
        if (lane->choose(id))
            return;
    }
}

// The nearest column in that direction that has cards.
void Board::leave(int from, int step)
{
    const int row = m_lanes.at(from)->row();
    for (int i = from + step; i >= 0 && i < m_lanes.size(); i += step) {
        if (m_lanes.at(i)->enter(row))
            return;
    }
}

} // namespace orderboard
