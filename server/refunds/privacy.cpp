// What Service gives of one person (PRIV-02). What was decided stays with the books, and what was said in a dispute is
// the other side's too.

#include "server/refunds/service.h"
#include "server/refunds/words.h"

#include "shared/contract/accounts.h"

namespace refunds {

namespace {

// What somebody said, without the ids of others.
struct SaidRow
{
    Id<Dispute> disputeId;
    QString text;
    std::optional<QString> excerpt;
    Instant at;

    FIELDS(SaidRow, FIELD(disputeId), FIELD(text), FIELD(excerpt), FIELD(at))
};

Scope scopeOfAccount(const Account &account)
{
    return account.vendorId ? Scope{.vendor = account.vendorId} : Scope{.buyer = std::optional(account.id)};
}

} // namespace

bool Service::hasOpen(Tx &tx, const Account &account)
{
    return m_store.hasOpen(tx, scopeOfAccount(account));
}

personal::Parts Service::exportOf(Tx &tx, const Account &account)
{
    const Actor reader = account.vendorId ? Actor::Vendor : Actor::Buyer;
    const Scope scope = scopeOfAccount(account);
    QList<Refund> refunds;
    for (const RefundRow &row : m_store.list(tx, scope, ListRefunds{}, {}, personal::rowsMax))
        refunds += toldTo(reader, describe(row));
    QList<Dispute> disputes;
    for (const Dispute &dispute : described(tx, m_store.list(tx, scope, ListDisputes{}, {}, personal::rowsMax)))
        disputes += toldTo(reader, dispute);
    QList<SaidRow> said;
    for (const StatementRow &row : m_store.statementsOf(tx, account.id, personal::rowsMax))
        said += SaidRow{row.disputeId, row.text, row.excerpt, row.at};
    return {personal::part("refunds", refunds), personal::part("disputes", disputes),
            personal::part("dispute_statements", said)};
}

} // namespace refunds
