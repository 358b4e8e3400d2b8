#pragma once

// Delivers published events (Tx::publish). on() is for reactions: each event takes effect exactly once per subscriber,
// because the subscriber's position moves on in the transaction of the effect. tell() is for pushes to connected
// clients: right after the commit, at least once, in every process.
//
// A reaction that fails is tried again later, with growing pauses, and set aside as dead after too many tries; it holds
// up neither later events nor other subscribers.

#include "server/core/db.h"

#include <chrono>
#include <condition_variable>
#include <limits>
#include <mutex>
#include <set>
#include <thread>

class Outbox
{
public:
    struct Limits
    {
        int batch = 100;             // events per transaction
        int attempts = 8;            // before a delivery is dead
        qint64 firstPauseMs = 1'000; // doubles with each attempt
        qint64 longestPauseMs = 300'000;
        qint64 keepMs = 60'000;             // delivered events stay this long for the listeners of other processes
        qint64 keepStrangersMs = 3'600'000; // topics that nobody here knows; another version may
        int pollMs = 1'000;                 // when no commit wakes us: due retries, other processes on SQLite
    };

    // db outlives the outbox. Subscribers register before start().
    explicit Outbox(Db &db);
    Outbox(Db &db, const Limits &limits);
    ~Outbox();

    // The subscriber's name ("orders.reserve_stock") is its identity over restarts.
    template <class E>
    void on(std::string_view subscriber, std::function<Result<>(Tx &, const E &)> react)
    {
        addReaction(subscriber, E::topic, [react = std::move(react)](Tx &tx, const QByteArray &body) -> Result<> {
            LET(event, sql::stored<E>(body));
            return react(tx, event);
        });
    }

    template <class E>
    void tell(std::string_view subscriber, std::function<void(const E &)> hear)
    {
        addListener(subscriber, E::topic, [hear = std::move(hear)](const QByteArray &body) -> Result<> {
            LET(event, sql::stored<E>(body));
            hear(event);
            return {};
        });
    }

    // From here on the listeners miss nothing. Said before what they keep up to date is read from the database; else
    // they hear what comes after start().
    void attend();

    void start();
    void stop();

    // Delivers on the calling thread until nothing is due; for tests and commands that run without start().
    void drain();

    // Removes what everybody has; called by itself while started. Returns the number of removed events.
    qint64 prune();

    qint64 deadDeliveries();
    qint64 waitingDeliveries(); // failed, to be tried again

private:
    using React = std::function<Result<>(Tx &, const QByteArray &)>;
    using Hear = std::function<Result<>(const QByteArray &)>;
    static constexpr qint64 farthest = std::numeric_limits<qint64>::max();
    struct Place
    {
        qint64 txid = 0;
        qint64 seq = 0;

        FIELDS(Place, FIELD(txid), FIELD(seq))
    };
    struct Event
    {
        qint64 txid = 0;
        qint64 seq = 0;
        QByteArray body;

        FIELDS(Event, FIELD(txid), FIELD(seq), FIELD(body))
    };
    struct FailedDelivery
    {
        qint64 seq = 0;
        qint64 attempts = 0;

        FIELDS(FailedDelivery, FIELD(seq), FIELD(attempts))
    };
    struct Late
    {
        QByteArray subscriber;

        FIELDS(Late, FIELD(subscriber))
    };
    struct Reaction
    {
        QByteArray subscriber;
        QByteArray topic;
        React react;
    };
    struct Listener
    {
        QByteArray subscriber;
        QByteArray topic;
        Hear hear;
        Place place;
    };

    // Elsewhere: another process was faster, which is as good.
    enum class Outcome { Done, Refused, Elsewhere };
    struct Attempt
    {
        Outcome outcome = Outcome::Refused;
        QString problem = {};
    };

    void addReaction(std::string_view subscriber, std::string_view topic, React react);
    void addListener(std::string_view subscriber, std::string_view topic, Hear hear);

    void wake();
    void runThread(bool (Outbox::*pass)());
    void giveWay();
    bool reactOnce();
    bool tellOnce();
    bool tell(Listener &listener);
    void upkeep();

    void enroll();
    std::set<QByteArray> behind() const;
    bool deliver(const Reaction &reaction);
    Attempt deliverTogether(const Reaction &reaction, const QList<Event> &events, Place from);
    void deliverSingly(const Reaction &reaction, const QList<Event> &events, Place from);
    bool retryDue(const Reaction &reaction);
    Attempt retry(const Reaction &reaction, const FailedDelivery &failed);
    Attempt attempt(const std::function<Result<>(Tx &, Attempt &)> &work);
    Instant nextTry(Instant now, qint64 attempts) const;
    Place placeOf(Tx &tx, const Reaction &reaction) const;
    Place end(Tx &tx) const;
    QList<Event> eventsAfter(Tx &tx, const QByteArray &topic, Place place) const;
    Result<> moveOn(Tx &tx, const Reaction &reaction, Place from, const Event &to) const;
    std::set<QByteArray> topics() const; // that somebody here is about
    qint64 pruneTopic(const QByteArray &topic);
    qint64 pruneStrangers();

    Db &m_db;
    const Limits m_limits;
    QList<Reaction> m_reactions;
    QList<Listener> m_listeners;
    std::optional<Place> m_attendedFrom;
    bool m_enrolled = false;
    std::chrono::steady_clock::time_point m_pruned = {};

    std::mutex m_reactMutex, m_tellMutex; // one pass at a time each; drain() shares them with the threads
    std::mutex m_wakeMutex;
    std::condition_variable m_woken;
    quint64 m_wakes = 0;
    bool m_stopping = false;
    std::vector<std::thread> m_threads;
};
