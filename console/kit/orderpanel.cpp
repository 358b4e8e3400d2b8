#include "console/kit/orderpanel.h"

#include "console/kit/askdialog.h"
#include "console/kit/display.h"
#include "console/kit/escrowcard.h"
#include "console/kit/ordershares.h"
#include "console/kit/phrases.h"
#include "console/kit/weightickets.h"
#include "shared/contract/catalog.h"
#include "shared/contract/payouts.h"

#include <QApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace kit {

namespace {

constexpr int margin = 16;

QString cityLine(const Address &address)
{
    return QStringList{address.streetAddress, address.city, address.pincode}.join(QStringLiteral(", "));
}

} // namespace

OrderPanel::OrderPanel(Kit &kit, QWidget *parent)
    : QWidget(parent)
    , m_kit(kit)
    , m_stack(new QStackedWidget(this))
    , m_state(new PageState(kit.theme, this))
    , m_trouble(new Banner(kit.theme, this))
    , m_contest(new Banner(kit.theme, this))
    , m_number(new Label(kit.theme, Type::Heading2, "", this))
    , m_placed(new Label(kit.theme, Type::Small, "text2", this))
    , m_progressTitle(new Label(kit.theme, Type::Overline, "text3", this))
    , m_moneyTitle(new Label(kit.theme, Type::Overline, "text3", this))
    , m_confirmTitle(new Label(kit.theme, Type::Overline, "text3", this))
    , m_notes(new Label(kit.theme, Type::Small, "text2", this))
    , m_status(new Chip(kit.theme, this))
    , m_escrow(new Chip(kit.theme, this))
    , m_chat(new IconButton(kit.theme, QStringLiteral("message-square"), this))
    , m_close(new IconButton(kit.theme, QStringLiteral("x"), this))
    , m_parties(column(10))
    , m_confirmations(column(6))
    , m_actions(column(8))
    , m_foot(new QWidget(this))
    , m_money(new QGridLayout)
    , m_track(new OrderTrack(kit.theme, this))
    , m_weights(new WeighTickets(kit, this))
{
    m_contest->setObjectName(QStringLiteral("contest"));
    build();
    retranslate();
    connect(m_close, &QToolButton::clicked, this, &OrderPanel::closed);
    connect(m_chat, &QToolButton::clicked, this, [this] {
        if (m_order)
            Q_EMIT chatWanted(*m_order);
    });
    connect(m_state, &PageState::acted, this, &OrderPanel::reload);
    connect(m_trouble, &Banner::acted, this, [this] {
        m_trouble->clear();
        reload();
    });
}

void OrderPanel::build()
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHead());
    layout->addWidget(buildBody(), 1);
    wear(m_foot, "panefoot");
    m_foot->setLayout(m_actions);
    const int edge = m_kit.theme.px(margin);
    m_actions->setContentsMargins(edge, m_kit.theme.px(10), edge, edge);
    layout->addWidget(m_foot);
    m_settling.setSingleShot(true);
    m_settling.setInterval(QApplication::doubleClickInterval());
    connect(&m_settling, &QTimer::timeout, this, &OrderPanel::checkActions);

    m_stack->addWidget(m_state);
    m_stack->addWidget(page);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_stack);
    m_chat->setVisible(m_kit.me.role == Role::Vendor);
    m_money->setVerticalSpacing(m_kit.theme.px(9));
    m_money->setColumnStretch(0, 1);
}

QWidget *OrderPanel::buildHead()
{
    const int edge = m_kit.theme.px(margin);
    auto *head = new QWidget(this);
    auto *words = column(2);
    words->addWidget(m_number);
    words->addWidget(m_placed);
    auto *top = row(4);
    top->addLayout(words, 1);
    top->addWidget(m_chat, 0, Qt::AlignTop);
    top->addWidget(m_close, 0, Qt::AlignTop);
    auto *chips = row(6);
    chips->addWidget(m_status);
    chips->addWidget(m_escrow);
    chips->addStretch(1);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(edge, edge, edge, m_kit.theme.px(12));
    layout->setSpacing(m_kit.theme.px(10));
    layout->addLayout(top);
    layout->addLayout(chips);
    layout->addWidget(m_contest);
    layout->addWidget(m_trouble);
    return head;
}

QWidget *OrderPanel::buildBody()
{
    const int edge = m_kit.theme.px(margin);
    auto *body = new QWidget(this);
    wear(body, "body");
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(edge, 0, edge, edge);
    layout->setSpacing(m_kit.theme.px(12));
    layout->addWidget(line(body));
    layout->addLayout(m_parties);
    layout->addWidget(m_notes->wrapping());
    layout->addWidget(line(body));
    layout->addWidget(m_progressTitle);
    layout->addWidget(m_track);
    layout->addWidget(line(body));
    layout->addWidget(m_moneyTitle);
    layout->addLayout(m_money);
    layout->addWidget(m_weights);
    layout->addWidget(new EscrowCard(m_kit, this));
    layout->addWidget(line(body));
    layout->addWidget(m_confirmTitle);
    layout->addLayout(m_confirmations);
    layout->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(body);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    return scroll;
}

void OrderPanel::retranslate()
{
    m_progressTitle->say(tr("PROGRESS"));
    m_moneyTitle->say(tr("MONEY"));
    m_confirmTitle->say(tr("DELIVERY CONFIRMED BY"));
    m_chat->say(tr("Open chat"));
    m_close->say(phrase::closeDetails());
    m_track->setAccessibleName(tr("Progress of the order"));
    m_weights->retranslate();
    if (m_order)
        show(*m_order);
}

void OrderPanel::open(const Id<Order> &id)
{
    const bool isSame = m_id == id;
    m_id = id;
    m_trouble->clear();
    if (!isSame) {
        m_isToAdvance = false;
        m_weights->forget();
        m_settling.stop();
        m_order.reset();
        m_state->showLoading();
        m_stack->setCurrentWidget(m_state);
    }
    reload();
}

void OrderPanel::reload()
{
    if (!m_id)
        return;
    const Id<Order> asked = *m_id;
    whenDone(this, m_kit.api.call(api::readOrder, asked), [this, asked](const Result<Order> &order) {
        if (m_id != asked)
            return;
        m_isReloadTrouble = m_isReloadTrouble || (!order && m_order);
        if (order)
            show(*order);
        else if (m_order)
            m_trouble->showTrouble(order.error());
        else
            m_state->showTrouble(order.error());
    });
}

void OrderPanel::show(const Order &order)
{
    // The next step's button stands where the last one's stood: the second half of a double click must not take it.
    if (m_order && m_order->nextStatuses != order.nextStatuses)
        m_settling.start();
    if (std::exchange(m_isReloadTrouble, false))
        m_trouble->clear();
    m_order = order;
    m_number->say(order.orderNumber);
    QStringList placed{display::text(order.placedAt), display::text(order.paymentMethod)};
    if (order.paymentMethod != PaymentMethodKind::Escrow) // whose money was there before the order
        placed += display::text(order.paymentStatus);
    m_placed->say(placed.join(QStringLiteral(" · ")));
    const display::Word status = display::word(order.orderStatus);
    m_status->say(status.text, status.tone, status.icon);
    m_escrow->setVisible(order.escrowStatus.has_value());
    if (order.escrowStatus) {
        const display::Word escrow = display::word(*order.escrowStatus);
        m_escrow->say(escrow.text, escrow.tone, escrow.icon);
    }
    sayContest(order);
    QStringList notes;
    if (order.notes && !order.notes->isEmpty())
        notes += tr("Note: %1").arg(*order.notes);
    if (order.carrier && !order.carrier->isEmpty())
        notes += tr("Carrier: %1").arg(*order.carrier);
    m_notes->say(notes.join(u'\n'));
    m_notes->setVisible(!notes.isEmpty());
    m_track->show(order);
    fillParties(order);
    fillMoney(order);
    order.isWeighed ? m_weights->open(order.id) : m_weights->forget();
    fillConfirmations(order);
    fillActions(order);
    m_stack->setCurrentIndex(1);
    Q_EMIT shown(order);
    if (m_isToAdvance)
        advance();
}

void OrderPanel::fillParties(const Order &order)
{
    empty(m_parties);
    const auto add = [this](const QString &name, const QString &second, Avatar::Shape shape) {
        auto *face = new Avatar(m_kit.theme, 34, shape, this);
        face->show(name);
        auto *title = new Label(m_kit.theme, Type::BodyStrong, "", this);
        title->eliding()->say(name);
        auto *below = new Label(m_kit.theme, Type::Small, "text2", this);
        below->eliding()->say(second);
        auto *words = column(1);
        words->addWidget(title);
        words->addWidget(below);
        auto *line = row(10);
        line->addWidget(face);
        line->addLayout(words, 1);
        m_parties->addLayout(line);
    };
    add(order.customerName, cityLine(order.deliveryAddress), Avatar::Shape::Round);
    auto *phone = new Label(m_kit.theme, Type::Small, "text2", this);
    phone->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    phone->say(tr("Phone %1").arg(order.customerPhone));
    m_parties->addWidget(phone);
    if (m_kit.me.role == Role::Admin)
        add(order.storeName, display::label(&OrderCard::storeName), Avatar::Shape::Square);
}

int OrderPanel::addMoney(int row, const QString &name, const QString &value, Type type, const char *ink)
{
    auto *left = new Label(m_kit.theme, Type::Body, type == Type::Body ? "text2" : "", this);
    left->eliding()->say(name);
    auto *right = new Label(m_kit.theme, type, ink, this);
    right->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    right->say(value);
    m_money->addWidget(left, row, 0);
    m_money->addWidget(right, row, 1);
    return row + 1;
}

void OrderPanel::fillMoney(const Order &order)
{
    empty(m_money);
    int at = 0;
    for (const OrderLine &item : order.lines) {
        const Quantity quantity = item.settledQuantity.value_or(item.orderedQuantity);
        at = addMoney(at, item.title + QStringLiteral(" × ") + display::text(quantity, display::text(item.unit)),
                      display::text(item.lineTotal));
    }
    if (order.deliveryCharges.minor != 0)
        at = addMoney(at, tr("Delivery"), display::text(order.deliveryCharges));
    if (order.taxAmount.minor != 0)
        at = addMoney(at, display::label(&Product::gstRate), display::text(order.taxAmount));
    if (order.discountAmount.minor != 0)
        at = addMoney(at, tr("Discount"), display::text(-order.discountAmount));
    at = addMoney(at, tr("Total"), display::text(order.totalAmount), Type::BodyStrong);
    const OrderShares shares = sharesOf(order);
    if (shares.refunded != Money{})
        at = addMoney(at, display::label(&OrderCard::refundedAmount), display::text(-shares.refunded), Type::Body,
                      "danger");
    if (shares.commission != Money{})
        at =
            addMoney(at, display::label(&Earning::commission), display::text(-shares.commission), Type::Body, "danger");
    const bool isPaidInCash =
        order.paymentMethod == PaymentMethodKind::Cod && order.paymentStatus == PaymentStatus::Paid;
    const bool isOver = order.escrowStatus == EscrowStatus::Released || isPaidInCash || shares.left == Money{};
    addMoney(at, isOver ? tr("Vendor received") : tr("Vendor receives"), display::text(shares.vendor),
             Type::BodyStrong);
}

void OrderPanel::fillConfirmations(const Order &order)
{
    empty(m_confirmations);
    const auto add = [this](const QString &who, const std::optional<Instant> &when) {
        auto *mark = new Picture(m_kit.theme, when ? QStringLiteral("circle-check") : QStringLiteral("clock"), 15,
                                 when ? Ink::Success : Ink::Text3, this);
        auto *name = new Label(m_kit.theme, Type::Body, "", this);
        name->say(who);
        auto *time = new Label(m_kit.theme, Type::Small, "text2", this);
        time->say(when ? display::text(*when) : tr("not yet"));
        auto *line = row(8);
        line->addWidget(mark);
        line->addWidget(name);
        line->addStretch(1);
        line->addWidget(time);
        m_confirmations->addLayout(line);
    };
    add(display::label(&OrderCard::storeName), order.vendorConfirmedAt);
    add(display::label(&OrderCard::customerName), order.buyerConfirmedAt);
}

void OrderPanel::fillActions(const Order &order)
{
    empty(m_actions);
    bool isFirst = true;
    for (const OrderStatus status : order.nextStatuses) {
        if (status == OrderStatus::Cancelled && order.mayCancel)
            continue;
        auto *button = new Button(m_kit.theme, OrderSteps::icon(status), isFirst ? "primary" : "", this);
        button->say(OrderSteps::verb(status));
        button->setObjectName(QStringLiteral("to_") + QString(names::text(status)));
        connect(button, &QPushButton::clicked, this, [this, status] { moveTo(status); });
        m_actions->addWidget(button);
        isFirst = false;
    }
    const bool isReleasable = m_kit.me.role == Role::Admin && order.escrowStatus == EscrowStatus::Held &&
                              order.orderStatus == OrderStatus::Completed;
    if (isReleasable) {
        auto *button = new Button(m_kit.theme, QStringLiteral("hand-coins"), "primary", this);
        button->say(tr("Release escrow…"));
        button->setObjectName(QStringLiteral("release"));
        connect(button, &QPushButton::clicked, this, &OrderPanel::releaseEscrow);
        m_actions->addWidget(button);
    }
    addReturns(order);
    addPapers(order);
    if (order.mayCancel) {
        const bool isNew = m_kit.me.role == Role::Vendor && order.orderStatus == OrderStatus::Placed;
        auto *button = new Button(m_kit.theme, QStringLiteral("circle-x"), "danger", this);
        button->say(isNew ? tr("Reject order…") : tr("Cancel order…"));
        button->setObjectName(QStringLiteral("cancel"));
        connect(button, &QPushButton::clicked, this, &OrderPanel::cancel);
        m_actions->addWidget(button);
    }
    // Counted, because to the layout a button that was not shown yet is nothing.
    m_foot->setVisible(m_actions->count() > 0);
    checkActions();
}

} // namespace kit
