#pragma once

// What may be shown of cells: counts and amounts by place, and the compact form in which a bucket keeps them.

#include "shared/base/geocell.h"
#include "shared/contract/heatmap.h"

#include <QHash>

namespace heatmap {

// A cell of one of the levels.
struct Spot
{
    HeatLevel level = HeatLevel::Fine;
    int cell = 0;

    friend bool operator==(const Spot &, const Spot &) = default;
    friend size_t qHash(const Spot &spot, size_t seed) { return qHashMulti(seed, int(spot.level), spot.cell); }
};

struct Sum
{
    qint64 count = 0;
    Money amount;

    void add(const Sum &other)
    {
        count += other.count;
        amount = amount + other.amount;
    }
    friend bool operator==(const Sum &, const Sum &) = default;
};

using Cells = QHash<Spot, Sum>;

constexpr geocell::Level gridOf(HeatLevel level)
{
    return geocell::Level(int(level));
}

void add(Cells &to, const Cells &more);

// 20 bytes for each cell, in the order of level and cell, so that equal cells have equal bytes.
QByteArray packed(const Cells &cells);
void unpack(QByteArrayView bytes, Cells &to); // adds to what is there

// The same with every cell that is finer than the level added up into the cell around it.
Cells raised(const Cells &cells, HeatLevel level);

} // namespace heatmap
