// Taking down what was weighed: a number without a gap, and a seal over everything that must not change afterwards.

#include "server/audit/service.h"
#include "server/core/clock.h"
#include "server/core/crypto.h"
#include "server/core/permit.h"
#include "server/ledger/service.h"
#include "server/storage/service.h"
#include "server/weighing/seat.h"
#include "server/weighing/service.h"

namespace weighing {

namespace {

constexpr qint64 clocksApartMs = 5 * minuteMs; // of the scale's computer and the server

// What a seal covers. The order of the fields is part of it: it stays.
struct Sealed
{
    Id<WeighTicket> id;
    Id<Vendor> vendorId;
    qint64 number = 0;
    Id<Account> buyerId;
    Id<Order> orderId;
    Id<OrderLine> lineId;
    QString title;
    Unit unit = Unit::Kg;
    Quantity gross;
    Quantity tare;
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
    QString previousSeal;

    FIELDS(Sealed, FIELD(id), FIELD(vendorId), FIELD(number), FIELD(buyerId), FIELD(orderId), FIELD(lineId),
           FIELD(title), FIELD(unit), FIELD(gross), FIELD(tare), FIELD(deductions), FIELD(net), FIELD(source),
           FIELD(scaleSerial), FIELD(operatorName), FIELD(photoId), FIELD(secondPhotoId), FIELD(weighedAt),
           FIELD(recordedAt), FIELD(recordedById), FIELD(previousSeal))
};

QByteArray bytesOf(const std::optional<sql::Blob> &seal)
{
    return seal ? seal->bytes : QByteArray();
}

} // namespace

Result<WeighTicket> Service::recordWeighTicket(const Caller &caller, Id<Order> order, const RecordWeighTicket &wish)
{
    MUST(storeOf(caller));
    return m_db.write(caller, [&](Tx &tx) -> Result<WeighTicket> {
        LET(seat, seatOf(tx, caller, order));
        if (!isOnTheScale(seat.order))
            return notOnTheScale();
        MUST(checkReading(wish, seat.order, tx.now()));
        if (m_store.standingsOf(tx, {order}, ticketsMax).size() == ticketsMax)
            return failure(ErrorCode::Conflict, QStringLiteral("An order has %1 tickets at most.").arg(ticketsMax));
        MUST(claimPhotos(tx, caller, wish));
        LET(row, rowOf(tx, caller, seat.order, wish));
        MUST(number(tx, row));
        Case at{row, {.ticketId = row.id, .orderId = order, .lineId = row.lineId, .recordedAt = row.recordedAt}, seat};
        m_store.insert(tx, at.row);
        m_store.insert(tx, at.standing);
        const Word word{WeighAct::Recorded, Actor::Vendor};
        record(tx, caller, at, word);
        publish(tx, at, word);
        MUST(weighUp(tx, at.seat.order));
        // Weighed anew, but not for more: the other side has contested what it knew of. A further part of what was
        // ordered was known.
        const Money known = std::max(seat.order.totalAmount, seat.order.placedAmount);
        if (seat.order.contestedAt && at.seat.order.totalAmount > known)
            return failure(
                ErrorCode::Conflict,
                QStringLiteral("The order is disputed; until that is over no further weight may make it worth "
                               "more than %1.")
                    .arg(known.text()));
        return describe(tx, at, caller.id);
    });
}

Result<> Service::checkReading(const RecordWeighTicket &wish, const orders::OrderRow &order, Instant now) const
{
    if (wish.weighedAt > now.after(clocksApartMs))
        return refusal(QStringLiteral("weighed_at"), QStringLiteral("lies in the future"));
    if (wish.weighedAt < order.placedAt)
        return refusal(QStringLiteral("weighed_at"), QStringLiteral("is before the order was placed"));
    if (wish.source == WeighSource::Scale && !wish.scaleSerial)
        return refusal(QStringLiteral("scale_serial"), QStringLiteral("is required of a scale's reading"));
    if (wish.source == WeighSource::Manual && !wish.photoId)
        return refusal(QStringLiteral("photo_id"), QStringLiteral("is required of a reading by hand"));
    if (wish.source == WeighSource::Manual && !wish.secondPhotoId)
        return refusal(QStringLiteral("second_photo_id"), QStringLiteral("is required of a reading by hand"));
    if (wish.photoId && wish.photoId == wish.secondPhotoId)
        return refusal(QStringLiteral("second_photo_id"), QStringLiteral("is the first picture again"));
    for (qsizetype at = 0; at < wish.deductions.size(); ++at)
        if (wish.deductions[at].kind == DeductionKind::Other &&
            wish.deductions[at].reason.value_or(QString()).isEmpty())
            return refusal(QStringLiteral("deductions.%1.reason").arg(at), QStringLiteral("is required"));
    return {};
}

// Both sides see them for ever, as what is sent in their chat.
Result<> Service::claimPhotos(Tx &tx, const Caller &caller, const RecordWeighTicket &wish)
{
    for (const auto &[photo, field] :
         {std::pair(wish.photoId, "photo_id"), std::pair(wish.secondPhotoId, "second_photo_id")}) {
        if (!photo)
            continue;
        LET(file, m_storage.claim(tx, *photo, caller.id, FilePurpose::Chat));
        if (!file.contentType.startsWith(QLatin1StringView("image/")))
            return refusal(QString::fromLatin1(field), QStringLiteral("is not a picture"));
    }
    return {};
}

Result<TicketRow> Service::rowOf(Tx &tx, const Caller &caller, const orders::OrderRow &order,
                                 const RecordWeighTicket &wish)
{
    const QList<OrderLine> lines = m_orders.linesOf(tx, order.id);
    const auto line =
        std::find_if(lines.begin(), lines.end(), [&](const OrderLine &each) { return each.id == wish.lineId; });
    if (line == lines.end())
        return refusal(QStringLiteral("line_id"), QStringLiteral("is not a line of this order"));
    if (!isByWeight(line->unit))
        return refusal(QStringLiteral("line_id"), QStringLiteral("is not sold by weight"));
    const auto net = netOf(wish);
    if (!net)
        return refusal(QStringLiteral("gross"),
                       QStringLiteral("leaves nothing when tare and deductions are taken off"));
    if (lineTotal(line->unitPrice, *net).value_or(Money{}) <= Money{})
        return refusal(QStringLiteral("gross"), QStringLiteral("is worth less than the smallest coin"));
    return TicketRow{.id = m_ids.next<WeighTicket>(),
                     .vendorId = order.vendorId,
                     .buyerId = order.buyerId,
                     .orderId = order.id,
                     .orderNumber = order.orderNumber,
                     .lineId = line->id,
                     .title = line->title,
                     .unit = line->unit,
                     .gross = wish.gross,
                     .tare = wish.tare,
                     .deducted = wish.gross - wish.tare - *net,
                     .deductions = wish.deductions,
                     .net = *net,
                     .source = wish.source,
                     .scaleSerial = wish.scaleSerial,
                     .operatorName = wish.operatorName,
                     .photoId = wish.photoId,
                     .secondPhotoId = wish.secondPhotoId,
                     .weighedAt = wish.weighedAt,
                     .recordedAt = tx.now(),
                     .recordedById = caller.id};
}

// The desk's row is what two scales of a store wait for, so that no number is missing and none is given twice.
Result<> Service::number(Tx &tx, TicketRow &row)
{
    const Desk desk = m_store.desk(tx, row.vendorId);
    row.number = desk.lastNumber + 1;
    row.previousSeal = desk.lastSeal;
    row.seal.bytes = sealOf(m_sealKeys.constFirst(), row);
    return m_store.advance(tx, desk, row.seal.bytes) ? Result<>() : changedMeanwhile();
}

QByteArray Service::sealOf(const QByteArray &key, const TicketRow &row) const
{
    const Sealed sealed{row.id,         row.vendorId,      row.number,
                        row.buyerId,    row.orderId,       row.lineId,
                        row.title,      row.unit,          row.gross,
                        row.tare,       row.deductions,    row.net,
                        row.source,     row.scaleSerial,   row.operatorName,
                        row.photoId,    row.secondPhotoId, row.weighedAt,
                        row.recordedAt, row.recordedById,  QString::fromLatin1(bytesOf(row.previousSeal).toHex())};
    return crypto::hmacSha256(key, json::bytes(sealed));
}

bool Service::isGenuine(const TicketRow &row) const
{
    return std::any_of(m_sealKeys.begin(), m_sealKeys.end(),
                       [&](const QByteArray &key) { return crypto::equal(sealOf(key, row), row.seal.bytes); });
}

std::optional<QString> Service::verify(const std::function<bool()> &isToStop)
{
    constexpr int desksAtOnce = 100;
    Id<Vendor> at;
    for (QList<Desk> desks;
         !(desks = m_db.read([&](Tx &tx) { return m_store.desksAfter(tx, at, desksAtOnce); })).isEmpty();
         at = desks.constLast().vendorId) {
        for (const Desk &desk : desks) {
            qint64 after = 0;
            QByteArray seal;
            while (after < desk.lastNumber) {
                if (isToStop && isToStop())
                    return ledger::Service::cutOff();
                if (const auto found = m_db.read([&](Tx &tx) { return verifyDesk(tx, desk, after, seal); }))
                    return found;
            }
            if (seal != bytesOf(desk.lastSeal))
                return QStringLiteral("the newest weigh ticket of store %1 is not the one that was sealed last")
                    .arg(desk.vendorId.text());
        }
    }
    return std::nullopt;
}

// Some tickets behind the last one that was looked at; moves on to them.
std::optional<QString> Service::verifyDesk(Tx &tx, const Desk &desk, qint64 &after, QByteArray &seal)
{
    constexpr int ticketsAtOnce = 500;
    const auto wrong = [&](qint64 number, const char *what) {
        return QStringLiteral("weigh ticket %1 of store %2 %3")
            .arg(QString::number(number), desk.vendorId.text(), QLatin1StringView(what));
    };
    const auto rows = m_store.numbered(tx, desk.vendorId, after, ticketsAtOnce);
    if (rows.isEmpty())
        return wrong(after + 1, "is missing");
    for (const TicketRow &row : rows) {
        if (after == desk.lastNumber)
            break; // the rest was written since the desk was read
        if (row.number != after + 1)
            return wrong(after + 1, "is missing");
        if (bytesOf(row.previousSeal) != seal)
            return wrong(row.number, "does not follow the one before it");
        if (!isGenuine(row))
            return wrong(row.number, "is not as it was recorded");
        after = row.number;
        seal = row.seal.bytes;
    }
    return std::nullopt;
}

} // namespace weighing
