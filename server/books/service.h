#pragma once

// The books as admins look into them, and whether they can be believed: every posting is sealed, every balance is
// recomputed, and while something does not agree no money leaves.

#include "server/books/store.h"
#include "server/core/sealchain.h"
#include "server/ledger/service.h"
#include "shared/contract/books.h"

class Clock;
class Ids;
class Secrets;

namespace accounts {
class Service;
}
namespace audit {
class Service;
}
namespace auth {
class Service;
}
namespace orders {
class Service;
}
namespace payments {
class Service;
}
namespace payouts {
class Service;
}
namespace refunds {
class Service;
}
namespace settings {
class Service;
}
namespace tax {
class Service;
}
namespace weighing {
class Service;
}

namespace books {

// Whose rows say of money what the books have to say as well.
struct Neighbours
{
    payments::Service &payments;
    orders::Service &orders;
    weighing::Service &weighing;
    refunds::Service &refunds;
    payouts::Service &payouts;
    tax::Service &tax;
};

class Service
{
public:
    // The anchor of the seals lies at that path; none is kept without it.
    Service(Db &db, const Clock &clock, const Ids &ids, ledger::Service &ledger, accounts::Service &accounts,
            auth::Service &auth, audit::Service &audit, settings::Service &settings, const Secrets &secrets,
            const QString &anchorPath = {});

    // From now on a full check compares the books with these, too.
    void compareWith(const Neighbours &neighbours) { m_neighbours.emplace(neighbours); }

    Result<BooksState> readBooks(const Caller &caller);
    Result<BooksState> verifyBooks(const Caller &caller);
    Result<TrialBalance> readTrialBalance(const Caller &caller, const AsOf &wish);
    Result<Page<LedgerAccount>> listLedgerAccounts(const Caller &caller, const ListLedgerAccounts &wish);
    Result<LedgerAccount> readLedgerAccount(const Caller &caller, Id<LedgerAccount> id, const AsOf &wish);
    Result<Page<StatementLine>> readLedgerStatement(const Caller &caller, Id<LedgerAccount> id,
                                                    const ReadStatement &wish);
    Result<LedgerAccount> freezeAccount(const Caller &caller, Id<LedgerAccount> id, const FreezeAccount &wish);
    Result<LedgerAccount> unfreezeAccount(const Caller &caller, Id<LedgerAccount> id, const FreezeAccount &wish);
    Result<Page<LedgerPosting>> listPostings(const Caller &caller, const ListPostings &wish);
    Result<LedgerPosting> readPosting(const Caller &caller, Id<LedgerPosting> id);
    Result<LedgerPosting> adjustCommission(const Caller &caller, const AdjustCommission &wish);
    Result<LedgerPosting> reversePosting(const Caller &caller, Id<LedgerPosting> id, const ReversePosting &wish);

    Result<Custody> readCustody(const Caller &caller);
    Result<Custody> acknowledgeCustody(const Caller &caller, const AcknowledgeCustody &wish);
    Result<Page<CustodyBalance>> listCustodyBalances(const Caller &caller, const ListCustodyBalances &wish);
    Result<CustodyBalance> enterCustodyBalance(const Caller &caller, const EnterCustodyBalance &wish);
    // What is to be said at start: the notice about keeping the money while nobody has read it.
    std::optional<QString> unreadNotice();
    std::optional<QString> walletTermsNotice() const; // the same of terms that there are not

    // For the jobs and the operator's commands, on the node where the anchor lies.

    Result<> seal(SealChain::Reach reach = SealChain::Reach::All);
    // What is not sealed yet, and then the same as verify().
    SealChain::Finding check(const std::function<bool()> &isToStop = {});
    // All seals, all balances and what the neighbours say. What it finds stands in the state of the books; without a
    // problem a doubt is over.
    SealChain::Finding verify(const std::function<bool()> &isToStop = {});
    // Carries all balances forward anew, after a look at everything else; for when only what was carried is wrong.
    SealChain::Finding carryAnew(const std::function<bool()> &isToStop = {});
    // The newest seals and the accounts they have moved: a look at the start, which ends no doubt.
    SealChain::Finding verifyNewest();
    bool isAskedToVerify();

private:
    class Names;

    template <class Change>
    Result<LedgerAccount> changeAccount(const Caller &caller, Id<LedgerAccount> id, const char *action,
                                        const QString &reason, Change &&change);
    BooksState stateOf(Tx &tx);
    std::optional<LedgerAccount> described(Tx &tx, Id<LedgerAccount> id, const std::optional<Instant> &at);
    QList<LedgerPosting> described(Tx &tx, const QList<ledger::Transaction> &rows);
    Result<LedgerPosting> posted(Tx &tx, QUuid subject, ledger::Step step);
    std::optional<QList<QUuid>> ownersNamed(Tx &tx, const std::optional<QString> &text);
    WalletMode mode() const;
    Custody custodyOf(Tx &tx);
    QString nameOf(Tx &tx, const Caller &caller);
    template <class Note>
    void note(Note &&note);
    void doubt(const QString &difference);
    std::optional<QString> wrongBeside(const std::function<bool()> &isToStop);
    template <class Look>
    std::optional<QString> walk(const std::function<bool()> &isToStop, Look &&look);

    Db &m_db;
    const Clock &m_clock;
    const Ids &m_ids;
    ledger::Service &m_ledger;
    accounts::Service &m_accounts;
    auth::Service &m_auth;
    audit::Service &m_audit;
    settings::Service &m_settings;
    Store m_store;
    std::optional<Neighbours> m_neighbours;
    SealChain m_chain;
};

} // namespace books
