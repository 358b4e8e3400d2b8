// Whether the books say of payouts what the payouts say.

#include "server/ledger/service.h"
#include "server/payouts/service.h"

#include <map>
#include <set>

namespace payouts {

namespace {

constexpr int payoutsPerPiece = 200;

using Posted = std::map<PostingKind, Money>;

Posted expectedOf(const PayoutRow &payout)
{
    Posted out{{PostingKind::PayoutReserve, payout.amount}};
    if (payout.withheld > Money{}) // stays, whatever becomes of the payout
        out.emplace(PostingKind::TaxWithhold, payout.withheld);
    const bool hasLeft = payout.status == PayoutStatus::Processed || payout.returnedAt;
    if (hasLeft)
        out.emplace(PostingKind::PayoutComplete, payout.amount);
    if (payout.returnedAt)
        out.emplace(PostingKind::PayoutBounce, payout.amount);
    else if (payout.status == PayoutStatus::Failed)
        out.emplace(PostingKind::PayoutReturn, payout.amount);
    return out;
}

// What its orders brought and its corrections are what is paid and what was withheld of it. They are its own until it
// fails (PAYO-04).
std::optional<QString> shareProblemOf(const PayoutRow &payout, const ShareSum &shares)
{
    const Money whole = payout.amount + payout.withheld;
    if (shares.net + payout.corrections != whole || shares.orders != payout.ordersCount)
        return QStringLiteral("payout %1 takes %2 with orders: %3, its rows say %4 with orders: %5")
            .arg(payout.payoutNumber, whole.text(), QString::number(payout.ordersCount),
                 (shares.net + payout.corrections).text(), QString::number(shares.orders));
    const qint64 current = payout.status == PayoutStatus::Failed ? 0 : shares.orders;
    if (shares.current != current)
        return QStringLiteral("payout %1 is %2 and has %3 orders of its own instead of %4")
            .arg(payout.payoutNumber, names::text(payout.status), QString::number(shares.current),
                 QString::number(current));
    return std::nullopt;
}

QString textOf(const Posted &posted)
{
    QStringList out;
    for (const auto &[kind, amount] : posted)
        out += QStringLiteral("%1 %2").arg(names::text(kind), amount.text());
    return out.isEmpty() ? QStringLiteral("nothing") : out.join(QStringLiteral(", "));
}

} // namespace

std::optional<QString> Service::difference(Tx &tx, ledger::Place &place)
{
    const QList<PayoutRow> rows = m_store.after(tx, Id<Payout>{place.after.uuid}, payoutsPerPiece);
    place.isAtEnd = rows.size() < payoutsPerPiece;
    QList<QUuid> ids;
    for (const PayoutRow &row : rows)
        ids += row.id.uuid;
    QHash<QUuid, Posted> posted;
    for (const ledger::Movement &move : m_ledger.movements(tx, ids)) {
        Money &sum = posted[move.subjectId.uuid][move.kind];
        sum = sum + move.amount;
    }
    const QHash<QUuid, ShareSum> shares = m_store.shareSums(tx, ids);
    std::set<QUuid> stores;
    for (const PayoutRow &row : rows) {
        place.after = {row.id.uuid};
        const Posted found = posted.value(row.id.uuid), expected = expectedOf(row);
        if (found != expected)
            return QStringLiteral("payout %1 is %2 and needs %3, the books say %4")
                .arg(row.payoutNumber, names::text(row.status), textOf(expected), textOf(found));
        if (const auto wrong = shareProblemOf(row, shares.value(row.id.uuid)))
            return wrong;
        stores.insert(row.vendorId.uuid);
    }
    for (const QUuid &store : stores) {
        const Money waiting = m_store.waiting(tx, {store}), inBooks = m_ledger.vendorFunds(tx, {store}).inPayouts;
        if (waiting != inBooks)
            return QStringLiteral("the waiting payouts of store %1 are %2, the books have %3 in payouts")
                .arg(store.toString(QUuid::WithoutBraces), waiting.text(), inBooks.text());
    }
    return std::nullopt;
}

std::optional<QString> Service::stray(Tx &tx, const QList<ledger::Transaction> &postings)
{
    using enum ledger::Step;
    return ledger::stray(postings, {QStringLiteral("payout"), ledger::subjectsOf({Reserve, Conclude, Bounce, Withhold}),
                                    [&](const QList<QUuid> &ids) { return m_store.known(tx, ids); }});
}

} // namespace payouts
