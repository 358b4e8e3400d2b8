// What is carried forward from month to month, so that no answer has to add up all of history.

#include "server/ledger/service.h"
#include "shared/base/indiatime.h"

namespace ledger {

namespace {

// A posting gets its id a moment before its commit, on some node by some clock; nothing arrives so late.
constexpr qint64 restMs = dayMs;

Instant nextMonth(Instant time)
{
    const QDate day = india::dateOf(india::dayNumber(time));
    return india::startOf(india::dayNumber(QDate(day.year(), day.month(), 1).addMonths(1)));
}

} // namespace

std::optional<Span> Service::monthToCarry(Tx &tx)
{
    const auto carried = m_store.carriedUntil(tx, until({}).transaction);
    const auto from = carried ? carried : m_store.oldest(tx);
    if (!from)
        return std::nullopt;
    const Instant end = nextMonth(Ids::timeOf(from->uuid));
    if (tx.now() < end.after(restMs))
        return std::nullopt;
    return Span{m_store.carriedEdition(tx), carried.value_or(Place().after), Ids::firstOf<Transaction>(end)};
}

// Whether anything of it is new.
template <class Row>
bool Service::carry(const QList<Row> &rows)
{
    const Result<bool> isNew = m_db.write([&](Tx &tx) -> Result<bool> {
        bool out = false;
        for (const Row &row : rows)
            out |= m_store.insertNew(tx, row);
        return out;
    });
    return isNew && *isNew;
}

// What a month holds does not change any more, so it is read and then written. The kinds come last: they say that the
// month is complete.
void Service::carryForward(const std::function<bool()> &isToStop)
{
    while (const auto month = m_db.read([&](Tx &tx) { return monthToCarry(tx); })) {
        for (Place place; !place.isAtEnd;) {
            if (isToStop && isToStop())
                return;
            const auto accounts = m_db.read([&](Tx &tx) { return m_store.toCarry(tx, *month, place); });
            if (!accounts.isEmpty())
                (void)carry(accounts);
        }
        if (!carry(m_db.read([&](Tx &tx) { return m_store.kindsToCarry(tx, *month); })))
            return;
    }
}

} // namespace ledger
