// Money that did not come as it was asked for: how it is found, on the bank's statements and by what gateways report,
// and what admins say of it. Until then it is in no wallet.

#include "server/accounts/service.h"
#include "server/audit/service.h"
#include "server/auth/service.h"
#include "server/core/crypto.h"
#include "server/core/cursor.h"
#include "server/core/log.h"
#include "server/core/permit.h"
#include "server/ledger/service.h"
#include "server/payments/log.h"
#include "server/payments/service.h"
#include "server/payments/statement.h"

namespace payments {

namespace {

constexpr QLatin1StringView flagWord("flagged payment");

struct AuditedFlag
{
    QString provider;
    FlagKind kind = FlagKind::Unknown;
    FlagStatus status = FlagStatus::Open;
    Money amount;
    QString transactionId;
    std::optional<Id<Payment>> paymentId;
    std::optional<QString> reason;

    FIELDS(AuditedFlag, FIELD(provider), FIELD(kind), FIELD(status), FIELD(amount), FIELD(transactionId),
           FIELD(paymentId), FIELD(reason))
};

Json detailsOf(const MoneyFlag &flag)
{
    return {json::bytes(AuditedFlag{flag.provider, flag.kind, flag.status, flag.amount, flag.transactionId,
                                    flag.paymentId, flag.reason})};
}

struct AuditedStatement
{
    int lines = 0;
    int credited = 0;
    int flagged = 0;
    Money creditedAmount;

    FIELDS(AuditedStatement, FIELD(lines), FIELD(credited), FIELD(flagged), FIELD(creditedAmount))
};

LineOutcome lineOutcome(Outcome outcome, const PaymentRow &payment, const BankLine &line)
{
    switch (outcome) {
    case Outcome::Applied: return LineOutcome::Credited;
    case Outcome::Surplus: return LineOutcome::Duplicate;
    case Outcome::Mismatch:
        if (line.amount == payment.amount)
            return LineOutcome::Unknown; // its payer is gone
        return line.amount < payment.amount ? LineOutcome::Partial : LineOutcome::Excess;
    case Outcome::Ignored:
    case Outcome::Parked: return LineOutcome::Seen;
    }
    return LineOutcome::Seen;
}

void count(StatementReport &report, const BankLine &line, LineOutcome outcome)
{
    switch (outcome) {
    case LineOutcome::Credited:
        ++report.credited;
        report.creditedAmount = report.creditedAmount + line.amount;
        break;
    case LineOutcome::Partial:
    case LineOutcome::Excess:
    case LineOutcome::Duplicate:
    case LineOutcome::Unknown: ++report.flagged; break;
    case LineOutcome::Seen: ++report.seen; break;
    case LineOutcome::Debit:
    case LineOutcome::Unreadable: break;
    }
}

} // namespace

// The alert of PAY-08: once for each attempt, on record, as news and in the log.
void Service::flag(Tx &tx, MoneyFlag found)
{
    found.id = m_ids.next<MoneyFlag>();
    found.createdAt = tx.now();
    if (!m_store.insertNew(tx, found))
        return;
    m_audit.record(tx, {}, "payment.flagged", "money_flag", found.id.text(), detailsOf(found));
    tx.publish(MoneyFlagged{found.id, found.kind, found.provider, found.amount});
    logging::event(paymentsLog(), "money did not come as it was asked for",
                   {{"flag", found.id.text()},
                    {"provider", found.provider},
                    {"kind", names::text(found.kind).toString()},
                    {"transaction", found.transactionId},
                    {"amount", found.amount.text()}});
}

void Service::flag(Tx &tx, const PaymentRow &row, const Attempt &attempt, FlagKind kind)
{
    flag(tx, {.kind = kind,
              .provider = row.provider,
              .transactionId = attempt.id,
              .reference = row.gatewayOrderId,
              .paymentId = row.id,
              .amount = attempt.amount,
              .expectedAmount = row.amount,
              .currency = attempt.currency});
}

// The line is in the books now, from whichever file.
void Service::closeQuestions(Tx &tx, const Caller &caller, const QString &provider, const QString &lineRef)
{
    const auto admin = m_accounts.find(tx, caller.id);
    for (MoneyFlag asked : m_store.questions(tx, provider, lineRef)) {
        if (asked.status != FlagStatus::Open)
            continue;
        asked.status = FlagStatus::Closed;
        asked.reason = QStringLiteral("The line is in the books now");
        asked.resolvedBy = admin ? std::optional(admin->username) : std::nullopt;
        asked.resolvedAt = tx.now();
        if (m_store.resolve(tx, asked))
            m_audit.record(tx, caller, "payment.flag_resolved", "money_flag", asked.id.text(), detailsOf(asked));
    }
}

// Another mapping of the same columns would make other lines of them, and count them twice.
Result<> Service::checkForm(Tx &tx, const TakeStatement &wish)
{
    const auto last = m_store.lastForm(tx);
    const QByteArray form = json::bytes(wish.columns);
    if (last && last->form.text == form)
        return {};
    if (last && !wish.isOtherForm)
        return failure(ErrorCode::Conflict,
                       QStringLiteral("The columns are not those of the last statement. Send it once"
                                      " more if the bank has changed its form."));
    m_store.insert(tx, FormRow{m_ids.next<FormRow>(), {form}, tx.now()});
    return {};
}

// All lines or none. A line counts once, so a statement that is taken again changes nothing. One hand credits money
// here, so it has to show that it is still the same.
Result<StatementReport> Service::takeStatement(const Caller &caller, const TakeStatement &wish)
{
    MUST(permit(caller, Permission::ManagePayouts));
    const Providers::One *upi = m_providers.of(Provider::Upi);
    if (!upi)
        return failure(ErrorCode::Unavailable, QStringLiteral("UPI is not set up."));
    LET(lines, readStatement(wish));
    return m_db.write(caller, [&](Tx &tx) -> Result<StatementReport> {
        MUST(m_auth.requireFresh(tx, caller));
        MUST(checkForm(tx, wish));
        StatementReport report;
        for (const BankLine &line : lines) {
            StatementRow told{.line = line.number, .narration = line.narration};
            LET(outcome, take(tx, upi->config, line, told));
            told.outcome = outcome;
            count(report, line, outcome);
            report.lines += told;
        }
        const QString file = QString::fromLatin1(crypto::sha256(wish.csv.toUtf8()).toHex());
        m_audit.record(tx, caller, "payment.statement_taken", "statement", file,
                       {json::bytes(AuditedStatement{int(report.lines.size()), report.credited, report.flagged,
                                                     report.creditedAmount})});
        return report;
    });
}

// Credited only when the reference is one of ours and the amount is the very one that was asked for.
Result<LineOutcome> Service::take(Tx &tx, const GatewayConfig &upi, const BankLine &line, StatementRow &told)
{
    if (line.idle)
        return *line.idle;
    told.amount = line.amount;
    std::optional<PaymentRow> payment;
    for (const QString &reference : line.references) {
        payment = m_store.findByOrder(tx, upi.provider, reference);
        told.reference = reference;
        if (payment)
            break;
    }
    if (!m_store.insertNew(tx, TakenLine{line.hash, line.amount, tx.now()}))
        return LineOutcome::Seen;
    if (!payment) {
        flag(tx, {.kind = FlagKind::Unknown,
                  .provider = upi.provider,
                  .transactionId = line.transaction(),
                  .reference = told.reference,
                  .amount = line.amount,
                  .currency = upi.currency,
                  .note = line.narration});
        return LineOutcome::Unknown;
    }
    LET(outcome, accept(tx, *payment,
                        {.id = line.transaction(),
                         .orderId = payment->gatewayOrderId.value_or(QString()),
                         .amount = line.amount,
                         .currency = upi.currency,
                         .status = AttemptStatus::Captured}));
    return lineOutcome(outcome, *payment, line);
}

Result<Page<MoneyFlag>> Service::listMoneyFlags(const Caller &caller, const ListMoneyFlags &wish)
{
    MUST(permit(caller, Permission::ManagePayouts));
    LET(before, cursor::idOf<MoneyFlag>(wish.cursor));
    return cursor::pageById(m_db.read([&](Tx &tx) { return m_store.flags(tx, wish, before, wish.limit + 1); }),
                            wish.limit);
}

Result<MoneyFlag> Service::readMoneyFlag(const Caller &caller, Id<MoneyFlag> id)
{
    MUST(permit(caller, Permission::ManagePayouts));
    return m_db.read([&](Tx &tx) -> Result<MoneyFlag> {
        auto found = m_store.flag(tx, id);
        if (!found)
            return notFound(flagWord);
        return std::move(*found);
    });
}

// What may be done with it, whoever does it.
Result<> Service::resolvable(Tx &tx, const MoneyFlag &flag, FlagAction action)
{
    const bool isOut = flag.provider == names::text(GatewayName::StripeConnect); // what stores were paid
    if (flag.kind == FlagKind::Settlement && !mayResolve(flag.kind, action))
        return failure(ErrorCode::IllegalTransition,
                       QStringLiteral("This is a line of a settlement; it moves no money of a buyer."));
    if (!mayResolve(flag.kind, action) || (isOut && action != FlagAction::Dismiss))
        return failure(ErrorCode::IllegalTransition, QStringLiteral("This is no way to end it."));
    const bool bringsMoney = action == FlagAction::Credit || action == FlagAction::Refund;
    const bool isKnownAway = flag.kind == FlagKind::Reinstated || flag.kind == FlagKind::Refused;
    if (bringsMoney && !isKnownAway && hasGone(tx, flag))
        return failure(ErrorCode::IllegalTransition, QStringLiteral("This money went back at the provider."));
    if (flag.kind == FlagKind::Reinstated && action == FlagAction::Dismiss &&
        ofDispute(tx, flag, FlagKind::ChargedBack, FlagStatus::Open) > Money{})
        return failure(ErrorCode::IllegalTransition,
                       QStringLiteral("Say first what becomes of what the bank took: both end together."));
    return {};
}

Result<> Service::perform(Tx &tx, const Caller &caller, const MoneyFlag &flag, const ResolveFlag &wish)
{
    switch (wish.action) {
    case FlagAction::Credit: return creditFlagged(tx, flag);
    case FlagAction::Refund: return flag.kind == FlagKind::Refused ? tryAgain(tx, flag) : giveBack(tx, flag);
    case FlagAction::Transfer: return payByHand(tx, flag, wish.bankReference);
    case FlagAction::Book: return book(tx, caller, flag);
    case FlagAction::Dismiss: return {};
    }
    return {};
}

Result<MoneyFlag> Service::resolveMoneyFlag(const Caller &caller, Id<MoneyFlag> id, const ResolveFlag &wish)
{
    MUST(permit(caller, Permission::ManagePayouts));
    return m_db.write(caller, [&](Tx &tx) -> Result<MoneyFlag> {
        if (wish.action != FlagAction::Dismiss)
            MUST(m_auth.requireFresh(tx, caller));
        auto resolved = m_store.flag(tx, id);
        if (!resolved)
            return notFound(flagWord);
        MUST(resolvable(tx, *resolved, wish.action));
        if (wish.bankReference && wish.action != FlagAction::Transfer)
            return refusal(QStringLiteral("bank_reference"), QStringLiteral("is not wanted: nothing is transferred"));
        const auto admin = m_accounts.find(tx, caller.id);
        resolved->status = statusAfter(resolved->kind, wish.action);
        resolved->reason = wish.reason;
        resolved->resolvedBy = admin ? std::optional(admin->username) : std::nullopt;
        resolved->resolvedAt = tx.now();
        if (wish.action == FlagAction::Credit && wish.paymentId) {
            if (!m_store.find(tx, *wish.paymentId))
                return refusal(QStringLiteral("payment_id"), QStringLiteral("is no payment of this provider"));
            resolved->paymentId = wish.paymentId;
        }
        if (!m_store.resolve(tx, *resolved))
            return failure(ErrorCode::IllegalTransition, QStringLiteral("This has been resolved already."));
        MUST(perform(tx, caller, *resolved, wish));
        m_audit.record(tx, caller, "payment.flag_resolved", "money_flag", id.text(), detailsOf(*resolved));
        MUST(endTogether(tx, caller, *resolved));
        return std::move(*resolved);
    });
}

// What the bank took and gave back is one question: who takes it out of the wallet puts back what came back, and who
// leaves it in the wallet has nothing to put back.
Result<> Service::endTogether(Tx &tx, const Caller &caller, const MoneyFlag &ended)
{
    if (ended.kind != FlagKind::ChargedBack || !ended.paymentId)
        return {};
    const Money booked = ofDispute(tx, ended, FlagKind::ChargedBack, FlagStatus::Booked);
    const Money open = ofDispute(tx, ended, FlagKind::ChargedBack, FlagStatus::Open);
    const bool isBooked = ended.status == FlagStatus::Booked;
    if (!isBooked && booked + open > Money{})
        return {};
    for (MoneyFlag back : m_store.flagsOf(tx, *ended.paymentId)) {
        const Money credited = ofDispute(tx, ended, FlagKind::Reinstated, FlagStatus::Credited);
        if (back.kind != FlagKind::Reinstated || back.status != FlagStatus::Open || !isOfDispute(back, ended) ||
            (isBooked && credited + back.amount > booked))
            continue;
        back.status = isBooked ? FlagStatus::Credited : FlagStatus::Dismissed;
        back.reason = ended.reason;
        back.resolvedBy = ended.resolvedBy;
        back.resolvedAt = ended.resolvedAt;
        if (!m_store.resolve(tx, back))
            return failure(ErrorCode::IllegalTransition, QStringLiteral("This has been resolved already."));
        if (isBooked)
            MUST(creditFlagged(tx, back));
        m_audit.record(tx, caller, "payment.flag_resolved", "money_flag", back.id.text(), detailsOf(back));
    }
    return {};
}

// What came is what is credited: to the payment itself when it is of this amount and still open, and otherwise as a
// payment of its own of the same payer. An attempt belongs to one payment, so it cannot be credited twice.
Result<> Service::creditFlagged(Tx &tx, const MoneyFlag &flag)
{
    const auto payment = flag.paymentId ? m_store.find(tx, *flag.paymentId) : std::nullopt;
    if (!payment || payment->provider != flag.provider)
        return refusal(QStringLiteral("payment_id"), QStringLiteral("is no payment of this provider"));
    if (flag.amount <= Money{})
        return refusal(QStringLiteral("action"), QStringLiteral("cannot be a credit: the amount is not above zero"));
    if (payment->currency != flag.currency)
        return refusal(QStringLiteral("action"), QStringLiteral("cannot be credited in this currency"));
    const auto payer = m_accounts.find(tx, payment->accountId);
    if (!payer || !payer->isActive)
        return failure(ErrorCode::AccountInactive, QStringLiteral("The payer's account is not active."));

    // What comes back into a wallet has left it before by the same dispute, and comes as a payment of its own. This
    // flag counts as credited already.
    const bool comesBack = flag.kind == FlagKind::Reinstated;
    if (comesBack && ofDispute(tx, flag, FlagKind::Reinstated, FlagStatus::Credited) >
                         ofDispute(tx, flag, FlagKind::ChargedBack, FlagStatus::Booked))
        return failure(ErrorCode::IllegalTransition, QStringLiteral("This money has left no wallet."));
    const QString transaction = flag.transactionId + (comesBack ? QStringLiteral(":back") : QString());
    if (!comesBack && payment->amount == flag.amount && m_store.markPaid(tx, payment->id, transaction))
        return credited(tx, *payment, transaction);
    PaymentRow own{.id = m_ids.next<Payment>(),
                   .accountId = payment->accountId,
                   .provider = flag.provider,
                   .gatewayPaymentId = transaction,
                   .amount = flag.amount,
                   .currency = flag.currency,
                   .instrument = payment->instrument,
                   .status = PaymentStatus::Paid,
                   .createdAt = tx.now(),
                   .updatedAt = tx.now()};
    if (!m_store.insertNew(tx, own))
        return failure(ErrorCode::AlreadyExists, QStringLiteral("This money has been credited already."));
    return credited(tx, own, transaction);
}

// Through the provider where it can; a transfer by hand is on record with the reason.
Result<> Service::giveBack(Tx &tx, const MoneyFlag &flag)
{
    const Providers::One *provider = m_providers.find(flag.provider);
    if (!provider || !provider->gateway->isRefunding())
        return {};
    if (!flag.paymentId)
        return refusal(QStringLiteral("action"), QStringLiteral("needs a payment at the provider"));
    wantRefund(tx, *flag.paymentId, flag.provider, flag.transactionId, flag.amount);
    return {};
}

Result<Page<PaymentOfPayer>> Service::listAllPayments(const Caller &caller, const ListAllPayments &wish)
{
    MUST(permit(caller, Permission::ManagePayouts));
    LET(before, cursor::idOf<Payment>(wish.cursor));
    return m_db.read([&](Tx &tx) -> Result<Page<PaymentOfPayer>> {
        const QList<PaymentRow> rows = m_store.list(tx, wish, before, wish.limit + 1);
        QList<Id<Account>> payers;
        for (const PaymentRow &row : rows)
            payers += row.accountId;
        const auto names = m_accounts.namesOf(tx, payers);
        QList<PaymentOfPayer> out;
        for (const PaymentRow &row : rows)
            out += PaymentOfPayer{
                row.id,       names.value(row.accountId), row.provider, row.gatewayOrderId, row.amount, row.status,
                row.createdAt};
        return cursor::pageById(std::move(out), wish.limit);
    });
}

} // namespace payments
