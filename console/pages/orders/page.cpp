#include "console/pages/orders/page.h"

#include "console/kit/display.h"
#include "console/kit/marketwords.h"
#include "console/kit/phrases.h"
#include "shared/base/indiatime.h"

namespace orders {

using kit::Cell;

namespace {

// One tab of the page: what the server is asked for, and which of its counts belongs to it.
struct View
{
    const char *name; // none: all, or the word of the status
    std::optional<OrderStatus> status;
    std::optional<StatusGroup> group;
    qint64 OrderCounts::*count;
};

const View tabs[] = {
    {nullptr, {}, {}, &OrderCounts::all},
    {QT_TRANSLATE_NOOP("orders::Page", "To confirm"), OrderStatus::Placed, {}, &OrderCounts::placed},
    {nullptr, OrderStatus::Confirmed, {}, &OrderCounts::confirmed},
    {nullptr, OrderStatus::Packed, {}, &OrderCounts::packed},
    {nullptr, OrderStatus::Shipped, {}, &OrderCounts::shipped},
    {nullptr, OrderStatus::OutForDelivery, {}, &OrderCounts::outForDelivery},
    {nullptr, OrderStatus::Delivered, {}, &OrderCounts::delivered},
    {nullptr, OrderStatus::Completed, {}, &OrderCounts::completed},
    {nullptr, OrderStatus::Cancelled, {}, &OrderCounts::cancelled},
};

const QString settled = QStringLiteral("settled");
const QString cancelled = QStringLiteral("cancelled");

} // namespace

Page::Page(kit::Kit &kit, QWidget *parent)
    : ListPage(kit, parent)
    , m_panel(new kit::OrderPanel(kit, this))
    , m_period(filters()->addChoice())
    , m_dayOf(filters()->addChoice())
    , m_escrow(filters()->addChoice())
    , m_urgency(filters()->addChoice())
    , m_payment(filters()->addChoice())
    , m_vendor(filters()->addChoice())
{
    m_vendor->hide();
    m_dayOf->hide(); // says something about a period only, and there is no room for what says nothing
    connect(m_period, &kit::ChoiceFilter::changed, this, [this] { m_dayOf->setVisible(!m_period->value().isEmpty()); });
    addColumns();
    m_table.from(
        [this](const std::optional<QString> &cursor) { return m_kit.api.call(api::listAllOrders, query(cursor)); });
    list(m_table);
    setDetail(m_panel);
    connect(m_panel, &kit::OrderPanel::closed, this, [this] { closeDetail(); });
    connect(m_panel, &kit::OrderPanel::changed, this, &Page::take);
    retranslate();
}

void Page::addColumns()
{
    m_table.show(&OrderCard::orderNumber, &OrderCard::placedAt, &OrderCard::customerName, &OrderCard::storeName,
                 &OrderCard::summary, &OrderCard::orderStatus, &OrderCard::totalAmount, &OrderCard::escrowStatus);
    const auto shape = [this](auto member, int width, int priority, std::optional<Cell::Look> look = {}) -> auto &
    {
        auto &column = m_table.column(member);
        column.heading.width = width;
        column.heading.priority = priority;
        column.look = look;
        return column;
    };
    shape(&OrderCard::orderNumber, 186, 0, Cell::Look::Link);
    m_table.column(&OrderCard::orderNumber).heading.isWhole = true;
    shape(&OrderCard::placedAt, 118, 2);
    shape(&OrderCard::customerName, 170, 1, Cell::Look::Avatar);
    shape(&OrderCard::storeName, 160, 3);
    shape(&OrderCard::summary, 150, 4, Cell::Look::Quiet).heading.stretches = true;
    shape(&OrderCard::orderStatus, 140, 0);
    shape(&OrderCard::totalAmount, 132, 0).cell = [](const OrderCard &card) {
        Cell cell{
            .text = kit::display::text(card.totalAmount), .look = Cell::Look::Strong, .alignment = Qt::AlignRight};
        if (card.refundedAmount > Money{})
            cell.second = tr("%1 refunded").arg(kit::display::text(card.refundedAmount));
        return cell;
    };
    shape(&OrderCard::escrowStatus, 112, 5);
    m_table.settle();
}

ListOrders Page::query(const std::optional<QString> &cursor) const
{
    const View &view = tabs[qMax(0, views()->currentIndex())];
    ListOrders query{.limit = 50, .cursor = cursor, .status = view.status, .group = view.group};
    if (const QString words = filters()->search()->text().trimmed(); !words.isEmpty())
        query.q = words;
    // A day of the trade is one of India's, as the figures count it.
    if (const int days = m_period->value().toInt(); days > 0) {
        const Instant first = india::dayOf(m_kit.clock.now()).after(-(days - 1) * dayMs);
        (m_dayOf->value() == settled     ? query.settledFrom
         : m_dayOf->value() == cancelled ? query.cancelledFrom
                                         : query.from) = first;
    }
    query.escrow = names::fromText<EscrowStatus>(m_escrow->value());
    query.method = names::fromText<PaymentMethodKind>(m_payment->value());
    query.payment = names::fromText<PaymentStatus>(m_payment->value()); // no method is called like a status
    query.urgency = names::fromText<OrderUrgency>(m_urgency->value());
    if (!m_vendor->value().isEmpty())
        query.vendor = Id<Vendor>::parse(m_vendor->value());
    return query;
}

void Page::refresh()
{
    fetchSum();
    showCounts();
    m_table.refresh();
    count();
    if (isDetailOpen())
        m_panel->reload();
}

void Page::count()
{
    kit::whenDone(this, m_kit.api.call(api::countAllOrders), [this](const Result<OrderCounts> &counts) {
        if (!counts)
            return;
        m_counts = *counts;
        showCounts();
        setWaiting(int(counts->placed));
    });
}

// What a narrowed list comes to: the figure that led here, and that of whoever filters by hand. Until it is known
// nothing is said of another list.
void Page::fetchSum()
{
    const ListOrders wish = query({});
    const bool isOfAll = !isNarrowed() && !wish.status; // a million orders, which the dashboard adds up
    if (isOfAll || !(wish == m_summed))
        m_sum.reset();
    m_summed = wish;
    if (isOfAll)
        return;
    kit::whenDone(this, m_kit.api.call(api::sumOrders, wish), [this, wish](const Result<OrderSum> &sum) {
        if (!sum || !(wish == m_summed))
            return;
        m_sum = *sum;
        showCounts();
        tick();
    });
}

bool Page::isNarrowed() const
{
    return !filters()->isEmpty();
}

// The counts are of all orders; beside a narrowed list they would be taken for what is in it, which its sum says.
void Page::showCounts()
{
    for (int i = 0; i < int(std::size(tabs)); ++i)
        setViewCount(i, isNarrowed() || !m_counts ? -1 : (*m_counts).*(tabs[i].count));
    if (m_sum && m_sum->isWhole && isNarrowed())
        setViewCount(views()->currentIndex(), m_sum->count);
}

void Page::showDetail(const QString &id)
{
    m_panel->open(Id<Order>::parse(id));
}

void Page::take(const Order &order)
{
    if (const OrderCard *old = m_table.find(order.id.text())) {
        OrderCard card = *old;
        card.orderStatus = order.orderStatus;
        card.statusGroup = order.statusGroup;
        card.escrowStatus = order.escrowStatus;
        card.contestedAt = order.contestedAt;
        card.paymentStatus = order.paymentStatus;
        card.totalAmount = order.totalAmount;
        card.refundedAmount = order.refundedAmount;
        m_table.put(card);
    }
    count();
}

// How many there are and not how many have come so far; and what is held only of orders that hold something.
QString Page::totals() const
{
    if (m_sum)
        return (m_sum->isWhole ? tr("%1 in this list · %2 in all") : tr("more than %1 in this list · the newest: %2"))
            .arg(kit::display::text(m_sum->count), kit::display::text(m_sum->amount));
    const View &view = tabs[qMax(0, views()->currentIndex())];
    const bool isCounted = m_counts && !isNarrowed();
    const bool isWhole = m_table.total() || !m_table.canFetchMore({});
    QString words = isWhole     ? ListPage::totals()
                    : isCounted ? tr("%1 in this list").arg(kit::display::text((*m_counts).*(view.count)))
                                : tr("the newest %1, more below").arg(kit::display::text(qint64(m_table.rowCount())));
    const bool isOfAllHeld = !view.status && filters()->search()->text().trimmed().isEmpty() &&
                             m_period->value().isEmpty() && m_urgency->value().isEmpty() &&
                             m_vendor->value().isEmpty() && m_payment->value().isEmpty();
    const bool mayHold =
        m_escrow->value().isEmpty() ? !isNarrowed() : m_escrow->value() == QString(names::text(EscrowStatus::Held));
    if (m_counts && isOfAllHeld && mayHold)
        words += QStringLiteral(" · ") + tr("%1 held in escrow").arg(kit::display::text(m_counts->held));
    return words;
}

void Page::narrow(const kit::Narrowing &by)
{
    const QString status = by.value(QStringLiteral("status"));
    int tab = 0;
    for (int i = 0; i < int(std::size(tabs)); ++i) {
        if (tabs[i].status && names::text(*tabs[i].status) == status)
            tab = i;
    }
    const QSignalBlocker filtersQuiet(filters());
    const QSignalBlocker viewsQuiet(views());
    filters()->clear();
    filters()->search()->setText(by.value(QStringLiteral("q")));
    m_period->pick(by.value(QStringLiteral("days")));
    m_dayOf->pick(by.value(QStringLiteral("of")));
    m_escrow->pick(by.value(QStringLiteral("escrow")));
    m_urgency->pick(by.value(QStringLiteral("urgency")));
    m_payment->pick(by.value(QStringLiteral("payment")));
    const QString vendor = by.value(QStringLiteral("vendor"));
    m_vendor->offer(kit::display::label(&OrderCard::storeName), {{vendor, by.value(QStringLiteral("vendor_name"))}});
    m_vendor->pick(vendor);
    m_vendor->setVisible(!vendor.isEmpty());
    views()->setCurrentIndex(tab);
    m_table.startOver();
}

void Page::catchUp()
{
    isVisible() ? refresh() : count();
}

void Page::offerFilters()
{
    m_period->offer(tr("Period"), kit::market::periodChoices());
    m_dayOf->offer(tr("Day of"), {{settled, tr("settlement")}, {cancelled, tr("cancellation")}});
    QList<kit::ChoiceFilter::Choice> escrow, urgency;
    for (const QString &name : names::all<EscrowStatus>())
        escrow += {name, kit::display::text(*names::fromText<EscrowStatus>(name))};
    m_escrow->offer(kit::display::label(&OrderCard::escrowStatus), escrow);
    const auto choice = [](auto value) {
        return kit::ChoiceFilter::Choice{QString(names::text(value)), kit::display::text(value)};
    };
    m_payment->offer(
        kit::display::label(&OrderCard::paymentStatus),
        {choice(PaymentMethodKind::Escrow), choice(PaymentMethodKind::Online), choice(PaymentStatus::Pending)});
    m_urgency->offer(tr("Urgency"), {{QString(names::text(OrderUrgency::Late)), tr("late")},
                                     {QString(names::text(OrderUrgency::AtRisk)), tr("about to be cancelled")}});
}

void Page::hear(const LiveEvent &event)
{
    const bool isAboutOrders = event.kind == LiveKind::NewOrder || event.kind == LiveKind::OrderUpdated ||
                               event.kind == LiveKind::OrderSettled || event.kind == LiveKind::DisputeUpdated;
    if (isAboutOrders)
        noteNews();
}

void Page::retranslate()
{
    setTitle(kit::titleOf(QLatin1StringView("admin.orders")), tr("All orders across vendors, newest first"));
    QStringList names;
    for (const View &view : tabs)
        names += view.name ? tr(view.name) : view.status ? kit::display::text(*view.status) : kit::phrase::all();
    setViews(names);
    filters()->search()->say(tr("Order, buyer or store"));
    offerFilters();
    setEmptyText(QStringLiteral("shopping-bag"), tr("No orders here"),
                 tr("Orders appear as soon as a buyer has placed one."));
    m_panel->retranslate();
    ListPage::retranslate();
}

} // namespace orders
