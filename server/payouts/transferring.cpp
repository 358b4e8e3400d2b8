// Payouts through a provider that knows the stores, of Service (PAYO-08, PAY-20, PAY-22). The provider is asked outside
// of transactions, after a transfer was claimed; its answer is written down together with what it means for the payout.

#include "server/accounts/service.h"
#include "server/audit/service.h"
#include "server/core/log.h"
#include "server/core/permit.h"
#include "server/payments/service.h"
#include "server/payouts/log.h"
#include "server/payouts/rules.h"
#include "server/payouts/service.h"
#include "server/settings/service.h"

namespace payouts {

Q_LOGGING_CATEGORY(payoutsLog, "payouts")

namespace {

constexpr int atOnce = 50;

// The same for every repeat of which it is not known whether it was made; a no would be said again under its key.
QString keyOf(const TransferRow &row)
{
    const QString id = row.payoutId.text();
    return row.refusals == 0 ? id : QStringLiteral("%1-%2").arg(id).arg(row.refusals);
}

TransferRow withRefusal(TransferRow row)
{
    ++row.refusals;
    return row;
}

} // namespace

bool Service::isByProvider() const
{
    return m_settings.choice(settings::Key::PayoutsProvider) == names::text(PayoutProvider::StripeConnect);
}

Result<> Service::mayReceive(Tx &tx, Id<Vendor> vendor)
{
    if (!isByProvider())
        return {};
    const auto account = m_store.account(tx, vendor);
    if (account && account->status == PayoutAccountStatus::Active)
        return {};
    return failure(ErrorCode::NotVerified,
                   QStringLiteral("The provider of payouts does not pay this store yet; it has to be set up there."));
}

// With the approval the way is chosen: who is paid through the provider stands in no file of the bank.
Result<> Service::wantTransfer(Tx &tx, const PayoutRow &row)
{
    if (row.status != PayoutStatus::Approved || !isByProvider())
        return {};
    MUST(mayReceive(tx, row.vendorId));
    MUST(checkHolder(tx, row));
    m_store.insert(tx, TransferRow{.payoutId = row.id,
                                   .accountRef = m_store.account(tx, row.vendorId)->accountRef,
                                   .createdAt = tx.now(),
                                   .updatedAt = tx.now(),
                                   .nextTryAt = tx.now()});
    return {};
}

// What is under way at the provider, or was paid by it, ends as the provider says, and not as somebody else does;
// before it is sent it can still be rejected.
Result<> Service::leaveToProvider(Tx &tx, const PayoutRow &row, const Decision &decision)
{
    if (decision.failure) {
        MUST(refuseLate(tx, row));
    }
    if (decision.failure == PayoutFailure::Returned && m_store.isSent(tx, row.id))
        return failure(ErrorCode::IllegalTransition,
                       QStringLiteral("%1 was paid through the provider, which has not taken it back; it can be asked.")
                           .arg(row.payoutNumber));
    if (row.status != PayoutStatus::Approved)
        return {};
    if (decision.failure == PayoutFailure::Rejected && m_store.cancelTransfer(tx, row.id))
        return {};
    if (m_store.isUnderWay(tx, row.id))
        return failure(ErrorCode::IllegalTransition,
                       QStringLiteral("%1 is on its way through the provider.").arg(row.payoutNumber));
    return {};
}

Result<QList<PayoutTransfer>> Service::listPayoutTransfers(const Caller &caller, Id<Payout> id)
{
    MUST(permit(caller, Permission::ManagePayouts));
    return m_db.read([&](Tx &tx) -> Result<QList<PayoutTransfer>> {
        if (!m_store.find(tx, id))
            return notFound(QLatin1StringView("payout"));
        return m_store.transfersOf(tx, id);
    });
}

Result<> Service::onProviderTold(Tx &tx, const PayoutProviderTold &event)
{
    if (!event.accountRef.isEmpty())
        m_store.askAccount(tx, event.accountRef);
    if (!event.transferRef.isEmpty())
        m_store.askTransfer(tx, event.transferRef);
    return {};
}

// All that are due, page by page: what the provider says nothing about does not stand in the way of what is behind it.
template <class Row, class Next, class Work>
int Service::walk(Next &&next, Work &&work, const Stopping &isStopping)
{
    int changed = 0;
    Row last;
    QList<Row> page;
    do {
        page = m_db.read([&](Tx &tx) { return next(tx, last); });
        for (const Row &row : page) {
            if (isStopping())
                return changed;
            changed += work(row) ? 1 : 0;
            last = row;
        }
    } while (page.size() == atOnce);
    return changed;
}

int Service::followUp(const Stopping &isStopping)
{
    payments::Connect *const provider = m_payments.connect();
    if (!provider)
        return 0;
    const int accounts = walk<AccountRow>(
        [&](Tx &tx, const AccountRow &last) { return m_store.accountsToAsk(tx, tx.now(), last, atOnce); },
        [&](const AccountRow &row) { return askAccount(*provider, row); }, isStopping);
    const int transfers = walk<TransferRow>(
        [&](Tx &tx, const TransferRow &last) { return m_store.transfersDue(tx, tx.now(), last, atOnce); },
        [&](const TransferRow &row) { return follow(*provider, row); }, isStopping);
    return accounts + transfers;
}

bool Service::follow(payments::Connect &provider, const TransferRow &row)
{
    if (row.status == TransferStatus::Paid) {
        const Result<bool> isBack = askWhetherBack(provider, row);
        if (!isBack)
            putOff(row, isBack.error().message);
        return isBack.value_or(false);
    }
    const std::optional<Instant> until = claimed(row).value_or(std::nullopt);
    return until && send(provider, row, *until);
}

// What was begun there goes on when the provider is closed; nothing new begins.
Result<> Service::maySend(Tx &tx, const PayoutRow &row)
{
    if (!m_payments.isConnectOpen())
        return failure(ErrorCode::Unavailable, QStringLiteral("The provider of payouts is closed."));
    MUST(checkHolder(tx, row)); // it may have become another one since
    return mayLeave(tx, row);
}

// Until when it is this caller's to send, if it is. What may have been sent before is a fact by now, and is only asked
// about.
Result<std::optional<Instant>> Service::claimed(const TransferRow &row)
{
    return m_db.write([&](Tx &tx) -> Result<std::optional<Instant>> {
        const auto payout = m_store.find(tx, row.payoutId);
        if (!payout)
            throw DbFault("a transfer is of no payout");
        const Result<> may = row.status == TransferStatus::Wanted ? maySend(tx, *payout) : Result<>();
        if (!may) {
            m_store.putOff(tx, row, may.error().message, nextTransferTry(row.createdAt, tx.now()));
            return std::optional<Instant>();
        }
        const Instant until = tx.now().after(claimMs);
        return m_store.claim(tx, row, TransferStatus::Sending, until) ? std::optional(until) : std::nullopt;
    });
}

// Asked at the last moment. Whoever takes it up later writes another time.
bool Service::isStillClaimed(const TransferRow &row, Instant until)
{
    const bool isHeld = m_db.read([&](Tx &tx) {
        const auto now = m_store.transfer(tx, row.payoutId);
        return now && now->status == TransferStatus::Sending && now->nextTryAt == until && maySendYet(until, tx.now());
    });
    if (!isHeld)
        logging::event(payoutsLog(), "a transfer is not sent, its claim is over", {{"payout", row.payoutId.text()}});
    return isHeld;
}

bool Service::send(payments::Connect &provider, const TransferRow &row, Instant claimedUntil)
{
    const auto payout = m_db.read([&](Tx &tx) { return m_store.find(tx, row.payoutId).value(); });
    // Asked before another try: the answer to an earlier one may have been lost, and keys are not kept for ever.
    if (row.status == TransferStatus::Sending) {
        const auto before = sentBefore(provider, row);
        if (!before) {
            putOff(row, before.error().message);
            return false;
        }
        if (*before)
            return paid(row, (*before)->id);
    }
    if (!isStillClaimed(row, claimedUntil))
        return false;
    const payments::Sent sent =
        provider.send({row.payoutId.text(), keyOf(row), payout.payoutNumber, row.accountRef, payout.amount});
    switch (sent.fate) {
    case payments::Sent::Fate::Done: return paid(row, sent.transferRef);
    case payments::Sent::Fate::Refused:
        return ended(row, TransferStatus::Sending, {TransferStatus::Failed, {}, sent.problem},
                     {.status = PayoutStatus::Failed, .failure = PayoutFailure::BankRefused, .reason = sent.problem});
    case payments::Sent::Fate::NotNow: putOff(withRefusal(row), sent.problem); return false;
    case payments::Sent::Fate::Unknown: putOff(row, sent.problem); return false;
    }
    return false;
}

// What the provider has of it, if anything; what is of another amount was not sent from here.
Result<std::optional<payments::SeenTransfer>> Service::sentBefore(payments::Connect &provider, const TransferRow &row)
{
    const Money amount = m_db.read([&](Tx &tx) { return m_store.find(tx, row.payoutId).value().amount; });
    LET(before, provider.transferFor(row.payoutId.text()));
    if (before && before->amount != amount)
        return failure(ErrorCode::Conflict, QStringLiteral("The provider has a transfer of another amount."));
    return std::move(before);
}

bool Service::paid(const TransferRow &row, const QString &transferRef)
{
    return ended(row, TransferStatus::Sending, {TransferStatus::Paid, transferRef},
                 {.status = PayoutStatus::Processed, .reference = transferRef});
}

// The provider took back what it had paid; of a part of it a payout knows nothing, so an admin has to.
Result<bool> Service::askWhetherBack(payments::Connect &provider, const TransferRow &row)
{
    LET(seen, provider.transferFor(row.payoutId.text()));
    if (!seen)
        return failure(ErrorCode::Conflict, QStringLiteral("The provider does not know the transfer."));
    const QString reason = QStringLiteral("The provider has taken the transfer back.");
    if (seen->reversed >= seen->amount)
        return ended(row, TransferStatus::Paid, {TransferStatus::Reversed, {}, reason},
                     {.status = PayoutStatus::Failed, .failure = PayoutFailure::Returned, .reason = reason});
    return m_db.write([&](Tx &tx) -> Result<bool> {
        if (seen->reversed > Money{})
            m_payments.flagWayBack(tx, *seen, m_store.find(tx, row.payoutId)->payoutNumber);
        m_store.leaveAlone(tx, row);
        return false;
    });
}

// Transfer and payout end together. A payout that has ended otherwise meanwhile stays as it is, and money that was sent
// for it all the same is flagged.
bool Service::ended(const TransferRow &row, TransferStatus seen, const TransferEnd &end, const Decision &decision)
{
    const Result<bool> done = m_db.write([&](Tx &tx) -> Result<bool> {
        const bool isPaid = end.status == TransferStatus::Paid;
        if (!m_store.endTransfer(tx, row.payoutId, seen, end))
            return isPaid ? madeLate(tx, row.payoutId, *end.transferRef) : Result<bool>(false);
        const auto payout = m_store.find(tx, row.payoutId);
        const bool isOpen = mayBecome(payout->status, decision.status, decision.failure);
        if (isOpen)
            MUST(decided(tx, Caller{}, *payout, decision));
        if (isPaid && !isOpen)
            m_payments.flagLate(tx, {.id = *end.transferRef, .amount = payout->amount}, payout->payoutNumber);
        return true;
    });
    if (!done)
        qCCritical(payoutsLog, "the end of the transfer of payout %s is not written down: %s",
                   qUtf8Printable(row.payoutId.text()), qUtf8Printable(done.error().message));
    return done.value_or(false);
}

void Service::putOff(const TransferRow &row, const QString &problem)
{
    logging::event(payoutsLog(), "a transfer is tried again later",
                   {{"payout", row.payoutId.text()}, {"problem", problem}});
    (void)m_db.write([&](Tx &tx) -> Result<> {
        m_store.putOff(tx, row, problem, nextTransferTry(row.createdAt, tx.now()));
        return {};
    });
}

} // namespace payouts
