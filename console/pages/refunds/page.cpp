#include "console/pages/refunds/page.h"

#include "console/kit/phrases.h"
#include "console/pages/refunds/detail.h"

namespace refunds {

using kit::Cell;

Page::Page(kit::Kit &kit, QWidget *parent)
    : ListPage(kit, parent)
    , m_tabs(views(), {RefundStatus::Requested, RefundStatus::Approved, RefundStatus::Processed, RefundStatus::Rejected,
                       std::nullopt})
    , m_detail(new Detail(kit, this))
{
    filters()->hide(); // the server filters refunds by status only, which the tabs do
    addColumns();
    m_table.from([this](const std::optional<QString> &cursor) {
        return ask({.limit = 50, .cursor = cursor, .status = m_tabs.chosen()});
    });
    list(m_table);
    setDetail(m_detail);
    connect(m_detail, &Detail::closed, this, [this] { closeDetail(); });
    connect(m_detail, &Detail::changed, this, &Page::take);
    retranslate();
}

QFuture<Result<::Page<Refund>>> Page::ask(const ListRefunds &query)
{
    return isForAdmin() ? m_kit.api.call(api::listAllRefunds, query) : m_kit.api.call(api::listRefunds, query);
}

void Page::addColumns()
{
    m_table.show(&Refund::refundNumber, &Refund::orderNumber, &Refund::storeName, &Refund::requestedAt, &Refund::reason,
                 &Refund::status, &Refund::amount);
    const auto shape = [this](auto member, int width, int priority) -> auto &
    {
        auto &column = m_table.column(member);
        column.heading.width = width;
        column.heading.priority = priority;
        return column;
    };
    shape(&Refund::refundNumber, 186, 0).look = Cell::Look::Link;
    m_table.column(&Refund::refundNumber).heading.isWhole = true;
    shape(&Refund::orderNumber, 186, 2);
    auto &store = shape(&Refund::storeName, 180, 1);
    store.look = Cell::Look::Avatar;
    store.heading.stretches = true;
    shape(&Refund::requestedAt, 118, 3);
    auto &reason = shape(&Refund::reason, 150, 1);
    reason.cell = [](const Refund &refund) {
        return Cell{.text = kit::display::text(refund.reason), .second = refund.text};
    };
    shape(&Refund::status, 120, 0);
    shape(&Refund::amount, 130, 0);
    m_table.settle();
}

void Page::refresh()
{
    m_table.refresh();
    count();
    if (isDetailOpen())
        m_detail->reload();
}

// Only admins have the figures of all; what a store asked for waits for them, not for the store.
void Page::count()
{
    if (!isForAdmin())
        return;
    kit::whenDone(this, m_kit.api.call(api::refundStatistics), [this](const Result<RefundStatistics> &figures) {
        if (!figures)
            return;
        m_figures = *figures;
        const qint64 counts[] = {figures->requested, figures->approved, figures->processed, figures->rejected};
        for (int i = 0; i < int(std::size(counts)); ++i)
            setViewCount(i, counts[i]);
        setWaiting(int(figures->requested));
        tick();
    });
}

QString Page::totals() const
{
    if (!m_figures || m_figures->processed == 0)
        return ListPage::totals();
    QString words = tr("%1 refunded: %2 by vendors, %3 of commission")
                        .arg(kit::display::text(m_figures->refunded), kit::display::text(m_figures->fromVendors),
                             kit::display::text(m_figures->fromCommission));
    if (m_figures->minutesToDecision)
        words += QStringLiteral(" · ") +
                 tr("half were decided within %1").arg(kit::display::span(*m_figures->minutesToDecision * minuteMs));
    return words;
}

void Page::showDetail(const QString &id)
{
    m_detail->open(Id<Refund>::parse(id));
}

void Page::revealUnknown(const QString &id)
{
    openUnlisted(id);
}

void Page::take(const Refund &refund)
{
    m_table.put(refund);
    count();
}

void Page::narrow(const kit::Narrowing &by)
{
    m_tabs.narrow(by);
    m_table.startOver();
}

void Page::hear(const LiveEvent &event)
{
    if (event.kind == LiveKind::RefundUpdated)
        noteNews();
}

void Page::catchUp()
{
    isVisible() ? refresh() : count();
}

void Page::retranslate()
{
    setTitle(kit::titleOf(isForAdmin() ? QLatin1StringView("admin.refunds") : QLatin1StringView("vendor.refunds")),
             isForAdmin() ? tr("What stores give back to buyers, approved and processed here")
                          : tr("What goes back to buyers of your store; it begins at the order"));
    setViews({tr("To approve"), tr("To process"), kit::display::text(RefundStatus::Processed),
              kit::display::text(RefundStatus::Rejected), kit::phrase::all()});
    setEmptyText(QStringLiteral("undo-2"), tr("No refunds here"),
                 tr("A refund begins at its order: by the store, or by an admin."));
    m_detail->retranslate();
    ListPage::retranslate();
}

} // namespace refunds
