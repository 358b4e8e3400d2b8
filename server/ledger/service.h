#pragma once

// The books: every movement of money is a balanced, append-only posting between two accounts, and a wallet is a view of
// it (LED-01, LED-02). There are no calls that write from outside; orders, payments and payouts post in their own
// transactions. Every posting has a natural key (its kind and its subject), so that a repeat changes nothing.

#include "server/core/db.h"
#include "server/core/ids.h"
#include "server/core/personal.h"
#include "server/ledger/history.h"
#include "server/ledger/store.h"
#include "server/ledger/stray.h"
#include "shared/contract/ledger.h"

#include <functional>

struct Account;
struct Payment;
struct Payout;
struct Vendor;

namespace ledger {

// What a vendor has earned and not yet got.
struct VendorFunds
{
    Money released;  // can be requested
    Money inPayouts; // requested or approved
    Money owed = {}; // refunded after it had left; the next settlements pay it
};

// The ways by which a wallet's balance goes back to where it came from.
struct GivenBack
{
    Money throughGateways;
    Money byHand; // by the bank
};

// What is held for an order, and what became of it.
struct Escrow
{
    Id<Transaction> heldBy;
    Instant heldAt;
    Money amount;                   // all that was held, with top-ups
    std::optional<Instant> endedAt; // settled or released
};

// Who bears a refund; the buyer gets the sum.
struct RefundShares
{
    Money fromVendor;
    Money fromCommission;
};

// What is withheld from a store for the tax office.
struct Withheld
{
    Money tcs;
    Money tds;

    constexpr Money whole() const { return tcs + tds; }
};

class Service
{
public:
    Service(Db &db, const Ids &ids);

    Result<Wallet> readWallet(const Caller &caller);
    Result<Page<WalletEntry>> listWalletEntries(const Caller &caller, const ListWalletEntries &wish);

    // Opened at first use by recharge and settle; asking twice changes nothing.
    void openWallet(Tx &tx, Id<Account> buyer);
    void openVendor(Tx &tx, Id<Vendor> vendor);

    // Gateway money into the wallet.
    Result<> recharge(Tx &tx, Id<Account> buyer, Money amount, Id<Payment> payment, const QString &gatewayReference);

    // Gateway money that has gone back at the bank, out of the wallet that it had come into; once for each way back.
    Result<> rechargeBack(Tx &tx, Id<Account> buyer, QUuid way, Money amount, const QString &reason,
                          const QString &gatewayReference);
    // What a provider has settled to the bank, by one line of its settlement, and what it has kept of it.
    Result<> settleGateway(Tx &tx, QUuid line, Money signedGross, Money fee);

    // The one way of money out of a wallet, other than for an order (WAL-12, C46). Also out of a frozen one.
    Result<> giveBack(Tx &tx, Id<Account> buyer, QUuid closure, const GivenBack &money, const QString &description);
    // What a gateway did not send back of it was paid by the bank instead.
    Result<> giveBackByHand(Tx &tx, QUuid way, Money amount);

    // Available money into the escrow of an order. InsufficientFunds carries details {"missing":"12.50"}, together with
    // what further holds of the same checkout will need (WAL-05).
    Result<> hold(Tx &tx, Id<Account> buyer, Id<Order> order, Money amount, const QString &description,
                  Money further = {});

    // Further money into the escrow of an order that has one.
    Result<> topUp(Tx &tx, Id<Account> buyer, Id<Order> order, QUuid topUp, Money amount, const QString &description);
    // What the escrow of an order holds, with its top-ups; nothing when it is released or settled.
    Money heldOf(Tx &tx, Id<Order> order);
    std::optional<Escrow> escrowOf(Tx &tx, Id<Order> order); // also when it has ended; nothing when none was

    // The whole escrow of an order back to the buyer.
    Result<> release(Tx &tx, Id<Account> buyer, Id<Order> order, const QString &description);

    // The escrow of an order to the vendor minus commission; what gross leaves over returns to the buyer.
    Result<> settle(Tx &tx, Id<Account> buyer, Id<Order> order, Id<Vendor> vendor, Money gross, Money commission,
                    const QString &description);

    // The commission of an order that its store was paid for in cash. What the store has not got here, it owes.
    Result<> chargeCommission(Tx &tx, Id<Vendor> vendor, Id<Order> order, Money commission);

    // Out of what a settled order has brought, never more than that. What the store's released money does not cover, it
    // owes.
    Result<> refund(Tx &tx, Id<Account> buyer, Id<Order> order, Id<Vendor> vendor, QUuid refund,
                    const RefundShares &shares, const QString &description);

    // What of every commission from now on is tax that it has within, by the rates of their days. Postings from before
    // stay as they are.
    void taxCommissionBy(Tx &tx, const QList<CommissionTax> &rates);
    // What an order has brought in commission and what refunds gave back of it, oldest first: for whoever writes papers
    // of it, which say the tax that the books have.
    QList<CommissionPart> commissionParts(Tx &tx, Id<Order> order) { return m_store.commissionParts(tx, order); }
    // Out of what a payout is about to take; once for each.
    Result<> withholdTax(Tx &tx, Id<Vendor> vendor, Id<Payout> payout, const Withheld &tax);
    // What is due to the tax office now. Asked for in a read: it is added up along what every settlement writes.
    Money dueTo(Tx &tx, const BookAccount &due);
    // To the tax office. Whoever enters it has looked that so much is due.
    Result<> depositTax(Tx &tx, const BookAccount &due, QUuid deposit, Money amount, const QString &note);
    // What was never paid, or otherwise than it was entered.
    Result<> reverseTaxDeposit(Tx &tx, QUuid deposit, const QString &reason);

    // A payout takes released money aside, and then either leaves for the bank or returns.
    Result<> reservePayout(Tx &tx, Id<Vendor> vendor, Id<Payout> payout, Money amount);
    Result<> completePayout(Tx &tx, Id<Vendor> vendor, Id<Payout> payout, Money amount);
    Result<> returnPayout(Tx &tx, Id<Vendor> vendor, Id<Payout> payout, Money amount);

    // The bank has sent back what a completed payout had given it.
    Result<> bouncePayout(Tx &tx, Id<Vendor> vendor, Id<Payout> payout, Money amount);

    // A correction between the commission and a store: above zero the store gets it, below it gives it, and owes what
    // it does not have (COM-05).
    Result<> adjust(Tx &tx, Id<Vendor> vendor, QUuid adjustment, Money signedAmount, const QString &reason);

    // Refuses with BooksInDoubt while a check of the books has found a difference. Asked before money leaves.
    Result<> booksAreSound(Tx &tx);

    // For whoever looks into the books (books/service.h).
    seals::Book &sealed() { return m_store; }
    StateRow state(Tx &tx) { return m_store.state(tx); }
    bool requestCheck(Tx &tx) { return m_store.requestCheck(tx); } // false: one is waited for already
    void beginCheck(Tx &tx) { m_store.beginCheck(tx); }
    void showProgress(Tx &tx, qint64 seenPostings) { m_store.showProgress(tx, seenPostings); }
    void endCheck(Tx &tx) { m_store.endCheck(tx); }
    // What a check has found: the first difference stands until a full check has found none. Others hear of both.
    void doubt(Tx &tx, const QString &difference);
    void believe(Tx &tx, const SealChain::Head &head);

    QList<AccountRow> accounts(Tx &tx, const AccountsQuestion &question);
    std::optional<AccountRow> account(Tx &tx, Id<LedgerAccount> id, const std::optional<Instant> &at = {});
    // Newest first, with the balance behind each.
    QList<std::pair<StatementRow, Money>> statement(Tx &tx, Id<LedgerAccount> id, const Before &before, int limit);
    QList<TrialLine> trial(Tx &tx, const std::optional<Instant> &at);
    // Before everything that was posted later.
    static Before until(const std::optional<Instant> &at);
    std::optional<Transaction> posting(Tx &tx, Id<Transaction> id) { return m_store.transaction(tx, id); }
    std::optional<Transaction> posting(Tx &tx, QUuid subject, Step step);
    QList<Transaction> postings(Tx &tx, const std::optional<Id<Order>> &order,
                                const std::optional<Id<Transaction>> &before, int limit);
    // For whoever compares rows of his own with the books: what was posted for these subjects and orders, and all
    // postings piece by piece. The place is moved on.
    QList<Movement> movements(Tx &tx, const QList<QUuid> &subjects) { return m_store.movements(tx, subjects); }
    QList<Transaction> postingsAfter(Tx &tx, Place &place, int limit);
    QList<LineRow> lines(Tx &tx, const QList<Id<Transaction>> &postings) { return m_store.lines(tx, postings); }
    std::optional<qint64> sealOf(Tx &tx, Id<Transaction> posting) { return m_store.sealOf(tx, posting); }
    // Each refuses with Conflict what is so already.
    Result<> freeze(Tx &tx, Id<LedgerAccount> id, const QString &reason);
    Result<> unfreeze(Tx &tx, Id<LedgerAccount> id);
    // Takes a correction back: whatever the store has had of it, it gives or owes. Or a line of a settlement.
    Result<> reverse(Tx &tx, Id<Transaction> posting, const QString &reason);

    // Takes in a journal from another system (history.h). next gives its postings in the order of time, nothing at the
    // end.
    Result<> adopt(Tx &tx, const std::function<std::optional<PastPosting>()> &next);

    personal::Parts exportOf(Tx &tx, Id<Account> buyer);
    Wallet wallet(Tx &tx, Id<Account> buyer); // without its times
    // What has to come into a wallet so that so much can be held: what its owner owes is paid first of it (WAL-05).
    static Money missingFor(const Wallet &wallet, Money wanted);
    Wallet walletWithTimes(Tx &tx, Id<Account> buyer);
    Result<Page<WalletEntry>> entriesOf(Tx &tx, Id<Account> buyer, const ListWalletEntries &wish);
    VendorFunds vendorFunds(Tx &tx, Id<Vendor> vendor);
    // Stores that have at least so much released, and something, in the order of their ids.
    QList<Id<Vendor>> storesToPay(Tx &tx, Money least, const std::optional<Id<Vendor>> &after, int limit);

    // Recomputes every balance from the transfers and says the first difference in words; empty when the books agree.
    // All of history in pieces, each a short read; when isToStop says so between two of them, that is said instead.
    std::optional<QString> verify(const std::function<bool()> &isToStop = {});
    // The same of the accounts that the newest postings have moved: one short read.
    std::optional<QString> verifyNewest(int postings);
    // Carries forward the balances of every month that is over for a day, in pieces. Asked for when the books were
    // found right; isToStop as above.
    void carryForward(const std::function<bool()> &isToStop = {});
    // Forgets all of it: the next time it is carried from the first posting on.
    void carryAnew(Tx &tx) { m_store.beginEdition(tx); }
    static QString cutOff(); // what is said when a check was stopped

private:
    class Intake;

    // What a posting is about.
    struct Reason
    {
        QUuid subject;
        std::optional<Id<Order>> order = {};
        std::optional<QString> note = {};
    };
    // Posts once: empty when this very posting was made before, Conflict when another one of its step was.
    Result<std::optional<Id<Transaction>>> post(Tx &tx, Posting posting, const Reason &reason,
                                                const QList<Transfer> &transfers);
    Result<> change(Tx &tx, Posting posting, const QList<Transfer> &transfers);
    // What a store gets first pays what it owes.
    QList<Transfer> towards(Tx &tx, Id<Vendor> vendor, const QList<Portion> &from);
    // What a store gives and does not have, it owes.
    QList<Transfer> outOf(Tx &tx, Id<Vendor> vendor, const QList<Portion> &to);
    // A commission by the rate of today: the platform's own and the tax.
    QList<Portion> divided(Tx &tx, Money commission);
    Result<> shortage(Tx &tx, Id<Account> buyer, Money wanted);
    // What the buyer owes is paid with what this posting has brought.
    Result<> payDebt(Tx &tx, Id<Account> buyer, Id<Transaction> with);
    Result<> turnAround(Tx &tx, Id<Transaction> posting, const QString &reason);
    void takeBack(Tx &tx, Id<Account> buyer, Id<Transaction> posted, Money amount, const QString &description,
                  const std::optional<QString> &gatewayReference);
    void enter(Tx &tx, Id<Account> buyer, Id<Transaction> transaction, WalletEntry entry, const Wallet &after);
    template <class Check>
    std::optional<QString> walk(Check check, const std::function<bool()> &isToStop);
    std::optional<Span> monthToCarry(Tx &tx);
    template <class Row>
    bool carry(const QList<Row> &rows);

    Db &m_db;
    const Ids &m_ids;
    Store m_store;
};

} // namespace ledger
