// What providers settle to the bank, entered from their files. The books know each payment as money that lies outside
// at its gateway; a line moves it to the bank, without what the provider keeps.

#include "server/audit/service.h"
#include "server/auth/service.h"
#include "server/core/crypto.h"
#include "server/core/permit.h"
#include "server/ledger/service.h"
#include "server/payments/service.h"
#include "server/payments/settlement.h"

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
            LET(outcome, take(tx, its->config, line));
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

// Posted only when it is about a payment that is known here; money that was taken twice comes and goes again.
Result<SettlementOutcome> Service::take(Tx &tx, const GatewayConfig &config, const SettledLine &line)
{
    if (line.idle)
        return *line.idle;
    const auto payment =
        line.transaction.isEmpty() ? std::nullopt : m_store.findByAttempt(tx, config.provider, line.transaction);
    const bool isKnown = payment || m_store.isGoingBack(tx, config.provider, line.transaction);
    const bool differs = payment && line.isPayment && line.gross != payment->amount;
    if (!isKnown || differs) {
        flag(tx, {.kind = differs ? FlagKind::Mismatch : FlagKind::Unknown,
                  .provider = config.provider,
                  .transactionId = line.isPayment ? line.transaction : line.lineRef,
                  .reference = line.settlementRef,
                  .paymentId = differs ? std::optional(payment->id) : std::nullopt,
                  .amount = line.gross,
                  .expectedAmount = differs ? std::optional(payment->amount) : std::nullopt,
                  .currency = config.currency,
                  .note = QStringLiteral("In the settlement file of the provider")});
        return differs ? SettlementOutcome::Differs : SettlementOutcome::Unmatched;
    }
    const SettlementLineRow row{.id = m_ids.next<SettlementLineRow>(),
                                .provider = config.provider,
                                .lineRef = line.lineRef,
                                .transactionId = line.transaction,
                                .gross = line.gross,
                                .fee = line.fee,
                                .settlementRef = line.settlementRef,
                                .takenAt = tx.now()};
    if (!m_store.insertNew(tx, row))
        return SettlementOutcome::Seen;
    MUST(m_ledger.settleGateway(tx, row.id.uuid, line.gross, line.fee));
    return SettlementOutcome::Posted;
}

} // namespace payments
