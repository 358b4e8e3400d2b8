#pragma once

// Counts what happens very often, in memory that is taken once and never grows. Each thread counts on a shelf of its
// own as far as there are shelves, so that nobody waits but for the short moment in which a shelf is cleared. What
// finds no room any more is only counted as lost.

#include <QHash>

#include <array>
#include <mutex>
#include <thread>
#include <vector>

template <class Key>
class Tally
{
public:
    static constexpr std::size_t shelfCount = 8;
    static constexpr std::size_t slotsPerShelf = 2048; // a power of two
    static constexpr std::size_t keysPerShelf = slotsPerShelf / 4 * 3;

    struct Count
    {
        Key key;
        qint64 times = 0; // 0: the slot is free
    };

    void add(const Key &key, qint64 times = 1)
    {
        Shelf &shelf = m_shelves[ownShelf()];
        const std::lock_guard lock(shelf.mutex);
        if (shelf.counts.empty())
            shelf.counts.resize(slotsPerShelf);
        std::size_t at = qHash(key, seed) % slotsPerShelf;
        while (shelf.counts[at].times != 0 && !(shelf.counts[at].key == key))
            at = (at + 1) % slotsPerShelf;
        Count &slot = shelf.counts[at];
        if (slot.times == 0 && shelf.used == keysPerShelf) {
            shelf.lost += times;
            return;
        }
        if (slot.times == 0) {
            slot.key = key;
            ++shelf.used;
        }
        slot.times += times;
    }

    // Everything that was counted, which is forgotten here. A key may come several times, once from each shelf.
    std::vector<Count> take()
    {
        std::vector<Count> out;
        for (Shelf &shelf : m_shelves) {
            const std::lock_guard lock(shelf.mutex);
            if (shelf.used == 0)
                continue;
            for (Count &slot : shelf.counts) {
                if (slot.times != 0)
                    out.push_back(slot);
                slot.times = 0;
            }
            shelf.used = 0;
        }
        return out;
    }

    // How often something was not counted because everything was full.
    qint64 lost()
    {
        qint64 out = 0;
        for (Shelf &shelf : m_shelves) {
            const std::lock_guard lock(shelf.mutex);
            out += shelf.lost;
        }
        return out;
    }

private:
    static constexpr std::size_t seed = 0x9e3779b9;

    struct alignas(64) Shelf
    {
        std::mutex mutex;
        std::vector<Count> counts;
        std::size_t used = 0;
        qint64 lost = 0;
    };

    static std::size_t ownShelf()
    {
        thread_local const std::size_t mine = std::hash<std::thread::id>()(std::this_thread::get_id()) % shelfCount;
        return mine;
    }

    std::array<Shelf, shelfCount> m_shelves;
};
