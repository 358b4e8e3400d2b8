#include "server/demo/cash.h"

#include "server/demo/calendar.h"

namespace demo {

namespace {

using ledger::Posting;

constexpr qint64 rupee = 100; // paise

// The state of a payout follows from how long ago it was asked for.
void decide(Chance &chance, const Plan &plan, PayoutEntry &payout, int refusals)
{
    constexpr int refused = 60;
    const Instant approved = payout.requested.after(chance.between(hourMs, 22 * hourMs));
    const Instant processed = approved.after(chance.between(3 * hourMs, 40 * hourMs));
    if (refusals > 0 && chance.happens(refused) && approved <= plan.today) {
        payout.status = PayoutStatus::Failed;
        payout.processed = approved;
        payout.refusal = int(chance.between(0, refusals - 1));
        return;
    }
    if (approved <= plan.today) {
        payout.status = PayoutStatus::Approved;
        payout.approved = approved;
    }
    if (processed <= plan.today) {
        payout.status = PayoutStatus::Processed;
        payout.processed = processed;
    }
}

// One store's payouts: on its weekday it asks for what was settled since, when that is worth the way.
class PayDesk
{
public:
    PayDesk(Chance &chance, Plan &plan, const Terms &terms, int refusals)
        : m_chance(chance)
        , m_plan(plan)
        , m_terms(terms)
        , m_refusals(refusals)
    {}

    void serve(int store, const std::vector<int> &settled)
    {
        const Money worthIt{std::max(m_terms.payoutMin.minor, m_chance.between(5, 60) * 100 * rupee)};
        std::size_t next = 0;
        std::vector<int> waiting;
        constexpr int weekdays = 5;
        for (qint64 day = india::dayNumber(m_plan.start) + store % weekdays; day <= india::dayNumber(m_plan.today);
             day += 7) {
            const Instant when = atIndianHour(day, 10).after(m_chance.between(0, 7 * hourMs));
            if (when > m_plan.today)
                break;
            for (; next < settled.size() && orderAt(settled[next]).settledAt() < when.ms; ++next)
                waiting.push_back(settled[next]);
            Money sum;
            for (const int order : waiting)
                sum = sum + orderAt(order).total - orderAt(order).commission;
            if (sum >= worthIt && !isBusyAt(when))
                request(store, when, sum, waiting);
        }
    }

private:
    OrderEntry &orderAt(int at) { return m_plan.orders[std::size_t(at)]; }
    // A refused one gives its orders back first.
    bool isBusyAt(Instant when) const { return when < m_free; }

    void request(int store, Instant when, Money sum, std::vector<int> &orders)
    {
        PayoutEntry payout{.store = store, .amount = sum, .requested = when};
        payout.id = Ids::past<Payout>(when, m_plan.stores[std::size_t(store)].id.uuid, quint32(m_plan.payouts.size()));
        decide(m_chance, m_plan, payout, m_refusals);
        if (payout.status == PayoutStatus::Failed) {
            payout.returned = orders;
            m_free = payout.processed->after(1);
        } else {
            for (const int order : orders)
                orderAt(order).payout = int(m_plan.payouts.size());
            orders.clear();
        }
        m_plan.payouts.push_back(std::move(payout));
    }

    Chance &m_chance;
    Plan &m_plan;
    const Terms &m_terms;
    const int m_refusals;
    Instant m_free;
};

} // namespace

void payOut(Plan &plan, const Tables &tables, const Terms &terms, quint64 seed)
{
    Chance chance(seed, "payouts");
    std::vector<std::vector<int>> settled(plan.stores.size());
    for (int i = 0; i < int(plan.orders.size()); ++i)
        if (plan.orders[std::size_t(i)].settledAt())
            settled[std::size_t(plan.orders[std::size_t(i)].store)].push_back(i);
    for (int store = 0; store < int(settled.size()); ++store) {
        std::vector<int> &orders = settled[std::size_t(store)];
        std::stable_sort(orders.begin(), orders.end(), [&](int a, int b) {
            return plan.orders[std::size_t(a)].settledAt() < plan.orders[std::size_t(b)].settledAt();
        });
        PayDesk(chance, plan, terms, int(tables.phrases.payoutRefusals.size())).serve(store, orders);
    }
}

namespace {

// One buyer's wallet: recharged shortly before an order that it would not cover.
class Purse
{
public:
    Purse(Chance &chance, Plan &plan, const Tables &tables, const Terms &terms)
        : m_chance(chance)
        , m_plan(plan)
        , m_tables(tables)
        , m_terms(terms)
    {}

    void live(int buyer, std::vector<MoneyEntry> &events)
    {
        std::stable_sort(events.begin(), events.end(),
                         [](const MoneyEntry &a, const MoneyEntry &b) { return a.at < b.at; });
        m_available = {};
        m_last = m_plan.buyers[std::size_t(buyer)].self.joined.ms;
        for (const MoneyEntry &event : events) {
            const Money total = m_plan.orders[std::size_t(event.index)].total;
            if (event.kind == Posting::Hold) {
                if (m_available < total)
                    recharge(buyer, event.at, total - m_available);
                m_available = m_available - total;
            } else if (event.kind == Posting::Release)
                m_available = m_available + total;
            m_plan.journal.push_back(event);
            m_last = event.at;
        }
    }

private:
    // Round sums, somewhat more than is missing, in as many payments as the limit of one makes necessary.
    void recharge(int buyer, qint64 before, Money missing)
    {
        constexpr int failsFirst = 350;
        constexpr qint64 step = 500 * rupee;
        const qint64 reserve = m_chance.happens(4'000) ? m_chance.between(1, 8) * step : 0;
        qint64 left = (missing.minor + reserve + step - 1) / step * step;
        qint64 at = std::max(m_last, before - m_chance.between(minuteMs, 15 * minuteMs));
        if (m_chance.happens(failsFirst))
            pay(buyer, std::min(left, m_terms.rechargeMax.minor), at,
                int(m_chance.between(0, m_tables.phrases.paymentFailures.size() - 1)));
        for (; left > 0; left -= m_terms.rechargeMax.minor) {
            at = std::min(before, at + 1'000);
            const qint64 amount = std::min(left, m_terms.rechargeMax.minor);
            pay(buyer, amount, at, -1);
            m_available = m_available + Money{amount};
        }
    }

    void pay(int buyer, qint64 amount, qint64 at, int failure)
    {
        const QUuid &subject = m_plan.buyers[std::size_t(buyer)].self.account.uuid;
        const qint64 roll = m_chance.between(1, 100);
        const int index = int(m_plan.payments.size());
        m_plan.payments.push_back({.id = Ids::past<Payment>({at}, subject, quint32(index)),
                                   .buyer = buyer,
                                   .amount = {amount},
                                   .created = {at},
                                   .ended = {at},
                                   .instrument = roll <= 81   ? Instrument::Upi
                                                 : roll <= 93 ? Instrument::Card
                                                              : Instrument::Netbanking,
                                   .failure = failure});
        if (failure < 0)
            m_plan.journal.push_back({at, Posting::Recharge, index});
    }

    Chance &m_chance;
    Plan &m_plan;
    const Tables &m_tables;
    const Terms &m_terms;
    Money m_available;
    qint64 m_last = 0;
};

} // namespace

void keepJournal(Plan &plan, const Tables &tables, const Terms &terms, quint64 seed)
{
    Chance chance(seed, "wallets");
    std::vector<std::vector<MoneyEntry>> events(plan.buyers.size());
    for (int i = 0; i < int(plan.orders.size()); ++i) {
        const OrderEntry &order = plan.orders[std::size_t(i)];
        std::vector<MoneyEntry> &ofBuyer = events[std::size_t(order.buyer)];
        ofBuyer.push_back({order.placedAt(), Posting::Hold, i});
        if (order.cancelled)
            ofBuyer.push_back({order.cancelled, Posting::Release, i});
        if (order.settledAt())
            ofBuyer.push_back({order.settledAt(), Posting::Settle, i});
    }
    Purse purse(chance, plan, tables, terms);
    for (int buyer = 0; buyer < int(events.size()); ++buyer)
        purse.live(buyer, events[std::size_t(buyer)]);
    for (int i = 0; i < int(plan.payouts.size()); ++i) {
        const PayoutEntry &payout = plan.payouts[std::size_t(i)];
        plan.journal.push_back({payout.requested.ms, Posting::PayoutReserve, i});
        if (payout.status == PayoutStatus::Processed)
            plan.journal.push_back({payout.processed->ms, Posting::PayoutComplete, i});
        if (payout.status == PayoutStatus::Failed)
            plan.journal.push_back({payout.processed->ms, Posting::PayoutReturn, i});
    }
    std::stable_sort(plan.journal.begin(), plan.journal.end(),
                     [](const MoneyEntry &a, const MoneyEntry &b) { return a.at < b.at; });
}

} // namespace demo
