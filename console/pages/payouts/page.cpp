#include "console/pages/payouts/page.h"

#include "console/kit/phrases.h"
#include "console/pages/payouts/answerdialog.h"
#include "console/pages/payouts/batchdialog.h"
#include "console/pages/payouts/batches.h"
#include "console/pages/payouts/detail.h"

namespace payouts {

using kit::Cell;

Page::Page(kit::Kit &kit, QWidget *parent)
    : ListPage(kit, parent)
    , m_tabs(views(), {PayoutStatus::Requested, PayoutStatus::Approved, PayoutStatus::Processed, PayoutStatus::Failed,
                       std::nullopt})
    , m_detail(new Detail(kit, this))
    , m_makeBatch(addHeadButton(QStringLiteral("landmark"), "primary"))
    , m_batches(addHeadButton(QStringLiteral("layers")))
    , m_answer(addHeadButton(QStringLiteral("upload")))
{
    m_makeBatch->setObjectName(QStringLiteral("makeBatch"));
    m_batches->setObjectName(QStringLiteral("showBatches"));
    m_answer->setObjectName(QStringLiteral("enterAnswer"));
    filters()->hide(); // the server filters payouts by status only, which the tabs do
    addColumns();
    m_table.from([this](const std::optional<QString> &cursor) {
        const ListPayouts query{.limit = 50, .cursor = cursor, .status = m_tabs.chosen()};
        return m_kit.api.call(api::listAllPayouts, query);
    });
    list(m_table);
    setDetail(m_detail);
    connect(m_detail, &Detail::closed, this, [this] { closeDetail(); });
    connect(m_detail, &Detail::changed, this, &Page::take);
    connect(m_makeBatch, &QPushButton::clicked, this, &Page::makeBatch);
    connect(m_batches, &QPushButton::clicked, this, &Page::showBatches);
    connect(m_answer, &QPushButton::clicked, this, &Page::enterAnswer);
    retranslate();
}

void Page::addColumns()
{
    m_table.show(&Payout::payoutNumber, &Payout::storeName, &Payout::requestedAt, &Payout::bankAccountMasked,
                 &Payout::provider, &Payout::ordersCount, &Payout::status, &Payout::amount);
    const auto shape = [this](auto member, int width, int priority) -> auto &
    {
        auto &column = m_table.column(member);
        column.heading.width = width;
        column.heading.priority = priority;
        return column;
    };
    shape(&Payout::payoutNumber, 180, 0).look = Cell::Look::Link;
    m_table.column(&Payout::payoutNumber).heading.isWhole = true;
    auto &store = shape(&Payout::storeName, 190, 0);
    store.look = Cell::Look::Avatar;
    store.heading.stretches = true;
    shape(&Payout::requestedAt, 118, 2);
    auto &bank = shape(&Payout::bankAccountMasked, 140, 1);
    bank.cell = [](const Payout &payout) { return Cell{.text = payout.bankAccountMasked, .second = payout.bankIfsc}; };
    shape(&Payout::provider, 120, 2).cell = [](const Payout &payout) {
        return Cell{.text = kit::display::text(payout.provider)}; // no status, which alone wears a chip
    };
    shape(&Payout::ordersCount, 80, 3);
    shape(&Payout::status, 120, 0).cell = [](const Payout &payout) {
        const bool isHalf = payout.status == PayoutStatus::Requested && payout.firstApprovedBy;
        return isHalf ? Cell{.text = tr("1 of 2 approvals"), .chip = kit::Tone::Warning} : kit::cellOf(payout.status);
    };
    shape(&Payout::amount, 130, 0);
    m_table.settle();
}

void Page::refresh()
{
    m_table.refresh();
    count();
    if (isDetailOpen())
        m_detail->reload();
}

// The lists say how many they are; one row of each is enough to learn it.
void Page::count()
{
    for (int i = 0; i < int(m_tabs.states().size()); ++i) {
        kit::whenDone(this,
                      m_kit.api.call(api::listAllPayouts, ListPayouts{.limit = 1, .status = m_tabs.states().at(i)}),
                      [this, i](const Result<::Page<Payout>> &page) {
                          if (!page || !page->total)
                              return;
                          setViewCount(i, *page->total);
                          if (m_tabs.states().at(i) == PayoutStatus::Requested)
                              setWaiting(int(*page->total));
                      });
    }
}

void Page::showDetail(const QString &id)
{
    m_detail->open(Id<Payout>::parse(id));
}

void Page::take(const Payout &payout)
{
    m_table.put(payout);
    count();
}

void Page::makeBatch()
{
    auto *dialog = new BatchDialog(m_kit, this);
    connect(dialog, &BatchDialog::made, this, &Page::refresh);
    dialog->begin();
}

void Page::showBatches()
{
    auto *dialog = new Batches(m_kit, this);
    connect(dialog, &Batches::takenBack, this, &Page::refresh);
    dialog->begin();
}

void Page::enterAnswer()
{
    auto *dialog = new AnswerDialog(m_kit, this);
    connect(dialog, &AnswerDialog::entered, this, &Page::refresh);
    dialog->open();
}

void Page::narrow(const kit::Narrowing &by)
{
    m_tabs.narrow(by);
    m_table.startOver();
}

void Page::hear(const LiveEvent &event)
{
    if (event.kind == LiveKind::PayoutUpdated)
        noteNews();
}

void Page::catchUp()
{
    isVisible() ? refresh() : count();
}

void Page::retranslate()
{
    setTitle(kit::titleOf(QLatin1StringView("admin.payouts")), tr("Released money on its way to the vendors' banks"));
    setViews({tr("To approve"), tr("To pay"), kit::display::text(PayoutStatus::Processed), tr("Rejected or failed"),
              kit::phrase::all()});
    setEmptyText(QStringLiteral("landmark"), tr("No payouts here"),
                 tr("A payout appears when a vendor asks for the released balance."));
    m_makeBatch->say(tr("File for the bank…"));
    m_batches->say(tr("Files…"));
    m_answer->say(tr("Bank's answer…"));
    m_detail->retranslate();
    ListPage::retranslate();
}

} // namespace payouts
