#pragma once

// SQL of the books.

#include "server/core/sealchain.h"
#include "server/ledger/carried.h"
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
    Money owed;

    FIELDS(WalletRow, FIELD(available), FIELD(held), FIELD(totalRecharged), FIELD(totalSpent), FIELD(isActive),
           FIELD(owed))
};

struct WalletTimes
{
    Instant createdAt;
    Instant updatedAt;

    FIELDS(WalletTimes, FIELD(createdAt), FIELD(updatedAt))
};

// An entry as it is kept. Seals cover every column of it, of a posting and of its transfers in their order, so a new
// one needs a new version of the seal (core/sealchain).
struct EntryRow
{
    Id<WalletEntry> id;
    Id<Account> accountId;
    Id<Transaction> transactionId;
    WalletEntryType type = WalletEntryType::Recharge;
    WalletEntryStatus status = WalletEntryStatus::Completed;
    Money amount;
    Money balanceBefore;
    Money balanceAfter;
    Money heldAfter;
    QString description;
    std::optional<Id<Order>> orderId;
    std::optional<QString> gatewayReference;
    Instant processedAt;

    FIELDS(EntryRow, FIELD(id), FIELD(accountId), FIELD(transactionId), FIELD(type), FIELD(status), FIELD(amount),
           FIELD(balanceBefore), FIELD(balanceAfter), FIELD(heldAfter), FIELD(description), FIELD(orderId),
           FIELD(gatewayReference), FIELD(processedAt))
};

struct TransferRow
{
    Id<Transaction> transactionId;
    int line = 0;
    Id<LedgerAccount> debitAccountId;
    Id<LedgerAccount> creditAccountId;
    Money amount;

    FIELDS(TransferRow, FIELD(transactionId), FIELD(line), FIELD(debitAccountId), FIELD(creditAccountId), FIELD(amount))
};

// What the checks of the books have found.
struct StateRow
{
    std::optional<QString> difference;
    std::optional<Instant> foundAt;
    std::optional<Instant> checkedAt; // when the last full check came to its end
    qint64 checkedPostings = 0;
    qint64 sealSeq = 0; // the newest seal it has seen
    QString sealHash;
    std::optional<Instant> requestedAt; // of a check that somebody waits for
    std::optional<Instant> startedAt;   // of the check that runs
    qint64 seenPostings = 0;

    FIELDS(StateRow, FIELD(difference), FIELD(foundAt), FIELD(checkedAt), FIELD(checkedPostings), FIELD(sealSeq),
           FIELD(sealHash), FIELD(requestedAt), FIELD(startedAt), FIELD(seenPostings))
};

struct AccountRow
{
    Id<LedgerAccount> id;
    AccountKind kind = AccountKind::Bank;
    std::optional<Id<Account>> ownerId; // of a person or of a store
    std::optional<Money> balance;       // nothing of the platform's own
    std::optional<Instant> frozenAt;
    std::optional<QString> frozenReason;

    FIELDS(AccountRow, FIELD(id), FIELD(kind), FIELD(ownerId), FIELD(balance), FIELD(frozenAt), FIELD(frozenReason))
};

// Which accounts are asked for, the fullest ones first.
struct AccountsQuestion
{
    std::optional<AccountKind> kind;
    std::optional<QList<QUuid>> owners;
    std::optional<AccountRow> after;
    int limit = 0;
};

// A place in the order of all transfers; what stands before it is asked for.
struct Before
{
    Id<Transaction> transaction;
    int line = 0;
};

struct StatementRow
{
    Id<Transaction> transactionId;
    int line = 0;
    Instant createdAt;
    Posting kind = Posting::Recharge;
    Step step = Step::Recharge;
    Id<Transaction> subjectId;
    std::optional<Id<Order>> orderId;
    std::optional<QString> note;
    Money amount;
    AccountKind otherKind = AccountKind::Bank;
    std::optional<Id<Account>> otherOwner;

    FIELDS(StatementRow, FIELD(transactionId), FIELD(line), FIELD(createdAt), FIELD(kind), FIELD(step),
           FIELD(subjectId), FIELD(orderId), FIELD(note), FIELD(amount), FIELD(otherKind), FIELD(otherOwner))
};

// A transfer with what its two accounts are.
struct LineRow
{
    Id<Transaction> transactionId;
    int line = 0;
    Id<LedgerAccount> debitId;
    AccountKind debitKind = AccountKind::Bank;
    std::optional<Id<Account>> debitOwner;
    Id<LedgerAccount> creditId;
    AccountKind creditKind = AccountKind::Bank;
    std::optional<Id<Account>> creditOwner;
    Money amount;

    FIELDS(LineRow, FIELD(transactionId), FIELD(line), FIELD(debitId), FIELD(debitKind), FIELD(debitOwner),
           FIELD(creditId), FIELD(creditKind), FIELD(creditOwner), FIELD(amount))
};

// A transfer with what it was posted for, for whoever keeps rows of his own about it.
struct Movement
{
    Id<Transaction> subjectId;
    std::optional<Id<Order>> orderId;
    Posting kind = Posting::Recharge;
    Step step = Step::Recharge;
    Id<LedgerAccount> debitId;
    Id<LedgerAccount> creditId;
    Money amount;

    FIELDS(Movement, FIELD(subjectId), FIELD(orderId), FIELD(kind), FIELD(step), FIELD(debitId), FIELD(creditId),
           FIELD(amount))
};

// What closed an order with a commission, or what a refund gave back of it: both with the tax within, as it was posted.
struct CommissionPart
{
    Id<Transaction> subjectId; // the order, or the refund
    Step step = Step::Close;
    Instant createdAt;
    Money amount;
    Money tax;

    FIELDS(CommissionPart, FIELD(subjectId), FIELD(step), FIELD(createdAt), FIELD(amount), FIELD(tax))
};

// How far a walk over all rows of a table has come.
struct Place
{
    Id<Transaction> after{QUuid(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)}; // of whatever kind; stands before every other
    Id<Transaction> within = after;                                // of what has several rows there
    bool isAtEnd = false;
};

class Store : public seals::Book
{
public:
    void openAccounts(Tx &tx, std::initializer_list<BookAccount> accounts);
    void openWallet(Tx &tx, Id<Account> buyer);

    // False when this step of the subject was posted before.
    bool insertNew(Tx &tx, const Transaction &transaction);
    std::optional<Transaction> transaction(Tx &tx, QUuid subject, Step step);
    // Whether these and no others are its transfers. What a store owed was paid with what it got, and what it had not
    // got was owed, so both count as one; so do a commission and the tax within it, whose rate goes with the day.
    bool consistsOf(Tx &tx, Id<Transaction> transaction, const QList<Transfer> &transfers);
    void insert(Tx &tx, Id<Transaction> transaction, int line, const Transfer &transfer);
    void insert(Tx &tx, Id<Transaction> transaction, int line, const QUuid &debit, const QUuid &credit, Money amount);
    // False when the balance would get on the wrong side of zero, or there is no such account.
    bool change(Tx &tx, QUuid account, Money delta);
    // The same, and false when the account is frozen.
    bool changeUnfrozen(Tx &tx, QUuid account, Money delta);
    bool isFrozen(Tx &tx, QUuid account);
    Money balance(Tx &tx, const BookAccount &account);
    // Whose payable is at least that, in the order of their ids.
    QList<Id<Vendor>> storesWith(Tx &tx, Money least, const std::optional<Id<Vendor>> &after, int limit);
    // All that was ever held for the order; nothing when none was.
    std::optional<Money> escrowOf(Tx &tx, Id<Order> order);
    // What the buyer has spent on the order and not got back; negative when that is more than was settled.
    Money spentOn(Tx &tx, Id<Order> order);
    QList<CommissionPart> commissionParts(Tx &tx, Id<Order> order); // oldest first

    // By their first days.
    QList<CommissionTax> commissionTaxes(Tx &tx);
    void replaceCommissionTaxes(Tx &tx, const QList<CommissionTax> &rates);
    BasisPoints commissionTaxOn(Tx &tx, qint64 day); // zero: none holds

    std::optional<WalletRow> wallet(Tx &tx, Id<Account> buyer);
    // When a wallet was opened, and when something moved in it for the last time.
    std::optional<WalletTimes> walletTimes(Tx &tx, Id<Account> buyer);
    void addRecharged(Tx &tx, Id<Account> buyer, Money amount);
    void addSpent(Tx &tx, Id<Account> buyer, Money amount);
    void insert(Tx &tx, Id<Account> buyer, Id<Transaction> transaction, const WalletEntry &entry);
    QList<WalletEntry> allEntries(Tx &tx, Id<Account> buyer, int limit); // newest first
    QList<WalletEntry> entries(Tx &tx, Id<Account> buyer, const ListWalletEntries &wish,
                               const std::optional<Id<WalletEntry>> &before, int limit);

    // The books piece by piece: each looks at some rows behind the place, moves it on and says the first difference in
    // words. A place is at its end when there were no more.
    std::optional<QString> wrongAccount(Tx &tx, Place &place);
    std::optional<QString> wrongTransaction(Tx &tx, Place &place);
    std::optional<QString> wrongWallet(Tx &tx, Place &place);
    // What was carried forward, by account and by month.
    std::optional<QString> wrongCarried(Tx &tx, Place &place);
    std::optional<QString> wrongMonth(Tx &tx, Place &place);
    // The same of the accounts that the newest postings have moved.
    std::optional<QString> wrongLately(Tx &tx, int postings);

    StateRow state(Tx &tx);
    bool isInDoubt(Tx &tx);
    // False when a difference stands already; the first one stays.
    bool doubt(Tx &tx, const QString &difference);
    // Whether a difference stood until now.
    bool believe(Tx &tx, qint64 postings, qint64 sealSeq, const QString &sealHash);
    // A check begins, which is what was waited for until now; says how far it has come; and ends.
    void beginCheck(Tx &tx);
    void showProgress(Tx &tx, qint64 seenPostings);
    void endCheck(Tx &tx);
    // False when one is waited for already.
    bool requestCheck(Tx &tx);

    QList<AccountRow> accounts(Tx &tx, const AccountsQuestion &question);
    std::optional<AccountRow> account(Tx &tx, Id<LedgerAccount> id);
    // What its transfers before that place add up to.
    Money sumBefore(Tx &tx, Id<LedgerAccount> id, const Before &before);
    QList<StatementRow> statement(Tx &tx, Id<LedgerAccount> id, const Before &before, int limit); // newest first
    QList<TrialLine> trial(Tx &tx, const Before &before);

    // Balances that are carried forward (carried.h).
    qint64 carriedEdition(Tx &tx);
    // The newest end of a month that is carried, up to that place.
    std::optional<Id<Transaction>> carriedUntil(Tx &tx, Id<Transaction> latest);
    QList<TrialLine> carriedKinds(Tx &tx, Id<Transaction> before);
    std::optional<Id<Transaction>> oldest(Tx &tx);
    // Of some accounts behind the place, which it moves on: the balances of those that moved in the month.
    QList<CarriedAccount> toCarry(Tx &tx, const Span &month, Place &place);
    QList<CarriedKind> kindsToCarry(Tx &tx, const Span &month);
    // False when it is carried already.
    bool insertNew(Tx &tx, const CarriedAccount &row);
    bool insertNew(Tx &tx, const CarriedKind &row);
    // From now on nothing is carried.
    void beginEdition(Tx &tx);
    // Whether what was carried leaves out what gets this id now.
    bool isBehindCarried(Tx &tx, Id<Transaction> id);

    std::optional<Transaction> transaction(Tx &tx, Id<Transaction> id);
    QList<Transaction> transactions(Tx &tx, const std::optional<Id<Transaction>> &before, int limit); // newest first
    QList<Transaction> ofOrder(Tx &tx, Id<Order> order, const std::optional<Id<Transaction>> &before, int limit);
    QList<Transaction> transactionsAfter(Tx &tx, Id<Transaction> id, int limit); // oldest first
    QList<Movement> movements(Tx &tx, const QList<QUuid> &subjects);
    QList<LineRow> lines(Tx &tx, const QList<Id<Transaction>> &transactions);
    std::optional<qint64> sealOf(Tx &tx, Id<Transaction> transaction);
    // False when it is so already.
    bool freeze(Tx &tx, Id<LedgerAccount> id, const QString &reason);
    bool unfreeze(Tx &tx, Id<LedgerAccount> id);

    QList<seals::Standing> standingsAfter(Tx &tx, Id<seals::Row> id, int limit) override;
    QHash<Id<seals::Row>, QByteArray> messagesOf(Tx &tx, const QList<Id<seals::Row>> &ids) override;
    QList<seals::Seal> sealsAfter(Tx &tx, qint64 seq, int limit) override;
    std::optional<seals::Seal> lastSeal(Tx &tx) override;
    bool insertSeal(Tx &tx, const seals::Seal &seal) override;
};

} // namespace ledger
