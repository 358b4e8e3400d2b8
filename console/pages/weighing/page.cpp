#include "console/pages/weighing/page.h"

#include "console/kit/display.h"
#include "console/pages/weighing/desk.h"
#include "console/pages/weighing/waitinglist.h"

#include <QHBoxLayout>
#include <QShortcut>
#include <QStackedWidget>

namespace weighing {

using kit::Cell;
using kit::Type;

namespace {

constexpr int listWidth = 440;

} // namespace

Page::Page(kit::Kit &kit, QWidget *parent)
    : kit::Page(kit, parent)
    , m_outbox(kit, this)
    , m_title(new kit::Label(kit.theme, Type::Heading1, "", this))
    , m_subtitle(new kit::Label(kit.theme, Type::Body, "text2", this))
    , m_card(new kit::ListCard(kit.theme, m_orders, this))
    , m_place(new QStackedWidget(this))
    , m_idle(new kit::PageState(kit.theme, this))
    , m_desk(new Desk(kit, m_outbox, this))
    , m_waiting(new WaitingList(kit, m_outbox, this))
{
    m_card->view()->setObjectName(QStringLiteral("list"));
    addColumns();
    build();
    retranslate();
    connect(m_card, &kit::ListCard::retried, this, &Page::refresh);
    connect(m_card->view(), &kit::TableView::chosenChanged, this, &Page::open);
    connect(&m_orders, &kit::TableModel::loaded, this, [this] {
        qint64 waiting = 0;
        for (const WeighDeskOrder &order : m_orders.rows())
            waiting += order.stage == WeighingStage::Unweighed ? 1 : 0;
        setWaiting(int(waiting));
    });
    connect(m_desk, &Desk::closed, this, &Page::close);
    // Enter goes to the scale, Esc back to the orders.
    connect(m_card->view(), &kit::TableView::opened, this, [this] { m_desk->setFocus(Qt::ShortcutFocusReason); });
    auto *back = new QShortcut(Qt::Key_Escape, this);
    back->setContext(Qt::WidgetWithChildrenShortcut);
    connect(back, &QShortcut::activated, this, [this] { m_card->view()->setFocus(Qt::ShortcutFocusReason); });
    connect(m_desk, &Desk::changed, this, [this] { m_orders.refresh(); });
    m_desk->bindKeys(this);
}

void Page::addColumns()
{
    m_orders.show(&WeighDeskOrder::orderNumber, &WeighDeskOrder::stage, &WeighDeskOrder::totalAmount);
    auto &number = m_orders.column(&WeighDeskOrder::orderNumber);
    number.heading.stretches = true;
    number.heading.width = 160;
    number.heading.isWhole = true;
    number.cell = [](const WeighDeskOrder &order) {
        return Cell{.text = order.orderNumber,
                    .second = order.customerName + QStringLiteral(" · ") + order.summary,
                    .look = Cell::Look::Link};
    };
    m_orders.column(&WeighDeskOrder::stage).heading.width = 112;
    m_orders.column(&WeighDeskOrder::totalAmount).heading.width = 80;
    m_orders.settle();
    m_orders.from([this](const std::optional<QString> &cursor) {
        return m_kit.api.call(api::listWeighDesk, {.limit = 50, .cursor = cursor});
    });
}

void Page::build()
{
    const kit::Theme &theme = m_kit.theme;
    auto *words = kit::column(2);
    words->addWidget(m_title);
    words->addWidget(m_subtitle);
    auto *left = new QWidget(this);
    auto *lists = kit::column(theme.px(12));
    lists->addWidget(m_card, 1);
    lists->addWidget(m_waiting);
    left->setLayout(lists);
    kit::fixWidth(left, theme, listWidth);
    auto *place = new QFrame(this);
    kit::wear(place, "card");
    auto *placeLayout = new QVBoxLayout(place);
    placeLayout->setContentsMargins(1, 1, 1, 1);
    placeLayout->addWidget(m_place);
    m_place->addWidget(m_idle);
    m_place->addWidget(m_desk);
    auto *parts = kit::row(theme.px(12));
    parts->addWidget(left);
    parts->addWidget(place, 1);
    auto *layout = kit::column(theme.px(12));
    layout->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16));
    layout->addLayout(words);
    layout->addLayout(parts, 1);
    setLayout(layout);
}

void Page::refresh()
{
    m_orders.refresh();
    m_outbox.sendAgain();
    if (m_place->currentWidget() == m_desk)
        m_desk->reload();
}

void Page::open(const QString &id)
{
    if (id.isEmpty())
        return;
    m_desk->open(Id<Order>::parse(id));
    m_place->setCurrentWidget(m_desk);
}

void Page::close()
{
    m_card->view()->clearSelection();
    m_place->setCurrentWidget(m_idle);
}

void Page::reveal(const QString &object)
{
    m_card->view()->choose(object);
    open(object);
}

void Page::catchUp()
{
    m_outbox.sendAgain(); // the line is back
    isVisible() ? refresh() : m_orders.refresh();
}

void Page::hear(const LiveEvent &event)
{
    if (event.kind == LiveKind::WeighingChanged || event.kind == LiveKind::OrderUpdated ||
        event.kind == LiveKind::OrderSettled)
        noteNews();
}

void Page::retranslate()
{
    m_title->say(kit::titleOf(QLatin1StringView("vendor.weighing")));
    m_subtitle->say(tr("Weigh what is handed over; the order is charged by it"));
    m_card->say(tr("Orders that can be weighed"));
    m_card->setEmptyText(QStringLiteral("inbox"), tr("Nothing to weigh"), tr("Orders come here when they are packed."));
    m_idle->showEmpty(QStringLiteral("package"), tr("No order is on the scale"),
                      tr("Choose an order on the left to weigh it."));
    m_desk->retranslate();
    m_waiting->retranslate();
    m_orders.retranslate();
}

} // namespace weighing
