#include "console/pages/users/detail.h"

#include "console/kit/display.h"
#include "console/kit/walletdialog.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace users {

using kit::Cell;
using kit::Type;

namespace {

constexpr int margin = 16;
enum List { SessionList, ActivityList };

struct Deed
{
    const char *action; // in the audit log
    const char *text;
};

constexpr Deed deeds[] = {
    {"auth.registered", QT_TRANSLATE_NOOP("users::Detail", "Registered")},
    {"auth.activated", QT_TRANSLATE_NOOP("users::Detail", "E-mail verified")},
    {"auth.enrolled", QT_TRANSLATE_NOOP("users::Detail", "Account opened")},
    {"auth.signed_in", QT_TRANSLATE_NOOP("users::Detail", "Signed in")},
    {"auth.signed_out", QT_TRANSLATE_NOOP("users::Detail", "Signed out")},
    {"auth.locked", QT_TRANSLATE_NOOP("users::Detail", "Locked by wrong passwords")},
    {"auth.session_revoked", QT_TRANSLATE_NOOP("users::Detail", "A session ended")},
    {"auth.refresh_reused", QT_TRANSLATE_NOOP("users::Detail", "A stolen session ended")},
    {"auth.password_changed", QT_TRANSLATE_NOOP("users::Detail", "Password changed")},
    {"auth.password_reset", QT_TRANSLATE_NOOP("users::Detail", "Password reset")},
    {"people.banned", QT_TRANSLATE_NOOP("users::Detail", "Banned")},
    {"people.unbanned", QT_TRANSLATE_NOOP("users::Detail", "Ban taken back")},
    {"people.suspended", QT_TRANSLATE_NOOP("users::Detail", "Suspended")},
    {"people.activated", QT_TRANSLATE_NOOP("users::Detail", "Activated again")},
    {"people.verified", QT_TRANSLATE_NOOP("users::Detail", "E-mail taken as verified")},
    {"people.unlocked", QT_TRANSLATE_NOOP("users::Detail", "Unlocked")},
    {"people.sessions_ended", QT_TRANSLATE_NOOP("users::Detail", "All sessions ended")},
    {"people.reset_sent", QT_TRANSLATE_NOOP("users::Detail", "Password reset sent")},
    {"people.role_changed", QT_TRANSLATE_NOOP("users::Detail", "Role changed")},
    {"people.powers_changed", QT_TRANSLATE_NOOP("users::Detail", "Permissions changed")},
    {"people.distributor_approved", QT_TRANSLATE_NOOP("users::Detail", "Approved as distributor")},
    {"people.distributor_rejected", QT_TRANSLATE_NOOP("users::Detail", "Refused as distributor")},
    {"people.invited", QT_TRANSLATE_NOOP("users::Detail", "Invited")},
};

// What the table does not know is an action of the trade and is read as it is written: "orders.placed".
QString spoken(const QString &action)
{
    for (const Deed &deed : deeds) {
        if (action == QLatin1StringView(deed.action))
            return Detail::tr(deed.text);
    }
    QString out = action;
    out.replace(u'_', u' ').replace(u'.', QStringLiteral(": "));
    return out;
}

} // namespace

Detail::Detail(kit::Kit &kit, QWidget *parent)
    : DetailPane(kit, parent)
    , m_acts(kit, this)
    , m_lists(new QStackedWidget(this))
    , m_name(new kit::Label(kit.theme, Type::Heading2, "", this))
    , m_username(new kit::Label(kit.theme, Type::Small, "text2", this))
    , m_none(new kit::Label(kit.theme, Type::Small, "text2", this))
    , m_role(new kit::Chip(kit.theme, this))
    , m_status(new kit::Chip(kit.theme, this))
    , m_facts(new QGridLayout)
    , m_tabs(new kit::ViewTabs(kit.theme, this))
    , m_sessionView(new kit::TableView(kit.theme, m_sessions, this))
    , m_activityView(new kit::TableView(kit.theme, m_activity, this))
    , m_good(new kit::Button(kit.theme, QStringLiteral("check"), "primary", this))
    , m_bad(new kit::Button(kit.theme, QStringLiteral("circle-x"), "danger", this))
    , m_more(new kit::Button(kit.theme, QStringLiteral("ellipsis"), "", this))
    , m_menu(new QMenu(this))
{
    shapeTables();
    m_good->setObjectName(QStringLiteral("good"));
    m_bad->setObjectName(QStringLiteral("bad"));
    m_more->setObjectName(QStringLiteral("more"));
    m_more->setMenu(m_menu);
    build();
    retranslate();

    connect(m_tabs, &QTabBar::currentChanged, this, &Detail::switchList);
    connect(&m_acts, &Acts::done, this, &Detail::take);
    connect(&m_sessions, &kit::TableModel::loaded, this, &Detail::switchList);
    connect(&m_activity, &kit::TableModel::loaded, this, &Detail::switchList);
    connect(&m_activity, &kit::TableModel::failed, m_trouble,
            [this](const Error &error) { m_trouble->showTrouble(error); });
    for (kit::Button *button : {m_good, m_bad}) {
        connect(button, &QPushButton::clicked, this,
                [this, button] { m_acts.ask(PersonAct(button->property("act").toInt()), *shown()); });
    }
}

void Detail::shapeTables()
{
    m_sessions.show(&Session::device, &Session::lastSeenAt);
    auto &device = m_sessions.column(&Session::device);
    device.heading.label = QT_TRANSLATE_NOOP("fields", "Device");
    device.heading.stretches = true;
    device.heading.width = 170;
    device.cell = [](const Session &session) {
        return Cell{.text = session.device.value_or(session.ip), .second = session.device ? session.ip : QString()};
    };
    auto &seen = m_sessions.column(&Session::lastSeenAt).heading;
    seen.label = QT_TRANSLATE_NOOP("fields", "Last seen");
    seen.width = 116;
    m_sessions.settle();

    m_activity.show(&AuditEntry::action, &AuditEntry::createdAt);
    auto &action = m_activity.column(&AuditEntry::action);
    action.heading.label = QT_TRANSLATE_NOOP("fields", "What");
    action.heading.stretches = true;
    action.heading.width = 170;
    action.cell = [this](const AuditEntry &entry) {
        const auto role = names::fromText<Role>(entry.actorRole);
        const bool isOwn = entry.actorId == id() || !role;
        return Cell{.text = spoken(entry.action),
                    .second = isOwn ? entry.ip : tr("by: %1").arg(kit::display::text(*role))};
    };
    auto &when = m_activity.column(&AuditEntry::createdAt).heading;
    when.label = QT_TRANSLATE_NOOP("fields", "When");
    when.width = 116;
    m_activity.settle();
    m_activity.from([this](const std::optional<QString> &cursor) {
        return m_kit.api.call(api::listPersonActivity, {.limit = 50, .cursor = cursor}, *id());
    });
}

QWidget *Detail::buildHead()
{
    const kit::Theme &theme = m_kit.theme;
    auto *head = new QWidget(this);
    auto *words = kit::column(2);
    words->addWidget(m_name->wrapping());
    words->addWidget(m_username->eliding());
    auto *top = kit::row(8);
    top->addLayout(words, 1);
    top->addWidget(m_close, 0, Qt::AlignTop);
    auto *chips = kit::row(8);
    chips->addWidget(m_role);
    chips->addWidget(m_status);
    chips->addStretch(1);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(theme.px(margin), theme.px(margin), theme.px(margin), theme.px(12));
    layout->setSpacing(theme.px(10));
    layout->addLayout(top);
    layout->addLayout(chips);
    layout->addWidget(m_trouble);
    layout->addWidget(kit::line(head));
    m_facts->setVerticalSpacing(theme.px(8));
    m_facts->setHorizontalSpacing(theme.px(12));
    m_facts->setColumnStretch(1, 1);
    layout->addLayout(m_facts);
    layout->addWidget(m_tabs);
    return head;
}

QWidget *Detail::buildFoot()
{
    const kit::Theme &theme = m_kit.theme;
    auto *foot = new QWidget(this);
    auto *layout = new QVBoxLayout(foot);
    layout->setContentsMargins(theme.px(margin), theme.px(10), theme.px(margin), theme.px(margin));
    layout->setSpacing(theme.px(8));
    for (QWidget *part : {static_cast<QWidget *>(m_good), static_cast<QWidget *>(m_bad), static_cast<QWidget *>(m_more),
                          static_cast<QWidget *>(m_none->wrapping())})
        layout->addWidget(part);
    return foot;
}

void Detail::build()
{
    m_lists->addWidget(m_sessionView);
    m_lists->addWidget(m_activityView);
    m_tabs->addTab(QString());
    m_tabs->addTab(QString());
    put(buildHead(), m_lists, buildFoot());
}

void Detail::retranslate()
{
    m_tabs->setTabText(SessionList, tr("Signed in"));
    m_tabs->setTabText(ActivityList, tr("Activity"));
    m_tabs->setAccessibleName(tr("Sessions and activity"));
    m_sessionView->setAccessibleName(tr("Where the person is signed in"));
    m_activityView->setAccessibleName(tr("What the person did and what was done to the account"));
    m_more->say(tr("More…"));
    m_sessions.retranslate();
    m_activity.retranslate();
    DetailPane::retranslate();
}

QFuture<Result<Person>> Detail::fetch(const Id<Account> &id)
{
    return m_kit.api.call(api::readPerson, id);
}

void Detail::forget()
{
    m_sessions.setRows({});
    m_activity.setRows({});
    m_activity.startOver();
}

void Detail::loadLists()
{
    const Id<Account> asked = *id();
    kit::whenDone(this, m_kit.api.call(api::listPersonSessions, asked),
                  [this, asked](const Result<QList<Session>> &sessions) {
                      if (id() != asked)
                          return;
                      if (!sessions)
                          return m_trouble->showTrouble(sessions.error());
                      m_sessions.setRows(*sessions);
                      m_tabs->setCount(SessionList, sessions->size());
                      switchList();
                  });
    m_activity.refresh();
}

void Detail::switchList()
{
    m_lists->setCurrentIndex(qMax(0, m_tabs->currentIndex()));
}

void Detail::fill(const Person &person)
{
    m_name->say(person.fullName.value_or(person.username));
    m_username->say(person.username);
    m_username->setVisible(person.fullName.has_value());
    const kit::display::Word role = kit::display::word(person.role);
    m_role->say(person.isSuperAdmin ? tr("Super-admin") : role.text, role.tone, role.icon);
    const kit::display::Word status = kit::display::word(person.status);
    m_status->say(status.text, status.tone, status.icon);
    fillFacts(person);
    offerActs(person);
}

void Detail::fillFacts(const Person &person)
{
    kit::empty(m_facts);
    addFact(m_facts, kit::display::label(&Person::email), kit::display::text(person.email));
    addFact(m_facts, kit::display::label(&Person::phone), kit::display::text(person.phone));
    addFact(m_facts, kit::display::label(&Person::dateJoined), kit::display::date(person.dateJoined));
    addFact(m_facts, kit::display::label(&Person::lastLogin), kit::display::text(person.lastLogin));
    if (person.banReason)
        addFact(m_facts, tr("Banned because"), *person.banReason, "danger");
    if (person.lockedUntil)
        addFact(m_facts, tr("Locked until"), kit::display::text(*person.lockedUntil), "warning");
}

// The most likely good act and the most likely bad one are buttons, the others stand in the menu.
void Detail::offerActs(const Person &person)
{
    QList<PersonAct> acts = actsOn(person, m_kit.me);
    const bool isMine = acts.isEmpty();
    for (const auto &[button, kind] : {std::pair(m_good, Kind::Opens), std::pair(m_bad, Kind::Closes)}) {
        const auto first =
            std::find_if(acts.cbegin(), acts.cend(), [kind = kind](PersonAct act) { return kindOf(act) == kind; });
        button->setVisible(first != acts.cend());
        if (first == acts.cend())
            continue;
        button->setProperty("act", int(*first));
        button->say(nameOf(*first));
        acts.erase(first);
    }
    m_menu->clear();
    for (const PersonAct act : acts)
        m_menu->addAction(nameOf(act), this, [this, act] { m_acts.ask(act, *shown()); });
    // Whose wallet it is stands in the books; vendors and admins have none.
    if (person.role == Role::Buyer || person.role == Role::Distributor)
        m_menu->addAction(tr("Wallet…"), this,
                          [this, owner = person.id] { (new kit::WalletDialog(m_kit, owner, this))->open(); });
    m_more->setVisible(!m_menu->isEmpty());
    const bool isMe = person.id.text() == m_kit.me.id;
    m_none->setVisible(isMine);
    m_none->say(isMe ? tr("This is your own account.") : tr("Only super-admins act on other admins."));
}

void Detail::take(const Person &person, const QString &toast)
{
    m_kit.notices.toast(toast);
    renew(person.id, person);
    Q_EMIT changed(person);
}

} // namespace users
