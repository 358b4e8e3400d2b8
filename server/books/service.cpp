#include "server/books/service.h"

#include "server/accounts/service.h"
#include "server/audit/service.h"
#include "server/auth/service.h"
#include "server/books/rules.h"
#include "server/core/cursor.h"
#include "server/core/permit.h"

namespace books {

namespace {

constexpr int namesakesMax = 200;
constexpr qint64 postingMs = 2 * minuteMs; // postings are many, and none takes so long

Result<std::optional<ledger::AccountRow>> readAccountCursor(const std::optional<QString> &text)
{
    LET(parts, cursor::key(text, 2));
    if (parts.isEmpty())
        return std::optional<ledger::AccountRow>();
    bool isNumber = false;
    const Money balance{parts[0].toLongLong(&isNumber)};
    const auto id = Id<LedgerAccount>::parse(parts[1]);
    if (id.isNull() || (!isNumber && !parts[0].isEmpty()))
        return cursor::refused();
    return std::optional(ledger::AccountRow{.id = id, .balance = isNumber ? std::optional(balance) : std::nullopt});
}

Result<ledger::Before> readLineCursor(const std::optional<QString> &text, const std::optional<Instant> &at)
{
    LET(parts, cursor::key(text, 2));
    if (parts.isEmpty())
        return ledger::Service::until(at);
    bool isNumber = false;
    const ledger::Before before{Id<ledger::Transaction>::parse(parts[0]), parts[1].toInt(&isNumber)};
    if (!isNumber || before.transaction.isNull())
        return cursor::refused();
    return before;
}

Json reasonDetails(const QString &reason)
{
    return audit::details({{QStringLiteral("reason"), reason}});
}

} // namespace

// Who owns accounts, asked for once per answer.
class Service::Names
{
public:
    Names(Tx &tx, accounts::Service &accounts)
        : m_tx(tx)
        , m_accounts(accounts)
    {}

    std::optional<QString> of(LedgerAccountKind kind, const std::optional<Id<Account>> &owner)
    {
        if (!owner)
            return std::nullopt;
        const auto known = m_known.constFind(owner->uuid);
        if (known != m_known.cend())
            return *known;
        return *m_known.insert(owner->uuid, nameOf(kind, owner->uuid));
    }

private:
    QString nameOf(LedgerAccountKind kind, QUuid owner)
    {
        if (!isVendors(kind))
            return m_accounts.namesOf(m_tx, {{owner}}).value({owner}, owner.toString(QUuid::WithoutBraces));
        const auto vendor = m_accounts.vendor(m_tx, {owner});
        return vendor ? vendor->storeName : owner.toString(QUuid::WithoutBraces);
    }

    Tx &m_tx;
    accounts::Service &m_accounts;
    QHash<QUuid, QString> m_known;
};

namespace {

LedgerAccount describe(const ledger::AccountRow &row)
{
    LedgerAccount out{.id = row.id,
                      .kind = row.kind,
                      .balance = row.balance.value_or(Money{}),
                      .frozenAt = row.frozenAt,
                      .frozenReason = row.frozenReason};
    if (row.ownerId && isVendors(row.kind))
        out.vendorId = {row.ownerId->uuid};
    else
        out.buyerId = row.ownerId;
    return out;
}

} // namespace

Service::Service(Db &db, const Clock &clock, const Ids &ids, ledger::Service &ledger, accounts::Service &accounts,
                 auth::Service &auth, audit::Service &audit, settings::Service &settings, const Secrets &secrets,
                 const QString &anchorPath)
    : m_db(db)
    , m_clock(clock)
    , m_ids(ids)
    , m_ledger(ledger)
    , m_accounts(accounts)
    , m_auth(auth)
    , m_audit(audit)
    , m_settings(settings)
    , m_chain(db, clock, secrets, {"ledger", QStringLiteral("posting"), postingMs}, anchorPath, ledger.sealed())
{
    // Where several nodes keep one database, the one that seals may change. The last full check has seen the chain.
    if (db.engine() == Engine::Postgres)
        m_chain.recallBy([this] {
            const ledger::StateRow seen = m_db.read([&](Tx &tx) { return m_ledger.state(tx); });
            return SealChain::Head{seen.sealSeq, seen.sealHash};
        });
}

Result<TrialBalance> Service::readTrialBalance(const Caller &caller, const AsOf &wish)
{
    MUST(permit(caller, Permission::ManagePayouts));
    return m_db.read([&](Tx &tx) -> Result<TrialBalance> {
        TrialBalance out{.at = wish.at.value_or(tx.now()), .lines = m_ledger.trial(tx, wish.at)};
        for (const TrialLine &line : std::as_const(out.lines))
            out.total = out.total + line.balance;
        return out;
    });
}

// By their names, or the one whose id it is. Nothing: nobody was asked for.
std::optional<QList<QUuid>> Service::ownersNamed(Tx &tx, const std::optional<QString> &text)
{
    if (!text)
        return std::nullopt;
    QList<QUuid> out;
    if (const QUuid id = QUuid::fromString(text->trimmed()); !id.isNull())
        out += id;
    for (const Person &person : m_accounts.people(tx, {.wish = {.limit = namesakesMax, .q = text}}))
        out += person.id.uuid;
    for (const Vendor &vendor : m_accounts.stores(tx, {.q = text, .limit = namesakesMax}))
        out += vendor.id.uuid;
    return out;
}

Result<Page<LedgerAccount>> Service::listLedgerAccounts(const Caller &caller, const ListLedgerAccounts &wish)
{
    MUST(permit(caller, Permission::ManagePayouts));
    LET(after, readAccountCursor(wish.cursor));
    return m_db.read([&](Tx &tx) -> Result<Page<LedgerAccount>> {
        Names names(tx, m_accounts);
        QList<LedgerAccount> accounts;
        for (const ledger::AccountRow &row : m_ledger.accounts(
                 tx,
                 {.kind = wish.kind, .owners = ownersNamed(tx, wish.owner), .after = after, .limit = wish.limit + 1})) {
            accounts += describe(row);
            accounts.last().ownerName = names.of(row.kind, row.ownerId);
        }
        return cursor::page(std::move(accounts), wish.limit, [](const LedgerAccount &last) {
            return QStringList{last.ownerName ? QString::number(last.balance.minor) : QString(), last.id.text()};
        });
    });
}

std::optional<LedgerAccount> Service::described(Tx &tx, Id<LedgerAccount> id, const std::optional<Instant> &at)
{
    const auto row = m_ledger.account(tx, id, at);
    if (!row)
        return std::nullopt;
    LedgerAccount out = describe(*row);
    out.ownerName = Names(tx, m_accounts).of(row->kind, row->ownerId);
    return out;
}

Result<LedgerAccount> Service::readLedgerAccount(const Caller &caller, Id<LedgerAccount> id, const AsOf &wish)
{
    MUST(permit(caller, Permission::ManagePayouts));
    return m_db.read([&](Tx &tx) -> Result<LedgerAccount> {
        const auto account = described(tx, id, wish.at);
        if (!account)
            return notFound(QLatin1StringView("account"));
        return *account;
    });
}

Result<Page<StatementLine>> Service::readLedgerStatement(const Caller &caller, Id<LedgerAccount> id,
                                                         const ReadStatement &wish)
{
    MUST(permit(caller, Permission::ManagePayouts));
    LET(before, readLineCursor(wish.cursor, wish.at));
    return m_db.read([&](Tx &tx) -> Result<Page<StatementLine>> {
        if (!m_ledger.account(tx, id))
            return notFound(QLatin1StringView("account"));
        Names names(tx, m_accounts);
        QList<StatementLine> lines;
        for (const auto &[row, balance] : m_ledger.statement(tx, id, before, wish.limit + 1))
            lines += {.postingId = {row.transactionId.uuid},
                      .line = row.line,
                      .at = row.createdAt,
                      .kind = row.kind,
                      .amount = row.amount,
                      .balance = balance,
                      .otherKind = row.otherKind,
                      .otherName = names.of(row.otherKind, row.otherOwner),
                      .orderId = ledger::orderOf(row.step, row.subjectId.uuid, row.orderId),
                      .note = row.note};
        return cursor::page(std::move(lines), wish.limit, [](const StatementLine &last) {
            return QStringList{last.postingId.text(), QString::number(last.line)};
        });
    });
}

template <class Change>
Result<LedgerAccount> Service::changeAccount(const Caller &caller, Id<LedgerAccount> id, const char *action,
                                             const QString &reason, Change &&change)
{
    MUST(permit(caller, Permission::ManagePayouts));
    return m_db.write(caller, [&](Tx &tx) -> Result<LedgerAccount> {
        MUST(change(tx));
        m_audit.record(tx, caller, action, "ledger_account", id.text(), reasonDetails(reason));
        return described(tx, id, {}).value_or(LedgerAccount());
    });
}

Result<LedgerAccount> Service::freezeAccount(const Caller &caller, Id<LedgerAccount> id, const FreezeAccount &wish)
{
    return changeAccount(caller, id, "books.account_frozen", wish.reason,
                         [&](Tx &tx) { return m_ledger.freeze(tx, id, wish.reason); });
}

Result<LedgerAccount> Service::unfreezeAccount(const Caller &caller, Id<LedgerAccount> id, const FreezeAccount &wish)
{
    return changeAccount(caller, id, "books.account_unfrozen", wish.reason,
                         [&](Tx &tx) { return m_ledger.unfreeze(tx, id); });
}

QList<LedgerPosting> Service::described(Tx &tx, const QList<ledger::Transaction> &rows)
{
    Names names(tx, m_accounts);
    QList<Id<ledger::Transaction>> ids;
    QHash<QUuid, QList<LedgerLine>> lines;
    for (const ledger::Transaction &row : rows)
        ids += row.id;
    for (const ledger::LineRow &line : m_ledger.lines(tx, ids))
        lines[line.transactionId.uuid] += LedgerLine{.line = line.line,
                                                     .debitId = line.debitId,
                                                     .debitKind = line.debitKind,
                                                     .debitName = names.of(line.debitKind, line.debitOwner),
                                                     .creditId = line.creditId,
                                                     .creditKind = line.creditKind,
                                                     .creditName = names.of(line.creditKind, line.creditOwner),
                                                     .amount = line.amount};
    QList<LedgerPosting> out;
    for (const ledger::Transaction &row : rows) {
        const bool mayReverse = ledger::mayReverse(row.kind);
        const auto reversal = mayReverse ? m_ledger.posting(tx, row.id.uuid, ledger::Step::Reverse) : std::nullopt;
        out += {.id = {row.id.uuid},
                .kind = row.kind,
                .at = row.createdAt,
                .subjectId = row.subjectId.text(),
                .orderId = ledger::orderOf(row.step, row.subjectId.uuid, row.orderId),
                .note = row.note,
                .reversedBy = reversal ? std::optional(Id<LedgerPosting>{reversal->id.uuid}) : std::nullopt,
                .isReversible = mayReverse && !reversal,
                .sealNumber = m_ledger.sealOf(tx, row.id),
                .lines = lines.value(row.id.uuid)};
    }
    return out;
}

Result<Page<LedgerPosting>> Service::listPostings(const Caller &caller, const ListPostings &wish)
{
    MUST(permit(caller, Permission::ManagePayouts));
    LET(before, cursor::idOf<ledger::Transaction>(wish.cursor));
    return m_db.read([&](Tx &tx) -> Result<Page<LedgerPosting>> {
        return cursor::pageById(described(tx, m_ledger.postings(tx, wish.order, before, wish.limit + 1)), wish.limit);
    });
}

Result<LedgerPosting> Service::readPosting(const Caller &caller, Id<LedgerPosting> id)
{
    MUST(permit(caller, Permission::ManagePayouts));
    return m_db.read([&](Tx &tx) -> Result<LedgerPosting> {
        const auto row = m_ledger.posting(tx, Id<ledger::Transaction>{id.uuid});
        if (!row)
            return notFound(QLatin1StringView("posting"));
        return described(tx, QList<ledger::Transaction>{*row}).constFirst();
    });
}

Result<LedgerPosting> Service::posted(Tx &tx, QUuid subject, ledger::Step step)
{
    const auto row = m_ledger.posting(tx, subject, step);
    if (!row)
        return failure(ErrorCode::Internal, QStringLiteral("The posting is not there."));
    return described(tx, QList<ledger::Transaction>{*row}).constFirst();
}

// COM-05. Money is given or taken by one hand alone here, so the hand has to show whose it is.
Result<LedgerPosting> Service::adjustCommission(const Caller &caller, const AdjustCommission &wish)
{
    MUST(permitSuper(caller));
    return m_db.write(caller, [&](Tx &tx) -> Result<LedgerPosting> {
        MUST(m_auth.requireFresh(tx, caller));
        if (wish.amount == Money{})
            return refusal(QStringLiteral("amount"), QStringLiteral("must not be zero"));
        if (!m_accounts.vendor(tx, wish.vendorId))
            return notFound(QLatin1StringView("store"));
        const QUuid adjustment = m_ids.next<AdjustCommission>().uuid;
        MUST(m_ledger.adjust(tx, wish.vendorId, adjustment, wish.amount, wish.reason));
        m_audit.record(tx, caller, "books.commission_adjusted", "vendor", wish.vendorId.text(), {json::bytes(wish)});
        return posted(tx, adjustment, ledger::Step::Adjust);
    });
}

Result<LedgerPosting> Service::reversePosting(const Caller &caller, Id<LedgerPosting> id, const ReversePosting &wish)
{
    MUST(permitSuper(caller));
    return m_db.write(caller, [&](Tx &tx) -> Result<LedgerPosting> {
        MUST(m_auth.requireFresh(tx, caller));
        if (m_ledger.posting(tx, id.uuid, ledger::Step::Reverse))
            return failure(ErrorCode::Conflict, QStringLiteral("This posting is taken back already."));
        MUST(m_ledger.reverse(tx, {id.uuid}, wish.reason));
        m_audit.record(tx, caller, "books.posting_reversed", "posting", id.text(), reasonDetails(wish.reason));
        return posted(tx, id.uuid, ledger::Step::Reverse);
    });
}

} // namespace books
