// What the books hold for the tax office and what was paid of it, of Service.

#include "server/accounts/service.h"
#include "server/audit/service.h"
#include "server/auth/service.h"
#include "server/core/cursor.h"
#include "server/core/log.h"
#include "server/core/permit.h"
#include "server/ledger/service.h"
#include "server/tax/service.h"
#include "shared/base/indiatime.h"

#include <algorithm>

namespace tax {

namespace {

Q_LOGGING_CATEGORY(taxLog, "tax")

constexpr qsizetype monthLength = 7; // "2026-11"

ledger::BookAccount accountOf(TaxHead head)
{
    switch (head) {
    case TaxHead::Gst: return ledger::gstDue;
    case TaxHead::Tcs: return ledger::tcsDue;
    case TaxHead::Tds: return ledger::tdsDue;
    }
    return ledger::gstDue;
}

TaxDeposit depositOf(const DepositRow &row, const ReversalRow *reversal = nullptr)
{
    TaxDeposit out{.id = row.id,
                   .head = row.head,
                   .month = india::dayText(row.monthDay).left(monthLength),
                   .amount = row.amount,
                   .challan = row.challan,
                   .paidBy = row.paidBy,
                   .paidAt = row.paidAt};
    if (reversal) {
        out.reversedAt = reversal->reversedAt;
        out.reversedBy = reversal->reversedBy;
        out.reversalReason = reversal->reason;
    }
    return out;
}

} // namespace

void Service::load()
{
    const auto kept = m_db.write([&](Tx &tx) { return keepCommissionTax(tx); });
    if (!kept)
        logging::event(taxLog(), "the books are told nothing of commission",
                       {{"edition", QString::number(m_rulebook.edition())}, {"problem", kept.error().message}});
}

// The books know no rules of law; they are told the rates that hold, as the rules are switched: one for each day, which
// is the one that everybody else is told by ruleOn.
Result<> Service::keepCommissionTax(Tx &tx)
{
    if (!m_store.takeEdition(tx, m_rulebook.edition()))
        return failure(ErrorCode::Conflict,
                       QStringLiteral("A newer version of the server keeps the rules of tax; switch them there."));
    constexpr Span ever{0, 10'000'000};
    const QList<TaxRule> known = rules(tx);
    QList<ledger::CommissionTax> rates;
    for (const Span &span : spansOf(known, TaxRuleKind::CommissionGst, ever)) {
        const TaxRule *rule = ruleOn(known, TaxRuleKind::CommissionGst, india::dayText(span.from));
        if (!rule)
            continue;
        const auto until = span.until == ever.until ? std::nullopt : std::optional(span.until);
        const BasisPoints rate = rule->rate.value_or(BasisPoints{});
        const bool goesOn =
            !rates.isEmpty() && rates.constLast().untilDay == span.from && rates.constLast().rate == rate;
        if (goesOn)
            rates.last().untilDay = until;
        else
            rates += ledger::CommissionTax{.fromDay = span.from, .untilDay = until, .rate = rate};
    }
    m_ledger.taxCommissionBy(tx, rates);
    return {};
}

Result<QList<TaxDue>> Service::listTaxDues(const Caller &caller)
{
    MUST(permit(caller, Permission::ReadReports));
    return m_db.read([&](Tx &tx) -> Result<QList<TaxDue>> {
        QList<TaxDue> out;
        for (const TaxHead head : {TaxHead::Gst, TaxHead::Tcs, TaxHead::Tds})
            out += TaxDue{head, m_ledger.dueTo(tx, accountOf(head)), m_store.deposited(tx, head)};
        return out;
    });
}

Result<Page<TaxDeposit>> Service::listTaxDeposits(const Caller &caller, const ListTaxDeposits &wish)
{
    MUST(permit(caller, Permission::ReadReports));
    LET(before, cursor::idOf<TaxDeposit>(wish.cursor));
    QList<TaxDeposit> out = m_db.read([&](Tx &tx) {
        QList<TaxDeposit> found;
        const QList<DepositRow> rows = m_store.deposits(tx, wish, before, wish.limit + 1);
        const QList<ReversalRow> reversals = m_store.reversals(tx, rows);
        for (const DepositRow &row : rows) {
            const auto reversal = std::find_if(reversals.cbegin(), reversals.cend(),
                                               [&](const ReversalRow &each) { return each.depositId == row.id; });
            found += depositOf(row, reversal == reversals.cend() ? nullptr : &*reversal);
        }
        return found;
    });
    return cursor::pageById(std::move(out), wish.limit);
}

// The money has left already; whoever enters it has to show whose hand it is, and it cannot be more than is due. What
// was ever due is added up before the unit of work, where every settlement would wait for it or collide with it; what
// is paid meanwhile is seen within.
Result<TaxDeposit> Service::depositTax(const Caller &caller, const DepositTax &wish)
{
    MUST(permit(caller, Permission::ManagePayouts));
    const auto month = monthOf(wish.month);
    if (!month)
        return refusal(QStringLiteral("month"), QStringLiteral("is no month"));
    const Money everDue =
        m_db.read([&](Tx &tx) { return m_ledger.dueTo(tx, accountOf(wish.head)) + m_store.deposited(tx, wish.head); });
    return m_db.write(caller, [&](Tx &tx) -> Result<TaxDeposit> {
        MUST(m_auth.requireFresh(tx, caller));
        if (month->from > india::dayNumber(tx.now()))
            return refusal(QStringLiteral("month"), QStringLiteral("has not begun"));
        const auto admin = m_accounts.find(tx, caller.id);
        const QString challan = wish.challan.toUpper();
        const qint64 before = m_store.reversalsOf(tx, challan);
        const DepositRow row{.id = m_ids.next<TaxDeposit>(),
                             .head = wish.head,
                             .monthDay = month->from,
                             .amount = wish.amount,
                             .challan = wish.challan,
                             .challanKey = before > 0 ? QStringLiteral("%1#%2").arg(challan).arg(before) : challan,
                             .paidBy = admin ? admin->username : QString(),
                             .paidById = caller.id,
                             .paidAt = tx.now()};
        if (!m_store.insertNew(tx, row))
            return failure(ErrorCode::AlreadyExists,
                           QStringLiteral("The challan %1 is entered already.").arg(wish.challan));
        if (m_store.deposited(tx, wish.head) > everDue)
            return failure(ErrorCode::InsufficientFunds, QStringLiteral("So much is not due to the tax office."));
        MUST(m_ledger.depositTax(tx, accountOf(wish.head), row.id.uuid, wish.amount, wish.challan));
        m_audit.record(tx, caller, "tax.deposited", "tax_deposit", row.id.text(), {json::bytes(wish)});
        return depositOf(row);
    });
}

// The opposite posting, so that head, sum and challan can be entered anew.
Result<TaxDeposit> Service::reverseTaxDeposit(const Caller &caller, Id<TaxDeposit> id, const ReverseTaxDeposit &wish)
{
    MUST(permit(caller, Permission::ManagePayouts));
    return m_db.write(caller, [&](Tx &tx) -> Result<TaxDeposit> {
        MUST(m_auth.requireFresh(tx, caller));
        const auto deposit = m_store.deposit(tx, id);
        if (!deposit)
            return notFound(QLatin1StringView("deposit"));
        const auto admin = m_accounts.find(tx, caller.id);
        const ReversalRow row{.depositId = id,
                              .challanKey = deposit->challan.toUpper(),
                              .reason = wish.reason,
                              .reversedBy = admin ? admin->username : QString(),
                              .reversedById = caller.id,
                              .reversedAt = tx.now()};
        if (!m_store.insertNew(tx, row))
            return failure(ErrorCode::Conflict, QStringLiteral("This payment is taken back already."));
        MUST(m_ledger.reverseTaxDeposit(tx, id.uuid, wish.reason));
        m_audit.record(tx, caller, "tax.deposit_reversed", "tax_deposit", id.text(), {json::bytes(wish)});
        return depositOf(*deposit, &row);
    });
}

} // namespace tax
