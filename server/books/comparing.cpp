// Whether the books and the rest of the house say the same of every order, payment, refund and payout. A row and its
// posting are written in one transaction, so each piece is right by itself.

#include "server/books/service.h"
#include "server/orders/service.h"
#include "server/payments/service.h"
#include "server/payouts/service.h"
#include "server/refunds/service.h"
#include "server/tax/service.h"
#include "server/weighing/service.h"

namespace books {

namespace {

constexpr int postingsPerPiece = 500;

} // namespace

template <class Look>
std::optional<QString> Service::walk(const std::function<bool()> &isToStop, Look &&look)
{
    for (ledger::Place place; !place.isAtEnd;) {
        if (isToStop && isToStop())
            return ledger::Service::cutOff();
        if (const auto found = m_db.read([&](Tx &tx) { return look(tx, place); }))
            return found;
    }
    return std::nullopt;
}

// First every row, whether its postings are there, then every posting, whether it is of a row. Orders are charged by
// what their weigh tickets say, so a ticket that somebody has changed is a difference too.
std::optional<QString> Service::wrongBeside(const std::function<bool()> &isToStop)
{
    std::optional<QString> found;
    const auto rowsOf = [&](auto &neighbour) {
        if (!found)
            found = walk(isToStop, [&](Tx &tx, ledger::Place &place) { return neighbour.difference(tx, place); });
    };
    rowsOf(m_neighbours->payments);
    rowsOf(m_neighbours->orders);
    rowsOf(m_neighbours->weighing);
    rowsOf(m_neighbours->refunds);
    rowsOf(m_neighbours->payouts);
    rowsOf(m_neighbours->tax);
    const auto next = [&](auto &&look) {
        if (!found)
            found = walk(isToStop, look);
    };
    next([&](Tx &tx, ledger::Place &place) { return m_neighbours->payments.differenceOfSettlements(tx, place); });
    next([&](Tx &tx, ledger::Place &place) { return m_neighbours->refunds.differenceOfOrders(tx, place); });
    next([&](Tx &tx, ledger::Place &place) { return m_neighbours->refunds.differenceOfDisputes(tx, place); });
    if (!found)
        found = m_neighbours->weighing.verify(isToStop);
    if (found)
        return found;
    return walk(isToStop, [&](Tx &tx, ledger::Place &place) {
        const QList<ledger::Transaction> postings = m_ledger.postingsAfter(tx, place, postingsPerPiece);
        auto out = m_neighbours->payments.stray(tx, postings);
        out = out ? out : m_neighbours->orders.stray(tx, postings);
        out = out ? out : m_neighbours->weighing.stray(tx, postings);
        out = out ? out : m_neighbours->refunds.stray(tx, postings);
        out = out ? out : m_neighbours->payouts.stray(tx, postings);
        return out ? out : m_neighbours->tax.stray(tx, postings);
    });
}

} // namespace books
