#include "console/app/shell.h"

#include "console/app/keysheet.h"
#include "console/kit/display.h"
#include "console/kit/news.h"
#include "shared/contract/kyc.h"
#include "shared/contract/orders.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QResizeEvent>
#include <QShortcut>

namespace app {

namespace {

constexpr int narrowBelow = 1400;
constexpr int historyMax = 50;

} // namespace

Shell::Shell(kit::Kit &kit, QWidget *parent)
    : QWidget(parent)
    , m_kit(kit)
    , m_sidebar(new Sidebar(kit.theme, this))
    , m_top(new TopBar(kit.theme, this))
    , m_bannerPlace(new QWidget(this))
    , m_banner(new kit::Banner(kit.theme, m_bannerPlace))
    , m_stack(new QStackedWidget(this))
    , m_palette(new Palette(kit.theme, this))
    , m_inbox(new Inbox(kit, this))
{
    for (const kit::PageEntry &entry : kit::pages()) {
        if (entry.role == kit.me.role && (!kit.me.isLimited || entry.isOnboarding) &&
            (!entry.isForSuperAdmins || kit.me.isSuperAdmin))
            m_entries.push_back(&entry);
    }
    build();
    bindKeys();
    listen();
    introduce();
    retranslate();
    countUnread();
    if (!m_entries.empty())
        open(m_entries.front()->id);
    for (const kit::PageEntry *entry : m_entries)
        if (entry->isOwing && !m_open.contains(entry->id) && entry->isOwing(kit))
            watch(entry->make(kit), entry->id);
}

void Shell::build()
{
    kit::wear(this, "canvas");
    m_sidebar->model()->show(m_entries);
    auto *bannerPlace = kit::column(0);
    bannerPlace->setContentsMargins(m_kit.theme.px(24), m_kit.theme.px(12), m_kit.theme.px(24), m_kit.theme.px(12));
    bannerPlace->addWidget(m_banner);
    m_bannerPlace->setLayout(bannerPlace);
    m_bannerPlace->hide();
    auto *right = kit::column(0);
    right->addWidget(m_top);
    right->addWidget(m_bannerPlace);
    right->addWidget(m_stack, 1);
    auto *layout = kit::row(0);
    layout->addWidget(m_sidebar);
    layout->addLayout(right, 1);
    setLayout(layout);

    connect(m_banner, &kit::Banner::acted, m_bannerPlace, &QWidget::hide);
    connect(m_sidebar, &Sidebar::chosen, this, [this](const QString &page) { open(page); });
    connect(m_sidebar, &Sidebar::leaveAsked, this, &Shell::signOutAsked);
    connect(m_top, &TopBar::searchAsked, this, &Shell::openPalette);
    connect(m_top, &TopBar::languageAsked, this, &Shell::languageAsked);
    connect(m_top, &TopBar::shadeAsked, this, &Shell::shadeAsked);
    connect(m_top, &TopBar::moreAsked, this, &Shell::openMore);
    connect(m_top, &TopBar::inboxAsked, this, [this] { m_inbox->openBelow(m_top->bell()); });
    connect(m_top, &TopBar::retryAsked, this, [this] {
        for (kit::LiveFeed *feed : findChildren<kit::LiveFeed *>())
            feed->retry();
    });
    connect(m_inbox, &Inbox::unreadChanged, m_top->bell(), &Bell::setUnread);
    connect(&m_kit.theme, &kit::Theme::changed, this,
            [this] { m_sidebar->setNarrow(width() < m_kit.theme.px(narrowBelow)); });
}

kit::LiveFeed *Shell::listenTo(const QString &path)
{
    kit::LiveFeed *feed = m_kit.feeds.open(path, this);
    connect(feed, &kit::LiveFeed::received, this, &Shell::hear);
    connect(feed, &kit::LiveFeed::resyncNeeded, this, [this] {
        if (page())
            page()->refresh();
    });
    return feed;
}

void Shell::listen()
{
    m_feed = listenTo(QStringLiteral("/ws/me"));
    // The store's own feed says it too; once is enough.
    connect(m_feed, &kit::LiveFeed::received, this, &Shell::tellDecision);
    const auto showState = [this] { m_top->pill()->show(m_feed->state(), m_feed->latencyMs()); };
    connect(m_feed, &kit::LiveFeed::latencyChanged, this, showState);
    connect(m_feed, &kit::LiveFeed::stateChanged, this, [this, showState](kit::LiveFeed::State state) {
        showState();
        // What happened while the line was down is fetched; filters and the chosen row stay.
        if (state == kit::LiveFeed::State::Live && std::exchange(m_wasLive, true) && page())
            page()->refresh();
    });
    showState();
    m_feed->start();
    if (m_kit.me.role == Role::Vendor && !m_kit.me.isLimited)
        listenTo(QStringLiteral("/ws/store"))->start();
}

void Shell::hear(const LiveEvent &event)
{
    switch (event.kind) {
    case LiveKind::NewOrder: ring(event); break;
    case LiveKind::Notice: m_top->bell()->setUnread(m_top->bell()->unread() + 1); break;
    case LiveKind::Welcome:
    case LiveKind::Resync:
    case LiveKind::Pong:
    case LiveKind::OrderUpdated:
    case LiveKind::OrderSettled:
    case LiveKind::PayoutUpdated:
    case LiveKind::KycUpdated:
    case LiveKind::KycSubmitted:
    case LiveKind::PersonChanged:
    case LiveKind::VendorChanged:
    case LiveKind::KycClaimed:
    case LiveKind::SettingChanged:
    case LiveKind::AdChanged:
    case LiveKind::WeighingChanged:
    case LiveKind::Message:
    case LiveKind::MessagesRead:
    case LiveKind::Typing:
    case LiveKind::RefundUpdated:
    case LiveKind::DisputeUpdated:
    case LiveKind::Error: break;
    }
    for (kit::Page *page : std::as_const(m_open))
        page->hear(event);
}

void Shell::ring(const LiveEvent &event)
{
    // Admins hear of every order; only the store's own one is for its owner to answer.
    if (m_kit.me.role != Role::Vendor)
        return;
    if (m_rings)
        m_ringer.ring();
    QApplication::alert(window());
    const auto card = kit::read<OrderCard>(event);
    m_kit.notices.toast(card ? tr("New order %1, %2").arg(card->orderNumber, kit::display::text(card->totalAmount))
                             : tr("A new order has come"),
                        kit::Tone::Success);
    if (!isActiveWindow())
        Q_EMIT orderCame(++m_unseen);
}

// Admins hear of every decision; only the store's owner is told here.
void Shell::tellDecision(const LiveEvent &event)
{
    if (event.kind != LiveKind::KycUpdated || m_kit.me.role != Role::Vendor)
        return;
    introduce();
    const auto decision = kit::read<KycDecided>(event);
    if (!decision)
        return;
    switch (decision->status) {
    case SubmissionStatus::Verified:
        m_kit.notices.toast(tr("Your store is approved: it can sell now"));
        Q_EMIT storeDecided();
        break;
    case SubmissionStatus::MoreInfo:
        m_kit.notices.toast(tr("The reviewer of your documents asks for more"), kit::Tone::Warning);
        break;
    case SubmissionStatus::Rejected: m_kit.notices.toast(tr("Your documents were rejected"), kit::Tone::Danger); break;
    case SubmissionStatus::Pending: break;
    }
}

void Shell::introduce()
{
    const bool isVendor = m_kit.me.role == Role::Vendor;
    const QString console = !isVendor               ? tr("Admin console")
                            : m_storeName.isEmpty() ? tr("Vendor console")
                                                    : tr("Vendor · %1").arg(m_storeName);
    const QString role = isVendor ? tr("Owner") : m_kit.me.isSuperAdmin ? tr("Super-admin") : tr("Admin");
    m_sidebar->introduce(console, m_kit.me.name, role);
    if (!isVendor || !m_storeName.isEmpty())
        return;
    kit::whenDone(this, m_kit.api.call(api::readVendorProfile), [this](const Result<Vendor> &store) {
        if (!store || store->storeName.isEmpty())
            return;
        m_storeName = store->storeName;
        introduce();
    });
}

void Shell::say(const QString &text, kit::Tone tone)
{
    m_banner->say(text, tone, tr("Close"));
    m_bannerPlace->show();
}

const kit::PageEntry *Shell::entryOf(const QString &page) const
{
    for (const kit::PageEntry *entry : m_entries) {
        if (entry->id == page || entry->id.section(u'.', 1) == page)
            return entry;
    }
    return nullptr;
}

QStringList Shell::pages() const
{
    QStringList out;
    for (const kit::PageEntry *entry : m_entries)
        out += entry->id;
    return out;
}

kit::Page *Shell::page() const
{
    return m_open.value(m_current);
}

void Shell::watch(kit::Page *page, const QString &id)
{
    m_stack->addWidget(page);
    m_open.insert(id, page);
    page->retranslate();
    connect(page, &kit::Page::waitingChanged, this,
            [this, id](int count) { m_sidebar->model()->setWaiting(id, count); });
    m_sidebar->model()->setWaiting(id, page->waiting());
}

void Shell::open(const QString &name, const QString &object, const kit::Narrowing &by)
{
    const kit::PageEntry *entry = entryOf(name);
    if (!entry)
        return;
    kit::Page *page = m_open.value(entry->id);
    if (!page) {
        page = entry->make(m_kit);
        watch(page, entry->id);
    }
    if (!by.isEmpty())
        page->narrow(by);
    m_sidebar->setCurrent(entry->id);
    if (m_current != entry->id) {
        m_current = entry->id;
        m_stack->setCurrentWidget(page);
        page->refresh();
        page->setFocus();
        if (m_history.value(m_at) != entry->id) {
            m_history.resize(m_at + 1);
            m_history += entry->id;
            if (m_history.size() > historyMax)
                m_history.removeFirst();
            m_at = int(m_history.size()) - 1;
        }
    } else if (!by.isEmpty()) {
        page->refresh();
    }
    if (!object.isEmpty())
        page->reveal(object);
}

// Back and forth through the pages that were seen.
void Shell::turn(int by)
{
    const int to = m_at + by;
    if (to < 0 || to >= m_history.size())
        return;
    m_at = to;
    open(m_history.at(to));
}

void Shell::countUnread()
{
    kit::whenDone(this, m_kit.api.call(api::countUnread), [this](const Result<UnreadCount> &count) {
        if (count)
            m_top->bell()->setUnread(count->unread);
    });
}

void Shell::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_sidebar->setNarrow(event->size().width() < m_kit.theme.px(narrowBelow));
}

bool Shell::event(QEvent *event)
{
    if (event->type() == QEvent::WindowActivate) {
        m_unseen = 0;
        Q_EMIT orderCame(0);
    }
    return QWidget::event(event);
}

void Shell::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void Shell::retranslate()
{
    m_top->setPrompt(tr("Pages and actions…"));
    m_top->retranslate();
    m_sidebar->retranslate();
    m_inbox->retranslate();
    introduce();
}

} // namespace app
