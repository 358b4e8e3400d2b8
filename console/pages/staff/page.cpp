#include "console/pages/staff/page.h"

#include "console/kit/formdialog.h"
#include "console/pages/staff/powers.h"

namespace staff {

using kit::Cell;

namespace {

// The heads of the matrix: a column is as wide as a tick, so that the words are short.
struct Head
{
    Permission permission;
    const char *label;
};

constexpr Head heads[] = {{Permission::ReviewKyc, QT_TRANSLATE_NOOP("fields", "KYC")},
                          {Permission::ManageUsers, QT_TRANSLATE_NOOP("fields", "Users")},
                          {Permission::ManageVendors, QT_TRANSLATE_NOOP("fields", "Vendors")},
                          {Permission::ManageOrders, QT_TRANSLATE_NOOP("fields", "Orders")},
                          {Permission::ManagePayouts, QT_TRANSLATE_NOOP("fields", "Payouts")},
                          {Permission::ManageCatalog, QT_TRANSLATE_NOOP("fields", "Catalog")},
                          {Permission::ManageAds, QT_TRANSLATE_NOOP("fields", "Ads")},
                          {Permission::ReadReports, QT_TRANSLATE_NOOP("fields", "Reports")},
                          {Permission::ReadAudit, QT_TRANSLATE_NOOP("fields", "Audit")},
                          {Permission::ManageSettings, QT_TRANSLATE_NOOP("fields", "Settings")},
                          {Permission::ManageJobs, QT_TRANSLATE_NOOP("fields", "Jobs")}};

} // namespace

Page::Page(kit::Kit &kit, QWidget *parent)
    : ListPage(kit, parent)
    , m_powers(new Powers(kit, this))
    , m_invite(addHeadButton(QStringLiteral("plus"), "primary"))
{
    m_invite->setObjectName(QStringLiteral("invite"));
    addColumns();
    m_table.from([this](const std::optional<QString> &cursor) {
        ListStaff query{.limit = 50, .cursor = cursor};
        if (const QString words = filters()->search()->text().trimmed(); !words.isEmpty())
            query.q = words;
        return m_kit.api.call(api::listStaff, query);
    });
    list(m_table);
    setDetail(m_powers);
    connect(m_invite, &QPushButton::clicked, this, &Page::invite);
    connect(m_powers, &Powers::closed, this, [this] { closeDetail(); });
    connect(m_powers, &Powers::changed, this, [this](const Person &person) { m_table.put(person); });
    retranslate();
}

void Page::addColumns()
{
    m_table.show(&Person::username, &Person::status);
    auto &name = m_table.column(&Person::username);
    name.heading.width = 200;
    name.heading.stretches = true;
    name.cell = [](const Person &person) {
        return Cell{.text = person.fullName.value_or(person.username),
                    .second = person.email.value_or(QString()),
                    .look = Cell::Look::Avatar};
    };
    m_table.column(&Person::status).heading.width = 118;
    int priority = 0;
    for (const Head &head : heads) {
        const bool isOften = ++priority <= 4; // what stays longest where the window is narrow
        m_table.add({.heading = {.key = QString(names::text(head.permission)).toLatin1(),
                                 .label = head.label,
                                 .width = 80,
                                 .priority = isOften ? 1 : priority},
                     .cell = [permission = head.permission](const Person &person) {
                         const bool may = person.isSuperAdmin || person.permissions.contains(permission);
                         return Cell{.text = may ? tr("yes") : QString(),
                                     .tone = may ? std::optional(kit::Tone::Success) : std::nullopt,
                                     .icon = may ? QStringLiteral("check") : QString()};
                     }});
    }
    m_table.settle();
}

void Page::refresh()
{
    m_table.refresh();
}

void Page::showDetail(const QString &id)
{
    if (const Person *person = m_table.find(id))
        m_powers->show(*person);
}

void Page::hear(const LiveEvent &event)
{
    if (event.kind == LiveKind::PersonChanged)
        noteNews();
}

void Page::invite()
{
    QList<std::pair<QString, QString>> offers;
    for (const Head &head : heads)
        offers += {QString(names::text(head.permission)), kit::display::text(head.permission)};
    auto *form = new kit::ContractForm<InviteStaff>(m_kit.theme);
    form->ask(&InviteStaff::username, &InviteStaff::email);
    form->askSeveral(&InviteStaff::permissions, offers);
    form->fill({});
    auto *dialog = new kit::FormDialog(
        m_kit.theme,
        {.title = tr("Invite an admin"),
         .text = tr("A mail brings a link to set the password; until then nobody signs in with the account."),
         .verb = tr("Send invitation"),
         .width = 480},
        form, this);
    dialog->perform(
        *form, [this](const InviteStaff &wish) { return m_kit.api.call(api::inviteStaff, wish); },
        [this](const Person &person) {
            m_kit.notices.toast(tr("The invitation is on its way to %1").arg(person.email.value_or(person.username)));
            m_table.refresh();
        });
}

void Page::retranslate()
{
    setTitle(kit::titleOf(QLatin1StringView("admin.staff")), tr("Who runs the market, and what each may do"));
    filters()->search()->say(tr("Name or e-mail"));
    m_invite->say(tr("Invite…"));
    setEmptyText(QStringLiteral("users"), tr("No admins here"), tr("Invite somebody to share the work."),
                 tr("Invite…"));
    m_powers->retranslate();
    ListPage::retranslate();
}

} // namespace staff
