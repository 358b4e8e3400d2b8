#include "console/pages/orderboard/lane.h"

#include "console/kit/display.h"
#include "console/pages/orderboard/card.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

namespace orderboard {

using kit::Type;

namespace {

constexpr int widthLeast = 176;

// A spot of the lane's colour before its name.
class Dot : public QWidget
{
public:
    Dot(const kit::Theme &theme, kit::Tone tone, QWidget *parent)
        : QWidget(parent)
        , m_theme(theme)
        , m_tone(tone)
    {
        setFixedSize(theme.px(8), theme.px(8));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.tone(m_tone).dot);
        painter.drawEllipse(rect());
    }

private:
    const kit::Theme &m_theme;
    kit::Tone m_tone;
};

} // namespace

void CardList::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left: Q_EMIT left(); return;
    case Qt::Key_Right: Q_EMIT right(); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() == Qt::NoModifier && currentIndex().isValid()) {
            Q_EMIT opened();
            return;
        }
        break;
    default: break;
    }
    // Letters belong to the page's shortcuts.
    if (event->modifiers() == Qt::NoModifier && !event->text().isEmpty() && event->text().at(0).isPrint()) {
        event->ignore();
        return;
    }
    QListView::keyPressEvent(event);
}

Lane::Lane(kit::Kit &kit, QList<OrderStatus> statuses, kit::Tone tone, QWidget *parent)
    : QFrame(parent)
    , m_kit(kit)
    , m_statuses(std::move(statuses))
    , m_view(new CardList(this))
    , m_name(new kit::Label(kit.theme, Type::BodyStrong, "", this))
    , m_count(new kit::Label(kit.theme, Type::BodyStrong, "", this))
    , m_sum(new kit::Label(kit.theme, Type::Small, "text2", this))
{
    kit::wear(this, "sunken");
    setMinimumWidth(kit.theme.px(widthLeast));
    m_orders.add({.heading = {.key = "card"}, .cell = [this](const OrderCard &order) {
                      return kit::Cell{.text = spoken(order, m_kit.clock.now())};
                  }});
    m_view->setModel(&m_orders);
    m_view->setItemDelegate(new Card(kit, m_orders, m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setMouseTracking(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setResizeMode(QListView::Adjust);

    auto *head = kit::row(7);
    head->addWidget(new Dot(kit.theme, tone, this));
    head->addWidget(m_name);
    head->addWidget(m_count);
    head->addStretch(1);
    head->addWidget(m_sum);
    auto *layout = kit::column(kit.theme.px(10));
    const int edge = kit.theme.px(10);
    layout->setContentsMargins(edge, kit.theme.px(12), edge, edge);
    layout->addLayout(head);
    layout->addWidget(m_view, 1);
    setLayout(layout);

    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &now) {
        if (now.isValid())
            Q_EMIT chosenChanged(chosen());
    });
    connect(m_view, &QListView::clicked, this, [this] { Q_EMIT opened(chosen()); });
    connect(m_view, &CardList::opened, this, [this] { Q_EMIT opened(chosen()); });
    connect(m_view, &CardList::left, this, &Lane::left);
    connect(m_view, &CardList::right, this, &Lane::right);
}

void Lane::say(const QString &name)
{
    m_said = name;
    describe();
}

void Lane::describe()
{
    m_name->say(m_said);
    const QString count = kit::display::text(m_orders.rowCount());
    m_count->say(m_extent == Extent::Cut ? count + u'+' : count);
    Money sum;
    for (const OrderCard &order : m_orders.rows())
        sum = sum + order.totalAmount;
    m_sum->say(sum.minor == 0 ? QString() : kit::display::rounded(sum));
    m_view->setAccessibleName(tr("%1, %Ln order(s)", nullptr, m_orders.rowCount()).arg(m_said));
}

void Lane::show(QList<OrderCard> orders, Extent extent)
{
    m_extent = extent;
    const QString kept = chosen();
    {
        // The same order stays chosen; nobody needs to hear of it.
        const QSignalBlocker quiet(m_view->selectionModel());
        m_orders.setRows(std::move(orders));
    }
    if (!kept.isEmpty())
        choose(kept);
    describe();
    m_view->viewport()->update();
}

QString Lane::chosen() const
{
    const QModelIndex current = m_view->currentIndex();
    return current.isValid() && current.row() < m_orders.rowCount() ? m_orders.idAt(current.row()) : QString();
}

bool Lane::choose(const QString &id)
{
    const int row = m_orders.rowOf(id);
    if (row < 0)
        return false;
    m_view->setCurrentIndex(m_orders.index(row, 0));
    return true;
}

void Lane::release()
{
    m_view->setCurrentIndex({});
    m_view->clearSelection();
}

bool Lane::enter(int row)
{
    if (m_orders.rowCount() == 0)
        return false;
    m_view->setFocus(Qt::OtherFocusReason);
    m_view->setCurrentIndex(m_orders.index(qBound(0, row, m_orders.rowCount() - 1), 0));
    return true;
}

} // namespace orderboard
