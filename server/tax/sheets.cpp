// The worksheets of a month: one line for every store that sold something.

#include "server/accounts/service.h"
#include "server/core/cursor.h"
#include "server/core/permit.h"
#include "server/tax/case.h"
#include "shared/base/indiatime.h"

#include <QHash>

namespace tax {

namespace {

constexpr int storesAtOnce = 200;

Result<Span> spanOf(const QString &month)
{
    const auto days = monthOf(month);
    if (!days)
        return refusal(QStringLiteral("month"), QStringLiteral("is no month"));
    return *days;
}

Territory territoryOf(const SoldSum &sum)
{
    return sum.isInterstate ? Territory::AcrossStates : Territory::WithinState;
}

void add(TaxMonth &sum, const TcsLine &line)
{
    sum.stores += 1;
    sum.supplies = sum.supplies + line.supplies;
    sum.returns = sum.returns + line.returns;
    sum.net = sum.net + line.net;
    sum.untaxed = sum.untaxed + line.untaxed;
    sum.tcsIgst = sum.tcsIgst + line.igst;
    sum.tcsCgst = sum.tcsCgst + line.cgst;
    sum.tcsSgst = sum.tcsSgst + line.sgst;
    sum.tcs = sum.tcs + line.tax;
    sum.tcsWithheld = sum.tcsWithheld + line.withheld;
}

void add(TaxMonth &sum, const TdsLine &line)
{
    sum.gross = sum.gross + line.gross;
    sum.tdsBase = sum.tdsBase + line.base;
    sum.tds = sum.tds + line.tax;
    sum.tdsWithheld = sum.tdsWithheld + line.withheld;
}

QStringList keysOf(const QList<TaxRule> &rules, const Span &month)
{
    const QString first = india::dayText(month.from), after = india::dayText(month.until);
    QStringList out;
    for (const TaxRule &rule : rules) {
        const bool isOfSheets = rule.kind == TaxRuleKind::GstTcs || rule.kind == TaxRuleKind::IncomeTds;
        const bool holds = rule.validFrom < after && (!rule.validUntil || first < *rule.validUntil);
        if (rule.isOn && isOfSheets && holds)
            out += rule.key;
    }
    return out;
}

} // namespace

QString Service::storeName(Tx &tx, Id<Vendor> id)
{
    const auto vendor = m_accounts.vendor(tx, id);
    return vendor ? vendor->storeName : QString();
}

QHash<Id<Vendor>, WithheldSum> Service::withheld(Tx &tx, const Span &month, const QList<Id<Vendor>> &stores)
{
    QHash<Id<Vendor>, WithheldSum> out;
    for (const WithheldSum &sum : m_store.withheldFor(tx, month.from, {stores.constFirst(), stores.constLast()}))
        out.insert(sum.vendorId, sum);
    return out;
}

// The stores are neighbours by their ids, so one question for each span tells of all of them.
QList<TcsLine> Service::tcsLines(Tx &tx, const QList<TaxRule> &rules, const Span &month,
                                 const QList<Id<Vendor>> &stores)
{
    if (stores.isEmpty())
        return {};
    QHash<Id<Vendor>, TcsLine> lines;
    QHash<Id<Vendor>, QList<Supplies>> supplies;
    for (const Span &span : spansOf(rules, TaxRuleKind::GstTcs, month))
        for (const SoldSum &sum : m_store.sums(tx, span, {stores.constFirst(), stores.constLast()})) {
            TcsLine &line = lines[sum.vendorId];
            line.supplies = line.supplies + sum.taxable;
            line.returns = line.returns + sum.returned;
            line.untaxed = line.untaxed + sum.untaxed;
            supplies[sum.vendorId] += Supplies{span.from, territoryOf(sum), sum.taxable, sum.returned};
        }
    const QHash<Id<Vendor>, WithheldSum> taken = withheld(tx, month, stores);
    QList<TcsLine> out;
    for (const Id<Vendor> store : stores) {
        TcsLine line = lines.value(store);
        const WithheldSum before = taken.value(store);
        const auto identity = m_kyc.taxIdentityOf(tx, store);
        const Split tax = identity ? collectionOf(rules, supplies.value(store)) : Split{};
        line.vendorId = store;
        line.storeName = storeName(tx, store);
        line.gstin = identity ? std::optional(identity->gstin) : std::nullopt;
        line.net = line.supplies - line.returns;
        line.igst = tax.igst;
        line.cgst = tax.cgst;
        line.sgst = tax.sgst;
        line.tax = tax.whole();
        line.withheld = before.igst + before.cgst + before.sgst;
        out += line;
    }
    return out;
}

QList<TdsLine> Service::tdsLines(Tx &tx, const QList<TaxRule> &rules, const Span &month,
                                 const QList<Id<Vendor>> &stores)
{
    if (stores.isEmpty())
        return {};
    QHash<Id<Vendor>, QList<Turnover>> years;
    const Span before{yearStart(month.from), month.from};
    for (const Span &span :
         spansOf(rules, TaxRuleKind::IncomeTds, before) + spansOf(rules, TaxRuleKind::IncomeTds, month))
        for (const SoldSum &sum : m_store.sums(tx, span, {stores.constFirst(), stores.constLast()}))
            years[sum.vendorId] += Turnover{span.from, sum.gross};
    const QHash<Id<Vendor>, WithheldSum> taken = withheld(tx, month, stores);
    QList<TdsLine> out;
    for (const Id<Vendor> store : stores) {
        const auto identity = m_kyc.taxIdentityOf(tx, store);
        const PanHolder holder = identity ? holderOf(identity->pan) : PanHolder::Unknown;
        const Deduction deduction = deductionOf(rules, years.value(store), month.from, holder);
        out += TdsLine{.vendorId = store,
                       .storeName = storeName(tx, store),
                       .panMasked = identity ? std::optional(identity->panMasked) : std::nullopt,
                       .holder = holder,
                       .grossBefore = deduction.grossBefore,
                       .gross = deduction.gross,
                       .base = deduction.base,
                       .rate = deduction.rate,
                       .tax = deduction.tax,
                       .withheld = taken.value(store).tds,
                       .exemption = deduction.exemption};
    }
    return out;
}

template <class Line, class Reckon>
Result<Page<Line>> Service::sheet(const ListTaxMonth &wish, Reckon &&reckon)
{
    LET(month, spanOf(wish.month));
    LET(after, cursor::idOf<Vendor>(wish.cursor));
    QList<Line> lines = m_db.read(
        [&](Tx &tx) { return reckon(tx, rules(tx), month, m_store.sellers(tx, month, after, wish.limit + 1)); });
    return cursor::page(std::move(lines), wish.limit,
                        [](const Line &last) { return QStringList{last.vendorId.text()}; });
}

Result<Page<TcsLine>> Service::listTcsLines(const Caller &caller, const ListTaxMonth &wish)
{
    MUST(permit(caller, Permission::ReadReports));
    return sheet<TcsLine>(wish, [this](auto &&...each) { return tcsLines(each...); });
}

Result<Page<TdsLine>> Service::listTdsLines(const Caller &caller, const ListTaxMonth &wish)
{
    MUST(permit(caller, Permission::ReadReports));
    return sheet<TdsLine>(wish, [this](auto &&...each) { return tdsLines(each...); });
}

Result<TaxMonth> Service::readTaxMonth(const Caller &caller, const AskTaxMonth &wish)
{
    MUST(permit(caller, Permission::ReadReports));
    LET(month, spanOf(wish.month));
    return m_db.read([&](Tx &tx) -> Result<TaxMonth> {
        const QList<TaxRule> known = rules(tx);
        TaxMonth out{.month = wish.month,
                     .tcsDeposited = m_store.deposited(tx, TaxHead::Tcs, month.from),
                     .tdsDeposited = m_store.deposited(tx, TaxHead::Tds, month.from),
                     .rules = keysOf(known, month)};
        std::optional<Id<Vendor>> after;
        for (;;) {
            const QList<Id<Vendor>> stores = m_store.sellers(tx, month, after, storesAtOnce);
            for (const TcsLine &line : tcsLines(tx, known, month, stores))
                add(out, line);
            for (const TdsLine &line : tdsLines(tx, known, month, stores))
                add(out, line);
            if (stores.size() < storesAtOnce)
                return out;
            after = stores.constLast();
        }
    });
}

} // namespace tax
