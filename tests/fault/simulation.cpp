#include "tests/fault/simulation.h"

#include "server/ledger/rules.h"

#include <QElapsedTimer>

#include <thread>

namespace fault {

namespace {

constexpr int sharedTills = 2;
constexpr qint64 movesPerUnitMost = 200, refusedPerRound = 8;
constexpr int movesToBack = 3; // before the one that is refused, and to be gone with it
constexpr int triesMost = 200;

struct EntryLine
{
    WalletEntryType type = WalletEntryType::Recharge;
    Money amount, balanceBefore, balanceAfter, heldAfter;

    FIELDS(EntryLine, FIELD(type), FIELD(amount), FIELD(balanceBefore), FIELD(balanceAfter), FIELD(heldAfter))
};

qint64 heldBy(WalletEntryType type, qint64 amount)
{
    switch (type) {
    case WalletEntryType::Hold: return amount;
    case WalletEntryType::Release:
    case WalletEntryType::Deduct: return -amount;
    case WalletEntryType::Recharge:
    case WalletEntryType::TakenBack:
    case WalletEntryType::Closure:
    case WalletEntryType::Refund: return 0;
    }
    return 0;
}

} // namespace

Simulation::Simulation(const Wish &wish)
    : m_wish(wish)
    , m_db(wish.engine)
{
    const Result<> taxed = m_db->write([&](Tx &tx) -> Result<> {
        m_ledger.taxCommissionBy(tx, {{.fromDay = 0, .untilDay = {}, .rate = {1'800}}});
        return {};
    });
    if (!taxed)
        qFatal("%s", qPrintable(taxed.error().message));
    for (int i = 0; i < sharedTills; ++i)
        m_shared.push_back(m_ids.next<Vendor>());
    for (int i = 0; i < m_wish.threads; ++i)
        m_shards.emplace_back(m_wish.seed, i, m_ids, m_shared);
}

Outcome Simulation::run()
{
    QElapsedTimer timer;
    timer.start();
    std::vector<std::thread> threads;
    for (int i = 0; i < m_wish.threads; ++i)
        threads.emplace_back(&Simulation::work, this, i);
    for (std::thread &thread : threads)
        thread.join();
    const qint64 movingMs = timer.restart();
    if (!m_failed) {
        plantAtTheEnd();
        compareAll();
    }
    Outcome out{.complaint = m_complaint,
                .operations = m_operations,
                .refused = m_refused,
                .units = m_units,
                .tries = m_tries,
                .movingMs = movingMs,
                .checkingMs = timer.elapsed()};
    for (const Shard &shard : m_shards)
        out.repeated += shard.repeats;
    return out;
}

void Simulation::work(int number)
{
    Shard &shard = m_shards[number];
    const qint64 share = m_wish.operations / m_wish.threads;
    try {
        for (qint64 done = 0; done < share && !m_failed;) {
            const qint64 moves = std::min(1 + shard.below(movesPerUnitMost), share - done);
            round(shard, number, moves);
            done += moves;
            for (qint64 i = shard.below(refusedPerRound); i > 0 && done < share && !m_failed; --i, ++done)
                refuse(shard);
            compare(shard);
        }
    } catch (const DbFault &fault) {
        complain(QString::fromUtf8(fault.what()));
    }
}

// As a client does it: what cannot be taken now is asked for again, and asking twice changes nothing.
template <class Work>
Result<> Simulation::write(Work &&work)
{
    for (int tries = 1;; ++tries) {
        try {
            ++m_units;
            return m_db->write(work);
        } catch (const DbBusy &) {
            ++m_tries;
            if (tries == triesMost)
                throw;
        }
    }
}

void Simulation::round(Shard &shard, int number, qint64 moves)
{
    shard.beginUnit();
    std::vector<Move> unit;
    for (qint64 i = 0; i < moves; ++i)
        unit.push_back(shard.next());
    m_operations += moves;
    const bool isSpoilt = number == 0 && m_operations > m_wish.operations / 4;
    if (isSpoilt && m_wish.plant == Plant::Lost)
        return;
    if (const Result<> kept = keep(shard, unit, isSpoilt && m_wish.plant == Plant::Twice); !kept)
        complain(QStringLiteral("a move was refused: ") + kept.error().message);
}

Result<> Simulation::keep(Shard &shard, const std::vector<Move> &moves, bool isSpoilt)
{
    return write([&](Tx &tx) -> Result<> {
        for (const Move &move : moves)
            MUST(make(m_ledger, tx, move, shard.partiesOf(move)));
        for (const Move &move : moves) {
            if (!isSpoilt || move.kind != Kind::Hold)
                continue;
            Move again = move;
            again.subject = m_ids.next<Order>().uuid;
            again.amount = 1;
            if (shard.purses[move.buyer].available > 0)
                return make(m_ledger, tx, again, shard.partiesOf(again));
        }
        return {};
    });
}

// Whatever stood before it in the same unit goes with what was refused.
void Simulation::refuse(Shard &shard)
{
    std::vector<Move> before;
    for (qint64 i = shard.below(movesToBack); i > 0; --i)
        before.push_back(shard.aside());
    const Impossible wish = shard.impossible();
    ++m_operations;
    ++m_refused;
    // One more in the wallet would make what is impossible possible.
    std::erase_if(before, [&](const Move &move) { return move.buyer == wish.move.buyer; });
    std::optional<ErrorCode> code;
    try {
        const Result<> refused = write([&](Tx &tx) -> Result<> {
            for (const Move &move : before)
                MUST(make(m_ledger, tx, move, shard.partiesOf(move)));
            return make(m_ledger, tx, wish.move, shard.partiesOf(wish.move));
        });
        if (refused)
            return complain(
                QStringLiteral("move %1 of %2 was not refused").arg(int(wish.move.kind)).arg(wish.move.amount));
        code = refused.error().code;
    } catch (const DbFault &) {
        // A number that does not fit; nothing of the unit remains.
    }
    if (wish.code && code != wish.code)
        complain(QStringLiteral("move %1 of %2 was refused as %3")
                     .arg(int(wish.move.kind))
                     .arg(wish.move.amount)
                     .arg(code ? int(*code) : -1));
}

void Simulation::complain(const QString &text)
{
    const std::lock_guard lock(m_mutex);
    if (!m_complaint)
        m_complaint = text;
    m_failed = true;
}

void Simulation::expect(const char *what, qint64 books, qint64 model)
{
    if (books != model)
        complain(QStringLiteral("%1 is %2 in the books and %3 in the model")
                     .arg(QLatin1StringView(what))
                     .arg(books)
                     .arg(model));
}

void Simulation::compare(const Shard &shard)
{
    m_db->read([&](Tx &tx) {
        for (const Purse &purse : shard.purses) {
            const Wallet wallet = m_ledger.wallet(tx, purse.id);
            expect("what is available", wallet.available.minor, purse.available);
            expect("what is held", wallet.heldAmount.minor, purse.held);
            expect("what was recharged", wallet.totalRecharged.minor, purse.recharged);
            expect("what was spent", wallet.totalSpent.minor, purse.spent);
            expect("what a buyer owes", wallet.owed.minor, purse.owed);
        }
        for (const Till &till : shard.tills)
            if (!till.isShared)
                compareTill(tx, till, till.released);
        return true;
    });
}

void Simulation::compareTill(Tx &tx, const Till &till, qint64 released)
{
    const ledger::VendorFunds funds = m_ledger.vendorFunds(tx, till.id);
    expect("what a store may ask for", funds.released.minor, released);
    expect("what is on its way to a store", funds.inPayouts.minor, till.inPayouts);
    expect("what a store owes", funds.owed.minor, till.owed);
}

void Simulation::plantAtTheEnd()
{
    switch (m_wish.plant) {
    case Plant::None:
    case Plant::Twice:
    case Plant::Lost: return;
    case Plant::Balance:
    case Plant::Spent:
    case Plant::TakenBack: break;
    }
    const Result<> planted = m_db->write([&](Tx &tx) -> Result<> {
        return plantIn(tx) == 1 ? Result<>() : failure(ErrorCode::Internal, QStringLiteral("nothing was planted"));
    });
    if (!planted)
        qFatal("%s", qPrintable(planted.error().message));
}

// The number of changed rows.
qint64 Simulation::plantIn(Tx &tx)
{
    const Purse &purse = m_shards.front().purses.front();
    if (m_wish.plant == Plant::Balance)
        return tx.run("UPDATE ledger_accounts SET balance = balance + 1 WHERE id = ?",
                      Id<Account>{ledger::BookAccount{ledger::AccountKind::BuyerAvailable, purse.id.uuid}.id()});
    if (m_wish.plant == Plant::Spent)
        return tx.run("UPDATE wallets SET total_spent = total_spent + 1 WHERE account_id = ?", purse.id);
    // As if it had not gone back.
    for (const Shard &shard : m_shards)
        for (const Purse &each : shard.purses)
            if (each.takenBack > 0)
                return tx.run("UPDATE wallets SET total_recharged = total_recharged + ? WHERE account_id = ?",
                              Money{each.takenBack}, each.id);
    return 0;
}

// The books against themselves, then every entry of every wallet, the stores of all and the platform's own accounts.
void Simulation::compareAll()
{
    if (const auto difference = m_ledger.verify())
        return complain(*difference);
    PlatformSums sums;
    std::vector<qint64> released(sharedTills, 0);
    for (const Shard &shard : m_shards) {
        compare(shard);
        for (const Purse &purse : shard.purses)
            m_db->read([&](Tx &tx) {
                fold(tx, purse);
                return true;
            });
        for (int i = 0; i < sharedTills; ++i)
            released[i] += shard.tills[i].released;
        sums.clearing += shard.sums.clearing;
        sums.commission += shard.sums.commission;
        sums.tax += shard.sums.tax;
        sums.bank += shard.sums.bank;
        sums.fees += shard.sums.fees;
    }
    m_db->read([&](Tx &tx) {
        for (int i = 0; i < sharedTills; ++i)
            compareTill(tx, m_shards.front().tills[i], released[i]);
        return true;
    });
    comparePlatform(sums);
}

void Simulation::comparePlatform(const PlatformSums &sums)
{
    const auto balance = [&](ledger::AccountKind kind) {
        const Id<Account> account{ledger::BookAccount{kind}.id()};
        const std::string sum = "CAST(coalesce(sum(amount), 0) AS BIGINT) FROM ledger_transfers WHERE ";
        return m_db.number(sum + "credit_account_id = ?", account) - m_db.number(sum + "debit_account_id = ?", account);
    };
    expect("the gateway's clearing account", balance(ledger::AccountKind::GatewayClearing), sums.clearing);
    expect("the commission", balance(ledger::AccountKind::CommissionIncome), sums.commission);
    expect("the tax of the commission", balance(ledger::AccountKind::GstDue), sums.tax);
    expect("the bank", balance(ledger::AccountKind::Bank), sums.bank);
    expect("what gateways keep", balance(ledger::AccountKind::GatewayFees), sums.fees);
}

// WAL-16: a wallet is the sum of its entries, each of which begins where the one before ended.
void Simulation::fold(Tx &tx, const Purse &purse)
{
    qint64 balance = 0, held = 0;
    for (const EntryLine &entry : tx.all<EntryLine>("FROM wallet_entries WHERE account_id = ? ORDER BY id", purse.id)) {
        expect("where an entry begins", entry.balanceBefore.minor, balance);
        balance += ledger::effectOf(entry.type, entry.amount).minor;
        held += heldBy(entry.type, entry.amount.minor);
        expect("where an entry ends", entry.balanceAfter.minor, balance);
        expect("what is held after an entry", entry.heldAfter.minor, held);
    }
    expect("the sum of the entries", balance, purse.available + purse.held);
    expect("the held sum of the entries", held, purse.held);
}

} // namespace fault
