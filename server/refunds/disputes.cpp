// Disputes: their money waits from the first word to the decision, which alone moves it.

#include "server/accounts/service.h"
#include "server/audit/service.h"
#include "server/auth/service.h"
#include "server/core/cursor.h"
#include "server/core/permit.h"
#include "server/core/readable.h"
#include "server/ledger/service.h"
#include "server/orders/service.h"
#include "server/refunds/rules.h"
#include "server/refunds/service.h"
#include "server/refunds/words.h"
#include "server/settings/service.h"
#include "server/storage/service.h"
#include "server/weighing/service.h"

namespace refunds {

namespace {

constexpr int statementsOfEach = statementsMax / 4; // so that no side takes the word from the others
constexpr QLatin1StringView disputeWord("dispute");

tl::unexpected<Error> changedMeanwhile()
{
    return failure(ErrorCode::Conflict, QStringLiteral("The dispute has changed meanwhile."));
}

tl::unexpected<Error> isClosed()
{
    return failure(ErrorCode::Conflict, QStringLiteral("The dispute is over."));
}

} // namespace

Result<Dispute> Service::openDispute(const Caller &caller, Id<Order> order, const OpenDispute &wish)
{
    if (wish.wish == DisputeWish::Split && !wish.amount)
        return refusal(QStringLiteral("amount"), QStringLiteral("is required of a split"));
    if (wish.wish != DisputeWish::Split && wish.amount)
        return refusal(QStringLiteral("amount"), QStringLiteral("belongs to a split and to nothing else"));
    return m_db.write(caller, [&](Tx &tx) -> Result<Dispute> {
        LET(stake, stakeSeenBy(tx, caller, order));
        if (caller.isAdmin())
            return failure(ErrorCode::Forbidden, QStringLiteral("Only the parties of an order dispute it."));
        if (wish.amount && *wish.amount >= stake.left())
            return refusal(QStringLiteral("amount"), QStringLiteral("leaves nothing to split"));
        LET(row, open(tx, stake,
                      {.kind = wish.kind,
                       .by = stake.buyer == caller.id ? Actor::Buyer : Actor::Vendor,
                       .byId = caller.id,
                       .wish = wish.wish,
                       .amount = wish.amount,
                       .said = {wish.text, wish.excerpt, wish.files}}));
        m_audit.record(tx, caller, "disputes.opened", "dispute", row.id.text(), audited(row));
        return describe(row);
    });
}

Result<DisputeRow> Service::open(Tx &tx, const orders::Stake &stake, const Opening &opening)
{
    MUST(checkTime(tx, stake));
    DisputeRow row{.orderId = stake.id,
                   .orderNumber = stake.orderNumber,
                   .buyerId = stake.buyer,
                   .vendorId = stake.vendor,
                   .vendorAccountId = stake.vendorAccount,
                   .storeName = stake.storeName,
                   .kind = opening.kind,
                   .openedBy = opening.by,
                   .wish = opening.wish,
                   .wishedAmount = opening.amount,
                   .atStake = stake.left(),
                   .isFrozen = stake.escrow == EscrowStatus::Held,
                   .weighTicketId = opening.ticket,
                   .answerDueAt = tx.now().after(m_settings.whole(settings::Key::RefundsAnswerHours) * hourMs),
                   .openedAt = tx.now()};
    MUST(insert(tx, row));
    MUST(state(tx, row.id, opening.by, opening.byId, opening.said));
    MUST(m_orders.freeze(tx, stake));
    publish(tx, row, DisputeStep::Opened, opening.by);
    return row;
}

// Until some days after the order was completed (REF-05), and one at a time.
Result<> Service::checkTime(Tx &tx, const orders::Stake &stake) const
{
    if (!mayDispute(stake.status) || stake.left() <= Money{})
        return failure(ErrorCode::Conflict, QStringLiteral("There is nothing to dispute in this order."));
    const qint64 days = m_settings.whole(settings::Key::RefundsDisputeDays);
    if (stake.completedAt && tx.now() > stake.completedAt->after(days * dayMs))
        return failure(ErrorCode::Conflict,
                       QStringLiteral("An order can be disputed for %1 days after it was completed.").arg(days));
    return {};
}

Result<> Service::insert(Tx &tx, DisputeRow &row)
{
    if (m_store.openOf(tx, row.orderId))
        return failure(ErrorCode::AlreadyExists, QStringLiteral("This order is disputed already."));
    for (int attempt = 0; attempt < readable::attemptsMax; ++attempt) {
        row.id = m_ids.next<Dispute>();
        row.disputeNumber = readable::number(QLatin1StringView("DS"), row.id.uuid);
        if (m_store.insertNew(tx, row))
            return {};
    }
    return failure(ErrorCode::Unavailable, QStringLiteral("No dispute number is free at the moment."));
}

// What is shown becomes a file of the dispute: both sides and the admins may open it.
Result<> Service::state(Tx &tx, Id<Dispute> dispute, Actor author, const std::optional<Id<Account>> &authorId,
                        const AddStatement &said)
{
    if (m_store.countStatements(tx, dispute, author) >= statementsOfEach)
        return failure(ErrorCode::Conflict, QStringLiteral("Everything has been said in this dispute."));
    for (const Id<StoredFile> file : said.files)
        MUST(m_storage.claim(tx, file, authorId.value_or(Id<Account>()), FilePurpose::Chat));
    m_store.insert(tx, StatementRow{.id = m_ids.next<DisputeStatement>(),
                                    .disputeId = dispute,
                                    .author = author,
                                    .authorId = authorId,
                                    .text = said.text,
                                    .excerpt = said.excerpt,
                                    .files = said.files,
                                    .at = tx.now()});
    return {};
}

Result<Service::Seat> Service::seatOf(Tx &tx, const Caller &caller, Id<Dispute> id)
{
    if (caller.role == Role::Admin)
        MUST(permit(caller, Permission::ManageOrders));
    auto row = m_store.find(tx, id);
    if (!row)
        return notFound(disputeWord);
    if (caller.isAdmin())
        return Seat{std::move(*row), Actor::Admin};
    if (caller.id == row->buyerId)
        return Seat{std::move(*row), Actor::Buyer};
    if (caller.vendorId == row->vendorId)
        return Seat{std::move(*row), Actor::Vendor};
    return notFound(disputeWord);
}

Result<DisputeDetail> Service::readDispute(const Caller &caller, Id<Dispute> id)
{
    return m_db.read([&](Tx &tx) -> Result<DisputeDetail> {
        LET(seat, seatOf(tx, caller, id));
        return described(tx, seat);
    });
}

Result<DisputeDetail> Service::described(Tx &tx, const Seat &seat)
{
    const DisputeRow &row = seat.dispute;
    const auto stake = m_orders.stakeOf(tx, row.orderId);
    if (!stake)
        return notFound(disputeWord);
    DisputeDetail out{.dispute = toldTo(seat.actor, describe(row)),
                      .customerName = stake->customerName,
                      .money = describe(*stake),
                      .mayState = !isOver(row.status),
                      .mayWithdraw = !isOver(row.status) && row.openedBy == seat.actor,
                      .mayDecide = seat.actor == Actor::Admin && isRipe(row.status, row.answerDueAt, m_clock.now())};
    if (!isOver(row.status))
        out.dispute.atStake = stake->left();
    if (seat.actor == Actor::Buyer)
        out.money.commission = {}; // what the store pays the market is between the two
    for (const StatementRow &said : m_store.statements(tx, row.id, statementsMax)) {
        DisputeStatement shown{.id = said.id,
                               .author = said.author,
                               .authorName = said.author == Actor::Buyer    ? stake->customerName
                                             : said.author == Actor::Vendor ? stake->storeName
                                                                            : accounts::marketName(),
                               .text = said.text,
                               .excerpt = said.excerpt,
                               .at = said.at};
        for (const Id<StoredFile> file : said.files)
            if (const auto found = m_storage.describe(tx, file))
                shown.files += *found;
        out.statements += shown;
    }
    return out;
}

// It is answered when both sides have spoken, whoever opened it.
Result<DisputeDetail> Service::addStatement(const Caller &caller, Id<Dispute> id, const AddStatement &wish)
{
    return m_db.write(caller, [&](Tx &tx) -> Result<DisputeDetail> {
        LET(seat, seatOf(tx, caller, id));
        if (isOver(seat.dispute.status))
            return isClosed();
        MUST(state(tx, id, seat.actor, caller.id, wish));
        const auto hasSpoken = [&](Actor side) { return m_store.countStatements(tx, id, side) > 0; };
        if (seat.dispute.status == DisputeStatus::Open && hasSpoken(Actor::Buyer) && hasSpoken(Actor::Vendor)) {
            DisputeRow next = seat.dispute;
            next.status = DisputeStatus::Answered;
            next.answeredAt = tx.now();
            if (!m_store.change(tx, seat.dispute.status, next))
                return changedMeanwhile();
            seat.dispute = next;
        }
        if (seat.actor == Actor::Admin)
            m_audit.record(tx, caller, "disputes.stated", "dispute", id.text());
        publish(tx, seat.dispute, DisputeStep::Stated, seat.actor);
        return described(tx, seat);
    });
}

Result<Dispute> Service::withdrawDispute(const Caller &caller, Id<Dispute> id)
{
    return m_db.write(caller, [&](Tx &tx) -> Result<Dispute> {
        LET(seat, seatOf(tx, caller, id));
        if (seat.actor != seat.dispute.openedBy)
            return failure(ErrorCode::Forbidden, QStringLiteral("Only whoever opened a dispute takes it back."));
        if (isOver(seat.dispute.status))
            return isClosed();
        LET(next, takeBack(tx, seat.dispute, seat.actor));
        MUST(m_weighing.takeUpAgain(tx, next.orderId, seat.actor));
        m_audit.record(tx, caller, "disputes.withdrawn", "dispute", id.text(), audited(next));
        return describe(next);
    });
}

// Like a refund's: who lets the money go shows first that it is still him.
Result<Dispute> Service::decideDispute(const Caller &caller, Id<Dispute> id, const DecideDispute &wish)
{
    MUST(permit(caller, Permission::ManageOrders));
    return m_db.write(caller, [&](Tx &tx) -> Result<Dispute> {
        MUST(m_auth.requireFresh(tx, caller));
        return decidedBy(tx, caller, id, wish);
    });
}

Result<Dispute> Service::decidedBy(Tx &tx, const Caller &admin, Id<Dispute> id, const DecideDispute &wish)
{
    const auto seen = m_store.find(tx, id);
    if (!seen)
        return notFound(disputeWord);
    if (isOver(seen->status))
        return isClosed();
    if (!isRipe(seen->status, seen->answerDueAt, tx.now()))
        return failure(ErrorCode::Conflict, QStringLiteral("The other side still has time to answer."));
    DisputeRow next = *seen;
    next.status = DisputeStatus::Decided;
    next.outcome = outcomeOf(wish.toBuyer, wish.toVendor);
    next.toBuyer = wish.toBuyer;
    next.toVendor = wish.toVendor;
    next.resolution = wish.resolution;
    next.decidedBy = nameOf(tx, admin.id);
    next.decidedById = admin.id;
    next.closedAt = tx.now();
    if (!m_store.change(tx, seen->status, next))
        return changedMeanwhile();
    MUST(close(tx, admin, next, wish));
    m_audit.record(tx, admin, "disputes.decided", "dispute", id.text(), audited(next));
    publish(tx, next, DisputeStep::Decided, Actor::Admin);
    return describe(next);
}

// The last word about the order's money, also about what waits for it. What is in no escrow is let go, not divided.
Result<> Service::close(Tx &tx, const Caller &caller, const DisputeRow &row, const DecideDispute &wish)
{
    auto stake = m_orders.stakeOf(tx, row.orderId);
    if (!stake || wish.toBuyer + wish.toVendor != stake->left())
        return refusal(
            QStringLiteral("to_vendor"),
            QStringLiteral("and the buyer's part are not %1 together").arg((stake ? stake->left() : Money{}).text()));
    MUST(m_ledger.booksAreSound(tx));
    const bool isCash = stake->method == PaymentMethodKind::Cod;
    if (stake->isContested && (stake->settledAt || (isCash && wish.toBuyer == Money{}))) {
        MUST(m_orders.thaw(tx, *stake));
        stake = m_orders.stakeOf(tx, row.orderId);
    }
    const orders::Mover mover{.actor = Actor::Admin, .id = caller.id, .name = row.decidedBy, .reason = wish.resolution};
    if (isCash) {
        MUST(decideInCash(tx, *stake, wish, mover));
    } else if (wish.toBuyer > Money{}) {
        MUST(giveDecided(tx, row, *stake, mover));
    } else if (row.isFrozen) {
        MUST(m_orders.divide(tx, *stake, {}, mover));
    }
    return dismissWaiting(tx, caller, row.orderId, QStringLiteral("The dispute about the order was decided."));
}

// No money moves: an order that is decided for the buyer ends before he pays, any other goes on between its sides.
Result<> Service::decideInCash(Tx &tx, const orders::Stake &stake, const DecideDispute &wish,
                               const orders::Mover &mover)
{
    if (wish.toBuyer == Money{})
        return {};
    if (wish.toVendor > Money{} || stake.payment != PaymentStatus::Pending)
        return refusal(QStringLiteral("to_buyer"),
                       QStringLiteral("can only be all of an order in cash that is not paid "
                                      "yet, or nothing: the market has nothing of it"));
    return m_orders.endInCash(tx, stake, mover);
}

// What the buyer gets is a refund like any other, so that everything that went back stands in one place.
Result<> Service::giveDecided(Tx &tx, const DisputeRow &row, const orders::Stake &stake, const orders::Mover &mover)
{
    RefundRow refund{.orderId = row.orderId,
                     .orderNumber = row.orderNumber,
                     .buyerId = row.buyerId,
                     .vendorId = row.vendorId,
                     .vendorAccountId = row.vendorAccountId,
                     .storeName = row.storeName,
                     .amount = row.toBuyer.value_or(Money{}),
                     .reason = RefundReason::Dispute,
                     .text = row.resolution.value_or(QString()),
                     .status = RefundStatus::Processed,
                     .requestedBy = Actor::Admin,
                     .requestedById = row.decidedById.value_or(Id<Account>()),
                     .disputeId = row.id,
                     .decidedBy = row.decidedBy,
                     .decidedById = row.decidedById,
                     .requestedAt = tx.now(),
                     .approvedAt = tx.now(),
                     .decidedAt = tx.now()};
    refund.id = m_ids.next<Refund>();
    refund.refundNumber = readable::number(QLatin1StringView("RF"), refund.id.uuid);
    MUST(give(tx, refund, stake, mover));
    if (!m_store.insertNew(tx, refund))
        return failure(ErrorCode::Unavailable, QStringLiteral("No refund number is free at the moment."));
    publish(tx, refund);
    return {};
}

// What has been settled or is disputed already needs no further one, and neither does a weight on which both sides have
// agreed again before the news came. A ticket may be contested anew when its dispute is over.
Result<> Service::onWeighTicketFlagged(Tx &tx, const WeighTicketFlagged &event)
{
    const auto stake = m_orders.stakeOf(tx, event.orderId);
    const bool isDue = stake && (stake->escrow == EscrowStatus::Held ||
                                 (stake->method == PaymentMethodKind::Cod && stake->payment == PaymentStatus::Pending));
    if (!isDue || !mayDispute(stake->status) || stake->left() <= Money{} || m_store.openOf(tx, event.orderId) ||
        !m_weighing.isContested(tx, event.ticketId))
        return {};
    const QString words = event.reason.isEmpty() ? QStringLiteral("The weight is contested.") : event.reason;
    MUST(open(tx, *stake,
              {.kind = DisputeKind::Weight,
               .by = event.by,
               .byId = event.by == Actor::Buyer    ? std::optional(stake->buyer)
                       : event.by == Actor::Vendor ? std::optional(stake->vendorAccount)
                                                   : std::nullopt,
               .wish = event.by == Actor::Vendor ? DisputeWish::Release : DisputeWish::Refund,
               .ticket = event.ticketId,
               .said = {.text = words}}));
    return {};
}

Result<Page<Dispute>> Service::listDisputes(const Caller &caller, const ListDisputes &wish)
{
    LET(scope, scopeOf(caller));
    LET(own, page(scope, wish));
    for (Dispute &dispute : own.items)
        dispute = toldTo(caller.vendorId ? Actor::Vendor : Actor::Buyer, dispute);
    return std::move(own);
}

Result<Page<Dispute>> Service::listAllDisputes(const Caller &caller, const ListDisputes &wish)
{
    MUST(permit(caller, Permission::ManageOrders));
    return page({}, wish);
}

Result<Page<Dispute>> Service::page(const Scope &scope, const ListDisputes &wish)
{
    LET(before, cursor::idOf<Dispute>(wish.cursor));
    return cursor::pageById(
        m_db.read([&](Tx &tx) { return described(tx, m_store.list(tx, scope, wish, before, wish.limit + 1)); }),
        wish.limit);
}

// What is at stake of an open one changes with what is weighed and refunded, so it is asked for.
QList<Dispute> Service::described(Tx &tx, const QList<DisputeRow> &rows)
{
    QList<Id<Order>> open;
    for (const DisputeRow &row : rows)
        if (!isOver(row.status))
            open += row.orderId;
    const QHash<Id<Order>, Money> left = m_orders.leftOf(tx, open);
    QList<Dispute> out;
    for (const DisputeRow &row : rows) {
        out += describe(row);
        if (!isOver(row.status))
            out.last().atStake = left.value(row.orderId);
    }
    return out;
}

} // namespace refunds
