// Movements of stock: what orders take and bring back, and what the stores bring in between.

#include "server/demo/cash.h"

namespace demo {

namespace {

constexpr int milli = 1'000;

// As much as a dozen usual orders, in whole units that look counted.
Quantity delivery(Chance &chance, const GoodsTable &good)
{
    const qint64 usual = std::max<qint64>(good.usualTo, 4);
    qint64 units = usual * chance.between(3, 9);
    if (units > 50)
        units = units / 10 * 10;
    return {units * milli};
}

void collect(Plan &plan)
{
    for (const OrderEntry &order : plan.orders) {
        for (int i = order.firstLine; i < order.firstLine + order.lines; ++i) {
            const LineEntry &line = plan.lines[std::size_t(i)];
            ProductEntry &product = plan.products[std::size_t(line.product)];
            product.movements.push_back({{order.placedAt()}, Quantity{} - line.ordered, StockCause::Sale, i});
            if (order.cancelled)
                product.movements.push_back({{order.cancelled}, line.ordered, StockCause::Cancel, i});
            product.sold += order.settledAt() ? 1 : 0;
        }
    }
}

} // namespace

void moveStock(Plan &plan, const Tables &tables, quint64 seed)
{
    constexpr int emptied = 200; // of ten thousand shelves stay as low as the last order left them
    Chance chance(seed, "stock");
    collect(plan);
    for (ProductEntry &product : plan.products) {
        const GoodsTable &good = tables.trade.goods[product.good];
        std::vector<Movement> planned = std::move(product.movements), done;
        std::stable_sort(planned.begin(), planned.end(),
                         [](const Movement &a, const Movement &b) { return a.at < b.at; });
        Quantity stock = delivery(chance, good);
        done.push_back({product.listed, stock, StockCause::Manual});
        for (const Movement &movement : planned) {
            if (movement.cause == StockCause::Sale) {
                LineEntry &line = plan.lines[std::size_t(movement.line)];
                if (stock < line.ordered + good.minimum) {
                    const Quantity more = delivery(chance, good) + line.ordered;
                    const qint64 before = movement.at.ms - chance.between(minuteMs, 10 * hourMs);
                    done.push_back({{std::max(done.back().at.ms, before)}, more, StockCause::Manual});
                    stock = stock + more;
                }
                line.listed = stock;
            }
            stock = stock + movement.delta;
            done.push_back(movement);
        }
        const qint64 last = done.back().at.ms;
        if (stock < good.minimum && !chance.happens(emptied)) {
            const Quantity more = delivery(chance, good);
            done.push_back({{last + (plan.today.ms - last) / 2}, more, StockCause::Manual});
            stock = stock + more;
        }
        product.movements = std::move(done);
        product.stock = stock;
    }
}

} // namespace demo
