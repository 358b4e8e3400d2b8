#include "console/pages/weighing/desk.h"

#include "console/kit/askdialog.h"
#include "console/kit/display.h"
#include "console/kit/printing.h"
#include "console/kit/ticketpaper.h"
#include "console/pages/weighing/hand.h"
#include "console/pages/weighing/outbox.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QShortcut>
#include <QVBoxLayout>

namespace weighing {

using kit::Ask;
using kit::Cell;
using kit::Type;

namespace {

constexpr int margin = 16;
constexpr int ticketsShown = 100;

QList<std::pair<QString, QString>> factsOf(const WeighTicket &ticket)
{
    return {{kit::display::label(&WeighTicket::number), kit::display::text(ticket.number)},
            {kit::display::label(&WeighTicket::title), ticket.title},
            {kit::display::label(&WeighTicket::net), kit::display::text(ticket.net, kit::display::text(ticket.unit))}};
}

} // namespace

Desk::Desk(kit::Kit &kit, Outbox &outbox, QWidget *parent)
    : DetailPane(kit, parent)
    , m_outbox(outbox)
    , m_number(new kit::Label(kit.theme, Type::Heading2, "", this))
    , m_ticketsTitle(new kit::Label(kit.theme, Type::Overline, "text3", this))
    , m_moneyTitle(new kit::Label(kit.theme, Type::Overline, "text3", this))
    , m_none(new kit::Label(kit.theme, Type::Body, "text2", this))
    , m_stage(new kit::Chip(kit.theme, this))
    , m_hand(new Hand(kit, this))
    , m_view(new kit::TableView(kit.theme, m_tickets, this))
    , m_money(newFacts())
    , m_accept(new kit::Button(kit.theme, QStringLiteral("check"), "primary", this))
    , m_flag(new kit::Button(kit.theme, QStringLiteral("triangle-alert"), "", this))
    , m_void(new kit::Button(kit.theme, QStringLiteral("circle-x"), "danger", this))
    , m_print(new kit::Button(kit.theme, QStringLiteral("file-text"), "", this))
{
    m_view->setObjectName(QStringLiteral("tickets"));
    m_accept->setObjectName(QStringLiteral("accept"));
    m_flag->setObjectName(QStringLiteral("flag"));
    m_void->setObjectName(QStringLiteral("void"));
    m_print->setObjectName(QStringLiteral("print"));
    addColumns();
    setFocusProxy(m_hand);
    put(buildHead(), buildBody(), buildFoot());
    retranslate();
    connect(m_hand, &Hand::taken, this, &Desk::record);
    connect(m_view, &kit::TableView::chosenChanged, this, &Desk::showActions);
    connect(&m_tickets, &kit::TableModel::loaded, this, [this] {
        m_none->setVisible(m_tickets.rowCount() == 0);
        m_view->setVisible(m_tickets.rowCount() > 0);
        if (!m_toChoose.isEmpty())
            m_view->choose(std::exchange(m_toChoose, {}));
        showActions();
    });
    // It is with the server, whoever has sent it.
    connect(&outbox, &Outbox::changed, this, [this] {
        if (m_recorded.isEmpty() || m_outbox.has(m_recorded))
            return;
        m_recorded.clear();
        m_hand->finish();
    });
    connect(&outbox, &Outbox::waiting, this, &Desk::putAside);
    connect(&outbox, &Outbox::refused, this, &Desk::hearRefusal);
    connect(&outbox, &Outbox::sent, this, [this](const QString &, const WeighTicket &ticket) {
        m_toChoose = ticket.id.text();
        take(ticket, tr("Ticket %1: %2")
                         .arg(kit::display::text(ticket.number),
                              kit::display::text(ticket.net, kit::display::text(ticket.unit))));
    });
    connect(m_accept, &QPushButton::clicked, this, &Desk::acceptTicket);
    connect(m_flag, &QPushButton::clicked, this, &Desk::flagTicket);
    connect(m_void, &QPushButton::clicked, this, &Desk::voidTicket);
    connect(m_print, &QPushButton::clicked, this, &Desk::print);
}

void Desk::addColumns()
{
    m_tickets.show(&WeighTicket::number, &WeighTicket::title, &WeighTicket::net, &WeighTicket::status);
    m_tickets.column(&WeighTicket::number).heading.width = 70;
    auto &title = m_tickets.column(&WeighTicket::title);
    title.heading.stretches = true;
    title.heading.width = 130;
    title.cell = [](const WeighTicket &ticket) {
        return Cell{.text = ticket.title, .second = ticket.flagReason.value_or(ticket.voidReason.value_or(QString()))};
    };
    auto &net = m_tickets.column(&WeighTicket::net);
    net.heading.width = 110;
    net.cell = [](const WeighTicket &ticket) {
        return Cell{.text = kit::display::text(ticket.net, kit::display::text(ticket.unit)),
                    .look = Cell::Look::Strong,
                    .alignment = Qt::AlignRight};
    };
    m_tickets.column(&WeighTicket::status).heading.width = 112;
    m_tickets.settle();
}

QWidget *Desk::buildHead()
{
    const kit::Theme &theme = m_kit.theme;
    auto *head = new QWidget(this);
    auto *top = kit::row(10);
    top->addWidget(m_number);
    top->addWidget(m_stage);
    top->addStretch(1);
    top->addWidget(m_close);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(theme.px(margin), theme.px(margin), theme.px(margin), theme.px(8));
    layout->addLayout(top);
    layout->addWidget(m_trouble);
    return head;
}

QWidget *Desk::buildBody()
{
    auto *body = new kit::PaneBody(m_kit.theme, this);
    body->add(m_hand);
    body->addLine();
    body->add(m_ticketsTitle);
    body->add(m_none);
    body->addWide(m_view);
    body->end();
    return body;
}

// Without a mouse: the ticket that was taken last is the chosen one.
void Desk::bindKeys(QWidget *ground)
{
    m_hand->bindKeys(ground);
    const auto bind = [ground](const QKeySequence &keys, kit::Button *button) {
        auto *shortcut = new QShortcut(keys, ground);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, button, [button] {
            if (button->isVisible()) // not of an order that was put away
                button->click();
        });
    };
    bind(Qt::Key_F4, m_accept);
    bind(Qt::Key_F6, m_flag);
    bind(Qt::Key_F7, m_void);
    bind(QKeySequence(QStringLiteral("Ctrl+P")), m_print);
}

QWidget *Desk::buildFoot()
{
    const kit::Theme &theme = m_kit.theme;
    auto *foot = new QWidget(this);
    auto *actions = new QGridLayout;
    actions->setSpacing(theme.px(8));
    int place = 0;
    for (kit::Button *button : {m_accept, m_print, m_flag, m_void}) {
        actions->addWidget(button, place / 2, place % 2);
        ++place;
    }
    auto *layout = new QVBoxLayout(foot);
    layout->setContentsMargins(theme.px(margin), theme.px(6), theme.px(margin), theme.px(margin));
    layout->setSpacing(theme.px(8));
    layout->addLayout(actions);
    layout->addWidget(kit::line(foot));
    layout->addWidget(m_moneyTitle);
    m_money->setVerticalSpacing(theme.px(4));
    layout->addLayout(m_money);
    return foot;
}

void Desk::retranslate()
{
    m_ticketsTitle->say(tr("WEIGH TICKETS"));
    m_moneyTitle->say(tr("WHAT IT COMES TO"));
    m_none->say(tr("No ticket yet: the first weight makes one."));
    m_view->setAccessibleName(tr("Weigh tickets of this order"));
    m_accept->say(tr("Accept (F4)"));
    m_flag->say(tr("Contest… (F6)"));
    m_void->say(tr("Take back… (F7)"));
    m_print->say(tr("Print (Ctrl+P)"));
    m_hand->retranslate();
    m_tickets.retranslate();
    DetailPane::retranslate();
}

QFuture<Result<Settlement>> Desk::fetch(const Id<Order> &id)
{
    return m_kit.api.call(api::readSettlement, id);
}

void Desk::fill(const Settlement &settlement)
{
    m_number->say(settlement.orderNumber);
    const kit::display::Word stage = kit::display::word(settlement.stage);
    m_stage->say(stage.text, stage.tone, stage.icon);
    m_hand->offer(settlement.lines);
    fillMoney(settlement);
}

void Desk::fillMoney(const Settlement &settlement)
{
    kit::empty(m_money);
    addFact(m_money, tr("Estimate"), kit::display::text(settlement.estimate));
    addFact(m_money, tr("Held"), kit::display::text(settlement.held));
    addFact(m_money, tr("By weight"),
            settlement.stage == WeighingStage::Unweighed ? QStringLiteral("–") : kit::display::text(settlement.charge),
            "", Type::BodyStrong);
    if (settlement.missing > Money{})
        addFact(m_money, tr("Missing"), kit::display::text(settlement.missing), "danger", Type::BodyStrong);
    if (settlement.topUp && settlement.topUp->status == TopUpStatus::Asked)
        addFact(m_money, tr("The buyer is asked until"), kit::display::text(settlement.topUp->deadline), "warning");
    if (settlement.returned > Money{})
        addFact(m_money, tr("Returns to the buyer"), kit::display::text(settlement.returned));
    addFact(m_money, tr("Commission"), kit::display::text(settlement.commission));
}

void Desk::follow()
{
    m_tickets.from([this, order = *id()](const std::optional<QString> &cursor) {
        return m_kit.api.call(api::listWeighTickets, {.limit = ticketsShown, .cursor = cursor}, order);
    });
    m_tickets.refresh();
}

void Desk::forget()
{
    m_tickets.setRows({});
    m_hand->putDown();
}

const WeighTicket *Desk::chosen() const
{
    const QString id = m_view->chosen();
    return id.isEmpty() ? nullptr : m_tickets.find(id);
}

void Desk::showActions()
{
    const WeighTicket *ticket = chosen();
    m_accept->setEnabled(ticket && ticket->mayAccept);
    m_flag->setEnabled(ticket && ticket->mayFlag);
    m_void->setEnabled(ticket && ticket->mayVoid);
    m_print->setEnabled(ticket);
}

// It lies on this disk before it is sent: neither a broken line nor a lost console takes a weight away.
void Desk::record(const RecordWeighTicket &wish)
{
    const bool isQueued = !m_outbox.weights().isEmpty();
    Quantity net = wish.gross - wish.tare;
    for (const WeighDeduction &each : wish.deductions)
        net = net - each.quantity;
    m_hand->wait();
    m_recorded = m_outbox.newKey();
    const bool isKept = m_outbox.put({.key = m_recorded,
                                      .orderId = *id(),
                                      .orderNumber = shown()->orderNumber,
                                      .title = m_hand->titleOf(wish),
                                      .unit = m_hand->unitOf(wish),
                                      .net = net,
                                      .wish = wish});
    if (!isKept) {
        m_recorded.clear();
        m_hand->goOn();
        showTrouble({ErrorCode::Internal, tr("The weight cannot be kept on this disk, and was not sent.")});
    } else if (isQueued) {
        putAside(); // behind others that wait
    }
}

// The hand is free for the next weight; this one is sent by itself.
void Desk::putAside()
{
    if (std::exchange(m_recorded, {}).isEmpty())
        return;
    m_hand->finish();
    m_kit.notices.toast(tr("The server is away. The weight is kept here and is sent when it is back."),
                        kit::Tone::Warning);
}

// Of a weight that was just taken nothing is lost: it still stands in the fields.
void Desk::hearRefusal(const QString &key, const Error &error)
{
    if (key != m_recorded)
        return;
    m_recorded.clear();
    m_outbox.drop(key);
    m_hand->goOn();
    Error rest = error;
    rest.fields = m_hand->showProblems(error.fields);
    showTrouble(rest);
}

void Desk::acceptTicket()
{
    const WeighTicket *ticket = chosen();
    if (!ticket || !ticket->mayAccept)
        return;
    m_accept->setEnabled(false);
    whenDone(this, m_kit.api.call(api::acceptWeighTicket, ticket->id), [this](const Result<WeighTicket> &accepted) {
        if (accepted)
            return take(*accepted, tr("Ticket %1 is accepted").arg(kit::display::text(accepted->number)));
        showActions();
        showTrouble(accepted.error());
    });
}

void Desk::flagTicket()
{
    const WeighTicket *ticket = chosen();
    if (!ticket)
        return;
    auto *dialog = new kit::AskDialog(m_kit.theme,
                                      {.title = tr("Contest this weight?"),
                                       .text = tr("Nothing is charged until this is cleared up."),
                                       .facts = factsOf(*ticket),
                                       .verb = tr("Contest"),
                                       .words = Ask::Words::Lines,
                                       .label = kit::display::label(&FlagWeighTicket::reason),
                                       .lengthMin = 3},
                                      this);
    dialog->perform([this, id = ticket->id](
                        const QString &words) { return m_kit.api.call(api::flagWeighTicket, {.reason = words}, id); },
                    [this](const WeighTicket &flagged) {
                        take(flagged, tr("Ticket %1 is contested").arg(kit::display::text(flagged.number)));
                    });
}

void Desk::voidTicket()
{
    const WeighTicket *ticket = chosen();
    if (!ticket)
        return;
    auto *dialog = new kit::AskDialog(m_kit.theme,
                                      {.title = tr("Take this weight back?"),
                                       .text = tr("Its number stays; the line has to be weighed again."),
                                       .facts = factsOf(*ticket),
                                       .verb = tr("Take back"),
                                       .look = "dangerFilled",
                                       .words = Ask::Words::Lines,
                                       .label = kit::display::label(&VoidWeighTicket::reason),
                                       .lengthMin = 3},
                                      this);
    dialog->perform([this, id = ticket->id](
                        const QString &words) { return m_kit.api.call(api::voidWeighTicket, {.reason = words}, id); },
                    [this](const WeighTicket &voided) {
                        take(voided, tr("Ticket %1 is taken back").arg(kit::display::text(voided.number)));
                    });
}

void Desk::print()
{
    if (const WeighTicket *ticket = chosen())
        kit::printPaper(m_kit, this, QStringLiteral("weigh-ticket-%1.pdf").arg(ticket->number),
                        kit::ticketPaper(*ticket));
}

void Desk::take(const WeighTicket &ticket, const QString &said)
{
    m_kit.notices.toast(said);
    if (id() == ticket.orderId)
        reload();
    Q_EMIT changed();
}

} // namespace weighing
