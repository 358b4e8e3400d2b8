#include "server/heatmap/cells.h"

#include <QtEndian>

#include <algorithm>
#include <vector>

namespace heatmap {

namespace {

constexpr qsizetype recordBytes = 20;
constexpr int levelShift = 24; // the id of a cell has 23 bits at most

} // namespace

void add(Cells &to, const Cells &more)
{
    for (auto each = more.begin(); each != more.end(); ++each)
        to[each.key()].add(each.value());
}

QByteArray packed(const Cells &cells)
{
    std::vector<std::pair<quint32, Sum>> sorted;
    sorted.reserve(std::size_t(cells.size()));
    for (auto each = cells.begin(); each != cells.end(); ++each)
        sorted.emplace_back(quint32(each.key().level) << levelShift | quint32(each.key().cell), each.value());
    std::sort(sorted.begin(), sorted.end(), [](const auto &a, const auto &b) { return a.first < b.first; });

    QByteArray out(qsizetype(sorted.size()) * recordBytes, Qt::Uninitialized);
    char *at = out.data();
    for (const auto &[spot, sum] : sorted) {
        qToLittleEndian(spot, at);
        qToLittleEndian(sum.count, at + 4);
        qToLittleEndian(sum.amount.minor, at + 12);
        at += recordBytes;
    }
    return out;
}

void unpack(QByteArrayView bytes, Cells &to)
{
    for (qsizetype at = 0; at + recordBytes <= bytes.size(); at += recordBytes) {
        const char *record = bytes.data() + at;
        const auto spot = qFromLittleEndian<quint32>(record);
        to[{HeatLevel(spot >> levelShift), int(spot & ((1U << levelShift) - 1))}].add(
            {qFromLittleEndian<qint64>(record + 4), {qFromLittleEndian<qint64>(record + 12)}});
    }
}

Cells raised(const Cells &cells, HeatLevel level)
{
    Cells out;
    out.reserve(cells.size());
    for (auto each = cells.begin(); each != cells.end(); ++each) {
        const auto [own, id] = each.key();
        const int cell = own < level ? geocell::raise(geocell::Cell::of(id), gridOf(own), gridOf(level)).id() : id;
        out[{std::max(own, level), cell}].add(each.value());
    }
    return out;
}

} // namespace heatmap
