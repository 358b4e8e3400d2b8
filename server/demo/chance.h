#pragma once

// Chance that is the same for the same seed. Each topic draws from a stream of its own, so that a change of one does
// not move all others.

#include <QByteArrayView>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace demo {

class Chance
{
public:
    Chance(quint64 seed, QByteArrayView topic)
    {
        std::vector<quint32> words{quint32(seed), quint32(seed >> 32)};
        for (const char letter : topic)
            words.push_back(quint8(letter));
        std::seed_seq sequence(words.begin(), words.end());
        m_engine.seed(sequence);
    }

    // Both ends included.
    qint64 between(qint64 least, qint64 most)
    {
        const quint64 span = quint64(most - least) + 1;
        return least + qint64((static_cast<unsigned __int128>(m_engine()) * span) >> 64);
    }
    // Once in so many of ten thousand times.
    bool happens(int basisPoints) { return between(1, 10'000) <= basisPoints; }
    double share() { return double(m_engine() >> 11) * 0x1.0p-53; } // 0 to 1, without 1
    double exponential(double mean) { return -mean * std::log1p(-share()); }
    // Few are large: the share that is above x falls with x to the power of the steepness.
    double power(double steepness, double most) { return std::min(most, std::pow(1 - share(), -1 / steepness)); }

    template <class List>
    const auto &oneOf(const List &list)
    {
        return list[between(0, qint64(list.size()) - 1)];
    }

private:
    std::mt19937_64 m_engine;
};

// Picks places of a list by their weights.
class Lots
{
public:
    void add(double weight) { m_sums.push_back((m_sums.empty() ? 0 : m_sums.back()) + weight); }
    bool isEmpty() const { return m_sums.empty(); }
    int draw(Chance &chance) const
    {
        const double at = chance.share() * m_sums.back();
        const auto found = std::upper_bound(m_sums.begin(), m_sums.end(), at);
        return int(std::min(found - m_sums.begin(), std::ptrdiff_t(m_sums.size()) - 1));
    }

private:
    std::vector<double> m_sums;
};

} // namespace demo
