#pragma once

// A fixed grid over the globe in three levels whose cells lie exactly in each other: a tenth of a degree (11 km), half
// a degree and two degrees. What is counted by place is counted by cell, so that nobody's home is kept.

#include <algorithm>
#include <array>
#include <cmath>

namespace geocell {

enum class Level { Fine, Middle, Coarse };

constexpr std::array<int, 3> tenthsOf{1, 5, 20};

// Row and column count cells of the level from the south pole and the date line.
struct Cell
{
    int row = 0;
    int column = 0;

    static constexpr int columnsMax = 4096;

    // One number for both, as it is stored.
    constexpr int id() const { return row * columnsMax + column; }
    static constexpr Cell of(int id) { return {id / columnsMax, id % columnsMax}; }

    friend constexpr bool operator==(const Cell &, const Cell &) = default;
};

// The fine cell of a place. Rows and columns are clamped, so that every finite place has one.
inline Cell at(double latitude, double longitude)
{
    return {std::clamp(int(std::floor((latitude + 90) * 10)), 0, 1799),
            std::clamp(int(std::floor((longitude + 180) * 10)), 0, 3599)};
}

// The cell of a coarser level that a cell lies in.
constexpr Cell raise(Cell cell, Level from, Level to)
{
    const int times = tenthsOf[std::size_t(to)] / tenthsOf[std::size_t(from)];
    return {cell.row / times, cell.column / times};
}

constexpr double degrees(Level level)
{
    return tenthsOf[std::size_t(level)] / 10.0;
}

// The middle of a cell.
constexpr double latitude(Cell cell, Level level)
{
    return (cell.row + 0.5) * degrees(level) - 90;
}
constexpr double longitude(Cell cell, Level level)
{
    return (cell.column + 0.5) * degrees(level) - 180;
}

// Whether a place lies in the part of the globe that is counted, India and its seas.
constexpr bool isCounted(double latitude, double longitude)
{
    return latitude >= 6 && latitude <= 38 && longitude >= 68 && longitude <= 98;
}

} // namespace geocell
