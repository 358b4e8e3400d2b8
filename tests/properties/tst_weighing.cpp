// Whatever is weighed, said and paid in whatever order: the buyer never pays more than he has agreed to hold, the
// commission follows the weight that was agreed on, and the money leaves the escrow once.

#include "tests/money/world.h"
#include "tests/support/property.h"
#include "tests/support/runner.h"

namespace {

constexpr qint64 walletPaise = 100'000'000;

// One order with random words about its weight. What was agreed to is kept in the plainest way there is.
class Handover
{
public:
    Handover(World &world, Money price, Quantity ordered)
        : m_world(world)
        , m_buyer(world.addBuyer(QStringLiteral("buyer-") + world.ids.next<Account>().text()))
    {
        m_world.fill(m_buyer, {walletPaise});
        const auto product = m_world.addProduct(m_world.store, QStringLiteral("Brass"), price, ordered);
        const auto placed =
            m_world.orders.placeOrder(m_buyer.caller, {.addressId = m_buyer.address, .lines = {{product, ordered}}});
        m_order = placed.value().orders.constFirst();
        m_agreedTo = m_world.wallet(m_buyer).heldAmount;
        m_world.walkTo(m_order.id, OrderStatus::Packed);
    }

    // What a number chooses is done when it may be done.
    void step(int choice, qint64 amount)
    {
        const Caller &store = m_world.store.caller, &buyer = m_buyer.caller;
        weighing::Service &weighing = m_world.weighing;
        const Id<WeighTicket> ticket =
            m_tickets.empty() ? Id<WeighTicket>() : m_tickets[std::size_t(amount) % m_tickets.size()].id;
        switch (choice) {
        case 0:
        case 1: return record(amount);
        case 2: return (void)weighing.acceptWeighTicket(buyer, ticket).has_value();
        case 3: return (void)weighing.acceptWeighTicket(store, ticket).has_value();
        case 4:
            return (void)weighing.flagWeighTicket(amount % 2 == 0 ? buyer : store, ticket, {QStringLiteral("too much")})
                .has_value();
        case 5: return takeBack(ticket);
        case 6: return pay();
        case 7: return (void)weighing.declineTopUp(buyer, m_order.id, {QStringLiteral("too much")}).has_value();
        case 8: m_world.db.clock.advance(48 * hourMs); return (void)weighing.expireTopUps();
        case 9: return goOn();
        case 10: return (void)m_world.orders.confirmDelivery(buyer, m_order.id).has_value();
        case 11: m_world.db.clock.advance(8 * dayMs); return waitInSilence();
        default:
            if (amount % 8 == 0) // seldom, or nothing else would be seen
                (void)m_world.orders.cancelOrder(store, m_order.id, {QStringLiteral("sold out")}).has_value();
        }
    }

    // Both sides say yes to everything that can still be said yes to.
    void bringHome()
    {
        goOn();
        goOn();
        for (const Ticket &each : m_tickets)
            for (const Caller &party : {m_buyer.caller, m_world.store.caller})
                (void)m_world.weighing.acceptWeighTicket(party, each.id).has_value();
        (void)m_world.orders.confirmDelivery(m_buyer.caller, m_order.id).has_value();
        pay();
    }

    // What is wrong with the order and its money; empty when nothing is.
    QString problem()
    {
        const Order order = m_world.read(m_order.id);
        const Wallet wallet = m_world.wallet(m_buyer);
        const qint64 closed = m_world.db.number("count(*) FROM ledger_transactions WHERE subject_id = ?"
                                                " AND step = 'close'",
                                                m_order.id);
        if (order.escrowStatus == EscrowStatus::Held) {
            if (closed != 0 || wallet.heldAmount != m_agreedTo || wallet.currentBalance != Money{walletPaise})
                return QStringLiteral("held money moved");
            return {};
        }
        if (closed != 1 || wallet.heldAmount != Money{})
            return QStringLiteral("the hold did not end in one way");
        if (order.escrowStatus == EscrowStatus::Refunded)
            return wallet.available == Money{walletPaise} ? QString() : QStringLiteral("not all came back");
        return problemOfCharge(order, wallet);
    }

    bool isSettled() { return m_world.read(m_order.id).settledAt.has_value(); }
    Id<Order> id() const { return m_order.id; }

private:
    struct Ticket
    {
        Id<WeighTicket> id;
        Quantity net;
        bool counts = true;
    };

    void record(qint64 amount)
    {
        const Quantity net{1 + amount % (m_order.lines.constFirst().orderedQuantity.milli * 3 / 2)};
        const auto ticket =
            m_world.weighing.recordWeighTicket(m_world.store.caller, m_order.id,
                                               {.lineId = m_order.lines.constFirst().id,
                                                .gross = net + Quantity{amount % 7 + amount % 5 + 1},
                                                .tare = {amount % 7},
                                                .deductions = {{DeductionKind::Moisture, {amount % 5 + 1}, {}}},
                                                .scaleSerial = QStringLiteral("MT-1"),
                                                .operatorName = QStringLiteral("Ravi"),
                                                .weighedAt = m_world.db.clock.now()});
        if (ticket)
            m_tickets.push_back({ticket->id, net});
    }
    void takeBack(Id<WeighTicket> ticket)
    {
        if (!m_world.weighing.voidWeighTicket(m_world.store.caller, ticket, {QStringLiteral("wrong")}))
            return;
        for (Ticket &each : m_tickets)
            each.counts &= each.id != ticket;
    }
    void pay()
    {
        const auto asked = m_world.weighing.readSettlement(m_buyer.caller, m_order.id).value().topUp;
        if (asked && m_world.weighing.payTopUp(m_buyer.caller, m_order.id, {asked->amount}))
            m_agreedTo = m_agreedTo + asked->amount;
    }
    void goOn()
    {
        for (const OrderStatus next : {OrderStatus::OutForDelivery, OrderStatus::Delivered})
            if (m_world.advance(m_order.id, next))
                return;
    }
    void waitInSilence()
    {
        m_world.weighing.acceptSilent();
        m_world.orders.completeOverdue();
    }

    QString problemOfCharge(const Order &order, const Wallet &wallet)
    {
        const OrderLine line = order.lines.constFirst();
        Quantity weighed;
        bool isWeighed = false;
        for (const Ticket &each : m_tickets) {
            if (!each.counts)
                continue;
            isWeighed = true;
            weighed = weighed + each.net;
            const auto ticket = m_world.weighing.readWeighTicket(m_world.admin, each.id);
            if (ticket->status != WeighTicketStatus::Accepted)
                return QStringLiteral("a weight was charged that was not agreed to");
        }
        if (!isWeighed && !m_tickets.empty())
            return QStringLiteral("a line whose weights were taken back was charged as ordered");
        const Quantity quantity = isWeighed ? weighed : line.orderedQuantity;
        const Money charge = *lineTotal(line.unitPrice, quantity);
        const Money commission = line.commissionRate->of(charge);
        if (charge > m_agreedTo)
            return QStringLiteral("the buyer paid more than he agreed to");
        if (order.totalAmount != charge || line.lineTotal != charge || line.settledQuantity != quantity)
            return QStringLiteral("the charge does not follow the weight");
        if (order.commissionAmount != commission || line.commissionAmount != commission)
            return QStringLiteral("the commission does not follow the charge");
        if (wallet.currentBalance != Money{walletPaise} - charge || wallet.totalSpent != charge)
            return QStringLiteral("the buyer paid something else");
        if (got("vendor_payable") != charge - commission || got("commission_income") != commission)
            return QStringLiteral("the shares are not those of the charge");
        return {};
    }
    Money got(const char *kind)
    {
        return {m_world.db.number("CAST(coalesce(sum(t.amount), 0) AS BIGINT) FROM ledger_transfers t"
                                  " JOIN ledger_transactions x ON x.id = t.transaction_id"
                                  " JOIN ledger_accounts a ON a.id = t.credit_account_id"
                                  " WHERE x.subject_id = ? AND x.step = 'close' AND a.kind = ?",
                                  m_order.id, std::string_view(kind))};
    }

    World &m_world;
    const Customer m_buyer;
    Order m_order;
    Money m_agreedTo;
    std::vector<Ticket> m_tickets;
};

} // namespace

class PropertiesOfWeighing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // D-02, COM-03, COM-04, WAL-08, LED-01: one world, so that the cases also disturb each other.
    void nobodyPaysMoreThanAgreedAndSharesFollowTheWeight()
    {
        World world;
        int settled = 0;
        HOLDS([&] {
            world.set(QStringLiteral("weighing.tolerance"),
                      BasisPoints{*rc::gen::element<qint64>(0, 0, 250, 1'000)}.text());
            Handover handover(world, {*rc::gen::inRange<qint64>(100, 200'000)},
                              {*rc::gen::inRange<qint64>(1'000, 50'000)});
            const int steps = *rc::gen::inRange(5, 30);
            for (int i = 0; i < steps; ++i) {
                handover.step(*rc::gen::inRange(0, 13), *rc::gen::inRange<qint64>(0, 1'000'000));
                RC_ASSERT(handover.problem() == QString());
            }
            if (*rc::gen::arbitrary<bool>())
                handover.bringHome();
            RC_ASSERT(handover.problem() == QString());
            settled += handover.isSettled() ? 1 : 0;
            RC_ASSERT(world.ledger.verify() == std::optional<QString>());
        });
        QCOMPARE(world.weighing.verify(), std::optional<QString>());
        qInfo("%d orders were settled", settled);
        QVERIFY(settled >= 10);
    }

    // The check works: what a wrong program would leave behind is seen.
    void aPlantedFaultIsSeen_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::newRow("a paisa more was charged") << QStringLiteral(
            "UPDATE orders SET subtotal = subtotal + 1, total_amount = total_amount + 1 WHERE id = ?");
        QTest::newRow("the commission is that of the estimate")
            << QStringLiteral("UPDATE orders SET commission_amount = commission_amount + 100 WHERE id = ?");
        QTest::newRow("another quantity was settled")
            << QStringLiteral("UPDATE order_lines SET settled_quantity = ordered_quantity WHERE order_id = ?");
        QTest::newRow("a weight was not agreed to")
            << QStringLiteral("UPDATE weigh_standings SET status = 'open' WHERE order_id = ?");
    }
    void aPlantedFaultIsSeen()
    {
        QFETCH(QString, statement);
        World world;
        Handover handover(world, {10'000}, {10'000});
        handover.step(0, 7'000);
        for (const int choice : {2, 3, 9, 9, 10})
            handover.step(choice, 0);
        QVERIFY(handover.isSettled());
        QCOMPARE(handover.problem(), QString());

        const Result<> planted = world.db->write([&](Tx &tx) -> Result<> {
            tx.run(statement.toStdString(), handover.id());
            return {};
        });

        QVERIFY(planted);
        QVERIFY(handover.problem() != QString());
    }
};

TEST_CLASS(PropertiesOfWeighing)
#include "tst_weighing.moc"
