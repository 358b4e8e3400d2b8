// What Service gives out of orders beside their lists: a list as a file, a store's days and its customers.

#include "server/core/csvtext.h"
#include "server/core/cursor.h"
#include "server/core/masks.h"
#include "server/core/permit.h"
#include "server/orders/rules.h"
#include "server/orders/service.h"
#include "shared/base/indiatime.h"

#include <QHash>

namespace orders {

namespace {

constexpr int rowsPerPiece = 1000; // of a file, each piece in a snapshot of its own

QString word(const std::optional<EscrowStatus> &status)
{
    return status ? QString(names::text(*status)) : QString();
}

QString timeOf(const std::optional<Instant> &at)
{
    return at ? india::timeText(*at) : QString();
}

// A buyer is told of the store and a store of the buyer; what the store pays the market is its own.
QByteArray heading(Actor reader)
{
    const bool isStores = reader == Actor::Vendor;
    QStringList cells{QStringLiteral("Order"),  isStores ? QStringLiteral("Buyer") : QStringLiteral("Store"),
                      QStringLiteral("City"),   QStringLiteral("Items"),
                      QStringLiteral("Status"), QStringLiteral("Escrow"),
                      QStringLiteral("Amount"), QStringLiteral("Refunded"),
                      QStringLiteral("Placed"), QStringLiteral("Settled")};
    if (isStores)
        cells += QStringLiteral("Commission");
    return csvtext::line(cells);
}

QByteArray lineOf(const ExportRow &row, Actor reader)
{
    const bool isStores = reader == Actor::Vendor;
    QStringList cells{row.orderNumber,
                      isStores ? row.customerName : row.storeName,
                      row.city,
                      row.summary,
                      QString(names::text(row.orderStatus)),
                      word(isUnpaid(row) ? std::nullopt : row.escrowStatus),
                      row.totalAmount.text(),
                      row.refundedAmount.text(),
                      timeOf(row.placedAt),
                      timeOf(row.settledAt)};
    if (isStores)
        cells += row.commissionAmount.text();
    return csvtext::line(cells);
}

struct Days
{
    qint64 from = 0;
    qint64 to = 0;
};

Result<Days> daysOf(const ListOrderDays &wish, Instant now)
{
    const auto to = wish.to ? india::dayFrom(*wish.to) : std::optional(india::dayNumber(now));
    if (!to)
        return refusal(QStringLiteral("to"), QStringLiteral("is not a day"));
    const auto from = wish.from ? india::dayFrom(*wish.from) : std::optional(*to - orderDaysUsual + 1);
    if (!from)
        return refusal(QStringLiteral("from"), QStringLiteral("is not a day"));
    if (*from > *to)
        return refusal(QStringLiteral("from"), QStringLiteral("lies after the last day"));
    if (*to - *from >= orderDaysMax)
        return refusal(QStringLiteral("from"), QStringLiteral("asks for more than %1 days").arg(orderDaysMax));
    return Days{*from, *to};
}

} // namespace

Result<FileBody> Service::exportOrders(const Caller &caller, const ListOrders &wish)
{
    MUST(permitBuyer(caller));
    return file({.buyer = caller.id}, Actor::Buyer, wish);
}

Result<FileBody> Service::exportVendorOrders(const Caller &caller, const ListOrders &wish)
{
    LET(vendor, storeOf(caller));
    return file({.vendor = vendor}, Actor::Vendor, wish);
}

Result<FileBody> Service::file(const Scope &scope, Actor reader, const ListOrders &wish)
{
    const auto wanted = wantedStatuses(wish);
    const QList<Overdue> late = wish.urgency ? overdue(*wish.urgency) : QList<Overdue>();
    QByteArray bytes = csvtext::byteOrderMark + heading(reader);
    std::optional<Id<Order>> before;
    qsizetype rows = 0, read = wanted ? rowsPerPiece : 0;
    while (read == rowsPerPiece) {
        const QList<ExportRow> piece =
            m_db.read([&](Tx &tx) { return m_store.exported(tx, scope, wish, *wanted, late, before, rowsPerPiece); });
        read = piece.size();
        rows += read;
        if (rows > orderExportMax)
            return refusal(QStringLiteral("from"),
                           QStringLiteral("finds more than %1 orders: ask for a shorter time").arg(orderExportMax));
        for (const ExportRow &row : piece)
            bytes += lineOf(row, reader);
        if (read > 0)
            before = piece.constLast().id;
    }
    return FileBody{.bytes = bytes,
                    .contentType = "text/csv; charset=utf-8",
                    .name = QStringLiteral("orders-%1.csv").arg(india::dayText(india::dayNumber(m_clock.now())))};
}

Result<QList<OrderDay>> Service::listOrderDays(const Caller &caller, const ListOrderDays &wish)
{
    LET(vendor, storeOf(caller));
    LET(days, daysOf(wish, m_clock.now()));
    QHash<qint64, DayRow> known;
    const QList<DayRow> rows = m_db.read(
        [&](Tx &tx) { return m_store.days(tx, vendor, india::startOf(days.from), india::startOf(days.to + 1)); });
    for (const DayRow &row : rows)
        known.insert(row.day, row);
    QList<OrderDay> out;
    for (qint64 day = days.from; day <= days.to; ++day) {
        const DayRow row = known.value(day);
        out += OrderDay{.day = india::dayText(day),
                        .orders = row.orders,
                        .amount = row.amount,
                        .completed = row.completed,
                        .cancelled = row.cancelled,
                        .settled = row.settled};
    }
    return out;
}

// Another store's orders look like no store (C58).
Result<Page<OrderCard>> Service::listStoreOrders(const Caller &caller, Id<Vendor> store, const ListOrders &wish)
{
    LET(vendor, storeOf(caller));
    if (vendor != store)
        return notFound(QLatin1StringView("store"));
    return page({.vendor = vendor}, wish);
}

Result<Page<OrderCard>> Service::listCustomerOrders(const Caller &caller, const ListCustomerOrders &wish)
{
    LET(vendor, storeOf(caller));
    return page({.buyer = wish.customerId, .vendor = vendor}, {.limit = wish.limit, .cursor = wish.cursor});
}

// How somebody is reached is the store's to know while it owes him something (CVEN-13).
Result<Page<StoreCustomer>> Service::listCustomers(const Caller &caller, const ListCustomers &wish)
{
    LET(vendor, storeOf(caller));
    LET(key, cursor::key(wish.cursor, 2));
    std::optional<CustomerPlace> after;
    if (!key.isEmpty())
        after = {{key[0].toLongLong()}, Id<Account>::parse(key[1])};
    if (after && after->id.isNull())
        return cursor::refused();
    QList<StoreCustomer> customers =
        m_db.read([&](Tx &tx) { return m_store.customers(tx, vendor, after, wish.limit + 1); });
    for (StoreCustomer &each : customers)
        if (each.openOrders == 0 && !each.customerPhone.isEmpty())
            each.customerPhone = maskedPhone(each.customerPhone);
    return cursor::page(std::move(customers), wish.limit, [](const StoreCustomer &each) {
        return QStringList{QString::number(each.lastOrderAt.ms), each.id.text()};
    });
}

} // namespace orders
