// Whether the books can be believed.

#include "server/audit/service.h"
#include "server/books/service.h"
#include "server/core/clock.h"
#include "server/core/permit.h"

namespace books {

namespace {

constexpr int newestPostings = 500;
constexpr qint64 progressEveryMs = 1'000;
constexpr qint64 longestMs = hourMs; // a check that has begun earlier has died

} // namespace

BooksState Service::stateOf(Tx &tx)
{
    const ledger::StateRow row = m_ledger.state(tx);
    const auto last = m_ledger.sealed().lastSeal(tx);
    return {.isSound = !row.difference,
            .difference = row.difference,
            .foundAt = row.foundAt,
            .checkedAt = row.checkedAt,
            .checkedPostings = row.checkedPostings,
            .sealNumber = row.sealSeq,
            .sealHash = row.sealHash,
            .startedAt = row.startedAt ? row.startedAt : row.requestedAt,
            .seenPostings = row.seenPostings,
            .postings = last ? last->seq : 0};
}

Result<BooksState> Service::readBooks(const Caller &caller)
{
    MUST(permit(caller, Permission::ManagePayouts));
    return m_db.read([&](Tx &tx) -> Result<BooksState> { return stateOf(tx); });
}

// The node that keeps the anchor looks for the request (jobs.h).
Result<BooksState> Service::verifyBooks(const Caller &caller)
{
    MUST(permit(caller, Permission::ManagePayouts));
    return m_db.write(caller, [&](Tx &tx) -> Result<BooksState> {
        const auto startedAt = m_ledger.state(tx).startedAt;
        const bool isRunning = startedAt && *startedAt >= tx.now().after(-longestMs);
        if (!isRunning && m_ledger.requestCheck(tx))
            m_audit.record(tx, caller, "books.check_requested", "books", QStringLiteral("books"));
        return stateOf(tx);
    });
}

bool Service::isAskedToVerify()
{
    return m_db.read([&](Tx &tx) { return m_ledger.state(tx).requestedAt.has_value(); });
}

template <class Note>
void Service::note(Note &&note)
{
    (void)m_db.write([&](Tx &tx) -> Result<> {
        note(tx);
        return {};
    });
}

void Service::doubt(const QString &difference)
{
    note([&](Tx &tx) { m_ledger.doubt(tx, difference); });
}

// A chain that does not go on is a difference as well.
Result<> Service::seal(SealChain::Reach reach)
{
    Result<> sealed = m_chain.seal(reach);
    if (!sealed && sealed.error().code == ErrorCode::Conflict)
        doubt(sealed.error().message);
    return sealed;
}

// What another node has posted under a clock of its own, or a server that died had not sealed yet, is no difference.
SealChain::Finding Service::check(const std::function<bool()> &isToStop)
{
    note([&](Tx &tx) { m_ledger.beginCheck(tx); });
    (void)seal();
    return verify(isToStop);
}

SealChain::Finding Service::verify(const std::function<bool()> &isToStop)
{
    note([&](Tx &tx) { m_ledger.beginCheck(tx); });
    Instant shownAt = m_clock.now();
    SealChain::Finding out = m_chain.verify(isToStop, [&](qint64 seal) {
        if (m_clock.now() < shownAt.after(progressEveryMs))
            return;
        shownAt = m_clock.now();
        note([&](Tx &tx) { m_ledger.showProgress(tx, seal); });
    });
    if (!out.problem)
        out.problem = m_ledger.verify(isToStop);
    if (!out.problem && m_neighbours)
        out.problem = wrongBeside(isToStop);
    const bool isCutOff = out.problem && *out.problem == ledger::Service::cutOff();
    note([&](Tx &tx) {
        m_ledger.endCheck(tx);
        if (isCutOff)
            (void)m_ledger.requestCheck(tx); // whoever waits for it waits on
        else if (out.problem)
            m_ledger.doubt(tx, *out.problem);
        else
            m_ledger.believe(tx, out.head);
    });
    if (!out.problem)
        m_ledger.carryForward(isToStop);
    return out;
}

SealChain::Finding Service::carryAnew(const std::function<bool()> &isToStop)
{
    note([&](Tx &tx) {
        m_ledger.carryAnew(tx);
        m_audit.record(tx, Caller{}, "books.carried_anew", "books", QStringLiteral("books"));
    });
    return check(isToStop);
}

SealChain::Finding Service::verifyNewest()
{
    SealChain::Finding out = m_chain.verifyNewest(newestPostings);
    if (!out.problem)
        out.problem = m_ledger.verifyNewest(newestPostings);
    if (out.problem)
        doubt(*out.problem);
    return out;
}

} // namespace books
