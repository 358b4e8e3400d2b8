#include "console/pages/users/page.h"

#include "console/kit/marketwords.h"
#include "console/kit/phrases.h"
#include "console/pages/users/detail.h"
#include "shared/base/indiatime.h"

namespace users {

using kit::Cell;

namespace {

const std::optional<PersonStatus> tabs[] = {
    std::nullopt,         PersonStatus::DistributorPending, PersonStatus::Banned, PersonStatus::Inactive,
    PersonStatus::Locked, PersonStatus::Unverified,         PersonStatus::Active};

} // namespace

Page::Page(kit::Kit &kit, QWidget *parent)
    : ListPage(kit, parent)
    , m_detail(new Detail(kit, this))
    , m_role(filters()->addChoice())
    , m_joined(filters()->addChoice())
{
    addColumns();
    m_table.from(
        [this](const std::optional<QString> &cursor) { return m_kit.api.call(api::listPeople, query(cursor)); });
    list(m_table);
    setDetail(m_detail);
    connect(m_detail, &Detail::closed, this, [this] { closeDetail(); });
    connect(m_detail, &Detail::changed, this, [this](const Person &person) { m_table.put(person); });
    retranslate();
}

void Page::addColumns()
{
    m_table.show(&Person::username, &Person::email, &Person::phone, &Person::role, &Person::status, &Person::dateJoined,
                 &Person::lastLogin);
    const auto shape = [this](auto member, int width, int priority) -> auto &
    {
        auto &column = m_table.column(member);
        column.heading.width = width;
        column.heading.priority = priority;
        return column;
    };
    auto &name = shape(&Person::username, 200, 0);
    name.heading.stretches = true;
    name.cell = [](const Person &person) {
        return Cell{.text = person.fullName.value_or(person.username),
                    .second = person.fullName ? person.username : QString(),
                    .look = Cell::Look::Avatar};
    };
    shape(&Person::email, 210, 2);
    shape(&Person::phone, 130, 4);
    shape(&Person::role, 120, 1);
    shape(&Person::status, 154, 0);
    shape(&Person::dateJoined, 118, 3);
    shape(&Person::lastLogin, 118, 5);
    m_table.settle();
}

ListPeople Page::query(const std::optional<QString> &cursor) const
{
    ListPeople query{.limit = 50, .cursor = cursor, .status = tabs[qMax(0, views()->currentIndex())]};
    if (const QString words = filters()->search()->text().trimmed(); !words.isEmpty())
        query.q = words;
    query.role = names::fromText<Role>(m_role->value());
    if (const int days = m_joined->value().toInt(); days > 0)
        query.from = india::dayOf(m_kit.clock.now()).after(-(days - 1) * dayMs);
    return query;
}

void Page::refresh()
{
    m_table.refresh();
    if (isDetailOpen())
        m_detail->reload();
}

void Page::showDetail(const QString &id)
{
    m_detail->open(Id<Account>::parse(id));
}

void Page::narrow(const kit::Narrowing &by)
{
    const QSignalBlocker filtersQuiet(filters());
    const QSignalBlocker viewsQuiet(views());
    filters()->clear();
    filters()->search()->setText(by.value(QStringLiteral("q")));
    m_role->pick(by.value(QStringLiteral("role")));
    views()->setCurrentIndex(0);
    for (int i = 0; i < int(std::size(tabs)); ++i) {
        if (tabs[i] && names::text(*tabs[i]) == by.value(QStringLiteral("status")))
            views()->setCurrentIndex(i);
    }
    m_table.startOver();
}

void Page::hear(const LiveEvent &event)
{
    if (event.kind == LiveKind::PersonChanged)
        noteNews();
}

void Page::offerFilters()
{
    QList<kit::ChoiceFilter::Choice> roles;
    for (const Role role : {Role::Buyer, Role::Distributor, Role::Vendor, Role::Admin})
        roles += {QString(names::text(role)), kit::display::text(role)};
    m_role->offer(kit::display::label(&Person::role), roles);
    m_joined->offer(kit::display::label(&Person::dateJoined), kit::market::periodChoices());
}

void Page::retranslate()
{
    setTitle(kit::titleOf(QLatin1StringView("admin.users")), tr("Everybody who has an account, newest first"));
    QStringList names;
    for (const auto &tab : tabs)
        names += tab ? kit::display::text(*tab) : kit::phrase::all();
    setViews(names);
    filters()->search()->say(tr("Name, e-mail or phone"));
    offerFilters();
    setEmptyText(QStringLiteral("users"), tr("Nobody here"), tr("People appear as soon as they have an account."));
    m_detail->retranslate();
    ListPage::retranslate();
}

} // namespace users
