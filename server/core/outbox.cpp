#include "server/core/outbox.h"

#include "server/core/patience.h"

#include <QLoggingCategory>

using std::chrono::steady_clock;

namespace {

Q_LOGGING_CATEGORY(outboxLog, "core.outbox")

constexpr std::chrono::seconds pruneEvery(30);

QByteArray bytesOf(std::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

// On PostgreSQL an older transaction may still add rows before newer ones, so the newer ones wait for it. There is only
// one txid on SQLite, and it uses no more than the first column of a comparison of rows for its index: it would read
// all that was ever said on the topic.
std::string laterThan(Engine engine, const std::string &txid, const std::string &seq)
{
    if (engine == Engine::Postgres)
        return "(o.txid, o.seq) > (" + txid + ", " + seq +
               ") AND o.txid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint";
    return "o.txid = " + txid + " AND o.seq > " + seq;
}

} // namespace

Outbox::Outbox(Db &db)
    : Outbox(db, Limits())
{}

Outbox::Outbox(Db &db, const Limits &limits)
    : m_db(db)
    , m_limits(limits)
{}

Outbox::~Outbox()
{
    stop();
}

void Outbox::addReaction(std::string_view subscriber, std::string_view topic, React react)
{
    m_reactions += {bytesOf(subscriber), bytesOf(topic), std::move(react)};
}

void Outbox::addListener(std::string_view subscriber, std::string_view topic, Hear hear)
{
    m_listeners += {bytesOf(subscriber), bytesOf(topic), std::move(hear), m_attendedFrom.value_or(Place{})};
}

void Outbox::attend()
{
    m_attendedFrom = m_db.read([&](Tx &tx) { return end(tx); });
    for (Listener &listener : m_listeners)
        listener.place = *m_attendedFrom;
}

void Outbox::start()
{
    // Clients that connect now load the state themselves; they need no news from before.
    if (!m_attendedFrom)
        attend();
    m_stopping = false;
    m_db.onPublished([this] { wake(); });
    m_threads.emplace_back(&Outbox::runThread, this, &Outbox::reactOnce);
    m_threads.emplace_back(&Outbox::runThread, this, &Outbox::tellOnce);
}

void Outbox::stop()
{
    m_db.onPublished({});
    {
        const std::lock_guard lock(m_wakeMutex);
        m_stopping = true;
    }
    m_woken.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
    m_threads.clear();
}

void Outbox::wake()
{
    {
        const std::lock_guard lock(m_wakeMutex);
        ++m_wakes;
    }
    m_woken.notify_all();
}

void Outbox::runThread(bool (Outbox::*pass)())
{
    for (;;) {
        std::unique_lock lock(m_wakeMutex);
        if (m_stopping)
            return;
        const quint64 seen = m_wakes;
        lock.unlock();
        bool progressed = false;
        try {
            // Nobody waits for a reaction; pushes to clients do not go this way.
            if (pass == &Outbox::reactOnce)
                giveWay();
            progressed = (this->*pass)();
        } catch (const std::exception &fault) {
            qCWarning(outboxLog, "events wait: %s", fault.what());
        }
        lock.lock();
        if (!progressed)
            m_woken.wait_for(lock, std::chrono::milliseconds(m_limits.pollMs),
                             [&] { return m_stopping || m_wakes != seen; });
    }
}

void Outbox::giveWay()
{
    std::unique_lock lock(m_wakeMutex);
    letRequestsPass(m_db, lock, m_woken, [this] { return m_stopping; });
}

void Outbox::drain()
{
    for (bool progressed = true; progressed;) {
        progressed = reactOnce();
        progressed |= tellOnce();
    }
}

bool Outbox::reactOnce()
{
    const std::lock_guard lock(m_reactMutex);
    enroll();
    bool progressed = false;
    const std::set<QByteArray> late = behind();
    for (const Reaction &reaction : m_reactions) {
        if (!late.contains(reaction.subscriber))
            continue;
        progressed |= deliver(reaction);
        progressed |= retryDue(reaction);
    }
    if (!progressed)
        upkeep();
    return progressed;
}

bool Outbox::tellOnce()
{
    const std::lock_guard lock(m_tellMutex);
    bool progressed = false;
    for (Listener &listener : m_listeners)
        progressed |= tell(listener);
    return progressed;
}

// The place moves on behind what was heard: after a fault the same event is told again at the next pass, and the other
// listeners do not wait for that.
bool Outbox::tell(Listener &listener)
{
    const auto events = m_db.read([&](Tx &tx) { return eventsAfter(tx, listener.topic, listener.place); });
    for (const Event &event : events) {
        try {
            if (const Result<> heard = listener.hear(event.body); !heard)
                qCWarning(outboxLog, "%s cannot read event %lld: %s", listener.subscriber.constData(), event.seq,
                          qUtf8Printable(heard.error().message));
        } catch (const std::exception &fault) {
            qCWarning(outboxLog, "%s did not hear event %lld: %s", listener.subscriber.constData(), event.seq,
                      fault.what());
            return event.seq != events.first().seq; // whether one before it was heard
        }
        listener.place = {event.txid, event.seq};
    }
    return !events.isEmpty();
}

void Outbox::upkeep()
{
    if (m_threads.empty() || steady_clock::now() - m_pruned < pruneEvery)
        return;
    m_pruned = steady_clock::now();
    prune();
}

// A new subscriber starts with the oldest event that is still there.
void Outbox::enroll()
{
    if (m_enrolled)
        return;
    const Result<> enrolled = m_db.write([&](Tx &tx) -> Result<> {
        for (const Reaction &reaction : m_reactions)
            tx.run("INSERT INTO outbox_subscribers (subscriber, txid, seq) VALUES (?, 0, 0) ON CONFLICT DO NOTHING",
                   reaction.subscriber);
        return {};
    });
    m_enrolled = enrolled.has_value();
}

bool Outbox::deliver(const Reaction &reaction)
{
    const auto [from, events] = m_db.read([&](Tx &tx) {
        const Place place = placeOf(tx, reaction);
        return std::pair(place, eventsAfter(tx, reaction.topic, place));
    });
    if (events.isEmpty())
        return false;
    if (deliverTogether(reaction, events, from).outcome == Outcome::Refused)
        deliverSingly(reaction, events, from);
    return true;
}

// Runs the work in a transaction. The work says in its Attempt what a refusal at this point would mean.
Outbox::Attempt Outbox::attempt(const std::function<Result<>(Tx &, Attempt &)> &work)
{
    Attempt out;
    try {
        const Result<> done = m_db.write([&](Tx &tx) { return work(tx, out); });
        if (done)
            out.outcome = Outcome::Done;
        else
            out.problem = done.error().message;
    } catch (const DbBusy &) {
        throw; // nobody's fault; all of it is tried again soon
    } catch (const std::exception &fault) {
        out = {.problem = QString::fromUtf8(fault.what())};
    }
    return out;
}

Outbox::Attempt Outbox::deliverTogether(const Reaction &reaction, const QList<Event> &events, Place from)
{
    return attempt([&](Tx &tx, Attempt &out) -> Result<> {
        out.outcome = Outcome::Elsewhere;
        MUST(moveOn(tx, reaction, from, events.last()));
        out.outcome = Outcome::Refused;
        for (const Event &event : events)
            MUST(reaction.react(tx, event.body));
        return {};
    });
}

// One of these events is refused: each gets its own transaction, and the refused one is set aside.
void Outbox::deliverSingly(const Reaction &reaction, const QList<Event> &events, Place from)
{
    for (const Event &event : events) {
        const Attempt tried = deliverTogether(reaction, {event}, from);
        if (tried.outcome == Outcome::Elsewhere)
            return;
        if (tried.outcome == Outcome::Refused) {
            qCWarning(outboxLog, "%s refused event %lld: %s", reaction.subscriber.constData(), event.seq,
                      qUtf8Printable(tried.problem));
            const Attempt aside = attempt([&](Tx &tx, Attempt &) -> Result<> {
                MUST(moveOn(tx, reaction, from, event));
                tx.run("INSERT INTO outbox_deliveries (subscriber, seq, attempts, next_at, dead, problem)"
                       " VALUES (?, ?, 1, ?, ?, ?)",
                       reaction.subscriber, event.seq, nextTry(tx.now(), 1), m_limits.attempts <= 1, tried.problem);
                return {};
            });
            if (aside.outcome != Outcome::Done)
                return;
        }
        from = {event.txid, event.seq};
    }
}

bool Outbox::retryDue(const Reaction &reaction)
{
    const auto due = m_db.read([&](Tx &tx) {
        // The plus keeps SQLite to the primary key, whose order is the wanted one; else it would sort each time.
        return tx.all<FailedDelivery>("FROM outbox_deliveries WHERE subscriber = ? AND +dead = 0 AND +next_at <= ?"
                                      " ORDER BY seq LIMIT ?",
                                      reaction.subscriber, tx.now(), m_limits.batch);
    });
    for (const FailedDelivery &failed : due) {
        const Attempt tried = retry(reaction, failed);
        if (tried.outcome != Outcome::Refused)
            continue;
        const qint64 attempts = failed.attempts + 1;
        (void)attempt([&](Tx &tx, Attempt &) -> Result<> {
            tx.run("UPDATE outbox_deliveries SET attempts = ?3, next_at = ?4, dead = ?5, problem = ?6"
                   " WHERE subscriber = ?1 AND seq = ?2 AND attempts = ?3 - 1",
                   reaction.subscriber, failed.seq, attempts, nextTry(tx.now(), attempts),
                   attempts >= m_limits.attempts, tried.problem);
            return {};
        });
    }
    return !due.isEmpty();
}

Outbox::Attempt Outbox::retry(const Reaction &reaction, const FailedDelivery &failed)
{
    return attempt([&](Tx &tx, Attempt &out) -> Result<> {
        out.outcome = Outcome::Elsewhere;
        const auto event = tx.one<Event>("FROM outbox WHERE seq = ?", failed.seq);
        if (!event || tx.run("DELETE FROM outbox_deliveries WHERE subscriber = ? AND seq = ? AND attempts = ?",
                             reaction.subscriber, failed.seq, failed.attempts) != 1)
            return failure(ErrorCode::Conflict, QStringLiteral("delivered elsewhere"));
        out.outcome = Outcome::Refused;
        return reaction.react(tx, event->body);
    });
}

Instant Outbox::nextTry(Instant now, qint64 attempts) const
{
    constexpr qint64 doublingsMax = 30;
    return now.after(std::min(m_limits.longestPauseMs, m_limits.firstPauseMs << std::min(attempts - 1, doublingsMax)));
}

Outbox::Place Outbox::placeOf(Tx &tx, const Reaction &reaction) const
{
    return tx.one<Place>("FROM outbox_subscribers WHERE subscriber = ?", reaction.subscriber).value_or(Place{});
}

Outbox::Place Outbox::end(Tx &tx) const
{
    if (tx.engine() == Engine::Sqlite)
        return {.txid = 0, .seq = tx.number("coalesce(max(seq), 0) FROM outbox")};
    return {.txid = tx.number("pg_snapshot_xmin(pg_current_snapshot())::text::bigint") - 1, .seq = farthest};
}

QList<Outbox::Event> Outbox::eventsAfter(Tx &tx, const QByteArray &topic, Place place) const
{
    return tx.all<Event>("FROM outbox o WHERE topic = ? AND " + laterThan(tx.engine(), "?", "?") +
                             " ORDER BY txid, seq LIMIT ?",
                         topic, place.txid, place.seq, m_limits.batch);
}

// Who has something to hear or to try again. One look, instead of two for each of the many who mostly have not.
std::set<QByteArray> Outbox::behind() const
{
    if (m_reactions.isEmpty())
        return {};
    return m_db.read([&](Tx &tx) {
        std::string rows;
        sql::Values values;
        for (const Reaction &reaction : m_reactions) {
            rows += rows.empty() ? "(?, ?)" : ", (?, ?)";
            values.push_back(reaction.subscriber);
            values.push_back(reaction.topic);
        }
        values.push_back(sql::value(tx.now()));
        std::set<QByteArray> out;
        for (const Late &late : tx.all<Late>(
                 "FROM (WITH reactions (subscriber, topic) AS (VALUES " + rows +
                     ") SELECT r.subscriber FROM reactions r JOIN outbox_subscribers s ON s.subscriber = r.subscriber"
                     " WHERE EXISTS (SELECT 1 FROM outbox o WHERE o.topic = r.topic AND " +
                     laterThan(tx.engine(), "s.txid", "s.seq") +
                     ") UNION SELECT subscriber FROM outbox_deliveries WHERE dead = 0 AND next_at <= ?) AS late",
                 values))
            out.insert(late.subscriber);
        return out;
    });
}

Result<> Outbox::moveOn(Tx &tx, const Reaction &reaction, Place from, const Event &to) const
{
    if (tx.run("UPDATE outbox_subscribers SET txid = ?4, seq = ?5 WHERE subscriber = ?1 AND txid = ?2 AND seq = ?3",
               reaction.subscriber, from.txid, from.seq, to.txid, to.seq) != 1)
        return failure(ErrorCode::Conflict, QStringLiteral("delivered elsewhere"));
    return {};
}

qint64 Outbox::deadDeliveries()
{
    return m_db.read([](Tx &tx) { return tx.number("count(*) FROM outbox_deliveries WHERE dead = 1"); });
}

qint64 Outbox::waitingDeliveries()
{
    return m_db.read([](Tx &tx) { return tx.number("count(*) FROM outbox_deliveries WHERE dead = 0"); });
}
