#pragma once

// SQL of the weigh tickets.

#include "server/core/db.h"
#include "server/weighing/rules.h"
#include "shared/contract/weighing.h"

#include <QSet>

namespace weighing {

struct Desk
{
    Id<Vendor> vendorId;
    qint64 lastNumber = 0;
    std::optional<sql::Blob> lastSeal;

    FIELDS(Desk, FIELD(vendorId), FIELD(lastNumber), FIELD(lastSeal))
};

struct TicketRow
{
    Id<WeighTicket> id;
    Id<Vendor> vendorId;
    qint64 number = 0;
    Id<Account> buyerId;
    Id<Order> orderId;
    QString orderNumber;
    Id<OrderLine> lineId;
    QString title;
    Unit unit = Unit::Kg;
    Quantity gross;
    Quantity tare;
    Quantity deducted;
    QList<WeighDeduction> deductions;
    Quantity net;
    WeighSource source = WeighSource::Scale;
    std::optional<QString> scaleSerial;
    QString operatorName;
    std::optional<Id<StoredFile>> photoId;
    std::optional<Id<StoredFile>> secondPhotoId;
    Instant weighedAt;
    Instant recordedAt;
    Id<Account> recordedById;
    std::optional<sql::Blob> previousSeal;
    sql::Blob seal;

    FIELDS(TicketRow, FIELD(id), FIELD(vendorId), FIELD(number), FIELD(buyerId), FIELD(orderId), FIELD(orderNumber),
           FIELD(lineId), FIELD(title), FIELD(unit), FIELD(gross), FIELD(tare), FIELD(deducted), FIELD(deductions),
           FIELD(net), FIELD(source), FIELD(scaleSerial), FIELD(operatorName), FIELD(photoId), FIELD(secondPhotoId),
           FIELD(weighedAt), FIELD(recordedAt), FIELD(recordedById), FIELD(previousSeal), FIELD(seal))
};

struct TopUpRow
{
    Id<WeighTopUp> id;
    Id<Order> orderId;
    Money amount;
    TopUpStatus status = TopUpStatus::Asked;
    Instant askedAt;
    Instant deadline;
    std::optional<Instant> decidedAt;

    FIELDS(TopUpRow, FIELD(id), FIELD(orderId), FIELD(amount), FIELD(status), FIELD(askedAt), FIELD(deadline),
           FIELD(decidedAt))
};

class Store
{
public:
    // Opened at first use.
    Desk desk(Tx &tx, Id<Vendor> vendor);
    // False when another ticket has taken the number meanwhile.
    bool advance(Tx &tx, const Desk &seen, const QByteArray &seal);

    void insert(Tx &tx, const TicketRow &row);
    void insert(Tx &tx, const Standing &standing);
    std::optional<TicketRow> find(Tx &tx, Id<WeighTicket> id);
    std::optional<Standing> standing(Tx &tx, Id<WeighTicket> id);
    // Newest first.
    QList<TicketRow> ofOrder(Tx &tx, Id<Order> order, const std::optional<Id<WeighTicket>> &before, int limit);
    QList<TicketRow> ofParty(Tx &tx, Id<Account> buyer, const std::optional<Id<Vendor>> &vendor, int limit);
    QList<Standing> standingsOf(Tx &tx, const QList<Id<Order>> &orders, int limit);
    QList<Standing> openAfter(Tx &tx, Id<WeighTicket> after, Instant recordedUntil, int limit);
    // Writes what may change of a standing; false when it is not any more as it was seen.
    bool change(Tx &tx, const Standing &seen, const Standing &next);

    void insert(Tx &tx, const TopUpRow &row);
    std::optional<TopUpRow> newestTopUp(Tx &tx, Id<Order> order);
    QList<TopUpRow> askedAmong(Tx &tx, const QList<Id<Order>> &orders);
    // Those whose time is over, behind that one.
    QList<TopUpRow> due(Tx &tx, Instant now, const TopUpRow &last, int limit);
    // False when it was decided before.
    bool decide(Tx &tx, Id<WeighTopUp> id, TopUpStatus status, Instant at);

    QList<Desk> desksAfter(Tx &tx, Id<Vendor> after, int limit);
    QList<TicketRow> numbered(Tx &tx, Id<Vendor> vendor, qint64 after, int limit); // by number
    QList<TopUpRow> topUpsAfter(Tx &tx, const QUuid &id, int limit);               // by their ids
    QSet<QUuid> known(Tx &tx, const QList<QUuid> &topUps);
};

} // namespace weighing
