// REF-03, REF-06: whatever is refunded and disputed in whatever order and at whatever time, the books agree and nobody
// gets more than was paid.

#include "tests/money/returns.h"
#include "tests/support/property.h"
#include "tests/support/runner.h"

namespace {

// One order from its placing to wherever the steps lead.
class Life
{
public:
    explicit Life(Returns &given)
        : m_given(given)
        , m_before(given.world.wallet().available)
        , m_vendorBefore(fundsOf())
        , m_incomeBefore(given.commissionIncome())
        , m_escrowBefore(balance().inEscrow)
        , m_order(given.placed().id)
    {}

    void step()
    {
        switch (*rc::gen::inRange(0, 9)) {
        case 0: return (void)advance();
        case 1:
        case 2: return refund();
        case 3: return dispute();
        case 4: return (void)m_given.world.orders.confirmDelivery(m_given.buyer(), m_order);
        case 5: return decide();
        case 6: return payOut();
        case 7: return ask();
        default: return withdraw();
        }
    }

    // What is over or not, the sums hold.
    void check()
    {
        const OrderMoney money = m_given.money(m_order);
        const Wallet wallet = m_given.world.wallet();
        const Money gone = m_before - wallet.available; // held or given away
        RC_ASSERT(money.refunded >= Money{} && money.refunded <= money.paid);
        RC_ASSERT(gone >= Money{} && gone <= money.paid);
        const Money store = fundsOf() - m_vendorBefore, income = m_given.commissionIncome() - m_incomeBefore;
        if (money.settledAt) {
            RC_ASSERT(gone == money.left);
            RC_ASSERT(store + income == money.left);
            RC_ASSERT(income == Returns::commission - money.commission); // minus what of it went back
            RC_ASSERT(store >= Money{});
        } else {
            RC_ASSERT(store == Money{} && income == Money{});
        }
        const bool isInEscrow =
            money.escrowStatus == EscrowStatus::Held || money.escrowStatus == EscrowStatus::Disputed;
        RC_ASSERT(balance().inEscrow - m_escrowBefore == (isInEscrow ? money.left : Money{}));
        if (money.refunded == money.paid) {
            RC_ASSERT(waiting() == 0);                          // for what nobody could decide any more
            RC_ASSERT(money.commission == Returns::commission); // as if it had been refunded at once
            RC_ASSERT(gone == Money{} && store == Money{} && income == Money{});
            RC_ASSERT(money.paymentStatus == PaymentStatus::Refunded);
        }
    }

private:
    Money fundsOf()
    {
        const ledger::VendorFunds funds = m_given.world.funds();
        return funds.released + funds.inPayouts - funds.owed + balance().paidOut;
    }
    VendorBalance balance() { return m_given.world.payouts.readBalance(m_given.store()).value(); }
    qint64 waiting()
    {
        return m_given.world.db.number("count(*) FROM refunds WHERE order_id = ?"
                                       " AND status IN ('requested', 'approved')",
                                       m_order);
    }
    void advance()
    {
        const auto next = m_given.world.read(m_order).nextStatuses;
        if (!next.isEmpty())
            (void)m_given.world.advance(m_order, next.constFirst());
    }
    void refund()
    {
        const qint64 left = m_given.money(m_order).left.minor;
        const bool isWhole = *rc::gen::inRange(0, 5) == 0;
        if (left > 0)
            (void)m_given.refunded(m_order, isWhole ? std::nullopt
                                                    : std::optional(Money{*rc::gen::inRange<qint64>(1, left + 1)}));
    }
    // And nobody decides.
    void ask() { (void)m_given.request(m_order, Money{*rc::gen::inRange<qint64>(1, 10'000)}); }
    void dispute()
    {
        const bool isBuyers = *rc::gen::arbitrary<bool>();
        const auto opened = m_given.dispute(isBuyers ? m_given.buyer() : m_given.store(), m_order);
        if (!opened)
            return;
        m_dispute = opened->id;
        RC_ASSERT(bool(m_given.answer(isBuyers ? m_given.store() : m_given.buyer(), *m_dispute)));
    }
    void decide()
    {
        const qint64 left = m_given.money(m_order).left.minor;
        if (!m_dispute)
            return;
        const qint64 toBuyer = *rc::gen::inRange<qint64>(0, left + 1);
        (void)m_given.resolve(*m_dispute, {toBuyer}, {left - toBuyer});
    }
    void payOut()
    {
        const auto payout = m_given.world.payouts.requestPayout(m_given.store());
        if (!payout)
            return;
        RC_ASSERT(bool(m_given.world.payouts.approvePayout(m_given.admin(), payout->id)));
        RC_ASSERT(bool(m_given.world.payouts.processPayout(m_given.admin(), payout->id, {payout->payoutNumber})));
    }
    void withdraw()
    {
        if (m_dispute)
            (void)m_given.world.refunds.withdrawDispute(m_given.buyer(), *m_dispute);
    }

    Returns &m_given;
    const Money m_before, m_vendorBefore, m_incomeBefore, m_escrowBefore;
    const Id<Order> m_order;
    std::optional<Id<Dispute>> m_dispute;
};

} // namespace

class TestOfRefundProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void anySequenceOfRefundsAndDisputesKeepsTheBooks()
    {
        Returns given;
        given.world.verifyBank(given.world.store);
        for (const Id<Product> product : {given.world.store.copper, given.brass})
            QVERIFY(given.world.catalog.changeStock(given.store(), product,
                                                    {.delta = {1'000'000}, .reason = QStringLiteral("Bought in")}));
        HOLDS([&] {
            given.world.fill(given.world.buyer, Returns::total);
            Life life(given);
            const int steps = *rc::gen::inRange(1, 16);
            for (int i = 0; i < steps; ++i) {
                life.step();
                life.check();
            }
            RC_ASSERT(given.world.ledger.verify() == std::optional<QString>());
        });
    }
};

TEST_CLASS(TestOfRefundProperties)
#include "tst_refunds.moc"
