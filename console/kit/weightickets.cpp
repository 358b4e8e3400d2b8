#include "console/kit/weightickets.h"

#include "console/kit/display.h"
#include "console/kit/filedialog.h"
#include "console/kit/printing.h"
#include "console/kit/ticketpaper.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace kit {

namespace {

constexpr int ticketsAtOnce = pageLimitMax;
constexpr int linkWidthMax = 240;

QString weightOf(Quantity quantity, Unit unit)
{
    return display::text(quantity, display::text(unit));
}

bool contains(const QList<WeighTicket> &tickets, const Id<WeighTicket> &id)
{
    return std::any_of(tickets.begin(), tickets.end(), [&](const WeighTicket &ticket) { return ticket.id == id; });
}

} // namespace

WeighTickets::WeighTickets(Kit &kit, QWidget *parent)
    : QWidget(parent)
    , m_kit(kit)
    , m_trouble(new Banner(kit.theme, this))
    , m_parts(column(8))
{
    auto *layout = column(8);
    layout->addWidget(m_trouble);
    layout->addLayout(m_parts);
    setLayout(layout);
    connect(m_trouble, &Banner::acted, this, &WeighTickets::ask);
    hide();
}

void WeighTickets::open(const Id<Order> &order, const std::optional<Id<WeighTicket>> &contested)
{
    if (m_order != order)
        forget();
    m_order = order;
    m_contested = contested;
    ask();
}

void WeighTickets::forget()
{
    m_order.reset();
    m_contested.reset();
    m_tickets.clear();
    m_next.reset();
    m_apart.reset();
    ++m_asked; // what is on its way belongs to another order
    m_settlement.reset();
    m_trouble->clear();
    fill();
}

void WeighTickets::retranslate()
{
    fill();
}

// As many as are on screen, so that nobody who reads further down is thrown back.
void WeighTickets::ask()
{
    if (m_order)
        fetch({}, {}, m_tickets.size());
}

void WeighTickets::askMore()
{
    if (m_next)
        fetch(m_next, m_tickets, m_tickets.size() + 1);
}

// Page after page until there are as many as wanted. Only the newest question counts.
void WeighTickets::fetch(const std::optional<QString> &cursor, const QList<WeighTicket> &sofar, qsizetype wanted)
{
    whenDone(this, m_kit.api.call(api::listWeighTickets, {.limit = ticketsAtOnce, .cursor = cursor}, *m_order),
             [this, asked = ++m_asked, sofar, wanted](const Result<::Page<WeighTicket>> &found) {
                 if (m_asked != asked)
                     return;
                 if (!found) {
                     m_trouble->showTrouble(found.error());
                     show();
                     return;
                 }
                 const QList<WeighTicket> tickets = sofar + found->items;
                 if (found->nextCursor && !found->items.isEmpty() && tickets.size() < wanted)
                     fetch(found->nextCursor, tickets, wanted);
                 else
                     take(tickets, found->nextCursor);
             });
}

void WeighTickets::take(const QList<WeighTicket> &tickets, const std::optional<QString> &next)
{
    m_trouble->clear();
    m_tickets = tickets;
    m_next = next;
    fill();
    if (m_tickets.isEmpty())
        return;
    askSettlement();
    if (m_contested && !contains(m_tickets, *m_contested))
        askContested();
}

// What it is all about does not wait until somebody comes down to it.
void WeighTickets::askContested()
{
    whenDone(this, m_kit.api.call(api::readWeighTicket, *m_contested),
             [this, asked = m_asked](const Result<WeighTicket> &ticket) {
                 if (m_asked != asked)
                     return;
                 if (!ticket)
                     return m_trouble->showTrouble(ticket.error());
                 m_apart = *ticket;
                 fill();
             });
}

QList<WeighTicket> WeighTickets::shown() const
{
    QList<WeighTicket> out = m_tickets;
    if (m_apart && m_apart->id == m_contested && !contains(m_tickets, m_apart->id))
        out.prepend(*m_apart);
    std::stable_partition(out.begin(), out.end(),
                          [this](const WeighTicket &ticket) { return ticket.id == m_contested; });
    return out;
}

void WeighTickets::askSettlement()
{
    whenDone(this, m_kit.api.call(api::readSettlement, *m_order),
             [this, asked = *m_order](const Result<Settlement> &settlement) {
                 if (m_order != asked)
                     return;
                 if (!settlement)
                     return m_trouble->showTrouble(settlement.error());
                 m_settlement = *settlement;
                 fill();
             });
}

void WeighTickets::fill()
{
    hide(); // what is put together anew comes into sight at once
    empty(m_parts);
    if (m_tickets.isEmpty())
        return;
    m_parts->addWidget(line(this));
    auto *title = new Label(m_kit.theme, Type::Overline, "text3", this);
    title->say(tr("WEIGH TICKETS"));
    m_parts->addWidget(title);
    const QList<WeighTicket> tickets = shown();
    for (const WeighTicket &ticket : tickets)
        add(ticket);
    if (m_next)
        addLink(QStringLiteral("chevron-down"), tr("More tickets…"), "more_tickets", [this] { askMore(); });
    if (m_settlement) {
        auto *money = new Label(m_kit.theme, Type::Overline, "text3", this);
        money->say(tr("BY WEIGHT IT COMES TO"));
        m_parts->addWidget(money);
        m_parts->addLayout(moneyOf(*m_settlement));
    }
    show();
}

void WeighTickets::add(const WeighTicket &ticket)
{
    auto *name = new Label(m_kit.theme, Type::BodyStrong, "", this);
    name->eliding()->say(tr("Ticket %1 · %2").arg(display::text(ticket.number), ticket.title));
    auto *status = new Chip(m_kit.theme, this);
    const display::Word word = display::word(ticket.status);
    status->say(word.text, word.tone, word.icon);
    auto *head = row(8);
    head->addWidget(name, 1);
    head->addWidget(status);
    m_parts->addLayout(head);
    m_parts->addLayout(factsOf(ticket));
    for (const StoredFile &photo : ticket.photos)
        addLink(QStringLiteral("paperclip"), photo.name, "photo",
                [this, photo] { (new FileDialog(m_kit, photo, this))->open(); });
    addLink(QStringLiteral("file-text"), tr("Print ticket %1").arg(display::text(ticket.number)), "print_ticket",
            [this, ticket] { print(ticket); });
}

QGridLayout *WeighTickets::factsOf(const WeighTicket &ticket)
{
    auto *facts = new QGridLayout;
    facts->setVerticalSpacing(m_kit.theme.px(4));
    facts->setColumnStretch(1, 1);
    addFact(facts, display::label(&WeighTicket::gross), weightOf(ticket.gross, ticket.unit));
    addFact(facts, display::label(&WeighTicket::tare), weightOf(ticket.tare, ticket.unit));
    for (const WeighDeduction &each : ticket.deductions)
        addFact(facts, display::text(each.kind),
                QStringLiteral("− ") + weightOf(each.quantity, ticket.unit) +
                    (each.reason ? QStringLiteral(" · ") + *each.reason : QString()));
    addFact(facts, display::label(&WeighTicket::net), weightOf(ticket.net, ticket.unit), "", Type::BodyStrong);
    if (m_settlement)
        for (const SettlementLine &line : m_settlement->lines)
            if (line.lineId == ticket.lineId)
                addFact(facts, tr("Price per %1").arg(display::text(ticket.unit)), display::text(line.unitPrice));
    addFact(facts, display::label(&RecordWeighTicket::scaleSerial),
            ticket.scaleSerial.value_or(tr("read by hand, with pictures")));
    addFact(facts, display::label(&RecordWeighTicket::operatorName), ticket.operatorName);
    addFact(facts, display::label(&WeighTicket::weighedAt), display::text(ticket.weighedAt));
    // Over all that was weighed: a ticket that somebody changed in the tables proves nothing any more.
    ticket.isGenuine ? addFact(facts, tr("Seal"), tr("genuine"), "success")
                     : addFact(facts, tr("Seal"), tr("broken: the ticket was changed"), "danger", Type::BodyStrong);
    addSaid(facts, ticket);
    return facts;
}

void WeighTickets::addSaid(QGridLayout *facts, const WeighTicket &ticket)
{
    if (ticket.vendorAcceptedAt)
        addFact(facts, tr("Accepted by the vendor"), display::text(*ticket.vendorAcceptedAt));
    if (ticket.buyerAcceptedAt)
        addFact(facts, tr("Accepted by the buyer"), display::text(*ticket.buyerAcceptedAt));
    if (ticket.flaggedBy)
        addFact(facts, tr("Contested by: %1").arg(display::text(*ticket.flaggedBy)),
                ticket.flagReason.value_or(QString()), "danger");
    if (ticket.voidedAt)
        addFact(facts, tr("Taken back"), ticket.voidReason.value_or(QString()));
}

QGridLayout *WeighTickets::moneyOf(const Settlement &settlement)
{
    auto *money = new QGridLayout;
    money->setVerticalSpacing(m_kit.theme.px(4));
    money->setColumnStretch(1, 1);
    addFact(money, tr("Estimate"), display::text(settlement.estimate));
    addFact(money, tr("Held"), display::text(settlement.held));
    addFact(money, tr("By weight"), display::text(settlement.charge), "", Type::BodyStrong);
    if (settlement.missing > Money{})
        addFact(money, tr("Missing"), display::text(settlement.missing), "danger");
    if (settlement.returned > Money{})
        addFact(money, tr("Returns to the buyer"), display::text(settlement.returned));
    if (settlement.topUp)
        addFact(money, tr("Top-up of %1").arg(display::text(settlement.topUp->amount)), topUpWords(*settlement.topUp));
    return money;
}

QString WeighTickets::topUpWords(const WeighTopUp &topUp) const
{
    switch (topUp.status) {
    case TopUpStatus::Asked: return tr("asked until %1").arg(display::text(topUp.deadline));
    case TopUpStatus::Paid: return tr("held as well");
    case TopUpStatus::Declined: return tr("declined by the buyer");
    case TopUpStatus::Expired: return tr("not answered in time");
    case TopUpStatus::Superseded: return tr("no longer needed");
    }
    return {};
}

void WeighTickets::addFact(QGridLayout *grid, const QString &name, const QString &value, const char *ink, Type type)
{
    kit::addFact(grid, this, m_kit.theme, name, value, ink, type);
}

void WeighTickets::addLink(const QString &icon, const QString &text, const char *name, std::function<void()> act)
{
    auto *link = new Button(m_kit.theme, icon, "link", this);
    link->say(link->fontMetrics().elidedText(text, Qt::ElideMiddle, m_kit.theme.px(linkWidthMax)));
    link->setObjectName(QString::fromLatin1(name));
    connect(link, &QPushButton::clicked, this, std::move(act));
    m_parts->addWidget(link, 0, Qt::AlignLeft);
}

void WeighTickets::print(const WeighTicket &ticket)
{
    printPaper(m_kit, this, QStringLiteral("weigh-ticket-%1.pdf").arg(ticket.number), ticketPaper(ticket));
}

} // namespace kit
