#include "console/pages/disputes/page.h"

#include "console/kit/phrases.h"
#include "console/pages/disputes/detail.h"
#include "console/pages/disputes/due.h"

namespace disputes {

using kit::Cell;

Page::Page(kit::Kit &kit, QWidget *parent)
    : ListPage(kit, parent)
    , m_tabs(views(), {DisputeStatus::Answered, DisputeStatus::Open, DisputeStatus::Decided, DisputeStatus::Withdrawn,
                       std::nullopt})
    , m_detail(new Detail(kit, this))
{
    filters()->hide(); // the server filters disputes by status only, which the tabs do
    addColumns();
    m_table.from([this](const std::optional<QString> &cursor) {
        return ask({.limit = 50, .cursor = cursor, .status = m_tabs.chosen()});
    });
    list(m_table);
    setDetail(m_detail);
    connect(m_detail, &Detail::closed, this, [this] { closeDetail(); });
    connect(m_detail, &Detail::changed, this, &Page::take);
    retranslate();
    if (!isForAdmin())
        m_tabs.choose(DisputeStatus::Open); // what a vendor has to answer
}

QFuture<Result<::Page<Dispute>>> Page::ask(const ListDisputes &query)
{
    return isForAdmin() ? m_kit.api.call(api::listAllDisputes, query) : m_kit.api.call(api::listDisputes, query);
}

void Page::addColumns()
{
    m_table.show(&Dispute::disputeNumber, &Dispute::orderNumber, &Dispute::storeName, &Dispute::kind,
                 &Dispute::openedAt, &Dispute::answerDueAt, &Dispute::status, &Dispute::atStake);
    const auto shape = [this](auto member, int width, int priority) -> auto &
    {
        auto &column = m_table.column(member);
        column.heading.width = width;
        column.heading.priority = priority;
        return column;
    };
    shape(&Dispute::disputeNumber, 186, 0).look = Cell::Look::Link;
    m_table.column(&Dispute::disputeNumber).heading.isWhole = true;
    shape(&Dispute::orderNumber, 186, 3);
    auto &store = shape(&Dispute::storeName, 170, 1);
    store.look = Cell::Look::Avatar;
    store.heading.stretches = true;
    auto &kind = shape(&Dispute::kind, 140, 1);
    kind.cell = [](const Dispute &dispute) {
        return Cell{.text = kit::display::text(dispute.kind),
                    .second = QStringLiteral("%1: %2").arg(kit::display::label(&Dispute::openedBy),
                                                           kit::display::text(dispute.openedBy))};
    };
    shape(&Dispute::openedAt, 118, 4);
    auto &due = shape(&Dispute::answerDueAt, 110, 2);
    due.cell = [this](const Dispute &dispute) {
        if (dispute.status != DisputeStatus::Open)
            return Cell{.text = QStringLiteral("–"), .look = Cell::Look::Quiet}; // the status says the rest
        const kit::display::Word word = dueWord(dispute.answerDueAt, m_kit.clock.now());
        return Cell{.text = word.text, .chip = word.tone};
    };
    shape(&Dispute::status, 120, 0);
    shape(&Dispute::atStake, 130, 0);
    m_table.settle();
}

void Page::refresh()
{
    m_table.refresh();
    count();
    if (isDetailOpen())
        m_detail->reload();
}

void Page::count()
{
    if (isForAdmin())
        kit::whenDone(this, m_kit.api.call(api::refundStatistics), [this](const Result<RefundStatistics> &figures) {
            if (!figures)
                return;
            const qint64 decided = figures->disputesReleased + figures->disputesRefunded + figures->disputesSplit;
            const qint64 counts[] = {figures->disputesAnswered, figures->disputesOpen, decided,
                                     figures->disputesWithdrawn};
            for (int i = 0; i < int(std::size(counts)); ++i)
                setViewCount(i, counts[i]);
            setWaiting(int(figures->disputesAnswered + figures->disputesEscalated));
        });
    else
        kit::whenDone(this, ask({.status = DisputeStatus::Open}), [this](const Result<::Page<Dispute>> &open) {
            if (open)
                setWaiting(int(std::count_if(open->items.begin(), open->items.end(), [](const Dispute &dispute) {
                    return dispute.openedBy != Actor::Vendor;
                })));
        });
}

void Page::showDetail(const QString &id)
{
    m_detail->open(Id<Dispute>::parse(id));
}

void Page::take(const Dispute &dispute)
{
    m_table.put(dispute);
    count();
}

void Page::narrow(const kit::Narrowing &by)
{
    m_tabs.narrow(by);
    m_table.startOver();
}

void Page::hear(const LiveEvent &event)
{
    if (event.kind == LiveKind::DisputeUpdated)
        noteNews();
}

void Page::catchUp()
{
    isVisible() ? refresh() : count();
}

void Page::retranslate()
{
    setTitle(kit::titleOf(isForAdmin() ? QLatin1StringView("admin.disputes") : QLatin1StringView("vendor.disputes")),
             isForAdmin() ? tr("The money of these orders waits until both sides were heard")
                          : tr("Say what happened before the time is over; then an admin decides"));
    setViews({isForAdmin() ? tr("To decide") : tr("Both were heard"), tr("Waiting for an answer"),
              kit::display::text(DisputeStatus::Decided), kit::display::text(DisputeStatus::Withdrawn),
              kit::phrase::all()});
    setEmptyText(QStringLiteral("circle-check"), tr("No disputes here"),
                 tr("A dispute appears when buyer and vendor do not agree about an order."));
    m_detail->retranslate();
    ListPage::retranslate();
}

} // namespace disputes
