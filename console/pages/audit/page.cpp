#include "console/pages/audit/page.h"

#include "console/kit/display.h"
#include "console/kit/marketwords.h"
#include "console/kit/savefile.h"
#include "console/pages/audit/detail.h"
#include "shared/base/indiatime.h"

namespace audit {

using kit::Cell;

namespace {

QList<kit::ChoiceFilter::Choice> choices(const QList<Word> &words)
{
    QList<kit::ChoiceFilter::Choice> out;
    for (const Word &word : words)
        out += {word.value, word.text};
    return out;
}

} // namespace

Page::Page(kit::Kit &kit, QWidget *parent)
    : ListPage(kit, parent)
    , m_detail(new Detail(kit, this))
    , m_period(filters()->addChoice())
    , m_area(filters()->addChoice())
    , m_object(filters()->addChoice())
    , m_actor(filters()->addChoice())
    , m_save(addHeadButton(QStringLiteral("download")))
{
    m_actor->hide();
    m_save->setObjectName(QStringLiteral("saveCsv"));
    addColumns();
    m_table.from(
        [this](const std::optional<QString> &cursor) { return m_kit.api.call(api::listAudit, query(cursor)); });
    list(m_table);
    setDetail(m_detail);
    connect(m_detail, &Detail::closed, this, [this] { closeDetail(); });
    connect(m_detail, &Detail::actorWanted, this, &Page::onlyOf);
    connect(m_detail, &Detail::objectWanted, this, &Page::onlyAbout);
    connect(m_save, &QPushButton::clicked, this, &Page::save);
    retranslate();
}

void Page::addColumns()
{
    m_table.show(&AuditEntry::createdAt, &AuditEntry::actorName, &AuditEntry::action, &AuditEntry::objectType,
                 &AuditEntry::ip);
    const auto shape = [this](auto member, int width, int priority) -> auto &
    {
        auto &column = m_table.column(member);
        column.heading.width = width;
        column.heading.priority = priority;
        return column;
    };
    shape(&AuditEntry::createdAt, 180, 0).cell = [](const AuditEntry &entry) {
        return Cell{.text = exactTime(entry.createdAt)};
    };
    auto &actor = shape(&AuditEntry::actorName, 220, 0);
    actor.heading.stretches = true;
    actor.cell = [](const AuditEntry &entry) {
        return Cell{.text = actorOf(entry), .second = roleName(entry.actorRole)};
    };
    shape(&AuditEntry::action, 200, 0).look = Cell::Look::Strong;
    shape(&AuditEntry::objectType, 250, 1).cell = [](const AuditEntry &entry) {
        return Cell{.text = objectWord(entry.objectType), .second = entry.objectId};
    };
    shape(&AuditEntry::ip, 130, 2).look = Cell::Look::Quiet;
    m_table.settle();
}

ListAudit Page::query(const std::optional<QString> &cursor) const
{
    ListAudit query{.limit = 50, .cursor = cursor};
    if (const QString object = filters()->search()->text().trimmed(); !object.isEmpty())
        query.objectId = object;
    if (const int days = m_period->value().toInt(); days > 0)
        query.from = india::dayOf(m_kit.clock.now()).after(-(days - 1) * dayMs);
    if (!m_area->value().isEmpty())
        query.action = m_area->value();
    if (!m_object->value().isEmpty())
        query.objectType = m_object->value();
    if (!m_actor->value().isEmpty())
        query.actor = Id<Account>::parse(m_actor->value());
    return query;
}

void Page::refresh()
{
    m_table.refresh();
}

void Page::showDetail(const QString &id)
{
    if (const AuditEntry *entry = m_table.find(id))
        m_detail->show(*entry);
}

void Page::narrow(const kit::Narrowing &by)
{
    const QSignalBlocker quiet(filters());
    filters()->clear();
    filters()->search()->setText(by.value(QStringLiteral("object")));
    m_period->pick(by.value(QStringLiteral("days")));
    m_area->pick(by.value(QStringLiteral("action")));
    m_object->pick(by.value(QStringLiteral("object_type")));
    const QString actor = by.value(QStringLiteral("actor"));
    m_actor->offer(kit::display::label(&AuditEntry::actorName), {{actor, by.value(QStringLiteral("actor_name"))}});
    m_actor->pick(actor);
    m_actor->setVisible(!actor.isEmpty());
    m_table.startOver();
}

void Page::onlyOf(const AuditEntry &entry)
{
    narrow({{QStringLiteral("actor"), entry.actorId->text()}, {QStringLiteral("actor_name"), actorOf(entry)}});
    refresh();
}

void Page::onlyAbout(const AuditEntry &entry)
{
    narrow({{QStringLiteral("object"), entry.objectId}, {QStringLiteral("object_type"), entry.objectType}});
    refresh();
}

void Page::save()
{
    if (m_isSaving)
        return;
    m_isSaving = true;
    m_save->setEnabled(false);
    ListAudit wish = query({});
    wish.limit = pageLimitMax;
    saveFrom(wish, {});
}

// Page after page, all with the filters of the press.
void Page::saveFrom(ListAudit wish, QList<AuditEntry> rows)
{
    kit::whenDone(
        this, m_kit.api.call(api::listAudit, wish), [this, wish, rows](const Result<::Page<AuditEntry>> &page) mutable {
            if (page) {
                rows += page->items;
                wish.cursor = page->nextCursor;
                if (wish.cursor && rows.size() < savedMax)
                    return saveFrom(wish, rows);
            }
            m_isSaving = false;
            m_save->setEnabled(true);
            if (!page)
                return banner()->showTrouble(page.error());
            if (wish.cursor)
                banner()->say(
                    tr("Only the newest %1 entries are saved. Choose a shorter period for the rest.").arg(rows.size()),
                    kit::Tone::Warning);
            kit::saveFigures(m_kit, this, tr("Audit log"), figuresOf(rows));
        });
}

kit::Figures Page::figuresOf(const QList<AuditEntry> &rows) const
{
    kit::Figures out{
        .headings = {kit::display::label(&AuditEntry::createdAt), kit::display::label(&AuditEntry::actorName),
                     kit::display::label(&AuditEntry::actorRole), kit::display::label(&AuditEntry::action),
                     kit::display::label(&AuditEntry::objectType), kit::display::label(&AuditEntry::objectId),
                     tr("Details"), kit::display::label(&AuditEntry::ip), kit::display::label(&AuditEntry::requestId)},
        .rows = {}};
    for (const AuditEntry &entry : rows)
        out.rows += {{india::timeText(entry.createdAt)},
                     {actorOf(entry)},
                     {entry.actorRole},
                     {entry.action},
                     {entry.objectType},
                     {entry.objectId},
                     {QString::fromUtf8(entry.details.text)},
                     {entry.ip},
                     {entry.requestId}};
    return out;
}

void Page::offerFilters()
{
    m_period->offer(tr("Period"), kit::market::periodChoices());
    m_area->offer(kit::display::label(&AuditEntry::action), choices(areas()));
    m_object->offer(kit::display::label(&AuditEntry::objectType), choices(objects()));
}

void Page::retranslate()
{
    setTitle(kit::titleOf(QLatin1StringView("admin.audit")), tr("Who did what, newest first"));
    filters()->search()->say(tr("Number of an object"));
    offerFilters();
    m_save->say(tr("Save as CSV"));
    setEmptyText(QStringLiteral("list"), tr("No entries here"),
                 tr("Every change of a price, a stock, a role, a setting or money is written down here."));
    m_detail->retranslate();
    ListPage::retranslate();
}

} // namespace audit
