#include "server/ledger/service.h"
#include "server/orders/rules.h"
#include "tests/money/earned.h"
#include "tests/support/property.h"
#include "tests/support/runner.h"
#include "tests/support/testdb.h"

#include <map>

namespace {

// What the books should say, kept in the plainest way there is.
struct Model
{
    struct Order
    {
        int buyer;
        int vendor;
        qint64 held;
        bool isOpen = true;
    };
    struct Payout
    {
        int vendor;
        qint64 amount;
        bool isOpen = true;
    };
    std::map<int, qint64> available, held, recharged, spent, released, inPayouts;
    qint64 earned = 0; // by the market
    std::vector<Order> orders;
    std::vector<Payout> payouts;
};

// Random steps on the real ledger and on the model; after each they must agree on success, and at the end on every
// number.
class Bookkeeping
{
public:
    explicit Bookkeeping(TestDb &db)
        : m_db(db)
    {
        for (int i = 0; i < people; ++i) {
            m_buyers.push_back(m_ids.next<Account>());
            m_vendors.push_back(m_ids.next<Vendor>());
        }
        m_model.earned = earnedOf(m_db).minor;
    }

    void step()
    {
        switch (*rc::gen::inRange(0, 7)) {
        case 0: return recharge();
        case 1:
        case 2: return hold();
        case 3: return release();
        case 4: return settle();
        case 5: return reserve();
        default: return conclude();
        }
    }

    void compare()
    {
        for (int i = 0; i < people; ++i) {
            const Wallet wallet = m_db->read([&](Tx &tx) { return m_ledger.wallet(tx, m_buyers[i]); });
            RC_ASSERT(wallet.available.minor == m_model.available[i]);
            RC_ASSERT(wallet.heldAmount.minor == m_model.held[i]);
            RC_ASSERT(wallet.totalRecharged.minor == m_model.recharged[i]);
            RC_ASSERT(wallet.totalSpent.minor == m_model.spent[i]);
            const auto funds = m_db->read([&](Tx &tx) { return m_ledger.vendorFunds(tx, m_vendors[i]); });
            RC_ASSERT(funds.released.minor == m_model.released[i]);
            RC_ASSERT(funds.inPayouts.minor == m_model.inPayouts[i]);
        }
        RC_ASSERT(earnedOf(m_db).minor == m_model.earned);
        RC_ASSERT(m_ledger.verify() == std::optional<QString>());
    }

private:
    static constexpr int people = 3;

    int person() { return *rc::gen::inRange(0, people); }
    qint64 amount() { return *rc::gen::inRange<qint64>(1, 100'000); }
    template <class Work>
    bool post(Work &&work)
    {
        return bool(m_db->write([&](Tx &tx) -> Result<> { return work(tx); }));
    }

    void recharge()
    {
        const int who = person();
        const qint64 paise = amount();
        const auto payment = m_ids.next<Payment>();
        const int times = *rc::gen::inRange(1, 3);
        for (int i = 0; i < times; ++i)
            RC_ASSERT(post(
                [&](Tx &tx) { return m_ledger.recharge(tx, m_buyers[who], {paise}, payment, QStringLiteral("pay")); }));
        m_model.available[who] += paise;
        m_model.recharged[who] += paise;
    }
    void hold()
    {
        const int who = person(), vendor = person();
        const qint64 paise = amount();
        const auto order = m_ids.next<Order>();
        const bool fits = m_model.available[who] >= paise;
        RC_ASSERT(post([&](Tx &tx) {
                      return m_ledger.hold(tx, m_buyers[who], order, {paise}, QStringLiteral("order"));
                  }) == fits);
        if (!fits)
            return;
        m_model.available[who] -= paise;
        m_model.held[who] += paise;
        m_model.orders.push_back({who, vendor, paise});
        m_orders.push_back(order);
    }
    void release()
    {
        if (m_orders.empty())
            return;
        const auto at = *rc::gen::inRange<std::size_t>(0, m_orders.size());
        Model::Order &order = m_model.orders[at];
        const bool done = post(
            [&](Tx &tx) { return m_ledger.release(tx, m_buyers[order.buyer], m_orders[at], QStringLiteral("order")); });
        RC_ASSERT(done || !order.isOpen);
        if (!order.isOpen)
            return;
        m_model.available[order.buyer] += order.held;
        m_model.held[order.buyer] -= order.held;
        order.isOpen = false;
    }
    void settle()
    {
        if (m_orders.empty())
            return;
        const auto at = *rc::gen::inRange<std::size_t>(0, m_orders.size());
        Model::Order &order = m_model.orders[at];
        const qint64 gross = *rc::gen::inRange<qint64>(1, order.held + 2);
        const Money commission = BasisPoints{*rc::gen::inRange<qint64>(0, 10'001)}.of({gross});
        const bool done = post([&](Tx &tx) {
            return m_ledger.settle(tx, m_buyers[order.buyer], m_orders[at], m_vendors[order.vendor], {gross},
                                   commission, QStringLiteral("order"));
        });
        const bool fits = gross <= order.held;
        RC_ASSERT(fits || !done);
        RC_ASSERT(done || !fits || !order.isOpen);
        if (!order.isOpen || !fits)
            return;
        m_model.held[order.buyer] -= order.held;
        m_model.available[order.buyer] += order.held - gross;
        m_model.spent[order.buyer] += gross;
        m_model.released[order.vendor] += gross - commission.minor;
        m_model.earned += commission.minor;
        order.isOpen = false;
    }
    void reserve()
    {
        const int vendor = person();
        const qint64 paise = amount();
        const auto payout = m_ids.next<Payout>();
        const bool fits = m_model.released[vendor] >= paise;
        RC_ASSERT(post([&](Tx &tx) { return m_ledger.reservePayout(tx, m_vendors[vendor], payout, {paise}); }) == fits);
        if (!fits)
            return;
        m_model.released[vendor] -= paise;
        m_model.inPayouts[vendor] += paise;
        m_model.payouts.push_back({vendor, paise});
        m_payouts.push_back(payout);
    }
    void conclude()
    {
        if (m_payouts.empty())
            return;
        const auto at = *rc::gen::inRange<std::size_t>(0, m_payouts.size());
        const bool returns = *rc::gen::arbitrary<bool>();
        Model::Payout &payout = m_model.payouts[at];
        const bool done = post([&](Tx &tx) {
            return returns ? m_ledger.returnPayout(tx, m_vendors[payout.vendor], m_payouts[at], {payout.amount})
                           : m_ledger.completePayout(tx, m_vendors[payout.vendor], m_payouts[at], {payout.amount});
        });
        RC_ASSERT(done || !payout.isOpen);
        if (!payout.isOpen)
            return;
        m_model.inPayouts[payout.vendor] -= payout.amount;
        if (returns)
            m_model.released[payout.vendor] += payout.amount;
        payout.isOpen = false;
    }

    TestDb &m_db;
    Ids m_ids{m_db.clock};
    ledger::Service m_ledger{*m_db, m_ids};
    Model m_model;
    std::vector<Id<Account>> m_buyers;
    std::vector<Id<Vendor>> m_vendors;
    std::vector<Id<Order>> m_orders;
    std::vector<Id<Payout>> m_payouts;
};

} // namespace

class PropertiesOfMoney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // WAL-02, WAL-15, WAL-16, WAL-19, LED-01, PAYO-05: one database, so that the cases also disturb each other.
    void theLedgerAgreesWithItsModel()
    {
        TestDb db;
        constexpr int steps = 12;
        HOLDS([&] {
            Bookkeeping books(db);
            for (int i = 0; i < steps; ++i)
                books.step();
            books.compare();
        });
    }

    // COM-03: what is left for the store is what the rest of the rate gives, at every rate and amount, but for the
    // paisa that is rounded. That both are booked is the ledger's model.
    void commissionAndNetAddUp()
    {
        HOLDS([](quint32 paise, quint16 rate) {
            const BasisPoints points{rate % 10'001};
            const Money gross{paise};
            const Money commission = points.of(gross);
            RC_ASSERT(commission >= Money{});
            RC_ASSERT(commission <= gross);
            RC_ASSERT(qAbs((gross - commission - BasisPoints{10'000 - points.value}.of(gross)).minor) <= 1);
            RC_ASSERT(qAbs(commission.minor * 10'000 - gross.minor * points.value) <= 5'000);
        });
    }

    // P41: whatever is asked in whatever order, an order only ever walks along the table.
    void anOrderNeverLeavesItsTable()
    {
        HOLDS([](const std::vector<std::pair<quint8, quint8>> &wishes) {
            OrderStatus status = OrderStatus::Placed;
            bool isOver = false;
            for (const auto &[to, actor] : wishes) {
                const auto wanted = OrderStatus(to % 10);
                if (!orders::mayMove(status, wanted, Actor(actor % 4), OrderStatus::Packed))
                    continue;
                RC_ASSERT(!isOver);
                RC_ASSERT(wanted > status);
                status = wanted;
                isOver =
                    orders::groupOf(status) == StatusGroup::Done || orders::groupOf(status) == StatusGroup::Cancelled;
            }
        });
    }
};

TEST_CLASS(PropertiesOfMoney)
#include "tst_money.moc"
