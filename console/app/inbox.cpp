#include "console/app/inbox.h"

#include <QHeaderView>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace app {

namespace {

constexpr int popupWidth = 400;
constexpr int popupHeight = 460;

QString iconOf(NoticeKind kind)
{
    switch (kind) {
    case NoticeKind::OrderPlaced:
    case NoticeKind::OrderUpdate: return QStringLiteral("shopping-bag");
    case NoticeKind::OrderSettled:
    case NoticeKind::PayoutUpdate:
    case NoticeKind::BooksAlert: return QStringLiteral("landmark");
    case NoticeKind::KycStatus: return QStringLiteral("badge-check");
    case NoticeKind::PaymentSuccess:
    case NoticeKind::PaymentFailed:
    case NoticeKind::MoneyAlert:
    case NoticeKind::WalletUpdate: return QStringLiteral("wallet");
    case NoticeKind::ChatAlert: return QStringLiteral("message-square");
    case NoticeKind::StoreUpdate: return QStringLiteral("store");
    case NoticeKind::PersonalCopy: return QStringLiteral("download");
    }
    return QStringLiteral("bell");
}

} // namespace

Inbox::Inbox(kit::Kit &kit, QWidget *parent)
    : QFrame(parent, Qt::Popup | Qt::FramelessWindowHint)
    , m_kit(kit)
    , m_view(new kit::TableView(kit.theme, m_table, this))
    , m_state(new kit::PageState(kit.theme, this))
    , m_stack(new QStackedWidget(this))
    , m_title(new kit::Label(kit.theme, kit::Type::Heading3, "", this))
    , m_trouble(new kit::Banner(kit.theme, this))
    , m_readAll(new kit::Button(kit.theme, QStringLiteral("check-check"), "ghost", this))
{
    setObjectName(QStringLiteral("inbox"));
    setFocusPolicy(Qt::StrongFocus);
    kit::wear(this, "popup");
    m_table.add({.heading = {.key = "title", .width = 290, .stretches = true}, .cell = [](const Notice &notice) {
                     return kit::Cell{.text = notice.title,
                                      .second = notice.text,
                                      .icon = iconOf(notice.kind),
                                      .look = notice.isRead ? kit::Cell::Look::Quiet : kit::Cell::Look::Strong};
                 }});
    m_table.add({.heading = {.key = "age", .width = 84}, .cell = [this](const Notice &notice) {
                     return kit::Cell{.text = kit::display::ago(notice.createdAt, m_kit.clock.now()),
                                      .look = kit::Cell::Look::Quiet,
                                      .alignment = Qt::AlignRight};
                 }});
    m_table.from([this](const std::optional<QString> &cursor) {
        return m_kit.api.call(api::listNotices, {.limit = 30, .cursor = cursor});
    });
    m_view->horizontalHeader()->hide();
    m_stack->addWidget(m_state);
    m_stack->addWidget(m_view);

    auto *head = kit::row(8);
    head->setContentsMargins(kit.theme.px(16), kit.theme.px(8), kit.theme.px(8), kit.theme.px(8));
    head->addWidget(m_title, 1);
    head->addWidget(m_readAll);
    auto *layout = kit::column(0);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->addLayout(head);
    layout->addWidget(m_trouble);
    layout->addWidget(kit::line(this));
    layout->addWidget(m_stack, 1);
    setLayout(layout);

    connect(&m_table, &kit::TableModel::loaded, this, &Inbox::showContent);
    connect(&m_table, &kit::TableModel::failed, this, [this](const Error &error) {
        m_state->showTrouble(error);
        m_stack->setCurrentWidget(m_state);
    });
    connect(m_state, &kit::PageState::acted, this, [this] { m_table.refresh(); });
    connect(m_view, &kit::TableView::opened, this, &Inbox::follow);
    connect(m_view, &QAbstractItemView::clicked, this, [this] { follow(m_view->chosen()); });
    connect(m_readAll, &QPushButton::clicked, this, &Inbox::readAll);
    connect(m_trouble, &kit::Banner::acted, this, &Inbox::readAll);
    retranslate();
}

void Inbox::showContent()
{
    m_state->showEmpty(QStringLiteral("bell"), tr("Nothing new"), tr("What happens with your orders shows up here."));
    m_stack->setCurrentWidget(m_table.rowCount() > 0 ? static_cast<QWidget *>(m_view) : m_state);
    if (hasFocus() && m_view->isVisible())
        m_view->setFocus();
}

void Inbox::openBelow(const QWidget *anchor)
{
    resize(m_kit.theme.px(popupWidth), m_kit.theme.px(popupHeight));
    const QPoint corner = anchor->mapToGlobal(QPoint(anchor->width(), anchor->height() + m_kit.theme.px(8)));
    move(corner.x() - width(), corner.y());
    show();
    m_table.refresh();
    // The keys belong to the inbox also while it is empty: Escape closes it and not what lies below.
    (m_view->isVisible() ? static_cast<QWidget *>(m_view) : this)->setFocus();
}

QString Inbox::pageOf(NoticeKind kind, Role role)
{
    const bool isVendor = role == Role::Vendor;
    switch (kind) {
    case NoticeKind::OrderPlaced:
    case NoticeKind::OrderUpdate:
    case NoticeKind::PaymentSuccess:
    case NoticeKind::PaymentFailed:
    case NoticeKind::WalletUpdate: return QStringLiteral("orders");
    // It names the order: a vendor finds there what it has earned.
    case NoticeKind::OrderSettled: return isVendor ? QStringLiteral("payouts") : QStringLiteral("orders");
    case NoticeKind::PayoutUpdate: return QStringLiteral("payouts");
    case NoticeKind::KycStatus: return isVendor ? QStringLiteral("onboarding") : QStringLiteral("kyc");
    case NoticeKind::ChatAlert: return QStringLiteral("chat");
    case NoticeKind::StoreUpdate: return isVendor ? QStringLiteral("onboarding") : QStringLiteral("vendors");
    case NoticeKind::PersonalCopy: return QStringLiteral("security");
    case NoticeKind::BooksAlert: return QStringLiteral("books");
    case NoticeKind::MoneyAlert: return QStringLiteral("reconciliation");
    }
    return {};
}

void Inbox::follow(const QString &id)
{
    const Notice *notice = m_table.find(id);
    if (!notice)
        return;
    if (!notice->isRead) {
        kit::whenDone(this, m_kit.api.call(api::markRead, notice->id), [this](const Result<Notice> &read) {
            if (!read)
                return;
            m_table.put(*read);
            countUnread();
        });
    }
    const QString page = pageOf(notice->kind, m_kit.me.role);
    const QString object = notice->objectId.value_or(QString());
    hide();
    m_kit.navigator.open(page, object);
}

// After the mark has arrived: before it, the one that was just read would count.
void Inbox::countUnread()
{
    kit::whenDone(this, m_kit.api.call(api::countUnread), [this](const Result<UnreadCount> &count) {
        if (count)
            Q_EMIT unreadChanged(count->unread);
    });
}

void Inbox::readAll()
{
    kit::whenDone(this, m_kit.api.call(api::markAllRead), [this](const Result<UnreadCount> &count) {
        if (!count) {
            m_trouble->showTrouble(count.error());
            return;
        }
        m_trouble->clear();
        Q_EMIT unreadChanged(count->unread);
        m_table.refresh();
    });
}

void Inbox::retranslate()
{
    m_title->say(tr("Inbox"));
    setAccessibleName(tr("Inbox"));
    m_readAll->say(tr("Mark all as read"));
    m_view->setAccessibleName(tr("Inbox"));
    m_table.retranslate();
}

} // namespace app
