#include "console/pages/chat/page.h"

#include "console/kit/display.h"
#include "console/kit/news.h"
#include "console/kit/phrases.h"
#include "console/pages/chat/talk.h"

#include <QHBoxLayout>
#include <QListView>
#include <QShortcut>
#include <QStackedWidget>
#include <QStandardItemModel>

namespace chat {

using kit::Type;

namespace {

constexpr int roomsWidth = 300;
constexpr int sideWidth = 312;
constexpr int filesHeight = 104;

} // namespace

Page::Page(kit::Kit &kit, QWidget *parent)
    : kit::Page(kit, parent)
    , m_filter(m_rooms, this)
    , m_title(new kit::Label(kit.theme, Type::Heading2, "", this))
    , m_count(new kit::Label(kit.theme, Type::Caption, "accent", this))
    , m_filesTitle(new kit::Label(kit.theme, Type::Overline, "text3", this))
    , m_search(new kit::SearchField(kit.theme, this))
    , m_views(new kit::Segments(kit.theme, this))
    , m_list(new RoomList(this))
    , m_files(new QListView(this))
    , m_fileModel(new QStandardItemModel(this))
    , m_roomStack(new QStackedWidget(this))
    , m_talkStack(new QStackedWidget(this))
    , m_roomState(new kit::PageState(kit.theme, this))
    , m_talkState(new kit::PageState(kit.theme, this))
    , m_trouble(new kit::Banner(kit.theme, this))
    , m_talk(new Talk(kit, this))
    , m_side(new QWidget(this))
    , m_order(new kit::OrderPanel(kit, this))
{
    m_rooms.add({.heading = {.key = "room"},
                 .cell = [](const ChatRoom &room) { return kit::Cell{.text = RoomLine::spoken(room)}; }});
    m_rooms.from([this](const std::optional<QString> &cursor) {
        return m_kit.api.call(api::listRooms, {.limit = pageLimitMax, .cursor = cursor});
    });
    build();
    connectParts();
    retranslate();
}

void Page::connectParts()
{
    connect(&m_rooms, &kit::TableModel::loaded, this, &Page::showRooms);
    connect(&m_rooms, &kit::TableModel::failed, this, &Page::showFailure);
    connect(m_roomState, &kit::PageState::acted, this, &Page::refresh);
    connect(m_trouble, &kit::Banner::acted, this, &Page::refresh);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_filter.search(words);
        highlight();
    });
    connect(m_views, &kit::Segments::chosenChanged, this, [this](int view) {
        m_filter.showOnlyUnread(view == 1);
        highlight();
    });
    connect(m_list, &RoomList::wanted, this, [this](const QModelIndex &now) {
        if (const ChatRoom *room = m_rooms.find(now.data(kit::TableModel::IdRole).toString()))
            open(ChatRoom(*room));
    });
    connect(m_talk, &Talk::wasRead, this, &Page::markRead);
    connect(m_talk, &Talk::filesChanged, this, &Page::fillFiles);
    connect(m_talk, &Talk::orderWanted, this, [this] { m_side->setVisible(m_side->isHidden()); });
    connect(m_order, &kit::OrderPanel::closed, m_side, &QWidget::hide);
    connect(m_order, &kit::OrderPanel::changed, m_talk, QOverload<const Order &>::of(&Talk::show));
    connect(m_order, &kit::OrderPanel::shown, m_talk, QOverload<const Order &>::of(&Talk::show));
    connect(m_files, &QListView::activated, this,
            [this](const QModelIndex &index) { m_talk->openFile(m_talk->thread().files().at(index.row())); });
    auto *find = new QShortcut(QKeySequence(Qt::Key_Slash), m_list);
    find->setContext(Qt::WidgetShortcut);
    connect(find, &QShortcut::activated, m_search, QOverload<>::of(&QWidget::setFocus));
}

QWidget *Page::buildRooms()
{
    const kit::Theme &theme = m_kit.theme;
    auto *pane = new QWidget(this);
    kit::wear(pane, "paneLeft");
    kit::fixWidth(pane, theme, roomsWidth);
    auto *title = kit::row(10);
    title->addWidget(m_title);
    kit::wear(m_count, "pillNew");
    m_count->hide();
    title->addWidget(m_count);
    title->addStretch(1);
    auto *head = kit::column(theme.px(10));
    head->setContentsMargins(theme.px(16), theme.px(16), theme.px(14), theme.px(10));
    head->addLayout(title);
    head->addWidget(m_search);
    head->addWidget(m_views);
    head->addWidget(m_trouble);
    m_list->setObjectName(QStringLiteral("rooms"));
    m_list->setModel(&m_filter);
    m_list->setItemDelegate(new RoomLine(m_kit, m_rooms, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_roomStack->addWidget(m_roomState);
    m_roomStack->addWidget(m_list);
    auto *layout = kit::column(0);
    layout->setContentsMargins(0, 0, 1, 0);
    layout->addLayout(head);
    layout->addWidget(m_roomStack, 1);
    pane->setLayout(layout);
    return pane;
}

QWidget *Page::buildSide()
{
    const kit::Theme &theme = m_kit.theme;
    kit::wear(m_side, "paneRight");
    kit::fixWidth(m_side, theme, sideWidth);
    m_files->setObjectName(QStringLiteral("files"));
    m_files->setModel(m_fileModel);
    m_files->setFrameShape(QFrame::NoFrame);
    m_files->setMaximumHeight(theme.px(filesHeight));
    m_files->setEditTriggers(QAbstractItemView::NoEditTriggers);
    auto *files = kit::column(theme.px(4));
    files->setContentsMargins(theme.px(16), theme.px(8), theme.px(12), theme.px(10));
    files->addWidget(m_filesTitle);
    files->addWidget(m_files);
    auto *layout = kit::column(0);
    layout->setContentsMargins(1, 0, 0, 0);
    layout->addWidget(m_order, 1);
    layout->addLayout(files);
    m_side->setLayout(layout);
    return m_side;
}

void Page::build()
{
    auto *both = new QWidget(this);
    auto *bothLayout = kit::row(0);
    bothLayout->addWidget(m_talk, 1);
    bothLayout->addWidget(buildSide());
    both->setLayout(bothLayout);
    m_talkStack->addWidget(m_talkState);
    m_talkStack->addWidget(both);
    auto *layout = kit::row(0);
    layout->addWidget(buildRooms());
    layout->addWidget(m_talkStack, 1);
    setLayout(layout);
}

void Page::refresh()
{
    if (!m_rooms.hasLoaded())
        m_roomState->showLoading();
    m_rooms.refresh();
    if (!m_open.isEmpty())
        m_talk->reload();
}

void Page::showRooms()
{
    m_trouble->clear();
    count();
    if (m_rooms.rowCount() == 0) {
        m_roomState->showEmpty(QStringLiteral("message-square"), tr("No conversations yet"),
                               tr("Each order opens one with its buyer."));
        m_roomStack->setCurrentWidget(m_roomState);
        return;
    }
    m_roomStack->setCurrentWidget(m_list);
    if (!m_toReveal.isEmpty())
        reveal(std::exchange(m_toReveal, {}));
    else if (m_open.isEmpty() && m_filter.rowCount() > 0)
        choose(m_filter.index(0, 0).data(kit::TableModel::IdRole).toString());
    else
        highlight();
}

void Page::showFailure(const Error &error)
{
    if (m_rooms.rowCount() > 0) {
        m_trouble->showTrouble(error);
        return;
    }
    m_roomState->showTrouble(error);
    m_roomStack->setCurrentWidget(m_roomState);
}

void Page::choose(const QString &id)
{
    if (const ChatRoom *room = m_rooms.find(id))
        open(ChatRoom(*room));
}

void Page::highlight()
{
    const int row = m_rooms.rowOf(m_open);
    m_list->setCurrentIndex(row < 0 ? QModelIndex() : m_filter.mapFromSource(m_rooms.index(row, 0)));
}

void Page::open(const ChatRoom &room)
{
    m_open = room.id.text();
    m_filter.keep(m_open);
    highlight();
    m_talk->open(room);
    m_talkStack->setCurrentIndex(1);
    if (!m_order->order() || m_order->order()->id != room.orderId)
        m_order->open(room.orderId);
    fillFiles();
}

void Page::reveal(const QString &object)
{
    for (const ChatRoom &room : m_rooms.rows()) {
        if (room.id.text() == object || room.orderId.text() == object) {
            choose(room.id.text());
            return;
        }
    }
    if (!m_rooms.hasLoaded()) {
        m_toReveal = object;
        return;
    }
    // An old order's room may stand beyond the first rows.
    whenDone(this, m_kit.api.call(api::listRooms, {.limit = 1, .order = Id<Order>::parse(object)}),
             [this](const Result<::Page<ChatRoom>> &rooms) {
                 if (!rooms || rooms->items.isEmpty())
                     return;
                 m_rooms.put(rooms->items.first());
                 m_roomStack->setCurrentWidget(m_list);
                 choose(rooms->items.first().id.text());
             });
}

void Page::hear(const LiveEvent &event)
{
    if (event.kind == LiveKind::NewOrder) {
        noteNews();
        return;
    }
    if (event.kind == LiveKind::OrderUpdated) {
        m_order->reload();
        return;
    }
    if (event.kind != LiveKind::Message)
        return;
    if (const auto message = kit::read<ChatMessage>(event))
        noteMessage(*message);
}

// The list follows what is said in any room; the open one is read as it comes.
void Page::noteMessage(const ChatMessage &message)
{
    const ChatRoom *known = m_rooms.find(message.roomId.text());
    if (!known) {
        m_rooms.refresh();
        return;
    }
    ChatRoom room = *known;
    room.lastMessage = message.attachment ? message.attachment->name : message.content;
    room.lastActivity = message.sentAt;
    const bool isOnScreen = m_open == room.id.text() && isVisible() && isActiveWindow();
    if (message.sender == Actor::Buyer && !isOnScreen)
        ++room.unread;
    m_rooms.put(room);
    count();
}

void Page::markRead()
{
    if (const ChatRoom *known = m_rooms.find(m_open); known && known->unread > 0) {
        ChatRoom room = *known;
        room.unread = 0;
        m_rooms.put(room);
        count();
    }
}

void Page::count()
{
    qint64 unread = 0;
    for (const ChatRoom &room : m_rooms.rows())
        unread += room.unread;
    m_count->say(tr("%1 new").arg(kit::display::text(unread)));
    m_count->setVisible(unread > 0);
    setWaiting(int(unread));
}

void Page::fillFiles()
{
    m_fileModel->clear();
    for (const StoredFile &file : m_talk->thread().files()) {
        auto *item = new QStandardItem(m_kit.theme.icon(QStringLiteral("file-text")), file.name);
        item->setToolTip(kit::display::bytes(file.size));
        m_fileModel->appendRow(item);
    }
    m_filesTitle->setVisible(m_fileModel->rowCount() > 0);
    m_files->setVisible(m_fileModel->rowCount() > 0);
}

void Page::retranslate()
{
    m_title->say(tr("Messages"));
    m_search->say(tr("Search conversations"));
    m_views->offer({kit::phrase::all(), tr("Unread")});
    m_list->setAccessibleName(tr("Conversations"));
    m_files->setAccessibleName(tr("Shared files"));
    m_filesTitle->say(tr("SHARED FILES"));
    m_talkState->showEmpty(QStringLiteral("message-square"), tr("No conversation chosen"),
                           tr("Choose one on the left."));
    m_talk->retranslate();
    m_order->retranslate();
    count();
}

} // namespace chat
