#include "server/tax/service.h"

#include "server/accounts/service.h"
#include "server/audit/service.h"
#include "server/core/permit.h"
#include "server/tax/case.h"
#include "shared/base/indiatime.h"
#include "shared/contract/invoices.h"
#include "shared/contract/refunds.h"

namespace tax {

namespace {

constexpr int ordersAtOnce = 50; // so that nobody waits long for the writer

struct AuditedSwitch
{
    bool old = false;
    bool now = false;
    QString reason;

    FIELDS(AuditedSwitch, FIELD(old), FIELD(now), FIELD(reason))
};

} // namespace

Service::Service(Db &db, const Ids &ids, ledger::Service &ledger, orders::Service &orders, accounts::Service &accounts,
                 auth::Service &auth, kyc::Service &kyc, audit::Service &audit, Rulebook rulebook)
    : m_db(db)
    , m_ids(ids)
    , m_ledger(ledger)
    , m_orders(orders)
    , m_accounts(accounts)
    , m_auth(auth)
    , m_kyc(kyc)
    , m_audit(audit)
    , m_rulebook(std::move(rulebook))
{}

// As they ship, and as admins have switched them.
QList<TaxRule> Service::rules(Tx &tx, const QString &language)
{
    QList<TaxRule> out;
    for (const TaxRule &rule : m_rulebook.rules())
        out += m_rulebook.spoken(rule, language);
    for (const SwitchRow &turned : m_store.switches(tx))
        for (TaxRule &rule : out)
            if (rule.key == turned.ruleKey)
                rule = describe(tx, rule, turned);
    return out;
}

TaxRule Service::describe(Tx &tx, TaxRule rule, const SwitchRow &turned)
{
    const auto admin = m_accounts.find(tx, turned.changedById);
    rule.isOn = turned.isOn;
    rule.changedBy = admin ? std::optional(admin->username) : std::nullopt;
    rule.reason = turned.reason;
    rule.changedAt = turned.changedAt;
    return rule;
}

Result<QList<TaxRule>> Service::listTaxRules(const Caller &caller, const ListTaxRules &wish)
{
    MUST(permit(caller, Permission::ReadReports));
    if (wish.asOf && !india::dayFrom(*wish.asOf))
        return refusal(QStringLiteral("as_of"), QStringLiteral("is no day"));
    QList<TaxRule> all = m_db.read([&](Tx &tx) { return rules(tx, caller.language); });
    if (wish.asOf)
        all.removeIf([&](const TaxRule &rule) { return !holdsOn(rule, *wish.asOf); });
    return all;
}

// Of two admins who switch it alike the second one is told so, because the row knows what it is.
Result<TaxRule> Service::switchTaxRule(const Caller &caller, const QString &key, const SwitchTaxRule &wish)
{
    MUST(permit(caller, Permission::ManageSettings));
    const TaxRule *shipped = m_rulebook.find(key);
    if (!shipped)
        return notFound(QLatin1StringView("rule"));
    return m_db.write(caller, [&](Tx &tx) -> Result<TaxRule> {
        bool isOn = shipped->isOn;
        for (const SwitchRow &turned : m_store.switches(tx))
            isOn = turned.ruleKey == key ? turned.isOn : isOn;
        const SwitchRow row{key, wish.isOn, wish.reason, caller.id, tx.now()};
        if (isOn == wish.isOn || !m_store.turn(tx, row))
            return failure(ErrorCode::Conflict, QStringLiteral("The rule is switched so already."));
        MUST(keepCommissionTax(tx));
        m_audit.record(tx, caller, "tax.rule_switched", "tax_rule", key,
                       {json::bytes(AuditedSwitch{isOn, wish.isOn, wish.reason})});
        return describe(tx, m_rulebook.spoken(*shipped, caller.language), row);
    });
}

Result<> Service::onOrderSettled(Tx &tx, const OrderSettled &event)
{
    const auto sold = m_orders.soldOf(tx, event.orderId);
    if (!sold)
        return {};
    for (const LineRow &line : reckoned(tx, *sold, rules(tx)))
        m_store.note(tx, line);
    return {};
}

// Prices have the tax within. A store without a GSTIN may not ask for any, and a place that we cannot tell the state of
// is taken for the store's own.
QList<LineRow> Service::reckoned(Tx &tx, const orders::SoldOrder &sold, const QList<TaxRule> &known)
{
    const qint64 day = india::dayNumber(sold.settledAt);
    const QString delivered = m_accounts.regionOf(sold.deliveryAddress.pincode);
    const Territory territory = territoryOf(sold.region, delivered.isEmpty() ? sold.region : delivered);
    const bool isRegistered = m_kyc.taxIdentityOf(tx, sold.vendorId).has_value();
    QList<Money> weights;
    for (const orders::SoldLine &line : sold.lines)
        weights += line.lineTotal;
    const QList<Money> shares = spread(sold.gross, weights);
    QList<LineRow> out;
    for (qsizetype i = 0; i < sold.lines.size(); ++i) {
        const orders::SoldLine &line = sold.lines[i];
        const ChosenRate chosen =
            isRegistered ? gstRateOf(known, india::dayText(day), line.hsn, line.gstRate) : ChosenRate{};
        const Parts parts = partsOf(shares[i], chosen.rate, territory);
        out += LineRow{.lineId = line.id,
                       .orderId = sold.id,
                       .vendorId = sold.vendorId,
                       .region = sold.region,
                       .soldDay = day,
                       .hsn = line.hsn.isEmpty() ? std::nullopt : std::optional(line.hsn),
                       .gstRate = chosen.rate,
                       .rateSource = chosen.source,
                       .isInterstate = territory == Territory::AcrossStates,
                       .gross = shares[i],
                       .taxable = parts.taxable,
                       .igst = parts.tax.igst,
                       .cgst = parts.tax.cgst,
                       .sgst = parts.tax.sgst};
    }
    return out;
}

// What went back before the settlement was never settled for.
Result<> Service::onRefundProcessed(Tx &tx, const RefundProcessed &event)
{
    return event.wasSettled ? noteReturn(tx, {event.refundId, event.orderId, event.amount, event.at}) : Result<>();
}

// What several refunds give back of a line is together what one over all of it would.
Result<> Service::noteReturn(Tx &tx, const Return &given)
{
    if (m_store.isReturned(tx, given.id))
        return {};
    QList<LineRow> lines = m_store.lines(tx, given.order);
    // News of different kinds may overtake each other: a sale that nobody has reckoned yet is reckoned now.
    if (lines.isEmpty())
        if (const auto sold = m_orders.soldOf(tx, given.order)) {
            lines = reckoned(tx, *sold, rules(tx));
            for (const LineRow &line : std::as_const(lines))
                m_store.note(tx, line);
        }
    QList<Money> left;
    Money whole;
    for (const LineRow &line : std::as_const(lines)) {
        left += line.gross - m_store.returnedOf(tx, line.lineId);
        whole = whole + left.constLast();
    }
    const QList<Money> shares = spread(std::min(given.amount, whole), left);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const LineRow &line = lines[i];
        const Territory territory = line.isInterstate ? Territory::AcrossStates : Territory::WithinState;
        const Money before = line.gross - left[i];
        const Money taxable = partsOf(before + shares[i], line.gstRate, territory).taxable -
                              partsOf(before, line.gstRate, territory).taxable;
        if (shares[i].minor > 0)
            m_store.note(tx, ReturnRow{.refundId = given.id,
                                       .lineId = line.lineId,
                                       .vendorId = line.vendorId,
                                       .returnedDay = india::dayNumber(given.at.value_or(tx.now())),
                                       .isInterstate = line.isInterstate,
                                       .gstRate = line.gstRate,
                                       .gross = shares[i],
                                       .taxable = std::max(Money{}, taxable)});
    }
    return {};
}

QList<LineRow> Service::linesOf(Tx &tx, Id<Order> order)
{
    return m_store.lines(tx, order);
}

QList<ReturnRow> Service::returnsOf(Tx &tx, Id<Refund> refund)
{
    return m_store.returns(tx, refund);
}

BasisPoints Service::rateOn(Tx &tx, TaxRuleKind kind, qint64 day)
{
    const QList<TaxRule> known = rules(tx);
    const TaxRule *rule = ruleOn(known, kind, india::dayText(day));
    return rule ? rule->rate.value_or(BasisPoints{}) : BasisPoints{};
}

Result<> Service::onInvoiceIssued(Tx &tx, const InvoiceIssued &event)
{
    const bool isOfSale = event.kind == InvoiceKind::TaxInvoice || event.kind == InvoiceKind::SaleInvoice;
    if (isOfSale && event.orderId)
        m_store.note(tx, InvoiceRow{*event.orderId, event.number, event.day});
    return {};
}

// Those that are settled from now on come by their events; a line that is there already stays as it is.
int Service::catchUp(const std::function<bool()> &isStopping)
{
    int looked = 0;
    while (!isStopping || !isStopping()) {
        const auto more = m_db.write([&](Tx &tx) -> Result<int> {
            ProgressRow at = m_store.progress(tx);
            if (at.isWhole)
                return 0;
            const QList<TaxRule> known = rules(tx);
            const auto ids = m_orders.settledAfter(tx, at.lastOrderId, ordersAtOnce);
            for (const Id<Order> id : ids)
                if (const auto sold = m_orders.soldOf(tx, id))
                    for (const LineRow &line : reckoned(tx, *sold, known))
                        m_store.note(tx, line);
            at.lastOrderId = ids.isEmpty() ? at.lastOrderId : std::optional(ids.constLast());
            at.isWhole = ids.size() < ordersAtOnce;
            m_store.advance(tx, at);
            return int(ids.size());
        });
        if (more.value_or(0) == 0)
            break;
        looked += *more;
    }
    return looked;
}

} // namespace tax
