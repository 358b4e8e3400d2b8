#pragma once

// SQL of the books.

#include "server/core/db.h"
#include "server/ledger/rules.h"
#include "shared/contract/ledger.h"

namespace ledger {

struct Transaction
{
    Id<Transaction> id;
    Posting kind = Posting::Recharge;
    Step step = Step::Recharge;
    Id<Transaction> subjectId;             // of whatever kind the posting is about
    std::optional<Id<Order>> orderId = {}; // of what is about an order and has a subject of its own
    int lines = 0;
    std::optional<QString> note = {}; // why something was corrected
    Instant createdAt;

    FIELDS(Transaction, FIELD(id), FIELD(kind), FIELD(step), FIELD(subjectId), FIELD(orderId), FIELD(lines),
           FIELD(note), FIELD(createdAt))
};

struct WalletRow
{
    Money available;
    Money held;
    Money totalRecharged;
    Money totalSpent;
    bool isActive = true;

    FIELDS(WalletRow, FIELD(available), FIELD(held), FIELD(totalRecharged), FIELD(totalSpent), FIELD(isActive))
};

// A cached number that is not what its rows add up to.
struct Difference
{
    QString number;
    std::optional<Id<Account>> ownerId;
    Money cached;
    Money recomputed;

    FIELDS(Difference, FIELD(number), FIELD(ownerId), FIELD(cached), FIELD(recomputed))
};

// How far a walk over all rows of a table has come.
struct Place
{
    Id<Transaction> after{QUuid(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)}; // of whatever kind; stands before every other
    bool isAtEnd = false;
};

class Store
{
public:
    void openAccounts(Tx &tx, std::initializer_list<BookAccount> accounts);
    void openWallet(Tx &tx, Id<Account> buyer);

    // False when this step of the subject was posted before.
    bool insertNew(Tx &tx, const Transaction &transaction);
    std::optional<Transaction> transaction(Tx &tx, QUuid subject, Step step);
    // Whether these and no others are its transfers. What a store owed was paid with what it got, and what it had not
    // got was owed, so both count as one.
    bool consistsOf(Tx &tx, Id<Transaction> transaction, const QList<Transfer> &transfers);
    void insert(Tx &tx, Id<Transaction> transaction, int line, const Transfer &transfer);
    void insert(Tx &tx, Id<Transaction> transaction, int line, const QUuid &debit, const QUuid &credit, Money amount);
    // False when the balance would get on the wrong side of zero, or there is no such account.
    bool change(Tx &tx, QUuid account, Money delta);
    // The same, and false when the account is frozen.
    bool changeUnfrozen(Tx &tx, QUuid account, Money delta);
    bool isFrozen(Tx &tx, QUuid account);
    Money balance(Tx &tx, const BookAccount &account);
    // All that was ever held for the order; nothing when none was.
    std::optional<Money> escrowOf(Tx &tx, Id<Order> order);
    // What the buyer has spent on the order and not got back; negative when that is more than was settled.
    Money spentOn(Tx &tx, Id<Order> order);

    std::optional<WalletRow> wallet(Tx &tx, Id<Account> buyer);
    void addRecharged(Tx &tx, Id<Account> buyer, Money amount);
    void addSpent(Tx &tx, Id<Account> buyer, Money amount);
    void insert(Tx &tx, Id<Account> buyer, Id<Transaction> transaction, const WalletEntry &entry);
    QList<WalletEntry> allEntries(Tx &tx, Id<Account> buyer, int limit); // newest first
    QList<WalletEntry> entries(Tx &tx, Id<Account> buyer, const ListWalletEntries &wish,
                               const std::optional<Id<WalletEntry>> &before, int limit);

    // The books piece by piece: each looks at some rows behind the place and moves it on. A place is at its end when
    // there were no more.
    std::optional<Difference> wrongAccount(Tx &tx, Place &place);
    std::optional<Difference> wrongTransaction(Tx &tx, Place &place);
    std::optional<Difference> wrongWallet(Tx &tx, Place &place);
};

} // namespace ledger
