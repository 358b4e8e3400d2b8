// What Service says of settled orders to whoever reckons their tax.

#include "server/ledger/service.h"
#include "server/orders/service.h"

namespace orders {

namespace {

// The part of a product's snapshot that is asked for; those of long ago may not have it.
struct DeclaredAs
{
    std::optional<QString> hsnCode;
    std::optional<BasisPoints> gstRate;

    FIELDS(DeclaredAs, FIELD(hsnCode), FIELD(gstRate))
};

SoldLine soldLine(const SoldLineRow &row)
{
    const DeclaredAs declared = sql::stored<DeclaredAs>(row.productSnapshot.text).value_or(DeclaredAs{});
    return {.id = row.id,
            .title = row.title,
            .hsn = declared.hsnCode.value_or(QString()),
            .gstRate = declared.gstRate.value_or(BasisPoints{}),
            .unit = row.unit,
            .quantity = row.settledQuantity.value_or(row.orderedQuantity),
            .lineTotal = row.lineTotal};
}

// By its settlement in the books, without what went back to the buyer with it.
std::optional<Money> settledFor(Tx &tx, ledger::Service &books, Id<Order> id)
{
    const auto posting = books.posting(tx, id.uuid, ledger::Step::Close);
    if (!posting || posting->kind != PostingKind::Settle)
        return std::nullopt;
    Money out;
    for (const ledger::LineRow &line : books.lines(tx, {posting->id}))
        if (line.creditKind != LedgerAccountKind::BuyerAvailable)
            out = out + line.amount;
    return out;
}

} // namespace

// What is given back after the settlement is a return of its own, so it makes nothing of this smaller.
std::optional<SoldOrder> Service::soldOf(Tx &tx, Id<Order> id)
{
    const auto settled = m_store.settledOne(tx, id);
    const auto row = settled ? m_store.find(tx, id) : std::nullopt;
    if (!row)
        return std::nullopt;
    SoldOrder out{.id = id,
                  .orderNumber = row->orderNumber,
                  .buyerId = row->buyerId,
                  .vendorId = row->vendorId,
                  .region = row->region,
                  .customerName = row->customerName,
                  .customerPhone = row->customerPhone,
                  .deliveryAddress = row->deliveryAddress,
                  .gross = settledFor(tx, m_ledger, id).value_or(settled->gross),
                  .settledAt = settled->settledAt};
    for (const SoldLineRow &line : m_store.soldLines(tx, id))
        out.lines += soldLine(line);
    return out;
}

QList<Id<Order>> Service::settledAfter(Tx &tx, const std::optional<Id<Order>> &id, int limit)
{
    return m_store.settledAfter(tx, id, limit);
}

} // namespace orders
