#pragma once

// Many threads move money on the real ledger while each keeps a plain model of its own buyers and stores. Every unit of
// work is compared with the model at once, and all of the books when the threads are done.

#include "tests/fault/shard.h"
#include "tests/support/testdb.h"

#include <atomic>
#include <mutex>

namespace fault {

// A mistake that is made on purpose, to show that it would be found.
enum class Plant { None, Twice, Lost, Balance, Spent, TakenBack };

struct Wish
{
    Engine engine = Engine::Sqlite;
    qint64 operations = 20'000;
    int threads = 8;
    quint64 seed = 1;
    Plant plant = Plant::None;
};

struct Outcome
{
    std::optional<QString> complaint; // the first difference between books and model
    qint64 operations = 0, refused = 0, repeated = 0, units = 0, tries = 0;
    qint64 movingMs = 0, checkingMs = 0;
};

class Simulation
{
public:
    explicit Simulation(const Wish &wish);
    Outcome run();

private:
    void work(int number);
    void round(Shard &shard, int number, qint64 moves);
    void refuse(Shard &shard);
    Result<> keep(Shard &shard, const std::vector<Move> &moves, bool isSpoilt);
    void compare(const Shard &shard);
    void compareTill(Tx &tx, const Till &till, qint64 released);
    void compareAll();
    void comparePlatform(const PlatformSums &sums);
    void fold(Tx &tx, const Purse &purse);
    void plantAtTheEnd();
    qint64 plantIn(Tx &tx);
    void complain(const QString &text);
    void expect(const char *what, qint64 books, qint64 model);
    template <class Work>
    Result<> write(Work &&work);

    const Wish m_wish;
    TestDb m_db;
    const SystemClock m_clock;
    Ids m_ids{m_clock};
    ledger::Service m_ledger{*m_db, m_ids};
    std::vector<Id<Vendor>> m_shared;
    std::vector<Shard> m_shards;
    std::atomic<qint64> m_operations = 0, m_refused = 0, m_units = 0, m_tries = 0;
    std::atomic<bool> m_failed = false;
    std::mutex m_mutex;
    std::optional<QString> m_complaint;
};

} // namespace fault
