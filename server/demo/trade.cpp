#include "server/demo/trade.h"

#include "server/orders/service.h"

#include <numeric>

namespace demo {

namespace {

constexpr quint32 productIds = 5'000'000;
constexpr int productsMax = 16;
constexpr qint64 dearestLine = 4'500'000; // paise; larger lots are split over several orders
constexpr int milli = 1'000;

using enum OrderStatus;

qint64 &stepOf(OrderEntry &order, OrderStatus status)
{
    return order.steps[std::size_t(status)];
}

} // namespace

std::pair<BasisPoints, RateLevel> rateFor(const Terms &terms, const StoreEntry &store, const QString &category)
{
    if (store.rate)
        return {*store.rate, RateLevel::Vendor};
    const auto found = terms.categoryRates.constFind(category);
    return found == terms.categoryRates.cend() ? std::pair(terms.globalRate, RateLevel::Global)
                                               : std::pair(*found, RateLevel::Category);
}

Money distributorPrice(Money price)
{
    constexpr qint64 percent = 94, step = 10;
    return {std::max(step, price.minor * percent / 100 / step * step)};
}

Bazaar::Bazaar(const Tables &tables, const Calendar &calendar, const PriceBook &prices, const Terms &terms,
               quint64 seed)
    : m_tables(tables)
    , m_calendar(calendar)
    , m_prices(prices)
    , m_terms(terms)
    , m_seed(seed)
{
    for (const GoodsTable &good : tables.trade.goods)
        m_goods.add(good.weight);
}

void Bazaar::openShelves(Plan &plan)
{
    Chance chance(m_seed, "shelves");
    m_streets.resize(std::size_t(m_tables.population.cities.size()));
    for (int number = 0; number < int(plan.stores.size()); ++number) {
        const StoreEntry &store = plan.stores[std::size_t(number)];
        if (!store.opened)
            continue;
        stock(chance, plan, number);
        Street &street = m_streets[std::size_t(store.site.city)];
        street.stores.push_back(number);
        street.lots.add(store.size);
    }
}

// A store deals in a few kinds of goods; the larger ones have more of them, and some come to the shelf later.
void Bazaar::stock(Chance &chance, Plan &plan, int number)
{
    StoreEntry &store = plan.stores[std::size_t(number)];
    constexpr int kinds = 3, outsider = 1'500, later = 2'500, forDistributors = 4'500;
    QList<QString> categories;
    while (categories.size() < kinds)
        categories += m_tables.trade.goods[m_goods.draw(chance)].category;
    const int wanted = std::min(productsMax, 3 + int(2 * std::log2(store.size)) + int(chance.between(0, 3)));
    const bool hasTwoPrices = chance.happens(forDistributors);
    std::vector<int> goods;
    for (int attempt = 0; int(goods.size()) < wanted && attempt < wanted * 12; ++attempt) {
        const int good = m_goods.draw(chance);
        const bool fits = categories.contains(m_tables.trade.goods[good].category) || chance.happens(outsider);
        if (fits && std::find(goods.begin(), goods.end(), good) == goods.end())
            goods.push_back(good);
    }
    for (const int good : goods) {
        const bool isFirst = store.products.empty();
        const qint64 rest = std::max<qint64>(dayMs, plan.today.ms - store.opened->ms - dayMs);
        const qint64 waits = !isFirst && chance.happens(later) ? chance.between(0, rest) : chance.between(0, hourMs);
        const Instant listed{std::min(plan.today.ms, store.opened->ms + waits)};
        const quint32 id = productIds + quint32(plan.products.size());
        store.products.push_back(int(plan.products.size()));
        plan.products.push_back({.id = Ids::past<Product>(listed, store.id.uuid, id),
                                 .store = number,
                                 .good = good,
                                 .factor = int(chance.between(9'300, 10'900)),
                                 .isForDistributors = hasTwoPrices,
                                 .sku = QStringLiteral("KW-%1").arg(id),
                                 .listed = listed});
    }
}

void Bazaar::trade(Plan &plan)
{
    callOn(plan);
    Chance choice(m_seed, "carts"), fate(m_seed, "fates");
    std::vector<int> usual(plan.buyers.size(), -1);
    for (OrderEntry &order : plan.orders) {
        BuyerEntry &buyer = plan.buyers[std::size_t(order.buyer)];
        const Instant at{order.placedAt()};
        int &favourite = usual[std::size_t(order.buyer)];
        order.store = favourite = storeFor(choice, plan, buyer, favourite, at);
        buyer.lastOrder = at;
        fillCart(choice, plan, order);
        walk(fate, plan, order);
    }
}

// The times of all orders, and whose they are.
void Bazaar::callOn(Plan &plan)
{
    Chance chance(m_seed, "calls");
    for (int number = 0; number < int(plan.buyers.size()); ++number) {
        const BuyerEntry &buyer = plan.buyers[std::size_t(number)];
        const Instant first = Instant{std::max(buyer.self.joined.ms, plan.start.ms)}.after(10 * minuteMs);
        const Instant last{std::max(buyer.leaves.ms, first.ms)};
        for (int i = 0; i < buyer.orders; ++i) {
            OrderEntry order{.buyer = number};
            stepOf(order, Placed) = std::min(m_calendar.pick(chance, first, last).ms, plan.today.ms - minuteMs);
            plan.orders.push_back(order);
        }
    }
    std::stable_sort(plan.orders.begin(), plan.orders.end(),
                     [](const OrderEntry &a, const OrderEntry &b) { return a.placedAt() < b.placedAt(); });
    quint32 number = 0;
    for (OrderEntry &order : plan.orders)
        order.id =
            Ids::past<Order>({order.placedAt()}, plan.buyers[std::size_t(order.buyer)].self.account.uuid, ++number);
}

// Where the buyer was last, or somewhere else in the city that sells by then.
int Bazaar::storeFor(Chance &chance, const Plan &plan, const BuyerEntry &buyer, int usual, Instant at) const
{
    constexpr int faithful = 5'800, tries = 12;
    if (usual >= 0 && chance.happens(faithful))
        return usual;
    const Street &street = m_streets[std::size_t(buyer.site.city)];
    const auto sells = [&](int store) { return plan.stores[std::size_t(store)].opened->after(2 * hourMs) <= at; };
    for (int attempt = 0; attempt < tries; ++attempt) {
        const int store = street.stores[std::size_t(street.lots.draw(chance))];
        if (sells(store))
            return store;
    }
    for (const int store : street.stores)
        if (sells(store))
            return store;
    return street.stores.front();
}

void Bazaar::fillCart(Chance &chance, Plan &plan, OrderEntry &order)
{
    const StoreEntry &store = plan.stores[std::size_t(order.store)];
    const qint64 roll = chance.between(1, 100);
    const int wanted = roll <= 74 ? 1 : roll <= 93 ? 2 : roll <= 98 ? 3 : 4;
    std::vector<int> chosen;
    for (int attempt = 0; int(chosen.size()) < wanted && attempt < wanted * 4; ++attempt) {
        const int product = chance.oneOf(store.products);
        const bool isListed = plan.products[std::size_t(product)].listed.ms < order.placedAt();
        if (isListed && std::find(chosen.begin(), chosen.end(), product) == chosen.end())
            chosen.push_back(product);
    }
    if (chosen.empty())
        chosen.push_back(store.products.front());
    order.firstLine = int(plan.lines.size());
    order.lines = int(chosen.size());
    for (const int product : chosen) {
        plan.lines.push_back(lineOf(chance, plan, order, product));
        order.total = order.total + plan.lines.back().total;
        order.commission = order.commission + plan.lines.back().commission;
    }
}

LineEntry Bazaar::lineOf(Chance &chance, const Plan &plan, const OrderEntry &order, int at) const
{
    constexpr double distributorsTake = 2.5;
    const ProductEntry &product = plan.products[std::size_t(at)];
    const GoodsTable &good = m_tables.trade.goods[product.good];
    const bool isDistributor = plan.buyers[std::size_t(order.buyer)].role == Role::Distributor;
    LineEntry line{.product = at, .price = m_prices.price(product.good, product.factor, {order.placedAt()})};
    if (isDistributor && product.isForDistributors)
        line.price = distributorPrice(line.price);
    // As many people take twice as much as take half as much.
    const double usual = good.usualFrom * std::pow(double(good.usualTo) / good.usualFrom, chance.share());
    const qint64 least = (good.minimum.milli + milli - 1) / milli;
    qint64 units = std::max(least, qint64(std::llround(isDistributor ? usual * distributorsTake : usual)));
    units = std::min(units, std::max(least, dearestLine / line.price.minor));
    line.ordered = {units * milli};
    line.total = lineTotal(line.price, line.ordered).value_or(Money{});
    line.commission = rateOf(plan, product).first.of(line.total);
    return line;
}

std::pair<BasisPoints, RateLevel> Bazaar::rateOf(const Plan &plan, const ProductEntry &product) const
{
    return rateFor(m_terms, plan.stores[std::size_t(product.store)], m_tables.trade.goods[product.good].category);
}

// From the store's confirmation to the end, or to today.
void Bazaar::walk(Chance &chance, const Plan &plan, OrderEntry &order) const
{
    constexpr int lateEvery = 170, shipped = 3'600, withNote = 900;
    constexpr double lateBy = 9;
    if (chance.happens(withNote))
        order.note = int(chance.between(0, m_tables.phrases.notes.size() - 1));
    if (isRefused(chance, plan, order))
        return;
    const double pace = plan.stores[std::size_t(order.store)].pace * (chance.happens(lateEvery) ? lateBy : 1);
    const auto takes = [&](double meanHours) {
        return minuteMs + qint64(chance.exponential(meanHours * pace) * double(hourMs));
    };
    qint64 at = order.placedAt() + std::min(takes(2.2), m_terms.unconfirmedCancelMs - minuteMs);
    const bool isShipped = chance.happens(shipped);
    const auto go = [&](OrderStatus status, qint64 time) {
        at = time;
        if (at <= plan.today.ms)
            stepOf(order, status) = at;
    };
    go(Confirmed, at);
    go(Packed, at + takes(9));
    if (isShipped) {
        order.carrier = int(chance.between(0, m_tables.phrases.carriers.size() - 1));
        go(Shipped, at + takes(6));
    }
    go(OutForDelivery, at + takes(isShipped ? 20 : 7));
    go(Delivered, at + takes(4));
    if (stepOf(order, Delivered))
        conclude(chance, plan, order);
    if (isShipped && !stepOf(order, Shipped))
        order.carrier = -1;
}

// The buyer changes his mind, the store cannot deliver, or nobody there looks.
bool Bazaar::isRefused(Chance &chance, const Plan &plan, OrderEntry &order) const
{
    constexpr int byBuyer = 340, byStore = 210, forgotten = 150, afterConfirming = 3'000;
    const qint64 placed = order.placedAt();
    const auto end = [&](Actor actor, qint64 at, int reason) {
        if (at > plan.today.ms)
            return true; // it is still waiting
        order.cancelled = at;
        order.cancelledBy = actor;
        order.reason = reason;
        return true;
    };
    const auto anyOf = [&](const QList<QString> &reasons) { return int(chance.between(0, reasons.size() - 1)); };
    const qint64 roll = chance.between(1, 10'000);
    if (roll <= byBuyer) {
        qint64 at = placed + chance.between(4 * minuteMs, 5 * hourMs);
        if (chance.happens(afterConfirming)) {
            const qint64 confirmed = placed + chance.between(3 * minuteMs, 3 * hourMs);
            at = confirmed + chance.between(10 * minuteMs, 6 * hourMs);
            if (confirmed <= plan.today.ms)
                stepOf(order, Confirmed) = confirmed;
        }
        return end(Actor::Buyer, at, anyOf(m_tables.phrases.buyerCancels));
    }
    if (roll <= byBuyer + byStore)
        return end(Actor::Vendor, placed + chance.between(10 * minuteMs, 20 * hourMs),
                   anyOf(m_tables.phrases.vendorRefuses));
    if (roll <= byBuyer + byStore + forgotten)
        return end(Actor::System, placed + m_terms.unconfirmedCancelMs + chance.between(0, minuteMs), -1);
    return false;
}

// Three of four buyers say that it has come; the others' orders complete by themselves.
void Bazaar::conclude(Chance &chance, const Plan &plan, OrderEntry &order) const
{
    constexpr int confirms = 7'600, before = 600;
    const qint64 delivered = stepOf(order, Delivered);
    const qint64 byItself = delivered + m_terms.autoCompleteMs + chance.between(0, 15 * minuteMs);
    qint64 completed = byItself;
    if (chance.happens(confirms)) {
        const qint64 later = delivered + minuteMs + qint64(chance.exponential(16) * double(hourMs));
        const bool isEarly = chance.happens(before);
        const qint64 said = isEarly ? (stepOf(order, OutForDelivery) + delivered) / 2 : later;
        if (said <= plan.today.ms && said < byItself) {
            order.buyerConfirmed = said;
            completed = std::max(said, delivered);
        }
    }
    if (completed <= plan.today.ms)
        stepOf(order, Completed) = completed;
}

} // namespace demo
