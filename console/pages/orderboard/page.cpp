#include "console/pages/orderboard/page.h"

#include "console/kit/display.h"
#include "console/kit/savefile.h"
#include "shared/base/indiatime.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>

namespace orderboard {

namespace {

constexpr int detailWidth = 344;

// Where the lanes do not fit beside the details, the board moves sideways and keeps the chosen one in sight.
QScrollArea *scrolling(Board *board)
{
    auto *scroll = new QScrollArea(board->parentWidget());
    kit::wear(board, "body");
    scroll->setWidget(board);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    const auto keepInSight = [scroll, board] {
        if (QWidget *lane = QApplication::focusWidget(); lane && board->isAncestorOf(lane))
            scroll->ensureWidgetVisible(lane);
    };
    // The panel of details takes its room first.
    QObject::connect(board, &Board::opened, scroll, keepInSight, Qt::QueuedConnection);
    QObject::connect(board, &Board::chosenChanged, scroll, keepInSight, Qt::QueuedConnection);
    return scroll;
}

} // namespace

Page::Page(kit::Kit &kit, QWidget *parent)
    : kit::Page(kit, parent)
    , m_title(new kit::Label(kit.theme, kit::Type::Heading1, "", this))
    , m_subtitle(new kit::Label(kit.theme, kit::Type::Body, "text2", this))
    , m_views(new kit::Segments(kit.theme, this))
    , m_export(new kit::Button(kit.theme, QStringLiteral("download"), "", this))
    , m_banner(new kit::Banner(kit.theme, this))
    , m_filters(new kit::FilterBar(kit.theme, this))
    , m_status(m_filters->addChoice())
    , m_period(m_filters->addChoice())
    , m_stack(new QStackedWidget(this))
    , m_state(new kit::PageState(kit.theme, this))
    , m_board(new Board(kit, this))
    , m_table(new kit::TableView(kit.theme, m_orders, this))
    , m_detailPlace(new QWidget(this))
    , m_panel(new kit::OrderPanel(kit, this))
{
    addColumns();
    build();
    bindKeys();
    retranslate();

    m_export->setObjectName(QStringLiteral("export"));
    connect(m_export, &QPushButton::clicked, this, &Page::exportTable);
    connect(m_views, &kit::Segments::chosenChanged, this, &Page::switchView);
    connect(m_state, &kit::PageState::acted, this, &Page::refresh);
    connect(m_banner, &kit::Banner::acted, this, [this] { m_announced.isEmpty() ? refresh() : reveal(m_announced); });
    connect(m_filters, &kit::FilterBar::changed, this, [this] {
        m_orders.startOver();
        m_orders.refresh();
    });
    connect(m_board, &Board::opened, this, &Page::openDetail);
    connect(m_board, &Board::chosenChanged, this, [this](const QString &id) {
        if (m_detailPlace->isVisible())
            openDetail(id);
    });
    connect(m_table, &kit::TableView::opened, this, &Page::openDetail);
    connect(m_table, &QAbstractItemView::clicked, this, [this] { openDetail(m_table->chosen()); });
    connect(m_panel, &kit::OrderPanel::closed, this, &Page::closeDetail);
    connect(m_panel, &kit::OrderPanel::changed, this, &Page::take);
    connect(m_panel, &kit::OrderPanel::chatWanted, this,
            [this](const Order &order) { m_kit.navigator.open(QStringLiteral("vendor.chat"), order.id.text()); });
    connect(&m_orders, &kit::TableModel::failed, this, [this](const Error &error) { m_banner->showTrouble(error); });
}

void Page::addColumns()
{
    m_orders.show(&OrderCard::orderNumber, &OrderCard::placedAt, &OrderCard::customerName, &OrderCard::summary,
                  &OrderCard::orderStatus, &OrderCard::escrowStatus, &OrderCard::totalAmount);
    m_orders.column(&OrderCard::orderNumber).look = kit::Cell::Look::Link;
    m_orders.column(&OrderCard::orderNumber).heading.width = 172;
    m_orders.column(&OrderCard::placedAt).heading.priority = 2;
    auto &buyer = m_orders.column(&OrderCard::customerName);
    buyer.look = kit::Cell::Look::Avatar;
    buyer.heading.width = 170;
    auto &summary = m_orders.column(&OrderCard::summary);
    summary.heading.stretches = true;
    summary.heading.priority = 3;
    m_orders.column(&OrderCard::orderStatus).heading.width = 140;
    m_orders.column(&OrderCard::escrowStatus).heading.priority = 4;
    m_orders.settle();
    m_orders.from(
        [this](const std::optional<QString> &cursor) { return m_kit.api.call(api::listVendorOrders, query(cursor)); });
}

ListOrders Page::query(const std::optional<QString> &cursor) const
{
    ListOrders query{.limit = 50, .cursor = cursor};
    if (const QString words = m_filters->search()->text().trimmed(); !words.isEmpty())
        query.q = words;
    query.status = names::fromText<OrderStatus>(m_status->value());
    if (const int days = m_period->value().toInt(); days > 0)
        query.from = india::dayOf(m_kit.clock.now()).after(-(days - 1) * dayMs);
    return query;
}

// What the table shows, all of it; the board shows a part of what the table shows without a filter.
void Page::exportTable()
{
    m_export->setEnabled(false);
    whenDone(this, m_kit.api.call(api::exportVendorOrders, query({})), [this](const Result<FileBody> &file) {
        m_export->setEnabled(true);
        if (file)
            kit::saveFile(m_kit, this, file->name, file->bytes);
        else
            m_banner->showTrouble(file.error());
    });
}

QLayout *Page::buildHead()
{
    auto *words = kit::column(2);
    words->addWidget(m_title);
    words->addWidget(m_subtitle);
    auto *head = kit::row(12);
    head->addLayout(words, 1);
    head->addWidget(m_export, 0, Qt::AlignTop);
    head->addWidget(m_views, 0, Qt::AlignTop);
    return head;
}

void Page::build()
{
    const kit::Theme &theme = m_kit.theme;
    auto *card = new QFrame(this);
    kit::wear(card, "card");
    auto *cardLayout = new QVBoxLayout(card);
    cardLayout->setContentsMargins(1, 1, 1, 1);
    cardLayout->addWidget(m_table);
    m_table->setObjectName(QStringLiteral("list"));
    m_stack->addWidget(scrolling(m_board));
    m_stack->addWidget(card);
    m_stack->addWidget(m_state);
    m_stack->setCurrentIndex(StateView);
    m_filters->hide();

    auto *main = kit::column(theme.px(12));
    main->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16));
    main->addLayout(buildHead());
    main->addWidget(m_banner);
    main->addWidget(m_filters);
    main->addWidget(m_stack, 1);
    kit::wear(m_detailPlace, "paneRight");
    auto *place = new QVBoxLayout(m_detailPlace);
    place->setContentsMargins(1, 0, 0, 0);
    place->addWidget(m_panel);
    kit::fixWidth(m_detailPlace, theme, detailWidth);
    m_detailPlace->hide();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(main, 1);
    layout->addWidget(m_detailPlace);
}

void Page::bindKeys()
{
    const auto bind = [this](const QKeySequence &keys, auto react) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setAutoRepeat(false); // a key that is held does not run an order through all its steps
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, react);
    };
    bind(QKeySequence(QStringLiteral("Ctrl+Return")), [this] { advanceChosen(); });
    bind(QKeySequence(QStringLiteral("Ctrl+Enter")), [this] { advanceChosen(); });
    bind(QKeySequence(Qt::Key_Escape), [this] { closeDetail(); });
    bind(QKeySequence(Qt::Key_Slash), [this] {
        m_views->choose(TableView);
        m_filters->search()->setFocus(Qt::ShortcutFocusReason);
    });
}

void Page::refresh()
{
    if (!m_hasLoaded) {
        m_state->showLoading();
        m_stack->setCurrentIndex(StateView);
    }
    for (const OrderStatus status : Board::statuses())
        fetch(status);
    fetchUnread();
    if (m_views->chosen() == TableView)
        m_orders.refresh();
    if (m_detailPlace->isVisible())
        m_panel->reload();
}

void Page::fetch(OrderStatus status)
{
    ++m_loading;
    whenDone(this, m_kit.api.call(api::listVendorOrders, ListOrders{.limit = pageLimitMax, .status = status}),
             [this, status](const Result<::Page<OrderCard>> &orders) {
                 --m_loading;
                 if (orders) {
                     m_failures.remove(status);
                     m_hasLoaded = true;
                     m_board->show(status, orders->items, orders->nextCursor ? Lane::Extent::Cut : Lane::Extent::Whole);
                 } else {
                     m_failures.insert(status, orders.error());
                 }
                 if (m_loading == 0)
                     showOutcome();
             });
}

// How much was said about an order stands in its chat room.
void Page::fetchUnread()
{
    whenDone(this, m_kit.api.call(api::listRooms, ListRooms{.limit = pageLimitMax}),
             [this](const Result<::Page<ChatRoom>> &rooms) {
                 if (!rooms)
                     return;
                 QHash<QString, qint64> unread;
                 for (const ChatRoom &room : rooms->items)
                     unread[room.orderId.text()] += room.unread;
                 m_board->noteUnread(unread);
             });
}

// What is there and what is missing together: one column that came does not hide that another did not.
void Page::showOutcome()
{
    if (!m_hasLoaded) {
        m_state->showTrouble(*m_failures.cbegin());
        m_stack->setCurrentIndex(StateView);
        return;
    }
    if (!m_failures.isEmpty()) {
        m_announced.clear();
        m_banner->showTrouble(*m_failures.cbegin());
    } else if (m_announced.isEmpty()) {
        m_banner->clear();
    }
    m_stack->setCurrentIndex(m_views->chosen() == TableView ? TableView : BoardView);
    describe();
}

void Page::narrow(const kit::Narrowing &by)
{
    const QSignalBlocker quiet(m_filters);
    m_filters->clear();
    m_status->pick(by.value(QStringLiteral("status")));
    m_period->pick(by.value(QStringLiteral("days")));
    m_views->choose(TableView);
}

void Page::switchView(int view)
{
    m_filters->setVisible(view == TableView);
    if (m_hasLoaded)
        m_stack->setCurrentIndex(view);
    if (view == TableView)
        m_orders.refresh();
}

void Page::describe()
{
    const int waiting = m_board->count(OrderStatus::Placed);
    setWaiting(waiting);
    if (m_hasLoaded && m_board->count() == 0)
        m_subtitle->say(tr("No open orders. New ones ring and appear here by themselves."));
    else
        m_subtitle->say(waiting == 0 ? tr("%Ln open order(s)", nullptr, m_board->count())
                                     : tr("%Ln order(s) wait for your answer", nullptr, waiting));
}

} // namespace orderboard
