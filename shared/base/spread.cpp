#include "shared/base/spread.h"

#include <algorithm>
#include <numeric>

QList<Money> spread(Money amount, const QList<Money> &weights)
{
    __int128 whole = 0;
    for (const Money weight : weights)
        whole += weight.minor;
    QList<Money> out(weights.size());
    if (whole <= 0)
        return out;
    QList<__int128> cut(weights.size());
    Money rest = amount;
    for (qsizetype i = 0; i < weights.size(); ++i) {
        const __int128 exact = static_cast<__int128>(amount.minor) * weights[i].minor;
        out[i] = {qint64(exact / whole)};
        cut[i] = exact % whole;
        rest = rest - out[i];
    }
    QList<qsizetype> order(weights.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](qsizetype a, qsizetype b) { return cut[a] > cut[b]; });
    for (qsizetype i = 0; rest > Money{} && i < order.size(); ++i) {
        out[order[i]] = out[order[i]] + Money{1};
        rest = rest - Money{1};
    }
    return out;
}
