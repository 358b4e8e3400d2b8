// Moves that the books must refuse, whatever they hold.

#include "tests/fault/shard.h"

namespace fault {

namespace {

constexpr qint64 tooMuch = INT64_MAX;

} // namespace

Impossible Shard::impossible()
{
    switch (below(9)) {
    case 0: return impossibleRecharge();
    case 1: return impossibleHold();
    case 2: return impossibleTopUp();
    case 3: return impossibleClose();
    case 4: return impossibleRefund();
    case 5: return impossibleTakeBack();
    case 6: return impossibleSettleGateway();
    case 7: return impossibleGiveBack();
    default: return below(3) == 0 ? impossibleBounce() : impossiblePayout();
    }
}

Impossible Shard::impossibleRecharge()
{
    Move move = aside();
    const qint64 at = below(4);
    if (at == 0 && purses[move.buyer].available > 0) {
        move.amount = tooMuch;
        return {move, std::nullopt};
    }
    if (const Move *const earlier = anyOf(m_recharges); at == 1 && earlier) {
        move = *earlier;
        move.amount += 1;
        return {move, ErrorCode::Conflict};
    }
    move.amount = at == 2 ? 0 : -1;
    return {move, ErrorCode::Conflict};
}

Impossible Shard::impossibleHold()
{
    Move move{.kind = Kind::Hold, .subject = fresh(), .buyer = anyBuyer()};
    const qint64 at = below(5);
    if (at < 2) {
        move.amount = -at;
        return {move, ErrorCode::Conflict};
    }
    if (const Deal *const deal = anyOf(m_openOrders); at == 2 && deal) { // the same order for another price
        move = deal->opening;
        move.amount += 1;
        return {move, ErrorCode::Conflict};
    }
    if (at == 3) {
        move.amount = tooMuch;
        return {move, std::nullopt}; // refused or a fault: what would be held need not fit
    }
    move.amount = purses[move.buyer].available + 1;
    return {move, ErrorCode::InsufficientFunds};
}

Impossible Shard::impossibleTopUp()
{
    Move move{.kind = Kind::TopUp, .subject = fresh(), .order = fresh(), .buyer = anyBuyer(), .amount = 1};
    const qint64 at = below(4);
    const Deal *const open = anyOf(m_openOrders), *const closed = anyOf(m_closedOrders);
    if (at < 2 && open) {
        move.buyer = open->opening.buyer;
        move.order = open->opening.subject;
        move.amount = at == 0 ? 0 : purses[move.buyer].available + 1;
        return {move, at == 0 ? ErrorCode::Conflict : ErrorCode::InsufficientFunds};
    }
    if (at == 2 && closed && purses[closed->opening.buyer].available > 0) {
        move.buyer = closed->opening.buyer;
        move.order = closed->opening.subject;
    }
    return {move, ErrorCode::Conflict};
}

// Of an order without a hold, of one that was closed the other way, or of more than there is in escrow.
Impossible Shard::impossibleClose()
{
    Move move{
        .kind = below(2) == 0 ? Kind::Release : Kind::Settle, .subject = fresh(), .buyer = anyBuyer(), .amount = 1};
    const qint64 at = below(4);
    const Deal *const open = anyOf(m_openOrders), *const closed = anyOf(m_closedOrders);
    if (at == 0 && closed) {
        move = *closed->closing;
        move.kind = closed->closing->kind == Kind::Settle ? Kind::Release : Kind::Settle;
        move.commission = 0;
    } else if (at > 0 && open) {
        move = open->opening;
        move.kind = Kind::Settle;
        switch (below(6)) {
        case 0: move.amount = 0; break;
        case 1: move.amount = -1; break;
        case 2: move.amount = tooMuch; break;
        case 3: move.commission = -1; break;
        case 4: move.commission = move.amount + 1; break;
        default: move.amount = open->escrow + 1;
        }
    }
    return {move, ErrorCode::Conflict};
}

// Of more than the order has brought, of one that was not settled, or of nothing.
Impossible Shard::impossibleRefund()
{
    Move move{.kind = Kind::Refund, .subject = fresh(), .order = fresh(), .buyer = anyBuyer(), .vendor = ownTill()};
    const qint64 at = below(4);
    const Deal *const open = anyOf(m_openOrders), *const closed = anyOf(m_closedOrders);
    if (at == 0 && open) {
        move.buyer = open->opening.buyer;
        move.order = open->opening.subject;
        move.amount = 1;
    } else if (closed && closed->closing->kind == Kind::Settle && !tills[closed->closing->vendor].isShared) {
        move.buyer = closed->opening.buyer;
        move.vendor = closed->closing->vendor;
        move.order = closed->opening.subject;
        move.amount = at == 1 ? 0 : at == 2 ? -1 : closed->refundable + 1;
    }
    return {move, ErrorCode::Conflict};
}

Impossible Shard::impossiblePayout()
{
    Move move{.kind = Kind::Reserve, .subject = fresh(), .vendor = ownTill()};
    const qint64 at = below(5);
    if (at < 2) {
        move.amount = -at;
        return {move, ErrorCode::Conflict};
    }
    if (const Deal *const deal = anyOf(m_closedPayouts); at == 2 && deal) { // what has left cannot return
        move = *deal->closing;
        move.kind = move.kind == Kind::Complete ? Kind::Return : Kind::Complete;
        return {move, ErrorCode::Conflict};
    }
    if (at == 3) {
        move.amount = tooMuch;
        return {move, std::nullopt};
    }
    move.amount = tills[move.vendor].released + 1;
    return {move, ErrorCode::InsufficientFunds};
}

// Of what never went to the bank, or of another amount than went there.
Impossible Shard::impossibleBounce()
{
    Move move{.kind = Kind::Adjust, .subject = fresh(), .vendor = ownTill(), .amount = 0};
    const Deal *const deal = anyOf(below(2) == 0 ? m_openPayouts : m_closedPayouts);
    if (deal) {
        move = deal->opening;
        move.kind = Kind::Bounce;
        if (deal->closing && deal->closing->kind == Kind::Complete)
            move.amount += 1;
    }
    return {move, ErrorCode::Conflict};
}

// Of nothing, or by a way that another sum went already. More than there is is owed, and no reason to refuse.
Impossible Shard::impossibleTakeBack()
{
    Move move{.kind = Kind::TakeBack, .subject = fresh(), .buyer = anyBuyer()};
    const Move *const earlier = anyOf(m_later);
    if (below(2) == 0 && earlier && earlier->kind == Kind::TakeBack) {
        move = *earlier;
        move.amount += 1;
    } else {
        move.amount = -below(2);
    }
    return {move, ErrorCode::Conflict};
}

// Of nothing, or a line again with another sum. What is below zero took money off, or gave a fee back.
Impossible Shard::impossibleSettleGateway()
{
    Move move{.kind = Kind::SettleGateway, .subject = fresh()};
    const Move *const earlier = anyOf(m_later);
    if (below(2) == 0 && earlier && earlier->kind == Kind::SettleGateway) {
        move = *earlier;
        move.amount += move.amount > 0 ? 1 : -1;
    }
    return {move, ErrorCode::Conflict};
}

// Of nothing, of a paisa more than there is, or again with another sum.
Impossible Shard::impossibleGiveBack()
{
    Move move{.kind = Kind::Close, .subject = fresh(), .buyer = anyBuyer()};
    const qint64 at = below(5);
    if (at < 2) {
        move.amount = -at;
        return {move, ErrorCode::Conflict};
    }
    if (const Move *const earlier = anyOf(m_later); at == 2 && earlier && earlier->kind == Kind::Close) {
        move = *earlier;
        move.amount += 1;
        return {move, ErrorCode::Conflict};
    }
    if (at == 3) {
        move.amount = tooMuch;
        return {move, std::nullopt};
    }
    move.amount = purses[move.buyer].available + 1;
    move.commission = below(move.amount + 1);
    return {move, ErrorCode::InsufficientFunds};
}

} // namespace fault
