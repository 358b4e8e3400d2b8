// What providers settle to the bank, entered from their files. The books know each payment as money that lies outside
// at its gateway; a line moves it to the bank, without what the provider keeps.

#include "server/audit/service.h"
#include "server/auth/service.h"
#include "server/core/crypto.h"
#include "server/core/permit.h"
#include "server/ledger/service.h"
#include "server/payments/service.h"
#include "server/payments/settlement.h"

#include <algorithm>

namespace payments {

namespace {

struct AuditedSettlement
{
    QString provider;
    int lines = 0;
    int posted = 0;
    int flagged = 0;
    Money gross;
    Money fees;

    FIELDS(AuditedSettlement, FIELD(provider), FIELD(lines), FIELD(posted), FIELD(flagged), FIELD(gross), FIELD(fees))
};

void count(SettlementReport &report, const SettledLine &line, SettlementOutcome outcome)
{
    switch (outcome) {
    case SettlementOutcome::Posted:
        ++report.posted;
        report.gross = report.gross + line.gross;
        report.fees = report.fees + line.fee;
        report.net = report.gross - report.fees;
        break;
    case SettlementOutcome::Unmatched:
    case SettlementOutcome::Differs: ++report.flagged; break;
    case SettlementOutcome::Seen: ++report.seen; break;
    case SettlementOutcome::Passing:
    case SettlementOutcome::Unreadable: break;
    }
}

} // namespace

// All lines or none. A line counts once, so a file that is taken again changes nothing; what was unmatched is looked
// for again, because it may have been credited meanwhile.
Result<SettlementReport> Service::takeSettlement(const Caller &caller, const TakeSettlement &wish)
{
    MUST(permit(caller, Permission::ManagePayouts));
    const Providers::One *its = m_providers.find(wish.provider);
    const auto provider = names::fromText<Provider>(wish.provider);
    if (!its || !provider)
        return refusal(QStringLiteral("provider"), QStringLiteral("is not set up"));
    LET(lines, readSettlement(*provider, wish.csv));
    return m_db.write(caller, [&](Tx &tx) -> Result<SettlementReport> {
        MUST(m_auth.requireFresh(tx, caller));
        SettlementReport report;
        for (const SettledLine &line : lines) {
            LET(outcome, take(tx, caller, its->config, line));
            count(report, line, outcome);
            report.lines += SettlementRow{line.number, outcome, line.transaction, line.gross, line.fee};
        }
        const QString file = QString::fromLatin1(crypto::sha256(wish.csv.toUtf8()).toHex());
        m_audit.record(tx, caller, "payment.settlement_taken", "settlement", file,
                       {json::bytes(AuditedSettlement{wish.provider, int(report.lines.size()), report.posted,
                                                      report.flagged, report.gross, report.fees})});
        return report;
    });
}

// Posted only when it says what is known here. A line that was posted otherwise than it stands here is asked about:
// one of the two is wrong. What was taken back in the books is open again.
Result<SettlementOutcome> Service::take(Tx &tx, const Caller &caller, const GatewayConfig &config,
                                        const SettledLine &line)
{
    if (line.idle)
        return *line.idle;
    const auto last = m_store.lastEntry(tx, config.provider, line.lineRef);
    const bool isInBooks = last && !isTakenBack(tx, *last);
    if (isInBooks && last->gross == line.gross && last->fee == line.fee)
        return SettlementOutcome::Seen;
    const SettlementOutcome outcome = isInBooks ? SettlementOutcome::Differs : judge(tx, config, line);
    if (outcome != SettlementOutcome::Posted) {
        ask(tx, config, line, outcome);
        return outcome;
    }
    const SettlementLineRow row{.id = m_ids.next<SettlementLineRow>(),
                                .provider = config.provider,
                                .lineRef = line.lineRef,
                                .entry = last ? last->entry + 1 : 1,
                                .about = line.about,
                                .transactionId = line.transaction,
                                .gross = line.gross,
                                .fee = line.fee,
                                .settlementRef = line.settlementRef,
                                .takenAt = tx.now()};
    if (!m_store.insertNew(tx, row))
        return SettlementOutcome::Seen;
    MUST(m_ledger.settleGateway(tx, row.id.uuid, line.gross, line.fee));
    closeQuestions(tx, caller, config.provider, line.lineRef);
    return SettlementOutcome::Posted;
}

// Money that was taken twice comes and goes again, so it is known by its way back.
SettlementOutcome Service::judge(Tx &tx, const GatewayConfig &config, const SettledLine &line)
{
    if (line.currency != config.currency)
        return SettlementOutcome::Differs;
    if (line.about == LineAbout::Own)
        return SettlementOutcome::Posted;
    if (line.transaction.isEmpty())
        return SettlementOutcome::Unmatched;
    std::optional<Money> brought;
    if (const auto payment = m_store.findByAttempt(tx, config.provider, line.transaction))
        brought = payment->amount;
    else if (const auto refund = m_store.refundOf(tx, config.provider, line.transaction))
        brought = refund->amount;
    if (!brought)
        return SettlementOutcome::Unmatched;
    EarlierLines earlier;
    for (const SettlementLineRow &row : m_store.settled(tx, config.provider, line.transaction)) {
        if (isTakenBack(tx, row))
            continue;
        Money &sum = row.about == LineAbout::Payment ? earlier.payment : earlier.later;
        sum = sum + row.gross;
    }
    return isPlausible(line, *brought, earlier) ? SettlementOutcome::Posted : SettlementOutcome::Differs;
}

bool Service::isTakenBack(Tx &tx, const SettlementLineRow &row)
{
    const auto posting = m_ledger.posting(tx, row.id.uuid, ledger::Step::GatewaySettle);
    return posting && m_ledger.posting(tx, posting->id.uuid, ledger::Step::Reverse).has_value();
}

// Once for each line; of other sums once more, because the answer was about the first ones.
void Service::ask(Tx &tx, const GatewayConfig &config, const SettledLine &line, SettlementOutcome outcome)
{
    const bool isOwn = line.about == LineAbout::Own;
    const Money came = line.gross - line.fee, amount = isOwn ? came : line.gross;
    const bool isKnown = outcome == SettlementOutcome::Differs && !line.transaction.isEmpty();
    const auto payment = isKnown ? m_store.findByAttempt(tx, config.provider, line.transaction) : std::nullopt;
    const QList<MoneyFlag> asked = m_store.questions(tx, config.provider, line.lineRef);
    const bool isOther = std::none_of(asked.begin(), asked.end(), [&](const MoneyFlag &flag) {
        return flag.status == FlagStatus::Open || flag.amount == amount;
    });
    flag(tx, {.kind = FlagKind::Settlement,
              .provider = config.provider,
              .transactionId = isOther && !asked.isEmpty() ? partOf(line.lineRef, amount) : line.lineRef,
              .reference = line.settlementRef,
              .paymentId = payment ? std::optional(payment->id) : std::nullopt,
              .amount = amount,
              .expectedAmount = payment ? std::optional(payment->amount) : std::nullopt,
              .currency = line.currency.isEmpty() ? config.currency : line.currency,
              .note = QStringLiteral("%1: amount %2, kept %3, came to the bank %4")
                          .arg(line.transaction.isEmpty() ? line.lineRef : line.transaction, line.gross.text(),
                               line.fee.text(), came.text())});
}

} // namespace payments
