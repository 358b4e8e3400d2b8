#pragma once

// The books: every movement of money is a balanced, append-only posting between two accounts, and a wallet is a view of
// it (LED-01, LED-02). There are no calls that write from outside; orders, payments and payouts post in their own
// transactions. Every posting has a natural key (its kind and its subject), so that a repeat changes nothing.

#include "server/core/db.h"
#include "server/core/ids.h"
#include "server/core/personal.h"
#include "server/ledger/history.h"
#include "server/ledger/store.h"
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

// Who bears a refund; the buyer gets the sum.
struct RefundShares
{
    Money fromVendor;
    Money fromCommission;
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

    // Available money into the escrow of an order. InsufficientFunds carries details {"missing":"12.50"}, together with
    // what further holds of the same checkout will need (WAL-05).
    Result<> hold(Tx &tx, Id<Account> buyer, Id<Order> order, Money amount, const QString &description,
                  Money further = {});

    // Further money into the escrow of an order that has one.
    Result<> topUp(Tx &tx, Id<Account> buyer, Id<Order> order, QUuid topUp, Money amount, const QString &description);
    // What the escrow of an order holds, with its top-ups; nothing when it is released or settled.
    Money heldOf(Tx &tx, Id<Order> order);

    // The whole escrow of an order back to the buyer.
    Result<> release(Tx &tx, Id<Account> buyer, Id<Order> order, const QString &description);

    // The escrow of an order to the vendor minus commission; what gross leaves over returns to the buyer.
    Result<> settle(Tx &tx, Id<Account> buyer, Id<Order> order, Id<Vendor> vendor, Money gross, Money commission,
                    const QString &description);

    // Out of what a settled order has brought, never more than that. What the store's released money does not cover, it
    // owes.
    Result<> refund(Tx &tx, Id<Account> buyer, Id<Order> order, Id<Vendor> vendor, QUuid refund,
                    const RefundShares &shares, const QString &description);

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

    // Takes in a journal from another system (history.h). next gives its postings in the order of time, nothing at the
    // end.
    Result<> adopt(Tx &tx, const std::function<std::optional<PastPosting>()> &next);

    personal::Parts exportOf(Tx &tx, Id<Account> buyer);
    Wallet wallet(Tx &tx, Id<Account> buyer);
    VendorFunds vendorFunds(Tx &tx, Id<Vendor> vendor);

    // Recomputes every balance from the transfers and says the first difference in words; empty when the books agree.
    // All of history in pieces, each a short read; when isToStop says so between two of them, that is said instead.
    std::optional<QString> verify(const std::function<bool()> &isToStop = {});

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
    QList<Transfer> towards(Tx &tx, Id<Vendor> vendor, const BookAccount &from, Money amount);
    // What a store gives and does not have, it owes.
    QList<Transfer> outOf(Tx &tx, Id<Vendor> vendor, const BookAccount &to, Money amount);
    Result<> shortage(Tx &tx, Id<Account> buyer, Money wanted);
    void enter(Tx &tx, Id<Account> buyer, Id<Transaction> transaction, WalletEntry entry, const Wallet &after);

    Db &m_db;
    const Ids &m_ids;
    Store m_store;
};

} // namespace ledger
